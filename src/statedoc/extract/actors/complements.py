"""Complements of nouns: «[министр] энергетики Белоруссии», «[глава] Отдела по связям с общественностью»."""

from collections.abc import Mapping
from typing import NamedTuple, final

from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.actors.namesakes import namesake
from statedoc.extract.actors.syllables import is_of_two
from statedoc.extract.grammar import agree, has_case, noun_forms
from statedoc.extract.layout import Layout
from statedoc.languages.morphology import Case, NameKind, Pos
from statedoc.languages.organizations import OrganizationNoun
from statedoc.languages.roles import Office
from statedoc.languages.states import StateTerm
from statedoc.model import MentionForm
from statedoc.text import ParsedText, TokenKind

_LONGEST = 14  # tokens
_LISTED = 3  # nouns of a list
_STOPPING = frozenset((Pos.VERB, Pos.INFINITIVE, Pos.GERUND, Pos.CONJUNCTION, Pos.PRONOUN, Pos.ADVERB, Pos.PREPOSITION))


@final
class Complement(NamedTuple):
    """Where a complement ends, and what it tells."""

    last: int  #: the token after its last
    country: str | None
    capital: bool  #: it holds a capitalised word
    words: tuple[str, ...]  #: folded
    only_state: bool = False  #: it is a state's name and nothing else


def complement(
    text: ParsedText,
    shape: Layout,
    states: Mapping[int, Candidate],
    first: int,
    *,
    prepositions: frozenset[str] = frozenset(),
    foreign: bool = False,
    instrumental: bool = False,
    owned: bool = False,
) -> Complement:
    """The genitive words that follow a noun, and, where `prepositions` are allowed, what these govern.

    `foreign` tells that an unknown capitalised word in the genitive is no name that agrees with the noun,
    `instrumental` that the first complement stands in that case («командующий флотом»), `owned` that the last may be
    a person's name («источник в окружении Делорма»).
    """
    at, country, capital = first, None, False
    governed = False
    home = shape.outer[first - 1]
    if first < len(text.tokens) and text.tokens[first - 1].kind is TokenKind.MARK:
        home = shape.outer[first]  # after a name in marks
    limit = min(len(text.tokens), first + _LONGEST, text.sentence_of(first).last if first < len(text.tokens) else first)
    while at < limit:
        token = text.tokens[at]
        if at in states and states[at].last <= limit and (governed or _is_genitive(text, at)):
            country = country or states[at].country
            capital = True
            at = states[at].last
            continue
        if at > first and states.get(at - 1) is not None and _is_named(text, at):
            break
        if (named_for := namesake(text, at)) is not None:
            at, capital = named_for, True
            continue
        if token.text == "," and (_lists_nouns(text, at, limit) or (at > first and _lists_adjectives(text, at, limit))):
            at += 1
            continue
        if not token.is_word or shape.outer[at] != home:
            break
        if token.folded in prepositions and at + 1 < limit and text.tokens[at + 1].is_word:
            governed = True
            at += 1
            continue
        if token.folded in text.pack.grammar.coordinators and at > first and _continues(text, at + 1, limit, governed):
            at += 1
            continue
        led = instrumental and at == first and _is_led(text, at)
        if (
            not led
            and not _belongs(text, at, governed)
            and not (at == first and foreign and _is_unknown_genitive(text, at))
        ):
            break
        capital = capital or token.is_capital
        at += 1
    while at > first and (
        text.tokens[at - 1].folded in text.pack.grammar.coordinators or _is_preposition(text, at - 1)
    ):
        at -= 1
    if owned and governed and at < limit and _is_owner(text, at):
        at += 1
    words = tuple(token.folded for token in text.tokens[first:at])
    only_state = first in states and states[first].last == at and states[first].form is not MentionForm.ADJECTIVE
    return Complement(at, country, capital, words, only_state)


def _is_genitive(text: ParsedText, at: int) -> bool:
    readings = text.readings(at)
    return not readings or has_case(readings, Case.GENITIVE) or readings[0].pos is Pos.OTHER


def _is_preposition(text: ParsedText, at: int) -> bool:
    readings = text.readings(at)
    return bool(readings) and readings[0].pos is Pos.PREPOSITION


def _belongs(text: ParsedText, at: int, governed: bool) -> bool:
    """Whether a word can go on with a complement: a genitive, or any noun after a preposition, but no name."""
    readings = text.readings(at)
    token = text.tokens[at]
    if token.is_capital and len(token.text) == 1:
        return False  # an initial
    if not readings:
        return token.text[0].lower() not in text.pack.grammar.alphabet or token.is_capital  # a foreign name
    if readings[0].pos in _STOPPING:
        return False
    if is_of_two(text, at):
        return False
    if _is_named_place(text, at):
        return True
    if token.is_capital and text.term_at(at, OrganizationNoun) and has_case(readings, Case.GENITIVE):
        return True
    if token.is_capital and any(r.name in (NameKind.FIRST, NameKind.SURNAME, NameKind.PATRONYMIC) for r in readings):
        return False
    if token.is_capital and not readings[0].known and not token.text.isupper():
        return False
    if token.is_capital and not text.term_at(at, StateTerm) and _opens_name(text, at):
        return False
    if text.term_at(at, Office) and not has_case(readings, Case.GENITIVE):
        return False
    if governed:
        return any(r.pos in (Pos.NOUN, Pos.ADJECTIVE, Pos.PARTICIPLE) for r in readings)
    return has_case(readings, Case.GENITIVE) or (token.text.isupper() and len(token.text) > 1)


