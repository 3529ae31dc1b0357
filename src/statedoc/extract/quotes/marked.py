"""Marked stretches: which quotations are speech, and which cue each belongs to."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple, final

import attrs

from statedoc.extract.grammar import NOMINAL, has_case, is_finite, is_predicate
from statedoc.extract.layout import Layout
from statedoc.extract.quotes.attribution import Attribution
from statedoc.extract.quotes.credits import is_credit
from statedoc.extract.quotes.cues import CueForm
from statedoc.languages.cues import Cues, Takes
from statedoc.languages.morphology import Case, Pos
from statedoc.languages.organizations import OrganizationNoun
from statedoc.text import ParsedText, Sentence, TokenKind


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
_FARTHEST = 120  # tokens between a cue and the quotation after it
_FEW = 2  # words that can be the reporter's own, used askew
_MOST_CUES = 12  # cues of a sentence looked at for one quotation, on each side


@final
class Marked(NamedTuple):
    """A quotation that is speech."""

    quotation: int  #: index
    frame: Frame
    attribution: Attribution | None
    whole: bool  #: whole sentences, not a piece inside the reporter's own


@final
@attrs.frozen(eq=False)
class Stretch:
    """What a quotation looks like, whatever stands around it."""

    index: int
    first: int  #: first token inside
    last: int  #: token after the last inside
    words: int
    capital: bool  #: starts with a capital letter
    finite: bool  #: holds a finite verb
    stopped: bool  #: ends, inside or right after the marks, as a sentence ends
    apposed: bool  #: follows the word that says what it names: «газета "Труд"»
    alone: bool  #: is all of its sentence, or all but the reporter's cue


def marked(text: ParsedText, shape: Layout, cues: Sequence[Attribution]) -> Iterator[Marked]:
    """Yield every outermost quotation that is speech, in reading order."""
    by_sentence: dict[int, list[Attribution]] = {}
    for cue in cues:
        by_sentence.setdefault(text.sentence_index(cue.first), []).append(cue)
    before: Marked | None = None
    for index, quotation in enumerate(text.quotations):
        if quotation.parent is not None:
            continue
        stretch = _stretch(text, shape, index)
        if stretch.words == 0:
            continue
        found = _best(text, shape, stretch, by_sentence)
        decided = _decide(text, shape, stretch, found, before, by_sentence)
        if decided is not None:
            before = decided
            yield decided


# -- what it looks like --------------------------------------------------------------------


def _stretch(text: ParsedText, shape: Layout, index: int) -> Stretch:
    first, last = shape.ranges[index]
    tokens = text.tokens
    words = [at for at in range(first, last) if tokens[at].is_word or tokens[at].kind is TokenKind.NUMBER]
    sentence = text.sentence_of(first - 1)
    ends = tokens[last - 1].text if last > first else ""
    after = tokens[last + 1].text if last + 1 < len(tokens) and text.sentence_of(first - 1).last > last + 1 else ""
    opener = first - 1
    return Stretch(
        index=index,
        first=first,
        last=last,
        words=len(words),
        capital=bool(words) and not tokens[words[0]].text[0].islower(),
        finite=any(is_predicate(text.readings(at)) for at in words[:60]),
        stopped=ends[:1] in ".!?…" or after[:1] in (".", "!", "?", "…") or sentence.last <= last + 1,
        apposed=_apposed(text, opener),
        alone=opener == sentence.first,
    )


def _apposed(text: ParsedText, opener: int) -> bool:
    """Whether the word right before the opening mark is a noun of which the quotation can be the name."""
    if opener == 0 or not text.tokens[opener - 1].is_word:
        return False
    if text.term_at(opener - 1, OrganizationNoun):
        return True
    reading = next(iter(text.readings(opener - 1)), None)
    return reading is not None and reading.pos is Pos.NOUN


# -- which cue -----------------------------------------------------------------------------


def _best(
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
        score += _ASIDE_BONUS if frame is Frame.CLAUSE and _is_aside(text, cue) else 0.0
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
    if text.tokens[at].folded in text.pack.grammar.coordinators:
        dashed = False
    if (
        dashed
        and cue.start - at <= _TO_CUE
        and cue.first - stretch.last <= _NEAR_AFTER
        and _clear(shape, at, cue.first)
    ):
        return Frame.AFTER
    if cue.cue.form is CueForm.PHRASE:
        return Frame.PHRASE
    return Frame.NEAR if cue.first - stretch.last <= 2 * _NEAR_AFTER else None


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
    if _is_aside(text, cue):
        return Frame.CLAUSE
    between = range(cue.last, opener)
    if any(text.tokens[at].folded in text.pack.grammar.complementizers for at in between):
        return Frame.CLAUSE
    if not any(text.tokens[at].text in ",;" for at in range(max(cue.last, cue.end), before)):
        return Frame.CLAUSE
    return Frame.NEAR


def _is_aside(text: ParsedText, cue: Attribution) -> bool:
    """Whether cue and source stand between commas, so that all of the sentence is what was said."""
    end = max(cue.end, cue.last)
    if cue.start == 0 or end >= len(text.tokens) or not cue.speakers or is_credit(text, cue):
        return False
    return text.tokens[cue.start - 1].text == "," == text.tokens[end].text


# -- speech or not -------------------------------------------------------------------------


def _decide(
    text: ParsedText,
    shape: Layout,
    stretch: Stretch,
    found: tuple[Frame, Attribution] | None,
    before: Marked | None,
    by_sentence: dict[int, list[Attribution]],
) -> Marked | None:
    """Whether a quotation is speech, and whose."""
    frame, cue = found if found else (None, None)
    if frame is Frame.INSERTED or (frame is Frame.COLON and cue is not None and _is_said(stretch, cue)):
        return Marked(stretch.index, frame, cue, True)
    if frame is Frame.AFTER and (_sentence_like(stretch) or (stretch.alone and stretch.capital and stretch.words > 1)):
        return Marked(stretch.index, frame, cue, True)
    if frame is Frame.AFTER and not stretch.apposed and (not stretch.capital or stretch.words > 3):
        return Marked(stretch.index, frame, cue, False)
    if frame in (Frame.CLAUSE, Frame.AFTER) and cue is not None and _is_piece(text, stretch, cue):
        direct = frame is Frame.CLAUSE and _touches(text, stretch, cue) and _is_sentence(text, stretch, cue)
        return Marked(stretch.index, Frame.CLAUSE, cue, direct)
    if (
        frame is Frame.PHRASE
        and (stretch.words >= 3 or (stretch.finite and not stretch.capital))
        and not (stretch.apposed and stretch.capital and stretch.words <= 5)
    ):
        return Marked(stretch.index, frame, cue, stretch.capital and stretch.finite)
    if _colon_after(text, stretch) and stretch.alone and stretch.capital and stretch.finite and stretch.words > _FEW:
        return Marked(stretch.index, Frame.HEADLINE, None, True)
    if _colon_before(text, stretch) and stretch.words > (2 if stretch.finite else 3):
        return Marked(stretch.index, Frame.VERBLESS, None, stretch.capital)
    if before is not None and _lists_on(text, shape, before, stretch):
        return before._replace(quotation=stretch.index, whole=stretch.capital and stretch.finite)
    if (
        stretch.alone
        and stretch.capital
        and stretch.stopped
        and stretch.words > 3
        and _only_quoted(text, shape, stretch)
    ):
        return _unattributed(text, stretch, before, by_sentence)
    if frame is Frame.NEAR and cue is not None and cue.speakers and not stretch.capital and stretch.words >= 4:
        return Marked(stretch.index, frame, cue, False)
    return None


def _is_sentence(text: ParsedText, stretch: Stretch, cue: Attribution) -> bool:
    """Whether a quotation right after its cue is a sentence of its own, and no piece of the reporter's."""
    if stretch.capital:
        return True
    as_clause = cue.start > 0 and text.tokens[cue.start - 1].folded in text.pack.grammar.as_words
    return stretch.finite and not as_clause and not cue.cue.takes & {Takes.CALL, Takes.NAMING}


