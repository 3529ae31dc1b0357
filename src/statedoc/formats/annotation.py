"""W3C Web Annotations: a collection with an annotation for each record, for readers that show them on the article.

A processor of JSON-LD would take the keys of a record (`id`, `source`, `value`) for the vocabulary's own. The
record itself therefore stands in a body of its own, as JSON text.
"""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Final

from statedoc.errors import StatedocError
from statedoc.formats._format import Format
from statedoc.formats._identifiers import article_uri, document_uri, record_uri
from statedoc.formats._labels import Record, label
from statedoc.model import Actor, Agreement, Document, Mention, Quote, Span
from statedoc.model.integrity import RECORD_KINDS

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_AROUND: Final = 32  # code points of the text before and after, by which the words are found again
_MOTIVATIONS: Final = {
    "actors": "identifying",
    "speeches": "describing",
    "quotes": "describing",
    "agreements": "identifying",
    "metrics": "describing",
}


def _write(
    documents: Iterable[Document],
    stream: BinaryIO,
    *,
    kinds: Iterable[str] = RECORD_KINDS,
    indent: bool = False,
) -> None:
    """The records of one document as an AnnotationCollection, compact on a line of its own, or indented.

    `kinds` names the kinds of record to write, as the wire form names them: `quotes`, or
    `["quotes", "metrics"]`. Raises `StatedocError` for a kind that there is not.
    """
    from statedoc.schema import encode_json

    chosen = _chosen(kinds)
    for document in documents:
        stream.write(encode_json(_collection(document, chosen), indent=indent) + b"\n")


def _chosen(kinds: Iterable[str]) -> list[str]:
    asked = [kinds] if isinstance(kinds, str) else list(kinds)
    for kind in asked:
        if kind not in RECORD_KINDS:
            raise StatedocError(f"no kind of record is named {kind!r}; there are: {', '.join(RECORD_KINDS)}")
    return [kind for kind in RECORD_KINDS if kind in asked]


def _collection(document: Document, kinds: list[str]) -> dict[str, Any]:
    items = list(_annotations(document, kinds))
    collection: dict[str, Any] = {
        "@context": _CONTEXT,
        "id": f"{document_uri(document)}#annotations",
        "type": "AnnotationCollection",
        "label": document.article.title or document.id,
        "generator": {"type": "Software", "name": f"{document.producer.name} {document.producer.version}"},
        "total": len(items),
    }
    if items:  # a collection of nothing has no page
        page = {"id": f"{document_uri(document)}#page", "type": "AnnotationPage", "startIndex": 0, "items": items}
        collection["first"] = page
    return collection


def _annotations(document: Document, kinds: list[str]) -> Iterator[dict[str, Any]]:
    from statedoc.schema import encode_json, to_wire

    wire = to_wire(document)
    source = article_uri(document)
    for kind in kinds:
        for record, written in zip(getattr(document, kind), wire[kind], strict=True):
            yield {
                "id": record_uri(document, record.id),
                "type": "Annotation",
                "motivation": _MOTIVATIONS[kind],
                "body": [
                    _body("describing", "text/plain", label(document, record)),
                    _body("tagging", "text/plain", f"{kind}/{record.kind}"),
                    _body("describing", "application/json", encode_json(written, indent=False).decode()),
                ],
                # an actor without any mention is told of the whole article
                "target": [_target(document.text, source, span) for span in _evidence(record)] or source,
            }


def _evidence(record: Record) -> tuple[Span | Mention, ...]:
    """The words that the record was found in."""
    match record:
        case Actor() | Agreement():
            return record.mentions
        case Quote():
            return record.content
        case _:
            return (record.span,)


def _body(purpose: str, media_type: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": media_type, "value": value}


def _target(text: str, source: str, span: Span | Mention) -> dict[str, Any]:
    return {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[span.start : span.end],
                "prefix": text[max(0, span.start - _AROUND) : span.start],
                "suffix": text[span.end : span.end + _AROUND],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


FORMAT = Format(
    name="annotation",
    summary="W3C Web Annotations of one article's text, one for each record; cannot be read back",
    media_type="application/ld+json",
    suffixes=(".annotations.json",),
    many=False,
    write=_write,
)
