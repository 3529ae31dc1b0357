"""`statedoc convert`, and what `parse --from` and `sources` tell."""

from pathlib import Path

import pytest
from tests.formats.samples import DOCUMENT, EMPTY

from statedoc import dumps, load
from statedoc.cli import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def one(tmp_path: Path) -> Path:
    path = tmp_path / "one.json"
    path.write_bytes(dumps(DOCUMENT))
    return path


@pytest.fixture
def two(tmp_path: Path) -> Path:
    path = tmp_path / "two.jsonl"
    path.write_bytes(dumps([DOCUMENT, EMPTY], "jsonl"))
    return path


def test_by_the_suffix(one: Path, tmp_path: Path) -> None:
    out = tmp_path / "one.jsonl"
    assert main(["convert", str(one), str(out)]) == 0
    assert load(out) == DOCUMENT
    assert out.read_bytes() == dumps(DOCUMENT, "jsonl")


def test_by_the_name_to_standard_output(one: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["convert", str(one), "-", "--to", "jsonl"]) == 0
    assert capfdbinary.readouterr().out == dumps(DOCUMENT, "jsonl")


def test_one_document_to_a_format_for_one(one: Path, tmp_path: Path) -> None:
    out = tmp_path / "again.json"
    assert main(["convert", str(one), str(out)]) == 0
    assert load(out) == DOCUMENT


def test_several_to_a_format_for_one(two: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "two.json"
    assert main(["convert", str(two), str(out)]) == 2
    assert "holds one document" in capsys.readouterr().err
    assert not out.exists()


def test_a_faulty_document_is_told_with_its_file(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "faulty.json"
    path.write_text('{"id": 1}')
    assert main(["convert", str(path), "-", "--to", "html"]) == 1
    assert capsys.readouterr().err.startswith(f"statedoc: {path}: the document has ")


def test_faulty_ones_are_told_and_the_rest_is_written(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "mixed.jsonl"
    path.write_bytes(dumps(DOCUMENT, "jsonl") + b"{}\n" + dumps(EMPTY, "jsonl"))
    out = tmp_path / "whole.jsonl"
    assert main(["convert", str(path), str(out)]) == 1
    assert f"{path}: document 2: " in capsys.readouterr().err
    assert out.read_bytes() == dumps([DOCUMENT, EMPTY], "jsonl")


def test_no_document_at_all(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "none.jsonl"
    assert main(["convert", str(tmp_path / "missing.json"), str(out)]) == 1
    assert "no such file" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["out"], "name a format with --to"),
        (["out.docx"], "no format has the suffix"),
        (["out", "--to", "docx"], "docx"),
    ],
)
def test_what_cannot_be_written(one: Path, tmp_path: Path, asked: list[str], told: str, capsys: Capture) -> None:
    assert main(["convert", str(one), str(tmp_path / asked[0]), *asked[1:]]) == 2
    assert told in capsys.readouterr().err


def test_never_over_the_input(one: Path, tmp_path: Path, capsys: Capture) -> None:
    other = tmp_path / "link.jsonl"
    other.symlink_to(one)
    assert main(["convert", str(one), str(other)]) == 2
    assert "is an input" in capsys.readouterr().err
    assert load(one) == DOCUMENT


def test_the_source_can_be_named(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "article.json"
    path.write_text("Президент прибыл в Астану.", encoding="utf-8")
    assert main(["parse", str(path), "--from", "text", "--to", "json"]) == 0
    assert "Президент прибыл" in capsys.readouterr().out
    assert main(["parse", str(path), "--from", "telex"]) == 2
    assert "telex" in capsys.readouterr().err


def test_sources_are_listed(capsys: Capture) -> None:
    assert main(["sources"]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["SOURCE", "SUFFIXES", "WHAT", "IT", "IS"]
    assert any(row.startswith("text ") and ".txt" in row for row in rows)
