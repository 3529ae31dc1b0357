"""Hand labels: what a careful reader finds in an article. `tests/golden/README.md` describes the format."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final, final

import attrs

from statedoc import Span

COMPLETE: Final = ("indirect", "agreements", "metrics")  #: the kinds that an `x` line may name


class LabelError(Exception):
    """A line of labels that cannot be read, or that speaks of words which are not in the article."""


@final
@attrs.frozen(kw_only=True)
class QuoteLabel:
    """Words that somebody says."""

    kind: str
    span: Span  #: from the first word of the content to its last
    speakers: tuple[str, ...] = ()  #: keys, any of which a right speaker's name holds; () is not checked
    cue: str | None = None  #: lemma


@final
@attrs.frozen(kw_only=True)
class AgreementLabel:
    """An agreement, at the words that head it."""

    kind: str
    span: Span
    parties: frozenset[str] = frozenset()  #: ISO 3166-1 alpha-2; empty is not checked
    status: str | None = None
    date: str | None = None  #: EDTF


@final
@attrs.frozen(kw_only=True)
class MetricLabel:
    """A figure."""

    span: Span
    value: Decimal | tuple[Decimal, Decimal]  #: one, or the lowest and the highest
    comparator: str | None = None
    unit: str | None = None


@final
@attrs.frozen(kw_only=True)
class SpeechLabel:
    """An occasion; it is not tied to a place in the text."""

    kind: str
    speaker: str  #: a key of the speaker's name
    medium: str | None = None  #: a key of the medium's name


@final
@attrs.frozen(kw_only=True)
class Labels:
    """All that is said of one article."""

    article: str  #: the name of its file, without the suffix
    complete: frozenset[str] = frozenset()  #: kinds of which every record is labelled, so that any other is wrong
    quotes: tuple[QuoteLabel, ...] = ()
    names: tuple[Span, ...] = ()  #: names and scare quotes in quotation marks
    open: tuple[Span, ...] = ()  #: whatever is found here counts neither way
    agreements: tuple[AgreementLabel, ...] = ()
    metrics: tuple[MetricLabel, ...] = ()
    speeches: tuple[SpeechLabel, ...] = ()


def article_name(labels: str) -> str:
    r"""The article that labels are of.

    >>> article_name("# a comment\ndoc state-visit\nx metrics")
    'state-visit'
    """
    for _, tag, fields in _lines(labels):
        if tag == "doc":
            return fields[0]
    raise LabelError("no line 'doc NAME' tells which article the labels are of")


def read_labels(labels: str, text: str) -> Labels:
    """Read what labels say of an article's text; `LabelError` names a faulty line."""
    found: dict[str, list[object]] = {tag: [] for tag in _READERS}
    complete: frozenset[str] = frozenset()
    for number, tag, fields in _lines(labels):
        try:
            if tag == "x":
                complete = frozenset(fields[0].split())
                if not complete <= set(COMPLETE):
                    raise LabelError(f"x takes {', '.join(COMPLETE)}, not {fields[0]!r}")
            elif tag in _READERS:
                found[tag].append(_READERS[tag](text, fields))
            elif tag != "doc":
                raise LabelError(f"no record starts with {tag!r}")
        except (LabelError, InvalidOperation) as error:
            raise LabelError(f"line {number}: {error}") from error
    records: dict[str, Any] = {key: tuple(found[tag]) for tag, key in _KEYS.items()}
    return Labels(article=article_name(labels), complete=complete, **records)


def label_files(given: Sequence[Path]) -> list[Path]:
    """The files of labels among paths; a folder stands for those in it."""
    return [file for path in given for file in (sorted(path.glob("*.gold")) if path.is_dir() else [path])]


def _lines(labels: str) -> Iterator[tuple[int, str, list[str]]]:
    """Number, tag and fields of each record; a field keeps its no-break spaces."""
    for number, line in enumerate(labels.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            tag, _, rest = line.rstrip("\r").partition(" ")
            yield number, tag, [field.strip(" ") for field in rest.split("|")]


def _anchor(text: str, words: str, start: int = 0) -> Span:
    """Where words stand at or after `start`; ``words@2`` is their second occurrence."""
    words, _, nth = words.partition("@")
    if not words:
        raise LabelError("words of the text are missing")
    at = start - 1
    for _ in range(int(nth or 1)):
        at = text.find(words, at + 1)
        if at < 0:
            raise LabelError(f"the article does not hold {words!r}" + (f" {nth} times" if nth else ""))
    return Span(start=at, end=at + len(words))


def _stretch(text: str, first: str, last: str) -> Span:
    start = _anchor(text, first).start
    return Span(start=start, end=_anchor(text, last, start).end)


def _keys(field: str) -> tuple[str, ...]:
    return tuple(filter(None, (key.strip(" ") for key in field.split(","))))


def _quote(text: str, fields: list[str]) -> QuoteLabel:
    kind, first, last, speakers, cue = _filled(fields, 5)
    return QuoteLabel(kind=kind, span=_stretch(text, first, last), speakers=_keys(speakers), cue=cue or None)


def _agreement(text: str, fields: list[str]) -> AgreementLabel:
    kind, head, parties, status, date = _filled(fields, 5)
    return AgreementLabel(
        kind=kind,
        span=_anchor(text, head),
        parties=frozenset(_keys(parties)),
        status=status or None,
        date=date or None,
    )


def _metric(text: str, fields: list[str]) -> MetricLabel:
    words, value, comparator, unit = _filled(fields, 4)
    low, dots, high = value.partition("..")
    return MetricLabel(
        span=_anchor(text, words),
        value=(Decimal(low), Decimal(high)) if dots else Decimal(value),
        comparator=comparator or None,
        unit=unit or None,
    )


def _speech(text: str, fields: list[str]) -> SpeechLabel:
    kind, speaker, medium = _filled(fields, 3)
    return SpeechLabel(kind=kind, speaker=speaker, medium=medium or None)


def _name(text: str, fields: list[str]) -> Span:
    (words,) = _filled(fields, 1)
    return _anchor(text, words)


def _open(text: str, fields: list[str]) -> Span:
    first, last = _filled(fields, 2)
    return _stretch(text, first, last)


def _filled(fields: list[str], count: int) -> list[str]:
    """The fields, those left out at the end filled with nothing."""
    if len(fields) > count:
        raise LabelError(f"{len(fields)} fields where {count} are known")
    return fields + [""] * (count - len(fields))


_READERS: Final[Mapping[str, Callable[[str, list[str]], object]]] = {
    "q": _quote,
    "n": _name,
    "o": _open,
    "a": _agreement,
    "m": _metric,
    "s": _speech,
}
_KEYS: Final = {"q": "quotes", "n": "names", "o": "open", "a": "agreements", "m": "metrics", "s": "speeches"}
