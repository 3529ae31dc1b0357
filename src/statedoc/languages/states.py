"""States, with the words that stand for them."""

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar, final

import attrs

from statedoc.languages.lexicon import Casing, Term


class StateWord(StrEnum):
    """How a word stands for a state."""

    NAME = "name"
    ADJECTIVE = "adjective"
    CAPITAL = "capital"
    PEOPLE = "people"


@final
@attrs.frozen(kw_only=True, eq=False)
class State:
    """A state. Its first name is the one under which it is listed."""

    code: str  #: ISO 3166-1 alpha-2; of a former state, that of ISO 3166-3's first two letters
    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()  #: first parts of compound adjectives, without the hyphen
    former: bool = False  #: it exists no more


@final
@attrs.frozen(eq=False)
class StateTerm:
    """A word or name that stands for a state."""

    state: State
    word: StateWord
    name: str  #: the dictionary form


@final
@attrs.frozen(eq=False)
class OtherPlace:
    """A name that holds a state's word and yet means something else: «Латинская Америка»."""

    name: str


@final
@attrs.frozen(eq=False)
class Side:
    """A noun that with a state's adjective stands for the state: «казахстанская сторона»."""

    noun: str


@final
@attrs.frozen(eq=False)
class Statehood:
    """A noun for what a state is, before its name: «Республика Ангола»."""

    noun: str


@final
@attrs.frozen(kw_only=True, eq=False)
class States:
    """The states of the world."""

    FILE: ClassVar[str] = "states.toml"

    elsewhere: tuple[str, ...]  #: names that hold a state's word and yet mean something else
    sides: tuple[str, ...]  #: nouns that with a state's adjective stand for the state
    statehoods: tuple[str, ...]  #: nouns for what a state is
    state: tuple[State, ...]

    def terms(self) -> Iterator[Term]:
        """Names, adjectives, capitals and demonyms in all their forms; one may stand inside another."""
        for noun in self.sides:
            yield Term(noun, Side(noun))
        for noun in self.statehoods:
            yield Term(noun, Statehood(noun))
        for name in self.elsewhere:
            yield Term(name, OtherPlace(name), casing=Casing.CAPITAL)
        for state in self.state:
            for name in state.names:
                casing = Casing.CAPITALS if name.isupper() else Casing.CAPITAL
                yield Term(name, StateTerm(state, StateWord.NAME, name), inflected=not name.isupper(), casing=casing)
            for capital in state.capitals:
                yield Term(capital, StateTerm(state, StateWord.CAPITAL, capital), casing=Casing.CAPITAL)
            for adjective in state.adjectives:
                yield Term(adjective, StateTerm(state, StateWord.ADJECTIVE, adjective))
            for people in state.people:
                yield Term(people, StateTerm(state, StateWord.PEOPLE, people))
