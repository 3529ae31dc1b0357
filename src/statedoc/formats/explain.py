"""An explanation for people: each record with the rule that made it, its evidence, and the words around it.

The words that are evidence stand in square brackets. It is made for reading, and cannot be read back.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from statedoc.formats._format import Format
from statedoc.formats._lines import Line, write_lines
from statedoc.model import Agreement, DateMention, Document, Metric, Quote, Span, Speech

_AROUND = 60  # code points of the text shown on either side
_LONGEST = 200  # code points of one piece of evidence


def _write(documents: Iterable[Document], stream: BinaryIO, *, width: int = 100, bold: bool = False) -> None:
    """Each document in lines of at most `width` columns, ids and rules in bold where a terminal can show it."""
    write_lines(map(_lines, documents), stream, width=width, bold=bold)


def _lines(document: Document) -> Iterator[Line]:
    yield 0, True, document.id
    for quote in document.quotes:
        yield from _quote(document, quote)
    for speech in document.speeches:
        yield from _speech(document, speech)
    for agreement in document.agreements:
        yield from _agreement(document, agreement)
    for metric in document.metrics:
        yield from _metric(document, metric)


def _quote(document: Document, quote: Quote) -> Iterator[Line]:
    yield from _record(document, quote.id, quote.kind, quote.rule, quote.content)
    if quote.cue is not None:
        told = f"cue: {quote.cue.span.of(document.text)} ({quote.cue.lemma}, {quote.cue.class_})"
        yield 2, False, told
    if quote.source is not None:
        yield 2, False, f"source: {_around(document.text, (quote.source,))}"
    yield from _actors(document, "speakers", quote.speakers)
    yield from _actors(document, "via", quote.via)
    yield from _actors(document, "addressee", quote.addressee)


def _speech(document: Document, speech: Speech) -> Iterator[Line]:
    yield from _record(document, speech.id, speech.kind, speech.rule, (speech.span,))
    yield from _actors(document, "speakers", speech.speakers)
    for name, value in (("medium", speech.medium), ("place", speech.place), ("quotes", " ".join(speech.quotes))):
        if value:
            yield 2, False, f"{name}: {value}"
    yield from _date(document, "date", speech.date)


def _agreement(document: Document, agreement: Agreement) -> Iterator[Line]:
    yield from _record(document, agreement.id, agreement.kind, agreement.rule, agreement.mentions[:1])
    yield 2, False, f"title: {agreement.title}"
    for mention in agreement.mentions[1:]:
        yield 2, False, f"also: {_around(document.text, (mention,))}"
    yield from _actors(document, "parties", agreement.parties)
    if agreement.status is not None:
        yield 2, False, f"status: {agreement.status}"
    for event in agreement.events:
        yield 2, False, f"step: {event.status}: {_around(document.text, (event.span,))}"
        yield from _date(document, "on", event.date)


def _metric(document: Document, metric: Metric) -> Iterator[Line]:
    yield from _record(document, metric.id, metric.kind, metric.rule, (metric.span,))
    quantity = metric.quantity
    figure = f"{quantity.value:f}" if quantity.value is not None else f"{quantity.low:f}..{quantity.high:f}"
    told = " ".join(part for part in (quantity.comparator, figure, quantity.unit) if part)
    yield 2, False, f"quantity: {told}"
    for name, value in (("counted", metric.counted), ("measure", metric.measure), ("in", metric.quote)):
        if value:
            yield 2, False, f"{name}: {value}"
    yield from _date(document, "period", metric.period)
    yield from _actors(document, "of", metric.actors)
    yield from _actors(document, "claimed by", metric.claimed_by)


def _record(document: Document, id: str, kind: str, rule: str, spans: tuple[Span, ...]) -> Iterator[Line]:
    yield 0, False, ""
    yield 0, True, f"{id} {kind}: {rule}"
    yield 2, False, _around(document.text, spans)


def _actors(document: Document, name: str, ids: Iterable[str]) -> Iterator[Line]:
    told = "; ".join(f"{actor.name} ({actor.id}, {actor.kind})" for actor in map(document.actor, ids))
    if told:
        yield 2, False, f"{name}: {told}"


def _date(document: Document, name: str, date: DateMention | None) -> Iterator[Line]:
    if date is not None:
        words = f" [{date.span.of(document.text)}]" if date.span is not None else ""
        yield 2, False, f"{name}: {date.edtf or 'not resolved'}{words}"


def _around(text: str, spans: tuple[Span, ...]) -> str:
    """The words of the spans in brackets, with some of the text on either side."""
    first, last = spans[0].start, spans[-1].end
    before = text[max(0, first - _AROUND) : first]
    after = text[last : last + _AROUND]
    pieces = " ".join(f"[{_shortened(span.of(text))}]" for span in spans)
    head = "…" if first > _AROUND else ""
    tail = "…" if last + _AROUND < len(text) else ""
    return f"{head}{before}{pieces}{after}{tail}"


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST // 2]} … {words[-_LONGEST // 2 :]}"


FORMAT = Format(
    name="explain",
    summary="each record with its rule, its evidence and the words around it; cannot be read back",
    media_type="text/plain",
    many=True,
    write=_write,
)
