"""JSON Schema of the wire form, generated from the models.

Types, enums and keys come from the classes; limits are asked of the fields' own validators. What JSON
Schema cannot say (references, circles, spans inside the text) `from_wire` checks.
"""

import datetime as dt
import inspect
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from types import NoneType
from typing import Any, Final, get_args, get_origin

import attrs

from statedoc.model import SCHEMA_VERSION, Document, EdtfDate
from statedoc.model.checks import COUNTRY, LANGUAGE
from statedoc.schema.converter import allows, wire_key
from statedoc.schema.scalars import EDTF, FIGURE, PUBLISHED

Schema = dict[str, Any]

_SCALARS: Final[Mapping[Any, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 0},
    Decimal: {"type": "string", "pattern": f"^(?:{FIGURE.pattern})$"},
    EdtfDate: {"type": "string", "pattern": f"^(?:{EDTF.pattern})$"},
    dt.date: {"type": "string", "pattern": f"^(?:{PUBLISHED.pattern})$"},
}

# By the name of the field, for such a field means the same wherever it stands.
_PATTERNS: Final = {
    "country": f"^(?:{COUNTRY.pattern})$",
    "language": f"^(?:{LANGUAGE.pattern})$",
}


def json_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of the wire form, in the version that this release writes.

    >>> json_schema()["$id"]
    'urn:statedoc:schema:document:1.0'
    """
    definitions: dict[str, Schema] = {}
    document = _object(Document, definitions)
    document["properties"]["schema_version"] = {"const": SCHEMA_VERSION}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:statedoc:schema:document:{SCHEMA_VERSION}",
        "title": f"statedoc document, version {SCHEMA_VERSION}",
        **document,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(model: type[Any], definitions: dict[str, Schema]) -> Schema:
    fields = attrs.fields(model)
    keys = [wire_key(field.name) for field in fields]
    return {
        "type": "object",
        "description": _description(model),
        "properties": {key: _field(field, definitions) for key, field in zip(keys, fields, strict=True)},
        "required": keys,
        "additionalProperties": False,
    }


def _description(model: type[Any]) -> str:
    paragraph = inspect.cleandoc(model.__doc__ or "").partition("\n\n")[0]
    return " ".join(paragraph.replace("`", "").split())


def _field(field: "attrs.Attribute[Any]", definitions: dict[str, Schema]) -> Schema:
    types = [each for each in get_args(field.type) if each is not NoneType]
    if get_origin(field.type) is tuple:
        schema: Schema = {"type": "array", "items": _of_type(types[0], definitions)}
        return schema if allows(field, ()) else {**schema, "minItems": 1}
    schema = _of_type(types[0] if types else field.type, definitions)
    if field.name in _PATTERNS:
        schema = {**schema, "pattern": _PATTERNS[field.name]}
    elif schema == _SCALARS[str] and not allows(field, " "):
        schema = {**schema, "pattern": r"\S"}
    if NoneType not in get_args(field.type):
        return schema
    return {**schema, "type": ["string", "null"]} if "type" in schema else {"anyOf": [schema, {"type": "null"}]}


def _of_type(type_: Any, definitions: dict[str, Schema]) -> Schema:
    if type_ in _SCALARS:
        return dict(_SCALARS[type_])
    name = type_.__name__
    if name not in definitions:
        definitions[name] = {}  # the place is taken before the parts are read
        definitions[name] = (
            {"description": _description(type_), "enum": [member.value for member in type_]}
            if issubclass(type_, StrEnum)
            else _object(type_, definitions)
        )
    return {"$ref": f"#/$defs/{name}"}
