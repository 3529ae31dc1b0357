"""A new source or format is one new file, and no edit elsewhere."""

import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

import statedoc
import statedoc.formats
import statedoc.sources
from statedoc import StatedocError, UnknownNameError

FORMAT = """
    from statedoc.formats import Format

    def _write(documents, stream, *, mark="."):
        for document in documents:
            stream.write(document.id.encode() + mark.encode())

    FORMAT = Format(
        name="{name}", summary="ids", media_type="text/plain", suffixes=("{suffix}",), many=True, write=_write
    )
"""

SOURCE = """
    from statedoc import Article, Failure, UnreadableInputError
    from statedoc.sources import Source

    def _read(stream, *, encoding="utf-8"):
        for position, line in enumerate(stream):
            try:
                yield Article(text=line[1:].decode(encoding).strip())
            except UnicodeDecodeError:
                yield Failure(position=position, error=UnreadableInputError("no text"))

    SOURCE = Source(
        name="{name}",
        summary="an article a line",
        suffixes=("{suffix}", "{suffix}.old"),
        recognises=lambda head: head.startswith(b"|"),
        read=_read,
    )
"""


@pytest.fixture(params=["formats", "sources"])
def room(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder whose files belong to a room of the house for the time of a test."""
    package = sys.modules[f"statedoc.{request.param}"]
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        if name.startswith(f"statedoc.{request.param}."):
            del sys.modules[name]


def add(room: Path, file: str, template: str, *, name: str, suffix: str) -> None:
    (room / file).write_text(textwrap.dedent(template).format(name=name, suffix=suffix), encoding="utf-8")


@pytest.mark.parametrize("room", ["formats"], indirect=True)
def test_a_format_is_one_file(room: Path, tmp_path: Path) -> None:
    add(room, "ids.py", FORMAT, name="ids", suffix=".ids")
    document = statedoc.parse("")
    assert statedoc.dumps([document, document], "ids", mark="!") == f"{document.id}!{document.id}!".encode()
    statedoc.dump(document, tmp_path / "out.ids")
    assert (tmp_path / "out.ids").read_text() == f"{document.id}."


@pytest.mark.parametrize("room", ["sources"], indirect=True)
def test_a_source_is_one_file(room: Path) -> None:
    add(room, "lines.py", SOURCE, name="lines", suffix=".lines")
    by_content = list(statedoc.articles("|Раз\n|Два\n".encode()))
    assert by_content == [statedoc.Article(text="Раз"), statedoc.Article(text="Два")]
    path = room / "news.LINES.old"
    path.write_bytes("|Раз\n|".encode() + b"\xff\n" + "|Три".encode())
    first, second, third = statedoc.articles(path)
    assert first == statedoc.Article(text="Раз")
    assert isinstance(second, statedoc.Failure)
    assert third == statedoc.Article(text="Три")
    results = list(statedoc.parse_many(statedoc.articles(path)))
    assert [isinstance(result, statedoc.Failure) for result in results] == [False, True, False]
    path.write_bytes("|Раз".encode("koi8-r"))
    assert list(statedoc.articles(path, encoding="koi8-r")) == [statedoc.Article(text="Раз")]
    with pytest.raises(StatedocError, match="no option 'speed'; its options: encoding"):
        statedoc.articles(path, speed=1)


@pytest.mark.parametrize(("name", "suffix"), [("mine", ".other"), ("other", ".mine")], ids=["name", "suffix"])
def test_two_with_one_claim_are_an_error(room: Path, request: pytest.FixtureRequest, name: str, suffix: str) -> None:
    template = FORMAT if "formats" in request.node.callspec.id else SOURCE
    add(room, "first.py", template, name="mine", suffix=".mine")
    add(room, "second.py", template, name=name, suffix=suffix)
    package = statedoc.formats if template is FORMAT else statedoc.sources
    with pytest.raises(StatedocError, match=r"both .*\.first and .*\.second define the \w+ '\.?mine'"):
        package.REGISTRY.entries()


def test_a_file_that_defines_nothing_is_an_error(room: Path, request: pytest.FixtureRequest) -> None:
    (room / "empty.py").touch()
    package = statedoc.formats if "formats" in request.node.callspec.id else statedoc.sources
    with pytest.raises(StatedocError, match=r"empty must define (FORMAT|SOURCE), a (Format|Source)"):
        package.REGISTRY.entries()


def test_files_of_the_house_are_passed_over(room: Path, request: pytest.FixtureRequest) -> None:
    (room / "_shared.py").touch()
    package = statedoc.formats if "formats" in request.node.callspec.id else statedoc.sources
    assert "_shared" not in package.REGISTRY.entries()


def test_what_there_is() -> None:
    assert list(statedoc.formats.REGISTRY.entries()) == ["explain", "json", "jsonl", "summary"]
    assert {"feed", "html", "jsonl", "ninjs", "text", "warc"} <= set(statedoc.sources.REGISTRY.entries())
    with pytest.raises(UnknownNameError, match=r"no source is named 'gopher'; there are: .*text"):
        statedoc.articles(b"", "gopher")
