"""WARC archives: pages in any number, and broken records between them."""

import gzip
import io
import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from statedoc import Article, Failure, MissingExtraError, StatedocError, UnreadableInputError, articles

# warcio's writer leaves a temporary file to the collector.
pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning")

PAGE = """<html lang="ru"><head><title>Визит {0}</title></head><body><article><h1>Визит {0}</h1>
<p>Президент прибыл в Тбилиси.</p><p>«Мы рады», — сказал он.</p></article></body></html>"""
TEXT = "Визит {0}\n\nПрезидент прибыл в Тбилиси.\n\n«Мы рады», — сказал он."

PACKED = pytest.mark.parametrize("packed", [True, False], ids=["gz", "plain"])


def record(
    number: int = 0,
    *,
    packed: bool = True,
    page: str | bytes = PAGE,
    kind: str = "response",
    status: str = "200 OK",
    content_type: str = "text/html; charset=utf-8",
    **headers: str,
) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    body = page if isinstance(page, bytes) else page.format(number).encode()
    http = StatusAndHeaders(status, [("Content-Type", content_type)], protocol="HTTP/1.1")
    http.headers += [(name.replace("_", "-"), value) for name, value in headers.items() if name != "WARC_Truncated"]
    warc = {name.replace("_", "-"): value for name, value in headers.items() if name == "WARC_Truncated"}
    warc |= {"WARC-Date": "2025-03-04T10:20:00Z"}
    url = f"https://example.org/{number}"
    writer.write_record(
        writer.create_warc_record(url, kind, payload=io.BytesIO(body), http_headers=http, warc_headers_dict=warc)
    )
    return stream.getvalue()


def urls(found: list[Article | Failure]) -> list[str | None]:
    return [each.metadata.url if isinstance(each, Article) else None for each in found]


def read(data: bytes, **options: Any) -> list[Article | Failure]:
    return list(articles(data, "warc", **options))


@PACKED
@pytest.mark.parametrize("name", ["a.warc", "A.WARC.GZ", "a", "a.gz"])
def test_pages_are_articles(packed: bool, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(record(0, packed=packed) + record(1, packed=packed))
    first, second = articles(path)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.text, second.text) == (TEXT.format(0), TEXT.format(1))
    about = first.metadata
    assert (about.title, about.url, about.language) == ("Визит 0", "https://example.org/0", "ru")
    assert about.published is None  # the record's date is that of the visit


def test_the_header_tells_the_encoding() -> None:
    page = PAGE.format(0).encode("windows-1251")
    (article,) = read(record(page=page, content_type="text/html; charset=windows-1251"))
    assert isinstance(article, Article)
    assert article.text == TEXT.format(0)


def test_packed_and_chunked_pages() -> None:
    packed = gzip.compress(PAGE.format(0).encode())
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    found = read(
        record(page=packed, Content_Encoding="gzip")
        + record(page=chunked, Content_Encoding="gzip", Transfer_Encoding="chunked")
    )
    assert [each.text for each in found if isinstance(each, Article)] == [TEXT.format(0)] * 2


@PACKED
def test_others_are_passed_over_and_counted(packed: bool) -> None:
    counts: Counter[str] = Counter()
    parts = [
        record(0, packed=packed),
        record(1, packed=packed, kind="request"),
        record(2, packed=packed, kind="metadata"),
        record(3, packed=packed, status="404 Not Found"),
        record(4, packed=packed, content_type="image/png"),
        record(5, packed=packed, content_type="application/xhtml+xml"),
        record(6, packed=packed, page="<html></html>"),
        record(7, packed=packed, WARC_Truncated="length"),
    ]
    found = read(b"".join(parts), counts=counts)
    assert urls(found) == ["https://example.org/0", "https://example.org/5", None, None]
    assert counts == {"article": 2, "failure": 2, "no response": 2, "no success": 1, "no page": 1}
    empty, cut = found[2:]
    assert isinstance(empty, Failure)
    assert (empty.position, empty.url) == (2, "https://example.org/6")
    assert str(empty.error).startswith(f"record at byte {sum(map(len, parts[:6])):,}: the page has no article")
    assert isinstance(cut, Failure)
    assert "cut off when it was archived" in str(cut.error)


def test_an_archive_of_other_records_has_no_articles() -> None:
    assert read(record(kind="request")) == []


# --- Broken archives --------------------------------------------------------------------------------------------------


@PACKED
@pytest.mark.parametrize("garbage", [b"garbage\r\n\r\n", b"\x1f\x8b\x08" * 100, b"\x00" * 200_000, b"WARC/1.0\r\n\r\n"])
def test_a_broken_record_costs_itself(packed: bool, garbage: bytes) -> None:
    counts: Counter[str] = Counter()
    first = record(0, packed=packed)
    found = read(first + garbage + b"\r\n" + record(1, packed=packed) + record(2, packed=packed), counts=counts)
    good = [each for each in urls(found) if each]
    assert good == [f"https://example.org/{number}" for number in range(3)]
    failures = [each for each in found if isinstance(each, Failure)]
    assert failures
    assert str(failures[0].error).startswith(f"record at byte {len(first):,}: ")
    assert counts["failure"] == len(failures) < 5


@pytest.mark.parametrize("at", [60, 150, 300])
def test_a_bit_that_fell_over(at: int) -> None:
    first, second, third = (record(number) for number in range(3))
    broken = bytearray(second)
    broken[at] ^= 0xFF
    found = read(first + bytes(broken) + third)
    assert urls(found) == ["https://example.org/0", None, "https://example.org/2"]


