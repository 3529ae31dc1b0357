"""Many articles: what goes wrong with one is told, and the rest goes on."""

from statedoc.batch._parsing import parse_many

__all__ = ["parse_many"]
