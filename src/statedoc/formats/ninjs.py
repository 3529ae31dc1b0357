"""IPTC ninjs 3.1: the article as a news item, and each record as an item associated with it.

Who is in the article stands in the item's own lists, where a newsroom's systems look for them.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Final, TypeAlias

from statedoc.formats._format import Format
from statedoc.formats._identifiers import article_uri, record_uri
from statedoc.formats._iso_dates import iso_ends
from statedoc.formats._labels import Record, figure, label, when
from statedoc.model import Actor, ActorKind, Agreement, Document, Metric, Quote, Speech

Item: TypeAlias = dict[str, Any]

_STANDARD: Final = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}
_COUNTRY: Final = "http://cvx.iptc.org/iso3166-1a2/"  # IPTC's URIs of states end in ISO 3166-1 alpha-2
_LISTS: Final = {
    ActorKind.PERSON: "people",
    ActorKind.STATE: "places",
    ActorKind.ORGANIZATION: "organisations",
    ActorKind.OFFICE: "organisations",
    ActorKind.GROUP: "subjects",
    ActorKind.UNNAMED: "infoSources",
}
_REL: Final = "mentions"


def _write(documents: Iterable[Document], stream: BinaryIO, *, text: bool = True, indent: bool = False) -> None:
    """One document as a ninjs item, compact on a line of its own, or indented.

    Without `text` the article's text is left out; the words of quotes and figures stay.
    """
    from statedoc.schema import encode_json

    for document in documents:
        stream.write(encode_json(_item(document, text), indent=indent) + b"\n")


def _item(document: Document, text: bool) -> Item:
    about = document.article
    people = _parties(document, ((_REL, actor.id) for actor in document.actors))
    publisher = [{"name": about.publisher, "role": "publisher"}] if about.publisher else []
    return _known(
        uri=article_uri(document),
        type="text",
        standard=_STANDARD,
        # a date without a time is no date-time, and ninjs has no other
        versionCreated=about.published.isoformat() if isinstance(about.published, dt.datetime) else None,
        language=about.language,
        by=", ".join(author for author in about.authors if author),
        headlines=_words(about.title),
        bodies=_words(document.text if text else None),
        altIds=[{"role": "document", "value": document.id}],
        **people | {"infoSources": publisher + people.get("infoSources", [])},
        associations=list(_associations(document)),
    )


def _associations(document: Document) -> Iterator[Item]:
    """The records but actors, who stand in lists."""
    from statedoc.schema import encode_json, to_wire

    wire = to_wire(document)
    for kind in ("speeches", "quotes", "agreements", "metrics"):
        for record, written in zip(getattr(document, kind), wire[kind], strict=True):
            association = _association(document, record)
            kept = {"role": "record", "contentType": "application/json"}
            kept["value"] = encode_json(written, indent=False).decode()
            properties = {
                "name": label(document, record),
                "rel": record.kind,
                "uri": record_uri(document, record.id),
                **association,
                "altIds": [{"role": kind, "value": record.id}],
                "bodies": [*association.get("bodies", ()), kept],
            }
            yield _known(**properties)


def _association(document: Document, record: Record) -> Item:
    match record:
        case Speech():
            return _speech(document, record)
        case Quote():
            return _quote(document, record)
        case Agreement():
            return _agreement(document, record)
        case Metric():
            return _metric(document, record)
        case _:
            raise AssertionError(record)


def _speech(document: Document, speech: Speech) -> Item:
    start, end = iso_ends(speech.date)
    dates = _known(expectedStartDate=start, expectedEndDate=end)
    parties = [("speaker", each) for each in speech.speakers] + [("audience", each) for each in speech.audience]
    return {
        "type": "event",
        "title": speech.occasion or speech.span.of(document.text),
        "located": speech.place,
        "eventDetails": {"dates": dates} if dates else None,
        **_parties(document, parties),
    }


def _quote(document: Document, quote: Quote) -> Item:
    parties = [("speaker", each) for each in quote.speakers]
    parties += [("via", each) for each in quote.via]
    parties += [("addressee", each) for each in quote.addressee]
    words = [word for span in quote.content for word in _words(span.of(document.text))]
    return {"type": "component", "bodies": words, **_parties(document, parties)}


def _agreement(document: Document, agreement: Agreement) -> Item:
    steps = [_known(name=event.status, rel="step", literal=when(event.date)) for event in agreement.events]
    status = [{"role": "status", "value": agreement.status}] if agreement.status else None
    return {
        "type": "component",
        "title": agreement.title,
        "located": agreement.place,
        "descriptions": status,
        "events": steps,
        **_parties(document, [("party", each) for each in agreement.parties]),
    }


def _metric(document: Document, metric: Metric) -> Item:
    parties = [("of", each) for each in metric.actors] + [("claimed by", each) for each in metric.claimed_by]
    return {
        "type": "component",
        "descriptions": [{"role": "quantity", "value": figure(metric.quantity)}],
        "bodies": _words(metric.span.of(document.text)),
        **_parties(document, parties),
    }


def _parties(document: Document, parties: Iterable[tuple[str, str]]) -> dict[str, list[Item]]:
    """The actors, each with how the content relates to it, in the lists that their kinds belong to."""
    found: dict[str, list[Item]] = {}
    actors = {actor.id: actor for actor in document.actors}
    for rel, party in parties:
        actor = actors[party]
        where = _LISTS[actor.kind]
        how = "role" if where == "infoSources" else "rel"
        named = {"name": actor.name, how: rel, "uri": _actor_uri(document, actor), "literal": actor.id}
        found.setdefault(where, []).append(named)
    return found


def _actor_uri(document: Document, actor: Actor) -> str:
    if actor.kind is ActorKind.STATE and actor.country:
        return f"{_COUNTRY}{actor.country.lower()}"
    return record_uri(document, actor.id)


def _words(value: str | None) -> list[dict[str, str]]:
    return [{"contentType": "text/plain", "value": value}] if value else []


def _known(**properties: Any) -> Item:
    """The properties that are known, in their order."""
    return {key: value for key, value in properties.items() if value not in (None, "", [])}


FORMAT = Format(
    name="ninjs",
    summary="one article as an IPTC ninjs 3.1 item, its records associated with it; cannot be read back",
    media_type="application/json",
    suffixes=(".ninjs.json",),
    many=False,
    write=_write,
)
