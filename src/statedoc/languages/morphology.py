"""What extractors may ask of a language's grammar: one small protocol that each pack implements."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Protocol, final

import attrs


class Pos(StrEnum):
    """Parts of speech, as coarse as the rules need them."""

    NOUN = "noun"
    ADJECTIVE = "adjective"
    VERB = "verb"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    PRONOUN = "pronoun"
    NUMERAL = "numeral"
    ADVERB = "adverb"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    OTHER = "other"


class Case(StrEnum):
    """Grammatical cases."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    LOCATIVE = "locative"


class Gender(StrEnum):
    """Grammatical genders."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"


class Number(StrEnum):
    """Grammatical numbers."""

    SINGULAR = "singular"
    PLURAL = "plural"


class Tense(StrEnum):
    """Grammatical tenses."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class NameKind(StrEnum):
    """What a word can name."""

    FIRST = "first"
    PATRONYMIC = "patronymic"
    SURNAME = "surname"
    PLACE = "place"
    ORGANIZATION = "organization"


@final
@attrs.frozen(kw_only=True, eq=False)
class Reading:
    """One way to read a word form. None where the feature does not apply or is not known."""

    lemma: str  #: dictionary form, folded; not to be trusted for names
    pos: Pos
    case: Case | None = None
    gender: Gender | None = None
    number: Number | None = None
    tense: Tense | None = None
    person: int | None = None
    animate: bool = False
    short: bool = False  #: a short adjective or participle, as in a predicate
    passive: bool = False
    name: NameKind | None = None
    known: bool = True  #: the word stands in the dictionary, so this is no guess


@final
@attrs.frozen
class NameReading:
    """One way to read a word of a person's name. None where anything fits."""

    base: str  #: the nominative, cased as in the text
    gender: Gender | None
    case: Case | None


class Morphology(Protocol):
    """A language's grammar, word by word. Words are passed as they stand in the text."""

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Every reading of a word form, the likeliest first."""
        ...

    def forms(self, phrase: str) -> Iterator[tuple[str, ...]]:
        """Every inflected form of a dictionary phrase, as folded words."""
        ...

    def nominative(self, words: Sequence[str], *, plural: bool = False) -> tuple[str, ...]:
        """The nominative of a noun phrase, its casing kept; the words themselves where it is not known.

        `plural` tells that the phrase is plural, where its form could be read as either.
        """
        ...

    def name_readings(self, word: str, *, wide: bool = False) -> tuple[NameReading, ...]:
        """Every way to read one word of a person's name, the likeliest first.

        A listed first name is read as the dictionary has it, or, where `wide`, also as any other name.
        """
        ...
