"""The words before a figure: what it is compared by, and what makes it no figure."""

from functools import cached_property
from typing import Any, final

import attrs

from statedoc.extract.grammar import has_case
from statedoc.languages.figures import AgeWord, ChangeWord, LabelNoun, MeasureNoun
from statedoc.languages.morphology import Case, Number, Pos
from statedoc.languages.numbers import ComparatorPhrase, Numbers
from statedoc.model import Comparator
from statedoc.text import ParsedText

_GOAL_WITHIN = 12  # tokens from a word of change to where it leads: "to raise ... to 10"
_AUXILIARIES = 2  # tokens from a negation to its comparator: "must not exceed"
_CLOCK = (":", "/")  # 10:00, 3:1, 1/2
_CLAUSE = 20  # tokens of a clause before its years
_AGE_WITHIN = 3  # tokens from "turned" to the years


@final
@attrs.frozen(slots=False, eq=False)
class Before:
    """What stands before the tokens of a text."""

    text: ParsedText

    def word(self, index: int) -> str:
        """A token's folded word; empty outside the text."""
        return self.text.tokens[index].folded if 0 <= index < len(self.text.tokens) else ""

    @cached_property
    def _bridges(self) -> frozenset[str]:
        return self.text.pack.lexicon(Numbers).bridges

    @cached_property
    def _ends(self) -> dict[tuple[type[Any], int], tuple[int, Any]]:
        """Terms by their class and the token after them: the longest, and what it is."""
        found: dict[tuple[type[Any], int], tuple[int, Any]] = {}
        for first, last, entry in self.text.terms:
            if isinstance(entry, ComparatorPhrase | LabelNoun | AgeWord | ChangeWord):
                found.setdefault((type(entry), last), (first, entry))
        return found

    def phrase(self, index: int) -> tuple[int, ComparatorPhrase] | None:
        """The comparator that ends right before a token: its first token, and what it is."""
        return self._ends.get((ComparatorPhrase, index))

    def _reaching(self, index: int) -> tuple[int, ComparatorPhrase] | None:
        """The comparator of what starts with a token, perhaps with a preposition between them: «более чем на»."""
        found = self.phrase(index)
        if found is None and self.word(index - 1) in self._bridges:
            found = self.phrase(index - 1)
            return found if found and not found[1].adjacent else None
        if found and found[1].adjacent and self.word(index) in self._bridges:
            return None  # "more by two times"
        return found

    def is_label(self, first: int, last: int) -> bool:
        """Whether the number in ``tokens[first:last]`` is a time, a score, or a name: «статья 5», «№ 1»."""
        tokens = self.text.tokens
        for at, beside in ((first - 1, first), (last, last - 1)):
            if 0 <= at < len(tokens) and tokens[at].text in _CLOCK:
                left, right = sorted((at, beside))
                if tokens[left].end == tokens[right].start:
                    return True
        return self._is_labelled(first)

    def _is_labelled(self, index: int) -> bool:
        """Whether a noun stands before that makes a number a mere label: «статья 5», «ст. 5»."""
        at = index - 1 if self.word(index - 1) == "." else index
        return (LabelNoun, at) in self._ends

    def is_age(self, index: int, last: int) -> bool:
        """Whether the years in ``tokens[index:last]`` are an age: «исполнилось 45 лет», «ему было 45 лет»."""
        if any((AgeWord, at) in self._ends for at in range(index, max(-1, index - _AGE_WITHIN - 1), -1)):
            return True
        ends = self.word(last) in self.text.pack.grammar.coordinators
        return (ends or last >= len(self.text.tokens) or not self.text.tokens[last].is_word) and self._is_aged(index)

    def _is_aged(self, index: int) -> bool:
        """Whether one person stands in the dative before, with nothing but a verb of being between."""
        found = self._reaching(index)
        at = (found[0] if found else index) - 1
        for _ in range(_AGE_WITHIN):
            readings = self.text.readings(at) if at >= 0 else ()
            if not any(r.lemma in self.text.pack.grammar.copulas or r.pos is Pos.ADVERB for r in readings[:1]):
                break
            at -= 1
        if at < 0 or self._is_verb(at):
            return False
        start = self.text.sentence_of(at).first
        opens = next((here for here in range(at, max(start, at - _CLAUSE), -1) if self.word(here) == ","), start)
        if any(self._is_verb(here) for here in range(opens, at)):
            return False  # "to give the accused nine years"
        datives = [r for r in self.text.readings(at) if r.case is Case.DATIVE and r.number is Number.SINGULAR]
        return any(r.animate or r.pos in (Pos.PARTICIPLE, Pos.PRONOUN) for r in datives)

    def comparator(self, index: int, *, units: bool) -> tuple[Comparator, int]:
        """The comparator of a figure that starts here, and the token that it starts with."""
        found = self._reaching(index)
        if found is None:
            return Comparator.EQUAL, index
        first, phrase = found
        outer = self._reaching(first)
        if outer and not outer[1].limit and not outer[1].only_units:
            compared = self._negatable(*outer)
            if compared[0] is not Comparator.EQUAL:
                return compared
        if (phrase.only_units and not units) or (phrase.limit and self._is_goal(first)):
            return Comparator.EQUAL, index
        comparator, first = self._negatable(first, phrase)
        return (comparator, first) if comparator is not Comparator.EQUAL else (comparator, index)

    def _negatable(self, first: int, phrase: ComparatorPhrase) -> tuple[Comparator, int]:
        """What a comparator comes to with the words before it: «не превысит», «не должна превышать»."""
        if phrase.negated is not None:
            start, verbal = self.text.sentence_of(first).first, self._is_verb(first)
            for at in range(first - 1, max(start - 1, first - 2 - _AUXILIARIES), -1):
                if self.word(at) in self.text.pack.grammar.negations:
                    return phrase.negated, at
                if not (verbal and self._is_verb(at)) and not self.text.term_at(at, ChangeWord):
                    break
        return phrase.comparator, first

    def _is_verb(self, index: int) -> bool:
        """Whether a word is likeliest a verb, or a short adjective that stands for one."""
        first = next(iter(self.text.readings(index)), None)
        return first is not None and (first.pos in (Pos.VERB, Pos.INFINITIVE) or first.short)

    def _is_goal(self, index: int) -> bool:
        """Whether a word of change stands before, so that "up to" names where it leads."""
        if self.text.term_at(index - 1, MeasureNoun) and has_case(self.text.readings(index - 1), Case.INSTRUMENTAL):
            return False  # "up to five metres in length"
        start = max(self.text.sentence_of(index).first, index - _GOAL_WITHIN)
        return any((ChangeWord, at) in self._ends for at in range(index, start, -1))
