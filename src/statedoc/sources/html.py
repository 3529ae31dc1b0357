"""Web pages: the article on a page, without what stands around it."""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from statedoc.errors import StatedocError
from statedoc.model import Article
from statedoc.sources._facts import web_address
from statedoc.sources._limits import whole
from statedoc.sources._page import article_of
from statedoc.sources._source import Source

_OPENING: Final = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)[\s>]"
)
_NUL: Final = b"\0"  # every other byte of markup in an encoding of two bytes a letter


def _read(
    stream: BinaryIO, *, url: str | None = None, encoding: str | None = None, limit: int = 8 << 20
) -> Iterator[Article]:
    """The one article of a page, with what the page declares of it.

    `url` is the address that the page came from; without it the page's own word counts. `encoding` is a
    codec's name, and stands over what the page says. A page may have `limit` bytes.
    """
    if url is not None and web_address(url) is None:
        raise StatedocError(f"url must be an address of http or https, not {url!r}")
    yield article_of(whole(stream, limit), url=url, encoding=encoding)


def _recognises(head: bytes) -> bool:
    """Whether a doctype or one of the first elements of a page opens."""
    return bool(_OPENING.match(head.replace(_NUL, b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()))


SOURCE = Source(
    name="html",
    summary="a web page, the article on it",
    suffixes=(".html", ".htm", ".xhtml"),
    recognises=_recognises,
    read=_read,
)
