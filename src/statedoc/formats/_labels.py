"""One line for people about a record, for formats that show each record by itself."""

from collections.abc import Iterable
from typing import TypeAlias

from statedoc.model import Actor, Agreement, DateMention, Document, Metric, Quantity, Quote, Speech

Record: TypeAlias = Actor | Speech | Quote | Agreement | Metric


def label(document: Document, record: Record) -> str:
    """What a record tells, without the words that are its evidence: names, kinds, dates and figures."""
    told: tuple[str | None, ...]
    match record:
        case Actor():
            told = (record.name, record.kind, *(role.title for role in record.roles))
        case Speech():
            told = (
                _spaced(record.kind),
                _named("speakers", document, record.speakers),
                _named("audience", document, record.audience),
                record.medium,
                record.place,
                when(record.date),
            )
        case Quote():
            told = (
                f"{record.kind} quote",
                _named("speakers", document, record.speakers),
                _named("via", document, record.via),
                _named("addressee", document, record.addressee),
            )
        case Agreement():
            told = (
                record.title,
                record.kind,
                record.status and _spaced(record.status),
                _named("parties", document, record.parties),
                record.place,
                when(record.date),
            )
        case Metric():
            told = (
                " ".join(part for part in (figure(record.quantity), record.counted) if part),
                record.measure,
                record.change,
                _named("of", document, record.actors),
                _named("claimed by", document, record.claimed_by),
                when(record.period),
            )
    return "; ".join(part for part in told if part)


def figure(quantity: Quantity) -> str:
    """The comparator, the value or the range, and the unit.

    >>> from decimal import Decimal
    >>> figure(Quantity(low=Decimal(5), high=Decimal("7.5"), unit="%"))
    '5..7.5 %'
    """
    comparator = "" if quantity.comparator == "=" else quantity.comparator
    value = f"{quantity.value:f}" if quantity.value is not None else f"{quantity.low:f}..{quantity.high:f}"
    return " ".join(part for part in (comparator, value, quantity.unit) if part)


def when(date: DateMention | None) -> str | None:
    """The date as EDTF, where it could be resolved."""
    return str(date.edtf) if date and date.edtf else None


def _named(how: str, document: Document, ids: Iterable[str]) -> str | None:
    names = ", ".join(document.actor(each).name for each in ids)
    return f"{how}: {names}" if names else None


def _spaced(value: str) -> str:
    return value.replace("_", " ")
