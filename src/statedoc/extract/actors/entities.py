"""Entities: what an article's mentions refer to, as they become known in reading order."""

from collections import Counter
from typing import final

import attrs

from statedoc.extract.actors.candidates import Candidate, RolePhrase
from statedoc.extract.actors.readings import PersonName, PhraseReading
from statedoc.languages.fold import fold
from statedoc.languages.morphology import Gender, Number
from statedoc.model import ActorKind


@final
@attrs.define(eq=False)
class Entity:
    """One actor while the article is being read."""

    kind: ActorKind
    order: int  #: how many entities came before
    number: Number = Number.SINGULAR
    gender: Gender | None = None
    guessed: bool = False  #: the gender is only the likelier of those that a name without cases can have
    country: str | None = None
    key: object = None
    label: str = ""
    weak: bool = False  #: an actor only if a record needs it
    mentions: list[Candidate] = attrs.field(factory=list)
    names: list[PersonName] = attrs.field(factory=list)  #: each once
    name_uses: Counter[tuple[PhraseReading, ...]] = attrs.field(factory=Counter)
    roles: list[RolePhrase] = attrs.field(factory=list)  #: each once
    said_roles: set[tuple[object, ...]] = attrs.field(factory=set)
    salience: float = 0.0  #: how readily the reader thinks of it, at `seen`
    seen: int = -1  #: the sentence of its last mention

    def add_name(self, name: PersonName) -> None:
        """Keep a name once, and count how often it is used."""
        if name.readings not in self.name_uses:
            self.names.append(name)
        self.name_uses[name.readings] += 1

    def add_role(self, role: RolePhrase) -> None:
        """Keep a title once."""
        said = (role.title, role.tail, role.country, role.organization and role.organization.label)
        if said not in self.said_roles:
            self.said_roles.add(said)
            self.roles.append(role)

    def has_post(self, *, of_any_trade: bool = True) -> bool:
        """Whether the article gives it a post that a lexicon lists; without those that leave room for a profession."""
        offices = [role.office for role in self.roles if role.office is not None]
        return any(not each.unnamed and (of_any_trade or not each.of_any_trade) for each in offices)

    def salient(self, sentence: int) -> float:
        """How readily the reader thinks of it in a sentence: less with each sentence since its last mention."""
        return float(self.salience * FADING ** max(0, sentence - self.seen))


FADING = 0.6


def surname_keys(name: PersonName) -> frozenset[str]:
    """The folded nominatives of a name's last word."""
    return frozenset(fold(reading.bases[-1]) for reading in name.readings)


def name_keys(name: PersonName) -> frozenset[str]:
    """The folded nominatives of every word of a name."""
    return frozenset(fold(base) for reading in name.readings for base in reading.bases)