def _is_said(stretch: Stretch, cue: Attribution) -> bool:
    """Whether what follows a colon is speech, and no slogan that an act went with."""
    return Takes.CLAUSE in cue.cue.takes or stretch.finite or stretch.words > 3


def _sentence_like(stretch: Stretch) -> bool:
    return stretch.capital and (stretch.finite or stretch.words > 4) and (not stretch.apposed or stretch.words > 7)


def _is_piece(text: ParsedText, stretch: Stretch, cue: Attribution) -> bool:
    """Whether a quotation in the reach of a cue is what its source said, and no name nor a word used askew."""
    if (not cue.speakers and stretch.words < 4) or _is_named(text, stretch):
        return False
    if stretch.words <= _FEW and not cue.cue.takes & {Takes.NAMING, Takes.CALL} and _is_askew(text, stretch, cue):
        return False
    if stretch.apposed and stretch.capital:
        return stretch.words > 6 or (stretch.finite and stretch.words > 3)
    if stretch.capital:
        return stretch.words > 3 or stretch.finite
    return True


def _is_askew(text: ParsedText, stretch: Stretch, cue: Attribution) -> bool:
    """Whether a word or two in marks are the reporter's own, used askew: a lone noun or adjective, or a far object."""
    if Takes.AS in cue.cue.takes and _calls_by(text, stretch):
        return False
    if stretch.words == 1:
        reading = next(iter(text.readings(stretch.first)), None)
        return reading is not None and reading.pos in NOMINAL and not reading.short
    if Takes.WITH in cue.cue.takes:
        return True  # the object of an act
    between = range(cue.last, stretch.first - 1)
    reported = _is_aside(text, cue) or any(
        text.tokens[at].folded in text.pack.grammar.complementizers for at in between
    )
    if Takes.AS in cue.cue.takes and not reported:
        return not has_case(text.readings(stretch.first), Case.INSTRUMENTAL)
    return not reported and stretch.first - 1 - max(cue.end, cue.last) > 1


