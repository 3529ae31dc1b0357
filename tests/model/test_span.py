"""Where words stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedoc.model import Mention, MentionForm, Span
from statedoc.testing import Surroundings, spans, texts


def span(start: int, end: int) -> Span:
    return Span(start=start, end=end)


def test_it_counts_code_points() -> None:
    text = "e\u0301 👩\u200d👧 ё"
    assert span(3, 6).of(text) == "👩\u200d👧"
    assert len(span(3, 6)) == 3


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (0, -1), (3, 2)])
def test_impossible_spans(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=r"must not be less than 0|cannot end"):
        span(start, end)
    with pytest.raises(ValueError, match=r"must not be less than 0|cannot end"):
        Mention(start=start, end=end, form=MentionForm.NAME)


@pytest.mark.parametrize("start", [0.0, "0", None, False])
def test_only_whole_numbers(start: object) -> None:
    with pytest.raises(TypeError, match="start must be a whole number"):
        Span(start=start, end=5)  # type: ignore[arg-type]


def test_an_empty_span_is_still_a_span() -> None:
    assert span(3, 3)
    assert len(span(3, 3)) == 0


def test_order() -> None:
    assert sorted([span(2, 3), span(0, 9), span(0, 1)]) == [span(0, 1), span(0, 9), span(2, 3)]


def test_a_mention_knows_its_span() -> None:
    assert Mention(start=2, end=4, form=MentionForm.ROLE).span == span(2, 4)


@given(texts(), st.data())
def test_a_span_and_what_is_around_it_are_the_text(text: str, data: st.DataObject) -> None:
    drawn = data.draw(spans(Surroundings(length=len(text))))
    assert text[: drawn.start] + drawn.of(text) + text[drawn.end :] == text
    assert len(drawn.of(text)) == len(drawn)


@given(spans(), spans())
def test_overlap_is_of_code_points(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)


@given(spans(), spans())
def test_who_holds_each_other_is_the_same(one: Span, other: Span) -> None:
    assert one.holds(one)
    assert (one.holds(other) and other.holds(one)) == (one == other)
