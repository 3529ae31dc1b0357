"""Words for agreements: what they are called, and the steps from the idea to the end."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import ClassVar, final

import attrs

from statedoc.languages.lexicon import Casing, Term
from statedoc.model import AgreementKind, AgreementStatus


class Evidence(StrEnum):
    """What shows that a noun means one certain agreement."""

    TOPIC = "topic"  #: it says what it is about
    PARTIES = "parties"  #: it says between whom it is, or whose
    TYPE = "type"  #: a word before it says what sort of agreement it is: "peace treaty"
    NAME = "name"  #: it bears a name: "Geneva convention"
    STEP = "step"  #: somebody signs it, wants it, leaves it
    SIGNED = "signed"  #: somebody signs it
    JOINT = "joint"  #: a word before it says that several made it: "joint statement"


@final
@attrs.frozen(kw_only=True, eq=False)
class AgreementNoun:
    """Nouns for one kind of agreement, and how sure a reader can be of them."""

    kind: AgreementKind
    nouns: tuple[str, ...]
    evidence: frozenset[Evidence]  #: what counts for these nouns
    needs: int = 1  #: how many pieces of evidence make an agreement of them
    must: frozenset[Evidence] = frozenset()  #: evidence that may not be missing
    generic: bool = False  #: can refer back to an agreement of another kind


@final
@attrs.frozen(kw_only=True, eq=False)
class KnownAgreement:
    """An agreement that goes by a name of its own."""

    kind: AgreementKind
    name: str
    aliases: tuple[str, ...] = ()


@final
@attrs.frozen(kw_only=True, eq=False)
class AgreementReference:
    """Nouns that can stand for an agreement named before: "the document"."""

    nouns: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class Step:
    """Words for one step of an agreement. A step without a status only shows that there is an agreement."""

    status: AgreementStatus | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()  #: as they stand
    kinds: frozenset[AgreementKind] = frozenset()  #: of which kinds it is said; empty for all
    intransitive: bool = False  #: the agreement is the subject: "entered into force"
    joint: bool = False  #: those who take it are parties, though it has no status: "reach an agreement"
    singular: bool = False  #: its nouns mean the step in the singular only: "the draft", but not "projects"
    shows: bool = True  #: it shows that there is an agreement, even of a bare noun
    fixed: bool = False  #: the wish or the want of an agreement: the status holds in every tense


@final
@attrs.frozen(eq=False)
class StepWord:
    """One word or phrase for a step."""

    step: Step
    lemma: str
    is_verb: bool


@final
@attrs.frozen(eq=False)
class FrontedStep:
    """The verb of phrases for steps whose other words can stand before it: "into force it came"."""

    lemma: str
    steps: tuple[tuple[tuple[str, ...], Step], ...]  #: the other words, as they stand, and what the phrase tells

    def step_of(self, before: Sequence[str]) -> Step | None:
        """The step whose other words end these words."""
        return next((step for rest, step in self.steps if tuple(before[-len(rest) :]) == rest), None)


@final
@attrs.frozen(kw_only=True, eq=False)
class Modal:
    """Words that say of a step how near it is: "plan to", "refuse to"."""

    status: AgreementStatus
    words: frozenset[str]  #: dictionary forms, folded


@final
@attrs.frozen(kw_only=True, eq=False)
class BothParties:
    """Phrases for so many states named before: "the two countries"."""

    count: int
    phrases: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class PartyHeads:
    """Phrases for the heads of two states, where the states are left out: "the presidents signed"."""

    phrases: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, eq=False)
class Agreements:
    """The words of a language for agreements. Words in plain lists are dictionary forms, folded."""

    FILE: ClassVar[str] = "agreements.toml"

    noun: tuple[AgreementNoun, ...]
    known: tuple[KnownAgreement, ...]
    reference: AgreementReference
    both: tuple[BothParties, ...]
    heads: PartyHeads
    step: tuple[Step, ...]
    modal: tuple[Modal, ...]
    types: frozenset[str]  #: adjectives that say what sort of agreement it is
    joint: frozenset[str]  #: adjectives that say that several made it
    pointing: frozenset[str]  #: adjectives that point back: "this"
    distinct: frozenset[str]  #: adjectives that set an agreement apart from those named before: "another"
    loose: frozenset[str]  #: other adjectives that belong to no title: "new"
    name_endings: tuple[str, ...]  #: how adjectives end that come from places
    other_endings: tuple[str, ...]  #: how adjectives end that look like those and are not
    unnamed: frozenset[str]  #: adjectives with a capital that name no agreement
    commercial: frozenset[str]  #: adjectives before a treaty's noun, and nouns behind it, that make it a contract
    foreign_modifiers: frozenset[str]  #: adjectives of other things by the same noun: "labour contract"
    foreign_topics: frozenset[str]  #: nouns right after it that make it another thing: "contract of lease"
    foreign_circles: frozenset[str]  #: nouns of private life and sport, whose contracts are no matter of states
    topic: frozenset[str]  #: prepositions that open what it is about
    partner: frozenset[str]  #: prepositions before the other party
    since: frozenset[str]  #: prepositions between it and its date
    listing: frozenset[str]  #: conjunctions that join like with like
    also: frozenset[str]  #: particles behind a conjunction that joins like with like: "as well"
    listings: tuple[str, ...]  #: what a sentence starts with that goes on with a list: "among them"
    terms_of: frozenset[str]  #: prepositions between it and the time it is made for
    carriers: frozenset[str]  #: nouns that it hangs on when a step is told of it: "the term (of the treaty)"
    outward: frozenset[str]  #: prepositions that never belong to a title
    directed: frozenset[str]  #: prepositions that belong to it with an accusative, or before one of `spheres`
    spheres: frozenset[str]  #: nouns for the sphere that it is about
    regions: frozenset[str]  #: parts of the world, where what it is about can be
    negotiating: frozenset[str]  #: verbs whose subjects negotiate: "hold (talks)"
    hitherto: tuple[str, ...]  #: phrases for when, as they stand, of which the preposition is no title's: "until now"
    partitive: frozenset[str]  #: prepositions of those among whom someone acts, before a number: "of (five states)"
    aims: frozenset[str]  #: prepositions of what something is done for, before a step: "(needed) for"
    suppliers: frozenset[str]  #: prepositions, in a contract's title, of the state that sells: "gas from"
    joint_work: frozenset[str]  #: nouns that take "in" with what is done together: "cooperation in (training)"
    until: frozenset[str]  #: prepositions of when what is in force ends
    travelling: frozenset[str]  #: verbs and nouns for a journey, before where it leads
    timing: frozenset[str]  #: prepositions of what a step comes before or after: "on the eve of (the war)"
    occasions: frozenset[str]  #: nouns for meetings and times, where things are signed
    former: frozenset[str]  #: adjectives of an agreement between the same sides, made before
    current: frozenset[str]  #: adjectives of an agreement in force: "present"
    renewed: frozenset[str]  #: adjectives of one that is to follow it: "new"
    refusing: frozenset[str]  #: verbs that turn an offer down
    refused_from: frozenset[str]  #: prepositions of what someone declines
    failing: tuple[str, ...]  #: how talks come to nothing
    offers: frozenset[str]  #: nouns for an offer, and verbs for talking of it
    offering: frozenset[str]  #: verbs with which someone offers others to sign: "propose (to Uganda)"
    wanting: frozenset[str]  #: prepositions of those from whom a signature is wanted
    undoing: frozenset[str]  #: verbs that take a ratification back
    without: frozenset[str]  #: words before a step that show it did not take place
    amending: frozenset[str]  #: nouns in the title of one agreement, before another that it changes
    achieved: frozenset[str]  #: words before an infinitive that show it is done: "managed to"
    outcomes: tuple[str, ...]  #: how a sentence starts that tells what talks led to: "following the talks"
    adding: frozenset[str]  #: words of a sentence that adds to these: "eleven more documents", "also"
    done_before: frozenset[str]  #: words right before "signing" that show it is done: "after"
    ready_before: frozenset[str]  #: words right before it that show it is near: "to"
    wanted_before: frozenset[str]  #: words right before it that show it is only wanted: "about"
    ceremonies: frozenset[str]  #: nouns for the act of signing, which the next sentence can date: "ceremony"
    postponing: frozenset[str]  #: verbs that put a step off
    happened: frozenset[str]  #: verbs that, in the past, show that it took place
    hypothetical: frozenset[str]  #: conjunctions and particles that make a step a thought: "if"
    auxiliaries: frozenset[str]  #: "be"

    def terms(self) -> Iterator[Term]:
        """Nouns, names, steps, and phrases for both parties."""
        for noun in self.noun:
            for word in noun.nouns:
                yield Term(word, noun)
        for known in self.known:
            for name in (known.name, *known.aliases):
                short = name.isupper() or any(letter.isdigit() for letter in name)
                casing = Casing.CAPITALS if short else Casing.CAPITAL
                yield Term(name, known, inflected=not short, casing=casing)
        for word in self.reference.nouns:
            yield Term(word, self.reference)
        for both in self.both:
            for phrase in both.phrases:
                yield Term(phrase, both, inflected=False)
        for phrase in self.heads.phrases:
            yield Term(phrase, self.heads, inflected=False)
        fronted: dict[str, list[tuple[tuple[str, ...], Step]]] = {}
        for step in self.step:
            for verb in step.verbs:
                lemma, *rest = verb.split()
                yield Term(verb, StepWord(step, lemma, is_verb=True))
                if rest:
                    fronted.setdefault(lemma, []).append((tuple(rest), step))
            for word in step.nouns:
                yield Term(word, StepWord(step, word.split()[0], is_verb=False))
            for phrase in step.phrases:
                yield Term(phrase, StepWord(step, phrase, is_verb=False), inflected=False)
        for lemma, steps in fronted.items():
            yield Term(lemma, FrontedStep(lemma, tuple(steps)))
