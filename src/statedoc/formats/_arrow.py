"""Tables as Arrow batches: their schemas, documents to batches, and batches to documents.

The table of whole documents is the wire form, key by key, so that what is read from it is checked as
strictly as JSON is.
"""

import inspect
import io
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from types import ModuleType, NoneType
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast, final, get_args, get_origin

import attrs

from statedoc.errors import Failure, InvalidDocumentError, MissingExtraError, StatedocError, UnreadableInputError
from statedoc.formats._columns import Holds, day_of
from statedoc.formats._tables import DOCUMENTS, FLAT, check_table, rows
from statedoc.model import SCHEMA_VERSION, Document, EdtfDate

if TYPE_CHECKING:
    import pyarrow as pa

_PUBLISHED_DAY: Final = "published_day"  # stands in the table for convenience, and is not read
_TOLD_BY: Final = frozenset({"schema_version", "id", "text"})  # a table without these columns holds no documents

# A batch is closed by what comes first, so that long documents need no more memory than short ones.
_MOST_ROWS: Final = 4_000
_MOST_DOCUMENTS: Final = 100
_MOST_CHARACTERS: Final = 2_000_000

_DAY_ABOUT: Final = "the day of article.published, by the clock of its own offset; for convenience, not read back"
_ABOUT: Final = {Decimal: "a decimal number, exact", EdtfDate: "EDTF, as precise as the text makes it"}


def arrow() -> ModuleType:
    """The package pyarrow; `MissingExtraError` where it is not installed."""
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError(
            'Arrow and Parquet need pyarrow, which is not installed; install it with: pip install "statedoc[arrow]"'
        ) from error
    return cast("ModuleType", pyarrow)


def schema(table: str = DOCUMENTS) -> "pa.Schema":
    """The Arrow schema of a table: `documents`, `quotes`, `agreements`, `metrics`, `actors` or `speeches`.

    The schema's metadata has `statedoc.table` and `statedoc.schema_version`; a field's, where its name does
    not tell all, a `description`. `documents` is nested, with the keys of the wire form and the column
    `published_day` besides; the other tables have a row for each record.

    >>> schema("quotes").field("published_day").type
    DataType(date32[day])
    >>> schema("documents").metadata[b"statedoc.schema_version"]
    b'1.0'

    Raises `UnknownNameError` for any other name, and `MissingExtraError` without pyarrow.
    """
    check_table(table)
    pa = arrow()
    fields = _document_fields(pa) if table == DOCUMENTS else _flat_fields(pa, table)
    return pa.schema(fields, metadata={"statedoc.table": table, "statedoc.schema_version": SCHEMA_VERSION})


def _flat_fields(pa: Any, table: str) -> list[Any]:
    types = {
        Holds.TEXT: pa.string(),
        Holds.TERM: pa.string(),
        Holds.FIGURE: pa.string(),
        Holds.FLOAT: pa.float64(),
        Holds.WHOLE: pa.int64(),
        Holds.DAY: pa.date32(),
        Holds.TEXTS: pa.list_(pa.string()),
    }
    return [pa.field(each.name, types[each.holds], metadata=_described(each.about)) for each in FLAT[table]]


def _document_fields(pa: Any) -> list[Any]:
    return [*_fields(pa, Document), pa.field(_PUBLISHED_DAY, pa.date32(), metadata=_described(_DAY_ABOUT))]


def _fields(pa: Any, model: type[Any]) -> list[Any]:
    from statedoc.schema.converter import wire_key

    return [
        pa.field(
            wire_key(each.name),
            _type(pa, each.type),
            nullable=NoneType in get_args(each.type),
            metadata=_described(_about(each.type)),
        )
        for each in attrs.fields(model)
    ]


def _type(pa: Any, type_: Any) -> Any:
    if get_origin(type_) is tuple:
        return pa.list_(pa.field("item", _type(pa, get_args(type_)[0]), nullable=False))
    bare = _bare(type_)
    if attrs.has(bare) and bare is not EdtfDate:
        return pa.struct(_fields(pa, bare))
    return pa.int64() if bare is int else pa.string()


def _about(type_: Any) -> str | None:
    bare = _bare(get_args(type_)[0] if get_origin(type_) is tuple else type_)
    if bare in _ABOUT:
        return _ABOUT[bare]
    if issubclass(bare, StrEnum):
        return f"one of {', '.join(bare)}"
    if not attrs.has(bare):
        return None
    return " ".join(inspect.cleandoc(bare.__doc__ or "").partition("\n\n")[0].replace("`", "").split())


def _bare(type_: Any) -> type[Any]:
    found: type[Any] = next((each for each in get_args(type_) if each is not NoneType), type_)
    return found


def _described(about: str | None) -> dict[str, str] | None:
    return {"description": about} if about else None


def batches(documents: Iterable[Document], table: str) -> "Iterator[pa.RecordBatch]":
    """The rows of a table, in batches that are made as they are asked for."""
    of = schema(table)
    if table == DOCUMENTS:
        yield from _batched(of, map(_document_row, documents), most=_MOST_DOCUMENTS)
    else:
        names = of.names
        records = (dict(zip(names, row, strict=True)) for row in rows(documents, table))
        yield from _batched(of, records, most=_MOST_ROWS)


