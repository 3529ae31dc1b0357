"""The words before a figure: what it is compared by, and what makes it no figure."""

from functools import cached_property
from typing import Any, final

import attrs

from statedoc.languages.figures import AgeWord, ChangeWord, LabelNoun
from statedoc.languages.numbers import ComparatorPhrase, Numbers
from statedoc.model import Comparator
from statedoc.text import ParsedText

_GOAL_WITHIN = 12  # tokens from a word of change to where it leads: "to raise ... to 10"
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

    def is_labelled(self, index: int) -> bool:
        """Whether a noun stands before that makes a number a mere label: «статья 5», «ст. 5»."""
        at = index - 1 if self.word(index - 1) == "." else index
        return (LabelNoun, at) in self._ends

    def is_age(self, index: int) -> bool:
        """Whether a word shortly before makes years an age: «исполнилось 45 лет»."""
        return any((AgeWord, at) in self._ends for at in range(index, max(-1, index - _AGE_WITHIN - 1), -1))

    def comparator(self, index: int, *, units: bool) -> tuple[Comparator, int]:
        """The comparator of a figure that starts here, and the token that it starts with."""
        found = self.phrase(index)
        if found is None and self.word(index - 1) in self._bridges:
            found = self.phrase(index - 1)
        if found is None:
            return Comparator.EQUAL, index
        first, phrase = found
        outer = self.phrase(first) or (self.phrase(first - 1) if self.word(first - 1) in self._bridges else None)
        if outer and not outer[1].limit and not outer[1].only_units:
            return outer[1].comparator, outer[0]
        if (phrase.only_units and not units) or (phrase.limit and self._is_goal(first)):
            return Comparator.EQUAL, index
        return phrase.comparator, first

    def _is_goal(self, index: int) -> bool:
        """Whether a word of change stands before, so that "up to" names where it leads."""
        start = max(self.text.sentence_of(index).first, index - _GOAL_WITHIN)
        return any((ChangeWord, at) in self._ends for at in range(index, start, -1))
