"""What a figure is the value of: «общий объем инвестиций», «цены на лекарства»."""

from functools import lru_cache
from typing import NamedTuple, final

import attrs

from statedoc.extract.metrics.changes import Moved, multiplied
from statedoc.extract.metrics.clauses import Clause
from statedoc.extract.metrics.found import FoundFigure
from statedoc.languages.calendar import Calendar, Month, PeriodNoun, Weekday
from statedoc.languages.figures import Figures, MeasureNoun, Multiplied, RatioWord
from statedoc.languages.grammar import Pronoun
from statedoc.languages.morphology import Case, Pos
from statedoc.languages.pack import LanguagePack
from statedoc.languages.units import Amount, Unit
from statedoc.model import MetricKind
from statedoc.text import ParsedText

_WITHIN = 8  # tokens from what is measured to its figure
_COMPLEMENT = 5  # words of its complement
_COMPARED = 5  # tokens from "compared" to what is no measure of the figure
_NUMBERED = 20  # tokens from "the number of" to what is counted
_OBJECT = 4  # tokens from a verb of change to its object
_PARTING = frozenset((",", ";", ":"))
_BESIDE = (MetricKind.RANK, MetricKind.DURATION, MetricKind.COUNT)
_ADJECTIVAL = (Pos.ADJECTIVE, Pos.PARTICIPLE, Pos.PRONOUN)
_NOMINAL = (Pos.NOUN, Pos.NUMERAL, *_ADJECTIVAL)


@final
class Measure(NamedTuple):
    """The noun phrase that a figure is the value of."""

    first: int
    last: int
    words: str  #: in the nominative


