"""Zip archives from anyone: nothing in them can do harm."""

import io
import zipfile

import pytest

from statedoc import UnreadableInputError
from statedoc.archives import MOST_BYTES, archive, shown


def zipped(*files: tuple[str, bytes]) -> io.BytesIO:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in files:
            opened.writestr(name, data)
    stream.seek(0)
    return stream


def test_files_are_read_by_name_and_in_order() -> None:
    stream = zipped(("b.txt", "Ақорда".encode()), ("a.txt", b"1\r\n"), ("__MACOSX/._a.txt", b""), (".hidden/x", b""))
    with archive(stream) as opened:
        assert opened.names() == ("b.txt", "a.txt")
        assert opened.text("b.txt") == "Ақорда"
        assert opened.text("a.txt") == "1\r\n"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not an archive", b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_archive(data: bytes) -> None:
    with pytest.raises(UnreadableInputError, match="not a zip archive"), archive(io.BytesIO(data)):
        pass


def test_a_bomb_is_left_alone() -> None:
    with archive(zipped(("bomb.txt", bytes(MOST_BYTES + 1)), ("tight.txt", bytes(3 << 20)))) as opened:
        with pytest.raises(UnreadableInputError, match=r"bomb\.txt: larger than 32 MiB"):
            opened.read("bomb.txt")
        with pytest.raises(UnreadableInputError, match=r"tight\.txt: packed too tightly"):
            opened.read("tight.txt")


def test_a_size_that_is_a_lie_is_seen() -> None:
    """The archive says that the file is small; what counts is what comes out of it."""
    data = bytearray(zipped(("lie.txt", bytes(MOST_BYTES + 1))).getvalue())
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    with archive(io.BytesIO(bytes(data))) as opened, pytest.raises(UnreadableInputError, match=r"lie\.txt"):
        opened.read("lie.txt")


def test_damage_is_told_with_the_file() -> None:
    data = bytearray(zipped(("a.txt", b"abc" * 100)).getvalue())
    data[40] ^= 0xFF
    with archive(io.BytesIO(bytes(data))) as opened, pytest.raises(UnreadableInputError, match=r"a\.txt: "):
        opened.read("a.txt")
    with archive(zipped(("b.txt", b"\xff"))) as opened, pytest.raises(UnreadableInputError, match=r"b\.txt: not UTF-8"):
        opened.text("b.txt")


def test_names_are_shown_safely() -> None:
    assert shown("../../etc/\x1b[31m\u202epasswd") == "../../etc/?[31m?passwd"
    assert len(shown("x" * 10_000)) < 200
