"""Dates that count from the day of writing: «вчера», «в понедельник», «на прошлой неделе», «три года назад»."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from statedoc.extract.dates.absolute import YearRead, season_of, year_at
from statedoc.extract.dates.points import Found, Point, Reader, of_day
from statedoc.extract.dates.ranges import absolute
from statedoc.extract.dates.tenses import tense_near
from statedoc.extract.numbers import is_whole, number_at
from statedoc.languages.calendar import (
    Month,
    Period,
    PeriodNoun,
    Portion,
    RelativeDay,
    Season,
    Weekday,
    Which,
)
from statedoc.languages.figures import Figures
from statedoc.languages.morphology import Case, Number, Pos, Tense
from statedoc.languages.units import Amount, Unit
from statedoc.model import MetricKind

_MOST_YEARS = 900  # three thousand years ago is no date of the calendar
AGO_WITHIN = 8  # tokens from the start of "about two or three years ago" to its end


def relative(reader: Reader, index: int) -> tuple[Found, ...]:
    """The date that starts with this token, if it is one of these."""
    for term in reader.text.terms_at(index):
        rule = _RULES.get(type(term.entry))
        if rule and (found := rule(reader, index)):
            return (found,)
    return _optional(_ago(reader, index))


def _days(reader: Reader, first: int, last: int, start: int, end: int) -> Found:
    """The days from one offset to another from today; unknown where today is."""
    return Found(first, last, reader.day(start), reader.day(end), fixed=True)


def _spoken_day(reader: Reader, index: int) -> Found | None:
    found = reader.text.term_at(index, RelativeDay)
    if found is None:
        return None
    last, day = found
    if day.adverb_only and last < len(reader.text.tokens) and _is_complement(reader, last):
        return None
    return _days(reader, index, last, day.offset, day.offset)


def _is_complement(reader: Reader, index: int) -> bool:
    """Whether a noun in the genitive stands here, or the adjective of one."""
    readings = reader.text.readings(index)
    nominal = (Pos.NOUN, Pos.ADJECTIVE, Pos.PARTICIPLE, Pos.PRONOUN, Pos.NUMERAL)
    return bool(readings) and any(each.case is Case.GENITIVE and each.pos in nominal for each in readings[:2])


def _portion(reader: Reader, index: int) -> Found | None:
    """«в начале 2012 года», «до конца года»: the period itself, as its part is vague."""
    portion = reader.text.term_at(index, Portion)
    if portion is None or portion[0] >= len(reader.text.tokens):
        return None
    at = portion[0]
    for found in (*absolute(reader, at), *_optional(_which(reader, at))):
        return found._replace(first=index)
    noun = reader.text.term_at(at, PeriodNoun)
    if noun and reader.word(at) in noun[1].forms and noun[1].unit in (Period.YEAR, Period.MONTH, Period.WEEK):
        return _counted(reader, index, noun[0], noun[1].unit, 0)
    return None


def _optional(found: Found | None) -> tuple[Found, ...]:
    return (found,) if found else ()


def _which(reader: Reader, index: int) -> Found | None:
    """«в прошлом году», «на этой неделе», «в минувшую пятницу», «этой осенью»."""
    text = reader.text
    which = text.term_at(index, Which)
    if which is None:
        return None
    at, offset = which[0], which[1].offset
    if at >= len(text.tokens) or not _agree(reader, index, at):
        return None
    if noun := text.term_at(at, PeriodNoun):
        if reader.word(at) not in noun[1].forms or noun[1].unit in (Period.DAY, Period.DECADE):
            return None
        return _counted(reader, index, noun[0], noun[1].unit, offset)
    if weekday := text.term_at(at, Weekday):
        return _counted_weekday(reader, index, weekday[0], weekday[1], offset)
    if season := text.term_at(at, Season):
        return season_of(index, season[0], season[1], YearRead(season[0], reader.year(offset)))
    if month := text.term_at(at, Month):
        point = Point(reader.year(offset), month[1].number)
        return Found(index, month[0], point, point, fixed=True)
    year = year_at(reader, index)
    return Found(index, year.last, Point(year.year), Point(year.year)) if year and year.year else None


def _agree(reader: Reader, index: int, at: int) -> bool:
    """Whether an adjective goes with the noun after it, unlike «это осенью»; a number's noun comes later."""
    nouns = [each for each in reader.text.readings(at) if each.pos is Pos.NOUN]
    return not nouns or any(
        adjective.case is noun.case
        and adjective.number is noun.number
        and (adjective.gender in (None, noun.gender) or noun.gender is None)
        for adjective in reader.text.readings(index)
        for noun in nouns
    )


