"""A text, cut once: paragraphs, sentences, tokens, quotation marks, and the terms of its language."""

from statedoc.text.parsed import ParsedText, cut
from statedoc.text.quotations import Quotation
from statedoc.text.sentences import Sentence
from statedoc.text.tokens import Token, TokenKind

__all__ = ["ParsedText", "Quotation", "Sentence", "Token", "TokenKind", "cut"]
