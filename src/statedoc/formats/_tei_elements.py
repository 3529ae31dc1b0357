"""Which TEI element marks which words of a document."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum, auto
from typing import Final, final

import attrs

from statedoc.model import (
    Actor,
    ActorKind,
    CalendarDate,
    Comparator,
    DateMention,
    Document,
    EdtfDate,
    MentionForm,
    Metric,
    Quote,
    QuoteKind,
    Span,
)

PHRASES: Final = frozenset({"persName", "orgName", "placeName", "roleName", "rs", "seg", "measure", "num", "date"})
_NAMES: Final = {
    ActorKind.PERSON: "persName",
    ActorKind.STATE: "placeName",
    ActorKind.ORGANIZATION: "orgName",
    ActorKind.GROUP: "orgName",
}
_MOST_OFFSET = dt.timedelta(hours=14)  # from UTC, in XML Schema


class _Quotation(StrEnum):
    """TEI's elements for quotations."""

    Q = auto()
    SAID = auto()


@final
@attrs.frozen(kw_only=True)
class Marked:
    """Words with the element that they stand in."""

    start: int
    end: int
    tag: str
    attributes: Mapping[str, str]


@final
class Pointers:
    """The XML ids of records: an id of a document can be any text, an XML id cannot."""

    def __init__(self, document: Document) -> None:
        kinds = ("actors", "speeches", "quotes", "agreements", "metrics")
        names = ("actor", "speech", "quote", "agreement", "metric")
        self._ids = {
            record.id: f"{name}-{number}"
            for kind, name in zip(kinds, names, strict=True)
            for number, record in enumerate(getattr(document, kind), start=1)
        }

    def id(self, record: str) -> str:
        """The XML id of a record."""
        return self._ids[record]

    def to(self, *records: str) -> str:
        """Pointers to records."""
        return " ".join(f"#{self._ids[each]}" for each in records)


def marked(document: Document) -> list[Marked]:
    """Every span of a document's records, once; of those of the same words, the outer comes first."""
    found: list[Marked] = []
    seen: set[tuple[object, ...]] = set()
    for each in _spans(document, Pointers(document)):
        same = (each.start, each.end, each.tag, *each.attributes.items())
        if same not in seen:  # the date of an agreement is often that of a step of it
            seen.add(same)
            found.append(each)
    return found


def _spans(document: Document, known: Pointers) -> Iterator[Marked]:
    for speech in document.speeches:
        yield _marked(speech.span, "rs", type="speech", subtype=speech.kind, ref=known.to(speech.id))
        yield from _date(speech.date)
    for quote in document.quotes:
        yield from _quote(quote, known)
    for agreement in document.agreements:
        ref = known.to(agreement.id)
        for span in agreement.mentions:
            yield _marked(span, "rs", type="agreement", subtype=agreement.kind, ref=ref)
        yield from _date(agreement.date)
        for number, event in enumerate(agreement.events, start=1):
            yield _marked(event.span, "rs", type="step", subtype=event.status, ref=f"{ref}-step-{number}")
            yield from _date(event.date)
    for metric in document.metrics:
        yield from _metric(metric, known)
        yield from _date(metric.period)
    for actor in document.actors:
        yield from _actor(actor, known)


def _quote(quote: Quote, known: Pointers) -> Iterator[Marked]:
    partial = quote.kind is QuoteKind.PARTIAL
    told = {
        "type": "partial" if partial else "",
        "direct": "" if partial else "true" if quote.kind is QuoteKind.DIRECT else "false",
        "who": known.to(*quote.speakers),
        "toWhom": known.to(*quote.addressee),
        "source": known.to(*quote.via),
        "corresp": known.to(*([quote.speech] if quote.speech else ())),
    }
    count = len(quote.content)
    for number, span in enumerate(quote.content, start=1):
        chain = {"xml:id": _piece(quote, number, known)}
        if number > 1:
            chain["prev"] = f"#{_piece(quote, number - 1, known)}"
        if number < count:
            chain["next"] = f"#{_piece(quote, number + 1, known)}"
        yield _marked(span, _Quotation.Q if partial else _Quotation.SAID, **chain, **told)
    ref = known.to(quote.id)
    if quote.source is not None:
        yield _marked(quote.source, "seg", type="source", corresp=ref)
    if quote.cue is not None:
        yield _marked(quote.cue.span, "seg", type="cue", subtype=quote.cue.class_, corresp=ref, n=quote.cue.lemma)


