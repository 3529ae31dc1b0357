"""Dates as precise as a text makes them."""

from datetime import date

import pytest

from statedoc.model import CalendarDate, DateMention, EdtfDate, Precision, Span, parse_edtf


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest", "approximate"),
    [
        ("1992", Precision.YEAR, date(1992, 1, 1), date(1992, 12, 31), False),
        ("0001", Precision.YEAR, date(1, 1, 1), date(1, 12, 31), False),
        ("9999", Precision.YEAR, date(9999, 1, 1), date(9999, 12, 31), False),
        ("2024-02", Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29), False),
        ("2025-02~", Precision.MONTH, date(2025, 2, 1), date(2025, 2, 28), True),
        ("2025-11-12", Precision.DAY, date(2025, 11, 12), date(2025, 11, 12), False),
        ("1992~", Precision.YEAR, date(1992, 1, 1), date(1992, 12, 31), True),
        ("XXXX-05", Precision.MONTH, None, None, False),
        ("XXXX-05-04", Precision.DAY, None, None, False),
        ("XXXX-02-29", Precision.DAY, None, None, False),
        ("2025-01/2025-08", Precision.INTERVAL, date(2025, 1, 1), date(2025, 8, 31), False),
        ("1991/1992~", Precision.INTERVAL, date(1991, 1, 1), date(1992, 12, 31), True),
        ("2024/2024-05", Precision.INTERVAL, date(2024, 1, 1), date(2024, 5, 31), False),
        ("2002/..", Precision.INTERVAL, date(2002, 1, 1), None, False),
        ("../1991-12-26", Precision.INTERVAL, None, date(1991, 12, 26), False),
        ("XXXX-12-25/XXXX-01-07", Precision.INTERVAL, None, None, False),
    ],
)
def test_what_a_date_means(
    text: str, precision: Precision, earliest: date | None, latest: date | None, approximate: bool
) -> None:
    parsed = parse_edtf(text)
    assert str(parsed) == text
    assert parsed.precision is precision
    assert parsed.earliest == earliest
    assert parsed.latest == latest
    assert parsed.approximate is approximate


@pytest.mark.parametrize(
    "text",
    [
        *("", "92", "19922", "1992-5", "1992-05-4", "1992-", "XX92", "1992?", "1992%", "~1992"),
        *("1992-05~-04", "1992/", "/1992", "../..", "1992//1993", "1991/1992/1993", "1992-21", "Y19920", "-0044"),
        *(" 1992", "1992\n", "..", "1992..1993", "١٩٩٢", "2025-11-12T10:00Z", "May 1992"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"EDTF|open at both ends|must not be"):
        parse_edtf(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("XXXX", "a date needs a year or a month"),
        ("XXXX~", "a date needs a year or a month"),
        ("2025-02-29", "there is no day 2025-02-29"),
        ("1900-02-29", "there is no day 1900-02-29"),
        ("XXXX-02-30", "there is no day XXXX-02-30"),
        ("2025-04-31~", "there is no day 2025-04-31~"),
        ("2025-00", "month must not be less than 1: 0"),
        ("2025-13", "month must not be more than 12: 13"),
        ("2025-01-00", "day must not be less than 1: 0"),
        ("2025-01-32", "day must not be more than 31: 32"),
        ("0000", "year must not be less than 1: 0"),
        ("2025/2024", "the interval 2025/2024 ends before it starts"),
        ("2025-05/2025-04-30", "ends before it starts"),
        ("../..", "cannot be open at both ends"),
        ("1992/1992", "starts and ends with the same date; write '1992'"),
    ],
)
def test_impossible_dates(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        parse_edtf(text)


def test_a_date_needs_its_larger_parts() -> None:
    with pytest.raises(ValueError, match="a date with a day needs a month"):
        CalendarDate(year=1992, day=4)
    with pytest.raises(ValueError, match="a date needs a year or a month"):
        CalendarDate()


def test_dates_sort() -> None:
    ordered = [
        "../1990",
        "1991/1992",
        "1992-01-01",
        "1992-01",
        "1992",
        "1992~",
        "1992/..",
        "1992-05",
        "../XXXX-03",
        "XXXX-02-29",
        "XXXX-05-01",
        "XXXX-05",
        "XXXX-05-04",
        "XXXX-12",
    ]
    assert [str(each) for each in sorted(map(parse_edtf, reversed(ordered)))] == ordered


def test_comparison_with_something_else() -> None:
    with pytest.raises(TypeError):
        _ = parse_edtf("1992") < "1993"
    assert parse_edtf("1992") != "1992"


def test_an_interval_of_one_date_is_that_date() -> None:
    point = CalendarDate(year=1992)
    assert EdtfDate(start=point, end=point) == parse_edtf("1992")


def test_a_mentioned_date_may_be_unknown() -> None:
    mention = DateMention(edtf=None, span=Span(start=0, end=8))
    assert mention.edtf is None
