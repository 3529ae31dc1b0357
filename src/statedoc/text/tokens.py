"""Tokens: words, numbers, marks and dashes, with their place in the text."""

import re
from enum import Enum
from typing import NamedTuple, final

from statedoc.languages.fold import fold


class TokenKind(Enum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"  #: a quotation mark
    DASH = "dash"
    PUNCTUATION = "punctuation"


@final
class Token(NamedTuple):
    """A stretch of text without white space inside, in code points."""

    start: int
    end: int
    text: str
    kind: TokenKind
    folded: str  #: the form in which lexicons hold words
    is_word: bool  #: a word (of letters, perhaps with digits)
    is_capital: bool  #: a word that starts with a capital letter


OPENING = "«„‹"  #: marks that only open
CLOSING = "»›”"  #: marks that only close, or nearly so
MARKS = OPENING + CLOSING + '“"'
DASHES = "—–-−‒―"

_REST = r"(?:\w|[\u0300-\u036f\u0483-\u0487\u00ad])*"
_WORD = rf"[^\W\d_]{_REST}(?:[-‑'’][^\W_]{_REST})*"
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*(?!\d))"
    rf"|(?P<word>{_WORD}(?:(?<=[A-Za-z])\.[a-z]{{2,4}}(?![\w.]))?)"  # with the end of a site's name: «.com»
    rf"|(?P<mark>[{MARKS}])"
    rf"|(?P<dash>[{re.escape(DASHES)}])"
    r"|(?P<punctuation>\.{2,}|[?!]+|[^\s\w]|_)"
)
_KINDS = {kind.value: kind for kind in TokenKind}
_ORDINAL = re.compile(f"[-‑]{_WORD}")  # the ending or second part of an ordinal or a compound


def tokens(text: str) -> tuple[Token, ...]:
    """Every token of a text, in order; white space is left out.

    >>> [token.text for token in tokens("Более 1,5 млрд. — «СНВ-3».")]
    ['Более', '1,5', 'млрд', '.', '—', '«', 'СНВ-3', '»', '.']
    """
    found: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < last:
            continue
        kind = match.lastgroup
        if kind == "number" and (tail := _ORDINAL.match(text, end)):
            kind, end = "word", tail.end()
        last = end
        word = text[start:end]
        if kind == "word":
            found.append(Token(start, end, word, TokenKind.WORD, fold(word), True, word[0].isupper()))
        else:
            found.append(Token(start, end, word, _KINDS[kind or "punctuation"], word, False, False))
    return tuple(found)
