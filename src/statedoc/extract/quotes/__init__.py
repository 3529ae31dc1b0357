"""Quotes: from the words that mark speech to who said what.

The way through: `cues` finds the words, `subjects` and `sources` whom they speak for, `attribution` joins the
two; `marked` decides which quotations are speech and whose, `indirect` finds speech without marks; `records`
makes the quotes, and `repeated` gives a headline's words to who says them below.
"""

from statedoc.extract.quotes.attribution import attributions
from statedoc.extract.quotes.records import quotes

__all__ = ["attributions", "quotes"]
