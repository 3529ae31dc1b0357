"""Which words of a text are the reporter's own, and which stand in quotation marks.

A reporter may break into a quotation: «Мы готовы, — сказал министр, — но не завтра». The words between
the dashes are the reporter's, and the quotation falls into pieces.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple, final

import attrs

from statedoc.languages.cues import CueVerb
from statedoc.languages.morphology import Pos
from statedoc.model import Span
from statedoc.text import ParsedText, Quotation, TokenKind

_BEFORE_INSERT = frozenset((",", "!", "?", "…", "...", ".", "?!", "!?", "”", "“", "»", '"'))
_LONGEST_INSERT = 40  # tokens between the dashes
_LONGEST_UNLISTED = 7  # tokens of an insert whose verb no lexicon lists
_VERB_WITHIN = 3  # the verb stands among the first words of an insert


@final
class Insert(NamedTuple):
    """The reporter's words inside a quotation: ``tokens[first:last]``, without the dashes."""

    first: int
    last: int


@final
@attrs.frozen(eq=False)
class Layout:
    """Whose words the tokens are."""

    outer: tuple[int, ...]  #: for each token: the outermost quotation that holds it, or -1 for the reporter's own
    ranges: tuple[tuple[int, int], ...]  #: for each quotation: its tokens between the marks, first and after the last
    inserts: tuple[tuple[Insert, ...], ...]  #: for each quotation: what the reporter puts in
    opened_at: Mapping[int, int]  #: by the token that is its opening mark: the quotation

    def own(self, token: int) -> bool:
        """Whether a token is the reporter's."""
        return self.outer[token] < 0


def layout(text: ParsedText) -> Layout:
    """Sort the tokens of a text into the reporter's and the quoted."""
    outer = [-1] * len(text.tokens)
    ranges, inserts = [], []
    for index, quotation in enumerate(text.quotations):
        first, last = text.token_range(Span(start=quotation.start, end=quotation.end))
        if quotation.parent is None:
            outer[first:last] = [index] * (last - first)
        inside = (first + 1, last - 1 if quotation.closed else last)
        ranges.append(inside)
        found = tuple(_inserts(text, *inside)) if quotation.parent is None else ()
        inserts.append(found)
        for insert in found:
            outer[insert.first : insert.last] = [-1] * (insert.last - insert.first)
    opened_at = {first - 1: index for index, (first, _) in reversed(list(enumerate(ranges)))}
    return Layout(tuple(outer), tuple(ranges), tuple(inserts), opened_at)


def pieces(text: ParsedText, shape: Layout, index: int) -> tuple[Span, ...]:
    """The words of a quotation without the marks and without the reporter's: one span, or several."""
    quotation: Quotation = text.quotations[index]
    found, start = [], quotation.content.start
    for insert in shape.inserts[index]:
        before = insert.first - 2  # the token before the first dash
        end = text.tokens[before].start if text.tokens[before].text == "," else text.tokens[before].end
        if end > start:
            found.append(Span(start=start, end=end))
        following = _after(text, insert)
        start = text.tokens[following].start if following < len(text.tokens) else quotation.content.end
    if quotation.content.end > start:
        found.append(Span(start=start, end=quotation.content.end))
    return tuple(found) or (quotation.content,)


def _after(text: ParsedText, insert: Insert) -> int:
    """The index of the first quoted token after an insert."""
    at = insert.last
    while at < len(text.tokens) and (text.tokens[at].kind is TokenKind.DASH or text.tokens[at].text in ",.:;!?…"):
        at += 1
    return at


def _inserts(text: ParsedText, first: int, last: int) -> Iterator[Insert]:
    """Yield the reporter's words between ``tokens[first:last]``: from a dash and a verb of speech to the next dash."""
    spoken = (TokenKind.WORD, TokenKind.NUMBER)
    begin = next((at for at in range(first, last) if text.tokens[at].kind in spoken), last)  # nothing to break before
    dashes = [at for at in range(begin + 1, last) if text.tokens[at].kind is TokenKind.DASH]
    until = first
    for number, dash in enumerate(dashes):
        if dash < until or text.tokens[dash - 1].text not in _BEFORE_INSERT or dash + 1 >= last:
            continue
        closing = _closing(text, islice(dashes, number + 1, None), dash, last)
        unlisted = closing < last and closing - dash <= _LONGEST_UNLISTED and _is_reported_verb(text, dash + 1)
        if not unlisted and not _opens(text, dash + 1, last):
            continue
        yield Insert(dash + 1, closing)
        until = closing + 2


def _closing(text: ParsedText, dashes: Iterator[int], opening: int, last: int) -> int:
    """Where an insert ends: before the dash that closes it, or with the quotation."""
    for dash in dashes:
        if dash - opening > _LONGEST_INSERT:
            break
        if text.tokens[dash - 1].text in ",.:;!?…":
            return dash - 1
    return last


def _opens(text: ParsedText, first: int, last: int) -> bool:
    """Whether a verb of speech in the third person stands among the next few words."""
    for at in range(first, min(first + _VERB_WITHIN, last)):
        if not text.tokens[at].is_word:
            return False
        if text.term_at(at, CueVerb) and any(r.pos is Pos.VERB and r.person in (None, 3) for r in text.readings(at)):
            return True
    return False


def _is_reported_verb(text: ParsedText, at: int) -> bool:
    """Whether a word is likeliest a finite verb that is not in the first or second person."""
    reading = next(iter(text.readings(at)), None)
    return reading is not None and reading.pos is Pos.VERB and reading.person in (None, 3)
