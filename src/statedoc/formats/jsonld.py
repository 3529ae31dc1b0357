"""schema.org in JSON-LD: a news article with its people, states, quotations, agreements and figures.

It is made to stand in a page's `<script type="application/ld+json">`, for search engines and knowledge graphs: no text
of the article can end that element.
"""

from collections.abc import Iterable
from typing import Any, BinaryIO, Final, TypeAlias

from statedoc.formats._common_codes import COMMON_CODES
from statedoc.formats._format import Format
from statedoc.formats._identifiers import article_uri, record_uri, web_uri
from statedoc.formats._iso_dates import iso_ends, iso_point
from statedoc.formats._labels import when
from statedoc.model import (
    Actor,
    ActorKind,
    Agreement,
    AgreementEvent,
    AgreementStatus,
    Comparator,
    Document,
    Metric,
    MetricKind,
    Quantity,
    Quote,
    Speech,
)

Node: TypeAlias = dict[str, Any]

_CONTEXT: Final = "https://schema.org"
_BREAK: Final = " … "  # where the reporter breaks into a quote
_TYPES: Final = {ActorKind.PERSON: "Person", ActorKind.STATE: "Country", ActorKind.UNNAMED: "Person"}
_FORCE: Final = {  # of what was signed or ratified it is not known whether it is in force already
    AgreementStatus.IN_FORCE: "https://schema.org/InForce",
    AgreementStatus.PROPOSED: "https://schema.org/NotInForce",
    AgreementStatus.TO_BE_SIGNED: "https://schema.org/NotInForce",
    AgreementStatus.SUSPENDED: "https://schema.org/NotInForce",
    AgreementStatus.TERMINATED: "https://schema.org/NotInForce",
    AgreementStatus.REJECTED: "https://schema.org/NotInForce",
}


def _write(documents: Iterable[Document], stream: BinaryIO, *, text: bool = True, indent: bool = False) -> None:
    """One document as a NewsArticle, compact on a line of its own, or indented.

    Without `text` the article's text is left out; the words of quotes and figures stay.
    """
    from statedoc.schema import encode_json

    for document in documents:
        written = encode_json(_article(document, text), indent=indent)
        # only strings hold this sign; so written, they cannot end the element of a page, nor open a comment in it
        stream.write(written.replace(b"<", rb"\u003c") + b"\n")


def _article(document: Document, text: bool) -> Node:
    about = document.article
    url = web_uri(about.url)
    found = [
        *(_actor(document, actor) for actor in document.actors),
        *(_speech(document, speech) for speech in document.speeches),
        *(_agreement(document, agreement) for agreement in document.agreements),
        *(_metric(document, metric) for metric in document.metrics),
    ]
    article = _node(
        "NewsArticle",
        id=article_uri(document),
        identifier=document.id,
        headline=about.title,
        url=url if url and url.lower().startswith("http") else None,
        datePublished=about.published and about.published.isoformat(),
        publisher=_named("Organization", about.publisher),
        author=[_named("Person", author) for author in about.authors if author],
        inLanguage=about.language,
        articleBody=document.text if text else None,
        mentions=found,
        hasPart=[_quote(document, quote) for quote in document.quotes],
    )
    return {"@context": _CONTEXT, **article}


def _actor(document: Document, actor: Actor) -> Node:
    type_ = _TYPES.get(actor.kind, "Organization")
    person = type_ == "Person"
    state = type_ == "Country"
    return _node(
        type_,
        id=record_uri(document, actor.id),
        name=actor.name,
        alternateName=list(actor.aliases),
        disambiguatingDescription=actor.kind,
        identifier=actor.country if state else None,
        address=None if state or not actor.country else _node("PostalAddress", addressCountry=actor.country),
        jobTitle=[role.title for role in actor.roles] if person else None,
        affiliation=[
            _node("OrganizationRole", roleName=role.title, affiliation=_refer(document, [role.organization])[0])
            for role in actor.roles
            if person and role.organization
        ],
    )


def _speech(document: Document, speech: Speech) -> Node:
    start, end = iso_ends(speech.date)
    return _node(
        "Event",
        id=record_uri(document, speech.id),
        name=speech.occasion or speech.span.of(document.text),
        disambiguatingDescription=speech.kind,
        performer=_refer(document, speech.speakers),
        audience=_audience(document, speech.audience),
        location=_named("Place", speech.place),
        recordedIn=_named("CreativeWork", speech.medium),
        startDate=start,
        endDate=end,
        workFeatured=_refer(document, speech.quotes),
    )


