"""Arrow: tables of documents or of records, as an IPC stream that can be written and read piece by piece."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from statedoc.errors import Failure, UnreadableInputError
from statedoc.formats._arrow import Sink, Tap, arrow, batches, read_documents, schema
from statedoc.formats._format import Format
from statedoc.formats._tables import DOCUMENTS
from statedoc.model import Document

__all__ = ["FORMAT", "schema"]

_MARK = b"\xff\xff\xff\xff"  # opens each message of a stream


def _write(documents: Iterable[Document], stream: BinaryIO, *, table: str = DOCUMENTS) -> None:
    """A table: `documents`, which keeps everything, `quotes`, `agreements`, `metrics`, `actors` or `speeches`."""
    of = schema(table)
    with arrow().ipc.new_stream(Sink(stream), of) as writer:
        for batch in batches(documents, table):
            writer.write_batch(batch)


def _read(stream: BinaryIO) -> Iterator[Document | Failure]:
    """The documents of a stream of the table `documents`."""
    pa = arrow()
    try:
        reader = pa.ipc.open_stream(Tap(stream))
    except (pa.ArrowException, OSError, ValueError) as error:
        raise UnreadableInputError(f"not an Arrow stream: {' '.join(str(error).split())[:200]}") from None
    yield from read_documents(reader.schema, iter(reader))


def _recognises(head: bytes) -> bool:
    """Whether the head is that of a message: a mark, and how long what describes it is."""
    return head.startswith(_MARK) and int.from_bytes(head[4:8], "little", signed=True) > 0


FORMAT = Format(
    name="arrow",
    summary="a table of documents, quotes, agreements, metrics, actors or speeches, as an Arrow stream",
    media_type="application/vnd.apache.arrow.stream",
    suffixes=(".arrow", ".arrows"),
    many=True,
    recognises=_recognises,
    write=_write,
    read=_read,
)
