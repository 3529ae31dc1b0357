"""Names and kinds of organizations."""

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar, final

import attrs

from statedoc.languages.lexicon import Casing, Term


class OrganizationKind(StrEnum):
    """What an organization does, as far as the rules ask."""

    MINISTRY = "ministry"
    BODY = "body"  #: a government, parliament, court, council
    INTERNATIONAL = "international"
    PRESS_SERVICE = "press_service"
    MEDIUM = "medium"
    COMPANY = "company"
    PARTY = "party"
    OTHER = "other"


@final
@attrs.frozen(kw_only=True, eq=False)
class OrganizationNoun:
    """A common noun that, with its complement or a quoted name, names an organization."""

    kind: OrganizationKind
    nouns: tuple[str, ...]
    prepositions: bool = False  #: whether one can join the complement: "committee on trade"
    general: tuple[str, ...] = ()  #: nouns that can also refer back to any other of the kind: "the ministry"


@final
@attrs.frozen(kw_only=True, eq=False)
class KnownOrganization:
    """An organization that needs no introduction."""

    name: str  #: nominative, full
    kind: OrganizationKind
    aliases: tuple[str, ...] = ()
    country: str | None = None
    fixed: bool = False  #: the name does not change its form
    seat: str | None = None  #: the capital that stands for it where an article names it and not that capital's state
    bodies: frozenset[str] = frozenset()  #: known organizations that are part of it


@final
@attrs.frozen(kw_only=True, eq=False)
class Organizations:
    """The organizations of a language."""

    FILE: ClassVar[str] = "organizations.toml"

    noun: tuple[OrganizationNoun, ...]
    abbreviation: tuple[OrganizationNoun, ...]  #: as ``noun``, written in capitals: "МИД"
    compound: tuple[OrganizationNoun, ...] = ()  #: as ``noun``, written with a capital: "Минфин"
    known: tuple[KnownOrganization, ...]

    def terms(self) -> Iterator[Term]:
        """Kinds of organizations in all their forms, and known names."""
        for group in self.noun:
            for noun in (*group.nouns, *group.general):
                yield Term(noun, group)
        for group in self.abbreviation:
            for noun in group.nouns:
                yield Term(noun, group, casing=Casing.CAPITALS)
        for group in self.compound:
            for noun in group.nouns:
                yield Term(noun, group)
        for known in self.known:
            for name in (known.name, *known.aliases):
                short = " " not in name and name.isupper()
                yield Term(name, known, inflected=not known.fixed, casing=Casing.CAPITALS if short else Casing.CAPITAL)
