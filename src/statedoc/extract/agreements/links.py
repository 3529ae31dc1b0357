"""Which mentions of agreements the words for a step belong to."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, final

import attrs

from statedoc.extract.agreements.mention import AgreementMention
from statedoc.extract.grammar import agree, is_finite, noun_forms
from statedoc.languages.agreements import Agreements, FrontedStep, Step, StepWord
from statedoc.languages.cues import CueVerb
from statedoc.languages.morphology import Case, Number, Pos, Reading
from statedoc.text import ParsedText, TokenKind

_FARTHEST = 30  # tokens between a verb and what it is said of
_FARTHEST_LISTED = 15  # tokens between agreements of one list
_FARTHEST_FRONTED = 12  # tokens between an object and the verb behind it
_FIGURE = 6  # tokens of a figure between an agreement and the comma of its participle
_FARTHEST_PARTICIPLE = 14
_FARTHEST_SECOND = 4  # tokens between the end of the first part of a sentence and its second verb
_MOST_LISTED = 40  # agreements that one word tells a step of
_GOVERNED = frozenset((Case.GENITIVE, Case.DATIVE, Case.LOCATIVE))
_VERBAL = frozenset((Pos.VERB, Pos.INFINITIVE, Pos.PARTICIPLE, Pos.GERUND))


@final
class Trigger(NamedTuple):
    """Words for a step, as they stand in a text."""

    first: int
    last: int
    step: Step
    reading: Reading | None  #: of the verb; None for nouns and phrases
    subject: bool  #: the agreement is the subject: a passive or an intransitive verb
    fronted: int | None = None  #: the token after the words that stand before their verb: "(into force) it came"


@final
@attrs.frozen(eq=False)
class Linker:
    """Finds the mentions that each step of one text belongs to."""

    text: ParsedText
    words: Agreements

    def trigger(self, first: int, last: int, word: StepWord) -> Trigger | None:
        """A step's words as they stand here; None where the word is no verb here."""
        if not word.is_verb:
            if word.step.singular and any(r.number is Number.PLURAL for r in self.text.readings(first)[:1]):
                return None
            return Trigger(first, last, word.step, None, word.step.intransitive)
        readings = [reading for reading in self.text.readings(first) if reading.pos in _VERBAL]
        if not readings:
            return None
        reading = next((each for each in readings if each.lemma == word.lemma), readings[0])
        return Trigger(first, last, word.step, reading, reading.passive or word.step.intransitive)

    def fronted(self, first: int, word: FrontedStep) -> Trigger | None:
        """A step whose verb stands here and its other words shortly before; None where they do not."""
        reading = next((r for r in self.text.readings(first) if r.pos in _VERBAL and r.lemma == word.lemma), None)
        begin = self.text.sentence_of(first).first
        for end in range(first, max(begin, first - _FARTHEST_FRONTED), -1):
            if self.text.tokens[end - 1].text in ",;:":
                break
            if step := word.step_of([token.folded for token in self.text.tokens[max(begin, end - 2) : end]]):
                return reading and Trigger(first, first + 1, step, reading, step.intransitive, end)
        return None

    def linked(self, trigger: Trigger, mentions: Sequence[AgreementMention]) -> list[AgreementMention]:
        """The mentions of one sentence that a step belongs to, in reading order from the nearest."""
        at = bisect_left(mentions, trigger.last, key=_first)
        behind, before = mentions[at : at + _MOST_LISTED], mentions[max(0, at - _MOST_LISTED) : at]
        if before and before[-1].last > trigger.first:
            inside = before[-1].first <= trigger.first < before[-1].head
            participle = trigger.reading is not None and trigger.reading.pos is Pos.PARTICIPLE
            return [before[-1]] if inside and participle else []
        if trigger.reading is None:
            return self._of_noun(trigger, before, behind)
        if trigger.fronted is not None and not trigger.subject:
            return [before[-1]] if before and before[-1].first == trigger.fronted else []
        if trigger.reading.pos is Pos.PARTICIPLE and not trigger.reading.short:
            return self._of_participle(trigger, before, behind)
        if trigger.subject:
            return self._as_subject(trigger, before) or self._with_list(trigger, behind, Case.NOMINATIVE)
        found = self._with_list(trigger, behind, Case.ACCUSATIVE)
        return found or ([] if self._is_to_do(trigger) else self._as_fronted(trigger, before))

    def listed(self, first: AgreementMention, others: Sequence[AgreementMention]) -> list[AgreementMention]:
        """What a plural stands for, behind it in the same sentence: «документы: соглашение о ..., меморандум о ...»."""
        found: list[AgreementMention] = []
        at = first.last
        start = bisect_left(others, at, key=_first)
        for mention in others[start : start + _MOST_LISTED]:
            near = mention.first - at <= _FARTHEST_LISTED and self.plain(at, mention.first, opened=True)
            if mention.several or not near:
                break
            found.append(mention)
            at = mention.last
        return found

    def plain(
        self, first: int, last: int, *, relative: bool = False, modal: bool = False, opened: bool = False
    ) -> bool:
        """Whether no other verb or clause stands between two tokens.

        `relative` allows one relative pronoun after a comma, `modal` allows verbs that say how near a step is,
        `opened` a colon and the relative pronouns of a list.
        """
        grammar = self.text.pack.grammar
        for at in range(first, last):
            token = self.text.tokens[at]
            if token.text in ";:" and not opened:
                return False
            if token.folded in grammar.complementizers:
                return False
            adds = at + 1 < last and self.text.tokens[at + 1].folded in self.words.also
            if token.folded in grammar.coordinators - self.words.listing and not opened and not adds:
                return False
            if token.folded in grammar.relatives:
                if not (opened or (relative and at <= first + 2)):
                    return False
                relative = False
            elif self._is_verb(at, modal=modal) and not self._is_aside(at):
                return False
        return True

    def _is_verb(self, at: int, *, modal: bool) -> bool:
        readings = self.text.readings(at)
        if not readings or not (readings[0].pos in (Pos.VERB, Pos.INFINITIVE, Pos.GERUND) or is_finite(readings)):
            return False
        lemmas = {reading.lemma for reading in readings}
        if lemmas & self.words.auxiliaries:
            return False
        lemmas.add(self.text.tokens[at].folded)
        near = lemmas & self.words.achieved or any(lemmas & each.words for each in self.words.modal)
        return not (modal and near)

    def _is_aside(self, at: int) -> bool:
        """Whether a verb of speech stands between commas, or any verb behind "as": «, говорится в статье,»."""
        before = self.text.tokens[at - 1] if at else None
        if before is None or self.text.tokens[at + 1 : at + 2] == ():
            return False
        as_clause = before.folded in self.text.pack.grammar.as_words and self.text.tokens[at + 1].text == ","
        return as_clause or (before.text == "," and self.text.term_at(at, CueVerb) is not None)

    def _of_noun(
        self, trigger: Trigger, before: Sequence[AgreementMention], behind: Sequence[AgreementMention]
    ) -> list[AgreementMention]:
        if before and before[-1].pronoun and before[-1].last == trigger.first:
            return [before[-1]]  # "its ratification"
        if trigger.step.fixed and behind and self._is_amended(trigger.last, behind[0].first):
            return []  # "talks on the extension of the contract"
        if behind and behind[0].first - trigger.last <= 1 and self.plain(trigger.last, behind[0].first):
            return [behind[0], *self._joined(behind)]
        return self._as_subject(trigger, before) if trigger.subject else []

    def _is_amended(self, first: int, last: int) -> bool:
        """Whether only a noun for a change stands between two tokens."""
        return last - first == 1 and any(each.lemma in self.words.amending for each in self.text.readings(first))

    def _of_participle(
        self, trigger: Trigger, before: Sequence[AgreementMention], behind: Sequence[AgreementMention]
    ) -> list[AgreementMention]:
        """«Договор, подписанный в Москве», «действующий с мая договор», «подписавшие договор страны»."""
        passive = trigger.reading is not None and (trigger.reading.passive or trigger.step.intransitive)
        own = self.text.readings(trigger.first)

        def agrees(mention: AgreementMention) -> bool:
            return agree(own, noun_forms(self.text.readings(mention.head)))

        if passive and before and self._reaches(before[-1], trigger.first) and agrees(before[-1]):
            return [before[-1]]
        if not behind or behind[0].first - trigger.last > _FARTHEST_PARTICIPLE:
            return []
        return [behind[0]] if self.plain(trigger.last, behind[0].first) and (not passive or agrees(behind[0])) else []

    def _reaches(self, mention: AgreementMention, participle: int) -> bool:
        """Whether an agreement or its figure stands before the comma of a participle: «контракт на 5 млн, ...»."""
        end = self._behind(mention)
        if participle - end <= 1:
            return True
        between = range(end, participle - 1)
        figure = any(self.text.tokens[at].kind is TokenKind.NUMBER for at in between)
        words = all(self.text.tokens[at].text not in ",;:" and not is_finite(self.text.readings(at)) for at in between)
        return figure and words and len(between) <= _FIGURE and self.text.tokens[participle - 1].text == ","

    def _with_list(self, trigger: Trigger, behind: Sequence[AgreementMention], case: Case) -> list[AgreementMention]:
        """The mention that follows a verb, and those listed with it."""
        for number, mention in enumerate(behind[:2]):
            if mention.first - trigger.last > _FARTHEST or not self.plain(trigger.last, mention.first):
                return []
            if mention.pronoun and any(self.text.tokens[at].text == "," for at in range(trigger.last, mention.first)):
                return []
            if self._depends(mention, trigger.last):
                continue
            if case in mention.cases or (self.negated(trigger.first) and Case.GENITIVE in mention.cases):
                return [mention, *self._joined(behind[number:])]
            phrase = trigger.last - trigger.first > 1
            governs = phrase or trigger.step.status is None or trigger.step.fixed
            if (governs and mention.cases & _GOVERNED) or (phrase and Case.INSTRUMENTAL in mention.cases):
                return [mention]  # "left the treaty", "reached an agreement"
        return []

    def _is_to_do(self, trigger: Trigger) -> bool:
        """Whether something to do is wanted, and not the agreement: «предложил начать переговоры»."""
        following = self.text.readings(trigger.last)[:1] if trigger.last < len(self.text.tokens) else ()
        return trigger.step.fixed and any(each.pos is Pos.INFINITIVE for each in following)

    def _depends(self, mention: AgreementMention, first: int) -> bool:
        """Whether a mention is no object but hangs on the noun before it: «подписал закон о ратификации договора»."""
        at = mention.first - 1
        if at < first or Case.GENITIVE not in mention.cases or mention.carried:
            return False
        readings = self.text.readings(at)
        if not readings or readings[0].pos is not Pos.NOUN:
            return False
        steps = (self.text.term_at(start, StepWord) for start in range(max(first, at - 2), at + 1))
        if any(step and step[0] == mention.first for step in steps):
            return True
        return self.text.tokens[at - 1].folded not in self.text.pack.grammar.prepositions

    def _joined(self, mentions: Sequence[AgreementMention]) -> list[AgreementMention]:
        """The mentions that «и» and commas join to the first."""
        found: list[AgreementMention] = []
        previous = mentions[0]
        for mention in mentions[1:]:
            if mention.first < previous.last:
                continue  # it is named in the title of the one before
            if not self._joins(previous, mention) or self._has_step(previous.last, mention.first):
                break
            found.append(mention)
            previous = mention
        return found

    def _has_step(self, first: int, last: int) -> bool:
        """Whether a noun for a step stands between, so that the agreement behind it has one of its own."""
        found = (self.text.term_at(at, StepWord) for at in range(first, last))
        return any(step is not None and not step[1].is_verb for step in found)

    def _joins(self, previous: AgreementMention, mention: AgreementMention) -> bool:
        near = mention.first - previous.last <= _FARTHEST_LISTED and bool(previous.cases & mention.cases)
        if not near or self._is_subject(mention) or self._is_governed(previous.last, mention.first):
            return False
        return self.plain(previous.last, mention.first)

    def _is_governed(self, first: int, last: int) -> bool:
        """Whether a participle between has the second of two for its object: «соглашение, [заменяющее] договор»."""
        readings = (self.text.readings(at)[:1] for at in range(first, last))
        return any(each.pos is Pos.PARTICIPLE and not each.passive and not each.short for r in readings for each in r)

    def _is_subject(self, mention: AgreementMention) -> bool:
        """Whether a verb right behind a mention is said of it, so that it is in no list: «..., договор обсуждается»."""
        if mention.last >= len(self.text.tokens) or Case.NOMINATIVE not in mention.cases:
            return False
        found = self.text.term_at(mention.last, StepWord)
        return found is not None and found[1].is_verb and found[1].step.intransitive

    def _as_subject(self, trigger: Trigger, before: Sequence[AgreementMention]) -> list[AgreementMention]:
        """The mention that a passive or intransitive verb is said of, and those listed before it."""
        found: list[AgreementMention] = []
        at = trigger.first
        for mention in reversed(before):
            standing = Case.NOMINATIVE in mention.cases or (not found and self._has_relative(mention.last, at))
            if at - mention.last > _FARTHEST or not standing:
                break
            behind = min(self._behind(mention), at)
            past = min(self._past_relative(behind, at), at)
            plain = self.plain(behind, at, relative=not found) or (past > behind and self.plain(past, at))
            if not plain and (found or not any(self._goes_on(mention, start, at) for start in (behind, past))):
                break
            if found and not self._joins(mention, found[-1]):
                break
            found.append(mention)
            at = mention.first
        return found

    def _goes_on(self, mention: AgreementMention, behind: int, verb: int) -> bool:
        """Whether a second verb is said of a subject, behind a clause about it or its first verb.

        «Договор, который страны подписали, действует», «договор проходит согласование и будет подписан».
        """
        if Case.NOMINATIVE not in mention.cases:
            return False
        grammar = self.text.pack.grammar
        start = next(
            (at for at in range(verb - 1, max(behind, verb - _FARTHEST_SECOND) - 1, -1) if self._parts(at)), None
        )
        if start is None or start <= behind or not self.plain(start + 1, verb) or self._has_noun(start + 1, verb):
            return False
        verbs = [at for at in range(behind, start) if self._is_verb(at, modal=False)]
        if self.text.tokens[start].text == ",":
            opens = self.text.tokens[behind].text == "," and self._has_relative(behind + 1, behind + 3)
            more = range(behind + 3, start)
            return (
                opens and len(verbs) == 1 and not any(self.text.tokens[at].folded in grammar.relatives for at in more)
            )
        return len(verbs) == 1 and verbs[0] <= behind + 1 and self.plain(verbs[0] + 1, start)

    def _past_relative(self, behind: int, verb: int) -> int:
        """The token after a relative clause behind a mention that a comma closes before a verb."""
        if behind + 2 >= verb or self.text.tokens[behind].text != "," or not self._has_relative(behind + 1, behind + 5):
            return behind
        comma = next((at for at in range(behind + 3, verb) if self.text.tokens[at].text == ","), None)
        if comma is None:
            return behind
        verbs = [at for at in range(behind + 1, comma) if self._is_verb(at, modal=False)]
        return comma + 1 if len(verbs) == 1 else behind

    def _parts(self, at: int) -> bool:
        return self.text.tokens[at].text == "," or self.text.tokens[at].folded in self.words.listing

    def _has_noun(self, first: int, last: int) -> bool:
        """Whether a word that could be another subject stands between two tokens."""
        readings = (self.text.readings(at)[:1] for at in range(first, last))
        return any(r.pos in (Pos.NOUN, Pos.PRONOUN) and r.case is Case.NOMINATIVE for each in readings for r in each)

    def _as_fronted(self, trigger: Trigger, before: Sequence[AgreementMention]) -> list[AgreementMention]:
        """An object before its verb: «Соглашение подписали министры», «договор, который они намерены подписать»."""
        if not before:
            return []
        mention = before[-1]
        behind = self._behind(mention)
        governs = self.text.tokens[trigger.last - 1].folded in self.text.pack.grammar.prepositions
        if governs and not self._has_relative(behind, trigger.first):
            return []  # its object stands behind it: "insists on ..."
        if trigger.first - behind > _FARTHEST_FRONTED:
            return []
        first = self.text.sentence_of(mention.first).first
        object_ = Case.ACCUSATIVE in mention.cases or (self.negated(trigger.first) and Case.GENITIVE in mention.cases)
        fronted = object_ and not self._depends(mention, first)
        if not fronted and not self._has_relative(behind, trigger.first):
            return []
        start = self._past_relative(behind, trigger.first)
        return [mention] if self.plain(start, trigger.first, relative=start == behind, modal=True) else []

    def _behind(self, mention: AgreementMention) -> int:
        """The token after a mention with what stands in brackets behind it, and its date."""
        at = max([mention.last, *(each.last for each in mention.dated)])
        if at < len(self.text.tokens) and self.text.tokens[at].text == "(":
            inside = range(at, min(at + _FARTHEST_PARTICIPLE, len(self.text.tokens)))
            return next((each + 1 for each in inside if self.text.tokens[each].text == ")"), at)
        return at

    def _has_relative(self, first: int, last: int) -> bool:
        relatives = self.text.pack.grammar.relatives
        return any(self.text.tokens[at].folded in relatives for at in range(first, last))

    def negated(self, at: int) -> bool:
        """Whether «не» stands before a token."""
        negations = self.text.pack.grammar.negations
        return any(self.text.tokens[index].folded in negations for index in range(max(0, at - 2), at))


def _first(mention: AgreementMention) -> int:
    return mention.first
