"""Whose a figure is, for when, and who claims it."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import final

import attrs

from statedoc.extract.cast import Cast, Reference
from statedoc.extract.dates import DatedWords
from statedoc.extract.metrics.clauses import Clause
from statedoc.extract.metrics.found import FoundFigure
from statedoc.extract.metrics.measures import Measure
from statedoc.languages.calendar import Calendar
from statedoc.languages.figures import Figures
from statedoc.languages.morphology import Case, Pos
from statedoc.model import ActorKind, DateMention, MentionForm, MetricKind, Quote
from statedoc.text import ParsedText, TokenKind

_COMPARED, _THAN = 5, 2  # tokens from "compared", and from "than", to the date that a figure is not of
_GOVERNED = 4  # tokens from a preposition to the last noun that it governs
_OWNERS = (ActorKind.STATE, ActorKind.ORGANIZATION)
_NOMINAL = (Pos.NOUN, Pos.PRONOUN, Pos.NUMERAL, Pos.ADJECTIVE, Pos.PARTICIPLE)


@final
@attrs.frozen(slots=False, eq=False)
class Surroundings:
    """A text with what earlier extractors found in it."""

    text: ParsedText
    dates: Sequence[DatedWords]
    cast: Cast

    @cached_property
    def _date_firsts(self) -> list[int]:
        return [date.first for date in self.dates]

    def period(self, figure: FoundFigure, clause: Clause) -> DateMention | None:
        """The date nearest to a figure in its clause; none that it is compared with: «по сравнению с 2023 годом»."""
        at = bisect_left(self._date_firsts, clause.first)
        until = bisect_left(self._date_firsts, clause.last)
        near = min(
            (date for date in self.dates[at:until] if not self._is_compared(date)),
            key=lambda date: figure.first - date.last if date.first < figure.first else date.first - figure.last,
            default=None,
        )
        return near.mention if near else None

    def _is_compared(self, date: DatedWords) -> bool:
        tokens, than = self.text.tokens, self.text.pack.lexicon(Figures).than_words
        compared = self.text.pack.lexicon(Calendar).compared_words
        before = range(max(0, date.first - _COMPARED), date.first)
        return any(
            tokens[at].folded in compared or (tokens[at].folded in than and date.first - at <= _THAN) for at in before
        )

    def actors(self, figure: FoundFigure, clause: Clause, measure: Measure | None) -> tuple[str, ...]:
        """The states and organizations whose figure it is: of what is measured, or else the clause's subject."""
        if figure.kind is MetricKind.DURATION:
            return ()
        owners = [
            each
            for each in self.cast.within(clause.first - self._predicated(clause), clause.last)
            if self.cast.by_id[each.actor].kind in _OWNERS and not figure.first <= each.first < figure.last
        ]
        if measure:
            owners = [each for each in owners if not each.first <= measure.first < measure.last <= each.last]
            own = [each for each in owners if measure.first <= each.first <= measure.last]
            if own:
                return tuple(dict.fromkeys(each.actor for each in own))
        subjects = [each for each in owners if each.first < figure.first and self._is_subject(each)]
        return (subjects[-1].actor,) if subjects else ()

    def _predicated(self, clause: Clause) -> int:
        """How many tokens before a clause may be its subject: two, where a dash stands for the verb."""
        dash = clause.first - 1
        within = dash > self.text.sentence_of(clause.first).first
        return 2 if within and self.text.tokens[dash].kind is TokenKind.DASH else 0

    def _is_subject(self, reference: Reference) -> bool:
        if reference.form is MentionForm.ADJECTIVE:
            return False
        readings = self.text.readings(reference.first)
        if not readings or readings[0].case is not Case.NOMINATIVE:
            return False
        cases = {each.case for each in readings if each.pos in _NOMINAL}
        if cases <= {Case.NOMINATIVE, Case.ACCUSATIVE}:
            before = self.text.tokens[reference.first - 1].folded if reference.first else ""
            return cases == {Case.NOMINATIVE} or before not in self.text.pack.grammar.prepositions
        return not self._is_governed(reference.first)

    def _is_governed(self, index: int) -> bool:
        """Whether a preposition governs a noun that has one form for all cases: «по сообщениям блогеров и СМИ»."""
        grammar = self.text.pack.grammar
        for at in range(index - 1, max(-1, index - 1 - _GOVERNED), -1):
            word = self.text.tokens[at].folded
            if word in grammar.prepositions:
                return True
            readings = self.text.readings(at)
            if word not in grammar.coordinators and not (readings and readings[0].pos in _NOMINAL):
                return False
        return False


def claims(figures: Sequence[FoundFigure], quotes: Sequence[Quote], text: ParsedText) -> list[Quote | None]:
    """For each figure the innermost quote that holds it; both in reading order, so one pass over them."""
    spans = sorted(((span.start, -span.end, at) for at, quote in enumerate(quotes) for span in quote.content))
    open_: list[tuple[int, int]] = []
    found: list[Quote | None] = []
    following = 0
    for figure in figures:
        place = text.tokens[figure.first].start
        while following < len(spans) and spans[following][0] <= place:
            open_.append((-spans[following][1], spans[following][2]))
            following += 1
        while open_ and open_[-1][0] <= place:
            open_.pop()
        found.append(quotes[open_[-1][1]] if open_ else None)
    return found