def _is_named(text: ParsedText, stretch: Stretch) -> bool:
    """Whether a noun stands before a quotation whose name that is: «принцип «...»»."""
    before = text.readings(stretch.first - 2) if stretch.first > 1 else ()
    return any(reading.lemma in text.pack.lexicon(Cues).named for reading in before)


def _calls_by(text: ParsedText, stretch: Stretch) -> bool:
    """Whether a quotation is the adjective by which someone calls something: «счёл шаг «недружественным»»."""
    likeliest = text.readings(stretch.last - 1)[:1]
    return has_case(likeliest, Case.INSTRUMENTAL) and any(each.pos is Pos.ADJECTIVE for each in likeliest)


def _touches(text: ParsedText, stretch: Stretch, cue: Attribution) -> bool:
    """Whether the quotation follows its cue directly, without a conjunction: «сказав «...»»."""
    return (
        stretch.first - 1 <= cue.end + 1
        and text.tokens[stretch.first - 2].folded not in text.pack.grammar.complementizers
    )


def _colon_before(text: ParsedText, stretch: Stretch) -> bool:
    return stretch.first >= 2 and text.tokens[stretch.first - 2].text == ":"


def _lists_on(text: ParsedText, shape: Layout, before: Marked, stretch: Stretch) -> bool:
    """Whether only commas and a coordinator stand between a quotation and the one before it, a speech: «...», «...»."""
    between = range(shape.ranges[before.quotation][1] + 1, stretch.first - 1)
    grammar = text.pack.grammar
    joined = all(text.tokens[at].text == "," or text.tokens[at].folded in grammar.coordinators for at in between)
    return len(between) > 0 and joined and not (stretch.apposed and stretch.capital)


def _colon_after(text: ParsedText, stretch: Stretch) -> bool:
    return stretch.last + 1 < len(text.tokens) and text.tokens[stretch.last + 1].text == ":"


def _only_quoted(text: ParsedText, shape: Layout, stretch: Stretch) -> bool:
    """Whether the sentence holds nothing but quotations and stops."""
    sentence = text.sentence_of(stretch.first - 1)
    return not any(shape.own(at) and text.tokens[at].is_word for at in range(stretch.last, sentence.last))


def _unattributed(
    text: ParsedText, stretch: Stretch, before: Marked | None, by_sentence: dict[int, list[Attribution]]
) -> Marked:
    """A quotation that is a sentence of its own: its source stands before, or in the next sentence."""
    index = text.sentence_index(stretch.first - 1)
    sentence = text.sentences[index]
    for earlier in range(index - 1, max(-1, index - 3), -1):
        if text.sentences[earlier].paragraph != sentence.paragraph:
            break
        cues = [cue for cue in by_sentence.get(earlier, ()) if cue.speakers]
        if cues:
            return Marked(stretch.index, Frame.CONTINUED, cues[-1], True)
    if sentence.first == stretch.first - 1 and text.sentences[index - 1].paragraph != sentence.paragraph:
        cues = [cue for cue in by_sentence.get(index - 1, ()) if cue.speakers]
        if cues and (before is None or not _near(text, before, sentence) or _speaks_later(text, before, cues[-1])):
            return Marked(stretch.index, Frame.CONTINUED, cues[-1], True)
    following = [cue for cue in by_sentence.get(index + 1, ()) if cue.speakers]
    if following and before is None:
        return Marked(stretch.index, Frame.NEXT, following[0], True)
    near = before is not None and _near(text, before, sentence)
    return Marked(stretch.index, Frame.CONTINUED, before.attribution if before and near else None, True)


def _speaks_later(text: ParsedText, before: Marked, cue: Attribution) -> bool:
    """Whether a cue stands behind the sentence in which a quotation closes."""
    closer = text.token_at(text.quotations[before.quotation].end - 1)
    return cue.first >= text.sentence_of(closer).last


def _near(text: ParsedText, before: Marked, sentence: Sentence) -> bool:
    """Whether a quotation stands in the same paragraph as a sentence, or in the one before."""
    return sentence.paragraph - _paragraph(text, before) <= 1


def _paragraph(text: ParsedText, found: Marked) -> int:
    """The paragraph in which a quotation opens."""
    return text.sentence_of(text.token_at(text.quotations[found.quotation].start)).paragraph
