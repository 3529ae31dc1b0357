"""json and jsonl: everything is kept, one document or many."""

import io
import json
from pathlib import Path

import pytest
from tests.formats.samples import DOCUMENT, EMPTY

from statedoc import (
    Document,
    Failure,
    InvalidDocumentError,
    StatedocError,
    UnknownNameError,
    UnreadableInputError,
    documents,
    dump,
    dumps,
    load,
    loads,
)


@pytest.mark.parametrize("document", [DOCUMENT, EMPTY], ids=lambda document: document.id)
@pytest.mark.parametrize("indent", [False, True])
def test_json_keeps_everything(document: Document, indent: bool) -> None:
    data = dumps(document, "json", indent=indent)
    assert loads(data) == document
    assert loads(data.decode()) == document
    assert loads(b"\xef\xbb\xbf" + data) == document
    assert json.loads(data)["id"] == document.id


def test_json_is_one_line_unless_indented() -> None:
    assert dumps(DOCUMENT).count(b"\n") == 1
    assert dumps(DOCUMENT).endswith(b"}\n")
    assert dumps(DOCUMENT, indent=True).count(b"\n") > 100


def test_json_is_readable_by_people_in_any_alphabet() -> None:
    assert "Анна Ким".encode() in dumps(DOCUMENT)


def test_jsonl_keeps_everything() -> None:
    data = dumps([DOCUMENT, EMPTY, DOCUMENT], "jsonl")
    assert data.count(b"\n") == 3
    assert list(documents(data, "jsonl")) == [DOCUMENT, EMPTY, DOCUMENT]


def test_jsonl_of_nothing() -> None:
    assert dumps([], "jsonl") == b""
    assert list(documents(b"", "jsonl")) == []


def test_jsonl_tells_of_a_broken_line_and_goes_on() -> None:
    good = dumps(DOCUMENT)
    first, second, third, fourth = documents(good + b"\n{nonsense\n" + b'{"id": 1}\n' + good, "jsonl")
    assert first == fourth == DOCUMENT
    assert isinstance(second, Failure)
    assert second.position == 1
    assert isinstance(second.error, UnreadableInputError)
    assert str(second.error).startswith("line 3: the text is not JSON")
    assert isinstance(third, Failure)
    assert third.position == 2
    assert isinstance(third.error, InvalidDocumentError)


def test_jsonl_is_read_no_further_than_asked() -> None:
    stream = io.BytesIO(dumps(DOCUMENT) * 3)
    assert next(documents(stream, "jsonl")) == DOCUMENT
    assert stream.tell() == len(dumps(DOCUMENT))


@pytest.mark.parametrize("suffix", [".json", ".jsonl", ".JSONL", ".ndjson"])
def test_suffix_tells_the_format(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"document{suffix}"
    dump(DOCUMENT, path)
    assert load(path) == DOCUMENT
    assert load(str(path)) == DOCUMENT


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (dumps(DOCUMENT, indent=True), 1),
        (dumps(DOCUMENT), 1),
        (dumps([DOCUMENT, DOCUMENT], "jsonl"), 2),
        (dumps([EMPTY, EMPTY], "jsonl"), 2),
    ],
    ids=["indented", "compact", "lines", "short lines"],
)
def test_content_tells_the_format(tmp_path: Path, data: bytes, count: int) -> None:
    path = tmp_path / "documents.dat"
    path.write_bytes(data)
    assert len(list(documents(path))) == count
    assert len(list(documents(data))) == count
    assert len(list(documents(io.BytesIO(data)))) == count


def test_streams_get_json() -> None:
    stream = io.BytesIO()
    dump(DOCUMENT, stream)
    assert stream.getvalue() == dumps(DOCUMENT)
    stream.seek(0)
    assert load(stream) == DOCUMENT
    assert not stream.closed


@pytest.mark.parametrize("given", [[], [DOCUMENT, DOCUMENT]], ids=["none", "two"])
def test_json_holds_one_document(given: list[Document]) -> None:
    with pytest.raises(StatedocError, match="'json' holds one document"):
        dumps(given, "json")


def test_load_wants_one_document() -> None:
    with pytest.raises(UnreadableInputError, match="more than one"):
        loads(dumps([DOCUMENT, DOCUMENT], "jsonl"), "jsonl")
    with pytest.raises(UnreadableInputError, match="no document"):
        loads(b"\n\n", "jsonl")
    with pytest.raises(UnreadableInputError, match="line 1"):
        loads(b"{", "jsonl")


@pytest.mark.parametrize("given", ["a text", 7, None, [DOCUMENT, "a text"]], ids=str)
def test_only_documents_are_written(given: object) -> None:
    with pytest.raises(StatedocError, match="expected a Document"):
        dumps(given, "jsonl")  # type: ignore[arg-type]


def test_failures_are_not_written() -> None:
    failure = Failure(position=4, error=UnreadableInputError("not JSON"))
    with pytest.raises(StatedocError, match="item 4: not JSON"):
        dumps([DOCUMENT, failure], "jsonl")  # type: ignore[list-item]


def test_unknown_names_tell_the_known() -> None:
    with pytest.raises(UnknownNameError, match=r"'xml'; there are: .*json, jsonl"):
        dumps(DOCUMENT, "xml")
    with pytest.raises(UnknownNameError, match="'xml'"):
        loads(b"{}", "xml")
    with pytest.raises(UnknownNameError, match=r"suffix of 'document\.xml'"):
        dump(DOCUMENT, "document.xml")
    with pytest.raises(StatedocError, match="no option 'colour'; its options: indent"):
        dumps(DOCUMENT, "json", colour=True)
    with pytest.raises(StatedocError, match="no option 'indent'; its options: none"):
        loads(dumps(DOCUMENT), "json", indent=True)


def test_wrong_arguments() -> None:
    with pytest.raises(StatedocError, match="expected bytes or a string, not int"):
        loads(7)  # type: ignore[arg-type]
    with pytest.raises(StatedocError, match="to write to, not int"):
        dump(DOCUMENT, 7)  # type: ignore[arg-type]
    with pytest.raises(StatedocError, match=r"cannot be read back; these can: .*json, jsonl"):
        loads(b"", "summary")
