"""Numbers that stand behind their noun, which makes them about so many: «человек двадцать», «года три»."""

from collections.abc import Sequence
from decimal import Decimal

from statedoc.extract.metrics.found import FoundFigure
from statedoc.extract.numbers import NumberPhrase, agrees, is_whole, times
from statedoc.languages.currencies import Currency
from statedoc.languages.figures import Figures
from statedoc.languages.morphology import Case, Number, Pos
from statedoc.languages.numbers import Numbers
from statedoc.languages.units import Unit
from statedoc.model import Comparator, MetricKind
from statedoc.text import ParsedText, TokenKind

_GOVERNING = (Pos.NOUN, Pos.ADJECTIVE, Pos.PARTICIPLE, Pos.PRONOUN, Pos.NUMERAL)
_ROUND = 5  # figures that are about so many are round


def inverted(text: ParsedText, index: int, number: NumberPhrase) -> FoundFigure | None:
    """The figure that a number and the noun before it make; `number` is one that counts nothing after it."""
    lexicon = text.pack.lexicon(Numbers)
    noun = index - 1
    if noun > 0 and text.tokens[noun].folded in lexicon.bridges:
        noun -= 1
    if noun < 0 or number.bare or number.is_range or not is_whole(number.high) or not _is_free(text, noun):
        return None
    if number.last < len(text.tokens) and text.tokens[number.last].folded in text.pack.lexicon(Figures).ago_words:
        return None
    numbers = [form.number for form in agrees(number, lexicon) if Case.GENITIVE in form.cases]
    lemma = _genitive(text, noun, numbers)
    if lemma is None or (not number.spelled and number.high % _ROUND):
        return None
    kind, code, by = MetricKind.COUNT, None, Decimal(1)
    if (unit := text.term_at(noun, Unit)) and unit[0] == noun + 1:
        kind, code, by, lemma = unit[1].kind, unit[1].code, unit[1].multiplier, None
    elif (money := text.term_at(noun, Currency)) and money[0] == noun + 1 and money[1].code:
        kind, code, by, lemma = MetricKind.MONEY, money[1].code, money[1].multiplier, None
    elif not number.spelled or number.high < lexicon.smallest_count or _is_governed(text, noun):
        return None  # "of men 20, of women 30" is exact
    value = times(number.high, by)
    return FoundFigure(noun, number.last, kind, value, value, Comparator.ABOUT, code, lemma)


def _genitive(text: ParsedText, index: int, numbers: Sequence[Number]) -> str | None:
    """The dictionary form of a noun in the genitive of one of these numbers."""
    readings = text.readings(index)
    fitting = (r.lemma for r in readings if r.pos is Pos.NOUN and r.case is Case.GENITIVE and r.number in numbers)
    return next(fitting, None)


def _is_free(text: ParsedText, index: int) -> bool:
    """Whether no number or noun before a noun has it for its own: neither «пять человек» nor «группа компаний»."""
    if index == 0:
        return True
    if text.tokens[index - 1].kind is TokenKind.NUMBER:
        return False
    readings = text.readings(index - 1)
    return not readings or readings[0].pos not in _GOVERNING


def _is_governed(text: ParsedText, index: int) -> bool:
    """Whether a preposition stands before a noun."""
    return index > 0 and text.tokens[index - 1].folded in text.pack.grammar.prepositions
