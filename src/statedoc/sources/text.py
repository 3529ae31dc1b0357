"""Plain text: one article, nothing known of it but its words."""

from collections.abc import Iterator
from typing import BinaryIO

from statedoc.model import Article
from statedoc.sources._encoding import decoded
from statedoc.sources._source import Source


def _read(stream: BinaryIO, *, encoding: str | None = None) -> Iterator[Article]:
    """The whole of a stream, line ends and all, without its byte order mark.

    `encoding` is a codec's name, such as "koi8-r". Without it a byte order mark tells UTF-8, UTF-16 and
    UTF-32, and what has none is UTF-8. What is not is told from its letters (extra `encodings`), if it is
    long enough and in no doubt, and else refused.
    """
    yield Article(text=decoded(stream.read(), encoding))


SOURCE = Source(name="text", summary="plain text, one article", suffixes=(".txt", ".text"), read=_read)
