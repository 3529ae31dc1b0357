"""Words that mark speech."""

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar, final

import attrs

from statedoc.languages.lexicon import Term
from statedoc.languages.morphology import Case
from statedoc.model import CueClass


class Takes(StrEnum):
    """What a cue can govern."""

    QUOTE = "quote"  #: words in quotation marks
    WITH = "with"  #: words that go with an act: "began with ..."; marks right after the verb are its object
    CLAUSE = "clause"  #: "that ..."
    TOPIC = "topic"  #: "about ..."
    NAMING = "naming"  #: "called it ..."
    AS = "as"  #: what it declares something to be: "declared it a state secret"
    WHOM = "whom"  #: an object whose words are passed on: "quotes the minister"
    ASKED = "asked"  #: an object who is to speak next: "asked the minister"
    CALL = "call"  #: "called on them to ..."


@final
@attrs.frozen(kw_only=True, eq=False)
class CueGroup:
    """Verbs and predicative adjectives of one class that govern the same things."""

    class_: CueClass
    takes: frozenset[Takes]
    lemmas: tuple[str, ...] = ()
    impersonal: bool = False  #: has no subject: "it says in the statement"
    predicative: bool = False  #: adjectives, cues in the forms of a predicate
    forms: dict[str, tuple[str, ...]] = attrs.field(factory=dict)  #: by lemma, for words that are cues in these only
    relay: bool = False  #: can pass on another's words: "the agency quotes the minister"
    denies: bool = False  #: reports what follows where it is negated, too: "did not rule out that"
    refutes: bool = False  #: says that what follows is not so: "deny that"


@final
@attrs.frozen(kw_only=True, eq=False)
class SourcePhrase:
    """A phrase whose complement is the source: "according to X", "in the words of X"."""

    phrases: tuple[str, ...]  #: as they stand; ``*`` is where a possessive stands instead of a complement
    lemma: str
    case: Case  #: of the complement
    class_: CueClass = CueClass.NEUTRAL
    relay: bool = False  #: the source's words reach the text through another: "with reference to"
    of_words: bool = False  #: governs only an utterance, whose source it is: "in line with the forecast of X"


@final
@attrs.frozen(kw_only=True, eq=False)
class SpeechNoun:
    """A noun that is itself an utterance: "statement", "remark"."""

    lemmas: tuple[str, ...]
    class_: CueClass = CueClass.NEUTRAL


@final
@attrs.frozen(eq=False)
class CueVerb:
    """One verb, or predicative adjective, that introduces speech."""

    lemma: str
    class_: CueClass
    takes: frozenset[Takes]
    impersonal: bool
    relay: bool
    predicative: bool
    denies: bool
    refutes: bool


@final
@attrs.frozen(kw_only=True, eq=False)
class CueNoun:
    """One noun that is itself an utterance."""

    lemma: str
    class_: CueClass


@final
@attrs.frozen(kw_only=True, eq=False)
class Cues:
    """The words of a language that mark speech."""

    FILE: ClassVar[str] = "cues.toml"

    reasons: frozenset[str]  #: prepositions of what an act is done for: "thanked (for)"
    entitled: frozenset[str]  #: nouns of things that have names in marks, in the nominative: "the programme"
    named: frozenset[str]  #: nouns that a name in marks follows, which is then no speech: "the motto"
    cue: tuple[CueGroup, ...]
    source_phrase: tuple[SourcePhrase, ...]
    speech_noun: tuple[SpeechNoun, ...]
    qualifying: frozenset[str] = frozenset()  #: adjectives inside source phrases: "by (preliminary) estimates"
    amounts: frozenset[str] = frozenset()  #: how much of a topic someone spoke: "more (of the bridge)"
    answers: frozenset[str] = frozenset()  #: labels of what is answered, before a colon: "Answer: ..."

    def terms(self) -> Iterator[Term]:
        """The verbs, phrases and nouns."""
        for group in self.cue:
            for lemma in group.lemmas:
                yield Term(lemma, _verb(group, lemma))
            for lemma, forms in group.forms.items():
                for form in forms:
                    yield Term(form, _verb(group, lemma), inflected=False)
        for source in self.source_phrase:
            for phrase in source.phrases:
                yield Term(phrase, source, inflected=False)
        for noun in self.speech_noun:
            for lemma in noun.lemmas:
                yield Term(lemma, CueNoun(lemma=lemma, class_=noun.class_))


def _verb(group: CueGroup, lemma: str) -> CueVerb:
    told = (group.impersonal, group.relay, group.predicative, group.denies, group.refutes)
    return CueVerb(lemma, group.class_, group.takes, *told)
