"""Between whom an agreement is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, final

import attrs

from statedoc.extract.actors.kinds import kind_of
from statedoc.extract.agreements.journeys import journey
from statedoc.extract.agreements.mention import AgreementMention, is_named_after, likely_readings
from statedoc.extract.cast import Cast, Reference
from statedoc.extract.grammar import NOMINAL, is_finite
from statedoc.languages.agreements import Agreements, BothParties, PartyHeads
from statedoc.languages.morphology import Case, Pos
from statedoc.languages.organizations import OrganizationKind
from statedoc.languages.states import States
from statedoc.model import ActorKind, AgreementKind, MentionForm
from statedoc.text import ParsedText

_DATELINE = 3  # sentences, the first of which can be a dateline in parts
_NAMED_AFTER = (AgreementKind.CONVENTION, AgreementKind.CHARTER)
_BOTH = 2  # sides of an agreement
_FARTHEST_SUBJECT = 30  # tokens between a subject and its verb
_FARTHEST_PARTNER = 8  # tokens between a verb or title and the other party
_FARTHEST_BOTH = 15  # tokens between "the two countries" and their agreement
_FARTHEST_AGENT = 20
_FARTHEST_HEAD = 6
_FARTHEST_SPEAKER = 3  # sentences back
_FARTHEST_STATES = 3000  # tokens back, for "the two countries"


@final
class Sides(NamedTuple):
    """Parties, as far as some words tell them."""

    named: tuple[str, ...]  #: actor ids
    partner: bool = False  #: only the other side is named: "with Russia"


@final
@attrs.frozen(slots=False, eq=False)
class PartyReader:
    """Finds the parties of one text's agreements."""

    text: ParsedText
    words: Agreements
    cast: Cast

    def within(self, mention: AgreementMention) -> Sides:
        """The parties that the mention's own words tell."""
        modifying = self.cast.within(mention.first, mention.head)
        adjectives = self._parties(each for each in modifying if not is_named_after(self.text, each.first))
        topic = mention.last if mention.topic is None else mention.topic
        direct = self.cast.within(mention.noun_end, topic)
        if mention.kind in _NAMED_AFTER and direct and direct[0].first == mention.noun_end:
            direct = direct[self._is_organization(direct[0]) :]  # whose it is: "the Convention of the UN"
        found = [*adjectives, *self._parties(direct if len(direct) > 1 else self._unnaming(direct))]
        found += self._both(mention.noun_end, mention.last)
        begin = max(self.text.sentences[mention.sentence].first, mention.first - _FARTHEST_BOTH)
        if not found:
            found += self._both(begin, mention.first)
        partner = any(self._before(each) in self.words.partner for each in direct)
        behind = self.cast.within(topic, mention.last)
        for each in behind:
            if self._before(each) in self.words.partner:
                partner = True
                found += self._parties([each])
        found += self._parties(self._between(topic, mention.last))
        if len(set(found)) < 2:
            found += self._pair(behind)
        if not partner:
            following = self.partner(mention.last)
            partner, found = bool(following), [*found, *following]
        return Sides(tuple(dict.fromkeys(found)), partner)

    def _unnaming(self, references: Sequence[Reference]) -> list[Reference]:
        """The references without a lone capital, as that only names the agreement: «соглашения Осло»."""
        return [e for e in references if e.form is not MentionForm.METONYM or self._before(e) in self.words.partner]

    def partner(self, after: int) -> tuple[str, ...]:
        """The other party, named soon after a verb or a title: «с Китаем»."""
        end = min(self.text.sentence_of(min(after, len(self.text.tokens) - 1)).last, after + _FARTHEST_PARTNER)
        for at in range(after, end):
            token = self.text.tokens[at]
            if not token.is_word or is_finite(self.text.readings(at)[:1]):
                break
            if token.folded in self.words.partner:
                references = self.cast.within(at + 1, min(at + 5, end))
                return self._parties(each for each in references[:1])
            if token.folded in self.text.pack.grammar.between:
                return self._parties(self.cast.within(at + 1, at + 12))
        return ()

    def acting(self, verb: int, *, passive: bool) -> Sides:
        """Who takes a step: the subject of the verb at a token, or those by whom it is done."""
        sentence = self.text.sentence_of(verb)
        if passive:
            return Sides(self._agents(verb, sentence.last))
        first = self._clause_start(verb, sentence.first)
        own = self._after_coordinator(first, verb)
        if own is not None and any(self._is_subject(each, own) for each in self.cast.within(own, verb)):
            first = own
        offered = self._offered(first, verb)
        if offered and (both := self._both(offered, verb)):
            return Sides(tuple(both))  # a mediator offers it to others
        before = [each for each in self.cast.within(first, verb) if self._is_subject(each, first)]
        if offered:
            before += [each for each in self.cast.within(offered, verb)[:1] if each not in before]
        found = [*self._parties(before), *self._both(first, verb)]
        if len(found) < 2 and self._plural_heads(first, verb):
            found = self._last_states(2, first) or found
        if not found:
            end = min(sentence.last, verb + _FARTHEST_PARTNER)
            found = list(self._parties(e for e in self.cast.within(verb + 1, end) if self._is_subject(e, verb + 1)))
            found += self._both(verb + 1, end)
        return Sides(tuple(dict.fromkeys(found)))

    def _offered(self, first: int, verb: int) -> int | None:
        """The token behind a verb with which someone offers others to take a step; None where nobody does."""
        if not any(reading.pos is Pos.INFINITIVE for reading in self.text.readings(verb)[:1]):
            return None
        near = range(max(first, verb - _FARTHEST_PARTNER), verb - 1)
        offers = (at for at in near if any(r.lemma in self.words.offering for r in self.text.readings(at)[:1]))
        at = next(offers, None)
        dative = at is not None and any(reading.case is Case.DATIVE for reading in self.text.readings(at + 1))
        return at + 1 if dative and at is not None else None

    def negotiating(self, noun: int) -> Sides:
        """The subject of the verb that a noun like «переговоры» hangs on: «Сербия и Косово ведут переговоры»."""
        first = self.text.sentence_of(noun).first
        for at in range(noun - 1, max(first, noun - _FARTHEST_PARTNER) - 1, -1):
            readings = self.text.readings(at)
            if is_finite(readings) or any(each.pos is Pos.INFINITIVE for each in readings[:1]):
                leads = any(reading.lemma in self.words.negotiating for reading in readings)
                sides = self.acting(at, passive=False) if leads else Sides(())
                wanted = self._wanted_from(at, noun) if leads else ()
                return Sides((*sides.named, *wanted), partner=bool(wanted) and not sides.named)
        return Sides(())

    def _wanted_from(self, first: int, last: int) -> tuple[str, ...]:
        """Those whose part in an agreement is waited for: «ждёт [от Чили] подписания договора»."""
        found = self.cast.within(first, last)
        return self._parties(e for e in found if self.text.tokens[e.first - 1].folded in self.words.wanting)

    def other_side(self, token: int, known: Sequence[str]) -> tuple[str, ...]:
        """The state that stands opposite a single partner: of the subject, or of the one who tells of it."""
        index = self.text.sentence_index(token)
        for number in range(index, max(-1, index - _FARTHEST_SPEAKER), -1):
            sentence = self.text.sentences[number]
            references = self.cast.within(
                sentence.first, min(sentence.last, token) if number == index else sentence.last
            )
            persons = [e for e in references if self.cast.by_id[e.actor].kind is ActorKind.PERSON]
            for group in (persons, [e for e in references if e.form is not MentionForm.METONYM]):
                for each in self.states(self._parties(group)):
                    if each not in known and self.cast.by_id[each].country not in self._former:
                        return (each,)
        often = self._states(max(0, token - _FARTHEST_STATES), token)
        return tuple(state for state, _ in often.most_common() if state not in known)[:1]

    def _parties(self, references: Iterable[Reference]) -> tuple[str, ...]:
        """The states and organizations that actors are or stand for; not the state in an organization's name."""
        found: dict[str, None] = {}
        until = 0
        for each in references:
            if each.first < until:
                continue
            inside = self._states_within(each) if self._is_organization(each) else ()
            if self._is_organization(each):
                until = each.last
            for party in inside if len(inside) > 1 else (self._party(each.actor),):
                if party:
                    found[party] = None
        return tuple(found)

    def _is_organization(self, reference: Reference) -> bool:
        return self.cast.by_id[reference.actor].kind is ActorKind.ORGANIZATION

    def _states_within(self, reference: Reference) -> tuple[str, ...]:
        """The states that the words for several bodies name: «МИД России и Китая»."""
        return self.states(each.actor for each in self.cast.within(reference.first, reference.last))

    def _party(self, identifier: str) -> str | None:
        actor = self.cast.by_id[identifier]
        if actor.kind is ActorKind.ORGANIZATION and identifier in self._bodies:
            return self.cast.state(actor.country) or actor.id if actor.country else None
        if actor.kind in (ActorKind.STATE, ActorKind.ORGANIZATION):
            return actor.id
        countries = [role.country for role in actor.roles if role.country]
        country = countries[0] if countries else actor.country
        return self.cast.state(country) if country else None

    def _is_place(self, reference: Reference) -> bool:
        """Whether a capital only tells where something was: «в Минске»."""
        before = self.text.tokens[reference.first - 1].folded if reference.first else ""
        return reference.form is MentionForm.METONYM and before in self.text.pack.grammar.place_prepositions

    @cached_property
    def _bodies(self) -> frozenset[str]:
        """The ministries, parliaments and courts, by actor id: who acts for a state."""
        bodies = (OrganizationKind.BODY, OrganizationKind.MINISTRY)
        return frozenset(actor for each, actor in self.cast.candidates if kind_of(self.text, each) in bodies)

    def _before(self, reference: Reference) -> str:
        """The preposition that governs a reference, past the nouns it depends on; empty if there is none."""
        at = reference.first - 1
        while at >= 0 and reference.first - at <= 6:
            token = self.text.tokens[at]
            if token.folded in self.text.pack.grammar.prepositions:
                return token.folded
            readings = self.text.readings(at)
            if not readings or not any(r.pos in NOMINAL and r.case is not None for r in readings):
                return ""
            at -= 1
        return ""

    def _between(self, first: int, last: int) -> tuple[Reference, ...]:
        """The references after «между»."""
        between = self.text.pack.grammar.between
        for at in range(first, last):
            if self.text.tokens[at].folded in between:
                return self.cast.within(at + 1, last)
        return ()

    def _pair(self, references: Sequence[Reference]) -> tuple[str, ...]:
        """Two or more parties that a title joins: «отношений Казахстана и России»."""
        coordinators = self.text.pack.grammar.coordinators
        joined = [
            each
            for before, after in pairwise(references)
            for each in (before, after)
            if after.first == before.first
            or (after.first == before.last + 1 and self.text.tokens[before.last].folded in coordinators | {","})
        ]
        return self._parties(joined)

    def _clause_start(self, verb: int, first: int) -> int:
        """Where the clause of a verb begins: after another verb, a conjunction or a semicolon."""
        grammar = self.text.pack.grammar
        for at in range(verb - 1, max(first, verb - _FARTHEST_SUBJECT) - 1, -1):
            token = self.text.tokens[at]
            if token.text in ";:" or token.folded in grammar.complementizers or token.folded in grammar.relatives:
                return at + 1
            readings = self.text.readings(at)
            if not is_finite(readings):
                continue
            if not any(
                reading.lemma in self.words.auxiliaries or self._is_modal(reading.lemma) for reading in readings
            ):
                return at + 1
        return max(first, verb - _FARTHEST_SUBJECT)

    def _after_coordinator(self, first: int, verb: int) -> int | None:
        """Where a clause with a subject of its own may open: behind a comma and a coordinator."""
        grammar = self.text.pack.grammar
        for at in range(verb - 1, first, -1):
            if self.text.tokens[at].folded in grammar.coordinators and self.text.tokens[at - 1].text == ",":
                return at + 1
        return None

    def _is_modal(self, lemma: str) -> bool:
        return any(lemma in modal.words for modal in self.words.modal)

    def _is_subject(self, reference: Reference, first: int) -> bool:
        """Whether a reference is a subject, or depends on one: «президенты России и Китая»."""
        at = reference.first
        if self._is_dateline(reference):
            return False
        nominative = False
        own = [r.case for r in likely_readings(self.text, at) if r.pos in NOMINAL]
        if own[:1] == [Case.NOMINATIVE] and not set(own) >= {Case.GENITIVE, Case.INSTRUMENTAL}:
            return at == 0 or self.text.tokens[at - 1].folded not in self.text.pack.grammar.prepositions
        if self.text.tokens[at].text.isupper() and self._is_complement(at):
            return False
        while at >= first:
            token = self.text.tokens[at]
            if token.folded in self.text.pack.grammar.prepositions:
                return False
            readings = self.text.readings(at)
            nominal = [r for r in readings if r.pos in NOMINAL and r.case is not None]
            if not readings and token.is_word and at == reference.first:
                nominative = True
            elif any(r.case is Case.NOMINATIVE for r in nominal):
                nominative = True
                if any(r.pos is Pos.NOUN and r.case is Case.NOMINATIVE for r in nominal[:1]) and at < reference.first:
                    return True
            elif not nominal and at != reference.first and not self._joins(at):
                break
            at -= 1
        return nominative

    def _is_complement(self, at: int) -> bool:
        """Whether an abbreviation depends on the noun before it, which is no subject: «Конвенцию [ООН]»."""
        before = [r for r in likely_readings(self.text, at - 1) if r.pos is Pos.NOUN] if at else []
        return bool(before) and all(each.case is not Case.NOMINATIVE for each in before)

    def _joins(self, at: int) -> bool:
        token = self.text.tokens[at]
        return token.text == "," or token.folded in self.text.pack.grammar.coordinators

    def _is_dateline(self, reference: Reference) -> bool:
        """Whether a place in capitals opens a paragraph before a mark: «ДАКАР (АФП) - ...»."""
        at = reference.first
        opens = self.text.sentence_of(at).first == at and self.text.tokens[at].text.isupper()
        return opens and reference.last < len(self.text.tokens) and not self.text.tokens[reference.last].is_word

    def _agents(self, verb: int, last: int) -> tuple[str, ...]:
        """Those by whom something is done: in the instrumental behind the verb."""
        found: list[Reference] = []
        grammar = self.text.pack.grammar
        for each in self.cast.within(verb + 1, min(last, verb + _FARTHEST_AGENT)):
            if self.text.tokens[each.first - 1].folded in grammar.prepositions:
                continue
            joined = found and self._joins(each.first - 1)
            if joined or self._is_instrumental(each, verb + 1):
                found.append(each)
        return (*self._parties(found), *self.partner(verb + 1))

    def _is_instrumental(self, reference: Reference, first: int) -> bool:
        """Whether a reference is in the instrumental, or hangs on a noun that is: «президентами Ирана и Ирака»."""
        at = reference.first
        while at >= first and reference.first - at <= _FARTHEST_HEAD:
            readings = self.text.readings(at)
            if self.text.tokens[at].folded in self.text.pack.grammar.prepositions:
                return False
            if any(r.case is Case.INSTRUMENTAL and r.pos in NOMINAL for r in readings):
                return True
            if not any(r.case for r in readings):
                return False
            at -= 1
        return False

    def _both(self, first: int, last: int) -> list[str]:
        """The states that «две страны» between these tokens stand for."""
        counts = (found[1].count for at in range(first, last) if (found := self.text.term_at(at, BothParties)))
        count = next(counts, None)
        return self._last_states(count, first) if count else []

    def _plural_heads(self, first: int, last: int) -> bool:
        """Whether «главы государств» or «министры» act, left without their states."""
        return any(self.text.term_at(at, PartyHeads) for at in range(first, last))

    def _last_states(self, count: int, before: int) -> list[str]:
        """So many states last spoken of: in the sentence and the one before it, or most often so far."""
        sentence = self.text.sentence_index(before)
        near = self._states(self.text.sentences[max(0, sentence - 1)].first, before)
        told = self.opening_pair if count == _BOTH else ()
        if told and len(near) == count and len(set(near) & set(told)) == 1 and min(near.values()) == 1:
            return list(told)  # a third state stands beside one of the two
        if len(near) == count:
            return list(near)
        often = self._states(max(0, before - _FARTHEST_STATES), before)
        return [state for state, _ in often.most_common(count)] if len(often) >= count else []

    def states(self, parties: Iterable[str]) -> tuple[str, ...]:
        """The states among these parties."""
        return tuple(each for each in parties if self.cast.by_id[each].kind is ActorKind.STATE)

    @cached_property
    def opening_pair(self) -> tuple[str, ...]:
        """The two states that the headline, or the first sentence behind a dateline, joins."""
        verbal = (each for each in self.text.sentences[:_DATELINE] if self._says(each.first, each.last))
        first = next(verbal, next(iter(self.text.sentences), None))
        found = self.states(self._pair(self.cast.within(0, first.last)) if first is not None else ())
        return found if len(set(found)) == _BOTH else ()

    def _says(self, first: int, last: int) -> bool:
        return any(is_finite(self.text.readings(at)) for at in range(first, min(last, first + _FARTHEST_SUBJECT)))

    @cached_property
    def of_article(self) -> tuple[str, ...]:
        """The two states that an article is about, if it is clearly about two."""
        if self.opening_pair:
            return self.opening_pair
        often = self._states(0, len(self.text.tokens)).most_common(3)
        if len(often) < 2 or often[1][1] < 2 or (len(often) > 2 and 2 * often[2][1] > often[1][1]):
            return self.journey
        return tuple(state for state, _ in often[:2])

    @cached_property
    def journey(self) -> tuple[str, ...]:
        """The states of the first traveller of an article and of where they went."""
        return journey(self.text, self.words, self.cast, self._party)

    def _states(self, first: int, last: int) -> Counter[str]:
        """How often each state that still exists is spoken of."""
        references = self.cast.within(first, last)
        spoken = (each for each in references if not self._is_organization(each) and not self._is_place(each))
        found = (self._party(each.actor) for each in spoken)
        states = (self.cast.by_id[party] for party in found if party)
        return Counter(each.id for each in states if each.kind is ActorKind.STATE and each.country not in self._former)

    @cached_property
    def _former(self) -> frozenset[str]:
        return frozenset(state.code for state in self.text.pack.lexicon(States).state if state.former)
