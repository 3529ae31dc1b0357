"""Lexicons: typed classes that a pack's TOML files fill.

A lexicon is an attrs class with a `FILE`, whose fields are the tables of that file. It says which
phrases are to be found in a text through `terms`. An unknown key, a missing one or a value of the
wrong type fails with the file and the key.
"""

import tomllib
from collections.abc import Iterator
from enum import Enum, StrEnum
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any, ClassVar, Protocol, TypeVar, final

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, override

from statedoc.errors import LexiconError
from statedoc.languages.cldr import CldrNames, underlay


class Casing(Enum):
    """Which letters of a phrase must be capitals in the text for it to be found."""

    ANY = "any"
    CAPITAL = "capital"  #: the first letter
    CAPITALS = "capitals"  #: the first two letters, as in abbreviations


@final
@attrs.frozen
class Term:
    """A phrase to be found in texts, and the lexicon entry that it stands for."""

    phrase: str  #: dictionary form
    entry: Any
    inflected: bool = True  #: whether all forms of the phrase are meant
    casing: Casing = Casing.ANY


class Lexicon(Protocol):
    """A typed file of a language pack."""

    FILE: ClassVar[str]

    def terms(self) -> Iterator[Term]:
        """The phrases of this lexicon that are to be found in texts."""
        ...


L = TypeVar("L")


def load(folder: Traversable, kind: type[L], file: str, names: CldrNames | None = None) -> L:
    """Read one lexicon of a pack, over the names of CLDR; LexiconError names the file and every faulty key."""
    try:
        raw = tomllib.loads((folder / file).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{folder.name}/{file}: {error}") from None
    try:
        return _converter().structure(underlay(raw, file, names or CldrNames()), kind)
    except (cattrs.BaseValidationError, cattrs.ForbiddenExtraKeysError) as error:
        faults = "; ".join(cattrs.transform_error(error, path=f"{folder.name}/{file}"))
        raise LexiconError(faults) from None


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly)
    converter.register_structure_hook(StrEnum, lambda value, kind: kind(value))  # else it is read as the `str` it is
    converter.register_structure_hook_factory(attrs.has, _entry)
    return converter


def _entry(kind: type[Any], converter: cattrs.Converter) -> Any:
    """How a lexicon class is read: its field ``class_`` is the key ``class``."""
    renamed: dict[str, Any] = {
        each.name: override(rename=each.name.rstrip("_")) for each in attrs.fields(kind) if each.name[-1] == "_"
    }
    return make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, **renamed)


def _exactly(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise TypeError(f"expected {kind.__name__}, found {type(value).__name__}")
    return value
