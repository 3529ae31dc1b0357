"""JSON Lines: a document a line, in the wire form, everything kept."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from statedoc.errors import Failure, InvalidDocumentError, UnreadableInputError
from statedoc.formats._format import Format
from statedoc.model import Document


def _write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """Each document compact on a line of its own."""
    from statedoc.schema import encode_json, to_wire

    for document in documents:
        stream.write(encode_json(to_wire(document), indent=False) + b"\n")


def _read(stream: BinaryIO) -> Iterator[Document | Failure]:
    """A document, or what is wrong with it, for each line that is not blank."""
    from statedoc.schema import decode_json, from_wire

    position = 0
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            yield from_wire(decode_json(line))
        except UnreadableInputError as error:
            yield Failure(position=position, error=UnreadableInputError(f"line {number}: {error}"))
        except InvalidDocumentError as error:
            yield Failure(position=position, error=error)
        position += 1


def _recognises(head: bytes) -> bool:
    """Whether a brace opens that the first line, as far as it is seen, closes."""
    first, line_end, _ = head.lstrip().partition(b"\n")
    return first.startswith(b"{") and (not line_end or first.rstrip().endswith(b"}"))


FORMAT = Format(
    name="jsonl",
    summary="any number of documents in the wire form, one a line",
    media_type="application/jsonl",
    suffixes=(".jsonl", ".ndjson"),
    many=True,
    recognises=_recognises,
    write=_write,
    read=_read,
)
