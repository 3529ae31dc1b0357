"""The names by which the records of a page are linked to."""

import re
from typing import final

import attrs

from statedoc.model import Actor, Document

_SIMPLE = re.compile(r"[a-z]{1,2}[0-9]{1,6}")  # as the ids that an extractor gives


@final
@attrs.frozen(kw_only=True)
class Anchors:
    """The anchor of each record, and the actors by their ids."""

    names: dict[str, str]
    actors: dict[str, Actor]

    @classmethod
    def of(cls, document: Document) -> "Anchors":
        """An anchor is the record's id where that is a letter or two and a number; any other gets a new one."""
        kinds = (document.actors, document.speeches, document.quotes, document.agreements, document.metrics)
        ids = [record.id for records in kinds for record in records]
        return cls(
            names={each: each if _SIMPLE.fullmatch(each) else f"record-{place}" for place, each in enumerate(ids, 1)},
            actors={actor.id: actor for actor in document.actors},
        )

    def __getitem__(self, id: str) -> str:
        """The anchor of the record with this id."""
        return self.names[id]

    def actor(self, id: str) -> Actor:
        """The actor with this id."""
        return self.actors[id]