def _quote(document: Document, quote: Quote) -> Node:
    return _node(
        "Quotation",
        id=record_uri(document, quote.id),
        text=_BREAK.join(span.of(document.text) for span in quote.content),
        disambiguatingDescription=quote.kind,
        spokenByCharacter=_refer(document, quote.speakers),
        publisher=_refer(document, quote.via),
        audience=_audience(document, quote.addressee),
        recordedAt=_refer(document, [quote.speech] if quote.speech else ()),
        isPartOf=_refer(document, [quote.within] if quote.within else ()),
    )


def _agreement(document: Document, agreement: Agreement) -> Node:
    states = [each for each in agreement.parties if document.actor(each).kind is ActorKind.STATE]
    others = [each for each in agreement.parties if each not in states]
    date = iso_point(agreement.date)
    return _node(
        "Legislation",
        id=record_uri(document, agreement.id),
        name=agreement.title,
        legislationType=agreement.kind,
        creativeWorkStatus=agreement.status,
        legislationLegalForce=agreement.status and _FORCE.get(agreement.status),
        legislationDate=date,
        temporal=None if date else when(agreement.date),
        legislationJurisdiction=_refer(document, states),
        legislationPassedBy=_refer(document, others),
        locationCreated=_named("Place", agreement.place),
        subjectOf=[_step(document, event) for event in agreement.events],
    )


def _step(document: Document, event: AgreementEvent) -> Node:
    start, end = iso_ends(event.date)
    attendee = _refer(document, event.parties)
    return _node("Event", name=event.status, startDate=start, endDate=end, attendee=attendee)


def _metric(document: Document, metric: Metric) -> Node:
    date = iso_point(metric.period)
    comparator = metric.quantity.comparator
    further = {
        "kind": metric.kind,
        "comparator": None if comparator is Comparator.EQUAL else comparator,
        "change": metric.change,
        "period": None if date else when(metric.period),
    }
    claim = _node(
        "Claim",
        author=_refer(document, metric.claimed_by),
        appearance=_refer(document, [metric.quote] if metric.quote else ()),
    )
    return _node(
        "Observation",
        id=record_uri(document, metric.id),
        name=metric.span.of(document.text),
        measuredProperty=_named("Property", metric.measure),
        observationAbout=_refer(document, metric.actors),
        observationDate=date,
        value=_amount(metric),
        additionalProperty=[_node("PropertyValue", name=key, value=value) for key, value in further.items() if value],
        subjectOf=claim if len(claim) > 1 else None,
    )


def _amount(metric: Metric) -> Node:
    unit = metric.quantity.unit
    if metric.kind is MetricKind.MONEY:
        return _node("MonetaryAmount", currency=unit, **_bounds(metric.quantity))
    return _node(
        "QuantitativeValue",
        unitCode=COMMON_CODES.get(unit) if unit else None,
        unitText=" ".join(part for part in (unit, metric.counted) if part),
        **_bounds(metric.quantity),
    )


def _bounds(quantity: Quantity) -> dict[str, str]:
    """The figures, as decimal strings: a JSON number would be read as a float, and lose digits."""
    if quantity.value is None:
        return {"minValue": f"{quantity.low:f}", "maxValue": f"{quantity.high:f}"}
    match quantity.comparator:
        case Comparator.MORE | Comparator.AT_LEAST:
            key = "minValue"
        case Comparator.LESS | Comparator.AT_MOST:
            key = "maxValue"
        case _:
            key = "value"
    return {key: f"{quantity.value:f}"}


def _node(type_: str, *, id: str | None = None, **properties: Any) -> Node:
    """A node without the properties that are not known."""
    named = {"@type": type_, "@id": id, **properties}
    return {key: value for key, value in named.items() if value not in (None, "", [])}


def _named(type_: str, name: str | None) -> Node | None:
    return _node(type_, name=name) if name else None


def _refer(document: Document, ids: Iterable[str]) -> list[Node]:
    return [{"@id": record_uri(document, each)} for each in ids]


def _audience(document: Document, ids: Iterable[str]) -> list[Node]:
    """Those spoken to, by name: an Audience is none of the actors' types."""
    return [_node("Audience", name=document.actor(each).name) for each in ids]


FORMAT = Format(
    name="jsonld",
    summary="one article with its records in schema.org's terms, for web pages; cannot be read back",
    media_type="application/ld+json",
    suffixes=(".jsonld",),
    many=False,
    write=_write,
)
