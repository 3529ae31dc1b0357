"""Between whom an agreement is."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, final

import attrs

from statedoc.extract.agreements.mention import AgreementMention, is_named_after, likely_readings
from statedoc.extract.agreements.spoken import SpokenStates
from statedoc.extract.agreements.standing import Standing
from statedoc.extract.cast import Cast, Reference
from statedoc.extract.grammar import NOMINAL, is_finite
from statedoc.languages.agreements import Agreements, BothParties, PartyHeads
from statedoc.languages.morphology import Case, Pos
from statedoc.model import ActorKind, AgreementKind, MentionForm
from statedoc.text import ParsedText

_NAMED_AFTER = (AgreementKind.CONVENTION, AgreementKind.CHARTER)
_FARTHEST_SUBJECT = 30  # tokens between a subject and its verb
_FARTHEST_PARTNER = 8  # tokens between a verb or title and the other party
_FARTHEST_BOTH = 15  # tokens between "the two countries" and their agreement
_FARTHEST_AGENT = 20
_FARTHEST_HEAD = 6
_FARTHEST_SPEAKER = 3  # sentences back


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

    @cached_property
    def standing(self) -> Standing:
        """For whom the actors stand."""
        return Standing(self.text, self.cast)

    @cached_property
    def spoken(self) -> SpokenStates:
        """The states by how the text speaks of them."""
        return SpokenStates(self.text, self.words, self.standing)

    def within(self, mention: AgreementMention) -> Sides:
        """The parties that the mention's own words tell."""
        modifying = self.cast.within(mention.first, mention.head)
        adjectives = self.standing.parties(each for each in modifying if not is_named_after(self.text, each.first))
        topic = mention.last if mention.topic is None else mention.topic
        direct = self.cast.within(mention.noun_end, topic)
        if mention.kind in _NAMED_AFTER and direct and direct[0].first == mention.noun_end:
            direct = direct[self.standing.is_organization(direct[0]) :]  # whose it is: "the Convention of the UN"
        found = [*adjectives, *self.standing.parties(direct if len(direct) > 1 else self._unnaming(direct))]
        found += self._both(mention.noun_end, mention.last)
        begin = max(self.text.sentences[mention.sentence].first, mention.first - _FARTHEST_BOTH)
        if not found:
            found += self._both(begin, mention.first) or self._both_behind(mention)
        partner = any(self._before(each) in self.words.partner for each in direct)
        behind = self.cast.within(topic, mention.last)
        for each in behind:
            sells = mention.kind is AgreementKind.CONTRACT and self._before(each) in self.words.suppliers
            if sells or self._before(each) in self.words.partner:
                partner = True
                found += self.standing.parties([each])
        found += self.standing.parties(self._between(topic, mention.last))
        if len(set(found)) < 2:
            found += self.standing.pair(behind)
        if not partner:
            following = self.partner(mention.last) or self._seller(mention)
            partner, found = bool(following), [*found, *following]
        return Sides(tuple(dict.fromkeys(found)), partner)

    def _seller(self, mention: AgreementMention) -> tuple[str, ...]:
        """The state that sells, right behind a contract's title: «контракт на закупку газа [у Азербайджана]»."""
        at = mention.last
        if mention.kind is not AgreementKind.CONTRACT or at >= len(self.text.tokens):
            return ()
        return self._parties_at(at + 1) if self.text.tokens[at].folded in self.words.suppliers else ()

    def _parties_at(self, first: int) -> tuple[str, ...]:
        return self.standing.parties(self.cast.within(first, first + 1)[:1])

    def _both_behind(self, mention: AgreementMention) -> list[str]:
        """The two states between which an agreement is, as words behind its title say: «между двумя странами»."""
        end = min(self.text.sentences[mention.sentence].last, mention.last + _FARTHEST_BOTH)
        between = self.text.pack.grammar.between
        at = next((at for at in range(mention.last, end) if self.text.tokens[at].folded in between), None)
        return self._both(at + 1, min(at + 4, end)) if at is not None else []

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
                return self.standing.parties(each for each in references[:1])
            if token.folded in self.text.pack.grammar.between:
                return self.standing.parties(self.cast.within(at + 1, at + 12))
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
        found = [*self.standing.parties(before), *self._both(first, verb)]
        if len(found) < 2 and self._plural_heads(first, verb):
            found = self.spoken.last(2, first) or found
        if not found:
            end = min(sentence.last, verb + _FARTHEST_PARTNER)
            found = [*self.standing.parties(self._subjects_behind(verb, end)), *self._both(verb + 1, end)]
        return Sides(tuple(dict.fromkeys(found)))

    def _subjects_behind(self, verb: int, end: int) -> Iterator[Reference]:
        """Yield the subjects behind a verb: those near it, and all that a list joins to them."""
        until = verb
        for each in self.cast.within(verb + 1, self.text.sentence_of(verb).last):
            joined = until > verb and each.first == until + 1 and self._joins(until)
            if joined or (each.first < end and self._is_subject(each, verb + 1)):
                yield each
                until = each.last
            elif each.first >= end:
                return

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
        return self.standing.parties(e for e in found if self.text.tokens[e.first - 1].folded in self.words.wanting)

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
                for each in self.standing.states(self.standing.parties(group)):
                    if each not in known and not self.spoken.is_former(each):
                        return (each,)
        return tuple(state for state in self.spoken.most(token) if state not in known)[:1]

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
        return (*self.standing.parties(found), *self.partner(verb + 1))

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
        return self.spoken.last(count, first) if count else []

    def _plural_heads(self, first: int, last: int) -> bool:
        """Whether «главы государств» or «министры» act, left without their states."""
        return any(self.text.term_at(at, PartyHeads) for at in range(first, last))
