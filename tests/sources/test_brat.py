"""Articles from what the brat annotation tool keeps."""

import doctest
import io
import zipfile
from pathlib import Path

import pytest
from tests.formats.samples import DOCUMENT, TEXT

from statedoc import Article, Failure, UnreadableInputError, articles, dump, dumps


def test_an_archive_that_statedoc_wrote(tmp_path: Path) -> None:
    path = tmp_path / "talks.brat.zip"
    dump(DOCUMENT, path)
    assert list(articles(path)) == [Article(text=TEXT, id="samarkand")]
    assert list(articles(dumps(DOCUMENT, "brat"))) == [Article(text=TEXT, id="samarkand")]


def test_any_archive_of_texts_and_a_broken_one_among_them() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as opened:
        for name, data in (("a/1.txt", b"one"), ("a/1.ann", b""), ("2.txt", b"\xff"), ("../3.TXT", b"three")):
            opened.writestr(name, data)
    first, second, third = articles(stream.getvalue(), "brat")
    assert first == Article(text="one", id="a/1")
    assert isinstance(second, Failure)
    assert str(second) == "item 1 (2): 2.txt: not UTF-8 text: byte 0 cannot be decoded"
    assert third == Article(text="three", id="../3")


def test_a_text_beside_its_annotations(tmp_path: Path) -> None:
    (tmp_path / "talks.ann").touch()
    (tmp_path / "talks.txt").write_bytes("\ufeffПереговоры.\r\n".encode())
    assert list(articles(tmp_path / "talks.ann")) == [Article(text="Переговоры.\r\n", id="talks")]


def test_annotations_without_a_text(tmp_path: Path) -> None:
    path = tmp_path / "talks.ann"
    path.touch()
    with pytest.raises(UnreadableInputError, match=r"talks\.ann: there is no text to it: talks\.txt: No such file"):
        list(articles(path))
    (tmp_path / "talks.txt").write_bytes(b"\xff")
    with pytest.raises(UnreadableInputError, match=r"talks\.txt: not UTF-8 text"):
        list(articles(path))
    with pytest.raises(UnreadableInputError, match="not a zip archive"):
        list(articles(b"T1\tPerson 0 4\tAnna\n", "brat"))


def test_the_example_of_the_page_is_true() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "sources" / "brat.md"
    report = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert report.attempted > 3
    assert not report.failed
