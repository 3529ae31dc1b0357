"""WARC: archives of web pages, as Common Crawl keeps them, an article for each page."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from statedoc.errors import Failure, MissingExtraError, StatedocError, UnreadableInputError
from statedoc.model import Article
from statedoc.sources._facts import web_address
from statedoc.sources._limits import check_limit, whole
from statedoc.sources._page import article_of
from statedoc.sources._source import Source
from statedoc.sources._warc_records import finish, is_warc, records

_PAGES: Final = ("text/html", "application/xhtml+xml")


def _read(stream: BinaryIO, *, limit: int = 8 << 20, counts: Counter[str] | None = None) -> Iterator[Article | Failure]:
    """An article for each page that was answered with success; a page without one is a `Failure`.

    A page may have `limit` bytes, unpacked. `counts` is a Counter that is filled as the archive is read:
    how many records became an "article" or a "failure", and how many were passed over as "no response",
    "no success" or "no page". The time of a record is no date of publication, and is not taken for one.
    """
    check_limit(limit)
    if counts is not None and not isinstance(counts, Counter):
        raise StatedocError(f"counts must be a collections.Counter, not {type(counts).__name__}")
    counted: Counter[str] = Counter() if counts is None else counts
    position = 0
    for offset, record in records(stream):
        url = None
        try:
            if isinstance(record, Exception):
                raise record
            url = web_address(record.rec_headers.get_header("WARC-Target-URI"))
            if reason := _passed_over(record):
                finish(record)
                counted[reason] += 1
                continue
            article = _article(record, url, limit)
        except MissingExtraError:
            raise
        except Exception as error:
            # whatever a broken record makes its readers stumble over, it costs that record
            counted["failure"] += 1
            why = error if isinstance(error, UnreadableInputError) else "its page could not be read"
            yield Failure(position=position, error=UnreadableInputError(f"record at byte {offset:,}: {why}"), url=url)
        else:
            counted["article"] += 1
            yield article
        position += 1


def _passed_over(record: Any) -> str | None:
    """Why a record is none of a page that was answered with success."""
    if record.rec_type != "response" or record.http_headers is None:
        return "no response"
    if record.http_headers.get_statuscode() != "200":
        return "no success"
    kind = record.http_headers.get_header("Content-Type") or ""
    return None if kind.partition(";")[0].strip().lower() in _PAGES else "no page"


def _article(record: Any, url: str | None, limit: int) -> Article:
    too_long = None
    try:
        page = whole(record.content_stream(), limit)
    except UnreadableInputError as error:
        too_long = error
    finish(record)  # what the archive has only a part of is no article
    if too_long:
        raise too_long
    if record.rec_headers.get_header("WARC-Truncated"):
        raise UnreadableInputError("the page was cut off when it was archived")
    return article_of(page, url=url, content_type=record.http_headers.get_header("Content-Type"))


SOURCE = Source(
    name="warc",
    summary="an archive of web pages, an article for each page",
    suffixes=(".warc", ".warc.gz"),
    recognises=is_warc,
    read=_read,
)
