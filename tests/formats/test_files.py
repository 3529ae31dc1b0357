"""Files appear whole or not at all."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.formats.samples import DOCUMENT, EMPTY

from statedoc import Document, StatedocError, dump, dumps, load


def one_and_a_fault() -> Iterator[Document]:
    yield DOCUMENT
    raise LookupError("while the second was made")


def test_no_half_file_is_left(tmp_path: Path) -> None:
    with pytest.raises(LookupError):
        dump(one_and_a_fault(), tmp_path / "documents.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_the_file_before_stays_until_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "documents.jsonl"
    dump(EMPTY, path)
    with pytest.raises(LookupError):
        dump(one_and_a_fault(), path)
    assert load(path) == EMPTY
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links are POSIX's")
def test_modes_and_links_are_kept(tmp_path: Path) -> None:
    path, link = tmp_path / "document.json", tmp_path / "link.json"
    dump(EMPTY, path)
    assert path.stat().st_mode & 0o600 == 0o600
    path.chmod(0o640)
    link.symlink_to(path)
    dump(DOCUMENT, link)
    assert link.is_symlink()
    assert load(path) == DOCUMENT
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such devices")
def test_devices_are_written_to_and_not_replaced() -> None:
    dump(DOCUMENT, os.devnull, "json")
    assert not Path(os.devnull).is_file()


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(StatedocError, match="no such file"):
        dump(DOCUMENT, tmp_path / "nowhere" / "document.json")
    with pytest.raises(StatedocError, match="null"):
        dump(DOCUMENT, "\0.json")
    folder = tmp_path / "folder.json"
    folder.mkdir()
    with pytest.raises(StatedocError, match=r"folder\.json"):
        dump(DOCUMENT, folder)


def test_a_reading_stream_is_no_place_to_write(tmp_path: Path) -> None:
    path = tmp_path / "document.json"
    path.write_bytes(dumps(DOCUMENT))
    with path.open("rb") as stream, pytest.raises(OSError, match="write"):
        dump(DOCUMENT, stream)
