"""Rise and fall: which way a figure went, and what changes by a share or ratio in words."""

from typing import NamedTuple, final

from statedoc.extract.metrics.clauses import Clause
from statedoc.extract.metrics.found import FoundFigure
from statedoc.languages.currencies import Currency
from statedoc.languages.figures import ChangeWord, Figures, MeasureNoun, Multiplied
from statedoc.languages.morphology import Case, Pos
from statedoc.languages.units import Amount, Unit
from statedoc.model import Change, MetricKind
from statedoc.text import ParsedText, TokenKind

_SHARE_BEFORE, _BEFORE, _AFTER, _NOUN = 8, 10, 3, 4  # tokens between a word of change and its figure
_OBJECT_WITHIN = 4  # tokens from the verb to its object
_SUBJECT_WITHIN = 8
_DESCRIBING = (Pos.ADJECTIVE, Pos.PARTICIPLE, Pos.PRONOUN, Pos.NUMERAL)


@final
class Moved(NamedTuple):
    """A word of rise or fall, and the token where it stands."""

    at: int
    change: Change


def change_of(text: ParsedText, figure: FoundFigure, clause: Clause) -> Moved | None:
    """Which way a figure went: «вырос на 5%»."""
    if figure.kind is MetricKind.RANK:
        return None
    if figure.kind is MetricKind.RATIO and (multiple := text.term_at(figure.last - 1, ChangeWord)):
        return Moved(figure.last - 1, multiple[1].change)
    moved = _is_moved(text, figure)
    for at in range(figure.first - 1, max(clause.first, figure.first - _BEFORE) - 1, -1):
        if (found := text.term_at(at, ChangeWord)) and (moved or figure.first - at <= _reach(text, at, figure)):
            return Moved(at, found[1].change)
    if moved:
        for at in range(figure.last, min(clause.last, figure.last + _AFTER)):
            if found := text.term_at(at, ChangeWord):
                return Moved(at, found[1].change)
    return None


def change_in(text: ParsedText, figure: FoundFigure, first: int, last: int) -> Moved | None:
    """The noun of rise or fall that begins what a figure measures: «рост числа посетителей»."""
    if figure.kind not in (MetricKind.PERCENT, MetricKind.MONEY):
        return None
    for at in range(first, last):
        if found := text.term_at(at, ChangeWord):
            return Moved(at, found[1].change)
        if any(each.pos is Pos.NOUN for each in text.readings(at)[:1]):
            return None
    return None


def _is_moved(text: ParsedText, figure: FoundFigure) -> bool:
    """Whether a figure is by how much, from where or to where something goes."""
    share = text.term_at(figure.last - 1, Amount)
    if figure.kind is MetricKind.RATIO or (share and share[1].by):
        return True
    prepositions = text.pack.lexicon(Figures).change_prepositions
    places = [figure.first - 1, figure.first, _number_first(text, figure) - 1]
    carrier = text.term_at(figure.first - 1, MeasureNoun) if figure.first else None
    if carrier and carrier[1].carrier:
        places.append(figure.first - 2)
    return any(0 <= at < len(text.tokens) and text.tokens[at].folded in prepositions for at in places)


def _number_first(text: ParsedText, figure: FoundFigure) -> int:
    """The first token of a figure after its comparator's words."""
    at = figure.first
    while at < figure.last - 1 and text.tokens[at].kind is not TokenKind.NUMBER:
        at += 1
    return at


def _reach(text: ParsedText, index: int, figure: FoundFigure) -> int:
    """How far a noun of change reaches without a preposition: «рост составил 5%»."""
    if figure.kind in (MetricKind.DURATION, MetricKind.COUNT):
        return 0
    return _NOUN if any(each.pos is Pos.NOUN for each in text.readings(index)[:1]) else 0


def changes_by(text: ParsedText, first: int, last: int) -> bool:
    """Whether ``tokens[first:last]``, a share in words, is what something rises or falls by."""
    nominal = any(each.pos is Pos.NOUN for each in text.readings(first))
    if nominal and (first == 0 or text.tokens[first - 1].folded not in text.pack.lexicon(Figures).by_prepositions):
        return False
    if nominal and not any(each.case is Case.ACCUSATIVE for each in text.readings(first)):
        return False
    if any(isinstance(term.entry, Unit | Currency) for term in text.terms_at(last)):
        return False  # "a quarter of a century"
    sentence = text.sentence_of(first)
    near = range(max(sentence.first, first - _SHARE_BEFORE), min(sentence.last, last + _AFTER))
    return any(text.term_at(at, ChangeWord) for at in near)


def multiplied(text: ParsedText, index: int, place: Multiplied) -> int | None:
    """The noun, of what can be measured, that a verb or noun at `index` says is multiplied."""
    sentence = text.sentence_of(index)
    if place is Multiplied.OBJECT:
        for at in range(index + 1, min(sentence.last, index + 1 + _OBJECT_WITHIN)):
            if text.term_at(at, MeasureNoun):
                return at
            if not any(each.pos in _DESCRIBING for each in text.readings(at)):
                return None
        return None
    for at in range(index - 1, max(sentence.first, index - _SUBJECT_WITHIN) - 1, -1):
        if text.tokens[at].text in ",;:":
            return None
        nominative = any(each.case is Case.NOMINATIVE and each.pos is Pos.NOUN for each in text.readings(at))
        if nominative and text.term_at(at, MeasureNoun):
            return at
    return None
