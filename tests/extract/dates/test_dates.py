"""Dates beside the examples of the language packs: what they hang on, and laws."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedoc.extract.dates import DatedWords, dates
from statedoc.languages import pack
from statedoc.text import cut

RUSSIAN = pack("ru")
WORDS = ["в", "с", "по", "5", "31", "2024", "года", "мая", "мае", "февраля", "понедельник", ",", "—", "прошлом", "году"]
WORDS += [
    "XX",
    "веке",
    "90-х",
    "годах",
    "первом",
    "квартале",
    "три",
    "дня",
    "назад",
    "накануне",
    "весной",
    "12.11.2025",
    "АСТАНА",
    "сравнению",
    "прошёл",
    "пройдёт",
]


def found(text: str, published: dt.date | None = None) -> tuple[DatedWords, ...]:
    return dates(cut(text, RUSSIAN), published)


def shown(text: str, published: dt.date | None = None) -> list[str]:
    return [str(each.mention.edtf) for each in found(text, published)]


@pytest.mark.parametrize(
    ("published", "date"),
    [
        (dt.date(2025, 1, 10), "2024-12-25"),
        (dt.date(2025, 6, 1), "2024-12-25"),
        (dt.date(2025, 12, 20), "2025-12-25"),
        (None, "XXXX-12-25"),
    ],
)
def test_a_missing_year_is_the_nearest_sensible_one(published: dt.date | None, date: str) -> None:
    assert shown("Это случилось 25 декабря.", published) == [date]


def test_the_turn_of_the_year_goes_forward_too() -> None:
    assert shown("Визит начнётся 15 января.", dt.date(2025, 12, 20)) == ["2026-01-15"]


def test_29_february_waits_for_a_leap_year() -> None:
    assert shown("Он родился 29 февраля.", dt.date(2024, 6, 1)) == ["2024-02-29"]
    assert shown("Он родился 29 февраля.") == ["XXXX-02-29"]


def test_the_hour_of_publication_changes_nothing() -> None:
    moment = dt.datetime(2025, 11, 12, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=5)))
    assert shown("Вчера всё решилось.", moment) == ["2025-11-11"]


@pytest.mark.parametrize(
    ("published", "date"),
    [
        (dt.date(2025, 11, 10), "2025-11-10"),  # a Monday
        (dt.date(2025, 11, 9), "2025-11-03"),
        (dt.date(2025, 11, 14), "2025-11-10"),
    ],
)
def test_a_weekday_is_the_latest(published: dt.date, date: str) -> None:
    assert shown("В понедельник он прибыл.", published) == [date]


def test_a_weekday_with_a_verb_in_the_future_is_the_next() -> None:
    assert shown("В понедельник он прибудет.", dt.date(2025, 11, 10)) == ["2025-11-17"]


def test_what_cannot_be_resolved_keeps_its_span() -> None:
    (only,) = found("Накануне, сообщил он, всё решилось.")
    assert only.mention.edtf is None
    assert only.mention.span is not None
    assert (only.first, only.last) == (0, 1)


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1)))
def test_dates_stand_in_order_and_never_overlap(words: list[str], published: dt.date | None) -> None:
    text = " ".join(words)
    parsed = cut(text, RUSSIAN)
    end = 0
    for each in dates(parsed, published):
        assert end <= each.first < each.last <= len(parsed.tokens)
        assert each.mention.span == parsed.span(each.first, each.last)
        end = each.last
    assert dates(parsed, published) == dates(parsed, published)


@given(st.dates(dt.date(1800, 1, 1), dt.date(2200, 12, 31)))
def test_written_days_are_read_back(day: dt.date) -> None:
    assert shown(f"Акт подписан {day:%d.%m.%Y}.") == [day.isoformat()]
    assert shown(f"Акт подписан {day.isoformat()}.") == [day.isoformat()]


def test_what_starts_goes_on_but_happens_once() -> None:
    (only,) = found("Договор действует с 2009 года.")
    assert str(only.mention.edtf) == "2009/.."
    assert str(only.event.edtf) == "2009"
    assert only.event.span == only.mention.span
    (day,) = found("Договор действует с 1 мая 2009 года.")
    assert day.event == day.mention
