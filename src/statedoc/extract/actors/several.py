"""Those whom a plural means together: «Саидалиев и Беридзе ... Они ...», «Узбекистан и Грузия ... Стороны ...»."""

from collections.abc import Callable
from typing import final

import attrs

from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.actors.entities import Entity
from statedoc.extract.layout import Layout
from statedoc.languages.morphology import Case, Number
from statedoc.model import ActorKind, MentionForm
from statedoc.text import ParsedText

_KEPT = 6  # groups kept in mind
_FAR = 3  # sentences after which a plural does not refer back to them, if nothing else is said
_PERSONAL = (ActorKind.PERSON, ActorKind.OFFICE, ActorKind.UNNAMED)


@final
@attrs.define(eq=False)
class Several:
    """The actors that the reporter lately named together, by a coordinator or as one with another."""

    text: ParsedText
    shape: Layout
    _joined: list[tuple[int, tuple[Entity, ...]]] = attrs.field(factory=list)  # by sentence, the latest last
    _before: tuple[Candidate, Entity] | None = None
    _subject: tuple[int, Entity] | None = None  # the sentence, and who is its first subject

    def see(self, candidate: Candidate, entity: Entity) -> None:
        """Take the next mention, in reading order."""
        if candidate.form is MentionForm.ADJECTIVE or not self.shape.own(candidate.first) or not _is_one(entity):
            return
        sentence = self.text.sentence_index(candidate.first)
        before, self._before = self._before, (candidate, entity)
        subject = self._subject if self._subject and self._subject[0] == sentence else None
        if subject is None and any(each.case is Case.NOMINATIVE for each in candidate.forms):
            self._subject = (sentence, entity)
        if before is not None and _is_alike(before[1], entity) and self.coordinates(before[0], candidate):
            self._join(sentence, before[1], entity)
        elif (
            subject is not None
            and _is_alike(subject[1], entity)
            and (self._accompanies(candidate) or _is_received(candidate))
        ):
            self._join(sentence, subject[1], entity)

    def meant(
        self, candidate: Candidate, suits: Callable[[Entity], bool], *, far: int | None = None
    ) -> tuple[Entity, ...]:
        """Those whom a plural can mean: named together last, so many sentences ago at most, and all of whom suit it."""
        sentence = self.text.sentence_index(candidate.first)
        for seen, entities in reversed(self._joined):
            if sentence - seen <= (far or _FAR) and all(suits(each) for each in entities):
                return entities
        return ()

    def _join(self, sentence: int, one: Entity, other: Entity) -> None:
        last = self._joined[-1] if self._joined else None
        if one is other:
            return
        if last is not None and last[0] == sentence and last[1][-1] is one:
            self._joined[-1] = (sentence, tuple(dict.fromkeys((*last[1], other))))
            return
        self._joined.append((sentence, (one, other)))
        del self._joined[:-_KEPT]

    def coordinates(self, one: Candidate, other: Candidate) -> bool:
        """Whether a coordinator, or a comma in a list, is all that stands between two mentions in one case."""
        if other.first - one.last != 1:
            return False
        between = self.text.tokens[one.last]
        cases = {each.case for each in one.forms}
        shared = None in cases or any(each.case in cases or each.case is None for each in other.forms)
        return shared and (between.text == "," or between.folded in self.text.pack.grammar.coordinators)

    def _accompanies(self, candidate: Candidate) -> bool:
        """Whether a mention stands after "with": «встретился с Нино Беридзе»."""
        with_ = (
            candidate.first > 0 and self.text.tokens[candidate.first - 1].folded in self.text.pack.grammar.comitatives
        )
        return with_ and any(each.case in (Case.INSTRUMENTAL, None) for each in candidate.forms)


def is_personal(entity: Entity) -> bool:
    """Whether an entity is one person, named or not."""
    return entity.kind in _PERSONAL


def _is_one(entity: Entity) -> bool:
    return entity.number is not Number.PLURAL


def _is_alike(one: Entity, other: Entity) -> bool:
    return is_personal(one) == is_personal(other)


def _is_received(candidate: Candidate) -> bool:
    """Whether someone named is another's counterpart: «принял [коллегу Стояна Велчева]»."""
    office = candidate.role.office if candidate.role is not None and candidate.name is not None else None
    return office is not None and office.counterpart
