"""Where a record stands."""

from typing import final

import attrs


@final
@attrs.frozen(kw_only=True)
class Surroundings:
    """The document that a record stands in: how long its text is, and which ids can be referred to.

    >>> from hypothesis import find
    >>> from statedoc.testing import Surroundings, spans
    >>> find(spans(Surroundings(length=3)), lambda span: len(span) == 3)
    Span(start=0, end=3)
    """

    length: int = 100  #: code points of the text
    actors: tuple[str, ...] = ("a1", "a2")
    speeches: tuple[str, ...] = ("s1",)
    quotes: tuple[str, ...] = ("q1",)


ANYWHERE = Surroundings()  #: the surroundings of a record that is drawn by itself
