"""What is marked in a text, and the pieces into which the marks cut it."""

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import Final, final

import attrs

from statedoc.formats._html_anchors import Anchors
from statedoc.model import DateMention, Document, Quote, Span

DEEPEST: Final = 12  # marks that one piece is shown to be under; a page would else grow with the square of the marks


@final
@attrs.frozen(kw_only=True)
class Mark:
    """Words of the text that belong to a record."""

    record: str  #: the anchor of the record
    span: Span
    look: str | None = None  #: how it is marked; None for what shows only when its record is asked for
    number: int = 0  #: which of the record's places in the text it is, counted from 1; 0 for one that nothing leads to
    title: str = ""  #: what is told of the record in a few words

    @property
    def anchor(self) -> str:
        """Where links to these words lead."""
        return f"{self.record}-{self.number}"


@final
@attrs.frozen(kw_only=True)
class Piece:
    """A stretch of the text in which no mark begins or ends."""

    span: Span
    opening: tuple[Mark, ...]  #: the marks that begin where it begins, the longest first
    under: tuple[Mark, ...]  #: the marks that it lies under, the innermost last, and no more than `DEEPEST`


def marks(document: Document, anchors: Anchors) -> Iterator[Mark]:
    """Each place in the text that is evidence of a record."""
    for speech in document.speeches:
        record = anchors[speech.id]
        title = f"Occasion, {speech.kind.replace('_', ' ')}"
        yield Mark(record=record, span=speech.span, look="speech", number=1, title=title)
        yield from _evidence(record, _words(speech.date))
    for quote in document.quotes:
        record, title = anchors[quote.id], _quoted(document, quote, anchors)
        for number, span in enumerate(quote.content, start=1):
            yield Mark(record=record, span=span, look=f"quote {quote.kind}", number=number, title=title)
        yield from _evidence(record, quote.source, quote.cue and quote.cue.span)
    for agreement in document.agreements:
        record, title = anchors[agreement.id], f"Agreement, {agreement.kind}: {agreement.title}"
        for number, span in enumerate(agreement.mentions, start=1):
            yield Mark(record=record, span=span, look="agreement", number=number, title=title)
        yield from _evidence(record, _words(agreement.date))
        for event in agreement.events:
            yield from _evidence(record, event.span, _words(event.date))
    for metric in document.metrics:
        record = anchors[metric.id]
        yield Mark(record=record, span=metric.span, look="metric", number=1, title=f"Figure, {metric.kind}")
        yield from _evidence(record, _words(metric.period))
    for actor in document.actors:
        record = anchors[actor.id]
        for number, mention in enumerate(actor.mentions, start=1):
            yield Mark(record=record, span=mention.span, number=1 if number == 1 else 0)


def _evidence(record: str, *spans: Span | None) -> Iterator[Mark]:
    for span in spans:
        if span is not None:
            yield Mark(record=record, span=span)


def _words(date: DateMention | None) -> Span | None:
    return date.span if date is not None else None


def _quoted(document: Document, quote: Quote, anchors: Anchors) -> str:
    names = ", ".join(anchors.actor(each).name for each in quote.speakers)
    return f"Quote, {quote.kind}: {names or 'speaker not known'}"


def pieces(length: int, found: Iterable[Mark], cuts: Iterable[int] = ()) -> Iterator[Piece]:
    """The whole of a text, cut wherever a mark begins or ends, and at `cuts`; an empty piece at its end.

    >>> two = [Mark(record="q1", span=Span(start=0, end=4)), Mark(record="m1", span=Span(start=2, end=6))]
    >>> [(piece.span.start, [mark.record for mark in piece.under]) for piece in pieces(8, two)]
    [(0, ['q1']), (2, ['q1', 'm1']), (4, ['m1']), (6, []), (8, [])]
    """
    opening: dict[int, list[tuple[int, Mark]]] = {}
    closing: dict[int, list[int]] = {}
    for place, mark in enumerate(sorted(found, key=lambda mark: (mark.span.start, -mark.span.end))):
        opening.setdefault(mark.span.start, []).append((place, mark))
        closing.setdefault(mark.span.end, []).append(place)
    under: dict[int, Mark] = {}
    for start, end in pairwise([*sorted({0, length, *cuts, *opening, *closing}), length]):
        for place in closing.get(start, ()):
            under.pop(place, None)
        begun = opening.get(start, [])
        under.update((place, mark) for place, mark in begun if mark.span.end > start)
        yield Piece(
            span=Span(start=start, end=end),
            opening=tuple(mark for _, mark in begun),
            under=tuple(islice(reversed(under.values()), DEEPEST))[::-1],
        )
