"""Questions about words in their place: what case a noun can have here, what an adjective agrees with."""

from collections.abc import Iterable
from typing import NamedTuple, final

from statedoc.languages.morphology import Case, Gender, Number, Pos, Reading
from statedoc.text import ParsedText

NOMINAL = frozenset((Pos.NOUN, Pos.ADJECTIVE, Pos.PARTICIPLE, Pos.NUMERAL, Pos.PRONOUN))
_COMPOUND = 4  # words of a conjunction such as "at the time when"
_MODIFYING = frozenset((Pos.ADJECTIVE, Pos.PARTICIPLE))


@final
class Form(NamedTuple):
    """The features in which words agree. None where any will do."""

    case: Case | None
    number: Number | None
    gender: Gender | None


def nouns(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings as a noun."""
    return tuple(reading for reading in readings if reading.pos is Pos.NOUN)


def is_finite(readings: Iterable[Reading]) -> bool:
    """Whether a word is likeliest a finite verb."""
    for likeliest in readings:
        return likeliest.pos is Pos.VERB
    return False


def is_predicate(readings: Iterable[Reading]) -> bool:
    """Whether a word is likeliest a finite verb, or a short adjective or participle."""
    for likeliest in readings:
        return likeliest.pos is Pos.VERB or likeliest.short
    return False


def is_as(text: ParsedText, at: int) -> bool:
    """Whether "as" stands here, and is no part of another conjunction: not so in «в то время как»."""
    grammar = text.pack.grammar
    if at < 0 or text.tokens[at].folded not in grammar.as_words:
        return False
    return at == 0 or text.tokens[at - 1].folded not in grammar.before_as


def opens_subordinate(text: ParsedText, first: int, last: int) -> bool:
    """Whether tokens open with a subordinate clause, which the main one can follow: «После того как»."""
    grammar = text.pack.grammar
    if text.tokens[first].folded in grammar.subordinators:
        return True
    opening = range(first + 1, min(first + _COMPOUND, last))
    return any(text.tokens[at].folded in grammar.as_words and not is_as(text, at) for at in opening)


def has_case(readings: Iterable[Reading], case: Case) -> bool:
    """Whether a nominal word can stand in this case."""
    return any(reading.case is case and reading.pos in NOMINAL for reading in readings)


def noun_forms(readings: Iterable[Reading]) -> frozenset[Form]:
    """Every case, number and gender that a noun form can have."""
    return frozenset(Form(each.case, each.number, each.gender) for each in nouns(readings))


def agree(modifier: Iterable[Reading], noun: Iterable[Form]) -> bool:
    """Whether an adjective or participle can belong to a noun."""
    return any(
        each.pos in _MODIFYING
        and not each.short
        and each.case is head.case
        and each.number is head.number
        and (each.gender is None or head.gender is None or each.gender is head.gender)
        for each in modifier
        for head in noun
    )


def modifiers_before(text: ParsedText, head: int, least: int) -> int:
    """The first of the adjectives that stand right before a noun and agree with it; `head` if there are none."""
    noun = noun_forms(text.readings(head))
    at = head
    while at > least and text.tokens[at - 1].is_word:
        if agree(text.readings(at - 1), noun):
            at -= 1
        elif at < head and at - 2 >= least and _coordinates(text, at - 1) and agree(text.readings(at - 2), noun):
            at -= 2
        else:
            break
    return at


def _coordinates(text: ParsedText, at: int) -> bool:
    return text.tokens[at].folded in text.pack.grammar.coordinators


def verb_allows(verb: Reading, subject: Form) -> bool:
    """Whether a noun or pronoun can be the subject of a finite verb or short adjective."""
    if subject.case not in (Case.NOMINATIVE, None):
        return False
    if verb.number is not None and subject.number is not None and verb.number is not subject.number:
        return False
    return verb.gender is None or subject.gender is None or verb.gender is subject.gender


def modifies_before(text: ParsedText, at: int, forms: frozenset[Form]) -> bool:
    """Whether an adjective or participle behind a comma tells of a noun before it: «дипломат, знакомый с делом».

    One that stands before a noun of its own tells of that: «дипломат, зарубежные коллеги ...».
    """
    readings = text.readings(at)
    if not agree(readings, forms) or not any(each.pos in _MODIFYING for each in readings):
        return False
    following = text.readings(at + 1) if at + 1 < len(text.tokens) else ()
    likeliest = next(iter(following), None)
    if likeliest is None or likeliest.pos in (Pos.PRONOUN, Pos.VERB):
        return False
    return likeliest.pos is not Pos.NOUN or not agree(readings, noun_forms(following))
