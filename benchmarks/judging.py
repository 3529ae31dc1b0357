"""What a parser found in an article, held against its labels: each record found, missed or wrong."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, TypeVar, final

import attrs

from benchmarks.labels import AgreementLabel, Labels, MetricLabel, QuoteLabel, SpeechLabel
from statedoc import Agreement, Document, Metric, Quote, QuoteKind, Span

SAME: Final = 0.5  #: the share of their joint length that two stretches must have in common to be one record

_L = TypeVar("_L")
_R = TypeVar("_R")


@final
@attrs.frozen(kw_only=True)
class Judgement:
    """One record: labelled, found, or both, and then whether each thing that its label says is right."""

    kind: str  #: marked, name, indirect, agreement, metric or speech
    words: str  #: of the article
    labelled: bool
    found: bool
    checks: Mapping[str, bool] = attrs.field(factory=dict)  #: of a record missed, all are False
    seen: Mapping[str, str] = attrs.field(factory=dict)  #: what was found where a check is False

    @property
    def missed(self) -> bool:
        """Labelled and not found."""
        return self.labelled and not self.found

    @property
    def wrong(self) -> bool:
        """Found, and the labels say that it should not be."""
        return self.found and not self.labelled


def judge(document: Document, labels: Labels) -> tuple[Judgement, ...]:
    """Hold every record of a document against the labels of its article."""
    return (
        *_marked(document, labels),
        *_indirect(document, labels),
        *_agreements(document, labels),
        *_metrics(document, labels),
        *_speeches(document, labels),
    )


# --- Kinds of records -------------------------------------------------------------------------------------------------


def _marked(document: Document, labels: Labels) -> Iterator[Judgement]:
    """Quotations in quotation marks. Every mark of a text is labelled, so that any other is wrong."""
    wanted = [label for label in labels.quotes if label.kind != QuoteKind.INDIRECT]
    found = [quote for quote in document.quotes if quote.kind is not QuoteKind.INDIRECT]
    pairs = _pairs(wanted, found, lambda label, quote: _likeness(label.span, quote.hull))
    for label, quote in pairs:
        if label or (quote and not _is_open(quote.hull, labels)):
            yield _quote_judged("marked", document, label, quote)
    taken = [quote for label, quote in pairs if quote and not label]
    for name in labels.names:
        yield Judgement(
            kind="name",
            words=name.of(document.text),
            labelled=False,
            found=any(_likeness(name, quote.hull) > 0 for quote in taken),
        )


def _indirect(document: Document, labels: Labels) -> Iterator[Judgement]:
    wanted = [label for label in labels.quotes if label.kind == QuoteKind.INDIRECT]
    found = [quote for quote in document.quotes if quote.kind is QuoteKind.INDIRECT]
    for label, quote in _pairs(wanted, found, lambda label, quote: _likeness(label.span, quote.hull)):
        if label or (quote and _counts(quote.hull, labels, "indirect")):
            yield _quote_judged("indirect", document, label, quote)


def _quote_judged(kind: str, document: Document, label: QuoteLabel | None, quote: Quote | None) -> Judgement:
    checks: dict[str, bool] = {}
    seen: dict[str, str] = {}
    speakers = [document.actor(each) for each in quote.speakers] if quote else []
    if label:
        checks["kind"] = quote is not None and quote.kind == label.kind
        checks["ends"] = quote is not None and quote.hull == label.span
        if label.speakers:
            checks["speaker"] = bool(speakers) and all(
                _goes_by((actor.name, *actor.aliases), label.speakers) for actor in speakers
            )
        if label.cue:
            checks["cue"] = quote is not None and quote.cue is not None and quote.cue.lemma == label.cue
    if quote:
        seen = {
            "kind": quote.kind.value,
            "ends": quote.hull.of(document.text),
            "speaker": ", ".join(actor.name for actor in speakers) or "nobody",
            "cue": quote.cue.lemma if quote.cue else "none",
        }
    return _judgement(kind, document, label, label and label.span, quote and quote.hull, checks, seen)


def _agreements(document: Document, labels: Labels) -> Iterator[Judgement]:
    def likeness(label: AgreementLabel, agreement: Agreement) -> float:
        return max(_overlap(label.span, mention) for mention in agreement.mentions)

    for label, agreement in _pairs(labels.agreements, document.agreements, likeness, least=1):
        checks: dict[str, bool] = {}
        seen: dict[str, str] = {}
        if agreement:
            actors = [document.actor(each) for each in agreement.parties]
            parties = {actor.country or actor.name for actor in actors}
            date = str(agreement.date.edtf) if agreement.date and agreement.date.edtf else "none"
            seen = {
                "kind": agreement.kind.value,
                "parties": ",".join(sorted(parties)) or "none",
                "status": agreement.status.value if agreement.status else "none",
                "date": date,
            }
        if label:
            said = {"kind": label.kind, "parties": ",".join(sorted(label.parties))}
            said |= {"status": label.status or "", "date": label.date or ""}
            checks = {field: seen.get(field) == value for field, value in said.items() if value}
        place = agreement and agreement.mentions[0]
        if label or (place and not _spared(agreement, labels)):
            yield _judgement("agreement", document, label, label and label.span, place, checks, seen)


def _metrics(document: Document, labels: Labels) -> Iterator[Judgement]:
    def likeness(label: MetricLabel, metric: Metric) -> float:
        return _overlap(label.span, metric.span)

    for label, metric in _pairs(labels.metrics, document.metrics, likeness, least=1):
        checks: dict[str, bool] = {}
        seen: dict[str, str] = {}
        if metric:
            seen = {
                "value": str(_amount(metric)),
                "comparator": metric.quantity.comparator.value,
                "unit": metric.quantity.unit or "none",
            }
        if label:
            checks["value"] = metric is not None and _amount(metric) == label.value
            if label.comparator:
                checks["comparator"] = seen.get("comparator") == label.comparator
            if label.unit:
                checks["unit"] = seen.get("unit") == label.unit
            checks["all"] = all(checks.values())
        if label or (metric and _counts(metric.span, labels, "metrics")):
            yield _judgement("metric", document, label, label and label.span, metric and metric.span, checks, seen)


def _speeches(document: Document, labels: Labels) -> Iterator[Judgement]:
    """The labels do not claim to name every occasion, so that none is wrong."""
    for label in labels.speeches:
        words = " ".join(filter(None, (label.kind, label.speaker, label.medium)))
        yield Judgement(kind="speech", words=words, labelled=True, found=_is_told(document, label))


def _is_told(document: Document, label: SpeechLabel) -> bool:
    for speech in document.speeches:
        speakers = [document.actor(each) for each in speech.speakers]
        names = [name for actor in speakers for name in (actor.name, *actor.aliases)]
        held = label.medium is None or _goes_by((speech.medium or "",), (label.medium,))
        if speech.kind == label.kind and _goes_by(names, (label.speaker,)) and held:
            return True
    return False


# --- Comparing --------------------------------------------------------------------------------------------------------


def _judgement(
    kind: str,
    document: Document,
    label: object | None,
    expected: Span | None,
    place: Span | None,
    checks: Mapping[str, bool],
    seen: Mapping[str, str],
) -> Judgement:
    """The judgement of a pair, told in the words of its label, else of what was found."""
    span = expected or place
    assert span is not None  # noqa: S101  a pair has at least one of them
    return Judgement(
        kind=kind,
        words=span.of(document.text),
        labelled=label is not None,
        found=place is not None,
        checks=checks,
        seen={field: seen[field] for field, right in checks.items() if not right and field in seen},
    )


def _pairs(
    labels: Sequence[_L], records: Sequence[_R], likeness: Callable[[_L, _R], float], least: float = SAME
) -> list[tuple[_L | None, _R | None]]:
    """Each label with the record most like it, none used twice; then the labels missed, then the records left."""
    likenesses = sorted(
        ((-likeness(label, record), i, j) for i, label in enumerate(labels) for j, record in enumerate(records)),
    )
    of_label: dict[int, int] = {}
    used: set[int] = set()
    for less, i, j in likenesses:
        if -less >= least and i not in of_label and j not in used:
            of_label[i] = j
            used.add(j)
    pairs: list[tuple[_L | None, _R | None]] = [
        (label, records[of_label[i]] if i in of_label else None) for i, label in enumerate(labels)
    ]
    return pairs + [(None, record) for j, record in enumerate(records) if j not in used]


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _likeness(one: Span, other: Span) -> float:
    """What two stretches have in common, of all that they cover together: 1 for the same, 0 for strangers."""
    common = _overlap(one, other)
    return common / (len(one) + len(other) - common) if common else 0.0


def _counts(span: Span, labels: Labels, kind: str) -> bool:
    """Whether a record that is not labelled is wrong."""
    return kind in labels.complete and not _is_open(span, labels)


def _is_open(span: Span, labels: Labels) -> bool:
    return any(_overlap(span, stretch) for stretch in labels.open)


def _spared(agreement: Agreement | None, labels: Labels) -> bool:
    return agreement is None or not all(_counts(mention, labels, "agreements") for mention in agreement.mentions)


def _goes_by(names: Sequence[str], keys: Sequence[str]) -> bool:
    """Whether a name holds a key; large and small letters are one, and so are those with and without marks."""
    folded = [_folded(name) for name in names]
    return any(_folded(key) in name for key in keys for name in folded)


def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _amount(metric: Metric) -> Decimal | tuple[Decimal, Decimal] | None:
    quantity = metric.quantity
    if quantity.low is not None and quantity.high is not None:
        return quantity.low, quantity.high
    return quantity.value
