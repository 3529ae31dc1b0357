"""What happens to an agreement: words for steps, the mentions they belong to, and how far the step has come."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import final

import attrs

from statedoc.extract.agreements.ceremonies import dated_before, dated_by_dispatch, dated_later, day_of_dispatch
from statedoc.extract.agreements.chronicle import headings
from statedoc.extract.agreements.happening import Happening
from statedoc.extract.agreements.links import Linker, Trigger
from statedoc.extract.agreements.mention import AgreementMention
from statedoc.extract.agreements.refusals import refused
from statedoc.extract.agreements.timing import Timing
from statedoc.extract.dates import DatedWords
from statedoc.languages.agreements import Agreements, FrontedStep, StepWord
from statedoc.languages.cues import CueVerb
from statedoc.languages.morphology import Pos, Tense
from statedoc.model import AgreementStatus
from statedoc.text import ParsedText, Sentence

_FARTHEST = 30  # tokens between a verb and what it is said of
_FARTHEST_MODAL = 8
_FARTHEST_FRONTED = 4  # tokens between an infinitive and the verb behind that governs it
_LONGEST_CLAUSE = 60
_SIGNED, _PLANNED = AgreementStatus.SIGNED, AgreementStatus.TO_BE_SIGNED
_PROPOSED, _REJECTED = AgreementStatus.PROPOSED, AgreementStatus.REJECTED


@final
@attrs.frozen(slots=False, eq=False)
class StepReader:
    """Finds the steps of one text."""

    text: ParsedText
    words: Agreements
    dates: Sequence[DatedWords]

    def happenings(self, mentions: Sequence[AgreementMention]) -> Iterator[Happening]:
        """Every step told of these mentions, sentence by sentence."""
        by_sentence: dict[int, list[AgreementMention]] = {}
        for mention in mentions:
            by_sentence.setdefault(mention.sentence, []).append(mention)
        triggers: dict[int, list[Trigger]] = {}
        for first, last, word in self.text.terms_of(StepWord):
            index = self.text.sentence_index(first)
            if index in by_sentence and (trigger := self._linker.trigger(first, last, word)):
                triggers.setdefault(index, []).append(trigger)
        for first, _, fronted in self.text.terms_of(FrontedStep):
            index = self.text.sentence_index(first)
            if index in by_sentence and (trigger := self._linker.fronted(first, fronted)):
                triggers.setdefault(index, []).append(trigger)
        listed: list[Happening] = []  # what the sentence before tells of "documents", a list of which may follow
        last = -1
        for index, here in by_sentence.items():
            told = [each for trigger in triggers.get(index, ()) for each in self._told(trigger, here)]
            told += self._current(here)
            told += refused(self.text, self.words, self.text.sentences[index], here, told)
            if listed and index == last + 1 and self._goes_on(index, here[0]):
                told += [each._replace(mention=mention) for each in listed for mention in here if not mention.several]
            else:
                listed = []
            listed = [each for each in told if each.mention.several and each.status] or listed
            last = index
            told = dated_before(self.text, self.words, self.dates, index, told)
            told = dated_later(self.text, self.words, self.dates, index, told)
            yield from dated_by_dispatch(self.text, self._dispatch, index, told)

    @cached_property
    def _dispatch(self) -> DatedWords | None:
        return day_of_dispatch(self.text, self.dates)

    @cached_property
    def _headings(self) -> Mapping[int, DatedWords]:
        return headings(self.text, self.dates)

    @cached_property
    def _timing(self) -> Timing:
        return Timing(self.text, self.words, self.dates, self._linker)

    @cached_property
    def _linker(self) -> Linker:
        return Linker(self.text, self.words)

    def _told(self, trigger: Trigger, mentions: Sequence[AgreementMention]) -> Iterator[Happening]:
        """The steps that one word tells, of each mention that it belongs to."""
        sentence = self.text.sentence_of(trigger.first)
        for mention in self._linker.linked(trigger, mentions):
            if trigger.step.kinds and mention.kind not in trigger.step.kinds and not mention.several:
                continue
            status = self._status(trigger, mention, sentence)
            runs_out = status is not None and status is not trigger.step.status is AgreementStatus.TERMINATED
            undone = runs_out or self._linker.negated(trigger.first)  # what was not done has no day
            date = self._timing.date(trigger, mention, status, sentence) if status and not undone else None
            date = date or (self._headings.get(self.text.sentence_index(trigger.first)) if status else None)
            place = self._timing.place(trigger, mention, sentence) if status is _SIGNED or status is _PLANNED else None
            verb, passive = trigger.reading is not None, trigger.reading is not None and trigger.subject
            told = Happening(mention, trigger.first, trigger.last, trigger.step, status, passive, verb, date, place)
            yield told
            if mention.several:
                yield from (told._replace(mention=each) for each in self._linker.listed(mention, mentions))

    def _current(self, mentions: Sequence[AgreementMention]) -> Iterator[Happening]:
        """Yield that agreements are in force where an adjective says so: «нынешний контракт»."""
        step = next(each for each in self.words.step if each.status is AgreementStatus.IN_FORCE)
        for mention in mentions:
            adjectives = (
                reading.lemma for at in range(mention.first, mention.head) for reading in self.text.readings(at)
            )
            if any(lemma in self.words.current for lemma in adjectives):
                first, last = mention.first, mention.head
                yield Happening(mention, first, last, step, AgreementStatus.IN_FORCE, True, False, None, None)

    def _goes_on(self, index: int, mention: AgreementMention) -> bool:
        """Whether a sentence goes on with a list: after a colon, or with «среди них»."""
        before, sentence = self.text.sentences[index - 1], self.text.sentences[index]
        if mention.first - sentence.first <= 2 and self.text.tokens[before.last - 1].text in ":;,":
            return True
        start = " ".join(token.folded for token in self.text.tokens[sentence.first : sentence.first + 4])
        return start.startswith(self.words.listings)

    # --- How far the step has come ---

    def _status(self, trigger: Trigger, mention: AgreementMention, sentence: Sentence) -> AgreementStatus | None:
        step = trigger.step
        if step.status is None:
            return None
        if step.fixed:
            given = trigger.reading is not None and trigger.reading.pos is Pos.PARTICIPLE and not trigger.reading.short
            return None if given else step.status  # "an agreement prepared by ..." may well be signed
        if trigger.reading is None:
            return self._of_event_noun(trigger, mention, sentence)
        if self._refuted(trigger.first, sentence.first):
            return None
        done, planned, undone = step.status, None, None
        if step.status is _SIGNED:
            planned, undone = _PLANNED, _PROPOSED
        reading = trigger.reading
        if self._linker.negated(trigger.first):
            return undone
        if reading.pos is Pos.INFINITIVE:
            if self._achieved(trigger.first, sentence.first):
                return done
            modal = self._modal(trigger.first, sentence.first) or self._modal_behind(trigger.last, sentence.last)
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
            holds = step.status is AgreementStatus.IN_FORCE and trigger.last - trigger.first == 1  # "in force since"
            return done if reading.tense is not Tense.PRESENT or holds else planned
        if reading.tense is Tense.FUTURE:
            return planned
        if step.status is _SIGNED:
            return done if self.text.sentence_index(trigger.first) in self._headings else planned
        if step.status is AgreementStatus.TERMINATED:
            return AgreementStatus.IN_FORCE if step.intransitive else None  # "is running out"
        return done

    def _refuted(self, at: int, first: int) -> bool:
        """Whether a step stands in a clause that someone says is not so: «опроверг, что стороны подписали договор»."""
        begin = max(first, at - _LONGEST_CLAUSE)
        that = next((i for i in range(at - 1, begin, -1) if self._opens_clause(i)), begin)
        near = range(max(first, that - _FARTHEST_MODAL), that)
        found = (self.text.term_at(index, CueVerb) for index in near)
        return any(cue is not None and cue[1].refutes for cue in found)

    def _opens_clause(self, at: int) -> bool:
        complementizers = self.text.pack.grammar.complementizers
        return self.text.tokens[at].folded in complementizers and self.text.tokens[at - 1].text == ","

    def _of_event_noun(self, trigger: Trigger, mention: AgreementMention, sentence: Sentence) -> AgreementStatus | None:
        """«Подписание»: done, planned or only wanted, by the words around it."""
        step = trigger.step
        before = self.text.tokens[trigger.first - 1].folded if trigger.first > sentence.first else ""
        modal = self._modal(trigger.first, sentence.first)
        if step.status is not _SIGNED:
            if step.status is AgreementStatus.RATIFIED and self._turned_down(trigger.first, sentence.first):
                return _REJECTED
            if before in self.words.without | self.words.aims or self._undone(trigger.first, sentence.first):
                return None
            past = self._tense_around(trigger.first, mention.last, sentence) is Tense.PAST
            sure = modal is None or self._happened(trigger.first, mention.last, sentence)
            return step.status if past and sure else None
        if before in self.words.without:
            return _PROPOSED
        if self._put_off(trigger.first, mention.last, sentence):
            return _PLANNED
        if before in self.words.done_before or self._happened(trigger.first, mention.last, sentence):
            return _SIGNED
        if before in self.words.ready_before:
            return _PLANNED
        if modal is _REJECTED:
            return _REJECTED
        if modal is _PLANNED:
            return _PLANNED
        if before in self.words.wanted_before or modal is _PROPOSED:
            return _PROPOSED
        tense = self._tense_around(trigger.first, mention.last, sentence)
        if tense is Tense.PAST:
            return _SIGNED
        return _PLANNED if tense is Tense.FUTURE else None

    def _turned_down(self, at: int, first: int) -> bool:
        """Whether a verb before an event noun turns it down: «отклонил законопроект о ратификации»."""
        for index in range(at - 1, max(first, at - _FARTHEST_MODAL) - 1, -1):
            found = self.text.term_at(index, StepWord)
            if found and found[1].is_verb:
                return found[1].step.status is _REJECTED
        return False

    def _undone(self, at: int, first: int) -> bool:
        """Whether a verb before an event noun takes it back: «отменил закон о ратификации»."""
        near = range(max(first, at - _FARTHEST_FRONTED), at)
        return any(reading.lemma in self.words.undoing for index in near for reading in self.text.readings(index)[:1])

    def _put_off(self, before: int, after: int, sentence: Sentence) -> bool:
        """Whether a verb right before an event noun, or right behind its agreement, puts it off."""
        near = [
            *range(max(sentence.first, before - 1), before),
            *range(after, min(sentence.last, after + _FARTHEST_FRONTED)),
        ]
        return any(r.lemma in self.words.postponing for index in near for r in self.text.readings(index)[:1])

    def _happened(self, before: int, after: int, sentence: Sentence) -> bool:
        """Whether a verb says that it took place: «состоялось подписание», «завершились подписанием»."""
        near = [
            *range(max(sentence.first, before - _FARTHEST_MODAL), before),
            *range(after, min(sentence.last, after + _FARTHEST_MODAL)),
        ]
        return any(
            reading.lemma in self.words.happened and reading.tense is Tense.PAST
            for index in near
            for reading in self.text.readings(index)
        )

    def _tense_around(self, before: int, after: int, sentence: Sentence) -> Tense | None:
        """The tense of the nearest finite verb before an event noun, else behind its agreement."""
        order = [
            *range(before - 1, max(sentence.first, before - _FARTHEST_MODAL) - 1, -1),
            *range(after, min(sentence.last, after + _FARTHEST_MODAL)),
        ]
        if (that := next((at for at in order if at < before and self._opens_clause(at)), None)) is not None:
            order = [at for at in order if at > that]  # the verb before is of whoever tells it
        for at in order:
            reading = next(iter(self.text.readings(at)), None)
            if reading and reading.pos is Pos.VERB:
                return reading.tense
            if reading and reading.pos is Pos.PARTICIPLE and reading.short:
                return Tense.FUTURE if self._will_be(at) else Tense.PAST
        return None

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
                    if self._linker.negated(index) and modal.status is _PLANNED:
                        return _REJECTED
                    return modal.status
        return None

    def _achieved(self, at: int, first: int) -> bool:
        """Whether a word before an infinitive says that it was done: «удалось подписать»."""
        near = range(max(first, at - _FARTHEST_FRONTED), at)
        found = next((i for i in near if self.text.tokens[i].folded in self.words.achieved), None)
        return found is not None and not self._linker.negated(found)

    def _modal_behind(self, at: int, last: int) -> AgreementStatus | None:
        """The same, right behind a fronted infinitive: «Подписать его планируют в мае»."""
        end = min(at + _FARTHEST_FRONTED, last)
        return self._modal(end, at) if not any(self.text.tokens[i].text == "," for i in range(at, end)) else None
