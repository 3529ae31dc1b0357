"""Frames: how quotations stand to the cues of their sentence, and which cue introduces each best."""

from bisect import bisect_left
from enum import Enum

from statedoc.extract.grammar import is_finite
from statedoc.extract.layout import Layout
from statedoc.extract.quotes.attribution import Attribution
from statedoc.extract.quotes.credits import is_credit
from statedoc.extract.quotes.cues import CueForm
from statedoc.extract.quotes.stretches import Stretch
from statedoc.languages.cues import Takes
from statedoc.text import ParsedText, TokenKind


class Frame(Enum):
    """How a quotation stands to the cue that introduces it. The values are parts of rule names."""

    INSERTED = "inserted-cue"  #: «..., — сказал X, — ...»
    AFTER = "dash-cue-source"  #: «...», — сказал X
    COLON = "source-cue-colon"  #: X сказал: «...»
    VERBLESS = "source-colon"  #: X более откровенен: «...»
    CLAUSE = "cue-clause"  #: X сказал, что «...»
    PHRASE = "source-phrase"  #: по словам X, «...»
    NEAR = "cue-near"  #: a cue stands in the sentence
    SIGNED = "signed"  #: the name of who said it stands below, after a dash
    HEADLINE = "headline"  #: «...»: what X said of it
    CONTINUED = "continued"  #: what was just quoted goes on
    NEXT = "cue-follows"  #: the next sentence names the source


_WEIGHTS = {
    Frame.INSERTED: 20.0,
    Frame.AFTER: 15.0,
    Frame.COLON: 14.0,
    Frame.CLAUSE: 10.0,
    Frame.PHRASE: 9.0,
    Frame.NEAR: 4.0,
}
_ASIDE_BONUS = 2.0  # a source between commas has said all of the sentence, with what others say in it
_NEAR_AFTER = 14  # tokens between a quotation and the cue after it
_TO_CUE = 7  # tokens between the dash after a quotation and its cue
_TO_CUE_BY_COMMA = 2  # where only a comma stands between
_FARTHEST = 120  # tokens between a cue and the quotation after it
_MOST_CUES = 12  # cues of a sentence looked at for one quotation, on each side


def best(
    text: ParsedText, shape: Layout, stretch: Stretch, by_sentence: dict[int, list[Attribution]]
) -> tuple[Frame, Attribution] | None:
    """The cue of its own sentence that introduces a quotation best."""
    cues = by_sentence.get(text.sentence_index(stretch.first - 1), [])
    middle = bisect_left(cues, stretch.first, key=_first)
    near = cues[max(0, middle - _MOST_CUES) : middle + 2 * _MOST_CUES]
    best: tuple[float, Frame, Attribution] | None = None
    for cue in near:
        frame = _frame(text, shape, stretch, cue)
        if frame is None:
            continue
        distance = cue.first - stretch.last if cue.first >= stretch.last else stretch.first - cue.last
        score = _WEIGHTS[frame] - 0.08 * max(0, distance) + (1.0 if cue.speakers else 0.0)
        score += _ASIDE_BONUS if frame is Frame.CLAUSE and is_aside(text, cue) else 0.0
        if best is None or score > best[0]:
            best = (score, frame, cue)
    return best[1:] if best else None


def _first(cue: Attribution) -> int:
    return cue.first


def _frame(text: ParsedText, shape: Layout, stretch: Stretch, cue: Attribution) -> Frame | None:
    """How a cue stands to a quotation; None where it cannot introduce it."""
    if stretch.first <= cue.first < stretch.last:
        return Frame.INSERTED
    if any(source.first < stretch.first <= source.last for source in cue.sources):
        return None  # the quotation is part of the source's own name
    if cue.first >= stretch.last:
        return _after(text, shape, stretch, cue)
    return _before(text, shape, stretch, cue)


def _after(text: ParsedText, shape: Layout, stretch: Stretch, cue: Attribution) -> Frame | None:
    """The frame of a cue that follows its quotation."""
    at = stretch.last + 1
    dashed = False
    while at < cue.start and (text.tokens[at].text in ",.!?…" or text.tokens[at].kind is TokenKind.DASH):
        dashed = True
        at += 1
    commas = all(text.tokens[between].text == "," for between in range(stretch.last + 1, at))
    names = text.tokens[at].folded in text.pack.grammar.as_words  # "the «box», as they call it"
    governed = commas and not names and is_governed(text, stretch)
    if text.tokens[at].folded in text.pack.grammar.coordinators or governed:
        dashed = False
    if (
        dashed
        and cue.start - at <= (_TO_CUE_BY_COMMA if commas else _TO_CUE)
        and cue.first - stretch.last <= _NEAR_AFTER
        and _clear(shape, at, cue.first)
    ):
        return Frame.AFTER
    if cue.cue.form is CueForm.PHRASE:
        return Frame.PHRASE
    return Frame.NEAR if cue.first - stretch.last <= 2 * _NEAR_AFTER else None


def is_governed(text: ParsedText, stretch: Stretch) -> bool:
    """Whether a quotation depends on a preposition before it: «говорит о «сумме ...», ...»."""
    return stretch.first > 1 and text.tokens[stretch.first - 2].folded in text.pack.grammar.prepositions


def _clear(shape: Layout, first: int, last: int) -> bool:
    """Whether no other quotation stands between."""
    return all(shape.own(at) for at in range(first, last))


def _before(text: ParsedText, shape: Layout, stretch: Stretch, cue: Attribution) -> Frame | None:
    """The frame of a cue that precedes its quotation."""
    opener = stretch.first - 1
    if opener - cue.last > _FARTHEST:
        return None
    before = opener - 1
    while before > cue.last and text.tokens[before].kind is TokenKind.DASH:
        before -= 1
    if cue.cue.form is CueForm.PHRASE:
        verbal = any(is_finite(text.readings(at)) for at in range(cue.end, before))
        return Frame.COLON if text.tokens[before].text == ":" and not verbal else Frame.PHRASE
    if text.tokens[before].text == ":":
        return Frame.COLON
    if Takes.NAMING in cue.cue.takes and Takes.CLAUSE not in cue.cue.takes:
        return Frame.CLAUSE if opener - cue.last <= 12 else None
    if cue.cue.form is CueForm.PARTICIPLE and opener - cue.last > 20:
        return None
    between = range(cue.last, opener)
    if is_aside(text, cue) and all(text.tokens[at].text != ";" for at in between):
        return Frame.CLAUSE
    if any(text.tokens[at].folded in text.pack.grammar.complementizers for at in between):
        return Frame.CLAUSE
    if not any(text.tokens[at].text in ",;" for at in range(max(cue.last, cue.end), before)):
        return Frame.CLAUSE
    return Frame.NEAR


def is_aside(text: ParsedText, cue: Attribution) -> bool:
    """Whether cue and source stand between commas, so that all of the sentence is what was said."""
    end = max(cue.end, cue.last)
    if cue.start == 0 or end >= len(text.tokens) or not cue.speakers or is_credit(text, cue):
        return False
    return text.tokens[cue.start - 1].text == "," == text.tokens[end].text
