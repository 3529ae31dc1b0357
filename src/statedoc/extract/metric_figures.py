"""Figures in a text: a number with its comparator, and with a unit or a counted noun."""

from collections.abc import Callable, Iterator, Set
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple, final

import attrs

from statedoc.extract.metric_ranks import Rank, group_at, place_at, top_at
from statedoc.extract.metric_units import Measured, counted_at, genitive_at, named_currencies, unit_at
from statedoc.extract.numbers import MOST_DIGITS, NumberPhrase, ended, number_at, shared_scale, times
from statedoc.languages.currencies import Currency
from statedoc.languages.figures import AgeWord, ChangeWord, Figures, LabelNoun, RankGroup, RatioWord, TimesNoun
from statedoc.languages.morphology import Case, Number, Pos
from statedoc.languages.numbers import AfterComparator, Cardinal, ComparatorPhrase, Magnitude, Numbers, Ordinal
from statedoc.languages.units import Amount, Unit
from statedoc.model import Comparator, MetricKind
from statedoc.text import ParsedText, TokenKind

_LATEST_HOUR = 24
_GOAL_WITHIN = 12  # tokens from a word of change to the goal of it: «увеличить ... до 10 млрд»
_AGE_WITHIN = 3  # tokens from «исполнилось» to the years
_OPENS, _CLOSES = ("(", ","), (")", ",")
_CLOCK = ":/"  # «10:00», «3:1», «1/2»


@final
class FoundFigure(NamedTuple):
    """A figure in ``tokens[first:last]``; `low` and `high` are the same where it is no range."""

    first: int
    last: int
    kind: MetricKind
    low: Decimal
    high: Decimal
    comparator: Comparator
    unit: str | None
    counted: str | None = None


@final
class _Value(NamedTuple):
    """A number with what it counts, before its comparator is known."""

    first: int
    last: int
    number: NumberPhrase
    measured: Measured | None
    counted: str | None
    comparator: Comparator | None  # from words after it
    kind: MetricKind

    @property
    def code(self) -> str | None:
        return self.measured.code if self.measured else None


