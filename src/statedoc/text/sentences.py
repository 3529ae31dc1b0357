"""Sentences: each holds whole what stands in quotation marks inside it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, final

from statedoc.languages.grammar import Grammar
from statedoc.model import Span
from statedoc.text.quotations import Quotation
from statedoc.text.tokens import CLOSING, DASHES, MARKS, Token, TokenKind

_STOP = re.compile(r"\.+|[?!]+|…")
_LONGEST_DATELINE = 9  # tokens
_YEAR = 4  # digits
_MOST_AFTER_STOP = 5  # how many closing marks and brackets may follow a full stop
_CLOSERS = (TokenKind.PUNCTUATION, TokenKind.MARK)  # one of which stands before every sentence but the first
_AFTER_STOP = CLOSING + '"“)]}'


@final
class Sentence(NamedTuple):
    """A sentence, by its tokens (``tokens[first:last]``) and by its code points."""

    first: int
    last: int
    start: int
    end: int
    paragraph: int  #: index of its paragraph


def sentences(
    tokens: Sequence[Token], paragraphs: Sequence[Span], quotations: Sequence[Quotation], grammar: Grammar
) -> tuple[Sentence, ...]:
    """Cut paragraphs at full stops, but not after abbreviations, nor between quotation marks."""
    found: list[Sentence] = []
    paragraph, first = 0, 0
    for index in (*_boundaries(tokens, paragraphs, quotations, grammar), len(tokens)):
        if index > first:
            while tokens[first].start >= paragraphs[paragraph].end:
                paragraph += 1
            found.append(Sentence(first, index, tokens[first].start, tokens[index - 1].end, paragraph))
            first = index
    return tuple(found)


def _boundaries(
    tokens: Sequence[Token], paragraphs: Sequence[Span], quotations: Sequence[Quotation], grammar: Grammar
) -> Iterator[int]:
    """Yield the index of each token that starts a paragraph or a sentence."""
    starts = {span.start for span in paragraphs}
    opening = 0  # the paragraph's first token
    ends = {each.start: each.end for each in quotations if each.parent is None}
    quoted_until = 0
    for index, token in enumerate(tokens):
        inside = token.start < quoted_until
        quoted_until = max(quoted_until, ends.get(token.start, 0))
        opening = index if token.start in starts else opening
        if opening == index:
            yield index
        elif inside or tokens[index - 1].kind not in _CLOSERS:
            continue
        elif _can_start(tokens, index) and _stops(tokens, index, opening, grammar):
            yield index


def _can_start(tokens: Sequence[Token], index: int) -> bool:
    """Whether a sentence can start with this token."""
    token = tokens[index]
    if token.kind is TokenKind.WORD:
        return not token.text[0].islower()
    if token.kind is TokenKind.NUMBER:
        return True
    if index + 1 == len(tokens):
        return False
    following = tokens[index + 1]
    if token.kind is TokenKind.MARK:
        return token.text not in CLOSING and not following.text[0].islower()
    return (token.text in DASHES or token.text in "([") and (following.is_capital or following.text in MARKS)


def _stops(tokens: Sequence[Token], index: int, opening: int, grammar: Grammar) -> bool:
    """Whether what stands before this token ends a sentence."""
    if index == 0 or tokens[index - 1].end == tokens[index].start:
        return False  # no white space: «v2.0», «U.S.»
    at = index - 1
    while at > max(0, index - _MOST_AFTER_STOP) and tokens[at].text in _AFTER_STOP:
        at -= 1
    if not _STOP.fullmatch(tokens[at].text):
        return False
    if tokens[at].text != "." or at < index - 1 or not _abbreviates(tokens, at, grammar):
        return True
    if tokens[index].folded in grammar.starters and not (
        _is_initial_of(tokens, at) or _is_initial_of(tokens, index + 1)
    ):
        return True  # no name: a word that has a capital only where a sentence starts
    return _closes_dateline(tokens, opening, at)


def _is_initial_of(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a full stop stands at `stop` that belongs to a lone capital letter."""
    lone = len(tokens[stop - 1].text) == 1 and tokens[stop - 1].text.isupper()
    return lone and stop < len(tokens) and tokens[stop].text == "."


def _closes_dateline(tokens: Sequence[Token], opening: int, stop: int) -> bool:
    """Whether an abbreviation behind a year ends a paragraph's dateline: «БРЮССЕЛЬ, 22 мая 2008 г.»."""
    if stop - opening > _LONGEST_DATELINE or stop - opening < _YEAR:
        return False
    place, year = tokens[opening].text, tokens[stop - 2]
    return len(place) > 1 and place.isupper() and year.kind is TokenKind.NUMBER and len(year.text) == _YEAR


def _abbreviates(tokens: Sequence[Token], stop: int, grammar: Grammar) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation or an initial."""
    word = tokens[stop - 1] if stop else tokens[stop]
    if word.end != tokens[stop].start or word.kind is not TokenKind.WORD:
        return False
    before = tokens[stop - 2] if stop >= 2 else None
    if word.folded in grammar.abbreviations and word.text.islower():
        governed = before is not None and before.folded in grammar.prepositions
        return not (governed and word.folded in grammar.pronoun_forms)  # "in it." looks like "Germ."
    initial = len(word.text) == 1 and word.text.isupper()
    return initial and (
        before is None or (before.kind is not TokenKind.NUMBER and (before.end < word.start or before.text == "."))
    )
