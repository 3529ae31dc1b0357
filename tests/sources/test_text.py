"""Plain text, from files, bytes and streams."""

import errno
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statedoc import Article, StatedocError, UnreadableInputError, articles

TEXT = "Президент прибыл в Астану.\r\n\r\nОн выступит 😀\n"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with BOM"])
@pytest.mark.parametrize("name", ["article.txt", "ARTICLE.TXT", "article.text", "article", "article.unheard"])
def test_a_file_is_one_article(tmp_path: Path, mark: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(mark + TEXT.encode())
    assert list(articles(path)) == [Article(text=TEXT)]
    assert list(articles(str(path), "text")) == [Article(text=TEXT)]


class Pipe(io.RawIOBase):
    """A stream that can neither peek nor seek."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        return self._data.readinto(buffer)


@pytest.mark.parametrize("given", [bytes, io.BytesIO, Pipe, lambda data: io.BufferedReader(Pipe(data))])
def test_bytes_and_streams(given: Callable[[bytes], bytes | io.BytesIO]) -> None:
    assert list(articles(given(TEXT.encode()))) == [Article(text=TEXT)]


def test_a_callers_stream_is_left_open() -> None:
    stream = io.BytesIO(TEXT.encode())
    list(articles(stream))
    assert not stream.closed


def test_nothing_is_read_before_it_is_asked_for() -> None:
    stream = io.BytesIO(TEXT.encode())
    found = articles(stream)
    assert stream.tell() == 0
    next(found)
    assert stream.tell() == len(TEXT.encode())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("Москва".encode("windows-1251"), "byte 0xcc at position 0"),
        (b"\xef\xbb\xbfab\xff", "byte 0xff at position 5"),
        ("Москва".encode()[:-1], "byte 0xd0 at position 10"),
        ("Москва".encode("utf-16"), "byte 0xff at position 0"),
    ],
    ids=["windows-1251", "after a BOM", "cut off", "utf-16"],
)
def test_other_encodings_are_told_with_the_place(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(UnreadableInputError, match=f"^not UTF-8 text: {message}; convert it"):
        list(articles(data))
    path = tmp_path / "old.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableInputError, match=rf"old\.txt: not UTF-8 text: {message}"):
        list(articles(path))


@pytest.mark.parametrize("given", [7, None, ["a.txt"]], ids=str)
def test_what_is_no_input(given: object) -> None:
    with pytest.raises(StatedocError, match="expected a path, bytes or a binary stream"):
        articles(given)  # type: ignore[arg-type]


def test_text_streams_are_refused() -> None:
    with pytest.raises(StatedocError, match="binary mode"):
        articles(io.StringIO(TEXT))  # type: ignore[arg-type]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    path = tmp_path / "article.txt"
    path.touch()
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableInputError, match=r"article\.txt: Permission denied"):
        next(articles(path))


def test_what_goes_missing_after_it_was_found(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.touch()
    found = articles(path)
    path.unlink()
    with pytest.raises(UnreadableInputError, match=r"article\.txt: no such file"):
        next(found)
