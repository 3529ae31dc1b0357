"""Dates as they are read off a text: years, months and days, some of them still unknown."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple, final

import attrs
from dateutil.relativedelta import relativedelta

from statedoc.languages.calendar import Calendar, Portion
from statedoc.languages.morphology import Tense
from statedoc.model import CalendarDate, EdtfDate
from statedoc.text import ParsedText

_FARTHEST = 270  # days: a day without a year that lies farther off in this year belongs to the one before or after
_ASTRAY = 31  # days: so far may what happened lie ahead, or what will happen behind; the verb may be another date's
_LEAP, _COMMON = 2000, 2001  # years that stand for all others
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
    open: bool = False  #: it only starts here, and goes on


@final
@attrs.frozen(eq=False)
class Reader:
    """What the rules for dates read: a text, its calendar, and the day of writing."""

    text: ParsedText
    calendar: Calendar
    today: dt.date | None
    yearless: Point | None  #: the day of writing where its year is not known; None where it is, or nothing is known
    ago: Sequence[int]  #: the tokens that say how long ago it was
    around: dt.date | None = None  #: a day near which those without a year are, where that of writing is not known

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

    def day(self, offset: int) -> Point | None:
        """The day so many days from now; None where that is not known."""
        if self.today is not None:
            return of_day(self.today + dt.timedelta(days=offset))
        if self.yearless is None:
            return None
        found = set()
        for year in _LEAP, _COMMON:
            with suppress(ValueError):  # 29 February has no common year
                day = dt.date(year, self.yearless.month or 1, self.yearless.day or 1) + dt.timedelta(days=offset)
                found.add(Point(None, day.month, day.day))
        return found.pop() if len(found) == 1 else None

    def month(self, offset: int) -> Point | None:
        """The month so many months from now; None where that is not known."""
        if self.today is not None:
            return month_later(of_day(self.today), offset)
        return month_later(self.yearless, offset)._replace(year=None) if self.yearless else None

    def year(self, offset: int) -> int | None:
        """The year so many years from now, where now is known."""
        return self.today.year + offset if self.today else None


def is_year(number: int) -> bool:
    """Whether a number of four digits can be a year of the calendar."""
    return _EARLIEST_YEAR <= number <= _LATEST_YEAR


def of_day(day: dt.date) -> Point:
    """The point that is a day."""
    return Point(day.year, day.month, day.day)


def calendar_date(point: Point) -> CalendarDate:
    """The date that a point is; ValueError if no calendar has it."""
    return CalendarDate(year=point.year, month=point.month, day=point.day)


def month_later(point: Point, months: int) -> Point:
    """The month so many months after another."""
    day = dt.date(point.year or _LEAP, point.month or 1, 1) + relativedelta(months=months)
    return Point(day.year, day.month)


def edtf(found: Found, today: dt.date | None, tense: Tense | None) -> EdtfDate | None:
    """The date that was found, a missing year taken from the day of writing; ValueError if there is no such day.

    `tense` is that of the verb beside it, if there is one.
    """
    if found.start is None or found.end is None:
        return None
    start, end = found.start, found.end
    if not found.fixed and start.year is None and today is not None:
        turns = end.year is None and _order(end) < _order(start)
        year = _nearest_year(start if turns else end, today, tense)
        start = start._replace(year=year)
        end = end._replace(year=end.year or year + turns)
    return EdtfDate(start=calendar_date(start), end=None if found.open else calendar_date(end))


def _order(point: Point) -> tuple[int, int]:
    return point.month or 0, point.day or 0


def _nearest_year(point: Point, today: dt.date, tense: Tense | None) -> int:
    """The year of writing, but for a date near the other end of it: in January, «25 декабря» was a few days ago.

    What has happened is not looked for ahead of that day, nor what will happen behind it.
    """
    if point.month is None:
        return today.year
    farthest_behind, farthest_ahead = _FARTHEST, _FARTHEST
    if tense is Tense.FUTURE:
        farthest_behind, farthest_ahead = _ASTRAY, 366
    elif tense is Tense.PAST:
        farthest_behind, farthest_ahead = 366, _ASTRAY
    for year in (today.year, today.year - 1, today.year + 1):
        try:
            day = dt.date(year, point.month, point.day or 15)
        except ValueError:  # 29 February of another year
            continue
        if -farthest_behind <= (day - today).days <= farthest_ahead:
            return year
    return today.year
