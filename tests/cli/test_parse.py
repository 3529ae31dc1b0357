"""`statedoc parse`, as a program calls it."""

import errno
import io
import json
import sys
from pathlib import Path

import pytest

from statedoc import Document, Failure, dumps, load, loads, parse
from statedoc import documents as read_documents
from statedoc.cli import main

TEXT = "Президент прибыл в Астану."
OTHER = "Министр вернулся в Баку."

Capture = pytest.CaptureFixture[bytes]


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.fixture
def other(tmp_path: Path) -> str:
    path = tmp_path / "other.txt"
    path.write_text(OTHER, encoding="utf-8")
    return str(path)


@pytest.fixture
def faulty(tmp_path: Path) -> str:
    path = tmp_path / "faulty.txt"
    path.write_bytes(b"\xcf\xf0")
    return str(path)


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def several(data: bytes) -> list[Document | Failure]:
    return list(read_documents(data, "jsonl"))


def test_one_file_is_json(article: str, capsysbinary: Capture) -> None:
    assert main(["parse", article]) == 0
    out, err = capsysbinary.readouterr()
    assert out == dumps(parse(TEXT), "json", indent=True)
    assert err == b""


def test_several_files_are_jsonl(article: str, other: str, capsysbinary: Capture) -> None:
    assert main(["parse", article, other]) == 0
    assert several(capsysbinary.readouterr().out) == [parse(TEXT), parse(OTHER)]


def test_one_file_as_jsonl(article: str, capsysbinary: Capture) -> None:
    assert main(["parse", article, "--to", "jsonl"]) == 0
    assert capsysbinary.readouterr().out == dumps(parse(TEXT), "jsonl")


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsysbinary: Capture) -> None:
    stdin(monkeypatch, TEXT.encode())
    assert main(["parse", "-"]) == 0
    assert loads(capsysbinary.readouterr().out) == parse(TEXT)


