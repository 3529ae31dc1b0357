"""Words that a headline quotes without a source, and that somebody says in the text below."""

from collections.abc import Sequence

import attrs

from statedoc.model import Quote
from statedoc.text import ParsedText

_HEADLINES = 2  # paragraphs
_LEAST_WORDS = 3  # which are repeated by chance no more


def with_speakers_below(text: ParsedText, found: Sequence[Quote]) -> list[Quote]:
    """The quotes; one of the first lines without a speaker has that of a later quote that holds its words."""
    return [_with_speaker(text, quote, found) if _is_open(text, quote) else quote for quote in found]


def _is_open(text: ParsedText, quote: Quote) -> bool:
    paragraph = text.sentence_of(text.token_at(quote.content[0].start)).paragraph
    return not quote.speakers and paragraph < _HEADLINES


def _with_speaker(text: ParsedText, quote: Quote, found: Sequence[Quote]) -> Quote:
    words = _words(text, quote)
    if len(words.split()) < _LEAST_WORDS:
        return quote
    below = (each for each in found if each.speakers and each.content[0].start > quote.content[0].start)
    speakers = next((each.speakers for each in below if words in _words(text, each)), ())
    return attrs.evolve(quote, speakers=speakers)


def _words(text: ParsedText, quote: Quote) -> str:
    """What a quote says, as its folded words with blanks around them."""
    tokens = (at for span in quote.content for at in range(*text.token_range(span)))
    return f" {' '.join(text.tokens[at].folded for at in tokens if text.tokens[at].is_word)} "
