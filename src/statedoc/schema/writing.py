"""From a document to its wire form."""

from typing import Any

from statedoc.model import Document
from statedoc.schema.converter import CONVERTER

_WRITE = CONVERTER.get_unstructure_hook(Document)


def to_wire(document: Document) -> dict[str, Any]:
    """The wire form of a document: dicts, lists, strings, whole numbers, booleans and None only.

    Keys stand in the order of the schema, and every key is always there.

    >>> from statedoc.model import Producer
    >>> wire = to_wire(Document(id="1", text="", producer=Producer(name="me", version="1")))
    >>> list(wire)[:4]
    ['schema_version', 'id', 'article', 'text']
    """
    wire: dict[str, Any] = _WRITE(document)
    return wire
