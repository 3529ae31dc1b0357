"""Documents that stand for what is right and what is wrong: valid/, invalid/ and frozen/."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from statedoc.errors import InvalidDocumentError
from statedoc.model import SCHEMA_VERSION
from statedoc.schema import decode_json, encode_json, from_wire, to_wire

FOLDER = Path(__file__).parent
VALID = sorted(FOLDER.glob("valid/*.json"))
INVALID = sorted(FOLDER.glob("invalid/*.json"))
FROZEN = sorted(FOLDER.glob("frozen/*.json"))
JARGON = re.compile(r"\b(None|NoneType|True|False|dict|tuple|str|int|attrs?|cattrs|Decimal|\w+Error)\b")


def named(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", VALID, ids=named)
def test_valid_documents_come_back_as_they_were(path: Path) -> None:
    wire = decode_json(path.read_bytes())
    assert encode_json(to_wire(from_wire(wire)), indent=True) == path.read_bytes().rstrip()


@pytest.mark.parametrize("path", INVALID, ids=named)
def test_invalid_documents_tell_every_fault(path: Path, same_as_file: Callable[[Path, str], None]) -> None:
    with pytest.raises(InvalidDocumentError) as raised:
        from_wire(decode_json(path.read_bytes()))
    told = "".join(f"{fault}\n" for fault in raised.value.faults)
    same_as_file(path.with_suffix(".faults"), told)


@pytest.mark.parametrize("path", INVALID, ids=named)
def test_faults_are_for_people(path: Path) -> None:
    with pytest.raises(InvalidDocumentError) as raised:
        from_wire(json.loads(path.read_text(encoding="utf-8")))
    assert not JARGON.search(str(raised.value))


@pytest.mark.parametrize("path", FROZEN, ids=named)
def test_frozen_documents_are_read_for_ever(path: Path) -> None:
    wire = json.loads(path.read_text(encoding="utf-8"))
    assert wire["schema_version"] == path.stem
    document = from_wire(wire)
    assert document.schema_version == SCHEMA_VERSION
    assert document.text == wire["text"]
    assert [quote.id for quote in document.quotes] == ["q1", "q2", "q3"]
    assert [span.of(document.text) for span in document.quote("q2").content] == ["Доро\u0301га осилит идущего"]


def test_the_newest_version_is_frozen_as_it_is_written() -> None:
    path = FOLDER / "frozen" / f"{SCHEMA_VERSION}.json"
    assert encode_json(to_wire(from_wire(decode_json(path.read_bytes()))), indent=True) == path.read_bytes().rstrip()


def test_the_folders_hold_something() -> None:
    assert len(VALID) >= 4
    assert len(INVALID) >= 20
    assert FROZEN
