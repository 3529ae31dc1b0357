"""Plain text, from files, bytes and streams."""

import codecs
import errno
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statedoc import Article, MissingExtraError, StatedocError, UnreadableInputError, articles

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "articles"
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
        ("Москва".encode("windows-1251"), "byte 0xcc at position 0; it is too short"),
        (b"\xef\xbb\xbfab\xff", "byte 0xff at position 5; name another"),
        ("Москва".encode()[:-1], "byte 0xd0 at position 10; it is too short"),
    ],
    ids=["windows-1251", "after a BOM", "cut off"],
)
def test_what_is_not_utf8_is_told_with_the_place(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(UnreadableInputError, match=f"^not UTF-8 text: {message}.*`encoding`"):
        list(articles(data))
    path = tmp_path / "old.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableInputError, match=rf"old\.txt: not UTF-8 text: {message}"):
        list(articles(path))


# --- Encodings --------------------------------------------------------------------------------------------------------

RUSSIAN = (
    "Министр иностранных дел Грузии Нино Беридзе сообщила журналистам, что стороны подписали меморандум.\r\n"
    "«Мы довольны итогами переговоров», — заявила она в Тбилиси. Премьер-министр посетит Астану и Ташкент."
)
FRENCH = "Le président a été reçu à Évian, où il a rencontré le ministre étranger. « Très bien », a-t-il déclaré. " * 9
ENCODINGS = ["windows-1251", "cp866", "iso8859-5", "koi8-r", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"]


def as_written_in(encoding: str, text: str = RUSSIAN) -> str:
    """The text with the marks that the encoding has."""
    return text.encode(encoding, "ignore").decode(encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [RUSSIAN, "Да", ""], ids=["long", "short", "empty"])
def test_a_named_encoding_is_read(encoding: str, text: str) -> None:
    data = text.encode(encoding, "ignore")
    assert list(articles(data, "text", encoding=encoding)) == [Article(text=as_written_in(encoding, text))]


@pytest.mark.parametrize("encoding", ["windows-1251", "cp866", "iso8859-5", "koi8-r"])
def test_an_encoding_is_told_from_the_letters(encoding: str) -> None:
    assert list(articles(RUSSIAN.encode(encoding, "ignore"))) == [Article(text=as_written_in(encoding))]


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE])
@pytest.mark.parametrize("text", [TEXT, "", "Да"])
def test_a_mark_tells(mark: bytes, text: str) -> None:
    encoding = f"utf-{8 * len(mark)}-{'le' if mark[0] == 0xFF else 'be'}"
    assert list(articles(mark + text.encode(encoding))) == [Article(text=text)]


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"])
@pytest.mark.parametrize("length", [20, 60, 125, 140, 200, 400])
def test_no_encoding_is_taken_for_another(golden: Path, encoding: str, length: int) -> None:
    """Each stretch of an article is read right or refused."""
    data = golden.read_text(encoding="utf-8").encode(encoding, "ignore")
    read = 0
    for start in range(0, len(data) - length, length):
        part = data[start : start + length]
        if part.isascii():
            continue
        try:
            found = list(articles(part))
        except UnreadableInputError:
            continue
        assert found == [Article(text=part.decode(encoding))]
        read += 1
    assert read or length < 200 or encoding == "mac-cyrillic"  # which is never told


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (FRENCH.encode("cp1252"), "is in doubt|could be"),
        (RUSSIAN.encode("mac-cyrillic") * 2, "is in doubt|could be"),
        (RUSSIAN.encode() + b"\xff", "is in doubt|could be"),
        (RUSSIAN.encode()[1:], "is in doubt|could be"),
        (bytes(range(128, 256)) * 4, "is in doubt"),
        (b"\x81\x8d\x8f\x90\x9d\x00" * 100, "is in doubt"),
        (RUSSIAN[:60].encode("koi8-r", "ignore"), "too short"),
    ],
    ids=["French", "Mac", "a byte out of place", "a byte missing", "all bytes", "no text", "short"],
)
def test_what_is_in_doubt_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableInputError, match=rf"^not UTF-8 text: byte .* position .*({why}).*encoding="):
        list(articles(data))


def test_what_is_not_of_the_named_encoding() -> None:
    with pytest.raises(UnreadableInputError, match=r"^not UTF-8 text: byte 0xcc at position 0; name another"):
        list(articles("Москва".encode("windows-1251"), "text", encoding="utf-8"))
    with pytest.raises(UnreadableInputError, match=r"^not UTF-16 text: byte 0x00 at position 4"):
        list(articles(b"\xff\xfe\x10\x04\x00"))
    with pytest.raises(UnreadableInputError, match=r"^not idna text: "):
        list(articles(b"xn--999999999", "text", encoding="idna"))


@pytest.mark.parametrize("name", ["klingon", "", "base64", "rot13", "utf\0", 7, b"utf-8"], ids=repr)
def test_encodings_that_there_are_not(name: object) -> None:
    with pytest.raises(StatedocError, match=r"no encoding is named .*windows-1251"):
        list(articles(b"abc", "text", encoding=name))


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    with pytest.raises(MissingExtraError, match=r'statedoc\[encodings\]".*`encoding`'):
        list(articles(RUSSIAN.encode("koi8-r", "ignore")))
    assert list(articles(RUSSIAN.encode())) == [Article(text=RUSSIAN)]
    assert list(articles(b"\xcc", "text", encoding="cp1251")) == [Article(text="М")]


@pytest.mark.no_cover
def test_a_long_text_is_told_in_little_time() -> None:
    data = as_written_in("koi8-r").encode("koi8-r") * 50_000
    start = time.process_time()
    (article,) = articles(data)
    assert isinstance(article, Article)
    assert len(article.text) == len(data)
    assert time.process_time() - start < 10


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
