"""What a flat table is made of: columns, and what they ask of a record and of the document around it."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Any, final

import attrs

from statedoc.model import Actor, DateMention, Document, Quote, Span, Speech

JOINT = " … "  # between the pieces of a quote that the reporter breaks into
_AROUND = 80  # code points on either side of the words, where a column shows what they stand in


class Holds(StrEnum):
    """What the cells of a column hold; any may be empty, that is None."""

    TEXT = "text"
    TERM = "term"  #: one of a closed list of the wire form
    FIGURE = "figure"  #: a decimal number as a string, so that no digit is lost
    FLOAT = "float"
    WHOLE = "whole"
    DAY = "day"  #: a `datetime.date`
    TEXTS = "texts"  #: a list of texts, of which some may be None


@final
@attrs.frozen
class Column:
    """One column of a flat table, and how its cells are filled."""

    name: str
    holds: Holds
    of: "Callable[[Surroundings, Any], Any]"  #: the document's surroundings and the record -> the cell
    about: str | None = None  #: what it is, where the name does not tell


@final
class Surroundings:
    """A document, as the columns of its records look into it."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def _actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.document.actors}

    @cached_property
    def _speeches(self) -> dict[str, Speech]:
        return {speech.id: speech for speech in self.document.speeches}

    @cached_property
    def _quotes(self) -> dict[str, Quote]:
        return {quote.id: quote for quote in self.document.quotes}

    def names(self, ids: Iterable[str]) -> list[str]:
        """The names of these actors."""
        return [self._actors[each].name for each in ids]

    def countries(self, ids: Iterable[str]) -> list[str | None]:
        """The countries of these actors, in the order of the ids; None for an actor without one."""
        return [self._actors[each].country for each in ids]

    def speech(self, id: str | None) -> Speech | None:
        """The speech with this id."""
        return None if id is None else self._speeches[id]

    def words(self, span: Span | None) -> str | None:
        """The words that a span marks."""
        return None if span is None else span.of(self.document.text)

    def said(self, id: str | None) -> str | None:
        """The words of the quote with this id, its pieces joined."""
        return None if id is None else self.pieces(self._quotes[id].content)

    def pieces(self, spans: Sequence[Span]) -> str:
        """The words of several spans, joined."""
        return JOINT.join(span.of(self.document.text) for span in spans)

    def context(self, span: Span) -> str:
        """The words of a span with some of the text on either side."""
        return self.document.text[max(0, span.start - _AROUND) : span.end + _AROUND]


def day_of(published: dt.date | dt.datetime | None) -> dt.date | None:
    """The day of publication, by the clock of the date-time's own offset."""
    return published.date() if isinstance(published, dt.datetime) else published


def actor_columns(prefix: str, field: str) -> tuple[Column, ...]:
    """Ids, names and countries of the actors that a field of the record refers to, in the same order."""

    def ids(record: Any) -> tuple[str, ...]:
        found: tuple[str, ...] = getattr(record, field)
        return found

    order = f"in the order of {prefix}_ids"
    return (
        Column(f"{prefix}_ids", Holds.TEXTS, lambda _, record: list(ids(record)), "ids in the table of actors"),
        Column(f"{prefix}_names", Holds.TEXTS, lambda around, record: around.names(ids(record)), order),
        Column(
            f"{prefix}_countries",
            Holds.TEXTS,
            lambda around, record: around.countries(ids(record)),
            f"ISO 3166-1 alpha-2, {order}; null for an actor without a country",
        ),
    )


def date_columns(prefix: str, field: str) -> tuple[Column, ...]:
    """A date as EDTF, the days between which it lies, and the words that give it."""

    def date(record: Any) -> DateMention | None:
        found: DateMention | None = getattr(record, field)
        return found

    def resolved(record: Any, part: str) -> Any:
        mention = date(record)
        return getattr(mention.edtf, part) if mention and mention.edtf else None

    return (
        Column(
            prefix,
            Holds.TEXT,
            lambda _, record: str(mention.edtf) if (mention := date(record)) and mention.edtf else None,
            "EDTF, as precise as the text makes it",
        ),
        Column(
            f"{prefix}_first_day",
            Holds.DAY,
            lambda _, record: resolved(record, "earliest"),
            "the first day that it can mean; null where that is open or the year is not known",
        ),
        Column(
            f"{prefix}_last_day",
            Holds.DAY,
            lambda _, record: resolved(record, "latest"),
            "the last day that it can mean; null where that is open or the year is not known",
        ),
        Column(
            f"{prefix}_words",
            Holds.TEXT,
            lambda around, record: around.words(mention.span) if (mention := date(record)) else None,
            "the words of the article that give the date",
        ),
    )


def span_columns(span: Callable[[Any], Span]) -> tuple[Column, ...]:
    """Where a record stands in the text."""
    return (
        Column("start", Holds.WHOLE, lambda _, record: span(record).start, "first code point in the document's text"),
        Column("end", Holds.WHOLE, lambda _, record: span(record).end, "one past the last code point"),
    )
