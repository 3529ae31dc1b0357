"""Stretches: what a quotation looks like, whatever stands around it."""

from typing import final

import attrs

from statedoc.extract.grammar import is_predicate
from statedoc.extract.layout import Layout
from statedoc.languages.morphology import Pos
from statedoc.languages.organizations import OrganizationNoun
from statedoc.text import ParsedText, TokenKind


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


def stretch(text: ParsedText, shape: Layout, index: int) -> Stretch:
    """What one quotation looks like."""
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
