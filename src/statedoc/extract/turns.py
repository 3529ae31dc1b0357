"""Turns of a conversation that a text prints by layout: «Заря: Когда? / Токаев: Весной», «– Когда? / – Весной»."""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple, final

import attrs

from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.cast import Cast
from statedoc.extract.grammar import is_predicate
from statedoc.extract.layout import Layout
from statedoc.languages.cues import Cues
from statedoc.languages.morphology import Case
from statedoc.model import ActorKind, MentionForm
from statedoc.text import ParsedText, TokenKind

_LABEL = 8  # tokens before the colon
_LEAD = 3  # paragraphs before the first turn in which who answers is looked for
_FEWEST, _FEWEST_UNASKED = 2, 3  # turns of a conversation in which someone asks, and of one in which nobody does
_PERSONAL = (ActorKind.PERSON, ActorKind.OFFICE, ActorKind.UNNAMED)


@final
@attrs.frozen(kw_only=True)
class Turn:
    """What one side says without a break, maybe over several paragraphs."""

    first: int  #: the first token said
    last: int  #: the token after the last said
    label: tuple[int, int] | None = None  #: the tokens before the colon; None where a dash opens the turn
    speaker: str | None = None  #: actor id; None where it is not told, and for who asks
    asks: bool = False  #: it is the asker's


@final
class _Paragraph(NamedTuple):
    first: int
    last: int


def turns(text: ParsedText, shape: Layout, cast: Cast) -> tuple[Turn, ...]:
    """The turns of a text that is printed as a conversation, in reading order; none where it is not."""
    paragraphs = list(_paragraphs(text))
    labelled = _labelled(text, cast, paragraphs)
    if _is_conversation(text, labelled):
        return tuple(labelled)
    return tuple(_dashed(text, shape, cast, paragraphs))


def _paragraphs(text: ParsedText) -> Iterator[_Paragraph]:
    """Yield the tokens of each paragraph."""
    first = 0
    for index, sentence in enumerate(text.sentences):
        following = text.sentences[index + 1] if index + 1 < len(text.sentences) else None
        if following is None or following.paragraph != sentence.paragraph:
            yield _Paragraph(first, sentence.last)
            first = sentence.last


def _labelled(text: ParsedText, cast: Cast, paragraphs: Sequence[_Paragraph]) -> list[Turn]:
    """What stands behind labels; a paragraph without one goes on with the turn before, if a turn follows it."""
    found: list[Turn] = []
    end = 0  # where the paragraphs stop that may go on with the last turn
    for paragraph in paragraphs:
        colon = _colon(text, paragraph)
        if colon is not None:
            if found:
                found[-1] = attrs.evolve(found[-1], last=end)
            label = (paragraph.first, colon)
            found.append(Turn(first=colon + 1, last=paragraph.last, label=label, speaker=_named(text, cast, label)))
        end = paragraph.last
    interviewed = _interviewed(text, cast, found[0].label[0]) if found and found[0].label else None
    asking = frozenset(_asking(text, cast, found))
    return [_sided(text, each, interviewed, asking) for each in found]


def _asking(text: ParsedText, cast: Cast, found: Sequence[Turn]) -> Iterator[tuple[str, ...]]:
    """Yield the labels of those who ask: who is nobody, or only asks; and who asks at all, if they have no name."""
    asked: dict[tuple[str, ...], list[Turn]] = {}
    for each in found:
        asked.setdefault(_name(text, each), []).append(each)
    for name, said in asked.items():
        questions = [_is_question(text, each.last) for each in said]
        speaker = said[0].speaker
        nameless = speaker is not None and cast.by_id[speaker].kind is not ActorKind.PERSON
        if speaker is None or all(questions) or (nameless and any(questions)):
            yield name


def _sided(text: ParsedText, turn: Turn, interviewed: str | None, asking: Set[tuple[str, ...]]) -> Turn:
    """A labelled turn with whose it is: one under "answer" is of whom the lead names."""
    if turn.label is not None and text.tokens[turn.label[0]].folded in text.pack.lexicon(Cues).answers:
        return attrs.evolve(turn, speaker=interviewed)
    return attrs.evolve(turn, asks=_name(text, turn) in asking)


def _name(text: ParsedText, turn: Turn) -> tuple[str, ...]:
    return text.words(*turn.label) if turn.label is not None else ()


