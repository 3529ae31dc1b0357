"""Marked stretches: which quotations are speech, and whose."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, final

from statedoc.extract.grammar import NOMINAL, has_case, is_as
from statedoc.extract.layout import Layout
from statedoc.extract.quotes.attribution import Attribution
from statedoc.extract.quotes.frames import Frame, best, is_aside, is_governed
from statedoc.extract.quotes.stretches import Stretch, stretch
from statedoc.languages.cues import Cues, Takes
from statedoc.languages.morphology import Case, Pos
from statedoc.text import ParsedText, Sentence, TokenKind

_FEW = 2  # words that can be the reporter's own, used askew


@final
class Marked(NamedTuple):
    """A quotation that is speech."""

    quotation: int  #: index
    frame: Frame
    attribution: Attribution | None
    whole: bool  #: whole sentences, not a piece inside the reporter's own


def marked(text: ParsedText, shape: Layout, cues: Sequence[Attribution]) -> Iterator[Marked]:
    """Yield every outermost quotation that is speech, in reading order."""
    by_sentence: dict[int, list[Attribution]] = {}
    for cue in cues:
        by_sentence.setdefault(text.sentence_index(cue.first), []).append(cue)
    before: Marked | None = None
    for index, quotation in enumerate(text.quotations):
        if quotation.parent is not None:
            continue
        seen = stretch(text, shape, index)
        if seen.words == 0:
            continue
        found = best(text, shape, seen, by_sentence)
        decided = _decide(text, shape, seen, found, before, by_sentence)
        if decided is not None:
            before = decided
            yield decided


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
    if frame is Frame.AFTER and cue is not None and _is_answer(text, stretch, cue):
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
    as_clause = is_as(text, cue.start - 1)
    return stretch.finite and not as_clause and not cue.cue.takes & {Takes.CALL, Takes.NAMING}


def _is_said(stretch: Stretch, cue: Attribution) -> bool:
    """Whether what follows a colon is speech, and no slogan that an act went with."""
    return Takes.CLAUSE in cue.cue.takes or stretch.finite or stretch.words > 3


def _sentence_like(stretch: Stretch) -> bool:
    return stretch.capital and (stretch.finite or stretch.words > 4) and (not stretch.apposed or stretch.words > 7)


def _is_answer(text: ParsedText, stretch: Stretch, cue: Attribution) -> bool:
    """Whether a lone word before a dash is all that was said: «Никогда», — ответил X."""
    one = stretch.words == 1 and stretch.capital and stretch.alone
    dash = any(text.tokens[at].kind is TokenKind.DASH for at in range(stretch.last + 1, cue.start))
    return one and dash and Takes.CLAUSE in cue.cue.takes and bool(cue.speakers)


def _is_piece(text: ParsedText, stretch: Stretch, cue: Attribution) -> bool:
    """Whether a quotation in the reach of a cue is what its source said, and no name nor a word used askew."""
    if (not cue.speakers and stretch.words < 4) or _is_named(text, stretch):
        return False
    called = Takes.NAMING in cue.cue.takes or (Takes.CALL in cue.cue.takes and not _is_object(text, stretch))
    if stretch.words <= _FEW and not called and _is_askew(text, stretch, cue):
        return False
    if stretch.apposed and stretch.capital:
        return stretch.words > 6 or (stretch.finite and stretch.words > 3)
    if stretch.capital:
        return stretch.words > 3 or stretch.finite
    return True


def _is_object(text: ParsedText, stretch: Stretch) -> bool:
    """Whether a quotation is a noun, as those are whom someone calls on: «предложил «десятке» подождать»."""
    likeliest = text.readings(stretch.first)[:1]
    return not is_governed(text, stretch) and stretch.words == 1 and any(each.pos is Pos.NOUN for each in likeliest)


def _is_askew(text: ParsedText, stretch: Stretch, cue: Attribution) -> bool:
    """Whether a word or two in marks are the reporter's own, used askew: a lone noun or adjective, or a far object."""
    if Takes.AS in cue.cue.takes and _calls_by(text, stretch):
        return False
    if stretch.words == 1:
        reading = next(iter(text.readings(stretch.first)), None)
        return reading is not None and reading.pos in NOMINAL and not reading.short
    if Takes.WITH in cue.cue.takes:
        return True  # the object of an act
    if cue.cue.takes == {Takes.QUOTE} and text.tokens[stretch.first - 2].folded in text.pack.lexicon(Cues).reasons:
        return False
    between = range(cue.last, stretch.first - 1)
    reported = is_aside(text, cue) or any(text.tokens[at].folded in text.pack.grammar.complementizers for at in between)
    if Takes.AS in cue.cue.takes and not reported:
        ends = (stretch.first, stretch.last - 1)
        return not all(has_case(text.readings(at), Case.INSTRUMENTAL) for at in ends)
    return not reported and stretch.first - 1 - max(cue.end, cue.last) > 1


def _is_named(text: ParsedText, stretch: Stretch) -> bool:
    """Whether a noun stands before a quotation whose name that is: «принцип «...»»."""
    before = text.readings(stretch.first - 2) if stretch.first > 1 else ()
    cues = text.pack.lexicon(Cues)
    entitled = not stretch.finite and has_case(text.readings(stretch.first)[:1], Case.NOMINATIVE)
    nouns = cues.named | cues.entitled if entitled else cues.named
    return any(reading.lemma in nouns for reading in before)


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
    name = stretch.capital and (stretch.apposed or stretch.words == 1)
    return len(between) > 0 and joined and not name


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
