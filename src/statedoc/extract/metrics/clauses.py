"""Clauses: the words around a figure that say something of it."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple, final

import attrs

from statedoc.extract.dates import DatedWords
from statedoc.extract.metrics.found import FoundFigure
from statedoc.languages.numbers import Numbers
from statedoc.text import ParsedText, TokenKind

_WITHIN = 40  # tokens: as far as a clause is looked through on either side
_BREAKS = frozenset(';:()«»"“”„…')
_STOPS = frozenset((".", "!", "?"))


@final
class Clause(NamedTuple):
    """The tokens around a figure that say something of it: ``tokens[first:last]``."""

    first: int
    last: int


@final
@attrs.frozen(slots=False, eq=False)
class Clauses:
    """Cuts a text into clauses."""

    text: ParsedText
    dates: Sequence[DatedWords]

    @cached_property
    def _breaks(self) -> list[int]:
        """The tokens that part clauses: marks, dashes, commas before what opens a clause, stops inside quotations."""
        grammar, tokens = self.text.pack.grammar, self.text.tokens
        openers = grammar.relatives | grammar.complementizers | grammar.coordinators
        last = len(tokens) - 1
        inside = {at for date in self.dates for at in range(date.first, date.last)}
        return [
            index
            for index, (_, _, word, kind, _, _, _) in enumerate(tokens)
            if word in _BREAKS
            or (kind is TokenKind.DASH and index not in inside)
            or (word == "," and index < last and tokens[index + 1].folded in openers)
            or (word in _STOPS and index < last and tokens[index + 1].is_capital and not self._abbreviates(index))
        ]

    def _abbreviates(self, stop: int) -> bool:
        word = self.text.tokens[stop - 1] if stop else self.text.tokens[stop]
        return len(word.text) == 1 or word.folded in self.text.pack.grammar.abbreviations

    def clause(self, figure: FoundFigure) -> Clause:
        """The clause that a figure stands in."""
        sentence = self.text.sentence_of(figure.first)
        before = bisect_left(self._breaks, figure.first)
        after = bisect_left(self._breaks, figure.last)
        if before and self._is_verb(self._breaks[before - 1], figure):
            before -= 1
        opens = self._breaks[before - 1] + 1 if before else 0
        closes = self._breaks[after] if after < len(self._breaks) else sentence.last
        first = max(sentence.first, figure.first - _WITHIN, opens)
        return Clause(first, max(figure.last, min(sentence.last, figure.last + _WITHIN, closes)))

    def _is_verb(self, index: int, figure: FoundFigure) -> bool:
        """Whether a dash before a figure stands for the verb: «импорт — почти на 7 млрд»."""
        tokens = self.text.tokens
        if tokens[index].kind is not TokenKind.DASH or not 0 < index < figure.first <= index + 2:
            return False
        return tokens[index - 1].is_word or tokens[index - 1].kind is TokenKind.NUMBER

    def continues(self, figure: FoundFigure, last: FoundFigure) -> bool:
        """Whether a figure has the verb of the one before: «цены вырастут на 11%, а тарифы – на 20%», «на 5 и 7%»."""
        if (figure.kind, figure.unit) != (last.kind, last.unit):
            return False
        if figure.first == last.last + 1:
            return self.text.tokens[last.last].folded in self.text.pack.lexicon(Numbers).sharing_words
        before = bisect_left(self._breaks, figure.first)
        dash = self._breaks[before - 1] if before else 0
        tokens = self.text.tokens
        return (
            self.text.sentence_index(figure.first) == self.text.sentence_index(last.first)
            and last.last <= dash == figure.first - 2
            and self._is_verb(dash, figure)
            and last.first > 0
            and tokens[figure.first - 1].folded == tokens[last.first - 1].folded
        )
