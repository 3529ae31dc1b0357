"""The wire form of a document: reading, writing, JSON, JSON Schema, and older versions."""

from statedoc.schema.json_schema import json_schema
from statedoc.schema.json_text import decode_json, encode_json
from statedoc.schema.reading import from_wire
from statedoc.schema.writing import to_wire

__all__ = ["decode_json", "encode_json", "from_wire", "json_schema", "to_wire"]