def test_options(article: str, capsysbinary: Capture) -> None:
    assert main(["parse", article, "--language", "ru", "--published", "2025-11-11"]) == 0
    assert loads(capsysbinary.readouterr().out) == parse(TEXT, language="ru", published="2025-11-11")
    assert main(["parse", article, "--published", "2025-11-11T09:30+05:00"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["article"]["published"] == "2025-11-11T09:30:00+05:00"


def test_a_summary_can_be_asked_for(article: str, capsysbinary: Capture) -> None:
    assert main(["parse", article, "--to", "summary"]) == 0
    out = capsysbinary.readouterr().out.decode()
    assert out.startswith(f"{TEXT}\n")
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("name", "start"), [("out.json", "{\n  "), ("out.jsonl", '{"'), ("out.txt", TEXT[:9]), ("out", "{\n  ")]
)
def test_output_by_suffix(article: str, tmp_path: Path, name: str, start: str, capsysbinary: Capture) -> None:
    assert main(["parse", article, "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert capsysbinary.readouterr() == (b"", b"")


def test_output_of_several(article: str, other: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["parse", article, other, "-o", str(out)]) == 0
    assert several(out.read_bytes()) == [parse(TEXT), parse(OTHER)]


def test_output_to_standard_output(article: str, capsysbinary: Capture) -> None:
    assert main(["parse", article, "-o", "-"]) == 0
    assert loads(capsysbinary.readouterr().out) == parse(TEXT)


def test_the_format_asked_for_outdoes_the_suffix(article: str, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    assert main(["parse", article, "-o", str(out), "--to", "json"]) == 0
    assert load(out) == parse(TEXT)


# --- A faulty input costs nothing but itself --------------------------------------------------------------------------


def complaints(err: bytes) -> list[str]:
    lines = err.decode().splitlines()
    assert all(line.startswith("statedoc: ") for line in lines)
    return lines


def test_the_others_are_written(article: str, faulty: str, other: str, tmp_path: Path, capsysbinary: Capture) -> None:
    missing, out = str(tmp_path / "missing.txt"), tmp_path / "out.jsonl"
    assert main(["parse", article, faulty, missing, str(tmp_path), other]) == 1
    written, err = capsysbinary.readouterr()
    assert several(written) == [parse(TEXT), parse(OTHER)]
    about_bytes, about_missing, about_folder = complaints(err)
    assert "faulty.txt: not UTF-8 text: byte 0xcf at position 0" in about_bytes
    assert "missing.txt: no such file" in about_missing
    assert "is a folder" in about_folder
    assert main(["parse", faulty, article, other, "-o", str(out)]) == 1
    assert several(out.read_bytes()) == [parse(TEXT), parse(OTHER)]


def test_nothing_good_writes_nothing(faulty: str, tmp_path: Path, capsysbinary: Capture) -> None:
    out = tmp_path / "out.json"
    out.write_text("what was there before")
    assert main(["parse", faulty, "-o", str(out)]) == 1
    assert out.read_text() == "what was there before"
    assert main(["parse", faulty]) == 1
    written, err = capsysbinary.readouterr()
    assert written == b""
    assert len(complaints(err)) == 2


def test_faulty_standard_input_is_named(monkeypatch: pytest.MonkeyPatch, capsysbinary: Capture) -> None:
    stdin(monkeypatch, b"ab\xff")
    assert main(["parse", "-"]) == 1
    assert complaints(capsysbinary.readouterr().err)[0].startswith("statedoc: standard input: not UTF-8 text")


class Torn(io.RawIOBase):
    """An input whose other end is torn away."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        raise OSError(errno.EIO, "Input/output error")


@pytest.mark.parametrize("command", ["parse", "check"])
def test_torn_standard_input(command: str, monkeypatch: pytest.MonkeyPatch, capsysbinary: Capture) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Torn())))
    assert main([command, "-"]) == 1
    assert complaints(capsysbinary.readouterr().err) == ["statedoc: standard input: Input/output error"]


def test_an_interruption_while_parsing(
    article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: Capture
) -> None:
    import statedoc.batch._parsing

    def interrupted(given: object, **options: object) -> Document:
        if getattr(given, "text", ""):
            raise KeyboardInterrupt
        return parse("")

    monkeypatch.setattr(statedoc.batch._parsing, "parse", interrupted)
    assert main(["parse", article, "-o", str(tmp_path / "out.json")]) == 130
    assert capsysbinary.readouterr() == (b"", b"")
    assert not (tmp_path / "out.json").exists()


def test_an_article_that_breaks_an_extractor(
    article: str, other: str, monkeypatch: pytest.MonkeyPatch, capsysbinary: Capture
) -> None:
    import statedoc.batch._parsing

    other_document = parse(OTHER)

    def fragile(given: object, **options: object) -> Document:
        if getattr(given, "text", "") == TEXT:
            raise ZeroDivisionError("no rule\nforesaw this")
        return other_document

    monkeypatch.setattr(statedoc.batch._parsing, "parse", fragile)
    assert main(["parse", article, other]) == 1
    out, err = capsysbinary.readouterr()
    assert several(out) == [parse(OTHER)]
    assert complaints(err)[0].endswith("article.txt: item 0: ZeroDivisionError: no rule foresaw this")


def test_where_the_output_cannot_be_written(article: str, tmp_path: Path, capsysbinary: Capture) -> None:
    assert main(["parse", article, "-o", str(tmp_path / "nowhere" / "out.json")]) == 1
    assert "out.json: no such file" in complaints(capsysbinary.readouterr().err)[0]


# --- A wrong command reads and writes nothing -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "required: COMMAND"),
        (["prase", "ARTICLE"], "invalid choice: 'prase'"),
        (["parse"], "required: FILE"),
        (["parse", "ARTICLE", "--colour"], "unrecognized arguments: --colour"),
        (["parse", "ARTICLE", "--to", "xml"], "no format is named 'xml'; there are: "),
        (["parse", "ARTICLE", "-o", "out.xml"], "no format has the suffix of 'out.xml'"),
        (["parse", "ARTICLE", "--language", "tlh"], "'tlh'"),
        (["parse", "ARTICLE", "--published", "yesterday"], "'yesterday' is no ISO 8601 date"),
        (["parse", "ARTICLE", "--published", "2025-02-30"], "'2025-02-30' is no ISO 8601 date"),
        (["parse", "ARTICLE", "--published", "2025-11-11T09:30"], "with an offset"),
        (["parse", "ARTICLE", "ARTICLE", "--to", "json"], "'json' holds one document; for several files use"),
        (["parse", "ARTICLE", "ARTICLE", "-o", "out.json"], "'json' holds one document; for several files use"),
        (["parse", "ARTICLE", "-o", "ARTICLE"], "is an input; write to another file"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_commands(arguments: list[str], message: str, article: str, capsysbinary: Capture) -> None:
    assert main([article if each == "ARTICLE" else each for each in arguments]) == 2
    out, err = capsysbinary.readouterr()
    assert out == b""
    (line,) = complaints(err)
    assert message in line
    assert Path(article).read_text(encoding="utf-8") == TEXT


def test_an_input_is_known_by_any_name(
    article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: Capture
) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(article)
    assert main(["parse", article, "-o", str(link)]) == 2
    with open(article) as redirected:
        monkeypatch.setattr(sys, "stdin", redirected)
        assert main(["parse", "-", "-o", article, "--to", "json"]) == 2
    assert all("is an input" in line for line in complaints(capsysbinary.readouterr().err))
    assert Path(article).read_text(encoding="utf-8") == TEXT


def test_an_output_that_is_there_and_no_input_is_replaced(
    article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.json"
    out.touch()
    stdin(monkeypatch, TEXT.encode())
    assert main(["parse", "-", "-o", str(out)]) == 0
    assert main(["parse", article, str(tmp_path / "missing"), "-o", str(out), "--to", "jsonl"]) == 1
    assert load(out) == parse(TEXT)
