"""Rooms whose files are found, not listed: a new source or format is one new file.

Each module of such a package defines one constant that describes it. Modules whose names begin with
an underscore belong to the house itself and are passed over.
"""

import inspect
import os
import pkgutil
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Generic, Protocol, TypeVar, final

from statedoc.errors import StatedocError, UnknownNameError


class Entry(Protocol):
    """What a module describes itself with."""

    @property
    def name(self) -> str:
        """What callers ask for it by."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """How names of its files end, lower case, with the dot; no two entries share one."""

    @property
    def recognises(self) -> Callable[[bytes], bool] | None:
        """Tells from the first bytes of a stream whether it is one of these."""


E = TypeVar("E", bound=Entry)


@final
class Registry(Generic[E]):
    """The entries of one package, found on first use and again when the package's path grows."""

    def __init__(self, *, package: str, constant: str, type: type[E]) -> None:
        self._package = package
        self._constant = constant
        self._type = type
        self._kind = type.__name__.lower()
        self._found: tuple[tuple[str, ...], Mapping[str, E]] | None = None

    def entries(self) -> Mapping[str, E]:
        """Every entry by name, in the order of the names.

        Raises `StatedocError` for a module without its constant, and for two entries with one name or
        one suffix.
        """
        path = tuple(import_module(self._package).__path__)
        if self._found is None or self._found[0] != path:
            self._found = path, self._discovered(path)
        return self._found[1]

    def named(self, name: str) -> E:
        """The entry of this name; `UnknownNameError` tells which there are."""
        found = self.entries()
        if not isinstance(name, str) or name not in found:
            raise UnknownNameError(f"no {self._kind} is named {name!r}; there are: {', '.join(found)}")
        return found[name]

    def for_path(self, path: str | os.PathLike[str] | None) -> E | None:
        """The entry whose suffix ends this path, the longest if several do; none for no path."""
        if path is None:
            return None
        name = os.path.basename(os.fspath(path)).lower()
        fitting = [
            (len(suffix), entry)
            for entry in self.entries().values()
            for suffix in entry.suffixes
            if name.endswith(suffix)
        ]
        return max(fitting, key=lambda pair: pair[0])[1] if fitting else None

    def for_content(self, head: bytes) -> E | None:
        """The entry that recognises the first bytes of a stream."""
        return next((entry for entry in self.entries().values() if entry.recognises and entry.recognises(head)), None)

    def _discovered(self, path: tuple[str, ...]) -> dict[str, E]:
        homes: dict[str, str] = {}
        found: dict[str, E] = {}
        for module in pkgutil.iter_modules(path, f"{self._package}."):
            if module.name.rpartition(".")[2].startswith("_"):
                continue
            entry = getattr(import_module(module.name), self._constant, None)
            if not isinstance(entry, self._type):
                raise StatedocError(f"{module.name} must define {self._constant}, a {self._type.__name__}")
            for claim in (entry.name, *entry.suffixes):
                if claim in homes:
                    raise StatedocError(f"both {homes[claim]} and {module.name} define the {self._kind} {claim!r}")
                homes[claim] = module.name
            found[entry.name] = entry
        return dict(sorted(found.items()))


def check_options(function: Callable[..., Any], options: Mapping[str, object], *, owner: str) -> None:
    """Refuse options that are no keyword-only parameters of `function`, naming those that are."""
    known = [
        each.name
        for each in inspect.signature(function).parameters.values()
        if each.kind is inspect.Parameter.KEYWORD_ONLY
    ]
    for option in options:
        if option not in known:
            raise StatedocError(f"{owner} has no option {option!r}; its options: {', '.join(known) or 'none'}")
