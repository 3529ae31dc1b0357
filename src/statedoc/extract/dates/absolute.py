"""Dates that stand by themselves: days, months, years, decades, centuries, quarters, seasons."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from statedoc.extract.dates.points import Found, Point, Reader, is_year
from statedoc.extract.numbers import ended
from statedoc.languages.calendar import (
    DecadeWord,
    Division,
    Month,
    Period,
    PeriodNoun,
    SameYear,
    Season,
    ThisYear,
    Which,
)
from statedoc.languages.numbers import Ordinal
from statedoc.text import TokenKind

_NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_ROMAN = re.compile(r"(?=[IVXLC])(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
LATEST_BARE, EARLIEST_BARE = 2100, 1500  # a number without a noun is a year only between these
_PIVOT = 30  # "the year 67" is 1967, "25" is 2025


class YearRead(NamedTuple):
    """A year after a month or a season: the token after it, and the year where it is known."""

    last: int
    year: int | None


def whole_number(reader: Reader, index: int, endings: frozenset[str]) -> int | None:
    """The number of a token in figures, perhaps with an ordinal's ending."""
    if not 0 <= index < len(reader.text.tokens):
        return None
    token = reader.text.tokens[index]
    if token.kind is TokenKind.NUMBER:
        return int(token.text) if len(token.text) <= 4 and token.text.isdecimal() else None
    parts = ended(token) if token.is_word else None
    return parts[0] if parts and parts[1] in endings else None


def order_at(reader: Reader, index: int) -> int | None:
    """The place that an ordinal word, figures with an ending or a Roman number give."""
    if not 0 <= index < len(reader.text.tokens):
        return None
    if found := reader.text.term_at(index, Ordinal):
        return found[1].value
    word = reader.text.tokens[index].text
    if len(word) <= 8 and _ROMAN.fullmatch(word):
        values = [_ROMAN_VALUES[letter] for letter in word]
        return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    parts = ended(reader.text.tokens[index])
    return parts[0] if parts else None


def period_at(reader: Reader, index: int, unit: Period, *, plural: bool = True) -> int | None:
    """The index after a noun for a period that stands here."""
    found = reader.text.term_at(index, PeriodNoun)
    if found is None or found[1].unit is not unit:
        return None
    return found[0] if plural or reader.word(index) in found[1].forms else None


def year_at(reader: Reader, index: int) -> YearRead | None:
    """A year that follows a month or a season: «2007 года», «2025», «прошлого года», «с. г.»."""
    text = reader.text
    number = whole_number(reader, index, reader.calendar.year_endings)
    if number is not None:
        noun = period_at(reader, index + 1, Period.YEAR)
        if is_year(number) and (noun or EARLIEST_BARE <= number <= LATEST_BARE):
            return YearRead(noun or index + 1, number)
        if noun and number < 100 and text.tokens[index].is_word:
            return YearRead(noun, _full_year(number))
        return None
    if this_year := text.term_at(index, ThisYear):
        return YearRead(this_year[0], reader.year(0))
    if same_year := text.term_at(index, SameYear):
        return YearRead(same_year[0], None)
    if which := text.term_at(index, Which):
        noun = period_at(reader, which[0], Period.YEAR, plural=False)
        if noun:
            return YearRead(noun, reader.year(which[1].offset))
        if (named := whole_number(reader, which[0], frozenset())) and is_year(named):
            return year_at(reader, which[0])
    return None


def point_at(reader: Reader, index: int) -> Found | None:
    """One date that starts with this token, perhaps a stretch («осенью 2007 года»), but no range of dates."""
    token = reader.text.tokens[index] if index < len(reader.text.tokens) else None
    if token is None:
        return None
    if token.text[0].isdecimal():
        found = _numeric(reader, index) or day_at(reader, index) or _decade(reader, index) or _year(reader, index)
        return found if found or not token.is_word else _division(reader, index) or _century(reader, index)
    for term in reader.text.terms_at(index):
        rule = _RULES.get(type(term.entry))
        if rule and (found := rule(reader, index)):
            return found
    return _numbered(reader, index) if _ROMAN.fullmatch(token.text) else None


def _numbered(reader: Reader, index: int) -> Found | None:
    """What an ordinal starts: «девятого мая», «первом квартале», «двадцатом веке»."""
    return day_at(reader, index) or _division(reader, index) or _century(reader, index)


