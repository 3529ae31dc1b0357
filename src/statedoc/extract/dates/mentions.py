"""The dates that a text mentions, absolute and relative, as EDTF."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple, final

import attrs

from statedoc.extract.dates.datelines import dateline, opening
from statedoc.extract.dates.points import Found, Point, Reader, edtf
from statedoc.extract.dates.ranges import absolute
from statedoc.extract.dates.relative import AGO_WITHIN, relative
from statedoc.extract.dates.since import since
from statedoc.extract.dates.tenses import tense_near
from statedoc.languages.calendar import (
    Calendar,
    DecadeWord,
    Division,
    Month,
    Period,
    PeriodNoun,
    Portion,
    RelativeDay,
    SameDay,
    SameYear,
    Season,
    Weekday,
    Which,
)
from statedoc.languages.figures import Figures
from statedoc.languages.numbers import Ordinal
from statedoc.model import DateMention, EdtfDate, Precision
from statedoc.text import ParsedText

_OPENERS = frozenset({Month, Season, DecadeWord, Portion, RelativeDay, SameDay, Weekday, Which})


@final
class DatedWords(NamedTuple):
    """A date in ``tokens[first:last]``."""

    first: int
    last: int
    mention: DateMention

    @property
    def event(self) -> DateMention:
        """The date as one of something that happens: of «с 2009 года», the year in which it starts."""
        edtf = self.mention.edtf
        if edtf is None or edtf.start is None or edtf.end is not None:
            return self.mention
        return attrs.evolve(self.mention, edtf=EdtfDate(start=edtf.start, end=edtf.start))


def dates(text: ParsedText, published: dt.date | None) -> tuple[DatedWords, ...]:
    """Every date of a text in reading order; those that hang on the day of writing resolved where it is known.

    Where `published` is not given, the text's dateline tells the day of writing. Durations («пять лет») are no
    dates, nor are days that no calendar has («31 февраля»).
    """
    today = published.date() if isinstance(published, dt.datetime) else published
    written = dateline(text) if today is None else None
    yearless = None
    if written and written.year:
        today = written.earliest
    elif written:
        yearless = Point(None, written.month, written.day)
    near = opening(text) if today is None and yearless is None else None
    ago_words = text.pack.lexicon(Figures).ago_words
    ago = [index for index, token in enumerate(text.tokens) if token.folded in ago_words]
    return tuple(_dates(Reader(text, text.pack.lexicon(Calendar), today, yearless, ago, near and near.earliest)))


def _dates(reader: Reader) -> Iterator[DatedWords]:
    end = 0
    year: int | None = None  # that of the date before
    before: EdtfDate | None = None  # the date before
    for index in _starts(reader):
        if index < end:
            continue
        same = reader.text.term_at(index, SameDay)
        if same is not None and before is not None and (before.precision is Precision.DAY or not same[1].day):
            end = same[0]
            yield DatedWords(index, end, DateMention(edtf=before, span=reader.text.span(index, end)))
            continue
        for found in absolute(reader, index) or relative(reader, index):
            end = found.last
            found = _same_year(reader, found, year)
            if (mention := _mention(reader, since(reader, found))) is not None:
                year = mention.edtf.start.year if mention.edtf and mention.edtf.start else None
                before = mention.edtf
                yield DatedWords(found.first, found.last, mention)


def _same_year(reader: Reader, found: Found, year: int | None) -> Found:
    """A date with the year of the one before it, where its words say so: «в сентябре того же года»."""
    if found.start is None or found.end is None or found.start.year is not None:
        return found
    if not any(reader.text.term_at(at, SameYear) for at in range(found.first, found.last)):
        return found
    return found._replace(start=found.start._replace(year=year), end=found.end._replace(year=year))


def _mention(reader: Reader, found: Found) -> DateMention | None:
    around = reader.today or reader.around
    yearless = found.start is not None and found.start.year is None and around is not None
    tense = tense_near(reader, found.first) if yearless else None
    try:
        date = edtf(found, around, tense)
    except ValueError:  # no calendar has such a day
        return None
    return DateMention(edtf=date, span=reader.text.span(found.first, found.last))


def _starts(reader: Reader) -> list[int]:
    """The tokens that may start a date, in order."""
    text, starts = reader.text, set[int]()
    for index, token in enumerate(text.tokens):
        word = token.text
        if word[0].isdecimal() or ("-" in word and len(word) > 1):
            starts.add(index)
    for index in reader.ago:
        starts.update(range(max(0, index - AGO_WITHIN), index))
    for first, _, entry in text.terms:
        kind = type(entry)
        if kind in _OPENERS:
            starts.add(first)
        elif kind is Ordinal:
            if text.term_at(first + 1, Month):
                starts.add(first)
        elif kind is Division or (kind is PeriodNoun and entry.unit is Period.CENTURY):
            starts.update(each for each in (first - 1, first - 3) if each >= 0)
    return sorted(starts)
