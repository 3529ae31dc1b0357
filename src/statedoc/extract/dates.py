"""The dates that a text mentions, absolute and relative, as EDTF."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple, final

from statedoc.extract.date_absolute import absolute
from statedoc.extract.date_points import Found, Reader, edtf
from statedoc.extract.date_relative import relative
from statedoc.languages.calendar import (
    Calendar,
    DecadeWord,
    Division,
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
from statedoc.languages.numbers import Ordinal
from statedoc.model import DateMention
from statedoc.text import ParsedText, TokenKind

_OPENERS = frozenset({Month, Season, DecadeWord, Portion, RelativeDay, Weekday, Which})
_AGO_WITHIN = 8  # tokens from the start of «две-три тысячи лет назад» to its end


@final
class DatedWords(NamedTuple):
    """A date in ``tokens[first:last]``."""

    first: int
    last: int
    mention: DateMention


def dates(text: ParsedText, published: dt.date | None) -> tuple[DatedWords, ...]:
    """Every date of a text in reading order; those that hang on the day of writing resolved where it is known.

    Durations («пять лет») are no dates, nor are days that no calendar has («31 февраля»).
    """
    today = published.date() if isinstance(published, dt.datetime) else published
    return tuple(_dates(Reader(text, text.pack.lexicon(Calendar), today)))


def _dates(reader: Reader) -> Iterator[DatedWords]:
    end = 0
    for index in _starts(reader.text):
        if index < end:
            continue
        for found in absolute(reader, index) or relative(reader, index):
            end = found.last
            if (mention := _mention(reader, found)) is not None:
                yield DatedWords(found.first, found.last, mention)


def _mention(reader: Reader, found: Found) -> DateMention | None:
    try:
        date = edtf(found, reader.today)
    except ValueError:  # no calendar has such a day
        return None
    return DateMention(edtf=date, span=reader.text.span(found.first, found.last))


def _starts(text: ParsedText) -> list[int]:
    """The tokens that may start a date, in order."""
    starts = set()
    for index, token in enumerate(text.tokens):
        if token.kind is TokenKind.NUMBER:
            starts.add(index)
        elif token.kind is TokenKind.WORD and (token.text[0].isdecimal() or "-" in token.text):
            starts.add(index)
    for first, _, entry in text.terms:
        kind = type(entry)
        if kind in _OPENERS:
            starts.add(first)
        elif kind is Ordinal:
            if first + 1 < len(text.tokens) and text.term_at(first + 1, Month):
                starts.add(first)
        elif first and (kind is Division or (kind is PeriodNoun and entry.unit is Period.CENTURY)):
            starts.update(each for each in (first - 1, first - 3) if each >= 0)
    ago_words = text.pack.lexicon(Figures).ago_words
    for index, token in enumerate(text.tokens):
        if token.folded in ago_words:
            starts.update(range(max(0, index - _AGO_WITHIN), index))
    return sorted(starts)
