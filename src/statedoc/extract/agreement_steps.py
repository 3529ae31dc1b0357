"""What happens to an agreement: words for steps, the mentions they belong to, and how far the step has come."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple, final

import attrs

from statedoc.extract.agreement_mentions import AgreementMention
from statedoc.extract.dates import DatedWords
from statedoc.extract.grammar import Agreement as Features
from statedoc.extract.grammar import agree, agreements, is_finite
from statedoc.languages.agreements import Agreements, Step, StepWord
from statedoc.languages.morphology import Case, NameKind, Pos, Reading, Tense
from statedoc.languages.states import StateTerm, StateWord
from statedoc.model import AgreementStatus
from statedoc.text import ParsedText, Sentence

_FARTHEST = 30  # tokens between a verb and what it is said of
_FARTHEST_LISTED = 15  # tokens between agreements of one list
_FARTHEST_MODAL = 8
_FARTHEST_DATE = 15
_FARTHEST_PLACE = 12
_VERBAL = frozenset((Pos.VERB, Pos.INFINITIVE, Pos.PARTICIPLE, Pos.GERUND))
_SIGNED, _PLANNED = AgreementStatus.SIGNED, AgreementStatus.TO_BE_SIGNED
_PROPOSED, _REJECTED = AgreementStatus.PROPOSED, AgreementStatus.REJECTED


@final
class Happening(NamedTuple):
    """A step that the text tells of one mention."""

    mention: AgreementMention
    first: int  #: the step's words
    last: int
    status: AgreementStatus | None  #: None where the words only show that there is an agreement
    passive: bool
    is_verb: bool
    date: DatedWords | None
    place: str | None


@final
class _Trigger(NamedTuple):
    first: int
    last: int
    step: Step
    reading: Reading | None  # of the verb; None for nouns and phrases
    subject: bool  # the agreement is the subject: passive, or an intransitive verb
    noun: bool


@final
@attrs.frozen(eq=False)
class StepReader:
    """Finds the steps of one text."""

    text: ParsedText
    words: Agreements
    dates: Sequence[DatedWords]

    def happenings(self, mentions: Sequence[AgreementMention]) -> Iterator[Happening]:
        """Every step told of these mentions, in reading order."""
        by_sentence: dict[int, list[AgreementMention]] = {}
        for mention in mentions:
            by_sentence.setdefault(mention.sentence, []).append(mention)
        triggers: dict[int, list[_Trigger]] = {}
        for first, last, word in self.text.terms_of(StepWord):
            index = self.text.sentence_index(first)
            if index in by_sentence and (trigger := self._trigger(first, last, word)):
                triggers.setdefault(index, []).append(trigger)
        for index, found in triggers.items():
            for trigger in found:
                yield from self._told(trigger, by_sentence[index], self.text.sentences[index])

    def _trigger(self, first: int, last: int, word: StepWord) -> _Trigger | None:
        step = word.step
        if not word.is_verb:
            is_noun = word.lemma not in self._own_words(first, last)
            return _Trigger(first, last, step, None, step.intransitive, is_noun)
        readings = [reading for reading in self.text.readings(first) if reading.pos in _VERBAL]
        if not readings:
            return None
        reading = next((each for each in readings if each.lemma == word.lemma), readings[0])
        reflexive = word.lemma != reading.lemma and not step.intransitive
        return _Trigger(first, last, step, reading, reading.passive or step.intransitive or reflexive, False)

    def _own_words(self, first: int, last: int) -> str:
        return " ".join(token.folded for token in self.text.tokens[first:last])

    def _told(self, trigger: _Trigger, mentions: Sequence[AgreementMention], sentence: Sentence) -> Iterator[Happening]:
        """The steps that one word tells, of each mention that it belongs to."""
        linked = self._linked(trigger, mentions)
        for mention in linked:
            if trigger.step.kinds and mention.kind not in trigger.step.kinds:
                continue
            status = self._status(trigger, mention, sentence)
            date = self._date(trigger, mention, sentence) if status else None
            place = self._place(trigger, mention, sentence) if status is _SIGNED or status is _PLANNED else None
            passive = trigger.reading is not None and trigger.subject
            yield Happening(
                mention, trigger.first, trigger.last, status, passive, trigger.reading is not None, date, place
            )

    # --- Which mentions a step belongs to ---

    def _linked(self, trigger: _Trigger, mentions: Sequence[AgreementMention]) -> list[AgreementMention]:
        inside = [each for each in mentions if each.first <= trigger.first < each.head]
        if inside:
            return inside if trigger.reading is not None and trigger.reading.pos is Pos.PARTICIPLE else []
        behind = [each for each in mentions if each.first >= trigger.last]
        before = [each for each in mentions if each.last <= trigger.first]
        if trigger.reading is None:
            return self._of_noun(trigger, before, behind)
        if trigger.reading.pos is Pos.PARTICIPLE and not trigger.reading.short:
            return self._of_participle(trigger, before, behind)
        if trigger.subject:
            return self._as_subject(trigger, before) or self._with_list(trigger, behind, Case.NOMINATIVE)
        found = self._with_list(trigger, behind, Case.ACCUSATIVE)
        return found or self._as_fronted(trigger, before)

    def _of_noun(
        self, trigger: _Trigger, before: list[AgreementMention], behind: list[AgreementMention]
    ) -> list[AgreementMention]:
        if trigger.subject:
            return self._as_subject(trigger, before)
        if behind and behind[0].first - trigger.last <= 1 and self._plain(trigger.last, behind[0].first):
            return [behind[0], *self._listed(behind)]
        return []

    def _of_participle(
        self, trigger: _Trigger, before: list[AgreementMention], behind: list[AgreementMention]
    ) -> list[AgreementMention]:
        """«Договор, подписанный в Москве», «подписанный в Москве договор», «подписавшие договор страны»."""
        passive = trigger.reading is not None and trigger.reading.passive
        own = self.text.readings(trigger.first)
        if passive and before and trigger.first - before[-1].last <= 1 and agree(own, self._agreements(before[-1])):
            return [before[-1]]
        if behind and behind[0].first - trigger.last <= _FARTHEST_MODAL and self._plain(trigger.last, behind[0].first):
            if not passive or agree(own, self._agreements(behind[0])):
                return [behind[0]]
        return []

    def _with_list(self, trigger: _Trigger, behind: list[AgreementMention], case: Case) -> list[AgreementMention]:
        """The mention that follows a verb, and those listed with it."""
        for number, mention in enumerate(behind[:2]):
            if mention.first - trigger.last > _FARTHEST or not self._plain(trigger.last, mention.first):
                return []
            if case in mention.cases or (self._negated(trigger.first) and Case.GENITIVE in mention.cases):
                return [mention, *self._listed(behind[number:])]
            if trigger.last - trigger.first > 1 and mention.cases & {Case.GENITIVE, Case.DATIVE}:
                return [mention]  # «вышли из договора»
        return []

    def _listed(self, mentions: list[AgreementMention]) -> list[AgreementMention]:
        """The mentions that «и» and commas join to the first."""
        found: list[AgreementMention] = []
        previous = mentions[0]
        for mention in mentions[1:]:
            gap = range(previous.last, mention.first)
            joined = len(gap) <= _FARTHEST_LISTED and self._plain(gap.start, gap.stop)
            if not joined or not (previous.cases & mention.cases):
                break
            found.append(mention)
            previous = mention
        return found

    def _as_subject(self, trigger: _Trigger, before: list[AgreementMention]) -> list[AgreementMention]:
        """The mention that a passive or intransitive verb is said of, and those listed before it."""
        found: list[AgreementMention] = []
        at = trigger.first
        for mention in reversed(before):
            if at - mention.last > _FARTHEST or Case.NOMINATIVE not in mention.cases:
                break
            if not self._plain(mention.last, at, relative=not found):
                break
            found.append(mention)
            at = mention.first
        return found

    def _as_fronted(self, trigger: _Trigger, before: list[AgreementMention]) -> list[AgreementMention]:
        """An object before its verb: «Соглашение подписали министры», «договор, который они подписали»."""
        if not before:
            return []
        mention = before[-1]
        gap = range(mention.last, trigger.first)
        relatives = self.text.pack.grammar.relatives
        if any(self.text.tokens[at].folded in relatives for at in gap):
            near = len(gap) <= _FARTHEST_MODAL and self._plain(gap.start, gap.stop, relative=True)
        else:
            near = (
                len(gap) <= 3 and all(self.text.tokens[at].is_word for at in gap) and Case.ACCUSATIVE in mention.cases
            )
        return [mention] if near else []

    def _plain(self, first: int, last: int, *, relative: bool = False) -> bool:
        """Whether no other verb or clause stands between; `relative` allows one relative pronoun after a comma."""
        grammar = self.text.pack.grammar
        for at in range(first, last):
            token = self.text.tokens[at]
            if token.text in ";:":
                return False
            if token.folded in grammar.complementizers:
                return False
            if token.folded in grammar.relatives:
                if not relative or at > first + 2:
                    return False
                relative = False
                continue
            readings = self.text.readings(at)
            if readings and readings[0].pos in (Pos.VERB, Pos.INFINITIVE, Pos.GERUND) or is_finite(readings):
                if not any(reading.lemma in self.words.auxiliaries for reading in readings):
                    return False
        return True

    def _agreements(self, mention: AgreementMention) -> frozenset[Features]:
        return agreements(self.text.readings(mention.head))

    # --- How far the step has come ---

    def _status(self, trigger: _Trigger, mention: AgreementMention, sentence: Sentence) -> AgreementStatus | None:
        step = trigger.step
        if step.status is None or step.fixed:
            return step.status
        if trigger.reading is None:
            return self._of_event_noun(trigger, mention, sentence)
        done, planned, undone = step.status, None, None
        if step.status is _SIGNED:
            planned, undone = _PLANNED, _PROPOSED
        reading = trigger.reading
        if self._negated(trigger.first):
            return undone
        if reading.pos is Pos.INFINITIVE:
            modal = self._modal(trigger.first, sentence.first)
            if modal is _REJECTED:
                return _REJECTED if step.status is _SIGNED or step.status is AgreementStatus.RATIFIED else None
            return (modal or _PROPOSED) if step.status is _SIGNED else None
        if self._modal(trigger.first, sentence.first) is _PROPOSED and self._hypothetical(
            trigger.first, sentence.first
        ):
            return undone
        if reading.short:
            if self._may_be(trigger.first):
                return planned if self._modal(trigger.first, sentence.first) is _PLANNED else undone
            return planned if self._will_be(trigger.first) else done
        if reading.tense is Tense.PAST or reading.pos in (Pos.GERUND, Pos.PARTICIPLE):
            return done if reading.tense is not Tense.PRESENT else planned
        if reading.tense is Tense.FUTURE:
            return planned
        return planned if step.status is _SIGNED else done

    def _of_event_noun(
        self, trigger: _Trigger, mention: AgreementMention, sentence: Sentence
    ) -> AgreementStatus | None:
        """«Подписание»: done, planned or only wanted, by the words around it."""
        step = trigger.step
        if step.status is not _SIGNED:
            return None
        before = self.text.tokens[trigger.first - 1].folded if trigger.first > sentence.first else ""
        if before in self.words.done_before:
            return _SIGNED
        modal = self._modal(trigger.first, sentence.first)
        if before in self.words.ready_before:
            return _PLANNED
        if modal is _REJECTED:
            return _REJECTED
        if before in self.words.wanted_before or modal is _PROPOSED:
            return _PROPOSED
        tense = self._tense_around(trigger.first, mention.last, sentence)
        if tense is Tense.PAST and modal is not _PLANNED:
            return _SIGNED
        if tense is Tense.FUTURE or modal is _PLANNED:
            return _PLANNED if tense is not Tense.PAST else self._planned_in_past(trigger.first, sentence)
        return None

    def _planned_in_past(self, at: int, sentence: Sentence) -> AgreementStatus:
        """«Состоялось подписание» has happened, «планировалось подписание» was only meant to."""
        for index in range(max(sentence.first, at - _FARTHEST_MODAL), min(sentence.last, at + _FARTHEST)):
            if any(reading.lemma in self.words.happened for reading in self.text.readings(index)):
                return _SIGNED
        return _PLANNED

    def _tense_around(self, before: int, after: int, sentence: Sentence) -> Tense | None:
        """The tense of the nearest finite verb before an event noun, else behind its agreement."""
        order = [
            *range(before - 1, max(sentence.first, before - _FARTHEST_MODAL) - 1, -1),
            *range(after, min(sentence.last, after + _FARTHEST_MODAL)),
        ]
        for at in order:
            reading = next(iter(self.text.readings(at)), None)
            if reading and reading.pos is Pos.VERB:
                return reading.tense
            if reading and reading.pos is Pos.PARTICIPLE and reading.short:
                return Tense.FUTURE
        return None

    def _negated(self, at: int) -> bool:
        negations = self.text.pack.grammar.negations
        return any(self.text.tokens[index].folded in negations for index in range(max(0, at - 2), at))

    def _will_be(self, at: int) -> bool:
        """Whether a future «быть» stands by a short participle."""
        near = [*range(max(0, at - 4), at), *range(at + 1, min(len(self.text.tokens), at + 3))]
        return any(
            reading.lemma in self.words.auxiliaries and reading.tense is Tense.FUTURE
            for index in near
            for reading in self.text.readings(index)[:1]
        )

    def _may_be(self, at: int) -> bool:
        return any(
            reading.pos is Pos.INFINITIVE and reading.lemma in self.words.auxiliaries
            for index in range(max(0, at - 3), at)
            for reading in self.text.readings(index)[:1]
        )

    def _hypothetical(self, at: int, first: int) -> bool:
        near = range(max(first, at - _FARTHEST_MODAL), at)
        return any(self.text.tokens[index].folded in self.words.hypothetical for index in near)

    def _modal(self, at: int, first: int) -> AgreementStatus | None:
        """What the nearest word before says of the step: planned, wished, refused."""
        for index in range(at - 1, max(first, at - _FARTHEST_MODAL) - 1, -1):
            token = self.text.tokens[index]
            if token.text in ";:":
                return None
            lemmas = {token.folded, *(reading.lemma for reading in self.text.readings(index))}
            for modal in self.words.modal:
                if lemmas & modal.words:
                    if self._negated(index) and modal.status is _PLANNED:
                        return _REJECTED
                    return modal.status
        return None

    # --- When and where ---

    def _date(self, trigger: _Trigger, mention: AgreementMention, sentence: Sentence) -> DatedWords | None:
        """The date nearest to a step, unless another clause stands between."""
        low, high = max(sentence.first, trigger.first - _FARTHEST_DATE), min(sentence.last, trigger.last + _FARTHEST)
        found = bisect_left(self.dates, low, key=_first)
        near = []
        while found < len(self.dates) and self.dates[found].first < high:
            dated = self.dates[found]
            found += 1
            if mention.first <= dated.first < mention.last:
                near.append((0, dated))
                continue
            between = (dated.last, trigger.first) if dated.first < trigger.first else (trigger.last, dated.first)
            distance = between[1] - between[0]
            if between[0] <= mention.first < between[1]:
                distance -= mention.last - mention.first
            if distance <= _FARTHEST_DATE and self._plain(*between):
                near.append((distance, dated))
        return min(near, key=lambda each: each[0])[1] if near else None

    def _place(self, trigger: _Trigger, mention: AgreementMention, sentence: Sentence) -> str | None:
        """The place nearest to a step: a name in the locative behind one of the prepositions for places."""
        low, high = max(sentence.first, trigger.first - _FARTHEST_PLACE), min(sentence.last, trigger.last + _FARTHEST)
        order = sorted(range(low, high - 1), key=lambda at: abs(at - trigger.first))
        for at in order:
            if self.text.tokens[at].folded in self.words.directed and not mention.first <= at < mention.last:
                between = (at, trigger.first) if at < trigger.first else (trigger.last, at)
                unbroken = all(self.text.tokens[index].text not in ",—–(" for index in range(*between))
                if unbroken and (place := self._place_name(at + 1)) and self._plain(*between):
                    return place
        return None

    def _place_name(self, at: int) -> str | None:
        if not self.text.tokens[at].is_capital:
            return None
        readings = self.text.readings(at)
        if not any(reading.case is Case.LOCATIVE for reading in readings):
            return None
        if found := self.text.term_at(at, StateTerm):
            last, term = found
            if term.word is StateWord.CAPITAL:
                folded = self.text.tokens[at].folded
                return next((c for c in term.state.capitals if c[:3].lower() == folded[:3]), term.state.capitals[0])
            return term.state.names[0] if term.word is StateWord.NAME else None
        if readings[0].name is NameKind.PLACE or not readings[0].known:
            return self.text.pack.morphology.nominative([self.text.tokens[at].text])[0]
        return None


def _first(dated: DatedWords) -> int:
    return dated.first
