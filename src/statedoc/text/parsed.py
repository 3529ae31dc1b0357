"""A text with its structure and the terms of its language."""

from bisect import bisect_left
from collections.abc import Container, Iterator
from functools import cached_property
from typing import TypeVar, final

import attrs

from statedoc.languages.cues import CueVerb
from statedoc.languages.morphology import Reading
from statedoc.languages.pack import LanguagePack
from statedoc.languages.terms import TermMatch
from statedoc.model import Span
from statedoc.text.paragraphs import paragraphs
from statedoc.text.quotations import Quotation, quotations
from statedoc.text.replies import replies
from statedoc.text.sentences import Sentence, sentences
from statedoc.text.tokens import Token, tokens

E = TypeVar("E")


@final
@attrs.frozen(slots=False, eq=False)
class ParsedText:
    """A text, cut once. What extractors read; they change nothing of it."""

    text: str
    pack: LanguagePack
    paragraphs: tuple[Span, ...]
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    sentences: tuple[Sentence, ...]
    terms: tuple[TermMatch, ...]  #: every phrase of the pack's lexicons, in order

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _sentences_of(self) -> list[int]:
        """The index of the sentence that each token stands in, and of the last for the place behind all."""
        found = [index for index, sentence in enumerate(self.sentences) for _ in range(sentence.first, sentence.last)]
        return [*found, len(self.sentences) - 1]

    @cached_property
    def _terms_at(self) -> dict[int, list[TermMatch]]:
        found: dict[int, list[TermMatch]] = {}
        for match in self.terms:
            found.setdefault(match.first, []).append(match)
        return found

    @cached_property
    def cue_verbs(self) -> frozenset[int]:
        """The first token of every verb of speech."""
        return frozenset(match.first for match in self.terms if isinstance(match.entry, CueVerb))

    @property
    def term_starts(self) -> Container[int]:
        """The tokens with which terms start."""
        return self._terms_at

    def terms_at(self, first: int) -> list[TermMatch]:
        """The terms that start with this token."""
        return self._terms_at.get(first, [])

    def term_at(self, first: int, kind: type[E]) -> tuple[int, E] | None:
        """The term of one lexicon that starts with this token: the index after it, and its entry."""
        for match in self._terms_at.get(first, ()):
            if isinstance(match.entry, kind):
                return match.last, match.entry
        return None

    def terms_of(self, kind: type[E]) -> Iterator[tuple[int, int, E]]:
        """Every term of one lexicon: first token, the token after the last, and the entry."""
        for first, last, entry in self.terms:
            if isinstance(entry, kind):
                yield first, last, entry

    def readings(self, index: int) -> tuple[Reading, ...]:
        """Every reading of a token, the likeliest first; none for what is no word."""
        found = self._read[index]
        if found is None:
            token = self.tokens[index]
            found = self._read[index] = self.pack.morphology.readings(token.folded) if token.is_word else ()
        return found

    @cached_property
    def _read(self) -> list[tuple[Reading, ...] | None]:
        """The readings of each token that has been asked for."""
        return [None] * len(self.tokens)

    def span(self, first: int, last: int) -> Span:
        """The code points of ``tokens[first:last]``."""
        return Span(start=self.tokens[first].start, end=self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """The tokens' own words."""
        return tuple(token.text for token in self.tokens[first:last])

    def token_at(self, start: int) -> int:
        """The index of the first token that starts at or after a code point."""
        return bisect_left(self._starts, start)

    def token_range(self, span: Span) -> tuple[int, int]:
        """The tokens that start inside a span: the first, and the one after the last."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    def sentence_index(self, token: int) -> int:
        """The index of the sentence that a token stands in."""
        return self._sentences_of[token]

    def sentence_of(self, token: int) -> Sentence:
        """The sentence that a token stands in."""
        return self.sentences[self._sentences_of[token]]


def cut(text: str, pack: LanguagePack) -> ParsedText:
    """Cut a text into its parts, and find its terms."""
    words = tokens(text)
    lines = paragraphs(text)
    found = tuple(pack.terms.find([token.folded for token in words], [token.text for token in words]))
    cues = {match.first for match in found if isinstance(match.entry, CueVerb)}
    marked = quotations(text, words, lines, tuple(replies(words, lines, cues)))
    return ParsedText(text, pack, lines, words, marked, sentences(words, lines, marked, pack.grammar), found)
