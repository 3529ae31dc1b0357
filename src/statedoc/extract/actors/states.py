"""States: by name, capital, adjective, people, and the first part of a compound adjective."""

from collections.abc import Iterator

import attrs

from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.actors.looks import Look, look
from statedoc.extract.actors.syllables import is_of_two
from statedoc.extract.grammar import Form, agree, noun_forms
from statedoc.languages.currencies import Currency
from statedoc.languages.morphology import Case
from statedoc.languages.states import OtherPlace, Side, Statehood, States, StateTerm, StateWord
from statedoc.model import ActorKind, MentionForm
from statedoc.text import ParsedText

_FORMS = {
    StateWord.NAME: MentionForm.NAME,
    StateWord.CAPITAL: MentionForm.METONYM,
    StateWord.ADJECTIVE: MentionForm.ADJECTIVE,
    StateWord.PEOPLE: MentionForm.NAME,
}
_LONGEST_COMPOUND = 60  # code points
_LONGEST_TITLE = 4  # words before a name
_ANY = frozenset(Form(case, None, None) for case in Case)


def states(text: ParsedText) -> Iterator[Candidate]:
    """Yield every mention of a state, in reading order."""
    until = 0
    starts = text.term_starts
    for index, token in enumerate(text.tokens):
        if index < until or not (index in starts or "-" in token.text):
            continue
        if other := text.term_at(index, OtherPlace):
            until = other[0]
        elif found := text.term_at(index, StateTerm):
            until, term = found
            if _is_of_currency(text, index, until) or _is_name(text, index, until, term):
                continue
            side = text.term_at(until, Side) if term.word is StateWord.ADJECTIVE else None
            yield _side(text, index, side[0], term) if side else _candidate(text, index, until, term)
        elif token.is_word and "-" in token.text and len(token.text) <= _LONGEST_COMPOUND:
            yield from _compound(text, index)


def _is_of_currency(text: ParsedText, first: int, last: int) -> bool:
    """Whether a state's word only tells which money it is: «долларов США», «австралийских долларов»."""
    for at in (first - 1, first):
        money = text.term_at(at, Currency) if at >= 0 else None
        if money is not None and money[0] >= last and money[0] - at > 1:
            return True
    return False


def _is_name(text: ParsedText, first: int, last: int, term: StateTerm) -> bool:
    """Whether a word belongs to a name that starts before it: «Цинь Гана», «Ян Хорват», «Хоакин Лима»."""
    if is_of_two(text, first - 1):
        return True
    if first == 0 or last != first + 1 or not text.tokens[first - 1].is_capital or not text.tokens[first].is_capital:
        return False
    if not text.readings(first - 1):
        return False
    looks = look(text, first - 1)
    if term.word is StateWord.PEOPLE:
        return looks in (Look.FIRST, Look.UNKNOWN)
    nominative = any(each.case is Case.NOMINATIVE for each in text.readings(first))
    named = term.word is StateWord.CAPITAL and nominative and looks in (Look.FIRST, Look.UNKNOWN)
    return named and _is_titled(text, first - 2)


def _is_titled(text: ParsedText, last: int) -> bool:
    """Whether a noun for a person stands here, or shortly before in lower case: «председатель [союза]»."""
    for at in range(last, max(-1, last - _LONGEST_TITLE), -1):
        token, likeliest = text.tokens[at], next(iter(text.readings(at)), None)
        if not token.is_word or likeliest is None:
            return False
        if likeliest.known and likeliest.animate and likeliest.name is None:
            return True
        if not token.text.islower():
            return False
    return False


def _candidate(text: ParsedText, first: int, last: int, term: StateTerm) -> Candidate:
    people = term.word is StateWord.PEOPLE
    head = first
    first = _with_statehood(text, first) if term.word is StateWord.NAME else first
    forms = noun_forms(text.readings(head)) | noun_forms(text.readings(last - 1)) or _ANY
    return Candidate(
        first=first,
        last=last,
        head=head,
        form=_FORMS[term.word],
        kind=ActorKind.GROUP if people else ActorKind.STATE,
        forms=noun_forms(text.readings(head - 1)) if first < head else forms,
        label=_label(text, head, last, term),
        key=term.state.code,
        country=term.state.code,
        weak=people,
    )


def _with_statehood(text: ParsedText, at: int) -> int:
    """Where a state's name starts with the noun for what it is: «[Исламской Республики] Иран»."""
    if at == 0 or text.term_at(at - 1, Statehood) is None or not text.tokens[at - 1].is_capital:
        return at
    first = at - 1
    nouns = noun_forms(text.readings(first))
    while first > 0 and text.tokens[first - 1].is_capital and agree(text.readings(first - 1), nouns):
        first -= 1
    return first


def _side(text: ParsedText, first: int, last: int, term: StateTerm) -> Candidate:
    """A state by its adjective and a noun: «казахстанская сторона»."""
    return attrs.evolve(
        _candidate(text, first, last, term),
        head=last - 1,
        form=MentionForm.METONYM,
        forms=frozenset(form for form in noun_forms(text.readings(last - 1)) if agree(text.readings(first), (form,))),
    )


def _label(text: ParsedText, first: int, last: int, term: StateTerm) -> str:
    """What the words call the state: its name as they have it, or the one under which it is listed."""
    if term.word is StateWord.PEOPLE:
        people = " ".join(text.pack.morphology.nominative(text.words(first, last)))
        return people.lower() if all(map(str.islower, term.state.people)) else people
    return term.name if term.word is StateWord.NAME else term.state.names[0]


def listed_name(text: ParsedText, code: str | None) -> str:
    """The name under which the language's lexicon lists a state."""
    return next(state.names[0] for state in text.pack.lexicon(States).state if state.code == code)


def _compound(text: ParsedText, index: int) -> Iterator[Candidate]:
    """Yield the states of «российско-казахстанский»: all parts but the last by prefix, the last by its adjective."""
    *parts, last = text.tokens[index].folded.split("-")
    known = text.pack.lexicon(States).state
    found = [state for part in parts for state in known if part in state.prefixes]
    if not found:
        return
    ends = [match.entry.state for match in text.pack.terms.find([last], [last]) if isinstance(match.entry, StateTerm)]
    for state in (*found, *ends[:1]):
        yield _candidate(text, index, index + 1, StateTerm(state, StateWord.ADJECTIVE, ""))
