"""Ranges and lists of dates: «с января по август 2025 года», «4–5 сентября», «18, 23 и 25 марта»."""

from collections.abc import Sequence

from statedoc.extract.dates.absolute import (
    EARLIEST_BARE,
    LATEST_BARE,
    day_at,
    day_number,
    one,
    period_at,
    point_at,
    whole_number,
    year_at,
)
from statedoc.extract.dates.points import Found, Point, Reader, is_year
from statedoc.extract.numbers import hyphenated
from statedoc.languages.calendar import Month, Period
from statedoc.languages.currencies import Currency
from statedoc.languages.morphology import Case, Number
from statedoc.languages.units import Unit
from statedoc.text import TokenKind

_MOST_DAYS = 6  # of one list


def absolute(reader: Reader, index: int) -> tuple[Found, ...]:
    """The dates that start with this token: one, a range, or each of a list."""
    if found := point_at(reader, index):
        lists = found.last == index + 1 and reader.word(found.last) in reader.calendar.and_words
        years = _years(reader, index) or _listed_years(reader, index) if lists else ()
        return years or (_joined(reader, found) or found,)
    if reader.text.tokens[index].text[0].isdecimal():
        return _days(reader, index) or _years(reader, index) or _listed_years(reader, index)
    return _month_pair(reader, index)


def _separator(reader: Reader, index: int, first: int) -> bool:
    """Whether this token makes a range of the dates around it; `first` is where the first of them starts."""
    if not 0 < index < len(reader.text.tokens) - 1:
        return False
    if reader.text.tokens[index].kind is TokenKind.DASH:
        return True
    return reader.word(index) in reader.calendar.to_words and reader.word(first - 1) in reader.calendar.from_words


def _joined(reader: Reader, found: Found) -> Found | None:
    """The range of this date and one after it: «с января по август 2025 года»."""
    if found.start != found.end or found.start is None or not _separator(reader, found.last, found.first):
        return None
    after = point_at(reader, found.last + 1)
    if after is None or after.start is None or after.end is None or _depth(after.end) != _depth(found.start):
        return None
    start = found.start
    if start.year is None and after.end.year is not None:
        turns = (start.month or 0, start.day or 0) > (after.end.month or 0, after.end.day or 0)
        start = start._replace(year=after.end.year - turns)
    elif start.year is not None and after.end.year is None:
        return None
    return _range(found.first, after.last, start, after.end, fixed=found.fixed or after.fixed)


def _range(first: int, last: int, start: Point, end: Point, *, fixed: bool) -> Found | None:
    """A range, unless it ends before it starts."""
    known = start.year is not None and end.year is not None
    if known and tuple(part or 0 for part in end) < tuple(part or 0 for part in start):
        return None
    return Found(first, last, start, end, fixed)


def _depth(point: Point) -> int:
    return 3 if point.day else 2 if point.month else 1


def _days(reader: Reader, index: int) -> tuple[Found, ...]:
    """«4–5 сентября», «с 13 по 14 апреля», «18, 23 и 25 марта»."""
    at = index
    days: list[tuple[int, int]] = []
    links: list[bool] = []
    while (day := day_number(reader, at)) is not None and len(days) < _MOST_DAYS:
        days.append((at, day))
        if found := day_at(reader, at):
            return _listed(reader, days, links, found)
        sep = at + 1
        ranged = _separator(reader, sep, index) or _is_night(reader, sep, index, day)
        if not ranged and reader.word(sep) not in reader.calendar.and_words:
            return ()
        links.append(ranged)
        at += 2
    return ()


def _is_night(reader: Reader, sep: int, first: int, day: int) -> bool:
    """Whether the days around this token are those of one night: «с 20 на 21 марта»."""
    if reader.word(sep) not in reader.calendar.night_words:
        return False
    return reader.word(first - 1) in reader.calendar.from_words and day_number(reader, sep + 1) == day + 1


