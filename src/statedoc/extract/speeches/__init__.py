"""Speeches: the interviews, articles and press conferences that an article's quotes come from."""

from statedoc.extract.speeches.records import speeches

__all__ = ["speeches"]
