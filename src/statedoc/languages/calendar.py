"""The words of dates: months, days, seasons, and words that count from the day of writing."""

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar, final

import attrs

from statedoc.languages.lexicon import Term


class Period(StrEnum):
    """A stretch of the calendar."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@final
@attrs.frozen(kw_only=True, eq=False)
class Month:
    """A month of the year."""

    number: int
    words: tuple[str, ...]
    abbreviations: tuple[str, ...] = ()  #: without the last full stop


@final
@attrs.frozen(kw_only=True, eq=False)
class Weekday:
    """A day of the week, Monday being 1."""

    number: int
    forms: tuple[str, ...]  #: the forms that dates use


@final
@attrs.frozen(kw_only=True, eq=False)
class Season:
    """A season, by its first and last month."""

    first: int
    last: int
    words: tuple[str, ...]
    adverbs: tuple[str, ...]  #: forms that date without more: "in spring"


@final
@attrs.frozen(kw_only=True, eq=False)
class RelativeDay:
    """A word for a day counted from the day of writing."""

    offset: int
    phrases: tuple[str, ...]
    adverb_only: bool = False  #: with a complement it is a preposition: "on the eve of the talks"


@final
@attrs.frozen(kw_only=True, eq=False)
class PeriodNoun:
    """A noun for a stretch of the calendar, in the forms that dates use."""

    unit: Period
    forms: tuple[str, ...]  #: of one
    plurals: tuple[str, ...] = ()  #: of several
    abbreviations: tuple[str, ...] = ()  #: after figures only, without the last full stop


@final
@attrs.frozen(kw_only=True, eq=False)
class Which:
    """Adjectives that count periods from the day of writing: "last", "this", "next"."""

    offset: int
    words: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class Division:
    """A noun for one of the equal parts of a year or a month, told by an ordinal: "quarter", "half"."""

    parts: int
    words: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class Portion:
    """A noun for a vague part of a period: "beginning", "middle", "end"."""

    words: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class ThisYear:
    """An abbreviation of "this year"."""

    phrases: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class SameDay:
    """Words for the day of the date before: "on the same day"."""

    phrases: tuple[str, ...]
    day: bool = True  #: that date is a day; else it may be a month or a year: "at that time"


@final
@attrs.frozen(kw_only=True, eq=False)
class SameYear:
    """Words for the year of the date before: "of the same year"."""

    phrases: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class DecadeWord:
    """A word for ten years of a century: "the nineties"."""

    start: int
    words: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class Calendar:
    """The calendar of a language."""

    FILE: ClassVar[str] = "calendar.toml"

    from_words: frozenset[str]  #: before the first date of a range
    to_words: frozenset[str]  #: before the last
    since_words: frozenset[str]  #: before the start of what goes on
    since_endings: frozenset[str]  #: after the hyphen of a year or decade that stands behind one of these
    compared_words: frozenset[str]  #: before them, of comparison: "compared with 2002"
    night_words: frozenset[str]  #: between two days, of the night between them
    and_words: frozenset[str]  #: between dates of a list
    year_prepositions: frozenset[str]  #: before a year that has no noun
    planning: frozenset[str]  #: verbs that, in the present, tell what lies ahead: "may (sign)", "plans to"
    setting_prepositions: frozenset[str]  #: before a date that something is set for, or lasts to or from
    day_endings: frozenset[str]  #: after the hyphen of a day
    year_endings: frozenset[str]  #: after that of a year
    decade_endings: frozenset[str]  #: after the hyphen of a decade
    month: tuple[Month, ...]
    weekday: tuple[Weekday, ...]
    season: tuple[Season, ...]
    relative_day: tuple[RelativeDay, ...]
    period: tuple[PeriodNoun, ...]
    which: tuple[Which, ...]
    division: tuple[Division, ...]
    portion: Portion
    this_year: ThisYear
    same_year: SameYear
    same_day: tuple[SameDay, ...]
    decade: tuple[DecadeWord, ...]

    def terms(self) -> Iterator[Term]:
        """Names in all their forms, fixed phrases as they stand."""
        for inflected, words in (
            *((month, month.words) for month in self.month),
            *((season, season.words) for season in self.season),
            *((which, which.words) for which in self.which),
            *((division, division.words) for division in self.division),
            *((decade, decade.words) for decade in self.decade),
            (self.portion, self.portion.words),
        ):
            for word in words:
                yield Term(word, inflected)
        for fixed, phrases in (
            *((month, month.abbreviations) for month in self.month),
            *((weekday, weekday.forms) for weekday in self.weekday),
            *((day, day.phrases) for day in self.relative_day),
            *((noun, (*noun.forms, *noun.plurals, *noun.abbreviations)) for noun in self.period),
            (self.this_year, self.this_year.phrases),
            (self.same_year, self.same_year.phrases),
            *((same, same.phrases) for same in self.same_day),
        ):
            for phrase in phrases:
                yield Term(phrase, fixed, inflected=False)
