"""What a number in a text is a number of: money, a share, a stretch of time, things counted, or nothing."""

from functools import cached_property
from typing import NamedTuple, final

import attrs

from statedoc.extract.metrics.comparators import Before
from statedoc.extract.metrics.units import Measured, counted_at, genitive_at, named_currencies, unit_at
from statedoc.extract.numbers import MOST_DIGITS, NumberPhrase, after_stop, number_at
from statedoc.languages.currencies import Currency
from statedoc.languages.figures import Figures, MeasureNoun, TimesNoun
from statedoc.languages.morphology import Number, Pos
from statedoc.languages.numbers import AfterComparator, Numbers
from statedoc.languages.units import Unit
from statedoc.model import Comparator, MetricKind
from statedoc.text import ParsedText

_ENDS = frozenset(".,;!?)…")
_LATEST_HOUR = 24
_BELOW_ZERO = frozenset(("Cel", "[degF]"))  # units of figures that can be less than nothing
_OPENS, _CLOSES = ("(", ","), (")", ",")


@final
class Value(NamedTuple):
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
        """Its unit."""
        return self.measured.code if self.measured else None


@final
@attrs.frozen(slots=False, eq=False)
class Values:
    """Reads what stands around the numbers of one text."""

    text: ParsedText
    _before: Before

    @cached_property
    def _numbers(self) -> Numbers:
        return self.text.pack.lexicon(Numbers)

    @cached_property
    def _figures(self) -> Figures:
        return self.text.pack.lexicon(Figures)

    @cached_property
    def _currencies(self) -> dict[Currency, str]:
        return named_currencies(self.text)

    def value(self, index: int, number: NumberPhrase) -> Value | None:
        """A number with its unit or noun; None where it is no figure."""
        if max(abs(number.low.adjusted()), abs(number.high.adjusted())) > MOST_DIGITS:
            return None
        text = self.text
        if number.spelled and self._before.word(index - 1) in self._numbers.none:
            return None  # "not one"
        first, measured = self.signed(index, number)
        after = None
        if measured is None:
            if later := text.term_at(number.last, AfterComparator):
                number = number._replace(last=later[0], scaled=number.scaled)
                after = later[1].comparator
            measured = unit_at(text, number, self._currencies)
        if measured is not None:
            return self._measured(first, number, measured, after)
        if self._before.word(number.last - 1) and text.term_at(number.last, TimesNoun):
            return self._times(first, number, after)
        return self._counted(first, number, after)

    def signed(self, index: int, number: NumberPhrase) -> tuple[int, Measured | None]:
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

    def _measured(self, first: int, number: NumberPhrase, measured: Measured, after: Comparator | None) -> Value | None:
        last = measured.last
        if number.bare and not self._is_one(number):
            return None
        if measured.kind is MetricKind.DURATION and not self._lasts(first, number, measured):
            return None
        if after is None and (later := self.text.term_at(last, AfterComparator)):
            last, after = later[0], later[1].comparator
        if measured.code in _BELOW_ZERO and self._before.word(first - 1) in self._numbers.minus:
            first, number = first - 1, number._replace(low=-number.high, high=-number.low)
        counted = None
        if measured.kind in (MetricKind.PERCENT, MetricKind.MEASURE) and not self.text.term_at(last, MeasureNoun):
            last, counted = genitive_at(self.text, last) or (last, None)
        return Value(first, last, number, measured, counted, after, measured.kind)

    def _lasts(self, first: int, number: NumberPhrase, measured: Measured) -> bool:
        """Whether a number of years or hours is a duration: not an age, an hour of the day, or how long ago."""
        word = self._before.word(measured.last)
        if word in self._figures.ago_words:
            return False
        if measured.code == "year" and self._before.word(first - 1) in _OPENS and word in _CLOSES:
            return False  # an age: "Smith, 45 years old, ..."
        if measured.code == "hour" and number.high <= _LATEST_HOUR and self._is_hour(first, number, word):
            return False
        if measured.code != "year":
            return True
        return not self._before.is_age(first, measured.last)

    def _is_hour(self, first: int, number: NumberPhrase, after: str) -> bool:
        """Whether it is an hour of the day: «в 19 часов», «7 часов утра»."""
        if after in self._figures.clock_words:
            return True
        if first > 1 and self.text.term_at(first - 2, Unit):
            return False  # "from three days to 14 hours"
        return not number.spelled and self._before.word(first - 1) in self._figures.clock_prepositions

    def _times(self, first: int, number: NumberPhrase, after: Comparator | None) -> Value | None:
        """«в 2,5 раза», a ratio; «20 раз», a count; but not «пять раз»."""
        found = self.text.term_at(number.last, TimesNoun)
        before = self._before.phrase(first)
        for at in (first - 1, before[0] - 1 if before else first - 1):
            if found and self._before.word(at) in found[1].prepositions:
                start = at if at == first - 1 else first
                return Value(start, found[0], number, None, None, after, MetricKind.RATIO)
        if found is None or number.spelled:
            return None
        return Value(first, found[0], number, None, None, after, MetricKind.COUNT)

    def _counted(self, first: int, number: NumberPhrase, after: Comparator | None) -> Value | None:
        if number.spelled and number.high < self._numbers.smallest_count:
            return None
        if number.bare and not self._is_one(number):
            return None
        if first and self._is_foreign(first - 1):
            return None
        start = number.last
        found = counted_at(self.text, start, number)
        if found is None and number.scaled and self._before.word(start) == ".":
            found = counted_at(self.text, start + 1, number)
        if found is None:
            return (
                Value(first, start, number, None, None, after, MetricKind.COUNT) if self._stands_alone(number) else None
            )
        return Value(first, found.last, number, None, found.noun, after, MetricKind.COUNT)

    def _stands_alone(self, number: NumberPhrase) -> bool:
        """Whether a number is large, and closes its clause, so that the sentence tells what it counts before it."""
        after = after_stop(self.text, number.last)
        closed = after >= len(self.text.tokens) or self.text.tokens[after].text in _ENDS or after > number.last
        return number.scaled and not number.bare and closed

    def _is_one(self, number: NumberPhrase) -> bool:
        """Whether a magnitude without a number is one: «миллион», «более тысячи», but not «тысячи людей»."""
        numbers = {each.number for each in self.text.readings(number.first) if each.pos is Pos.NOUN}
        compared = self._before.phrase(number.first) is not None
        return Number.SINGULAR in numbers and (compared or Number.PLURAL not in numbers)

    def _is_foreign(self, index: int) -> bool:
        """Whether a word is in other letters, so that the number after it belongs to a name: "Channel 4"."""
        token = self.text.tokens[index]
        return token.is_word and token.folded[0] not in self.text.pack.grammar.alphabet

    def after_clock(self, number: NumberPhrase) -> int:
        """The token after a number that is no figure; after the minutes where it is an hour: «в 12 часов 30 минут»."""
        hour = self.text.term_at(number.last, Unit)
        if hour and hour[1].code == "hour" and hour[0] < len(self.text.tokens):
            minutes = number_at(self.text, hour[0])
            unit = self.text.term_at(minutes.last, Unit) if minutes else None
            if unit and unit[1].code == "minute":
                return unit[0]
        return number.last
