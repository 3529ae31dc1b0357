"""Number words, how figures are written, and the words that say how a figure is meant."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, final

import attrs

from statedoc.languages.lexicon import Term
from statedoc.languages.morphology import Case, Number
from statedoc.model import Comparator


@final
@attrs.frozen(kw_only=True, eq=False)
class Cardinal:
    """A word for a number: "five", "half a million"."""

    value: str  #: a decimal number
    words: tuple[str, ...]
    forms: tuple[str, ...] = ()  #: forms that the morphology does not give

    @property
    def number(self) -> Decimal:
        """The value."""
        return Decimal(self.value)


@final
@attrs.frozen(kw_only=True, eq=False)
class Magnitude:
    """A word that multiplies the number before it: "thousand", "dozen"."""

    value: int
    words: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()  #: without the last full stop


@final
@attrs.frozen(kw_only=True, eq=False)
class HalfMore:
    """Words after a number that add a half: "and a half"."""

    phrases: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class Ordinal:
    """A word for a place in an order: "third"."""

    value: int
    words: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class ComparatorPhrase:
    """Words before a figure that say how the true one stands to it: "more than", "about"."""

    comparator: Comparator
    phrases: tuple[str, ...] = ()  #: as they stand
    inflected: tuple[str, ...] = ()  #: in all their forms: "to exceed", "an approximate sum"
    limit: bool = False  #: also the goal of a change, "up to": then it compares nothing
    only_units: bool = False  #: compares nothing before what is counted
    adjacent: bool = False  #: compares only right before its number: "more by 5 %" is no "more than 5 %"
    negated: Comparator | None = None  #: what a negation before makes of it; None where it changes nothing


@final
@attrs.frozen(kw_only=True, eq=False)
class AfterComparator:
    """Words after a figure that say how the true one stands to it: "and more"."""

    comparator: Comparator
    phrases: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class NounForm:
    """A number and the cases that a counted noun can stand in; any case where none is given."""

    number: Number
    cases: tuple[Case, ...] = ()


@final
@attrs.frozen(kw_only=True, eq=False)
class NumeralAgreement:
    """The forms of a noun after whole numbers that end in certain digits."""

    endings: tuple[int, ...]  #: last digits; every number where there are none
    exceptions: tuple[int, ...] = ()  #: last two digits
    forms: tuple[NounForm, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class Numbers:
    """The numbers of a language."""

    FILE: ClassVar[str] = "numbers.toml"

    decimal_mark: str  #: between whole and fraction
    group_mark: str  #: between groups of three digits, besides white space
    cardinal_endings: frozenset[str]  #: after the hyphen of a cardinal's written case
    ordinal_endings: frozenset[str]  #: after the hyphen of an ordinal
    smallest_count: int  #: lower counts in words are no figures
    none: frozenset[str]  #: before a number in words that makes it none: "not (one)"
    minus: frozenset[str]  #: before a number below zero
    bridges: frozenset[str]  #: words that may stand between a comparator and its number
    from_words: frozenset[str]  #: before the first number of a range
    to_words: frozenset[str]  #: before the second
    between_words: frozenset[str]  #: before two numbers, with `and_words` between them
    and_words: frozenset[str]
    sharing_words: frozenset[str]  #: between two numbers of one unit: "5 or 7 per cent"
    part_phrases: tuple[str, ...]  #: before a part of the figure told last: "of these"
    cardinal: tuple[Cardinal, ...]
    magnitude: tuple[Magnitude, ...]
    half_more: HalfMore
    ordinal: tuple[Ordinal, ...]
    comparator: tuple[ComparatorPhrase, ...]
    after: tuple[AfterComparator, ...]
    agreement: tuple[NumeralAgreement, ...]  #: the first that fits counts
    fraction_forms: tuple[NounForm, ...]  #: of a noun after a fraction
    magnitude_forms: tuple[NounForm, ...]  #: of a noun after a magnitude

    def terms(self) -> Iterator[Term]:
        """Number words in all their forms, comparators as they stand."""
        for cardinal in self.cardinal:
            for word in cardinal.words:
                yield Term(word, cardinal)
            for form in cardinal.forms:
                yield Term(form, cardinal, inflected=False)
        for magnitude in self.magnitude:
            for word in magnitude.words:
                yield Term(word, magnitude)
            for word in magnitude.abbreviations:
                yield Term(word, magnitude, inflected=False)
        for phrase in self.half_more.phrases:
            yield Term(phrase, self.half_more, inflected=False)
        for ordinal in self.ordinal:
            for word in ordinal.words:
                yield Term(word, ordinal)
        for comparator in self.comparator:
            for phrase in comparator.phrases:
                yield Term(phrase, comparator, inflected=False)
            for verb in comparator.inflected:
                yield Term(verb, comparator)
        for after in self.after:
            for phrase in after.phrases:
                yield Term(phrase, after, inflected=False)
