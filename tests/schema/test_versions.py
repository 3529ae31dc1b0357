"""A document of any known version is read; one of another version is told so."""

import copy
from typing import Any

import pytest

from statedoc.errors import InvalidDocumentError
from statedoc.schema import from_wire
from statedoc.schema.versions import migrate


def renamed(wire: dict[str, Any]) -> dict[str, Any]:
    return {
        **{key: value for key, value in wire.items() if key != "body"},
        "schema_version": "0.9",
        "text": wire["body"],
    }


def completed(wire: dict[str, Any]) -> dict[str, Any]:
    return {**wire, "schema_version": "1.0", "metrics": []}


STEPS = {"0.8": renamed, "0.9": completed}


@pytest.mark.parametrize(
    "old",
    [
        {"schema_version": "0.8", "body": "text"},
        {"schema_version": "0.9", "text": "text"},
        {"schema_version": "1.0", "text": "text", "metrics": []},
    ],
)
def test_each_known_version_becomes_the_newest(old: dict[str, Any]) -> None:
    before = copy.deepcopy(old)
    new = migrate(old, STEPS)
    assert new == {"schema_version": "1.0", "text": "text", "metrics": []}
    assert migrate(new, STEPS) == new
    assert old == before


@pytest.mark.parametrize(
    ("data", "path", "told"),
    [
        ({"schema_version": "99"}, "schema_version", 'version "99" is newer .* reads 0.8, 0.9, 1.0; upgrade statedoc'),
        ({"schema_version": "1.1"}, "schema_version", "upgrade statedoc"),
        ({"schema_version": "1.0.1"}, "schema_version", "upgrade statedoc"),
        ({"schema_version": "0.7"}, "schema_version", 'version "0.7" is not known; .* reads 0.8, 0.9, 1.0$'),
        ({"schema_version": ""}, "schema_version", 'version "" is not known'),
        ({"schema_version": "9" * 50}, "schema_version", "is not known"),
        ({"schema_version": 1.0}, "schema_version", "expected a string, not a number"),
        ({"schema_version": None}, "schema_version", "expected a string, not null"),
        ({}, "schema_version", "missing; this release of statedoc reads 0.8, 0.9, 1.0"),
        ([], "", "expected an object, not a list"),
        (None, "", "expected an object, not null"),
        ("{}", "", "expected an object, not a string"),
        (object(), "", "expected an object, not a value that JSON does not know"),
    ],
)
def test_what_has_no_known_version(data: object, path: str, told: str) -> None:
    with pytest.raises(InvalidDocumentError, match=told) as raised:
        migrate(data, STEPS)
    (fault,) = raised.value.faults
    assert fault.path == path


def test_a_newer_document_has_one_fault_only() -> None:
    with pytest.raises(InvalidDocumentError, match="newer than this release of statedoc") as raised:
        from_wire({"schema_version": "2.0", "anything": "else"})
    assert len(raised.value.faults) == 1
