"""When and where a step of an agreement was taken, by the words around its word."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import final

import attrs

from statedoc.extract.agreements.links import Linker, Trigger
from statedoc.extract.agreements.mention import AgreementMention
from statedoc.extract.dates import DatedWords
from statedoc.extract.grammar import is_finite, is_predicate
from statedoc.languages.agreements import AgreementNoun, Agreements, StepWord
from statedoc.languages.morphology import Case, NameKind, Pos
from statedoc.languages.states import StateTerm, StateWord
from statedoc.model import AgreementStatus, Precision
from statedoc.text import ParsedText, Sentence

_FARTHEST = 30  # tokens between a verb and what it is said of
_FARTHEST_FRONTED = 4  # tokens
_FARTHEST_DATE = 15
_FARTHEST_OPENING = 40  # tokens from a date that opens its sentence to the verb
_FARTHEST_PLACE = 12
_LONGEST_CLAUSE = 60
_SIGNED = AgreementStatus.SIGNED


@final
@attrs.frozen(eq=False)
class Timing:
    """Reads the dates and places of one text's steps."""

    text: ParsedText
    words: Agreements
    dates: Sequence[DatedWords]
    linker: Linker

    def date(
        self, trigger: Trigger, mention: AgreementMention, status: AgreementStatus, sentence: Sentence
    ) -> DatedWords | None:
        """The date nearest to a step, unless another clause stands between."""
        low = max(sentence.first, trigger.first - _FARTHEST_OPENING)
        high = min(sentence.last, trigger.last + _FARTHEST)
        found = bisect_left(self.dates, low, key=_first)
        near = []
        while found < len(self.dates) and self.dates[found].first < high:
            dated = self.dates[found]
            found += 1
            if mention.first <= dated.first < mention.last:
                if status is _SIGNED:
                    near.append((0, dated))
                continue
            if self._is_of_other(dated, mention, status):
                continue
            if dated.last <= trigger.first and self._is_of_participle(dated):
                continue
            if trigger.last <= mention.first and self._parts(mention.last, dated.first):
                continue
            between = (dated.last, trigger.first) if dated.first < trigger.first else (trigger.last, dated.first)
            distance = between[1] - between[0]
            if between[0] <= mention.first < between[1]:
                distance -= mention.last - mention.first
            governed = trigger.reading is None and dated.first < trigger.first and self._governs_alone(*between)
            shared = dated.first < trigger.first and self._is_of_both_verbs(dated.last, trigger.first, sentence)
            opens = dated.first <= sentence.first + 1
            farthest = _FARTHEST_OPENING if opens else _FARTHEST_DATE
            if distance <= farthest and (governed or shared or self.linker.plain(*between)):
                near.append((distance, dated))
        return min(near, key=lambda each: each[0])[1] if near else None

    def _governs_alone(self, first: int, last: int) -> bool:
        """Whether one verb stands between, on which an event noun hangs: «в марте ... объявил об их подписании»."""
        verbs = [at for at in range(first, last) if is_finite(self.text.readings(at))]
        return len(verbs) == 1 and all(self.linker.plain(*each) for each in ((first, verbs[0]), (verbs[0] + 1, last)))

    def _is_of_both_verbs(self, first: int, trigger: int, sentence: Sentence) -> bool:
        """Whether a date opens a sentence of two verbs that «и» joins: «в 2009 году выиграл ... и заключил»."""
        verbs = [at for at in range(first, trigger) if is_finite(self.text.readings(at))]
        joined = self.text.tokens[trigger - 1].folded in self.words.listing
        opens = first - sentence.first <= _FARTHEST_FRONTED
        return opens and joined and len(verbs) == 1 and self.linker.plain(verbs[0] + 1, trigger)

    def _is_of_other(self, dated: DatedWords, mention: AgreementMention, status: AgreementStatus) -> bool:
        """Whether a date is none of a step: «соглашение на 2026–2028 годы», «приостановил соглашение от 1999 года»."""
        before = self.text.tokens[dated.first - 1].folded if dated.first else ""
        edtf = dated.mention.edtf
        if (
            before in self.words.terms_of
            and edtf is not None
            and edtf.precision in (Precision.YEAR, Precision.INTERVAL)
        ):
            return True
        if dated.first > 2 and (self._times_other(dated.first) or self._is_in_clause(dated, mention)):
            return True
        if status is AgreementStatus.IN_FORCE and before in self.words.until:
            return True  # when it will end
        if dated.first and dated.first != mention.last and self.text.term_at(dated.first - 1, AgreementNoun):
            return True  # of another agreement, right behind its noun
        behind = before in self.words.since and dated.first == mention.last + 1
        return behind and (status is not _SIGNED or mention.amends)

    def _is_of_participle(self, dated: DatedWords) -> bool:
        """Whether a date closes the clause of a participle: «договор, подписанный в 2015 году, ратифицирован»."""
        if dated.last >= len(self.text.tokens) or self.text.tokens[dated.last].text != ",":
            return False
        near = range(max(0, dated.first - _FARTHEST_FRONTED), dated.first)
        return any(
            reading.pos is Pos.PARTICIPLE and not reading.short
            for at in near
            if self.text.term_at(at, StepWord)
            for reading in self.text.readings(at)[:1]
        )

    def _parts(self, first: int, last: int) -> bool:
        """Whether the participle of another step stands between: «ратифицировал договор, [заключённый] в 2024 году»."""
        return any(
            reading.pos is Pos.PARTICIPLE and not reading.short and self.text.tokens[at - 1].text == ","
            for at in range(first + 1, last)
            if self.text.term_at(at, StepWord)
            for reading in self.text.readings(at)[:1]
        )

    def _is_in_clause(self, dated: DatedWords, mention: AgreementMention) -> bool:
        """Whether a date stands before a mention, in a clause of its own: «омрачены войной 1932 года, договор ...»."""
        between = range(dated.last, mention.first)
        if dated.last + 1 > mention.first or not any(self.text.tokens[at].text == "," for at in between[:1]):
            return False
        if self.text.tokens[dated.last + 1].folded in self.text.pack.grammar.subordinators:
            return False  # "in January, when ..."
        clause = range(max(self.text.sentence_of(dated.first).first, dated.first - _LONGEST_CLAUSE), dated.first)
        return any(is_predicate(self.text.readings(at)) for at in clause)

    def _times_other(self, at: int) -> bool:
        """Whether a date belongs to what a step came before or after: «накануне войны 1980 года»."""
        readings = self.text.readings(at - 1)[:1]
        noun = any(r.pos is Pos.NOUN and r.case is Case.GENITIVE for r in readings)
        return noun and self.text.tokens[at - 2].folded in self.words.timing

    def place(self, trigger: Trigger, mention: AgreementMention, sentence: Sentence) -> str | None:
        """The place nearest to a step: a name in the locative behind one of the prepositions for places."""
        low, high = max(sentence.first, trigger.first - _FARTHEST_PLACE), min(sentence.last, trigger.last + _FARTHEST)
        order = sorted(range(low, high - 1), key=lambda at: abs(at - trigger.first))
        for at in order:
            if self.text.tokens[at].folded in self.words.directed and not mention.first <= at < mention.last:
                between = (at, trigger.first) if at < trigger.first else (trigger.last, at)
                unbroken = all(self.text.tokens[index].text not in ",—–(" for index in range(*between))
                if unbroken and (place := self._place_name(at + 1)) and self.linker.plain(*between):
                    return place
        return None

    def _place_name(self, at: int) -> str | None:
        if not self.text.tokens[at].is_capital:
            return None
        readings = self.text.readings(at)
        if not any(reading.case is Case.LOCATIVE for reading in readings):
            return None
        if found := self.text.term_at(at, StateTerm):
            term = found[1]
            if term.word is StateWord.CAPITAL:
                folded = self.text.tokens[at].folded
                return next((c for c in term.state.capitals if c[:3].lower() == folded[:3]), term.state.capitals[0])
            return term.state.names[0] if term.word is StateWord.NAME else None
        if readings[0].name is NameKind.PLACE or not readings[0].known:
            return self.text.pack.morphology.nominative([self.text.tokens[at].text])[0]
        return None


def _first(dated: DatedWords) -> int:
    return dated.first
