"""Figures in a text: a number with its comparator, and with a unit or a counted noun."""

from collections.abc import Callable, Iterator, Set
from decimal import Decimal
from functools import cached_property
from typing import Any, final

import attrs

from statedoc.extract.metrics.changes import changes_by, multiplied
from statedoc.extract.metrics.comparators import Before
from statedoc.extract.metrics.ellipsis import elided, sharing
from statedoc.extract.metrics.found import FoundFigure
from statedoc.extract.metrics.inversion import inverted
from statedoc.extract.metrics.ranks import Rank, group_at, place_at, top_at
from statedoc.extract.metrics.values import Value, Values
from statedoc.extract.numbers import NumberPhrase, ended, number_at, shared_scale, times
from statedoc.languages.currencies import Currency
from statedoc.languages.figures import Figures, RankGroup, RatioWord
from statedoc.languages.morphology import Case, Number, Pos
from statedoc.languages.numbers import Cardinal, Magnitude, Numbers, Ordinal
from statedoc.languages.units import Amount, Unit
from statedoc.model import Comparator, MetricKind
from statedoc.text import ParsedText, TokenKind


@final
@attrs.frozen(slots=False, eq=False)
class FigureReader:
    """The figures of one text, but for those that stand in a date (`dated` token indices)."""

    text: ParsedText
    dated: Set[int]

    def __iter__(self) -> Iterator[FoundFigure]:
        end, last = 0, None
        for index, read in self._starts():
            if index < end or index in self.dated:
                continue
            figures, reached = read(self, index)
            nameless = all(each.kind is MetricKind.COUNT and each.counted is None for each in figures)
            if nameless and last and (figure := elided(self.text, self._before, index, last)):
                figures, reached = (figure,), figure.last
            for figure in figures:
                if not self._is_name(figure):
                    yield figure
                    last = figure
            end = max(end, reached)

    # --- What there is to know of the text ----------------------------------------------------------------------

    @cached_property
    def _numbers(self) -> Numbers:
        return self.text.pack.lexicon(Numbers)

    @cached_property
    def _figures(self) -> Figures:
        return self.text.pack.lexicon(Figures)

    @cached_property
    def _quoted(self) -> set[tuple[int, int]]:
        return {(each.content.start, each.content.end) for each in self.text.quotations if each.closed}

    def _is_name(self, figure: FoundFigure) -> bool:
        """Whether quotation marks hold a figure and nothing else: the club «16 тонн»."""
        tokens = self.text.tokens
        return (tokens[figure.first].start, tokens[figure.last - 1].end) in self._quoted

    def _starts(self) -> list[tuple[int, "_Rule"]]:
        """The tokens that may start a figure, in order, each with the rule that reads it."""
        text, starts = self.text, dict[int, _Rule]()
        tops = self._figures.top_words
        for index, (_, _, word, kind, folded, _, _) in enumerate(text.tokens):
            if word[0].isdecimal():
                starts[index] = FigureReader._order if kind is TokenKind.WORD else FigureReader._number
            elif folded in tops:
                starts[index] = FigureReader._top
            elif "-" in word and len(word) > 1:
                starts[index] = FigureReader._top if folded.partition("-")[0] in tops else FigureReader._number
        for first, _, entry in text.terms:
            if (rule := _RULES.get(type(entry))) is not None:
                starts.setdefault(first, rule)
        return sorted(starts.items())  # no two have one index, so rules are never compared

    @cached_property
    def _before(self) -> Before:
        return Before(self.text)

    @cached_property
    def _values(self) -> Values:
        return Values(self.text, self._before)

    def _word(self, index: int) -> str:
        return self._before.word(index)

    # --- The rules: each gives its figures, and the token up to which it has read ------------------------------------

    def _number(self, index: int) -> tuple[tuple[FoundFigure, ...], int]:
        number = number_at(self.text, index)
        if number is None:
            return (), index + 1
        if not number.scaled and self._before.is_label(index, number.last):
            return (), number.last
        if ranged := self._from_to(index, number):
            return ranged
        value = self._values.value(index, number)
        if value is None:
            if figure := inverted(self.text, index, number):
                return (figure,), figure.last
            if number.last not in self.dated and (figure := sharing(self.text, self._values, index, number)):
                comparator, first = self._before.comparator(index, units=True)
                return (figure._replace(first=first, comparator=comparator),), figure.last
            return (), self._values.after_clock(number)
        comparator, first = self._compared(value)
        return (self._found(value, first, comparator),), value.last

    def _order(self, index: int) -> tuple[tuple[FoundFigure, ...], int]:
        """A place, or a number: «45-е место», «13-ю филиалами»."""
        if rank := place_at(self.text, index):
            return (_ranked(rank),), rank.last
        parts = ended(self.text.tokens[index])
        return self._number(index) if parts and parts[1] in self._numbers.cardinal_endings else ((), index + 1)

    def _cardinal(self, index: int) -> tuple[tuple[FoundFigure, ...], int]:
        if rank := place_at(self.text, index):
            return (_ranked(rank),), rank.last
        return self._number(index)

    def _place(self, index: int) -> tuple[tuple[FoundFigure, ...], int]:
        rank = place_at(self.text, index)
        return ((_ranked(rank),), rank.last) if rank else ((), index)

    def _group(self, index: int) -> tuple[tuple[FoundFigure, ...], int]:
        rank = group_at(self.text, index)
        return ((_ranked(rank),), rank.last) if rank else self._number(index)

    def _top(self, index: int) -> tuple[tuple[FoundFigure, ...], int]:
        rank = top_at(self.text, index)
        return ((_ranked(rank),), rank.last) if rank else ((), index)

    def _ratio(self, index: int) -> tuple[tuple[FoundFigure, ...], int]:
        found = self.text.term_at(index, RatioWord)
        if found is None or (found[1].of and multiplied(self.text, index, found[1].of) is None):
            return (), index
        value = Decimal(found[1].value)
        comparator, first = self._before.comparator(index, units=True)
        return (FoundFigure(first, found[0], MetricKind.RATIO, value, value, comparator, None),), found[0]

    def _amount(self, index: int) -> tuple[tuple[FoundFigure, ...], int]:
        found = self.text.term_at(index, Amount)
        if found is None or self._word(found[0]) in self._figures.ago_words:
            return (), index
        last, amount = found
        if amount.by and not changes_by(self.text, index, last):
            return (), index
        comparator, first = self._before.comparator(index, units=True)
        if comparator is Comparator.EQUAL:
            comparator = amount.comparator
        return (FoundFigure(first, last, amount.kind, amount.number, amount.number, comparator, amount.code),), last

    def _bare_unit(self, index: int) -> tuple[tuple[FoundFigure, ...], int]:
        """«более года», «около часа»: one, of which nobody says so."""
        found = self.text.term_at(index, Unit)
        if found is None or found[1].kind is MetricKind.MONEY or found[1].words == ():
            return (), index
        last, unit = found
        before = self._before.phrase(index)
        if before is None or before[1].limit or before[1].only_units or self._word(index) not in self._words_of(index):
            return (), index
        comparator, first = self._before.comparator(index, units=True)
        if comparator is Comparator.EQUAL or self._word(last) in self._figures.ago_words:
            return (), index
        one = unit.multiplier
        return (FoundFigure(first, last, unit.kind, one, one, comparator, unit.code),), last

    def _words_of(self, index: int) -> tuple[str, ...]:
        """The token's word, if it is a noun in the genitive or accusative singular."""
        one = any(
            each.pos is Pos.NOUN and each.number is Number.SINGULAR and each.case in (Case.GENITIVE, Case.ACCUSATIVE)
            for each in self.text.readings(index)
        )
        return (self._word(index),) if one else ()

    # --- Ranges and comparators -------------------------------------------------------------------------------------

    def _from_to(self, index: int, low: NumberPhrase) -> tuple[tuple[FoundFigure, ...], int] | None:
        """«от 5% до 7%», «с 10,5% до 17%», «между 5 и 7 млн», «5%–7%»; falling, two figures and no range."""
        first, _ = self._values.signed(index, low)
        before = self._word(first - 1)
        lexicon = self._numbers
        if before in lexicon.from_words:
            links = lexicon.to_words
        elif before in lexicon.between_words:
            links = lexicon.and_words
        else:
            links = frozenset()
        start = self._values.value(index, low)
        at = start.last if start else low.last
        linked = self._word(at) in links
        if not linked and not (start and start.measured and self._is_dash(at)):
            return None
        high_first = at + 1
        if linked and self.text.term_at(high_first, Currency) and self._word(high_first):
            high_first += 1
        if high_first >= len(self.text.tokens) or high_first in self.dated:
            return None
        high = number_at(self.text, high_first)
        end = self._values.value(high_first, high) if high else None
        if high is None or end is None or high.is_range or low.is_range:
            return None
        if start and start.measured and (start.kind, start.code) != (end.kind, end.code):
            return None
        equal = Comparator.EQUAL
        from_value = times(shared_scale(low, high), self._multiplier(end))
        to_value = times(high.high, self._multiplier(end))
        if from_value < to_value:
            opens = first - 1 if linked else first
            found = FoundFigure(opens, end.last, end.kind, from_value, to_value, equal, end.code, end.counted)
            return (found,), end.last
        if not linked:
            return None
        goal = self._found(end, end.first, equal)
        if start is None or start.measured is None:
            scale = times(low.low, self._multiplier(end))
            return (FoundFigure(first, at, end.kind, scale, scale, equal, end.code, end.counted), goal), end.last
        return (self._found(start, start.first, equal), goal), end.last

    def _is_dash(self, index: int) -> bool:
        return index < len(self.text.tokens) and self.text.tokens[index].kind is TokenKind.DASH

    def _multiplier(self, value: Value) -> Decimal:
        return value.measured.multiplier if value.measured else Decimal(1)

    def _compared(self, value: Value) -> tuple[Comparator, int]:
        comparator, first = self._before.comparator(value.first, units=value.kind is not MetricKind.COUNT)
        return (comparator if comparator is not Comparator.EQUAL else value.comparator or comparator), first

    def _found(self, value: Value, first: int, comparator: Comparator) -> FoundFigure:
        by = self._multiplier(value)
        low, high = times(value.number.low, by), times(value.number.high, by)
        return FoundFigure(
            min(first, value.first), value.last, value.kind, low, high, comparator, value.code, value.counted
        )


_Rule = Callable[[FigureReader, int], tuple[tuple[FoundFigure, ...], int]]

_RULES: dict[type[Any], _Rule] = {
    Cardinal: FigureReader._cardinal,
    Magnitude: FigureReader._group,  # forms of "a set of ten" and of "the top ten" are alike
    Ordinal: FigureReader._place,
    RankGroup: FigureReader._group,
    RatioWord: FigureReader._ratio,
    Amount: FigureReader._amount,
    Unit: FigureReader._bare_unit,
}


def _ranked(rank: Rank) -> FoundFigure:
    value = Decimal(rank.value)
    return FoundFigure(rank.first, rank.last, MetricKind.RANK, value, value, rank.comparator, "rank", rank.counted)
