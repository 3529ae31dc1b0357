"""Numbers as texts write them: in figures, in words, in groups, with magnitudes, as ranges."""

import re
from decimal import Context, Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple, final

from statedoc.languages.numbers import Cardinal, HalfMore, Magnitude, NounForm, Numbers
from statedoc.languages.pack import LanguagePack
from statedoc.text import ParsedText, Token, TokenKind

MOST_DIGITS = 40  # a longer number counts nothing
_MOST_LINKS = 3  # "in 5–8–10 years"; a longer chain is a telephone number
_GROUP = re.compile(r"\d{3}(?:[.,]\d+)?")
_ENDING = re.compile(r"(\d+)[-‑]([^\W\d_]+)")
_EXACT = Context(prec=100)  # the default rounds at 28 digits
_ADDED = 100  # magnitudes up to this one multiply only what stands right before them: "two hundred thousand"


@final
class NumberPhrase(NamedTuple):
    """A number, or a range of two, in ``tokens[first:last]``."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    spelled: bool  #: in words, at least where it starts
    scaled: bool  #: ends with a magnitude, whose noun stands as after a noun
    bare: bool = False  #: a magnitude alone: «миллион»

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.low != self.high


@cache
def _shapes(decimal: str, group: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    d, g = re.escape(decimal), re.escape(group)
    grouped = rf"\d{{1,3}}(?:{g}\d{{3}})+(?:{d}\d+)?|\d{{1,3}}(?:{d}\d{{3}}){{2,}}|[1-9]\d{{0,2}}{d}000"
    return re.compile(grouped), re.compile(rf"(?:0|[1-9]\d*)(?:[{d}{g}]\d+)?")


def figure(word: str, lexicon: Numbers, *, scaled: bool = False) -> Decimal | None:
    """The number that figures mean; None for what is none: a time, a version, a telephone number.

    A lone group mark before three figures separates thousands, unless a magnitude follows (`scaled`).
    """
    if len(word) > MOST_DIGITS:
        return None
    decimal, group = lexicon.decimal_mark, lexicon.group_mark
    grouped, plain = _shapes(decimal, group)
    lone = scaled and word.count(group) == 1 and decimal not in word
    if word[0] != "0" and not lone and grouped.fullmatch(word):
        whole, mark, rest = word.partition(decimal)
        if mark and group not in whole:  # «1,234,567», «100,000»
            whole, rest = word.replace(decimal, ""), ""
        return Decimal(whole.replace(group, "") + ("." + rest if rest else ""))
    return Decimal(word.replace(decimal, ".").replace(group, ".")) if plain.fullmatch(word) else None


def is_whole(value: Decimal) -> bool:
    """Whether a number has no fraction."""
    return value == value.to_integral_value()


def times(value: Decimal, by: Decimal | int) -> Decimal:
    """The product, exact, whole numbers without a fraction.

    >>> str(times(Decimal("97.5"), 1000000))
    '97500000'
    """
    product = _EXACT.multiply(value, Decimal(by))
    if is_whole(product):
        return product.to_integral_value()
    return _EXACT.normalize(product)


def after_stop(text: ParsedText, index: int) -> int:
    """The token after an abbreviation's full stop, or the one given if there is none."""
    tokens = text.tokens
    if 0 < index < len(tokens) - 1 and tokens[index].text == "." and tokens[index - 1].end == tokens[index].start:
        return index + 1
    return index


def ended(token: Token) -> tuple[int, str] | None:
    """The number and the ending of «16-й»; None for any other word."""
    if len(token.text) <= MOST_DIGITS and token.text[0].isdecimal() and (match := _ENDING.fullmatch(token.folded)):
        return int(match[1]), match[2]
    return None


def number_at(text: ParsedText, first: int) -> NumberPhrase | None:
    """The number or range that starts with this token."""
    number = _single(text, first)
    if number is None or number.is_range:
        return number
    links, low, last = 1, number, number
    while (following := _linked(text, last)) is not None:
        if following.low <= last.high or following.spelled != number.spelled or links == _MOST_LINKS:
            return None
        links, last = links + 1, following
    if links == 1:
        return number
    start = shared_scale(low, last)
    if start >= last.high:
        return None
    return NumberPhrase(first, last.last, start, last.high, number.spelled, last.scaled)


def shared_scale(low: NumberPhrase, high: NumberPhrase) -> Decimal:
    """One end of a range whose other end alone has a magnitude: of «5» in «от 5 до 7 млн», five millions.

    The reading that lies nearer to the other end is meant: «от 900 до 1,2 тыс.» starts with nine hundred.
    """
    if not high.scaled or low.scaled or not low.low or not high.high:
        return low.low
    scaled = times(low.low, _power(high))
    apart = max(high.high / low.low, low.low / high.high)
    return scaled if max(high.high / scaled, scaled / high.high) < apart else low.low


def agrees(number: NumberPhrase, lexicon: Numbers) -> tuple[NounForm, ...]:
    """The forms in which a noun counted by this number stands."""
    if number.scaled:
        return lexicon.magnitude_forms
    if not is_whole(number.high):
        return lexicon.fraction_forms
    tail = int(number.high) % 100
    return next(
        each.forms
        for each in lexicon.agreement
        if not each.endings or (tail % 10 in each.endings and tail not in each.exceptions)
    )


def _power(number: NumberPhrase) -> Decimal:
    """The magnitude that a scaled number ends with."""
    power = Decimal(1000)
    while power * 1000 <= number.high:
        power *= 1000
    return power


