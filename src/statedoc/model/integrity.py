"""What must be true of a whole document: spans inside the text, unique ids, references that resolve.

The checks read records by their attrs fields, so that a new field needs nothing here: a `Span` is
checked wherever it stands, and a field marked with `refers` is followed.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, cast, final, get_args

import attrs

from statedoc.errors import Fault
from statedoc.model.actor import Mention
from statedoc.model.checks import REFERS
from statedoc.model.span import Span

RECORD_KINDS: Final = ("actors", "speeches", "quotes", "agreements", "metrics")

_Known = Mapping[str, set[str | None] | None]

_SINGULAR = {"actors": "actor", "speeches": "speech", "quotes": "quote", "agreements": "agreement", "metrics": "metric"}


@final
@attrs.frozen
class Unread:
    """Holds the place of a record that could not be read.

    Its id, where at least that is known, still counts: references to it lead somewhere, and no other
    record may have it.
    """

    id: str | None


@final
@attrs.frozen
class Contents:
    """The parts of a document, whole or with holes."""

    text: str | None  #: None: not known, spans are not checked
    records: Mapping[str, Sequence[Any] | None]  #: by kind: records and `Unread`; None: not known, nor what refers here


def faults(contents: Contents) -> Iterator[Fault]:
    """Every fault of the whole, in reading order."""
    known = {
        kind: None if records is None else {record.id for record in records}
        for kind, records in contents.records.items()
    }
    size = None if contents.text is None else len(contents.text)
    circling = _circling(contents.records["quotes"] or ())
    seen: dict[str, str] = {}
    for kind in RECORD_KINDS:
        for index, record in enumerate(contents.records[kind] or ()):
            if record.id is None:
                continue
            path = f"{kind}[{index}]"
            if record.id in seen:
                yield Fault(path=f"{path}.id", message=f'the id "{record.id}" is already that of {seen[record.id]}')
            seen.setdefault(record.id, path)
            if not isinstance(record, Unread):
                yield from _record_faults(record, path, size, known)
                if record.id in circling and kind == "quotes":
                    yield Fault(path=f"{path}.within", message=f'the quote "{record.id}" would stand inside itself')


def _record_faults(record: Any, path: str, size: int | None, known: _Known) -> Iterator[Fault]:
    if size is not None and isinstance(record, Span | Mention) and record.end > size:
        yield Fault(path=path, message=f"the span ends at {record.end}, past the end of the text ({size} code points)")
    for name, kind in _parts(cast("Hashable", type(record))):
        value = getattr(record, name)
        if value is None:
            continue
        many = type(value) is tuple
        ids = known[kind] if kind else None
        for index, item in enumerate(value if many else (value,)):
            where = f"{path}.{name}[{index}]" if many else f"{path}.{name}"
            if kind is None:
                yield from _record_faults(item, where, size, known)
            elif ids is not None and item not in ids:
                yield Fault(path=where, message=f'no {_SINGULAR[kind]} "{item}" in this document')


@cache
def _parts(model: Hashable) -> tuple[tuple[str, str | None], ...]:
    """The fields of a model that hold references, with the kind of record referred to, or spans, with None."""
    parts: list[tuple[str, str | None]] = []
    for field in attrs.fields(cast("type[Any]", model)):
        types = [each for each in (field.type, *get_args(field.type)) if isinstance(each, type) and attrs.has(each)]
        if REFERS in field.metadata:
            parts.append((field.name, field.metadata[REFERS]))
        elif any(each in (Span, Mention) or _parts(cast("Hashable", each)) for each in types):
            parts.append((field.name, None))
    return tuple(parts)


def _circling(quotes: Sequence[Any]) -> set[str]:
    """The ids of the quotes that stand, through others, inside themselves."""
    outer = {quote.id: quote.within for quote in quotes if not isinstance(quote, Unread)}
    walked: set[str] = set()
    circling: set[str] = set()
    for start in outer:
        trail: list[str] = []
        at = start
        while at in outer and at not in walked:
            walked.add(at)
            trail.append(at)
            at = outer[at]
        if at in trail:
            circling.update(trail[trail.index(at) :])
    return circling
