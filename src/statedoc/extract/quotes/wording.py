"""Words of a sentence as ranges of tokens, and what can be asked of them."""

from statedoc.extract.grammar import is_predicate
from statedoc.text import ParsedText, TokenKind

LEAST_WORDS = 2  #: that something said has
STOPS = ".!?…;,:"  #: that stand at the ends of what was said

Ranges = tuple[tuple[int, int], ...]


def says(text: ParsedText, first: int, last: int) -> bool:
    """Whether the predicate of a clause is among words."""
    return any(is_predicate(text.readings(at)) for at in range(first, last))


def trimmed(text: ParsedText, first: int, last: int) -> tuple[int, int]:
    """A range without the punctuation at its ends."""
    while first < last and (text.tokens[first].text[0] in STOPS or text.tokens[first].kind is TokenKind.DASH):
        first += 1
    while first < last and (text.tokens[last - 1].text[0] in STOPS or text.tokens[last - 1].kind is TokenKind.DASH):
        last -= 1
    return first, last