@final
@attrs.frozen(slots=False, eq=False)
class Measures:
    """Finds what the figures of a text measure."""

    text: ParsedText

    def measure(self, figure: FoundFigure, clause: Clause, moved: Moved | None) -> Measure | None:
        """What a figure measures; `moved` is the word that says how it changes."""
        ratio = self.text.term_at(figure.last - 1, RatioWord)
        if ratio and ratio[1].of is Multiplied.OBJECT:
            multiple = multiplied(self.text, figure.last - 1, ratio[1].of)
            return self._phrase(multiple, figure.last, clause.last) if multiple else None
        return (
            (self._behind(moved.at, clause) if moved and moved.at >= figure.last else None)
            or self._before(figure, clause)
            or self._after(figure, clause)
            or (self._changed(moved.at, figure, clause) if moved else None)
            or self._number_of(figure, clause)
        )

    def _behind(self, verb: int, clause: Clause) -> Measure | None:
        """«на 10% сократились выплаты налога», «вдвое увеличат объем торговли»."""
        for at in range(verb + 1, min(clause.last, verb + 1 + _OBJECT)):
            if self.text.term_at(at, MeasureNoun):
                return self._phrase(at, verb + 1, clause.last)
            if not any(each.pos in _ADJECTIVAL for each in self.text.readings(at)):
                return None
        return None

    def _before(self, figure: FoundFigure, clause: Clause) -> Measure | None:
        """«с общим объемом инвестиций свыше $50 млрд»."""
        before = self.text.tokens[figure.first - 1].folded if figure.first else ""
        if figure.kind is MetricKind.DURATION and before in self.text.pack.lexicon(Figures).within_words:
            return None  # the time in which something else was counted
        within = 1 if figure.kind in _BESIDE else _WITHIN
        start = max(clause.first, figure.first - within - _COMPLEMENT)
        heads = [at for at in range(start, figure.first) if self._is_head(at, figure.kind)]
        while heads:
            head = self._pop(heads)
            found = self._phrase(head, start, figure.first)
            if figure.first - found.last > within:
                continue
            if found.last == head + 1 and heads and self._is_carrier(head) and self._joined(heads[-1], head):
                return self._phrase(self._pop(heads), start, head)._replace(last=found.last)
            return found
        return None

    def _pop(self, heads: list[int]) -> int:
        """Take off the last of these nouns with those in whose complement it stands; the first of them is the head."""
        head = heads.pop()
        while heads and self._complements(heads[-1], head):
            head = heads.pop()
        return head

    def _after(self, figure: FoundFigure, clause: Clause) -> Measure | None:
        """«$50 млрд инвестиций»."""
        after = figure.last
        if figure.kind is not MetricKind.MONEY or after >= clause.last or not self.text.term_at(after, MeasureNoun):
            return None
        return self._phrase(after, after, clause.last) if self._is_genitive(after) else None

    def _changed(self, verb: int, figure: FoundFigure, clause: Clause) -> Measure | None:
        """What rises or falls, where the figure stands far from it: «цены выросли в среднем по стране на 5%»."""
        if figure.kind in _BESIDE or verb >= figure.first:
            return None
        start = max(clause.first, verb - _WITHIN)
        for at in (*range(verb + 1, min(figure.first, verb + 1 + _OBJECT)), *range(verb - 1, start - 1, -1)):
            if self.text.tokens[at].text in _PARTING and at < verb:
                return None
            if not self._is_head(at, figure.kind):
                continue
            head = at
            while head > start and (back := self._governor(head, start)) is not None:
                head = back
            if not self._follows_preposition(head):
                return self._phrase(head, start, figure.first)
        return None

    def _number_of(self, figure: FoundFigure, clause: Clause) -> Measure | None:
        """«число жертв столкновений за три дня достигло 25 человек»."""
        if figure.kind is not MetricKind.COUNT:
            return None
        start = max(clause.first, figure.first - _NUMBERED)
        for at in range(figure.first - 1, start - 1, -1):
            if self.text.tokens[at].text in _PARTING:
                return None
            noun = self.text.term_at(at, MeasureNoun)
            if noun and noun[1].of_counts and any(each.case is Case.NOMINATIVE for each in self.text.readings(at)):
                return None if self._follows_preposition(at) else self._phrase(at, start, figure.first)
        return None

    # --- Nouns ------------------------------------------------------------------------------------------------------

    def _is_head(self, index: int, kind: MetricKind) -> bool:
        """Whether a noun that can be measured stands here, and not in a comparison: «в сравнении с показателем»."""
        if not self.text.term_at(index, MeasureNoun):
            return False
        readings = self.text.readings(index)
        if readings and readings[0].pos is not Pos.NOUN:
            return False
        compared = self.text.pack.lexicon(Calendar).compared_words
        if any(self.text.tokens[at].folded in compared for at in range(max(0, index - _COMPARED), index)):
            return False
        apart = self.text.pack.lexicon(Figures).apart_prepositions
        if self._preposition_of(index) in apart:
            return False
        if kind is not MetricKind.COUNT:
            return True
        if any(each.pos is Pos.VERB for each in readings):
            return False  # "arrived" may look like "profits"
        return not self._follows_preposition(index) or any(each.case is Case.INSTRUMENTAL for each in readings)

    def _follows_preposition(self, head: int) -> bool:
        """Whether a preposition stands before a noun and its adjectives."""
        return self._preposition_of(head) in self.text.pack.grammar.prepositions

    def _preposition_of(self, head: int) -> str:
        """The word before a noun and its adjectives; empty at the start of a text."""
        at = head
        while at > 0 and self._describes(at - 1, head):
            at -= 1
        return self.text.tokens[at - 1].folded if at > 0 else ""

    def _is_carrier(self, head: int) -> bool:
        """Whether a noun only brings the figure of the one before it: «штраф в размере 5 млн»."""
        found = self.text.term_at(head, MeasureNoun)
        return found is not None and found[1].carrier

    def _joined(self, head: int, carrier: int) -> bool:
        """Whether a carrier brings the figure of a noun before it: «торговлю двух стран до уровня 10 млрд»."""
        between = self.text.tokens[head + 1 : carrier]
        if all(map(self._is_genitive, range(head + 1, carrier))):
            return any(each.case is Case.INSTRUMENTAL for each in self.text.readings(carrier))
        prepositions = self.text.pack.grammar.prepositions
        return (
            len(between) <= _WITHIN
            and between[-1].folded in prepositions
            and all(token.text not in _PARTING for token in between)
        )

    def _complements(self, head: int, index: int) -> bool:
        """Whether a noun stands in the complement of one before it: «объемом взаимных инвестиций», «цены на импорт»."""
        at = index
        while at > head + 1 and self._describes(at - 1, index):
            at -= 1
        if at - head <= _COMPLEMENT and self.text.tokens[at - 1].folded in self._object_prepositions:
            return not self._is_carrier(index) and all(map(self._is_genitive, range(head + 1, at - 1)))
        if index - head > _COMPLEMENT:
            return False
        first = head + 1
        if self.text.tokens[first].folded in self._object_prepositions and self._is_object(first + 1):
            first += 2  # "product per head of the population"
        return all(map(self._is_genitive, range(first, index + 1)))

    def _governor(self, head: int, start: int) -> int | None:
        """The noun that can be measured in whose complement this one stands."""
        before = range(head - 1, max(start, head - _COMPLEMENT) - 1, -1)
        return next((at for at in before if self.text.term_at(at, MeasureNoun) and self._complements(at, head)), None)

    @property
    def _object_prepositions(self) -> frozenset[str]:
        return self.text.pack.lexicon(Figures).object_prepositions

    def _is_genitive(self, index: int) -> bool:
        token = self.text.tokens[index]
        if not token.is_word:
            return False
        grammar = self.text.pack.grammar
        if token.folded in grammar.prepositions or token.folded in grammar.coordinators:
            return False
        readings = self.text.readings(index)
        return bool(readings and readings[0].pos in _NOMINAL) and any(
            each.case is Case.GENITIVE and each.pos in _NOMINAL for each in readings
        )

    def _phrase(self, head: int, start: int, end: int) -> Measure:
        """A noun with its adjectives, its complement in the genitive, and its object: «цены на лекарства»."""
        text = self.text
        first = head
        while first > start and self._describes(first - 1, head):
            first -= 1
        last = self._genitives(head + 1, min(end, head + 1 + _COMPLEMENT))
        object_ = last
        if last + 1 < end and text.tokens[last].folded in self._object_prepositions and self._is_object(last + 1):
            object_ = self._genitives(last + 2, min(end, last + 2 + _COMPLEMENT))
        words = [*_nominative(text.pack, text.words(first, last)), *text.words(last, object_)]
        if not words[0].isupper():
            words[0] = words[0].lower()
        return Measure(first, object_, " ".join(words))

    def _genitives(self, first: int, end: int) -> int:
        """The token after the nouns in the genitive that start here; an adjective at their end is another noun's."""
        last = first
        while last < end and self._is_genitive(last):
            last += 1
        while last > first and not any(each.pos is Pos.NOUN for each in self.text.readings(last - 1)):
            last -= 1
        return last

    def _is_object(self, index: int) -> bool:
        """Whether a noun in the accusative stands here that is neither how much nor when."""
        readings = self.text.readings(index)
        if not any(each.pos is Pos.NOUN and each.case is Case.ACCUSATIVE for each in readings):
            return False
        entries = [term.entry for term in self.text.terms_at(index)]
        when = any(isinstance(each, Amount | Unit | PeriodNoun | Weekday | Month) for each in entries)
        return not when and not self._is_carrier(index)

    def _describes(self, index: int, head: int) -> bool:
        """Whether an adjective goes with a noun after it; a pronoun or a pointing word does not describe."""
        text = self.text
        if text.term_at(index, Pronoun) or text.tokens[index].folded in text.pack.grammar.demonstratives:
            return False
        forms = {(each.case, each.number) for each in text.readings(head) if each.pos is Pos.NOUN}
        return any(
            each.pos is Pos.ADJECTIVE and not each.short and (each.case, each.number) in forms
            for each in text.readings(index)
        )


@lru_cache(maxsize=2**12)
def _nominative(pack: LanguagePack, words: tuple[str, ...]) -> tuple[str, ...]:
    return pack.morphology.nominative(words)