def _linked(text: ParsedText, number: NumberPhrase) -> NumberPhrase | None:
    """The number that a dash links to this one."""
    dash = number.last
    if dash + 1 >= len(text.tokens) or text.tokens[dash].kind is not TokenKind.DASH:
        return None
    return _single(text, dash + 1)


def _single(text: ParsedText, first: int, below: int | None = None) -> NumberPhrase | None:
    """One number without a dash; its magnitude less than `below`, inside a longer number."""
    lexicon = text.pack.lexicon(Numbers)
    token = text.tokens[first]
    if token.kind is TokenKind.NUMBER:
        return _figures(text, first, lexicon, below)
    if token.kind is not TokenKind.WORD:
        return None
    if (parts := ended(token)) and parts[1] in lexicon.cardinal_endings:
        number = Decimal(parts[0])
        return _scale(text, NumberPhrase(first, first + 1, number, number, False, False), below)
    if "-" in token.text and (pair := _pair(text, token)):
        return _scale(text, NumberPhrase(first, first + 1, *pair, True, False), below)
    return _spelled(text, first, below)


def _figures(text: ParsedText, first: int, lexicon: Numbers, below: int | None) -> NumberPhrase | None:
    """A number in figures, its groups parted by white space, with what follows of magnitudes."""
    tokens = text.tokens
    word, last = tokens[first].text, first + 1
    if len(word) <= 3 and word.isdecimal() and word[0] != "0":
        while last < len(tokens) and tokens[last].kind is TokenKind.NUMBER and last - first < MOST_DIGITS // 3:
            apart = tokens[last].start - tokens[last - 1].end == 1
            if not apart or not _GROUP.fullmatch(tokens[last].text) or not word.isdecimal():
                break
            word += tokens[last].text
            last += 1
    scaled = text.term_at(last, Magnitude) is not None
    value = figure(word, lexicon, scaled=scaled)
    if value is None:
        return None
    return _scale(text, NumberPhrase(first, last, value, value, False, False), below)


def _scale(text: ParsedText, number: NumberPhrase, below: int | None = None) -> NumberPhrase:
    """The number with the magnitudes after it: «2 тысячи 300», «1 млрд 200 млн»."""
    if not number.is_range and not number.scaled and (half := text.term_at(number.last, HalfMore)):
        value = number.high + Decimal("0.5")
        number = number._replace(last=half[0], low=value, high=value)
    found = text.term_at(number.last, Magnitude)
    if found is None or (below is not None and found[1].value >= below):
        return number
    last, magnitude = found
    low, high = times(number.low, magnitude.value), times(number.high, magnitude.value)
    number = NumberPhrase(number.first, last, low, high, number.spelled, True)
    if magnitude.value <= _ADDED:
        return _scale(text, number, below) if _bigger(text, last, magnitude) else number
    if number.is_range:
        return number
    rest_first = after_stop(text, last)
    if rest_first < len(text.tokens) and _continues(text, rest_first):
        rest = _single(text, rest_first, magnitude.value)
        if rest and rest.high < magnitude.value and is_whole(rest.high) and not rest.bare:
            total = _EXACT.add(high, rest.high)
            return NumberPhrase(number.first, rest.last, total, total, number.spelled, rest.scaled)
    return number


def _bigger(text: ParsedText, index: int, magnitude: Magnitude) -> bool:
    found = text.term_at(index, Magnitude)
    return found is not None and found[1].value > magnitude.value


def _continues(text: ParsedText, index: int) -> bool:
    """Whether a number goes on after its magnitude with this token."""
    token = text.tokens[index]
    if token.kind is TokenKind.NUMBER:
        return token.text.isdecimal() and (len(token.text) == 3 or text.term_at(index + 1, Magnitude) is not None)
    return text.term_at(index, Cardinal) is not None


def _spelled(text: ParsedText, first: int, below: int | None) -> NumberPhrase | None:
    """A number in words: «двести пятьдесят», «полтора миллиарда»."""
    value, last = Decimal(0), first
    least = Decimal("Infinity")  # each word of a number is worth less than the one before
    while (found := text.term_at(last, Cardinal)) is not None:
        word = found[1].number
        if word >= least:
            break
        value += word
        last = found[0]
        least = _room(word)
        if not least:
            break
    if last > first:
        return _scale(text, NumberPhrase(first, last, value, value, True, False), below)
    bare = text.term_at(first, Magnitude)
    if bare is None:
        return None
    one = _scale(text, NumberPhrase(first, first, Decimal(1), Decimal(1), True, False))
    return one._replace(bare=True)


def _room(word: Decimal) -> Decimal:
    """Below what the next word of a number must be: after a hundred 100, after «двадцать» 10, else nothing."""
    if word % 100 == 0 and word:
        return Decimal(100)
    return Decimal(10) if word % 10 == 0 and word >= 20 else Decimal(0)


@lru_cache(maxsize=2**12)
def hyphenated(pack: LanguagePack, word: str) -> tuple[Any, ...]:
    """The lexicon entries of the two parts of «пять-семь» or «май-июнь»; none for other words."""
    parts = word.split("-")
    return tuple(match.entry for match in pack.terms.find(parts, parts)) if len(parts) == 2 else ()


def _pair(text: ParsedText, token: Token) -> tuple[Decimal, Decimal] | None:
    """The two numbers of «пять-семь»."""
    found = [entry.number for entry in hyphenated(text.pack, token.folded) if isinstance(entry, Cardinal)]
    return (found[0], found[1]) if len(found) == 2 and found[0] < found[1] else None