@PACKED
def test_an_archive_that_is_cut_off_ends_with_a_failure(packed: bool) -> None:
    first, second = record(0, packed=packed), record(1, packed=packed)
    for length in (*range(1, len(second) - 20, 37), len(second) - 30):
        one, failure = read(first + second[:length])
        assert isinstance(one, Article)
        assert isinstance(failure, Failure)
        assert str(failure.error).startswith(f"record at byte {len(first):,}: ")
    assert len(read(first + second)) == 2


class Pipe(io.RawIOBase):
    """A stream that cannot seek."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        return self._data.readinto(buffer)


@PACKED
def test_streams_that_cannot_seek(packed: bool) -> None:
    first, second = record(0, packed=packed), record(1, packed=packed)
    for stream in (Pipe(first + second), io.BufferedReader(Pipe(first + second))):
        assert len(list(articles(stream, "warc"))) == 2  # type: ignore[arg-type]
    good, failure = articles(io.BufferedReader(Pipe(first + b"garbage\r\n\r\n" + second)), "warc")
    assert isinstance(good, Article)
    assert isinstance(failure, Failure)


def test_an_archive_packed_as_one() -> None:
    plain = record(0, packed=False) + record(1, packed=False)
    *_, last = read(gzip.compress(plain))
    assert isinstance(last, Failure)
    assert "pack each record by itself" in str(last.error)


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"\x1f\x8b\x08", gzip.compress(b"hello", mtime=0), b"WARC/", b"\x00" * 1000]
)
def test_what_is_no_archive(data: bytes) -> None:
    with pytest.raises(UnreadableInputError, match="no WARC archive"):
        read(data)


def test_other_packed_files_are_not_taken_for_archives() -> None:
    with pytest.raises(UnreadableInputError, match="not UTF-8 text"):
        list(articles(gzip.compress(b"hello")))


# --- Memory and time --------------------------------------------------------------------------------------------------


def peak_of(data: io.RawIOBase | io.BufferedReader | bytes, **options: Any) -> tuple[int, int, int]:
    """Articles, failures, and bytes of memory at most."""
    tracemalloc.start()
    kinds = Counter(type(each).__name__ for each in articles(data, "warc", **options))  # type: ignore[arg-type]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return kinds["Article"], kinds["Failure"], peak


class Endless(io.RawIOBase):
    """A stream of parts made as they are asked for, which cannot seek."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        self._rest = self._rest or next(self._parts, b"")
        size = min(len(buffer), len(self._rest))
        buffer[:size], self._rest = self._rest[:size], self._rest[size:]
        return size


@pytest.mark.no_cover
def test_memory_does_not_grow_with_the_archive() -> None:
    def archive(size: int) -> io.BufferedReader:
        samples = [record(number, kind="response" if number % 5 == 0 else "request") for number in range(10)]
        return io.BufferedReader(Endless(samples[number % 10] for number in range(size)))

    peak_of(archive(20))
    few, many = peak_of(archive(300)), peak_of(archive(4_000))
    assert (few[0], many[0]) == (60, 800)
    assert many[2] < few[2] * 1.5 + 200_000


@pytest.mark.no_cover
@pytest.mark.parametrize("where", ["content", "record", "both"])
def test_bombs_are_bounded(where: str) -> None:
    size = 200 << 20
    page: bytes = gzip.compress(b"<p>" + b"a" * size) if where != "record" else b"<p>" + b"a" * (64 << 20)
    headers = {"Content_Encoding": "gzip"} if where != "record" else {}
    data = record(0, page=page, packed=where != "content", **headers) + record(1, packed=where != "content")
    del page
    found, failed, peak = peak_of(data, limit=1 << 20)
    assert (found, failed) == (1, 1)
    assert peak < 64 << 20


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "opening", [b"", b"WARC/1.0\r\n", b"WARC/1.0\r\nA: ", b"WARC/1.0\r\nContent-Length: 0\r\n\r\n"]
)
@pytest.mark.parametrize("pattern", [b"a", b"a: b\r\n", b"\r\n", b"WARC/1.0\r\n"])
def test_headers_are_bounded(opening: bytes, pattern: bytes) -> None:
    bomb = gzip.compress(opening + pattern * (20_000_000 // len(pattern)))
    start = time.process_time()
    found, failed, peak = peak_of(record(0) + bomb + record(1))
    assert found == 2 or failed
    assert peak < 64 << 20
    assert time.process_time() - start < 40


@pytest.mark.no_cover
@PACKED
def test_an_archive_of_broken_records_ends(packed: bool) -> None:
    broken = gzip.compress(b"WARC/") if packed else b"\nWARC/"
    found = read(record(0, packed=packed) + broken * 100_000)
    assert 1 < len(found) <= 1_001


def test_limits_and_counts() -> None:
    (failure,) = read(record(), limit=100)
    assert isinstance(failure, Failure)
    assert "over 100 bytes" in str(failure.error)
    with pytest.raises(StatedocError, match="limit must be"):
        read(record(), limit=0)
    with pytest.raises(StatedocError, match=r"counts must be a collections\.Counter, not dict"):
        read(record(), counts={})


@pytest.mark.parametrize(("package", "extra"), [("warcio", "warc"), ("trafilatura", "html")])
def test_without_the_extras(package: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(sys.modules):
        if name.partition(".")[0] == package:
            monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtraError, match=rf'pip install "statedoc\[{extra}\]"'):
        read(record())
