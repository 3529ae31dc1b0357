"""`statedoc check`, `schema`, `formats`, `languages`, `--help` and `--version`."""

import contextlib
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.formats.samples import DOCUMENT, EMPTY

import statedoc
from statedoc import dumps
from statedoc.cli import main
from statedoc.formats import REGISTRY
from statedoc.schema import json_schema

Capture = pytest.CaptureFixture[str]


def written(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


def broken(**parts: Any) -> dict[str, Any]:
    wire: dict[str, Any] = json.loads(dumps(DOCUMENT))
    wire["quotes"][0]["speakers"] = ["a9"]
    wire["actors"][0]["mentions"][0]["end"] = 99_999
    return wire | parts


def test_whole_documents(tmp_path: Path, capsys: Capture) -> None:
    one = written(tmp_path / "one.json", dumps(DOCUMENT, indent=True))
    two = written(tmp_path / "two.jsonl", dumps([DOCUMENT, EMPTY], "jsonl"))
    assert main(["check", one, two]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [f"{one}: 1 document, no faults", f"{two}: 2 documents, no faults"]
    assert err == ""


def test_every_fault_is_told_with_its_path(tmp_path: Path, capsys: Capture) -> None:
    path = written(tmp_path / "broken.json", json.dumps(broken(colour="red")).encode())
    good = written(tmp_path / "good.json", dumps(DOCUMENT))
    assert main(["check", path, good]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [f"{good}: 1 document, no faults"]
    lines = err.splitlines()
    assert len(lines) == 3
    assert all(line.startswith(f"statedoc: {path}: ") for line in lines)
    for told in ('quotes[0].speakers[0]: no actor "a9"', "actors[0].mentions[0]: the span ends at 99999", "colour: "):
        assert any(told in line for line in lines)


def test_faults_among_many_documents(tmp_path: Path, capsys: Capture) -> None:
    lines = [dumps(DOCUMENT), json.dumps(broken()).encode() + b"\n", b"{nonsense\n"]
    path = written(tmp_path / "many.jsonl", b"".join(lines))
    assert main(["check", path]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    first, second, third = err.splitlines()
    assert f"{path}: document 2: " in first
    assert f"{path}: document 2: " in second
    assert f"{path}: document 3: line 3: the text is not JSON" in third


def test_standard_input_is_told_by_its_content(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    for data, said in [
        (dumps(DOCUMENT, indent=True), "standard input: 1 document, no faults\n"),
        (dumps([DOCUMENT, EMPTY], "jsonl"), "standard input: 2 documents, no faults\n"),
    ]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert main(["check", "-"]) == 0
        assert capsys.readouterr().out == said
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"nonsense")))
    assert main(["check", "-"]) == 1
    assert capsys.readouterr().err.startswith("statedoc: standard input: the text is not JSON")


def test_what_holds_no_document(tmp_path: Path, capsys: Capture) -> None:
    empty = written(tmp_path / "empty.jsonl", b"\n")
    text = written(tmp_path / "article.txt", "Президент прибыл.".encode())
    assert main(["check", empty, text, str(tmp_path / "missing.json"), str(tmp_path)]) == 1
    about_empty, about_text, about_missing, about_folder = capsys.readouterr().err.splitlines()
    assert about_empty.endswith("empty.jsonl: there is no document in it")
    assert "article.txt: the text is not JSON" in about_text
    assert about_missing.endswith("missing.json: no such file")
    assert "is a folder" in about_folder


def test_schema(capsys: Capture) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == json_schema()


def test_formats(capsys: Capture) -> None:
    assert main(["formats"]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split()[:2] == ["FORMAT", "SUFFIXES"]
    assert [row.split()[0] for row in rows] == list(REGISTRY.entries())
    assert {"explain", "json", "jsonl", "summary"} <= {row.split()[0] for row in rows}


def test_languages(capsys: Capture) -> None:
    assert main(["languages"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["ru", "Russian"] in rows


def test_help_and_version(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"statedoc {statedoc.__version__}\n"
    for arguments in (["--help"], ["parse", "--help"]):
        assert main(arguments) == 0
        assert "usage: statedoc" in capsys.readouterr().out


def test_a_text_stream_in_the_place_of_standard_output() -> None:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert main(["formats"]) == 0
    assert out.getvalue().startswith("FORMAT")
