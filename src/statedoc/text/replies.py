"""Replies: paragraphs that a dash opens instead of a quotation mark, with the reporter's words behind another dash."""

from collections.abc import Iterator, Sequence, Set

from statedoc.model import Span
from statedoc.text.tokens import Token, TokenKind

_STOPS = frozenset((",", ".", "!", "?", "…", "...", "?!", "!?", "»", '"'))
_TO_CUE = 3  # tokens from the second dash to its verb


def replies(tokens: Sequence[Token], paragraphs: Sequence[Span], cues: Set[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last token of each reply; `cues` are the tokens that start a verb of speech.

    >>> from statedoc.text.paragraphs import paragraphs
    >>> from statedoc.text.tokens import tokens
    >>> text = "— Мы готовы, — сказал посол. — Но не завтра."
    >>> list(replies(tokens(text), paragraphs(text), {5}))
    [(0, 12)]
    >>> list(replies(tokens(text), paragraphs(text), set()))
    []
    """
    at = 0
    for paragraph in paragraphs:
        first = at
        while at < len(tokens) and tokens[at].start < paragraph.end:
            at += 1
        if at - first < 2 or tokens[first].kind is not TokenKind.DASH or tokens[first + 1].text[0].islower():
            continue
        for dash in range(first + 2, at - 1):
            inserted = tokens[dash].kind is TokenKind.DASH and tokens[dash - 1].text in _STOPS
            if inserted and any(here in cues for here in range(dash + 1, min(dash + 1 + _TO_CUE, at))):
                yield first, at - 1
                break