def _piece(quote: Quote, number: int, known: Pointers) -> str:
    return known.id(quote.id) + (f"-{number}" if number > 1 else "")


def _actor(actor: Actor, known: Pointers) -> Iterator[Marked]:
    ref = known.to(actor.id)
    for role in actor.roles:
        yield _marked(role.span, "roleName", key=role.title, corresp=ref)
    for mention in actor.mentions:
        tag = _NAMES.get(actor.kind) if mention.form is MentionForm.NAME else None
        if tag:
            yield _marked(mention.span, tag, ref=ref)
        else:
            yield _marked(mention.span, "rs", type=actor.kind, subtype=mention.form, ref=ref)


def _metric(metric: Metric, known: Pointers) -> Iterator[Marked]:
    quantity = metric.quantity
    told = {
        "xml:id": known.id(metric.id),
        "type": metric.kind,
        "subtype": "" if quantity.comparator is Comparator.EQUAL else quantity.comparator.name.lower(),
        "quantity": "" if quantity.value is None else f"{quantity.value:f}",
        "unit": "_".join(_words(quantity.unit)),
        "commodity": " ".join(_words(metric.counted or metric.measure)),
        "corresp": known.to(*metric.actors),
        "resp": known.to(*metric.claimed_by),
    }
    yield _marked(metric.span, "measure", **told)
    if quantity.low is not None and quantity.high is not None:  # a range, which TEI knows of numbers only
        yield _marked(metric.span, "num", min=f"{quantity.low:f}", max=f"{quantity.high:f}")


def _words(told: str | None) -> list[str]:
    """Words without what TEI does not count as part of a word: separators and control characters."""
    plain = "".join(" " if unicodedata.category(each)[0] in "CZ" else each for each in told or "")
    return plain.split()


def _date(mention: DateMention | None) -> Iterator[Marked]:
    if mention is not None and mention.span is not None:
        yield _marked(mention.span, "date", **when(mention.edtf))


def when(edtf: EdtfDate | None) -> dict[str, str]:
    """A date as TEI's attributes say it; what is approximate is of medium certainty.

    >>> from statedoc.model import parse_edtf
    >>> when(parse_edtf("2002/..")), when(parse_edtf("XXXX-05-04"))
    ({'from': '2002'}, {'when': '--05-04'})
    """
    if edtf is None:
        return {}
    about = {"cert": "medium"} if edtf.approximate else {}
    if edtf.start is not None and edtf.start == edtf.end:
        return {"when": _iso(edtf.start), **about}
    ends = {"from": edtf.start, "to": edtf.end}
    return {**{name: _iso(end) for name, end in ends.items() if end is not None}, **about}


def _iso(date: CalendarDate) -> str:
    return re.sub("^XXXX", "-", str(date).removesuffix("~"))


def published(moment: dt.date | dt.datetime) -> str:
    """A date or date-time; one of an offset that XML Schema does not know is a date only.

    >>> published(dt.datetime(2025, 1, 2, tzinfo=dt.timezone(dt.timedelta(hours=20))))
    '2025-01-02'
    """
    if isinstance(moment, dt.datetime):
        offset = moment.utcoffset()
        if offset is None or abs(offset) > _MOST_OFFSET:
            return moment.date().isoformat()
    return moment.isoformat()


def _marked(span: Span, tag: str, **attributes: str) -> Marked:
    told = {key: str(value) for key, value in attributes.items() if value}
    return Marked(start=span.start, end=span.end, tag=str(tag), attributes=told)
