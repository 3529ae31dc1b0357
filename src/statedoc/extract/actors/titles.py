"""Titles beside a name: before it, and after it behind a comma, a dash, in brackets or by a copula."""

from collections.abc import Mapping

import attrs

from statedoc.extract.actors.candidates import Candidate, RolePhrase
from statedoc.extract.actors.readings import PersonName
from statedoc.extract.actors.roles import is_plural, role_forms
from statedoc.extract.grammar import is_finite
from statedoc.languages.agreements import BothParties
from statedoc.languages.morphology import Case, Pos, Tense
from statedoc.languages.states import StateTerm, StateWord
from statedoc.text import ParsedText, TokenKind

_TO_STATES = 300  # tokens from two states to "the presidents of the two countries"
_PLACE = 4  # words between a title and a name, if they tell a place
_PLACES = 13  # tokens, if they list several, as in "in Chile, in Peru and in Japan"
_NEAR_NAME = 8


def before_name(
    text: ParsedText, name: PersonName, roles: Mapping[int, RolePhrase], used: set[int]
) -> list[RolePhrase]:
    """The titles right before a name, the nearest first."""
    found: list[RolePhrase] = []
    ends = {}
    for at in range(max(0, name.first - 3 * _NEAR_NAME), name.first):
        if at in roles and at not in used:
            title = _before_its_name(roles[at], name)
            ends[title.last] = title
    cases = {each.case for each in name.readings}
    here = name.first
    while True:
        joined = found or _parenthesised(text, name)
        role = ends.get(here) or (ends.get(here - 1) if joined and _joins(text, here - 1) else None)
        role = role or ends.get(_before_marks(text, here)) or ends.get(_before_people(text, here))
        if role is None and not found and len(name.parts) > 1:
            role = next(
                (ends[at] for at in range(here - 1, here - _PLACES, -1) if at in ends and _is_place(text, at, here)),
                None,
            )
        if role is None or is_plural(text, role.head):
            return found
        fitting = {each.case for each in role_forms(text, role)}
        if None not in cases and not cases & fitting:
            return found
        cases = fitting if None in cases else cases & fitting
        found.append(role)
        here = role.first


def _parenthesised(text: ParsedText, name: PersonName) -> bool:
    """Whether a name of several words stands between commas: «глава МИД, Иван Петров, ...»."""
    if name.first == 0 or name.last >= len(text.tokens) or len(name.parts) < 2:
        return False
    return text.tokens[name.first - 1].text == "," == text.tokens[name.last].text


def _before_marks(text: ParsedText, at: int) -> int:
    """Where a name in marks opens that ends here: «капитан судна ["Заря"] Анна Ким»; 0 where none does."""
    if at < 2 or text.tokens[at - 1].kind is not TokenKind.MARK:
        return 0
    opening = range(at - 2, max(0, at - 2 - _PLACE), -1)
    return next((each for each in opening if text.tokens[each].kind is TokenKind.MARK), 0)


def _before_people(text: ParsedText, at: int) -> int:
    """Where a word for whose national someone is stands before a name: «глава союза [словак] Ян Гашек»; else 0."""
    people = text.term_at(at - 1, StateTerm) if at else None
    return at - 1 if people is not None and people[1].word is StateWord.PEOPLE else 0


def _is_place(text: ParsedText, first: int, last: int) -> bool:
    """Whether words between a title and a name can belong to the title: «посол [в Астане] Нино Беридзе»."""
    grammar = text.pack.grammar
    between = [text.tokens[at] for at in range(first, last)]
    if last - first <= _PLACE and all(each.is_word for each in between):
        verbs = any(is_finite(text.readings(at)) for at in range(first, last))
        return not verbs and (between[0].folded in grammar.prepositions or all(each.is_capital for each in between))
    joining = grammar.prepositions | grammar.coordinators | {","}
    return between[0].folded in grammar.prepositions and all(
        each.is_capital or each.folded in joining for each in between
    )


def _joins(text: ParsedText, at: int) -> bool:
    """Whether a comma or a coordinator stands here."""
    return at >= 0 and (text.tokens[at].text == "," or text.tokens[at].folded in text.pack.grammar.coordinators)


