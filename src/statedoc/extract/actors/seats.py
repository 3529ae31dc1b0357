"""Seats: capitals that stand for an organization that sits there, and not for their state: «Брюссель»."""

from collections.abc import Iterable, Iterator

import attrs

from statedoc.extract.actors.candidates import Candidate
from statedoc.languages.organizations import KnownOrganization, Organizations
from statedoc.model import ActorKind, MentionForm
from statedoc.text import ParsedText


def seated(text: ParsedText, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield mentions; a capital is the organization's with its seat there, if an article names it, and not the state.

    Of several organizations the one that the lexicon lists first is meant.
    """
    found = tuple(found)
    named = {each.key for each in found if each.kind is ActorKind.ORGANIZATION}
    states = {each.country for each in found if each.kind is ActorKind.STATE and each.form is not MentionForm.METONYM}
    seats: dict[str, KnownOrganization] = {}
    for known in text.pack.lexicon(Organizations).known:
        if known.seat is not None and named & {known.name, *known.bodies}:
            seats.setdefault(known.seat, known)
    for each in found:
        if each.form is MentionForm.METONYM and each.country not in states and seats:
            word = " ".join(text.pack.morphology.nominative(text.words(each.first, each.last)))
            if (sits := seats.get(word)) is not None:
                each = attrs.evolve(
                    each, kind=ActorKind.ORGANIZATION, key=sits.name, label=sits.name, country=sits.country
                )
        yield each