def _colon(text: ParsedText, paragraph: _Paragraph) -> int | None:
    """The colon behind a label that opens a paragraph: a name or two, and then a sentence."""
    for at in range(paragraph.first, min(paragraph.last - 1, paragraph.first + _LABEL)):
        token = text.tokens[at]
        if token.text == ":":
            opens = text.tokens[at + 1]
            said = opens.is_capital or opens.kind in (TokenKind.MARK, TokenKind.NUMBER)
            said = said and not (opens.kind is TokenKind.MARK and _closes(text, paragraph))
            return at if said and (_is_mark(text, paragraph) or text.tokens[paragraph.first].is_capital) else None
        if not token.is_word and token.kind is not TokenKind.MARK and token.text not in ".,":
            return None
    return None


def _closes(text: ParsedText, paragraph: _Paragraph) -> bool:
    """Whether a paragraph ends with a quotation mark, as one does that is nothing but a quotation with its source."""
    return any(text.tokens[at].kind is TokenKind.MARK for at in range(paragraph.last - 2, paragraph.last))


def _is_mark(text: ParsedText, paragraph: _Paragraph) -> bool:
    return text.tokens[paragraph.first].kind is TokenKind.MARK


def _named(text: ParsedText, cast: Cast, label: tuple[int, int]) -> str | None:
    """The person whom a label names, and nothing else, by actor id."""
    for candidate, actor in cast.between(label[0], label[0] + 1):
        personal = candidate.kind in _PERSONAL and candidate.form in (MentionForm.NAME, MentionForm.ROLE)
        if candidate.last == label[1] and personal and _is_nominative(candidate):
            return actor
    return None


def _is_nominative(candidate: Candidate) -> bool:
    return any(each.case in (Case.NOMINATIVE, None) for each in candidate.forms)


def _is_conversation(text: ParsedText, found: Sequence[Turn]) -> bool:
    """Whether labelled paragraphs are turns: of two sides, of which one asks, or of persons who say whole sentences."""
    names = {_name(text, each) for each in found}
    if len(names) < _FEWEST:
        return False
    if any(each.asks and _is_question(text, each.last) for each in found):
        return any(not each.asks for each in found)
    persons = [each for each in found if each.speaker is not None]
    said = all(any(is_predicate(text.readings(at)) for at in range(each.first, each.last)) for each in persons)
    return len({each.speaker for each in persons}) >= _FEWEST and len(persons) >= _FEWEST_UNASKED and said


def _is_question(text: ParsedText, end: int) -> bool:
    return text.tokens[end - 1].text[0] == "?" or text.tokens[end - 1].text.startswith("!?")


def _dashed(text: ParsedText, shape: Layout, cast: Cast, paragraphs: Sequence[_Paragraph]) -> Iterator[Turn]:
    """Yield the turns that dashes open: a question and an answer in turn, from the first question on."""
    opening = [at for at, each in enumerate(paragraphs) if _is_dashed(text, each)]
    first = next((number for number, at in enumerate(opening) if _is_question(text, paragraphs[at].last)), None)
    if first is None or len(opening) - first < _FEWEST:
        return
    opening = opening[first:]
    answers = [at for number, at in enumerate(opening) if number % 2]
    if all(_is_question(text, paragraphs[at].last) for at in answers):
        return  # one side asks, again and again
    interviewed = _interviewed(text, cast, paragraphs[opening[0]].first)
    for number, at in enumerate(opening):
        following = opening[number + 1] if number + 1 < len(opening) else at + 1
        asks = number % 2 == 0
        last = paragraphs[following - 1].last
        if not shape.own(paragraphs[at].first):
            continue  # a reply with words of the reporter's, which is a quotation
        yield Turn(first=paragraphs[at].first + 1, last=last, speaker=None if asks else interviewed, asks=asks)


def _is_dashed(text: ParsedText, paragraph: _Paragraph) -> bool:
    """Whether a dash opens a paragraph."""
    return text.tokens[paragraph.first].kind is TokenKind.DASH and paragraph.last - paragraph.first > 1


def _interviewed(text: ParsedText, cast: Cast, before: int) -> str | None:
    """The person whom the paragraphs right before the first turn tell of; None where they name several, or nobody."""
    if before == 0:
        return None
    least = text.sentence_of(before).paragraph - _LEAD
    start = next(each.first for each in text.sentences if each.paragraph >= least)
    told = cast.between(start, before)
    named = [(candidate, actor) for candidate, actor in told if candidate.name is not None]
    persons = {actor for _, actor in named if cast.by_id[actor].kind is ActorKind.PERSON}
    met = [actor for candidate, actor in named if actor in persons and _is_met(text, candidate)]
    if len(persons) == 1:
        return next(iter(persons))
    return met[-1] if met else None


def _is_met(text: ParsedText, candidate: Candidate) -> bool:
    """Whether someone is named behind "with": «поговорила с Касым-Жомартом Токаевым»."""
    at = candidate.first - 1
    return at >= 0 and text.tokens[at].folded in text.pack.grammar.comitatives
