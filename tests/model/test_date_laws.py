"""What is true of every date."""

from functools import reduce

from hypothesis import given

from statedoc.model import CalendarDate, EdtfDate, Precision, parse_edtf
from statedoc.testing import calendar_dates, edtf_dates


@given(edtf_dates())
def test_a_date_comes_back_from_its_text(value: EdtfDate) -> None:
    assert parse_edtf(str(value)) == value


@given(calendar_dates())
def test_a_single_date_is_written_like_its_point(point: CalendarDate) -> None:
    value = EdtfDate(start=point, end=point)
    assert str(value) == str(point)
    assert value.precision is point.precision is not Precision.INTERVAL


@given(edtf_dates(), edtf_dates())
def test_order_is_total_and_agrees_with_equality(one: EdtfDate, other: EdtfDate) -> None:
    assert (one < other) + (one == other) + (one > other) == 1
    assert (one <= other) == (one < other or one == other)
    assert hash(one) == hash(other) or one != other


@given(edtf_dates(), edtf_dates(), edtf_dates())
def test_order_is_transitive(one: EdtfDate, two: EdtfDate, three: EdtfDate) -> None:
    first, second, third = sorted([one, two, three])
    assert first <= second <= third
    assert first <= third
    assert reduce(min, [one, two, three]) == first


@given(edtf_dates())
def test_a_date_never_ends_before_it_starts(value: EdtfDate) -> None:
    if value.earliest and value.latest:
        assert value.earliest <= value.latest


@given(calendar_dates())
def test_a_day_is_known_exactly(point: CalendarDate) -> None:
    if point.precision is Precision.DAY:
        assert point.earliest == point.latest
    assert (point.earliest is None) == (point.year is None)


@given(edtf_dates(), edtf_dates())
def test_of_dates_with_years_the_earlier_day_comes_first(one: EdtfDate, other: EdtfDate) -> None:
    if one.earliest and other.earliest and one.earliest < other.earliest:
        assert one < other
