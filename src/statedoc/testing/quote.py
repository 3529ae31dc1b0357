"""Quotes, with their cues."""

from statedoc import model
from statedoc.testing._drawing import COUNTS, ends, maybe, member, one, some
from statedoc.testing._hypothesis import st
from statedoc.testing.span import spans
from statedoc.testing.surroundings import ANYWHERE, Surroundings
from statedoc.testing.text import NAMES


@st.composite
def cues(draw: st.DrawFn, around: Surroundings = ANYWHERE) -> model.Cue:
    """Cues of every class.

    >>> from hypothesis import find
    >>> from statedoc.testing import cues
    >>> find(cues(), lambda cue: cue.class_ == "doubtful").class_
    <CueClass.DOUBTFUL: 'doubtful'>
    """
    return model.Cue(span=draw(spans(around)), lemma=draw(NAMES), class_=member(draw, model.CueClass))


@st.composite
def quotes(draw: st.DrawFn, around: Surroundings = ANYWHERE, *, id: str | None = None) -> model.Quote:
    """Quotes of every kind, of one to three spans; all with the given id, or each with one of its own.

    A quote whose id is among those of the surroundings stands inside none but those before it, so that
    the quotes of a document never stand inside themselves.

    >>> from hypothesis import find
    >>> from statedoc.testing import Surroundings, quotes
    >>> find(quotes(Surroundings(quotes=("q1", "q2")), id="q2"), lambda quote: quote.within).within
    'q1'
    """
    outer = around.quotes[: around.quotes.index(id)] if id in around.quotes else around.quotes
    borders = sorted(number for _ in range(1 + draw(COUNTS)) for number in ends(draw, around))
    return model.Quote(
        id=id or draw(NAMES),
        kind=member(draw, model.QuoteKind),
        content=tuple(model.Span(start=start, end=end) for start, end in zip(borders[::2], borders[1::2], strict=True)),
        speakers=some(draw, around.actors),
        source=maybe(draw, spans(around)),
        cue=maybe(draw, cues(around)),
        via=some(draw, around.actors),
        addressee=some(draw, around.actors),
        speech=one(draw, around.speeches),
        within=one(draw, outer),
        rule=draw(NAMES),
    )
