"""A summary for people: who spoke and in what words, what was agreed, which figures were claimed.

It is made to be read, and cannot be read back: long quotes are cut, spans, rules and mentions are left out.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, Final

from statedoc.formats._format import Format
from statedoc.formats._lines import Line, write_lines
from statedoc.model import (
    Actor,
    Agreement,
    Comparator,
    DateMention,
    Document,
    Metric,
    Quantity,
    Quote,
    QuoteKind,
    Speech,
)

_LONGEST_QUOTE = 320
_LONGEST_TITLE = 160
_SIGNS: Final = {
    Comparator.EQUAL: "",
    Comparator.LESS: "< ",
    Comparator.AT_MOST: "≤ ",
    Comparator.MORE: "> ",
    Comparator.AT_LEAST: "≥ ",
    Comparator.ABOUT: "≈ ",
}


def _write(documents: Iterable[Document], stream: BinaryIO, *, width: int = 80, bold: bool = False) -> None:
    """Each document in lines of at most `width` columns, names in bold where a terminal can show it."""
    write_lines(map(_lines, documents), stream, width=width, bold=bold)


def _lines(document: Document) -> Iterator[Line]:
    yield 0, True, _title(document)
    article = document.article
    about = (article.publisher, article.published and article.published.isoformat(), article.language, article.url)
    known = " · ".join(part for part in about if part)
    if known:
        yield 0, False, known
    rooms: tuple[tuple[str, Callable[[Document], Iterator[Line]]], ...] = (
        ("Quotes", _quotes),
        ("Speeches", _speeches),
        ("Agreements", _agreements),
        ("Figures", _figures),
    )
    found = False
    for heading, tell in rooms:
        lines = list(tell(document))
        if lines:
            found = True
            yield 0, False, ""
            yield 0, True, heading.upper()
            yield from lines
    if not found:
        yield 0, False, "No quotes, speeches, agreements or figures were found."


def _quotes(document: Document) -> Iterator[Line]:
    by_speakers: dict[tuple[str, ...], list[Quote]] = {}
    for quote in document.quotes:
        by_speakers.setdefault(quote.speakers, []).append(quote)
    for speakers, quotes in by_speakers.items():
        yield 2, True, "; ".join(_introduced(document.actor(each)) for each in speakers) or "Speaker not known"
        for quote in quotes:
            words = _cut(" … ".join(span.of(document.text) for span in quote.content), _LONGEST_QUOTE)
            marked = words if quote.kind is QuoteKind.INDIRECT else f"“{words}”"
            how = [quote.kind.value, quote.cue.lemma if quote.cue else "", _named("via", document, quote.via)]
            yield 4, False, f"{marked} ({_joined(*how)})"


def _introduced(actor: Actor) -> str:
    """A name with the first role that the name does not hold already."""
    title = next((role.title for role in actor.roles if role.title.lower() not in actor.name.lower()), None)
    return f"{actor.name}, {title}" if title else actor.name


def _speeches(document: Document) -> Iterator[Line]:
    for speech in document.speeches:
        yield 2, True, _names(document, speech.speakers) or "Speaker not known"
        yield 4, False, _occasion(document, speech)


def _occasion(document: Document, speech: Speech) -> str:
    count = len(speech.quotes)
    return _joined(
        speech.kind.replace("_", " "),
        speech.occasion,
        speech.medium,
        speech.place,
        _when(speech.date, document),
        _named("to", document, speech.audience),
        f"{count} quote{'s' if count != 1 else ''}" if count else None,
    )


def _agreements(document: Document) -> Iterator[Line]:
    for agreement in document.agreements:
        yield 2, True, agreement.title
        yield 4, False, _standing(document, agreement)
        if len(agreement.events) > 1:
            steps = (f"{_spaced(event.status)} {_when(event.date, document) or ''}" for event in agreement.events)
            yield 4, False, "; ".join(step.strip() for step in steps)


def _standing(document: Document, agreement: Agreement) -> str:
    return _joined(
        agreement.kind,
        _spaced(agreement.status) if agreement.status else "status not known",
        _when(agreement.date, document),
        agreement.place,
        _named("between", document, agreement.parties),
    )


def _figures(document: Document) -> Iterator[Line]:
    for metric in document.metrics:
        yield 2, True, _amount(metric)
        yield (
            4,
            False,
            _joined(
                f"“{_cut(metric.span.of(document.text), _LONGEST_QUOTE)}”",
                metric.measure,
                metric.change,
                _named("of", document, metric.actors),
                _when(metric.period, document),
                _named("claimed by", document, metric.claimed_by),
            ),
        )


def _amount(metric: Metric) -> str:
    """The figure with its comparator, its unit and what is counted."""
    unit = metric.quantity.unit
    figure = _SIGNS[metric.quantity.comparator] + _figure(metric.quantity)
    if unit == "%":
        figure += "%"
    elif unit:
        figure += f" {unit}"
    return f"{figure} {metric.counted}" if metric.counted else figure


def _figure(quantity: Quantity) -> str:
    if quantity.value is not None:
        return f"{quantity.value:,f}"
    return f"{quantity.low:,f}–{quantity.high:,f}"


def _title(document: Document) -> str:
    """The article's own title, or its first line, or its id."""
    first = next((line for line in document.text.splitlines() if line.strip()), "")
    return _cut(document.article.title or first, _LONGEST_TITLE) or document.id


def _when(date: DateMention | None, document: Document) -> str | None:
    """The date, or the article's words for one that could not be resolved."""
    if date is None:
        return None
    if date.edtf is not None:
        return str(date.edtf)
    return date.span.of(document.text) if date.span else None


def _names(document: Document, ids: Iterable[str]) -> str:
    return ", ".join(document.actor(each).name for each in ids)


def _named(how: str, document: Document, ids: Iterable[str]) -> str | None:
    names = _names(document, ids)
    return f"{how} {names}" if names else None


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _spaced(value: str) -> str:
    return value.replace("_", " ")


def _cut(words: str, most: int) -> str:
    """The words on one line, cut between two of them if they are too many."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    return line[:most].rpartition(" ")[0].rstrip(",;:–—- ") + "…" if " " in line[:most] else line[:most] + "…"


FORMAT = Format(
    name="summary",
    summary="a short account for people; cannot be read back",
    media_type="text/plain",
    suffixes=(".txt",),
    many=True,
    write=_write,
)
