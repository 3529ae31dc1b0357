"""Quotation marks, paired by kind: nested, touching, over paragraphs, and unpaired."""

from collections.abc import Sequence
from typing import NamedTuple, final

from statedoc.model import Span
from statedoc.text.tokens import CLOSING, OPENING, Token, TokenKind

_PARTNERS = {"«": "»", "„": '“”"', "‹": "›", "“": '”"“', '"': '"”'}
_DEEPEST = 4  # marks nested deeper than this are decoration
_MOST_PARAGRAPHS = 8  # a quotation that nothing closes for longer was never meant to go on


@final
class Quotation(NamedTuple):
    """A stretch of text between quotation marks, or a paragraph that a dash opens."""

    start: int  #: of the opening mark or dash
    end: int  #: after the closing mark
    content: Span  #: between the marks, without white space at either end
    parent: int | None  #: index of the quotation that this one stands inside
    closed: bool  #: False where the closing mark is missing and the paragraph's end stands for it


class _Open(NamedTuple):
    at: int  # token index
    mark: str
    paragraph: int


def quotations(
    text: str, tokens: Sequence[Token], paragraphs: Sequence[Span], replies: Sequence[tuple[int, int]] = ()
) -> tuple[Quotation, ...]:
    """Every quotation of a text, in the order in which they open; `replies` are those that a dash opens, as tokens.

    >>> from statedoc.text.paragraphs import paragraphs
    >>> from statedoc.text.tokens import tokens
    >>> text = 'Газета «Труд» и "Время".'
    >>> [quotation.content.of(text) for quotation in quotations(text, tokens(text), paragraphs(text))]
    ['Труд', 'Время']
    """
    pairs = _Pairing(text, tokens, paragraphs).pairs()
    if replies:
        pairs = sorted([*pairs, *((first, last, False) for first, last in replies)], key=_in_order)
    found: list[Quotation] = []
    inside: list[int] = []
    for opening, closing, closed in pairs:
        start, end = tokens[opening].start, tokens[closing].end
        while inside and found[inside[-1]].end <= start:
            inside.pop()
        if inside and end > found[inside[-1]].end:
            continue  # it has no end of its own, and the one around it ends first
        first = tokens[opening].end
        last = tokens[closing].start if closed else end
        stripped = text[first:last]
        first += len(stripped) - len(stripped.lstrip())
        last = max(first, first + len(stripped.strip()))
        if len(inside) >= _DEEPEST:
            continue
        parent = inside[-1] if inside else None
        found.append(Quotation(start, end, Span(start=first, end=last), parent, closed))
        inside.append(len(found) - 1)
    return tuple(found)


def _in_order(pair: tuple[int, int, bool]) -> tuple[int, int]:
    return pair[0], -pair[1]


