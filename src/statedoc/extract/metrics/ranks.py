"""Ranks: a place in an order, or among the first few of it."""

from typing import NamedTuple, final

from statedoc.extract.grammar import agree, noun_forms
from statedoc.extract.metrics.units import genitive_at
from statedoc.extract.numbers import ended, figure, is_whole
from statedoc.languages.figures import Figures, PlaceNoun, RankGroup, RankWord
from statedoc.languages.morphology import Number, Pos
from statedoc.languages.numbers import Cardinal, Numbers, Ordinal
from statedoc.model import Comparator
from statedoc.text import ParsedText, TokenKind

_MEMBER_WITHIN = 2  # tokens from "three" to "largest"
_MOST_PLACES = 1000


@final
class Rank(NamedTuple):
    """A rank in ``tokens[first:last]``."""

    first: int
    last: int
    value: int
    comparator: Comparator
    counted: str | None


def _role(text: ParsedText, index: int) -> str | None:
    found = text.term_at(index, RankWord)
    return found[1].role if found else None


def group_at(text: ParsedText, index: int) -> Rank | None:
    """«тройку крупнейших партнеров», «первую пятерку»; the Group of Seven ranks nobody."""
    found = text.term_at(index, RankGroup)
    if found is None:
        return None
    last, group = found
    member = next((at for at in range(last, last + _MEMBER_WITHIN) if _role(text, at) == "member"), None)
    if member is None and not _leads(text, index):
        return None
    if member is not None and not _is_one(text, index):
        return None  # "dozens of the largest companies"
    first = index if member is not None else index - 1 if _is_first(text, index - 1) else index - 2
    return _with_members(text, first, last, group.value)


def _leads(text: ParsedText, index: int) -> bool:
    """Whether «первая» or the like stands before the group, perhaps with an adjective: «первой мировой десятки»."""
    if _is_first(text, index - 1):
        return True
    between = index > 1 and agree(text.readings(index - 1), noun_forms(text.readings(index)))
    return between and _is_first(text, index - 2)


def _is_first(text: ParsedText, index: int) -> bool:
    ordinal = text.term_at(index, Ordinal) if index >= 0 else None
    return bool(ordinal and ordinal[1].value == 1) or (index >= 0 and _role(text, index) == "first")


def _is_one(text: ParsedText, index: int) -> bool:
    """Whether the noun is in the singular; where it may be either, only after a preposition."""
    numbers = {each.number for each in text.readings(index) if each.pos is Pos.NOUN}
    if Number.PLURAL not in numbers:
        return True
    return Number.SINGULAR in numbers and index > 0 and text.tokens[index - 1].folded in text.pack.grammar.prepositions


def _with_members(text: ParsedText, first: int, last: int, value: int) -> Rank:
    members = genitive_at(text, last)
    if members is None:
        return Rank(first, last, value, Comparator.AT_MOST, None)
    return Rank(first, members.last, value, Comparator.AT_MOST, members.noun)


def top_at(text: ParsedText, index: int) -> Rank | None:
    """«топ-10», «топ 5 экспортеров»."""
    token = text.tokens[index]
    words = text.pack.lexicon(Figures).top_words
    name, hyphen, number = token.folded.partition("-")
    last = index + 1
    if name not in words:
        return None
    if not hyphen and last < len(text.tokens) and text.tokens[last].kind is TokenKind.NUMBER:
        number, last = text.tokens[last].text, last + 1
    value = figure(number, text.pack.lexicon(Numbers)) if number[:1].isdecimal() else None
    if value is None or not is_whole(value) or not 0 < value <= _MOST_PLACES:
        return None
    return _with_members(text, index, last, int(value))


def place_at(text: ParsedText, index: int) -> Rank | None:
    """«на третьем месте», «занимает 45-е место», «вторая по величине экономика»."""
    value, last = _order(text, index)
    if value is None or not 0 < value <= _MOST_PLACES:
        return None
    if size := text.term_at(last, RankWord):
        if size[1].role == "size":
            return Rank(index, size[0], value, Comparator.EQUAL, None)
        return None
    for at in (last, last + 1):
        if place := text.term_at(at, PlaceNoun):
            return Rank(index, place[0], value, Comparator.EQUAL, None)
        if at >= len(text.tokens) or not any(each.pos is Pos.ADJECTIVE for each in text.readings(at)):
            return None
    return None


def _order(text: ParsedText, index: int) -> tuple[int | None, int]:
    """The value of an ordinal, and the token after it."""
    if ordinal := text.term_at(index, Ordinal):
        return ordinal[1].value, ordinal[0]
    tens = text.term_at(index, Cardinal)
    if tens and (ordinal := text.term_at(tens[0], Ordinal)):  # "twenty-fifth"
        return int(tens[1].number) + ordinal[1].value, ordinal[0]
    parts = ended(text.tokens[index])
    if parts and parts[1] in text.pack.lexicon(Numbers).ordinal_endings:
        return parts[0], index + 1
    return None, index
