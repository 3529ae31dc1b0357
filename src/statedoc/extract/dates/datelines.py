"""Datelines: where and when an article was written, as its first lines tell."""

from statedoc.extract.dates.absolute import point_at
from statedoc.extract.dates.points import Reader, calendar_date
from statedoc.languages.calendar import Calendar
from statedoc.model import CalendarDate
from statedoc.text import ParsedText, TokenKind

_PARAGRAPHS = 4  # a headline and what it explains may stand before
_OPENING = 2  # paragraphs: a headline, and the first one
_PLACE = 3  # words
_AGENCY = 4  # tokens in brackets or slashes after the place
_JOINTS = (",", ".")
_ENDS = frozenset((".", ",", "/", "(", ":"))
_BRACKETS = {"/": "/", "(": ")"}


def dateline(text: ParsedText) -> CalendarDate | None:
    """The day of writing that an article's first lines give; without a year where they give none.

    It stands after a place («АСТАНА, 11 ноября. /ТАСС/», «Москва, 3 марта – ТАСС»), or, with its year, on a
    line of its own.
    """
    reader = Reader(text, text.pack.lexicon(Calendar), None, None, ())
    for paragraph in text.paragraphs[:_PARAGRAPHS]:
        first, last = text.token_range(paragraph)
        if date := _after_place(reader, first, last) or _alone(reader, first, last):
            return date
    return None


def dispatched(text: ParsedText) -> int | None:
    """The token with which the day starts that stands after a dispatch's place; None where no day does."""
    reader = Reader(text, text.pack.lexicon(Calendar), None, None, ())
    for paragraph in text.paragraphs[:_PARAGRAPHS]:
        first, last = text.token_range(paragraph)
        if _after_place(reader, first, last):
            return next((at for at in range(first, last) if text.tokens[at].text[0].isdecimal()), None)
    return None


def opening(text: ParsedText) -> CalendarDate | None:
    """The day with its year that opens a report: «11 июня 2019 года министр принял посла».

    It is no day of writing, but days and months without a year are likeliest near it.
    """
    reader = Reader(text, text.pack.lexicon(Calendar), None, None, ())
    for paragraph in text.paragraphs[:_OPENING]:
        first, last = text.token_range(paragraph)
        found = _day(reader, first) if first < last else None
        if found is not None and found[0].year is not None:
            return found[0]
    return None


def _after_place(reader: Reader, first: int, last: int) -> CalendarDate | None:
    tokens = reader.text.tokens
    at = first
    while at < min(last, first + _PLACE) and (_names(reader, at) or _is_slash(reader, at)):
        at += 1
    if at == first:
        return None
    if at < last and (closing := _BRACKETS.get(tokens[at].text)):
        at = next((each + 1 for each in range(at + 1, min(last, at + _AGENCY)) if tokens[each].text == closing), at)
    if at + 1 >= last or tokens[at].text not in _JOINTS:
        return None
    found = _day(reader, at + 1)
    if found is None:
        return None
    date, after = found
    closed = after >= last or tokens[after].text in _ENDS or tokens[after].kind is TokenKind.DASH
    return date if closed else None


def _is_slash(reader: Reader, index: int) -> bool:
    """Whether a slash joins two places: «БЕЙРУТ/ТБИЛИСИ»."""
    tokens = reader.text.tokens
    joined = 0 < index < len(tokens) - 1 and tokens[index].text == "/" and tokens[index - 1].end == tokens[index].start
    return joined and tokens[index].end == tokens[index + 1].start and _names(reader, index + 1)


def _names(reader: Reader, index: int) -> bool:
    """Whether a word can be part of a place's name."""
    token = reader.text.tokens[index]
    return token.is_capital and token.folded not in reader.text.pack.grammar.prepositions


def _alone(reader: Reader, first: int, last: int) -> CalendarDate | None:
    """A date with its year, and at most an hour beside it."""
    found = _day(reader, first) if first < last else None
    if found is None or found[0].year is None:
        return None
    rest = reader.text.tokens[found[1] : last]
    return None if any(token.kind not in (TokenKind.NUMBER, TokenKind.PUNCTUATION) for token in rest) else found[0]


def _day(reader: Reader, index: int) -> tuple[CalendarDate, int] | None:
    """The day that starts with a token, and the token after it."""
    if not reader.text.tokens[index].text[0].isdecimal():
        return None
    found = point_at(reader, index)
    if found is None or found.start is None or not found.start.day:
        return None
    try:
        return calendar_date(found.start), found.last
    except ValueError:  # no calendar has such a day
        return None
