"""Spoken of: the states that an article is about, and those that it named last."""

from collections import Counter
from functools import cached_property
from typing import final

import attrs

from statedoc.extract.agreements.journeys import journey
from statedoc.extract.agreements.standing import Standing
from statedoc.extract.cast import Reference
from statedoc.extract.grammar import is_finite
from statedoc.languages.agreements import Agreements
from statedoc.languages.states import States
from statedoc.model import ActorKind, MentionForm
from statedoc.text import ParsedText

BOTH = 2  #: sides of an agreement
_DATELINE = 3  # sentences, the first of which can be a dateline in parts
_TO_VERB = 30  # tokens of a sentence among which its verb is looked for
_FARTHEST = 3000  # tokens back, for "the two countries"


@final
@attrs.frozen(slots=False, eq=False)
class SpokenStates:
    """The states of one text, by how it speaks of them."""

    text: ParsedText
    words: Agreements
    standing: Standing

    def last(self, count: int, before: int) -> list[str]:
        """So many states last spoken of: in the sentence and the one before it, or most often so far."""
        if count > BOTH and len(self.opening_group) == count:
            return list(self.opening_group)
        sentence = self.text.sentence_index(before)
        near = self._counted(self.text.sentences[max(0, sentence - 1)].first, before)
        told = self.opening_pair if count == BOTH else ()
        if told and len(near) == count and len(set(near) & set(told)) == 1 and min(near.values()) == 1:
            return list(told)  # a third state stands beside one of the two
        if len(near) == count:
            return list(near)
        often = self.most(before)
        return list(often[:count]) if len(often) >= count else []

    def most(self, before: int) -> tuple[str, ...]:
        """The states spoken of before a token, the most frequent first."""
        return tuple(state for state, _ in self._counted(max(0, before - _FARTHEST), before).most_common())

    @cached_property
    def opening_group(self) -> tuple[str, ...]:
        """The states that the headline, or the first sentence behind a dateline, joins."""
        verbal = (each for each in self.text.sentences[:_DATELINE] if self._says(each.first, each.last))
        first = next(verbal, next(iter(self.text.sentences), None))
        opening = self.standing.cast.within(0, first.last) if first is not None else ()
        return tuple(dict.fromkeys(self.standing.states(self.standing.pair(opening))))

    @cached_property
    def opening_pair(self) -> tuple[str, ...]:
        """The two states that the opening joins, or all that a headline without a verb names, if they are two."""
        if len(self.opening_group) == BOTH:
            return self.opening_group
        headline = self.text.sentences[0] if self.text.sentences else None
        if headline is None or self._says(headline.first, headline.last):
            return ()
        named = tuple(self._counted(headline.first, headline.last))
        return named if len(named) == BOTH else ()

    def _says(self, first: int, last: int) -> bool:
        return any(is_finite(self.text.readings(at)) for at in range(first, min(last, first + _TO_VERB)))

    @cached_property
    def of_article(self) -> tuple[str, ...]:
        """The two states that an article is about, if it is clearly about two."""
        if self.opening_pair:
            return self.opening_pair
        often = self._counted(0, len(self.text.tokens)).most_common(3)
        if len(often) < 2 or often[1][1] < 2 or (len(often) > 2 and 2 * often[2][1] > often[1][1]):
            return self.journey
        return tuple(state for state, _ in often[:2])

    @cached_property
    def journey(self) -> tuple[str, ...]:
        """The states of the first traveller of an article and of where they went."""
        return journey(self.text, self.words, self.standing.cast, self.standing.party)

    def _counted(self, first: int, last: int) -> Counter[str]:
        """How often each state that still exists is spoken of."""
        references = self.standing.cast.within(first, last)
        spoken = (each for each in references if not self.standing.is_organization(each) and not self._is_place(each))
        found = (self.standing.party(each.actor) for each in spoken)
        states = (self.standing.cast.by_id[party] for party in found if party)
        return Counter(each.id for each in states if each.kind is ActorKind.STATE and each.country not in self._former)

    def _is_place(self, reference: Reference) -> bool:
        """Whether a capital only tells where something was: «в Минске»."""
        before = self.text.tokens[reference.first - 1].folded if reference.first else ""
        return reference.form is MentionForm.METONYM and before in self.text.pack.grammar.place_prepositions

    def is_former(self, identifier: str) -> bool:
        """Whether an actor is a state that no longer exists."""
        return self.standing.cast.by_id[identifier].country in self._former

    @cached_property
    def _former(self) -> frozenset[str]:
        return frozenset(state.code for state in self.text.pack.lexicon(States).state if state.former)
