"""Dates as precise as a text makes them: the part of EDTF (ISO 8601-2) that news needs.

Supported forms: ``1992``, ``2025-11``, ``2025-11-12``, ``XXXX-05-04`` and ``XXXX-05`` (year not
given), each with a trailing ``~`` when approximate, and intervals of two such dates, of which one
may be open: ``2025-01/2025-08``, ``2002/..``, ``../1991-12-26``.
"""

import re
from datetime import date
from enum import StrEnum
from functools import total_ordering
from typing import final

import attrs
from attrs import evolve, field
from attrs.validators import instance_of, optional
from dateutil.relativedelta import relativedelta

from statedoc.model.checks import whole

_POINT = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<about>~)?", re.ASCII)
_OPEN = ".."
_LEAP_YEAR = 2000  # the year against which a day without a year is checked


class Precision(StrEnum):
    """How much of a date is known.

    >>> from statedoc import parse_edtf
    >>> parse_edtf("2025-11").precision.value, parse_edtf("2025-01/2025-08").precision.value
    ('month', 'interval')
    """

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


@final
@attrs.frozen(kw_only=True)
class CalendarDate:
    """A year, a month of a year, or a day, on the Gregorian calendar.

    `year` is None where the text gives none («4 мая»). Impossible dates are refused.

    >>> str(CalendarDate(year=1992, month=5))
    '1992-05'
    """

    year: int | None = field(default=None, validator=optional(whole(1, 9999)))
    month: int | None = field(default=None, validator=optional(whole(1, 12)))
    day: int | None = field(default=None, validator=optional(whole(1, 31)))
    approximate: bool = field(default=False, validator=instance_of(bool))

    def __attrs_post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a date with a day needs a month")
        if self.year is None and self.month is None:
            raise ValueError("a date needs a year or a month")
        if self.month is not None and self.day is not None:
            try:
                date(self.year or _LEAP_YEAR, self.month, self.day)
            except ValueError:
                raise ValueError(f"there is no day {self}") from None

    def __str__(self) -> str:
        parts = ["XXXX" if self.year is None else f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts) + ("~" if self.approximate else "")

    @property
    def precision(self) -> Precision:
        """The smallest part that is known."""
        if self.day is not None:
            return Precision.DAY
        return Precision.YEAR if self.month is None else Precision.MONTH

    @property
    def earliest(self) -> date | None:
        """The first day it can mean; None where the year is not known."""
        return None if self.year is None else date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date | None:
        """The last day it can mean; None where the year is not known.

        >>> CalendarDate(year=2024, month=2).latest
        datetime.date(2024, 2, 29)
        """
        first = self.earliest
        if first is None or self.day is not None:
            return first
        return first + relativedelta(month=self.month or 12, day=31)


@final
@total_ordering
@attrs.frozen(kw_only=True)
class EdtfDate:
    """A date or an interval; `str` of it is its EDTF form.

    For a single date `start` and `end` are the same. An interval has a `start` and an `end`, one of
    which may be None where the interval is open. Dates compare by their first day, then their last;
    those without a year come after all others, in calendar order.

    >>> sorted([parse_edtf("1992-05"), parse_edtf("1992"), parse_edtf("1991/1992")])[0].precision
    <Precision.INTERVAL: 'interval'>
    """

    start: CalendarDate | None = field(validator=optional(instance_of(CalendarDate)))
    end: CalendarDate | None = field(validator=optional(instance_of(CalendarDate)))

    def __attrs_post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("an interval cannot be open at both ends")
        if self.start is None or self.end is None:
            return
        first, last = self.start.earliest, self.end.latest
        if first is not None and last is not None and last < first:
            raise ValueError(f"the interval {self} ends before it starts")

    def __str__(self) -> str:
        if self.start == self.end:
            return str(self.start)
        return f"{self.start or _OPEN}/{self.end or _OPEN}"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, EdtfDate):
            return NotImplemented
        return self._order() < other._order()

    @property
    def precision(self) -> Precision:
        """The smallest part that is known, or `Precision.INTERVAL`."""
        if self.start is None or self.start != self.end:
            return Precision.INTERVAL
        return self.start.precision

    @property
    def approximate(self) -> bool:
        """Whether either end is marked as approximate."""
        return any(end.approximate for end in (self.start, self.end) if end)

    @property
    def earliest(self) -> date | None:
        """The first day it can mean; None where that is open or the year is not known."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day it can mean; None where that is open or the year is not known."""
        return self.end.latest if self.end else None

    def _order(self) -> tuple[bool, date, date, str]:
        yearless = all(end.year is None for end in (self.start, self.end) if end)
        start, end = (evolve(end, year=_LEAP_YEAR) if end and yearless else end for end in (self.start, self.end))
        first, last = start and start.earliest, end and end.latest
        return yearless, first or date.min, last or date.max, str(self)


def parse_edtf(text: str) -> EdtfDate:
    """The date that an EDTF string means; ValueError if it is none or is not supported.

    >>> parse_edtf("2025-01/2025-08").latest
    datetime.date(2025, 8, 31)
    """
    first, slash, last = text.partition("/")
    if not slash:
        point = _point(first)
        return EdtfDate(start=point, end=point)
    start = None if first == _OPEN else _point(first)
    end = None if last == _OPEN else _point(last)
    if start is not None and start == end:
        raise ValueError(f"the interval {text!r} starts and ends with the same date; write {str(start)!r}")
    return EdtfDate(start=start, end=end)


def _point(text: str) -> CalendarDate:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(
            f"not a supported EDTF date: {text!r}; write it like 1992, 2025-11-12, XXXX-05-04, 1992~ or 2025-01/2025-08"
        )
    year, month, day = (int(part) if part and part != "XXXX" else None for part in match.group("year", "month", "day"))
    return CalendarDate(year=year, month=month, day=day, approximate=match["about"] is not None)
