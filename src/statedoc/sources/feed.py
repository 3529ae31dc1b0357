"""Feeds: RSS, Atom and JSON Feed, an article for each entry."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, BinaryIO, Final

from statedoc.errors import Failure, MissingExtraError, UnreadableInputError
from statedoc.model import Article, Metadata
from statedoc.sources._dates import published
from statedoc.sources._facts import language_tag, line, web_address
from statedoc.sources._fragment import text_of
from statedoc.sources._heads import is_json_feed
from statedoc.sources._json_feed import json_feed
from statedoc.sources._limits import whole
from statedoc.sources._source import Source

_ROOT: Final = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
_CLOSED: Final = re.compile(rb"</(?:\w+:)?(?:rss|feed|RDF)\s*>")
_TAIL: Final = 4096  # bytes in which a whole feed closes
# In an encoding of two bytes a letter, every other byte of markup is NUL.
_NUL: Final = b"\0"


def _read(stream: BinaryIO, *, limit: int = 64 << 20) -> Iterator[Article | Failure]:
    """An article for each entry, or what is wrong with it: its content, or else its summary.

    A feed may have `limit` bytes. RSS and Atom need the extra `feeds`.
    """
    data = whole(stream, limit)
    if is_json_feed(data[:_TAIL]):
        yield from json_feed(data)
        return
    found = _parsed(data)
    entries = list(found["entries"])
    if not entries and not found.get("version"):
        reason = f": {found['bozo_exception']}" if found["bozo"] else ""
        raise UnreadableInputError(f"it is no feed that could be read{reason}")
    cut_off = bool(found["bozo"]) and not _CLOSED.search(data[-_TAIL:].replace(_NUL, b""))
    for position, entry in enumerate(entries):
        try:
            if cut_off and position == len(entries) - 1:
                raise UnreadableInputError("the feed ends before its end, perhaps in the middle of this entry")
            yield _article(entry, found["feed"], atom=found.get("version", "").startswith("atom"))
        except UnreadableInputError as error:
            url = web_address(entry.get("link"))
            yield Failure(position=position, error=error, id=line(entry.get("id")), url=url)


def _parsed(data: bytes) -> Mapping[str, Any]:
    try:
        import feedparser
    except ImportError:
        raise MissingExtraError(
            'feeds need feedparser, which is not installed; install it with: pip install "statedoc[feeds]"'
        ) from None
    root = _ROOT.search(data)
    prolog = data[: root.start()] if root else data.replace(_NUL, b"")
    if b"<!ENTITY" in prolog:
        raise UnreadableInputError("the feed has entities of its own, which are not read; remove its DTD")
    # Given as a stream: bytes would be taken for the name of a file, or an address to fetch.
    found: Mapping[str, Any] = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    return found


def _article(entry: Mapping[str, Any], feed: Mapping[str, Any], *, atom: bool) -> Article:
    text = max(map(_text, entry.get("content") or ()), key=len, default="") or _text(entry.get("summary_detail"))
    if not text:
        raise UnreadableInputError("the entry has neither content nor a summary")
    # Of its items: feedparser's look-up answers with one date when asked for another.
    written = dict(entry.items())
    dates = (published(written.get(key)) for key in ("published", "updated"))
    authors = _names(entry) or (_names(feed) if atom else ())  # as Atom's standard has it
    languages = [part.get("language") for part in entry.get("content") or ()] + [feed.get("language")]
    site = web_address(feed.get("link"))
    return Article(
        id=line(entry.get("id")),
        text=text,
        metadata=Metadata(
            title=_title(entry),
            url=web_address(entry.get("link"), site),
            publisher=_title(entry.get("source") or {}) or _title(feed),
            authors=authors,
            published=next((date for date in dates if date), None),
            language=next(filter(None, map(language_tag, languages)), None),
        ),
    )


def _text(part: Mapping[str, Any] | None) -> str:
    value = (part or {}).get("value") or ""
    return value.strip() if (part or {}).get("type") == "text/plain" else text_of(value)


def _title(of: Mapping[str, Any]) -> str | None:
    return line(_text(of.get("title_detail")))


def _names(of: Mapping[str, Any]) -> tuple[str, ...]:
    names = (line(author.get("name")) for author in of.get("authors") or ())
    return tuple(dict.fromkeys(filter(None, names)))


def _recognises(head: bytes) -> bool:
    """Whether the root of a feed opens, or a JSON Feed."""
    plain = head.replace(_NUL, b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return is_json_feed(head) or (
        plain.startswith(b"<") and bool(_ROOT.search(plain)) and b"<html" not in plain.lower()
    )


SOURCE = Source(
    name="feed",
    summary="RSS, Atom and JSON Feed, an article for each entry",
    suffixes=(".rss", ".atom"),
    recognises=_recognises,
    read=_read,
)
