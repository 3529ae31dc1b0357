"""Actors: from words that may name someone to the persons, states and organizations of an article.

The way through: `states`, `organizations`, `names` (by their `readings`) and `roles` find words; `mentions` puts
them together to candidates; `coreference` says which candidates are the same actor, by what the reader has in mind
(`discourse`): `descriptions` for titles, `visits` for guests, `pronouns`, `several` for plurals; `records` makes the
actors, and `authors` adds who writes "I".
"""

from statedoc.extract.actors.authors import with_author
from statedoc.extract.actors.records import actors

__all__ = ["actors", "with_author"]