def _counted(reader: Reader, first: int, last: int, unit: Period, offset: int) -> Found | None:
    """A period so many of its kind from now."""
    if unit is Period.MONTH:
        month = reader.month(offset)
        return Found(first, last, month, month, fixed=True)
    today = reader.today
    if today is None:
        return Found(first, last, None, None)
    if unit is Period.WEEK:
        monday = 7 * offset - today.weekday()
        return _days(reader, first, last, monday, monday + 6)
    if unit is Period.CENTURY:
        start = (today.year - 1) // 100 * 100 + 1 + 100 * offset
        return Found(first, last, Point(start), Point(start + 99))
    point = Point(today.year + offset)
    return Found(first, last, point, point)


def _weekday(reader: Reader, index: int) -> Found | None:
    """«в понедельник», «в понедельник, 16 мая»."""
    found = reader.text.term_at(index, Weekday)
    if found is None:
        return None
    last, weekday = found
    at = last + 1 if reader.word(last) in (",", "(") else last
    if at < len(reader.text.tokens):
        for date in absolute(reader, at):
            closed = reader.word(last) != "(" or reader.word(date.last) == ")"
            if date.start and date.start.day and closed:
                return date._replace(first=index, last=date.last + (reader.word(last) == "("))
    if reader.word(index - 1) not in reader.text.pack.grammar.prepositions:
        return None
    return _counted_weekday(reader, index, last, weekday, 1 if tense_near(reader, index) is Tense.FUTURE else 0)


def _counted_weekday(reader: Reader, first: int, last: int, weekday: Weekday, offset: int) -> Found:
    """The weekday before now (-1), the latest until now (0), or the next (1)."""
    if reader.today is None:
        return Found(first, last, None, None)
    back = (reader.today.isoweekday() - weekday.number) % 7
    days = -back
    if offset < 0 and back == 0:
        days = -7
    elif offset > 0:
        days = 7 - back
    return _days(reader, first, last, days, days)


def _ago(reader: Reader, index: int) -> Found | None:
    """«три года назад», «неделю назад», «лет десять назад»."""
    text = reader.text
    if not reader.is_ago(index, AGO_WITHIN):
        return None
    unit: Unit | Amount
    if amount := text.term_at(index, Amount):
        last, unit = amount
        low = high = unit.number
    else:
        number = number_at(text, index)
        found = text.term_at(number.last if number else index, Unit)
        if found is None or found[1].kind is not MetricKind.DURATION:
            return None
        last, unit = found
        low, high = (number.low, number.high) if number else (Decimal(1), Decimal(1))
        if number is None and reader.word(last) not in text.pack.lexicon(Figures).ago_words:
            behind = number_at(text, last) if last < len(text.tokens) else None
            if behind is None:
                return None
            last, low, high = behind.last, behind.low, behind.high
        elif number is None and not any(each.number is Number.SINGULAR for each in text.readings(index)[:1]):
            return None  # "some days ago" are not one day
        if not is_whole(low) or not is_whole(high) or high > _MOST_YEARS:
            return None
        low, high = low * unit.multiplier, high * unit.multiplier
    if not reader.is_ago(last - 1, 1) or high > _MOST_YEARS:
        return None
    return _back(reader, Found(index, last + 1, None, None), unit.code, int(low), int(high))


def _back(reader: Reader, words: Found, code: str, low: int, high: int) -> Found:
    """What lies from `high` to `low` periods back, as exact as the period is."""
    if code == "day":
        return _days(reader, words.first, words.last, -high, -low)
    if code == "month":
        return words._replace(start=reader.month(-high), end=reader.month(-low), fixed=True)
    today = reader.today
    if today is None:
        return words
    if code == "week":
        monday = -today.weekday()
        return _days(reader, words.first, words.last, monday - 7 * high, monday - 7 * low + 6)
    if code == "year":
        start, end = Point(today.year - high), Point(today.year - low)
    else:
        start = end = of_day(today)
    return words._replace(start=start, end=end)


_RULES: dict[type[Any], Callable[[Reader, int], Found | None]] = {
    RelativeDay: _spoken_day,
    Portion: _portion,
    Which: _which,
    Weekday: _weekday,
}
