"""Standing: the state or organization that an actor is or stands for where agreements are made."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import final

import attrs

from statedoc.extract.actors.kinds import kind_of
from statedoc.extract.cast import Cast, Reference
from statedoc.languages.organizations import OrganizationKind
from statedoc.model import ActorKind
from statedoc.text import ParsedText


@final
@attrs.frozen(slots=False, eq=False)
class Standing:
    """Tells for whom the actors of one text stand."""

    text: ParsedText
    cast: Cast

    def parties(self, references: Iterable[Reference]) -> tuple[str, ...]:
        """The states and organizations that actors are or stand for; not the state in an organization's name."""
        found: dict[str, None] = {}
        until = 0
        for each in references:
            if each.first < until:
                continue
            inside = self._states_within(each) if self.is_organization(each) else ()
            if self.is_organization(each):
                until = each.last
            for party in inside if len(inside) > 1 else (self.party(each.actor),):
                if party:
                    found[party] = None
        return tuple(found)

    def is_organization(self, reference: Reference) -> bool:
        """Whether a reference is to an organization."""
        return self.cast.by_id[reference.actor].kind is ActorKind.ORGANIZATION

    def _states_within(self, reference: Reference) -> tuple[str, ...]:
        """The states that the words for several bodies name: «МИД России и Китая»."""
        return self.states(each.actor for each in self.cast.within(reference.first, reference.last))

    def party(self, identifier: str) -> str | None:
        """The state or organization that an actor is or stands for; None for who stands for none."""
        actor = self.cast.by_id[identifier]
        if actor.kind is ActorKind.ORGANIZATION and identifier in self._bodies:
            return self.cast.state(actor.country) or actor.id if actor.country else None
        if actor.kind in (ActorKind.STATE, ActorKind.ORGANIZATION):
            return actor.id
        countries = [role.country for role in actor.roles if role.country]
        country = countries[0] if countries else actor.country
        return self.cast.state(country) if country else None

    @cached_property
    def _bodies(self) -> frozenset[str]:
        """The ministries, parliaments and courts, by actor id: who acts for a state."""
        bodies = (OrganizationKind.BODY, OrganizationKind.MINISTRY)
        return frozenset(actor for each, actor in self.cast.candidates if kind_of(self.text, each) in bodies)

    def pair(self, references: Sequence[Reference]) -> tuple[str, ...]:
        """Two or more parties that a title joins: «отношений Казахстана и России»."""
        coordinators = self.text.pack.grammar.coordinators
        joined = [
            each
            for before, after in pairwise(references)
            for each in (before, after)
            if after.first == before.first
            or (after.first == before.last + 1 and self.text.tokens[before.last].folded in coordinators | {","})
        ]
        return self.parties(joined)

    def states(self, parties: Iterable[str]) -> tuple[str, ...]:
        """The states among these parties."""
        return tuple(each for each in parties if self.cast.by_id[each].kind is ActorKind.STATE)
