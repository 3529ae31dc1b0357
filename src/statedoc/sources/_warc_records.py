"""The records of a WARC file, each whole or with what is wrong with it, in memory that does not grow with them."""

import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from statedoc.errors import MissingExtraError, UnreadableInputError

_GZIP: Final = b"\x1f\x8b\x08"
_PLAIN: Final = b"WARC/"
_CHUNK: Final = 1 << 16
_ENOUGH: Final = 256  # bytes of a gzip member by which a record is known
_LONGEST_LINE: Final = 1 << 16
_LONGEST_HEADERS: Final = 1 << 20
_MOST_BROKEN: Final = 1_000  # in a row; what is made of nothing else shall not keep anyone busy


def is_warc(head: bytes) -> bool:
    """Whether a record opens, packed or not."""
    return head.startswith(_PLAIN) or (head.startswith(_GZIP) and _opens_record(head[:_ENOUGH]))


def records(stream: BinaryIO) -> Iterator[tuple[int, Any]]:
    """Each record with the byte at which it begins, or the error in its place.

    A record must be read, as far as it is wanted, before the next is asked for; `finish` tells whether it
    was whole. Where the stream can seek, reading goes on behind a broken record with the next one found,
    but not behind a thousand of them in a row.

    Raises `UnreadableInputError` if there is no record at all.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise MissingExtraError(
            'WARC archives need warcio, which is not installed; install it with: pip install "statedoc[warc]"'
        ) from None
    found, begun, broken = False, 0, 0
    mark = _GZIP
    while True:
        archive = ArchiveIterator(stream)
        try:
            for record in _bounded(archive):
                mark = mark if found else _GZIP if archive.reader.decompressor else b"\n" + _PLAIN
                found = True
                begun = archive.offset
                if getattr(record.raw_stream, "limit", None) is None:
                    raise UnreadableInputError("it does not tell its length")
                broken = 0
                yield begun, record
            if archive.fh.tell() == archive.offset and found:
                return
            error: Exception = UnreadableInputError("the archive ends in the middle of it")
        except Exception as caught:
            # whatever a broken record makes the reader stumble over, it costs that record
            error = _explained(caught)
        if not found:
            raise UnreadableInputError("it is no WARC archive, or its first record is broken")
        begun = max(begun, archive.offset)  # warcio's own may be anything where records are not packed one by one
        yield begun, error
        broken += 1
        seeks = stream.seekable() and broken < _MOST_BROKEN
        following = _next_record(stream, begun + 1, mark) if seeks else None
        if following is None:
            return
        stream.seek(following)


def finish(record: Any) -> None:
    """Read what is left of a record; `UnreadableInputError` if it is less than there should be."""
    while record.raw_stream.read(_CHUNK):
        pass
    if record.raw_stream.limit > 0:
        raise UnreadableInputError("the archive ends, or is broken, in the middle of it")


def _bounded(archive: Any) -> Iterator[Any]:
    """The records of an archive, whose headers and lines may not be as long as they like."""
    reader = archive.reader
    read, readline = reader.read, reader.readline
    taken = 0

    def bounded_read(length: int | None = None) -> bytes:
        nonlocal taken
        taken = 0
        data: bytes = read(length)
        return data

    def bounded_readline(length: int | None = None) -> bytes:
        nonlocal taken
        data: bytes = readline(min(length or _LONGEST_LINE, _LONGEST_LINE))
        taken += len(data)
        if taken > _LONGEST_HEADERS:
            raise UnreadableInputError("its headers do not end")
        return data

    reader.read, reader.readline = bounded_read, bounded_readline
    for record in archive:
        taken = 0
        yield record


def _explained(caught: Exception) -> Exception:
    """The error for people: the reader's own quotes bytes of the archive."""
    if isinstance(caught, UnreadableInputError):
        return caught
    if "non-chunked gzip" in str(caught):
        return UnreadableInputError("all is packed as one; pack each record by itself: warcio recompress OLD NEW")
    return UnreadableInputError("there is no record that could be read")


def _next_record(stream: BinaryIO, start: int, mark: bytes) -> int | None:
    """Where the first record from a byte on begins."""
    at = start - 1 if mark != _GZIP else start  # the mark of an unpacked one begins with the end of a line
    while True:
        stream.seek(at)
        chunk = stream.read(_CHUNK)
        found = chunk.find(mark)
        while found >= 0:
            if mark != _GZIP:
                return at + found + 1
            if _opens_record(_bytes_at(stream, at + found)):
                return at + found
            found = chunk.find(mark, found + 1)
        if len(chunk) < _CHUNK:
            return None
        at += _CHUNK - len(mark) + 1


def _bytes_at(stream: BinaryIO, at: int) -> bytes:
    stream.seek(at)
    return stream.read(_ENOUGH)


def _opens_record(member: bytes) -> bool:
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(member, len(_PLAIN)) == _PLAIN
    except zlib.error:
        return False
