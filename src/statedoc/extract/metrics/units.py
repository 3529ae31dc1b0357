"""What stands after a number: its unit, or the noun that is counted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple, final

from statedoc.extract.numbers import NumberPhrase, after_stop, agrees
from statedoc.languages.calendar import Month
from statedoc.languages.currencies import Currency
from statedoc.languages.figures import CountedWord, TimesNoun
from statedoc.languages.morphology import Case, NameKind, Number, Pos, Reading
from statedoc.languages.numbers import NounForm, Numbers
from statedoc.languages.states import StateTerm, StateWord
from statedoc.languages.units import Unit
from statedoc.model import MetricKind
from statedoc.text import ParsedText

_MOST_ADJECTIVES = 4
_UNIT_ADJECTIVES = 2  # "new Turkish lira", "full years"
_NOMINAL = (Pos.ADJECTIVE, Pos.PARTICIPLE)
_NAMES = (NameKind.FIRST, NameKind.PATRONYMIC, NameKind.SURNAME)
_GENITIVES = (
    NounForm(number=Number.SINGULAR, cases=(Case.GENITIVE,)),
    NounForm(number=Number.PLURAL, cases=(Case.GENITIVE,)),
)


@final
class Measured(NamedTuple):
    """A unit, up to ``tokens[last]``."""

    last: int
    kind: MetricKind
    code: str
    multiplier: Decimal


@final
class Counted(NamedTuple):
    """A counted noun phrase, up to ``tokens[last]``; its noun in the dictionary form."""

    last: int
    noun: str


def fits(reading: Reading, forms: Sequence[NounForm]) -> bool:
    """Whether a word stands in one of these forms."""
    return any(reading.number is form.number and (not form.cases or reading.case in form.cases) for form in forms)


def _modifies(reading: Reading) -> bool:
    return reading.pos in _NOMINAL and not reading.short


def unit_at(text: ParsedText, number: NumberPhrase, currencies: Mapping[Currency, str]) -> Measured | None:
    """The unit after a number; `currencies` are those that the text has named in full."""
    first = after_stop(text, number.last) if number.scaled else number.last
    for index in range(first, min(first + _UNIT_ADJECTIVES + 1, len(text.tokens))):
        if found := text.term_at(index, Currency):
            return _money(text, first, index, found, currencies)
        if found_unit := text.term_at(index, Unit):
            return _unit(text, number, index, found_unit)
        if not any(map(_modifies, text.readings(index))):
            return None
    return None


def _unit(text: ParsedText, number: NumberPhrase, index: int, found: tuple[int, Unit]) -> Measured | None:
    last, unit = found
    token = text.tokens[index]
    whole_word = token.is_word and last == index + 1 and token.folded not in unit.abbreviations
    if unit.kind is MetricKind.DURATION and whole_word:
        forms = agrees(number, text.pack.lexicon(Numbers))
        if not any(each.pos is Pos.NOUN and fits(each, forms) for each in text.readings(index)):
            return None  # an ordinal written without its ending: "the 20 century"
    return Measured(last, unit.kind, unit.code, unit.multiplier)


def _money(
    text: ParsedText, first: int, index: int, found: tuple[int, Currency], currencies: Mapping[Currency, str]
) -> Measured | None:
    last, currency = found
    code = currencies.get(currency, currency.code)
    states = [term.entry for at in range(first, index) for term in text.terms_at(at) if type(term.entry) is StateTerm]
    if states and currency.of:
        code = currency.of.get(states[-1].state.code)
    elif (after := text.term_at(after_stop(text, last), StateTerm)) and after[1].word is StateWord.NAME:
        state = after[1].state.code
        if state in currency.of:
            code, last = currency.of[state], after[0]
    return Measured(last, MetricKind.MONEY, code, currency.multiplier) if code else None


def named_currencies(text: ParsedText) -> dict[Currency, str]:
    """Words for money that alone do not tell which, by what the text first calls them in full: «ливийских динаров».

    A word that the text never tells in full is the money of the state that it speaks of more than of all others
    together whose money has that name. A word that alone tells gives way to that only where its own state is not
    spoken of: «рупий» in a text on Pakistan.
    """
    named: dict[Currency, str] = {}
    unnamed: set[Currency] = set()
    for first, _, currency in text.terms_of(Currency):
        if currency.everywhere or not currency.of:
            continue
        unnamed.add(currency)
        state = text.term_at(first - 1, StateTerm) if first and currency.code is None else None
        if state is not None and (code := currency.of.get(state[1].state.code)):
            named.setdefault(currency, code)
    for currency in unnamed - named.keys():
        if code := _of_most(text, currency):
            named[currency] = code
    return named


def _of_most(text: ParsedText, currency: Currency) -> str | None:
    """The money, of this name, of the state that makes up most of the mentions of states whose money has it."""
    said = Counter(
        currency.of[term.state.code] for _, _, term in text.terms_of(StateTerm) if term.state.code in currency.of
    )
    if currency.code in said:
        return None
    code, times = next(iter(said.most_common(1)), (None, 0))
    return code if 2 * times > said.total() else None


def counted_at(text: ParsedText, index: int, number: NumberPhrase) -> Counted | None:
    """The noun phrase that a number counts."""
    return noun_phrase(text, index, agrees(number, text.pack.lexicon(Numbers)))


def genitive_at(text: ParsedText, index: int) -> Counted | None:
    """A noun phrase in the genitive: «процентов акций»."""
    return noun_phrase(text, index, _GENITIVES)


def noun_phrase(text: ParsedText, first: int, forms: Sequence[NounForm]) -> Counted | None:
    """A noun in one of these forms, with the adjectives and participles before it."""
    first = _after_participle(text, first, forms)
    for index in range(first, min(first + _MOST_ADJECTIVES, len(text.tokens))):
        token = text.tokens[index]
        grammar = text.pack.grammar
        if token.folded in grammar.coordinators or token.folded in grammar.prepositions:
            if index > first and token.folded in grammar.coordinators:
                continue  # "simple and double"
            return None
        if not token.is_word or token.text[0].isupper() or token.text[0].isdecimal():
            return None
        readings = text.readings(index)
        noun = next((each for each in readings if each.pos is Pos.NOUN and fits(each, forms)), None)
        if noun is None and (people := text.term_at(index, CountedWord)) and not _goes_on(text, index + 1, forms):
            return Counted(index + 1, people[1].lemma) if any(fits(each, forms) for each in readings) else None
        adjective = any(_modifies(each) for each in readings)
        if noun and not (adjective and _goes_on(text, index + 1, forms)):
            return Counted(index + 1, noun.lemma) if _countable(text, index, noun) else None
        if not adjective:
            return None
    return None


def _after_participle(text: ParsedText, first: int, forms: Sequence[NounForm]) -> int:
    """Where a noun phrase goes on after a participle with what belongs to it: «живущих за границей [граждан]»."""
    at, kinds = first, {Pos.PARTICIPLE}
    if at < len(text.tokens) and any(each.pos is Pos.ADVERB for each in text.readings(at)):
        at, kinds = at + 1, {Pos.PARTICIPLE, Pos.ADJECTIVE}
    if _pos(text, at) not in kinds:
        return first
    if not any(_modifies(each) and fits(each, forms) for each in text.readings(at)):
        return first
    at += 1
    if at < len(text.tokens) and text.tokens[at].folded in text.pack.grammar.prepositions:
        at += 1
        while _pos(text, at) in (Pos.ADJECTIVE, Pos.PARTICIPLE):
            at += 1
        if _pos(text, at) is not Pos.NOUN:
            return first
        at += 1
    return at if _goes_on(text, at, forms) else first


def _pos(text: ParsedText, at: int) -> Pos | None:
    """The likeliest part of speech of a token."""
    likeliest = next(iter(text.readings(at)), None) if at < len(text.tokens) else None
    return likeliest.pos if likeliest is not None else None


def _goes_on(text: ParsedText, index: int, forms: Sequence[NounForm]) -> bool:
    """Whether the word after one that may be an adjective is its noun: «полицейских машин»."""
    if index >= len(text.tokens) or text.tokens[index].text[0].isupper():
        return False
    grammar = text.pack.grammar
    if text.tokens[index].folded in grammar.coordinators or text.tokens[index].folded in grammar.prepositions:
        return False
    return any(fits(each, forms) and (each.pos is Pos.NOUN or _modifies(each)) for each in text.readings(index))


def _countable(text: ParsedText, index: int, noun: Reading) -> bool:
    """Whether a noun can be counted: not a month, «раз», a name, a unit in a form that disagrees, or some dinars."""
    if noun.name in _NAMES:
        return False
    others = (
        Month | TimesNoun | Unit if noun.animate else Month | TimesNoun | Unit | Currency
    )  # a lion and a lev are one word
    return not any(isinstance(term.entry, others) for term in text.terms_at(index))
