"""Bad input: each has a defined result or one clear error, through the API and on the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.samples import DOCUMENT

from statedoc import (
    Article,
    Document,
    Failure,
    InvalidDocumentError,
    Metadata,
    StatedocError,
    UnknownNameError,
    UnreadableInputError,
    articles,
    documents,
    dumps,
    load,
    loads,
    parse,
    parse_many,
)
from statedoc.cli import main

Capture = pytest.CaptureFixture[str]


def complaint(capsys: Capture) -> str:
    """The one line that was said on standard error."""
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("statedoc: ")
    return str(line)


def records(document: Document) -> list[object]:
    return [*document.actors, *document.speeches, *document.quotes, *document.agreements, *document.metrics]


# --- Texts in which there is nothing to find --------------------------------------------------------------------------

NOTHING = {
    "empty": "",
    "spaces": "   \t ",
    "line ends": "\n\r\n\u2028\n",
    "no-break spaces": "\xa0\u202f\ufeff",
    "NUL": "\0\0\0",
    "one letter": "ж",
    "one mark": "«",
    "no characters": "\ud800\udfff",
    "French": "Le président est arrivé à Paris mardi matin.",
    "Greek": "Ο πρόεδρος έφτασε στην Αθήνα.",
    "Chinese": "主席抵达北京。",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_nothing_to_find(text: str) -> None:
    document = parse(text)
    assert document.text == text
    assert [*document.speeches, *document.quotes, *document.agreements, *document.metrics] == []


@pytest.mark.parametrize("text", [text for text in NOTHING.values() if text.isprintable() or text.isspace()])
def test_nothing_to_find_on_the_command_line(text: str, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(text.encode())
    assert main(["parse", str(path), "--to", "json"]) == 0
    out, err = capsys.readouterr()
    assert loads(out) == parse(path.read_bytes().decode("utf-8-sig"))
    assert err == ""


@pytest.mark.no_cover  # else it takes three times as long, and covers nothing that the others do not
@pytest.mark.parametrize("letter", ["а", "А", " ", "\n", "«", '"', "1", "—", ".", "😀"])
def test_a_megabyte_of_one_character(letter: str) -> None:
    text = letter * (1_000_000 // len(letter.encode()))
    assert parse(text).text == text


@pytest.mark.no_cover
@pytest.mark.parametrize("letter", ["а", "—", "\n", "1"])
def test_a_megabyte_of_one_character_taken_for_russian(letter: str) -> None:
    text = letter * (1_000_000 // len(letter.encode()))
    assert parse(text, language="ru").text == text


def test_a_language_without_a_pack(tmp_path: Path, capsys: Capture) -> None:
    with pytest.raises(UnknownNameError, match="'fr'"):
        parse(NOTHING["French"], language="fr")
    assert records(parse(Article(text=NOTHING["French"], metadata=Metadata(language="fr")))) == []
    path = tmp_path / "article.txt"
    path.write_text(NOTHING["French"], encoding="utf-8")
    assert main(["parse", str(path), "--language", "fr"]) == 2
    assert "'fr'" in complaint(capsys)


def test_what_is_no_character_cannot_be_written() -> None:
    with pytest.raises(StatedocError, match="lone surrogate"):
        dumps(parse("\ud800"))
    with pytest.raises(UnreadableInputError):
        loads(dumps(DOCUMENT).decode().replace("Анна", "\ud800"))


@pytest.mark.parametrize("given", [7, None, b"bytes", ["a text"]], ids=str)
def test_what_is_no_article(given: Any) -> None:
    with pytest.raises(StatedocError):
        parse(given)


@pytest.mark.parametrize("options", [{"language": 7}, {"published": "yesterday"}, {"published": 7}], ids=str)
def test_options_that_mean_nothing(options: Any) -> None:
    with pytest.raises(StatedocError):
        parse("Президент прибыл.", **options)


# --- Laws -------------------------------------------------------------------------------------------------------------

MARKS = ["«", "»", "“", "”", "„", '"', "—", "-", ", ", ". ", "\n", ": ", "$", "%", "\u0301", "\xa0", "😀"]
NAMES = ["Президент", "глава МИД", "Анна Ким", "В. А. Ли", "Япония", "он", "Договор о дружбе", "1992 году"]
CUES = ["заявил", "сообщила", "по словам", "подписали", "и", "что", "свыше", "1", "10", "5,3 млрд", "долларов"]
WORDS = st.sampled_from([*MARKS, *NAMES, *CUES])
NEWS = st.lists(WORDS, max_size=40).map(" ".join) | st.lists(WORDS, max_size=40).map("".join)
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200) | NEWS


@settings(deadline=None)
@given(ANY_TEXT)
def test_parse_never_raises_and_is_deterministic(text: str) -> None:
    for language in (None, "ru"):
        document = parse(text, language=language)
        assert document == parse(text, language=language)
        assert document.text == text


@settings(deadline=None)
@given(NEWS)
def test_what_was_parsed_can_be_written_and_read(text: str) -> None:
    document = parse(text, language="ru", published="2025-11-11")
    assert loads(dumps(document)) == document
    assert dumps(document, "summary")


@settings(deadline=None)
@given(st.binary(max_size=200).filter(lambda data: not data.startswith((b"\xff\xfe", b"\xfe\xff"))))  # UTF-16's
def test_any_bytes_are_a_text_or_one_error(data: bytes) -> None:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        with pytest.raises(UnreadableInputError, match=f"at position {error.start};"):
            list(articles(data, "text"))
    else:
        assert [type(result) for result in parse_many(articles(data, "text"))] == [Document]


OPENINGS = [
    b"",
    b"<html>",
    b"<rss>",
    b"<feed>",
    b'{"uri":',
    b'{"text":"a"}\n',
    b"WARC/1.0\r\n",
    b"\x1f\x8b\x08",
    b"\xff\xfe",
]


@settings(deadline=None)
@given(st.sampled_from(OPENINGS), st.binary(max_size=200))
def test_any_bytes_are_articles_or_failures_or_one_error(opening: bytes, data: bytes) -> None:
    try:
        found = list(articles(opening + data))
    except UnreadableInputError:
        return
    assert all(isinstance(each, Article | Failure) for each in found)


@settings(deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200))
def test_any_bytes_are_a_document_or_one_error(data: bytes | str) -> None:
    with pytest.raises((UnreadableInputError, InvalidDocumentError)):
        loads(data)


# --- Files ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("read", [lambda path: list(articles(path)), lambda path: list(documents(path)), load])
def test_files_that_are_none(read: Callable[[str], object], tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match=r"missing\.txt: no such file"):
        read(str(tmp_path / "missing.txt"))
    with pytest.raises(UnreadableInputError, match="is a folder; name the files in it"):
        read(str(tmp_path))
    with pytest.raises(UnreadableInputError, match="null"):
        read("a\0b")
    with pytest.raises(UnreadableInputError) as caught:
        read("Это текст, а не имя файла. " * 1000)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("command", ["parse", "check"])
def test_files_that_are_none_on_the_command_line(command: str, tmp_path: Path, capsys: Capture) -> None:
    assert main([command, str(tmp_path / "missing.txt")]) == 1
    assert "missing.txt: no such file" in complaint(capsys)
    assert main([command, str(tmp_path)]) == 1
    assert "is a folder" in complaint(capsys)


def test_undecodable_bytes(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes("Президент".encode("koi8-r"))
    with pytest.raises(UnreadableInputError, match=r"article\.txt: not UTF-8 text: byte 0xf0 at position 0"):
        list(articles(path))
    assert main(["parse", str(path)]) == 1
    assert "byte 0xf0 at position 0" in complaint(capsys)


# --- Documents that are none ------------------------------------------------------------------------------------------


def wire(change: Callable[[dict[str, Any]], None]) -> bytes:
    data = json.loads(dumps(DOCUMENT))
    change(data)
    return json.dumps(data).encode()


def circle(data: dict[str, Any]) -> None:
    first, second = data["quotes"]
    first["within"], second["within"] = second["id"], first["id"]


def deep(data: dict[str, Any]) -> None:
    data["text"] = "DEEP"


DEPTH = 100_000
UNREADABLE = {
    "nothing": b"",
    "blank": b" \n",
    "cut off": dumps(DOCUMENT)[:-20],
    "two": dumps(DOCUMENT) * 2,
    "not JSON": b"Dear reader,",
    "not UTF-8": b'{"id": "\xff"}',
    "not a number": b'{"id": NaN}',
    "open lists": b"[" * DEPTH,
    "nested lists": b"[" * DEPTH + b"]" * DEPTH,
    "nested objects": b'{"a":' * DEPTH + b"1" + b"}" * DEPTH,
    "nested inside": wire(deep).replace(b'"DEEP"', b"[" * DEPTH + b"]" * DEPTH),
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_json(data: bytes, tmp_path: Path, capsys: Capture) -> None:
    with pytest.raises(UnreadableInputError):
        loads(data)
    path = tmp_path / "document.json"
    path.write_bytes(data)
    with pytest.raises(UnreadableInputError, match=r"document\.json: "):
        load(path)
    assert main(["check", str(path)]) == 1
    line = complaint(capsys)
    assert f"{path}: " in line
    assert len(line) < 400


INVALID = {
    "a list": (b"[]", ""),
    "a null": (b"null", ""),
    "version 99": (wire(lambda data: data.update(schema_version="99.0")), "schema_version"),
    "no version": (wire(lambda data: data.pop("schema_version")), "schema_version"),
    "a span past the end": (wire(lambda data: data.update(text="short")), "actors[0].roles[0].span"),
    "a span below zero": (
        wire(lambda data: data["quotes"][0]["content"][0].update(start=-1)),
        "quotes[0].content[0].start",
    ),
    "a circle": (wire(circle), "quotes[0].within"),
    "a dangling id": (wire(lambda data: data["quotes"][0].update(speakers=["a9"])), "quotes[0].speakers[0]"),
    "an id of the wrong kind": (wire(lambda data: data["quotes"][0].update(speech="a1")), "quotes[0].speech"),
    "an id twice": (wire(lambda data: data["actors"][1].update(id="a1")), "actors[1].id"),
    "an unknown key": (wire(lambda data: data.update(colour="red")), "colour"),
    "a missing key": (wire(lambda data: data.pop("metrics")), "metrics"),
    "a number for a string": (wire(lambda data: data.update(id=12)), "id"),
    "an unknown kind": (wire(lambda data: data["quotes"][0].update(kind="loud")), "quotes[0].kind"),
}


@pytest.mark.parametrize(("data", "path"), INVALID.values(), ids=INVALID)
def test_what_is_no_document(data: bytes, path: str, tmp_path: Path, capsys: Capture) -> None:
    with pytest.raises(InvalidDocumentError) as caught:
        loads(data)
    assert path in [fault.path for fault in caught.value.faults]
    (failure,) = documents(data + b"\n", "jsonl")
    assert isinstance(failure, Failure)
    assert str(failure.error) == str(caught.value)
    file = tmp_path / "document.json"
    file.write_bytes(data)
    assert main(["check", str(file)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split(": ")[1] for line in err.splitlines()] == [str(file)] * len(caught.value.faults)
    assert f"{file}: {path}: " in err or not path
