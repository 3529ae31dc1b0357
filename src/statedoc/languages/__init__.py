"""Language packs: one folder a language, found by discovery."""

from functools import cache
from importlib.resources import files

from statedoc.errors import UnknownNameError
from statedoc.languages.pack import LanguagePack

__all__ = ["LanguagePack", "codes", "pack"]

_MARK = "grammar.toml"  # a folder with this file is a pack


@cache
def codes() -> tuple[str, ...]:
    """The BCP 47 codes of the languages that statedoc reads.

    >>> "ru" in codes()
    True
    """
    folders = files(__name__).iterdir()
    return tuple(sorted(each.name for each in folders if each.is_dir() and (each / _MARK).is_file()))


def pack(code: str) -> LanguagePack:
    """The pack of a language, the same object at each call; UnknownNameError if there is none."""
    if code not in codes():
        raise UnknownNameError(f"no language pack {code!r}; there are: {', '.join(codes())}")
    return _pack(code)


@cache
def _pack(code: str) -> LanguagePack:
    return LanguagePack(files(__name__) / code)
