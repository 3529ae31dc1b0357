"""Dates as they are read off a text: years, months and days, some of them still unknown."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, final

import attrs
from dateutil.relativedelta import relativedelta

from statedoc.languages.calendar import Calendar, Portion
from statedoc.model import CalendarDate, EdtfDate
from statedoc.text import ParsedText

_FARTHEST = 270  # days: a day without a year that lies farther off in this year belongs to the one before or after
_EARLIEST_YEAR, _LATEST_YEAR = 1000, 2999


@final
class Point(NamedTuple):
    """A year, month or day. `year` is None where the text leaves it out."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@final
class Found(NamedTuple):
    """A date in ``tokens[first:last]``: one point, or from one to another; None where it cannot be known."""

    first: int
    last: int
    start: Point | None
    end: Point | None
    fixed: bool = False  #: the year is not to be guessed


@final
@attrs.frozen(eq=False)
class Reader:
    """What the rules for dates read: a text, its calendar, and the day of writing."""

    text: ParsedText
    calendar: Calendar
    today: dt.date | None
    ago: Sequence[int]  #: the tokens that say how long ago it was

    def word(self, index: int) -> str:
        """A token's folded word; empty outside the text."""
        return self.text.tokens[index].folded if 0 <= index < len(self.text.tokens) else ""

    def is_ago(self, index: int, within: int) -> bool:
        """Whether one of so many tokens after this one says how long ago it was."""
        at = bisect_left(self.ago, index + 1)
        return at < len(self.ago) and self.ago[at] <= index + within

    def is_portion(self, index: int) -> bool:
        """Whether a noun for a vague part of a period stands here: «начале»."""
        return self.text.term_at(index, Portion) is not None

    def year(self, offset: int) -> int | None:
        """The year so many years from now, where now is known."""
        return self.today.year + offset if self.today else None


def is_year(number: int) -> bool:
    """Whether a number of four digits can be a year of the calendar."""
    return _EARLIEST_YEAR <= number <= _LATEST_YEAR


def of_day(day: dt.date) -> Point:
    """The point that is a day."""
    return Point(day.year, day.month, day.day)


def month_later(point: Point, months: int) -> Point:
    """The month so many months after one of a known year."""
    day = dt.date(point.year or 1, point.month or 1, 1) + relativedelta(months=months)
    return Point(day.year, day.month)


def edtf(found: Found, today: dt.date | None) -> EdtfDate | None:
    """The date that was found, a missing year taken from the day of writing; ValueError if there is no such day."""
    if found.start is None or found.end is None:
        return None
    start, end = found.start, found.end
    if not found.fixed and start.year is None and today is not None:
        year = _nearest_year(start, today)
        turns = end.year is None and _order(end) < _order(start)
        start = start._replace(year=year)
        end = end._replace(year=end.year or year + turns)
    first = CalendarDate(year=start.year, month=start.month, day=start.day)
    return EdtfDate(start=first, end=CalendarDate(year=end.year, month=end.month, day=end.day))


def _order(point: Point) -> tuple[int, int]:
    return point.month or 0, point.day or 0


def _nearest_year(point: Point, today: dt.date) -> int:
    """The year of writing, but for a date near the other end of it: in January, «25 декабря» was a few days ago."""
    if point.month is None:
        return today.year
    years = [today.year, today.year - 1, today.year + 1]
    for year in years:
        try:
            day = dt.date(year, point.month, point.day or 15)
        except ValueError:  # 29 February of another year
            continue
        if abs((day - today).days) <= _FARTHEST:
            return year
    return today.year
