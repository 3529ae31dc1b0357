"""Words around figures: what is measured, rise and fall, ranks and ratios, and what is no figure."""

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar, final

import attrs

from statedoc.languages.lexicon import Term
from statedoc.model import Change


@final
@attrs.frozen(kw_only=True, eq=False)
class MeasureNoun:
    """A noun that a figure can be the value of: "trade", "volume"."""

    words: tuple[str, ...]
    of_counts: bool = False  #: of what is counted: "the number of"
    carrier: bool = False  #: only brings the figure of the noun before it: "a fine in the amount of"


@final
@attrs.frozen(kw_only=True, eq=False)
class ChangeWord:
    """A verb or noun of rise or fall."""

    change: Change
    words: tuple[str, ...]


class Multiplied(StrEnum):
    """Where a verb or noun that is a ratio has what it multiplies."""

    SUBJECT = "subject"  #: before: "exports doubled"
    OBJECT = "object"  #: after: "to double exports"


@final
@attrs.frozen(kw_only=True, eq=False)
class RatioWord:
    """A word that is a ratio: "twofold", "to double"."""

    value: int
    words: tuple[str, ...]
    of: Multiplied | None = None  #: of a verb or noun, which is a ratio only of what can be measured


@final
@attrs.frozen(kw_only=True, eq=False)
class RankGroup:
    """A noun for the first few of an order: "the top three"."""

    value: int
    words: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class RankedBy:
    """Words that make a group of a few, or an ordinal, a rank: "largest", "by size"."""

    adjectives: tuple[str, ...]  #: in all their forms: of a group's members
    nouns: tuple[str, ...]  #: the same, where they are the members
    first: tuple[str, ...]  #: adjectives before the group
    phrases: tuple[str, ...]  #: after an ordinal, as they stand


@final
@attrs.frozen(kw_only=True, eq=False)
class RankWord:
    """One word that makes a rank; its `role` is the field of `RankedBy` that it stands in."""

    role: str


@final
@attrs.frozen(kw_only=True, eq=False)
class PlaceNoun:
    """A noun for a place in an order: "place", "position"."""

    words: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class CountedWord:
    """An adjective or participle that stands as a noun after a number: "20 wounded"."""

    lemma: str


@final
@attrs.frozen(kw_only=True, eq=False)
class TimesNoun:
    """The noun of "three times as many", with the prepositions that make it a ratio."""

    words: tuple[str, ...]
    prepositions: frozenset[str]


@final
@attrs.frozen(kw_only=True, eq=False)
class LabelNoun:
    """A noun before a number that only labels: "article 5", "resolution 242"."""

    words: tuple[str, ...]
    fixed: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class AgeWord:
    """A word that makes the years after it an age: "aged", "older"."""

    words: tuple[str, ...]
    fixed: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class Figures:
    """The words of a language around figures."""

    FILE: ClassVar[str] = "figures.toml"

    top_words: frozenset[str]  #: first parts of "top-10"
    clock_prepositions: frozenset[str]  #: before an hour of the day
    clock_words: frozenset[str]  #: after it: "a.m.", "in the evening"
    within_words: frozenset[str]  #: before a duration in which something was counted: "in (twelve months)"
    ago_words: frozenset[str]  #: after a duration that tells when, not how long
    counted: tuple[str, ...]  #: adjectives and participles that stand as nouns after a number
    measure: tuple[MeasureNoun, ...]
    change: tuple[ChangeWord, ...]
    by_prepositions: frozenset[str]  #: before what something changes by
    object_prepositions: frozenset[str]  #: between what is measured and its object: "prices of"
    apart_prepositions: frozenset[str]  #: before nouns that have a figure for their price or cause, not for their value
    than_words: frozenset[str]  #: before what a figure is compared with
    change_prepositions: frozenset[str]  #: between a word of change and the figure
    ratio: tuple[RatioWord, ...]
    rank_group: tuple[RankGroup, ...]
    ranked_by: RankedBy
    place: PlaceNoun
    times: TimesNoun
    label: LabelNoun
    age: AgeWord

    def terms(self) -> Iterator[Term]:
        """All words in all their forms, phrases as they stand."""
        for entry, words in (
            *((noun, noun.words) for noun in self.measure),
            *((change, change.words) for change in self.change),
            *((ratio, ratio.words) for ratio in self.ratio),
            *((group, group.words) for group in self.rank_group),
            (self.place, self.place.words),
            (self.times, self.times.words),
        ):
            for word in words:
                yield Term(word, entry)
        for word in self.counted:
            yield Term(word, CountedWord(lemma=word))
        for spoken in (self.label, self.age):
            for word in spoken.words:
                yield Term(word, spoken)
            for word in spoken.fixed:
                yield Term(word, spoken, inflected=False)
        member, first, size = RankWord(role="member"), RankWord(role="first"), RankWord(role="size")
        for word in (*self.ranked_by.adjectives, *self.ranked_by.nouns):
            yield Term(word, member)
        for word in self.ranked_by.first:
            yield Term(word, first)
        for phrase in self.ranked_by.phrases:
            yield Term(phrase, size, inflected=False)