def _lists_adjectives(text: ParsedText, comma: int, limit: int) -> bool:
    """Whether a comma parts two adjectives in the genitive before their noun: «сельского, рыбного хозяйства»."""
    if comma + 2 >= limit:
        return False
    adjectives = (text.readings(at)[:1] for at in (comma - 1, comma + 1))
    genitive = all(any(r.pos is Pos.ADJECTIVE for r in each) and has_case(each, Case.GENITIVE) for each in adjectives)
    noun = any(each.pos is Pos.NOUN for each in text.readings(comma + 2)[:1])
    return genitive and noun and agree(text.readings(comma + 1), noun_forms(text.readings(comma + 2)))


def _lists_nouns(text: ParsedText, comma: int, limit: int) -> bool:
    """Whether a comma parts nouns in the genitive, of which a coordinator joins the last: «дел, торговли и спорта»."""
    if comma + 3 >= limit or text.tokens[comma + 2].folded not in text.pack.grammar.coordinators:
        return False
    nouns = [at for at in (comma - 1, comma + 1, comma + 3) if text.tokens[at].text.islower()]
    readings = [text.readings(at)[:1] for at in nouns]
    return len(readings) == _LISTED and all(
        has_case(each, Case.GENITIVE) and not each[0].animate and each[0].pos is Pos.NOUN for each in readings
    )


def _is_owner(text: ParsedText, at: int) -> bool:
    """Whether a lone name in the genitive stands here: whose people a source is among."""
    token, readings = text.tokens[at], text.readings(at)
    alone = at + 1 >= len(text.tokens) or not text.tokens[at + 1].is_capital
    return token.is_word and token.is_capital and alone and has_case(readings, Case.GENITIVE)


def _is_named_place(text: ParsedText, at: int) -> bool:
    """Whether a word that looks like a surname is the adjective of a common noun behind it: «Шуйского лесхоза»."""
    if at + 1 >= len(text.tokens) or not text.tokens[at].is_capital or not text.tokens[at + 1].text.islower():
        return False
    likeliest = text.readings(at)[:1]
    nouns = [each for each in text.readings(at + 1)[:2] if each.case is Case.GENITIVE and each.name is None]
    adjective = any(each.pos is Pos.ADJECTIVE for each in likeliest)
    return adjective and not any(each.animate for each in nouns) and agree(likeliest, noun_forms(nouns))


def _opens_name(text: ParsedText, at: int) -> bool:
    """Whether a word that could be a genitive stands before a capitalised one that cannot: «Пламен Драганов»."""
    following = text.tokens[at + 1] if at + 1 < len(text.tokens) else None
    named = following is not None and following.is_word and following.is_capital and not following.text.isupper()
    return named and not has_case(text.readings(at + 1), Case.GENITIVE)


def _is_named(text: ParsedText, at: int) -> bool:
    """Whether a name of two words stands here, behind that of a state: «[министр культуры Грузии] Мака Гелашвили»."""
    if at + 1 >= len(text.tokens) or text.term_at(at, OrganizationNoun) is not None:
        return False
    words = text.tokens[at : at + 2]
    noun = any(reading.pos is Pos.NOUN for reading in text.readings(at)[:1])
    return noun and all(each.is_word and each.is_capital and not each.text.isupper() for each in words)


def _is_led(text: ParsedText, at: int) -> bool:
    """Whether a noun stands here in the instrumental: what someone is in charge of."""
    likeliest = next(iter(text.readings(at)), None)
    nominal = likeliest is not None and likeliest.pos is Pos.NOUN and likeliest.name is None
    return nominal and has_case(text.readings(at), Case.INSTRUMENTAL)


def _is_unknown_genitive(text: ParsedText, at: int) -> bool:
    readings = text.readings(at)
    cases = {reading.case for reading in readings}
    followed = at + 1 < len(text.tokens) and text.tokens[at + 1].is_capital
    return (
        not followed
        and bool(readings)
        and not readings[0].known
        and cases >= {Case.GENITIVE}
        and Case.NOMINATIVE not in cases
    )


def _continues(text: ParsedText, at: int, limit: int, governed: bool) -> bool:
    """Whether a coordinated noun in the same construction follows here, and no further title or organization."""
    if at < limit and any(isinstance(term.entry, OrganizationNoun | Office) for term in text.terms_at(at)):
        return False
    return (
        at < limit
        and text.tokens[at].is_word
        and (governed or has_case(text.readings(at), Case.GENITIVE))
        and _belongs(text, at, governed)
    )