def _numeric(reader: Reader, index: int) -> Found | None:
    token = reader.text.tokens[index]
    if token.kind is not TokenKind.NUMBER:
        return None
    if match := _NUMERIC.fullmatch(token.text):
        day, month, year = map(int, match.groups())
        return one(index, index + 1, Point(year, month, day)) if is_year(year) else None
    words = [each.text for each in reader.text.tokens[index : index + 5]]
    if len(words) == 5 and words[1] == words[3] == "-" and [len(words[at]) for at in (0, 2, 4)] == [4, 2, 2]:
        parts = [words[at] for at in (0, 2, 4)]
        if all(part.isdecimal() for part in parts) and is_year(int(parts[0])):
            return one(index, index + 5, Point(*map(int, parts)))
    return None


def _month_after(reader: Reader, index: int) -> tuple[int, Month] | None:
    """A month after a day; written small, unlike the holiday «8 Марта»."""
    found = reader.text.term_at(index, Month)
    return found if found and not reader.text.tokens[index].text[0].isupper() else None


def day_number(reader: Reader, index: int) -> int | None:
    """The day of a month that a number or an ordinal can be."""
    number = whole_number(reader, index, reader.calendar.day_endings)
    if number is None and 0 <= index < len(reader.text.tokens) and (found := reader.text.term_at(index, Ordinal)):
        number = found[1].value
    return number if number and number <= 31 else None


def day_at(reader: Reader, index: int) -> Found | None:
    """«4 мая», «26 июля 1945-го», «девятого мая прошлого года»."""
    day = day_number(reader, index)
    month = _month_after(reader, index + 1) if day else None
    if month is None:
        return None
    year = year_at(reader, month[0])
    point = Point(year.year if year else None, month[1].number, day)
    return one(index, year.last if year else month[0], point, fixed=year is not None)


def _month(reader: Reader, index: int) -> Found | None:
    """«в мае 2000 года», «в ноябре»."""
    month = reader.text.term_at(index, Month)
    if month is None:
        return None
    if (number := whole_number(reader, index - 1, reader.calendar.day_endings)) is not None and not is_year(number):
        return None  # no month has a day 45
    year = year_at(reader, month[0])
    before = reader.word(index - 1)
    if year is None and reader.text.tokens[index].is_capital and before not in reader.text.pack.grammar.prepositions:
        return None  # at the start of a sentence it may be a name
    point = Point(year.year if year else None, month[1].number)
    return one(index, year.last if year else month[0], point, fixed=year is not None)


def _year(reader: Reader, index: int) -> Found | None:
    """«1992 год», «1992 г.», «67-го года», «в 1992-м», «(1992)»."""
    number = whole_number(reader, index, reader.calendar.year_endings)
    if number is None:
        return None
    tokens = reader.text.tokens
    spoken = tokens[index].is_word
    noun = period_at(reader, index + 1, Period.YEAR)
    if noun and tokens[noun - 1].folded in _plurals(reader, index + 1):
        noun = None
    if is_year(number) and (noun or spoken or _bare_year(reader, index, number)):
        return one(index, noun or index + 1, Point(number))
    if noun and spoken and number < 100:
        return one(index, noun, Point(_full_year(number)))
    return None


def _plurals(reader: Reader, index: int) -> tuple[str, ...]:
    found = reader.text.term_at(index, PeriodNoun)
    return found[1].plurals if found else ()


def _bare_year(reader: Reader, index: int, number: int) -> bool:
    """Whether a number without a noun is a year: in brackets, or after a preposition with nothing to count."""
    if not EARLIEST_BARE <= number <= LATEST_BARE:
        return False
    before, after = reader.word(index - 1), reader.word(index + 1)
    if before == "(" and after == ")":
        return True
    if before not in reader.calendar.year_prepositions:
        return False
    grammar = reader.text.pack.grammar
    if index + 1 == len(reader.text.tokens) or after in grammar.prepositions or after in grammar.coordinators:
        return True
    return len(after) == 1 and after in ",.;:!?)"


