"""Spans."""

from statedoc import model
from statedoc.testing._drawing import ends
from statedoc.testing._hypothesis import st
from statedoc.testing.surroundings import ANYWHERE, Surroundings


@st.composite
def spans(draw: st.DrawFn, around: Surroundings = ANYWHERE) -> model.Span:
    """Spans inside the text, empty ones too."""
    start, end = ends(draw, around)
    return model.Span(start=start, end=end)
