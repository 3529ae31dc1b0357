"""Speeches: the interviews, articles and press conferences that an article's quotes come from.

The way through: `occasions` finds where words were said or what somebody held, `speakers` who spoke, `circumstances`
where, when, to whom and in which medium; `printed` knows texts that are an occasion themselves; `records` makes the
speeches, each with its quotes.
"""

from statedoc.extract.speeches.records import speeches

__all__ = ["speeches"]
