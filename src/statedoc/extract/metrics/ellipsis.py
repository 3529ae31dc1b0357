"""Figures that leave out what the one before has said: «работало 90 компаний, сегодня — более 700»."""

from statedoc.extract.metrics.comparators import Before
from statedoc.extract.metrics.found import FoundFigure
from statedoc.extract.metrics.values import Values
from statedoc.extract.numbers import NumberPhrase, after_stop, number_at, shared_scale, times
from statedoc.languages.currencies import Currency
from statedoc.languages.numbers import Magnitude, Numbers
from statedoc.languages.units import Unit
from statedoc.model import Comparator, MetricKind
from statedoc.text import ParsedText, TokenKind

_PART = 3  # words
_WITHIN = 25  # tokens between the two figures
_ENDS = frozenset((".", ",", ";", "!", "?", ")", "…", "»", "”", "“", '"'))
_KINDS = (MetricKind.COUNT, MetricKind.MONEY, MetricKind.PERCENT, MetricKind.MEASURE)
_YEARS = range(1900, 2100)  # a bare number between these is a year, if nothing says otherwise


def elided(text: ParsedText, before: Before, index: int, last: FoundFigure) -> FoundFigure | None:
    """The figure that starts here and is a number of the same thing as the `last` one, which it leaves unsaid.

    It closes its clause, and a comparator or a dash in the verb's place stands before it. Nothing is left out
    after a magnitude that the number itself does not have: «5 млрд долларов, а импорт — 3» is unclear.
    """
    if last.kind not in _KINDS or not 0 < index - last.last <= _WITHIN or not _is_near(text, last.last, index):
        return None
    number = number_at(text, index)
    lexicon = text.pack.lexicon(Numbers)
    if number is None or (not number.scaled and before.is_label(index, number.last)):
        return None
    if (
        number.scaled
        and last.kind is MetricKind.MONEY
        and _is_part(text, index, lexicon)
        and _alike(text, last, number)
    ):
        return last._replace(
            first=index, last=number.last, low=number.low, high=number.high, comparator=Comparator.EQUAL
        )
    if not _closes(text, number):
        return None
    if number.bare or (number.spelled and number.high < lexicon.smallest_count):
        return None
    comparator, first = before.comparator(index, units=last.kind is not MetricKind.COUNT)
    if comparator is Comparator.EQUAL:
        start = index - 1 if before.word(index - 1) in lexicon.bridges else index
        goal = number.scaled and before.word(index - 1) in lexicon.to_words  # "will grow to 3 million"
        if not (goal or text.tokens[start - 1].kind is TokenKind.DASH) or (not number.scaled and number.high in _YEARS):
            return None
    if not _alike(text, last, number):
        return None
    return last._replace(first=first, last=number.last, low=number.low, high=number.high, comparator=comparator)


def _is_part(text: ParsedText, index: int, lexicon: Numbers) -> bool:
    """Whether words before a number say that it is a part of the last one: «480 млн рублей, из них 300 млн — заём»."""
    words = " ".join(token.folded for token in text.tokens[max(0, index - _PART) : index])
    return words.endswith(lexicon.part_phrases)


def sharing(text: ParsedText, values: Values, index: int, number: NumberPhrase) -> FoundFigure | None:
    """The figure of a number whose unit stands after the next one: «на 50 и 30 метров»."""
    lexicon = text.pack.lexicon(Numbers)
    link = number.last
    if link + 1 >= len(text.tokens) or text.tokens[link].folded not in lexicon.sharing_words:
        return None
    following = number_at(text, link + 1)
    if following is None or following.is_range or number.is_range or (not number.scaled and number.high in _YEARS):
        return None
    value = values.value(link + 1, following)
    if value is None or value.measured is None or value.first != link + 1 or number.bare:
        return None
    amount = times(shared_scale(number, following), value.measured.multiplier)
    return FoundFigure(index, number.last, value.kind, amount, amount, Comparator.EQUAL, value.code)


def _is_near(text: ParsedText, first: int, last: int) -> bool:
    """Whether two places stand in one sentence, with no quotation mark between them."""
    if text.sentence_index(first - 1) != text.sentence_index(last):
        return False
    return all(token.kind is not TokenKind.MARK for token in text.tokens[first:last])


def _closes(text: ParsedText, number: NumberPhrase) -> bool:
    """Whether a clause ends after a number."""
    after = after_stop(text, number.last) if number.scaled else number.last
    return after >= len(text.tokens) or text.tokens[after].text in _ENDS or after > number.last


def _alike(text: ParsedText, last: FoundFigure, number: NumberPhrase) -> bool:
    """Whether a number can be of the same magnitude and unit as a figure."""
    said = [term.entry for at in range(last.first, last.last) for term in text.terms_at(at)]
    if any(isinstance(entry, Currency | Unit) and entry.multiplier != 1 for entry in said):
        return False
    return number.scaled or not any(isinstance(entry, Magnitude) for entry in said)
