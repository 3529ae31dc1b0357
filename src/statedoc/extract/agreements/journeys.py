"""Journeys: the states of a traveller and of where they went: «Президент Монголии прибыл в Бишкек»."""

from collections.abc import Callable, Iterator

from statedoc.extract.cast import Cast, Reference
from statedoc.languages.agreements import Agreements
from statedoc.languages.morphology import Case
from statedoc.model import ActorKind, MentionForm
from statedoc.text import ParsedText

_TO_PLACE = 8  # tokens between the word for a journey and where it leads
_TO_TRAVELLER = 40  # tokens between the traveller and that word


def journey(text: ParsedText, words: Agreements, cast: Cast, state_of: Callable[[str], str | None]) -> tuple[str, ...]:
    """The states of the first journey that an article tells of; `state_of` gives the state that an actor stands for."""
    for at in range(len(text.tokens)):
        if not any(reading.lemma in words.travelling for reading in text.readings(at)[:1]):
            continue
        sentence = text.sentence_of(at)
        place = next(_places(text, cast, at + 1, min(at + _TO_PLACE, sentence.last)), None)
        visited = state_of(place.actor) if place is not None else None
        if place is None or visited is None:
            continue
        for each in reversed(cast.within(max(sentence.first, at - _TO_TRAVELLER), place.first)):
            home = state_of(each.actor)
            if home is not None and home != visited and each.form is not MentionForm.METONYM:
                return home, visited
    return ()


def _places(text: ParsedText, cast: Cast, first: int, last: int) -> Iterator[Reference]:
    """Yield the states that a journey can lead to: «[в] Бишкек», «посетил [Грузию]»."""
    for each in cast.within(first, last):
        place = cast.by_id[each.actor].kind is ActorKind.STATE and each.form is not MentionForm.ADJECTIVE
        cases = [reading.case for reading in text.readings(each.last - 1)]
        direct = each.first == first or text.tokens[each.first - 1].folded in text.pack.grammar.place_prepositions
        if place and direct and Case.ACCUSATIVE in cases and Case.LOCATIVE not in cases:
            yield each