def _before_its_name(role: RolePhrase, name: PersonName) -> RolePhrase:
    """A title without a complement that is the name itself: «адвокат [Гига] Чантурадзе»."""
    if role.owned or len(name.parts) < 2 or not role.head + 1 == name.first < role.last:
        return role
    alone = role.title.split()[0]
    return attrs.evolve(role, last=name.first, title=alone, tail="", country=None, organization=None)


def opens_title(text: ParsedText, at: int) -> bool:
    """Whether a token is one behind which a name's title can stand: a comma, a bracket, a dash."""
    return at < len(text.tokens) and (text.tokens[at].text in (",", "(") or text.tokens[at].kind is TokenKind.DASH)


def after_name(text: ParsedText, name: PersonName, roles: Mapping[int, RolePhrase]) -> RolePhrase | None:
    """The title that follows a name: «Анна Ким, министр», «Анна Ким — министр», «Анна Ким стала министром»."""
    if name.doubtful or name.last >= len(text.tokens):
        return None
    if opens_title(text, name.last):
        role = roles.get(name.last + 1)
        alike = text.tokens[name.last].text == ","
        cases: set[Case | None] = {each.case for each in name.readings} if alike else {Case.NOMINATIVE}
        return role if role is not None and _closes(text, name.last, role) and _stands_in(text, role, cases) else None
    role = roles.get(name.last + 1) if _is_copula(text, name.last) else None
    return role if role is not None and _stands_in(text, role, {Case.INSTRUMENTAL}) else None


def _closes(text: ParsedText, opening: int, role: RolePhrase) -> bool:
    """Whether a title is all behind its opening: closed by a bracket, no subject of a verb, and before no name."""
    if role.last >= len(text.tokens):
        return text.tokens[opening].text != "("
    if text.tokens[opening].text == "(":
        return text.tokens[role.last].text in "),;"
    following = text.tokens[role.last]
    return not is_finite(text.readings(role.last)) and not (following.is_word and following.is_capital)


def _stands_in(text: ParsedText, role: RolePhrase, cases: set[Case | None]) -> bool:
    """Whether a singular title can be in one of these cases; any will do where the name's is unknown."""
    fits = None in cases or any(each.case in cases for each in role_forms(text, role))
    return fits and not is_plural(text, role.head)


def _is_copula(text: ParsedText, at: int) -> bool:
    """Whether a verb says what someone is or was, and not what they will be."""
    reading = next(iter(text.readings(at)), None)
    finite = reading is not None and reading.pos is Pos.VERB and reading.tense is not Tense.FUTURE
    return finite and reading is not None and reading.lemma in text.pack.grammar.copulas


def shared_titles(
    text: ParsedText, names: Mapping[int, PersonName], roles: Mapping[int, RolePhrase], states: Mapping[int, Candidate]
) -> dict[int, RolePhrase]:
    """The title of each name in a series that one plural stands before: «министры Грузии и Чили Анна Ким и Олег Лир».

    By the name's first token; as many states as names are theirs in this order.
    """
    found: dict[int, RolePhrase] = {}
    for role in roles.values():
        if role.last not in names or not is_plural(text, role.head):
            continue
        both = any(
            text.term_at(at, BothParties) for at in range(role.head, role.last)
        )  # "presidents of the two countries"
        series = _series(text, names, role.last)
        within = range(max(0, role.first - _TO_STATES), role.first) if both else range(role.first, role.last)
        countries = [states[at].country for at in within if at in states]
        countries = list(dict.fromkeys(countries))
        each_own = len(countries) == len(series)
        for number, name in enumerate(series if len(series) > 1 else ()):
            country = countries[number] if each_own else role.country if len(countries) == 1 else None
            found[name.first] = attrs.evolve(role, title=_of_one(role), country=country, organization=None)
    return found


def _series(text: ParsedText, names: Mapping[int, PersonName], first: int) -> list[PersonName]:
    """The names that only commas and coordinators join, from the one that starts here."""
    found = [names[first]]
    while found[-1].last + 1 < len(text.tokens) and _joins(text, found[-1].last) and found[-1].last + 1 in names:
        found.append(names[found[-1].last + 1])
    return found


def _of_one(role: RolePhrase) -> str:
    """A plural title as that of one: the office's own of so many words, else the noun and what follows it."""
    _, *rest = role.title.split()
    listed = role.office.titles if role.office is not None else ()
    same = (title for title in listed if title.split()[0] == role.lemma and len(title.split()) == len(rest) + 1)
    return next(same, " ".join((role.lemma, *rest)))
