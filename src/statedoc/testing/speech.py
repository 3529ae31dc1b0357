"""Speeches."""

from statedoc import model
from statedoc.testing._drawing import maybe, member, some
from statedoc.testing._hypothesis import st
from statedoc.testing.date import date_mentions
from statedoc.testing.span import spans
from statedoc.testing.surroundings import ANYWHERE, Surroundings
from statedoc.testing.text import NAMES, NAMES_OR_NONE


@st.composite
def speeches(draw: st.DrawFn, around: Surroundings = ANYWHERE, *, id: str | None = None) -> model.Speech:
    """Speeches of every kind; all with the given id, or each with one of its own.

    >>> from hypothesis import find
    >>> from statedoc.testing import Surroundings, speeches
    >>> find(speeches(Surroundings(actors=("guest",))), lambda speech: speech.audience).audience
    ('guest',)
    """
    return model.Speech(
        id=id or draw(NAMES),
        kind=member(draw, model.SpeechKind),
        speakers=some(draw, around.actors),
        medium=draw(NAMES_OR_NONE),
        occasion=draw(NAMES_OR_NONE),
        place=draw(NAMES_OR_NONE),
        audience=some(draw, around.actors),
        date=maybe(draw, date_mentions(around)),
        span=draw(spans(around)),
        quotes=some(draw, around.quotes),
        rule=draw(NAMES),
    )
