"""Function words, abbreviations and the letters of a language."""

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, final

import attrs

from statedoc.languages.lexicon import Term
from statedoc.languages.morphology import Case, Gender, Number


@final
@attrs.frozen(kw_only=True, eq=False)
class Pronoun:
    """A third-person pronoun that can stand for an actor."""

    forms: tuple[str, ...]
    gender: Gender | None = None
    number: Number = Number.SINGULAR
    case: Case | None = None  #: None where it is possessive
    possessive: bool = False
    neuter: bool = False  #: stands for a noun of the neuter, too
    latter: bool = False  #: refers to whoever was named last, not to the subject


@final
@attrs.frozen(kw_only=True, eq=False, slots=False)
class Grammar:
    """The closed classes of a language."""

    FILE: ClassVar[str] = "grammar.toml"

    name: str  #: the language's English name
    alphabet: str  #: its letters, lower case
    frequent: frozenset[str]  #: words by which a text in this language is known
    abbreviations: frozenset[str]  #: without the last full stop; never end a sentence
    starters: frozenset[str]  #: words with a capital only where a sentence starts, which an abbreviation then ended
    complementizers: frozenset[str]  #: conjunctions that open reported speech: "that"
    purposes: frozenset[str]  #: those of them that can tell a purpose, too: "so that"
    as_words: frozenset[str]  #: conjunctions of "as X said"
    before_as: frozenset[str]  #: words with which those make a conjunction of another kind: "at the time (when)"
    correlatives: frozenset[str]  #: words before a conjunction of time that looks like "as": "after"
    subordinators: frozenset[str]  #: conjunctions whose clause the main one can follow: "since", "when"
    relatives: frozenset[str]  #: relative pronouns in all their forms
    openers: frozenset[str]  #: phrases that only join a sentence to the one before: "at the same time"
    negations: frozenset[str]
    coordinators: frozenset[str]
    topic_prepositions: frozenset[str]  #: prepositions that open the topic of speech
    complement_prepositions: frozenset[str]  #: that join a complement to a title: "for", "from"
    namesakes: frozenset[str]  #: between an institution and whom it is named for, in the genitive
    between: frozenset[str]
    copulas: frozenset[str]  #: verbs of being and becoming, by lemma
    place_prepositions: frozenset[str]  #: before a place, where nothing is done to a person: "in"
    place_nouns: frozenset[str]  #: before the name of a place, by lemma: "city"
    intensives: frozenset[str]  #: "himself": before a title, and no part of it
    comitatives: frozenset[str]  #: prepositions of whom something is done with: "met with"
    there: frozenset[str]  #: adverbs that refer back to a place
    demonstratives: frozenset[str]  #: demonstratives, as in "said this"
    one: frozenset[str]  #: "one", by lemma, as in "one of the diplomats"
    partitives: frozenset[str]  #: prepositions of those from whom someone is chosen: "of"
    prepositions: frozenset[str]
    name_particles: frozenset[str]  #: lower-case words inside names
    name_suffixes: frozenset[str]  #: lower-case words that end names
    name_syllable: str  #: a pattern of the syllables that Chinese names are written by
    name_syllable_ending: str  #: of the endings of cases behind them
    pronoun: tuple[Pronoun, ...]

    @cached_property
    def pronoun_forms(self) -> frozenset[str]:
        """Every form of the pronouns."""
        return frozenset(form for each in self.pronoun for form in each.forms)

    def terms(self) -> Iterator[Term]:
        """The pronouns."""
        for pronoun in self.pronoun:
            for form in pronoun.forms:
                yield Term(form, pronoun, inflected=False)