def _listed(reader: Reader, days: Sequence[tuple[int, int]], links: Sequence[bool], found: Found) -> tuple[Found, ...]:
    """The dates of a list of days, of which the last has the month; `links` tells which are ends of ranges."""
    if found.start is None or len(days) < 2:
        return ()
    if len(days) > 2 and not any(links) and reader.word(days[-1][0] - 1) == ",":
        return ()
    points = [found.start._replace(day=day) for _, day in days]
    out: list[Found] = []
    at = 0
    while at < len(days):
        last = found.last if at == len(days) - 1 else days[at][0] + 1
        pair = at + 1 < len(days) and (links[at] or (len(days) == 2 and points[1].day == (points[0].day or 0) + 1))
        if pair and (points[at].day or 0) < (points[at + 1].day or 0):
            last = found.last if at + 1 == len(days) - 1 else days[at + 1][0] + 1
            out.append(Found(days[at][0], last, points[at], points[at + 1], found.fixed))
            at += 2
        else:
            out.append(one(days[at][0], last, points[at], fixed=found.fixed))
            at += 1
    return tuple(out)


def _years(reader: Reader, index: int) -> tuple[Found, ...]:
    """«2010–2011 годы», «с 2005 по 2010 год», «2005 и 2006 годах»."""
    first = whole_number(reader, index, reader.calendar.year_endings)
    if first is None or not is_year(first):
        return ()
    sep, at = index + 1, index + 2
    ranged = _separator(reader, sep, index)
    if not ranged and reader.word(sep) not in reader.calendar.and_words:
        return ()
    second = whole_number(reader, at, reader.calendar.year_endings)
    if second is None:
        return ()
    noun = period_at(reader, at + 1, Period.YEAR)
    if second < 100 and ranged and noun:
        second += first // 100 * 100
    if not is_year(second) or not first < second:
        return ()
    bare = ranged and first >= EARLIEST_BARE and second <= LATEST_BARE and not _is_measured(reader, at + 1)
    if noun is None and not bare:
        return ()
    last = noun or at + 1
    if ranged or second == first + 1:
        return (Found(index, last, Point(first), Point(second)),)
    return one(index, index + 1, Point(first)), one(at, last, Point(second))


def _is_measured(reader: Reader, after: int) -> bool:
    """Whether a unit in the genitive plural, or a sign, stands behind a number: «1900–2100 долларов»."""
    entries = (term.entry for term in reader.text.terms_at(after)) if after < len(reader.text.tokens) else ()
    if not any(isinstance(each, Currency | Unit) for each in entries):
        return False
    readings = reader.text.readings(after)
    return not readings or any(each.case is Case.GENITIVE and each.number is Number.PLURAL for each in readings)


def _listed_years(reader: Reader, index: int) -> tuple[Found, ...]:
    """«2021 и 2022 годах», «2019, 2020 и 2022 годы»: bare years, with the noun behind the last."""
    years: list[tuple[int, int]] = []
    at = index
    while len(years) < _MOST_DAYS:
        year = whole_number(reader, at, reader.calendar.year_endings)
        if year is None or not is_year(year) or (years and year <= years[-1][1]):
            return ()
        years.append((at, year))
        if (noun := period_at(reader, at + 1, Period.YEAR)) is not None:
            last = [first + 1 for first, _ in years[:-1]] + [noun]
            ends = zip(years, last, strict=True)
            return tuple(one(first, end, Point(year)) for (first, year), end in ends) if len(years) > 1 else ()
        if reader.word(at + 1) not in reader.calendar.and_words:
            return ()
        at += 2
    return ()


def _month_pair(reader: Reader, index: int) -> tuple[Found, ...]:
    """«январь-август 2025 года», which is one word."""
    token = reader.text.tokens[index]
    if not token.is_word or "-" not in token.text:
        return ()
    months = [entry.number for entry in hyphenated(reader.text.pack, token.folded) if type(entry) is Month]
    if len(months) != 2:
        return ()
    year = year_at(reader, index + 1)
    known = year.year if year else None
    found = _range(
        index,
        year.last if year else index + 1,
        Point(known, months[0]) if months[0] <= months[1] or not known else Point(known - 1, months[0]),
        Point(known, months[1]),
        fixed=year is not None,
    )
    return (found,) if found else ()