def _decade(reader: Reader, index: int) -> Found | None:
    """«в 90-х годах», «1990-е», «девяностые годы», «начале 90-х»."""
    text = reader.text
    if word := text.term_at(index, DecadeWord):
        noun = period_at(reader, word[0], Period.YEAR)
        return _ten_years(reader, index, noun, word[1].start) if noun else None
    parts = ended(text.tokens[index])
    if parts is None or parts[0] % 10 or parts[1] not in reader.calendar.decade_endings:
        return None
    number = parts[0]
    noun = period_at(reader, index + 1, Period.YEAR)
    if is_year(number):
        if parts[1] in reader.calendar.year_endings:
            return None
        return _ten_years(reader, index, noun or index + 1, number)
    if not 10 <= number < 100:
        return None
    plural = noun and text.tokens[index + 1].folded not in _singulars(reader, index + 1)
    if plural or reader.is_portion(index - 1):
        return _ten_years(reader, index, noun or index + 1, number)
    return None


def _singulars(reader: Reader, index: int) -> tuple[str, ...]:
    found = reader.text.term_at(index, PeriodNoun)
    return found[1].forms if found else ()


def _ten_years(reader: Reader, index: int, last: int, number: int) -> Found:
    """A decade, with «прошлого века» or «XX века» after it."""
    which = reader.text.term_at(last, Which)
    century = period_at(reader, which[0], Period.CENTURY) if which else None
    order = order_at(reader, last) if number < 100 and last < len(reader.text.tokens) else None
    told = period_at(reader, last + 1, Period.CENTURY) if order and order <= 29 else None
    if told is not None and order is not None:
        start = (order - 1) * 100 + number
        return Found(index, told, Point(start), Point(start + 9), fixed=True)
    start = number if number >= 100 else _full_year(number)
    return Found(index, century or last, Point(start), Point(start + 9), fixed=True)


def _full_year(number: int) -> int:
    return number + (2000 if number < _PIVOT else 1900)


def _season(reader: Reader, index: int) -> Found | None:
    """«осенью 2007 года», «весной»."""
    season = reader.text.term_at(index, Season)
    if season is None:
        return None
    year = year_at(reader, season[0])
    if year is None and reader.word(index) not in season[1].adverbs:
        return None
    return season_of(index, year.last if year else season[0], season[1], year)


def season_of(first: int, last: int, season: Season, year: YearRead | None) -> Found:
    """The months of a season; the whole year where it is not said which of its two winters is meant."""
    if year and year.year and season.last < season.first:
        return one(first, last, Point(year.year), fixed=True)
    known = year.year if year else None
    return Found(first, last, Point(known, season.first), Point(known, season.last), fixed=year is not None)


def _division(reader: Reader, index: int) -> Found | None:
    """«в первом квартале 2025 года», «второй половине мая»."""
    order = order_at(reader, index)
    division = reader.text.term_at(index + 1, Division) if order else None
    if order is None or division is None or order > division[1].parts:
        return None
    last, parts = division[0], division[1].parts
    year = year_at(reader, last)
    if year is None:
        if month := _month(reader, last):
            return month._replace(first=index)
        if parts < 4:
            return None  # the second half of a match
    months = 12 // parts
    known = year.year if year else reader.year(0)
    start, end = Point(known, (order - 1) * months + 1), Point(known, order * months)
    return Found(index, year.last if year else last, start, end, fixed=year is not None)


def _century(reader: Reader, index: int) -> Found | None:
    """«в XX веке», «XIX—XX веков»."""
    order = order_at(reader, index)
    if order is None or not 1 <= order <= 29:
        return None
    first, at = order, index
    if index + 2 < len(reader.text.tokens) and reader.text.tokens[index + 1].kind is TokenKind.DASH:
        order, at = order_at(reader, index + 2) or 0, index + 2
    noun = period_at(reader, at + 1, Period.CENTURY)
    if noun is None or not first <= order <= 29:
        return None
    named = reader.text.term_at(at + 1, PeriodNoun)
    if named and reader.word(at + 1) in named[1].abbreviations and not reader.text.tokens[at].text.isupper():
        return None  # a preposition may look like the abbreviation of "century"
    return Found(index, noun, Point(first * 100 - 99), Point(order * 100), fixed=True)


def one(first: int, last: int, point: Point, *, fixed: bool = False) -> Found:
    """A date of one point."""
    return Found(first, last, point, point, fixed)


_RULES: dict[type[Any], Callable[[Reader, int], Found | None]] = {
    Month: _month,
    Season: _season,
    DecadeWord: _decade,
    Ordinal: _numbered,
}
