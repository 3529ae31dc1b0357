"""Posts, titles and professions: what an article calls a person by."""

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import ClassVar, final

import attrs

from statedoc.languages.lexicon import Term
from statedoc.languages.morphology import Gender
from statedoc.languages.organizations import OrganizationKind


class Visit(StrEnum):
    """Whose part in a visit, or in an election, a title tells."""

    GUEST = "guest"
    HOST = "host"
    WINNER = "winner"


@final
@attrs.frozen(kw_only=True, eq=False)
class Office:
    """Titles that can stand for one another when they refer to the same person.

    `broader` are the keys of offices whose titles can refer back to a holder of this one
    ("the minister" to a foreign minister).
    """

    key: str
    titles: tuple[str, ...]
    broader: tuple[str, ...] = ()
    of_state: bool = False  #: has one holder a state
    gender: Gender | None = None
    speaks_for: bool = False  #: can be said of whoever speaks for an organization: "a representative"
    unnamed: bool = False  #: a source that articles leave unnamed
    never_named: bool = False  #: said of nobody whom the article names: "a source"
    heads: frozenset[OrganizationKind] = frozenset()  #: the organizations whose head this is: a minister's ministry
    heads_state: bool = False  #: the head of a state: "head of Georgia"
    head: bool = False  #: said of whoever heads an organization, so that its kind tells the office
    counterpart: bool = False  #: the other of two who were just named together: "his colleague"
    visit: Visit | None = None  #: said of whoever was lately received, or received them, or elected: "the guest"
    several: bool = False  #: said, in the plural, of any who were just named together: "the parties"
    governing: frozenset[str] = frozenset()  #: lemmas of titles with a complement in the instrumental
    prepositions: frozenset[str] = frozenset()  #: that join its place: "a source in the ministry"
    epicene: bool = False  #: masculine titles of professions, said of women, too: "the expert"
    momentary: bool = False  #: tells only how someone stands to another at the moment: "his colleague"
    category: bool = False  #: says to which sort of posts its holder's belongs: "a diplomat"
    told_of: bool = False  #: said of whom the article is about, who need not have spoken: "the accused"
    deputy: bool = False  #: titles of deputies, whose superiors stand in the complement
    of_any_trade: bool = False  #: tells nothing of its holder's profession: "the head of a group"


@final
@attrs.frozen(kw_only=True, eq=False, slots=False)
class Roles:
    """The titles of a language."""

    FILE: ClassVar[str] = "roles.toml"

    office: tuple[Office, ...]
    nameless: frozenset[str]  #: adjectives of who is not to be named: "an unnamed (official)"
    home: frozenset[str]  #: nouns for the state that a headline leaves unnamed: "the country's minister"
    describing: frozenset[str]  #: adjectives that tell no one apart: "the young (scholar)"
    relational: frozenset[str]  #: nouns for how someone stands to another, whose name can follow: "wife", "lawyer"
    receiving: frozenset[str]  #: verbs of a host with a guest for their object
    arriving: frozenset[str]  #: verbs of a guest
    winning: frozenset[str]  #: verbs of who wins an election
    ranks: frozenset[str]  #: adjectives that are part of a title: "first (deputy minister)"
    interlocutors: frozenset[
        str
    ]  #: nouns for who talked to a medium, which follows: "the interlocutor (of the agency)"
    acting: frozenset[str]  #: verbs whose participle makes a title one that is held for a time, before `duties`
    acting_title: str  #: participle and duties, as a title begins
    duties: frozenset[str]  #: what stands between that participle and the title
    opposed: frozenset[str]  #: nouns for someone else than who just spoke: "the opponent"
    fused: tuple[str, ...]  #: first parts of words for deputies, before the superior's title: "vice"
    epicene: tuple[str, ...]  #: how masculine nouns for professions end that are said of women, too

    @cached_property
    def narrower(self) -> dict[str, tuple[str, ...]]:
        """For each office: the keys of those whose holders its titles can refer back to."""
        found: dict[str, list[str]] = defaultdict(list)
        for office in self.office:
            for key in office.broader:
                found[key].append(office.key)
        return {key: tuple(keys) for key, keys in found.items()}

    def terms(self) -> Iterator[Term]:
        """Every title, in all its forms."""
        for office in self.office:
            for title in office.titles:
                yield Term(title, office)
