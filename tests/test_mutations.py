"""Whatever becomes of an article on its way, it is read without an error, and what is found can be written."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import statedoc

ARTICLES = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("golden/articles/*.txt"))]
SHORT = 900
MARKS = st.sampled_from(
    [*'«»„“”"—–-.,:;!?()0123456789 \n\u00a0АЯЁ😀\u0301', "С. ", " А. Б. ", "«« ", " — заявил ", ", что "]
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A stretch of an article with marks put in and words taken out, joined to a stretch of another."""
    text = draw(st.sampled_from(ARTICLES))
    other = draw(st.sampled_from(ARTICLES))
    start = draw(st.integers(0, len(text) - 1))
    text = text[start : start + SHORT] + other[draw(st.integers(0, len(other) - 1)) :][: SHORT // 2]
    for _ in range(draw(st.integers(0, 12))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(MARKS) + text[at + draw(st.integers(0, 3)) :]
    return text


@given(mutated())
def test_a_mutated_article_is_read(text: str) -> None:
    document = statedoc.parse(text, language="ru")
    assert statedoc.loads(statedoc.dumps(document)) == document
