"""From the wire form to a document, or to every fault that it has."""

from typing import Any, get_args

import attrs

from statedoc.errors import Fault, InvalidDocumentError
from statedoc.model import Document
from statedoc.model.integrity import RECORD_KINDS, Contents, Unread
from statedoc.model.integrity import faults as integrity_faults
from statedoc.schema import faults
from statedoc.schema.converter import CONVERTER, read_field
from statedoc.schema.scalars import wrong_type
from statedoc.schema.versions import migrate

_FIELDS = {field.name: field for field in attrs.fields(Document)}
_READ = {name: read_field(field, CONVERTER) for name, field in _FIELDS.items() if name not in RECORD_KINDS}
_RECORDS: dict[str, type[Any]] = {kind: get_args(_FIELDS[kind].type)[0] for kind in RECORD_KINDS}
_READ_RECORD = {kind: CONVERTER.get_structure_hook(model) for kind, model in _RECORDS.items()}


def from_wire(data: object) -> Document:
    """The document whose wire form this is, in any version known.

    Raises `InvalidDocumentError`, which holds every fault of the document, each with its path: what
    breaks the schema, and references, ids and spans that do not hold.

    >>> from statedoc.errors import InvalidDocumentError
    >>> try:
    ...     from_wire({"schema_version": "99.0"})
    ... except InvalidDocumentError as error:
    ...     print(error.faults[0].path)
    schema_version
    """
    wire = migrate(data)
    found: list[Fault] = []
    parts: dict[str, Any] = {}
    for name in _FIELDS:
        if name not in wire:
            found.append(faults.missing(name))
        elif name in RECORD_KINDS:
            parts[name] = _records(wire[name], name, found)
        else:
            try:
                parts[name] = _READ[name](wire[name], _FIELDS[name].type)
            except Exception as error:
                found += faults.field_faults(error, "", name)
    found += faults.unknown_keys(wire.keys() - _FIELDS.keys(), "")
    if not found:
        return Document(**parts)
    contents = Contents(parts.get("text"), {kind: parts.get(kind) for kind in RECORD_KINDS})
    found += integrity_faults(contents)
    raise InvalidDocumentError(faults.in_reading_order(found, wire))


def _records(value: object, kind: str, found: list[Fault]) -> tuple[Any, ...] | None:
    """The records of one kind, `Unread` in the place of each broken one; None if it is no list."""
    if not isinstance(value, list):
        found.append(Fault(path=kind, message=str(wrong_type("a list", value))))
        return None
    read, model = _READ_RECORD[kind], _RECORDS[kind]
    records: list[Any] = []
    for index, raw in enumerate(value):
        try:
            records.append(read(raw, model))
        except Exception as error:
            found += faults.faults_of(error, f"{kind}[{index}]")
            records.append(Unread(_id(raw)))
    return tuple(records)


def _id(raw: object) -> str | None:
    found = raw.get("id") if isinstance(raw, dict) else None
    return found if isinstance(found, str) else None
