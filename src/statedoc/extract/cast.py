"""The cast of an article: its actors, and every place where they are mentioned."""

from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, final

import attrs

from statedoc.model import Actor, ActorKind, MentionForm

if TYPE_CHECKING:  # actors are made into a cast, so their room imports this one
    from statedoc.extract.actors.candidates import Candidate


@final
class Reference(NamedTuple):
    """Tokens that refer to an actor."""

    first: int  #: first token
    last: int  #: the token after the last
    actor: str  #: actor id
    form: MentionForm


@final
@attrs.frozen(slots=False, eq=False)
class Cast:
    """The actors of an article, by id, and the references to them in reading order."""

    actors: tuple[Actor, ...]
    references: tuple[Reference, ...]  #: sorted by first token
    candidates: "tuple[tuple[Candidate, str], ...]" = ()  #: each mention as it was read, with its actor id
    weak: frozenset[str] = frozenset()  #: ids of those who are actors only if a record needs them
    author: str | None = None  #: the id of who writes "I" in the article

    @cached_property
    def by_id(self) -> Mapping[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def _firsts(self) -> list[int]:
        return [reference.first for reference in self.references]

    def within(self, first: int, last: int) -> tuple[Reference, ...]:
        """The references that start inside ``tokens[first:last]``, in reading order."""
        return self.references[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    @cached_property
    def _candidate_firsts(self) -> list[int]:
        return [candidate.first for candidate, _ in self.candidates]

    def between(self, first: int, last: int) -> "tuple[tuple[Candidate, str], ...]":
        """The mentions as they were read that start inside ``tokens[first:last]``, each with its actor id."""
        firsts = self._candidate_firsts
        return self.candidates[bisect_left(firsts, first) : bisect_left(firsts, last)]

    @cached_property
    def _states(self) -> Mapping[str, str]:
        states = [actor for actor in self.actors if actor.kind is ActorKind.STATE]
        return {actor.country: actor.id for actor in reversed(states) if actor.country}

    def state(self, code: str) -> str | None:
        """The id of the state with this ISO 3166-1 code, if the article mentions it."""
        return self._states.get(code)