@final
@attrs.frozen(slots=False, eq=False)
class FigureReader:
    """The figures of one text, but for those that stand in a date (`dated` token indices)."""

    text: ParsedText
    dated: Set[int]

    def __iter__(self) -> Iterator[FoundFigure]:
        end = 0
        for index, read in self._starts():
            if index < end or index in self.dated:
                continue
            figures, reached = read(self, index)
            yield from (figure for figure in figures if not self._is_name(figure))
            end = max(end, reached)

    # --- What there is to know of the text ----------------------------------------------------------------------

    @cached_property
    def _numbers(self) -> Numbers:
        return self.text.pack.lexicon(Numbers)

    @cached_property
    def _figures(self) -> Figures:
        return self.text.pack.lexicon(Figures)

    @cached_property
    def _currencies(self) -> dict[Currency, str]:
        return named_currencies(self.text)

    @cached_property
    def _ends(self) -> dict[tuple[type[Any], int], tuple[int, Any]]:
        """Terms by their class and the token after them: the longest, and what it is."""
        found: dict[tuple[type[Any], int], tuple[int, Any]] = {}
        for first, last, entry in self.text.terms:
            if isinstance(entry, ComparatorPhrase | LabelNoun | AgeWord | ChangeWord):
                found.setdefault((type(entry), last), (first, entry))
        return found

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
        for index, token in enumerate(text.tokens):
            if token.kind is TokenKind.NUMBER:
                starts[index] = FigureReader._number
            elif token.kind is TokenKind.WORD:
                if token.text[0].isdecimal():
                    starts[index] = FigureReader._order
                elif "-" in token.text:
                    starts[index] = (
                        FigureReader._top if token.folded.partition("-")[0] in tops else FigureReader._number
                    )
                elif token.folded in tops:
                    starts[index] = FigureReader._top
        for first, _, entry in text.terms:
            if (rule := _RULES.get(type(entry))) is not None:
                starts.setdefault(first, rule)
        return sorted(starts.items(), key=lambda start: start[0])

    def _word(self, index: int) -> str:
        return self.text.tokens[index].folded if 0 <= index < len(self.text.tokens) else ""

    # --- The rules: each gives its figures, and the token up to which it has read ------------------------------------

    def _number(self, index: int) -> tuple[tuple[FoundFigure, ...], int]:
        number = number_at(self.text, index)
        if number is None:
            return (), index + 1
        if self._is_label(index, number):
            return (), number.last
        if ranged := self._from_to(index, number):
            return ranged
        value = self._value(index, number)
        if value is None:
            return (), self._after_clock(number)
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
        if found is None:
            return (), index
        value = Decimal(found[1].value)
        comparator, first = self._comparator(index, units=True)
        return (FoundFigure(first, found[0], MetricKind.RATIO, value, value, comparator, None),), found[0]

    def _amount(self, index: int) -> tuple[tuple[FoundFigure, ...], int]:
        found = self.text.term_at(index, Amount)
        if found is None or self._word(found[0]) in self._figures.ago_words:
            return (), index
        last, amount = found
        comparator, first = self._comparator(index, units=True)
        return (FoundFigure(first, last, amount.kind, amount.number, amount.number, comparator, amount.code),), last

    def _bare_unit(self, index: int) -> tuple[tuple[FoundFigure, ...], int]:
        """«более года», «около часа»: one, of which nobody says so."""
        found = self.text.term_at(index, Unit)
        if found is None or found[1].kind is MetricKind.MONEY or found[1].words == ():
            return (), index
        last, unit = found
        before = self._ends.get((ComparatorPhrase, index))
        if before is None or before[1].limit or before[1].only_units or self._word(index) not in self._words_of(index):
            return (), index
        if self._word(last) in self._figures.ago_words:
            return (), index
        first, phrase = before
        return (
            FoundFigure(first, last, unit.kind, unit.multiplier, unit.multiplier, phrase.comparator, unit.code),
        ), last

    def _words_of(self, index: int) -> tuple[str, ...]:
        """The token's word, if it is a noun in the genitive or accusative singular."""
        one = any(
            each.pos is Pos.NOUN and each.number is Number.SINGULAR and each.case in (Case.GENITIVE, Case.ACCUSATIVE)
            for each in self.text.readings(index)
        )
        return (self._word(index),) if one else ()

    # --- Values ---------------------------------------------------------------------------------------------------

    def _is_label(self, index: int, number: NumberPhrase) -> bool:
        """Whether a number is a time, a score, or the name of something: «статья 5», «№ 1»."""
        tokens = self.text.tokens
        for at, beside in ((index - 1, index), (number.last, number.last - 1)):
            if 0 <= at < len(tokens) and tokens[at].text in _CLOCK and len(tokens[at].text) == 1:
                left, right = sorted((at, beside))
                if tokens[left].end == tokens[right].start:
                    return True
        return (LabelNoun, index) in self._ends or (LabelNoun, index - 1) in self._ends and self._word(index - 1) == "."

    def _after_clock(self, number: NumberPhrase) -> int:
        """The token after a number that is no figure; after the minutes where it is an hour: «в 12 часов 30 минут»."""
        hour = self.text.term_at(number.last, Unit)
        if hour and hour[1].code == "hour" and hour[0] < len(self.text.tokens):
            minutes = number_at(self.text, hour[0])
            unit = self.text.term_at(minutes.last, Unit) if minutes else None
            if unit and unit[1].code == "minute":
                return unit[0]
        return number.last

    def _value(self, index: int, number: NumberPhrase) -> _Value | None:
        """A number with its unit or noun; None where it is no figure."""
        if max(abs(number.low.adjusted()), abs(number.high.adjusted())) > MOST_DIGITS:
            return None
        text = self.text
        first, measured = self._signed(index, number)
        after = None
        if measured is None:
            if later := text.term_at(number.last, AfterComparator):
                number = number._replace(last=later[0], scaled=number.scaled)
                after = later[1].comparator
            measured = unit_at(text, number, self._currencies)
        if measured is not None:
            return self._measured(first, number, measured, after)
        if self._word(number.last - 1) and text.term_at(number.last, TimesNoun):
            return self._times(first, number, after)
        return self._counted(first, number, after)

    def _signed(self, index: int, number: NumberPhrase) -> tuple[int, Measured | None]:
        """Where a figure starts whose currency stands before it, and that currency: «$50 млрд»."""
        tokens = self.text.tokens
        for first in (index - 2, index - 1):
            found = self.text.term_at(first, Currency) if first >= 0 else None
            if found and found[0] == index and found[1].code:
                word = tokens[index - 1]
                if not word.is_word or word.text.isupper():
                    money = Measured(number.last, MetricKind.MONEY, found[1].code, found[1].multiplier)
                    return first, money
        return index, None

    def _measured(
        self, first: int, number: NumberPhrase, measured: Measured, after: Comparator | None
    ) -> _Value | None:
        last = measured.last
        if number.bare and not self._is_one(number):
            return None
        if measured.kind is MetricKind.DURATION and not self._lasts(first, number, measured):
            return None
        if after is None and (later := self.text.term_at(last, AfterComparator)):
            last, after = later[0], later[1].comparator
        counted = None
        if measured.kind in (MetricKind.PERCENT, MetricKind.MEASURE) and (noun := genitive_at(self.text, last)):
            last, counted = noun
        return _Value(first, last, number, measured, counted, after, measured.kind)

    def _lasts(self, first: int, number: NumberPhrase, measured: Measured) -> bool:
        """Whether a number of years or hours is a duration: not an age, an hour of the day, or how long ago."""
        word = self._word(measured.last)
        if word in self._figures.ago_words:
            return False
        if measured.code == "year" and self._word(first - 1) in _OPENS and word in _CLOSES:
            return False  # an age: «Иванов, 45 лет, ...»
        if measured.code == "hour" and number.high <= _LATEST_HOUR and self._is_hour(first, number, word):
            return False
        if measured.code != "year":
            return True
        return not any((AgeWord, at) in self._ends for at in range(first, max(-1, first - _AGE_WITHIN - 1), -1))

    def _is_hour(self, first: int, number: NumberPhrase, after: str) -> bool:
        """Whether it is an hour of the day: «в 19 часов», «7 часов утра»."""
        if after in self._figures.clock_words:
            return True
        return not number.spelled and self._word(first - 1) in self._figures.clock_prepositions

    def _times(self, first: int, number: NumberPhrase, after: Comparator | None) -> _Value | None:
        """«в 2,5 раза», but not «пять раз»."""
        found = self.text.term_at(number.last, TimesNoun)
        before = self._ends.get((ComparatorPhrase, first))
        for at in (first - 1, before[0] - 1 if before else first - 1):
            if found and self._word(at) in found[1].prepositions:
                start = at if at == first - 1 else first
                return _Value(start, found[0], number, None, None, after, MetricKind.RATIO)
        return None

    def _counted(self, first: int, number: NumberPhrase, after: Comparator | None) -> _Value | None:
        if number.spelled and number.high < self._numbers.smallest_count:
            return None
        if number.bare and not self._is_one(number):
            return None
        if first and self._is_foreign(first - 1):
            return None
        start = number.last
        found = counted_at(self.text, start, number)
        if found is None and number.scaled and self._word(start) == ".":
            found = counted_at(self.text, start + 1, number)
        if found is None:
            return None
        return _Value(first, found.last, number, None, found.noun, after, MetricKind.COUNT)

    def _is_one(self, number: NumberPhrase) -> bool:
        """Whether a magnitude without a number is one: «миллион», «более тысячи», but not «тысячи людей»."""
        numbers = {each.number for each in self.text.readings(number.first) if each.pos is Pos.NOUN}
        compared = (ComparatorPhrase, number.first) in self._ends
        return Number.SINGULAR in numbers and (compared or Number.PLURAL not in numbers)

    def _is_foreign(self, index: int) -> bool:
        """Whether a word is in other letters, so that the number after it belongs to a name: "Channel 4"."""
        token = self.text.tokens[index]
        return token.is_word and token.folded[0] not in self.text.pack.grammar.alphabet

    # --- Ranges and comparators -------------------------------------------------------------------------------------

    def _from_to(self, index: int, low: NumberPhrase) -> tuple[tuple[FoundFigure, ...], int] | None:
        """«от 5% до 7%», «с 10,5% до 17%», «между 5 и 7 млн», «5%–7%»; falling, two figures and no range."""
        first, signed = self._signed(index, low)
        before = self._word(first - 1)
        lexicon = self._numbers
        if before in lexicon.from_words:
            links = lexicon.to_words
        elif before in lexicon.between_words:
            links = lexicon.and_words
        else:
            links = frozenset()
        start = self._value(index, low)
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
        end = self._value(high_first, high) if high else None
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

    def _multiplier(self, value: _Value) -> Decimal:
        return value.measured.multiplier if value.measured else Decimal(1)

    def _compared(self, value: _Value) -> tuple[Comparator, int]:
        comparator, first = self._comparator(value.first, units=value.kind is not MetricKind.COUNT)
        return (comparator if comparator is not Comparator.EQUAL else value.comparator or comparator), first

    def _comparator(self, index: int, *, units: bool) -> tuple[Comparator, int]:
        """The comparator before a figure, and the token that it starts with."""
        found = self._ends.get((ComparatorPhrase, index))
        if found is None and self._word(index - 1) in self._numbers.bridges:
            found = self._ends.get((ComparatorPhrase, index - 1))
        if found is None:
            return Comparator.EQUAL, index
        first, phrase = found
        bridge = first - 1 if self._word(first - 1) in self._numbers.bridges else first
        outer = self._ends.get((ComparatorPhrase, first)) or self._ends.get((ComparatorPhrase, bridge))
        if outer and not outer[1].limit and not outer[1].only_units:
            return outer[1].comparator, outer[0]
        if (phrase.only_units and not units) or (phrase.limit and self._is_goal(first)):
            return Comparator.EQUAL, index
        return phrase.comparator, first

    def _is_goal(self, index: int) -> bool:
        """Whether a word of change stands before, so that "up to" names where it leads."""
        start = max(self.text.sentence_of(index).first, index - _GOAL_WITHIN)
        return any((ChangeWord, at) in self._ends for at in range(index, start, -1))

    def _found(self, value: _Value, first: int, comparator: Comparator) -> FoundFigure:
        by = self._multiplier(value)
        low, high = times(value.number.low, by), times(value.number.high, by)
        return FoundFigure(
            min(first, value.first), value.last, value.kind, low, high, comparator, value.code, value.counted
        )


_Rule = Callable[[FigureReader, int], tuple[tuple[FoundFigure, ...], int]]

_RULES: dict[type[Any], _Rule] = {
    Cardinal: FigureReader._cardinal,
    Magnitude: FigureReader._number,
    Ordinal: FigureReader._place,
    RankGroup: FigureReader._group,
    RatioWord: FigureReader._ratio,
    Amount: FigureReader._amount,
    Unit: FigureReader._bare_unit,
}


def _ranked(rank: Rank) -> FoundFigure:
    value = Decimal(rank.value)
    return FoundFigure(rank.first, rank.last, MetricKind.RANK, value, value, rank.comparator, "rank", rank.counted)
