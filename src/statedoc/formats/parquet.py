"""Parquet: tables of documents or of records, compressed, for databases and data frames."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from statedoc.errors import Failure, UnreadableInputError
from statedoc.formats._arrow import Sink, arrow, batches, read_documents, schema
from statedoc.formats._format import Format
from statedoc.formats._tables import DOCUMENTS
from statedoc.model import Document

if TYPE_CHECKING:
    import pyarrow as pa

_MAGIC = b"PAR1"
_ROW_GROUP = 32 << 20  # bytes, before they are compressed
_MOST_READ = 100  # documents at once
_MOST_IN_MEMORY = 16 << 20  # bytes; of a stream that must be kept aside, the rest goes to a file without a name


def _write(documents: Iterable[Document], stream: BinaryIO, *, table: str = DOCUMENTS) -> None:
    """A table: `documents`, which keeps everything, `quotes`, `agreements`, `metrics`, `actors` or `speeches`."""
    of = schema(table)
    with _parquet().ParquetWriter(Sink(stream), of, compression="zstd") as writer:
        for group in _row_groups(batches(documents, table)):
            writer.write_table(group)


def _row_groups(batches: "Iterable[pa.RecordBatch]") -> "Iterator[pa.Table]":
    """The batches, put together: each row group has its place in the index at the end, which is held in memory."""
    from_batches = arrow().Table.from_batches
    waiting: list[pa.RecordBatch] = []
    size = 0
    for batch in batches:
        waiting.append(batch)
        size += batch.nbytes
        if size >= _ROW_GROUP:
            yield from_batches(waiting)
            waiting, size = [], 0
    if waiting:
        yield from_batches(waiting)


def _read(stream: BinaryIO) -> Iterator[Document | Failure]:
    """The documents of a file of the table `documents`."""
    errors = (arrow().ArrowException, OSError, ValueError)
    with _seekable(stream) as source:
        try:
            file = _parquet().ParquetFile(source)
            of = file.schema_arrow
        except errors as error:
            raise UnreadableInputError(f"not a Parquet file: {' '.join(str(error).split())[:200]}") from None
        yield from read_documents(of, file.iter_batches(batch_size=_MOST_READ))


def _parquet() -> Any:
    arrow()  # else what is missing would be told in another's words
    from pyarrow import parquet

    return parquet


@contextmanager
def _seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream itself where it starts at its start and can seek, else a copy: Parquet is read from its end."""
    if stream.seekable() and stream.tell() == 0:
        yield stream
        return
    import shutil  # these two are slow to load, and seldom needed
    from tempfile import SpooledTemporaryFile

    with SpooledTemporaryFile(max_size=_MOST_IN_MEMORY) as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield cast("BinaryIO", copy)


def _recognises(head: bytes) -> bool:
    """Whether the mark of Parquet opens it."""
    return head.startswith(_MAGIC)


FORMAT = Format(
    name="parquet",
    summary="a table of documents, quotes, agreements, metrics, actors or speeches, as a Parquet file",
    media_type="application/vnd.apache.parquet",
    suffixes=(".parquet",),
    many=True,
    recognises=_recognises,
    write=_write,
    read=_read,
)
