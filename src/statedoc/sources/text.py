"""Plain text: one article, nothing known of it but its words."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from statedoc.errors import UnreadableInputError
from statedoc.model import Article
from statedoc.sources._source import Source


def _read(stream: BinaryIO) -> Iterator[Article]:
    """The whole of a UTF-8 stream, line ends and all, without its byte order mark."""
    data = stream.read()
    words = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = words.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + len(data) - len(words)
        raise UnreadableInputError(
            f"not UTF-8 text: byte 0x{data[at]:02x} at position {at}; convert it to UTF-8, the only encoding read"
        ) from error
    yield Article(text=text)


SOURCE = Source(name="text", summary="plain text in UTF-8, one article", suffixes=(".txt", ".text"), read=_read)
