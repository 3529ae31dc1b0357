"""What a figure is about: what it measures, whether it rises, whose it is, for when, and who claims it."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple, final

import attrs

from statedoc.extract.cast import Cast, Reference
from statedoc.extract.dates import DatedWords
from statedoc.extract.metrics.changes import multiplied
from statedoc.extract.metrics.found import FoundFigure
from statedoc.languages.figures import ChangeWord, Figures, MeasureNoun, Multiplied, RatioWord
from statedoc.languages.grammar import Pronoun
from statedoc.languages.morphology import Case, Pos
from statedoc.languages.pack import LanguagePack
from statedoc.languages.units import Amount
from statedoc.model import ActorKind, Change, DateMention, MentionForm, MetricKind, Quote
from statedoc.text import ParsedText, TokenKind

_CLAUSE = 40  # tokens: as far as a clause is looked through on either side
_MEASURE_WITHIN = 8  # tokens from what is measured to its figure
_COMPLEMENT = 5  # words of its complement
_CARRIED = 2  # tokens from "fine" to "amount" in "a fine in the amount of"
_CHANGE_BEFORE, _CHANGE_AFTER, _CHANGE_NOUN = 10, 3, 4  # tokens
_BREAKS = frozenset(';:()«»"“”„…')
_STOPS = frozenset((".", "!", "?"))
_OWNERS = (ActorKind.STATE, ActorKind.ORGANIZATION)
_ADJECTIVAL = (Pos.ADJECTIVE, Pos.PARTICIPLE)
_NOMINAL = (Pos.NOUN, Pos.PRONOUN, Pos.NUMERAL, *_ADJECTIVAL)


@final
class Clause(NamedTuple):
    """The tokens around a figure that say something of it: ``tokens[first:last]``."""

    first: int
    last: int


@final
class Measure(NamedTuple):
    """The noun phrase that a figure is the value of."""

    first: int
    last: int
    words: str  #: in the nominative


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

    @cached_property
    def _breaks(self) -> list[int]:
        """The tokens that part clauses: marks, dashes, commas before what opens a clause, stops inside quotations."""
        grammar, tokens = self.text.pack.grammar, self.text.tokens
        openers = grammar.relatives | grammar.complementizers | grammar.coordinators
        last = len(tokens) - 1
        inside = {at for date in self.dates for at in range(date.first, date.last)}
        return [
            index
            for index, (_, _, word, kind, _) in enumerate(tokens)
            if word in _BREAKS
            or (kind is TokenKind.DASH and index not in inside)
            or (word == "," and index < last and tokens[index + 1].folded in openers)
            or (word in _STOPS and index < last and tokens[index + 1].is_capital and not self._abbreviates(index))
        ]

    def _abbreviates(self, stop: int) -> bool:
        word = self.text.tokens[stop - 1] if stop else self.text.tokens[stop]
        return len(word.text) == 1 or word.folded in self.text.pack.grammar.abbreviations

    def clause(self, figure: FoundFigure) -> Clause:
        """The clause that a figure stands in."""
        sentence = self.text.sentence_of(figure.first)
        before = bisect_left(self._breaks, figure.first)
        after = bisect_left(self._breaks, figure.last)
        if before and self._is_verb(self._breaks[before - 1], figure):
            before -= 1
        opens = self._breaks[before - 1] + 1 if before else 0
        closes = self._breaks[after] if after < len(self._breaks) else sentence.last
        first = max(sentence.first, figure.first - _CLAUSE, opens)
        return Clause(first, max(figure.last, min(sentence.last, figure.last + _CLAUSE, closes)))

    def _is_verb(self, index: int, figure: FoundFigure) -> bool:
        """Whether a dash before a figure stands for the verb: «импорт — почти на 7 млрд»."""
        tokens = self.text.tokens
        if tokens[index].kind is not TokenKind.DASH or not 0 < index < figure.first <= index + 2:
            return False
        return tokens[index - 1].is_word or tokens[index - 1].kind is TokenKind.NUMBER

    # --- What is measured -------------------------------------------------------------------------------------------

    def measure(self, figure: FoundFigure, clause: Clause) -> Measure | None:
        """«общий объем инвестиций» of «с общим объемом инвестиций свыше $50 млрд»."""
        beside = figure.kind in (MetricKind.RANK, MetricKind.DURATION, MetricKind.COUNT)
        within = 1 if beside else _MEASURE_WITHIN
        text = self.text
        if (ratio := text.term_at(figure.last - 1, RatioWord)) and ratio[1].of is Multiplied.OBJECT:
            multiple = multiplied(text, figure.last - 1, ratio[1].of)
            return self._phrase(multiple, figure.last, clause.last) if multiple else None
        start = max(clause.first, figure.first - within - _COMPLEMENT)
        heads = [at for at in range(start, figure.first) if text.term_at(at, MeasureNoun) and self._is_noun(at)]
        while heads:
            head = heads.pop()
            while heads and self._complements(heads[-1], head):
                head = heads.pop()
            found = self._phrase(head, start, figure.first)
            if found.last == head + 1 and heads and head - heads[-1] <= _CARRIED and self._carries(head):
                found = self._phrase(heads[-1], start, head - 1)._replace(last=found.last)
            if figure.first - found.last <= within:
                return found
        after = figure.last
        if figure.kind is not MetricKind.MONEY or after >= clause.last or not text.term_at(after, MeasureNoun):
            return None
        return self._phrase(after, after, clause.last) if self._is_genitive(after) else None

    def _is_noun(self, index: int) -> bool:
        """Whether a word is likeliest a noun: «прибыли 90 компаний» tells of no profit."""
        first = next(iter(self.text.readings(index)), None)
        return first is None or first.pos is Pos.NOUN

    def _carries(self, head: int) -> bool:
        """Whether a noun only brings the figure of the one before it: «штраф в размере 5 млн»."""
        found = self.text.term_at(head, MeasureNoun)
        return found is not None and found[1].carrier

    def _complements(self, head: int, index: int) -> bool:
        """Whether a noun stands in the complement of one before it: «объемом взаимных инвестиций»."""
        return index - head <= _COMPLEMENT and all(map(self._is_genitive, range(head + 1, index + 1)))

    def _is_genitive(self, index: int) -> bool:
        token = self.text.tokens[index]
        if not token.is_word:
            return False
        grammar = self.text.pack.grammar
        if token.folded in grammar.prepositions or token.folded in grammar.coordinators:
            return False
        readings = self.text.readings(index)
        return bool(readings and readings[0].pos in _NOMINAL) and any(
            each.case is Case.GENITIVE and each.pos in _NOMINAL for each in readings
        )

    def _phrase(self, head: int, start: int, end: int) -> Measure:
        text = self.text
        first, last = head, head + 1
        while first > start and self._describes(first - 1, head):
            first -= 1
        while last < min(end, head + 1 + _COMPLEMENT) and self._is_genitive(last):
            last += 1
        while last > head + 1 and not any(each.pos is Pos.NOUN for each in text.readings(last - 1)):
            last -= 1  # an adjective whose noun is the figure's
        words = list(_nominative(text.pack, text.words(first, last)))
        if not words[0].isupper():
            words[0] = words[0].lower()
        return Measure(first, last, " ".join(words))

    def _describes(self, index: int, head: int) -> bool:
        """Whether an adjective goes with a noun after it; a pronoun or a pointing word does not describe."""
        text = self.text
        if text.term_at(index, Pronoun) or text.tokens[index].folded in text.pack.grammar.demonstratives:
            return False
        forms = {(each.case, each.number) for each in text.readings(head) if each.pos is Pos.NOUN}
        return any(
            each.pos is Pos.ADJECTIVE and not each.short and (each.case, each.number) in forms
            for each in text.readings(index)
        )

    # --- Rise and fall ----------------------------------------------------------------------------------------------

    def change(self, figure: FoundFigure, clause: Clause) -> Change | None:
        """Which way a figure went: «вырос на 5%»."""
        if figure.kind is MetricKind.RANK:
            return None
        text, prepositions = self.text, self.text.pack.lexicon(Figures).change_prepositions
        share = text.term_at(figure.last - 1, Amount)
        moved = (figure.kind is MetricKind.RATIO or bool(share and share[1].by)) or any(
            0 <= at < len(text.tokens) and text.tokens[at].folded in prepositions
            for at in (figure.first - 1, figure.first, self._number_first(figure) - 1)
        )
        if figure.kind is MetricKind.RATIO and (multiple := text.term_at(figure.last - 1, ChangeWord)):
            return multiple[1].change
        for at in range(figure.first - 1, max(clause.first, figure.first - _CHANGE_BEFORE) - 1, -1):
            if (found := text.term_at(at, ChangeWord)) and (moved or figure.first - at <= self._reach(at, figure)):
                return found[1].change
        if moved:
            for at in range(figure.last, min(clause.last, figure.last + _CHANGE_AFTER)):
                if found := text.term_at(at, ChangeWord):
                    return found[1].change
        return None

    def _number_first(self, figure: FoundFigure) -> int:
        """The first token of a figure after its comparator's words."""
        at = figure.first
        while at < figure.last - 1 and self.text.tokens[at].kind is not TokenKind.NUMBER:
            at += 1
        return at

    def _reach(self, index: int, figure: FoundFigure) -> int:
        """How far a noun of change reaches without a preposition: «рост составил 5%»."""
        if figure.kind in (MetricKind.DURATION, MetricKind.COUNT):
            return 0
        return _CHANGE_NOUN if any(each.pos is Pos.NOUN for each in self.text.readings(index)[:1]) else 0

    # --- For when, and whose ----------------------------------------------------------------------------------------

    def period(self, figure: FoundFigure, clause: Clause) -> DateMention | None:
        """The date nearest to a figure in its clause."""
        at = bisect_left(self._date_firsts, clause.first)
        until = bisect_left(self._date_firsts, clause.last)
        near = min(
            self.dates[at:until],
            key=lambda date: figure.first - date.last if date.first < figure.first else date.first - figure.last,
            default=None,
        )
        return near.mention if near else None

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
        return bool(readings) and readings[0].case is Case.NOMINATIVE


@lru_cache(maxsize=2**12)
def _nominative(pack: LanguagePack, words: tuple[str, ...]) -> tuple[str, ...]:
    return pack.morphology.nominative(words)


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
