"""How the parts of a record are drawn.

Strategies are built once, as constants here and in the other files: building them anew for each record takes longer
than drawing from them.
"""

from enum import StrEnum
from typing import Any, TypeVar

from statedoc import model
from statedoc.testing._hypothesis import SearchStrategy, st
from statedoc.testing.surroundings import Surroundings

_Item = TypeVar("_Item")
_Member = TypeVar("_Member", bound=StrEnum)

_NUMBERS = st.integers(0, 1_000_000)  # taken modulo the length of the text, or the count of ids
_NUMBER_PAIRS = st.tuples(_NUMBERS, _NUMBERS)
_NUMBER_LISTS = st.lists(_NUMBERS, max_size=3)
COUNTS = st.integers(0, 2)  # how many there are of what may be there more than once
_BOOLEANS = st.booleans()
MEMBERS: dict[type[StrEnum], SearchStrategy[Any]] = {
    enum: st.sampled_from(enum) for enum in vars(model).values() if isinstance(enum, type) and issubclass(enum, StrEnum)
}


def ids(draw: st.DrawFn, letter: str) -> tuple[str, ...]:
    """No, one or two ids of one kind of record."""
    return tuple(f"{letter}{number + 1}" for number in range(draw(COUNTS)))


def ends(draw: st.DrawFn, around: Surroundings) -> list[int]:
    """Two offsets inside the text, the lesser one first."""
    return sorted(number % (around.length + 1) for number in draw(_NUMBER_PAIRS))


def one(draw: st.DrawFn, ids: tuple[str, ...]) -> str | None:
    """One of `ids`, or none."""
    return (None, *ids)[draw(_NUMBERS) % (len(ids) + 1)]


def some(draw: st.DrawFn, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Up to three of `ids`, each once."""
    return tuple(dict.fromkeys(ids[number % len(ids)] for number in draw(_NUMBER_LISTS))) if ids else ()


def member(draw: st.DrawFn, enum: type[_Member]) -> _Member:
    """Any member of a vocabulary."""
    member: _Member = draw(MEMBERS[enum])
    return member


def maybe(draw: st.DrawFn, items: SearchStrategy[_Item]) -> _Item | None:
    """One of `items`, or none."""
    return draw(items) if draw(_BOOLEANS) else None


def few(draw: st.DrawFn, items: SearchStrategy[_Item]) -> tuple[_Item, ...]:
    """Up to two of `items`."""
    return tuple(draw(items) for _ in range(draw(COUNTS)))