class _Pairing:
    """One pass over the tokens with a stack of open marks."""

    def __init__(self, text: str, tokens: Sequence[Token], paragraphs: Sequence[Span]) -> None:
        self._text = text
        self._tokens = tokens
        self._paragraphs = paragraphs
        self._open: list[_Open] = []
        self._pairs: list[tuple[int, int, bool]] = []
        self._paragraph = 0
        self._paragraph_pairs = 0  # how many pairs there were when the paragraph began
        self._first = 0  # the paragraph's first token

    def pairs(self) -> list[tuple[int, int, bool]]:
        """Pairs of token indices: opening mark, closing mark, and whether that is there."""
        tokens, paragraphs = self._tokens, self._paragraphs
        for index, token in enumerate(tokens):
            while self._paragraph < len(paragraphs) and token.start >= paragraphs[self._paragraph].end:
                self._end_paragraph(index)
            if token.kind is TokenKind.MARK:
                self._mark(index, token)
        self._paragraph = len(paragraphs) + _MOST_PARAGRAPHS
        self._end_paragraph(len(tokens))
        return sorted(self._pairs, key=_in_order)

    def _mark(self, index: int, token: Token) -> None:
        mark = token.text
        if mark in OPENING or (mark not in CLOSING and self._opens(token)):
            self._open.append(_Open(index, mark, self._paragraph))
            return
        for depth in range(len(self._open) - 1, max(-1, len(self._open) - 9), -1):
            if mark in _PARTNERS[self._open[depth].mark]:
                # what was opened inside and never closed shares the closing mark
                for inner in self._open[depth + 1 :]:
                    if inner.mark == self._open[depth].mark:
                        self._pairs.append((inner.at, index, True))
                self._pairs.append((self._open[depth].at, index, True))
                del self._open[depth:]
                return
        self._unopened(index, mark)

    def _opens(self, token: Token) -> bool:
        """Whether a mark that can do both opens: by its neighbours, and by what is open."""
        before = self._text[token.start - 1 : token.start]
        after = self._text[token.end : token.end + 1]
        free_before = not before or before.isspace() or before in '([{—–-/«„“"'
        free_after = not after or after.isspace() or after in ".,;:!?…)]}—–-/»”"
        if token.text == "“" and self._open and self._open[-1].mark == "„":
            return False
        if free_before and not free_after:
            return before != '"' or not self._touches(token)
        if free_after and not free_before:
            return False
        return not any(each.mark == token.text for each in self._open[-2:])

    def _touches(self, token: Token) -> bool:
        """Whether the mark right before closed something, so that this one closes too."""
        return bool(self._pairs) and self._tokens[self._pairs[-1][1]].end == token.start

    def _unopened(self, index: int, mark: str) -> None:
        """Handle a closing mark without an opening one: a pair that opened the paragraph or sentence may share it."""
        for opening, _, closed in self._pairs[self._paragraph_pairs : self._paragraph_pairs + 1]:
            if closed and mark in _PARTNERS[self._tokens[opening].text] and self._starts(opening):
                self._pairs.append((opening, index, True))
                return

    def _starts(self, opening: int) -> bool:
        """Whether a mark stands first in its paragraph, or after a colon."""
        return opening == self._first or (opening > 0 and self._tokens[opening - 1].text in ":—–")

    def _end_paragraph(self, after: int) -> None:
        """Settle what is still open when a paragraph ends; `after` is the index of the next token."""
        kept = [each for each in self._open[:1] if self._goes_on(each, after)]
        for opened in self._open[len(kept) :]:
            self._close_at_end(opened, after)
        self._open = kept
        self._paragraph += 1
        self._paragraph_pairs = len(self._pairs)
        self._first = after

    def _goes_on(self, opened: _Open, after: int) -> bool:
        """Whether what a mark opened goes on in the next paragraph."""
        if opened.mark not in OPENING or self._paragraph - opened.paragraph >= _MOST_PARAGRAPHS:
            return False
        if after == len(self._tokens) or self._tokens[after].text in OPENING:
            return False
        return self._closes_later(after, opened.mark)

    def _closes_later(self, after: int, mark: str) -> bool:
        """Whether a paragraph soon ends what is open: a closing mark comes before the next opening one."""
        limit = self._paragraphs[min(len(self._paragraphs), self._paragraph + _MOST_PARAGRAPHS) - 1].end
        depth = 0
        for token in self._tokens[after : after + 2000]:
            if token.start >= limit:
                return False
            if token.kind is TokenKind.MARK:
                if token.text == mark:
                    depth += 1
                elif token.text in _PARTNERS[mark]:
                    depth -= 1
                    if depth < 0:
                        return True
        return False

    def _close_at_end(self, opened: _Open, after: int) -> None:
        """Close at the paragraph's last closing mark that can be shared, or else at its end."""
        recent = max(self._paragraph_pairs, len(self._pairs) - 3)
        named = opened.at > 0 and self._tokens[opened.at - 1].is_word
        for opening, closing, closed in reversed(self._pairs[recent:]):
            shared = closed and opening > opened.at and self._tokens[closing].text in _PARTNERS[opened.mark]
            if shared and (named or self._ends(closing, after)):
                self._pairs.append((opened.at, closing, True))
                return
        if after - 1 > opened.at:
            self._pairs.append((opened.at, after - 1, False))

    def _ends(self, closing: int, after: int) -> bool:
        """Whether a closing mark ends its paragraph, or its quotation by «», —»."""
        rest = [token.text for token in self._tokens[closing + 1 : min(closing + 3, after)]]
        return (
            closing + 1 == after
            or rest[:1]
            in (
                [","],
                [
                    ".",
                ],
            )
            or (bool(rest) and rest[0] in "—–-")
        )
