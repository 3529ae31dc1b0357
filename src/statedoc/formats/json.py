"""JSON: one document in the wire form, everything kept."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from statedoc.formats._format import Format
from statedoc.model import Document


def _write(documents: Iterable[Document], stream: BinaryIO, *, indent: bool = False) -> None:
    """One document, compact on a line of its own, or indented."""
    from statedoc.schema import encode_json, to_wire

    for document in documents:
        stream.write(encode_json(to_wire(document), indent=indent) + b"\n")


def _read(stream: BinaryIO) -> Iterator[Document]:
    """The one document of the stream."""
    from statedoc.schema import decode_json, from_wire

    yield from_wire(decode_json(stream.read()))


def _recognises(head: bytes) -> bool:
    """Whether a brace opens that the first line does not close."""
    first, line_end, _ = head.lstrip().partition(b"\n")
    return first.startswith(b"{") and bool(line_end) and not first.rstrip().endswith(b"}")


FORMAT = Format(
    name="json",
    summary="one document in the wire form, compact or indented",
    media_type="application/json",
    suffixes=(".json",),
    many=False,
    recognises=_recognises,
    write=_write,
    read=_read,
)
