"""Spans."""

from statedoc import model
from statedoc.testing._drawing import ends
from statedoc.testing._hypothesis import st
from statedoc.testing.surroundings import ANYWHERE, Surroundings


@st.composite
def spans(draw: st.DrawFn, around: Surroundings = ANYWHERE) -> model.Span:
    """Spans inside the text, empty ones too.

    >>> from hypothesis import find
    >>> from statedoc.testing import spans
    >>> find(spans(), lambda span: span.start == span.end)
    Span(start=0, end=0)
    """
    start, end = ends(draw, around)
    return model.Span(start=start, end=end)