def _document_row(document: Document) -> dict[str, Any]:
    from statedoc.schema import to_wire

    return {**to_wire(document), _PUBLISHED_DAY: day_of(document.article.published)}


def _batched(of: "pa.Schema", rows: Iterable[dict[str, Any]], *, most: int) -> "Iterator[pa.RecordBatch]":
    waiting: list[dict[str, Any]] = []
    characters = 0
    for row in rows:
        waiting.append(row)
        characters += sum(len(cell) for cell in row.values() if isinstance(cell, str))
        if len(waiting) == most or characters >= _MOST_CHARACTERS:
            yield _batch(of, waiting)
            waiting, characters = [], 0
    if waiting:
        yield _batch(of, waiting)


def _batch(of: "pa.Schema", rows: list[dict[str, Any]]) -> "pa.RecordBatch":
    try:
        return arrow().RecordBatch.from_pylist(rows, schema=of)
    except UnicodeEncodeError as error:
        if len(rows) > 1:
            for row in rows:  # which of them it is
                _batch(of, [row])
        document = rows[0].get("document_id", rows[0]["id"])
        raise StatedocError(
            f"the document {document!r} has a lone surrogate (U+{ord(error.object[error.start]):04X}), which is no "
            "character and cannot be written; replace it, for instance with U+FFFD"
        ) from None


def read_documents(of: "pa.Schema", batches: "Iterator[pa.RecordBatch]") -> Iterator[Document | Failure]:
    """The documents of a table, a broken one as a `Failure`.

    Raises `UnreadableInputError` where the table is another one, and where the rest cannot be read.
    """
    pa = arrow()
    _check_holds_documents(of)
    position = 0
    while True:
        try:
            batch = next(batches, None)
        except (pa.ArrowException, OSError, ValueError) as error:
            raise UnreadableInputError(f"broken after {position} documents: {_told(error)}") from None
        if batch is None:
            return
        kept = [name for name in batch.schema.names if name != _PUBLISHED_DAY]
        for result in map(_document, _wires(pa, batch.select(kept))):
            yield Failure(position=position, error=result) if isinstance(result, StatedocError) else result
            position += 1


def _check_holds_documents(of: "pa.Schema") -> None:
    table = (of.metadata or {}).get(b"statedoc.table", DOCUMENTS.encode()).decode("utf-8", "replace")
    if table != DOCUMENTS:
        raise UnreadableInputError(
            f"it holds the table {table!r}, which does not keep everything and cannot be read back; "
            f"write the table {DOCUMENTS!r} to read documents from"
        )
    try:
        names = of.names
    except UnicodeDecodeError:
        raise UnreadableInputError("it is no table of documents: a column's name is not UTF-8") from None
    missing = sorted(_TOLD_BY - set(names))
    if missing:
        raise UnreadableInputError(f"it is no table of documents: there is no column {', '.join(missing)}")
    if len(set(names)) < len(names):
        raise UnreadableInputError("it is no table of documents: two columns have the same name")


def _wires(pa: Any, batch: "pa.RecordBatch") -> Iterator[dict[str, Any] | StatedocError]:
    """The wire form of each row, or why there is none."""
    # Offsets and UTF-8 are the file's own claims. Unchecked, they would be followed out of the buffers.
    try:
        batch.validate(full=True)
        yield from batch.to_pylist()
    except (pa.ArrowException, ValueError, OverflowError) as error:
        if batch.num_rows == 1:
            yield UnreadableInputError(f"the row cannot be read: {_told(error)}")
            return
        for row in range(batch.num_rows):
            yield from _wires(pa, batch.slice(row, 1))


def _document(wire: dict[str, Any] | StatedocError) -> Document | StatedocError:
    from statedoc.schema import from_wire

    if isinstance(wire, StatedocError):
        return wire
    try:
        return from_wire(wire)
    except InvalidDocumentError as error:
        return error


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


@final
class Sink(io.RawIOBase):
    """What pyarrow needs of a stream to write to, of any that can at least be written to."""

    def __init__(self, stream: BinaryIO) -> None:
        self._write = stream.write
        self._written = 0

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: Any) -> int:
        """Pass the bytes on."""
        chunk = bytes(data)
        self._write(chunk)
        self._written += len(chunk)
        return len(chunk)

    def tell(self) -> int:
        """How much has been written; a pipe could not tell."""
        return self._written


@final
class Tap(io.RawIOBase):
    """What pyarrow needs of a stream to read from front to back, of any that can at least be read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._read: Callable[[int], bytes] = stream.read

    def readable(self) -> bool:
        """Always."""
        return True

    def read(self, size: int = -1) -> bytes:
        """As many bytes as there are, up to `size`."""
        parts = []
        while size:
            part = self._read(size)
            if not part:
                break
            parts.append(part)
            size = -1 if size < 0 else size - len(part)
        return b"".join(parts)
