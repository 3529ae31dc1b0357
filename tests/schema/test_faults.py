"""Faults know their paths and come in the order in which one reads the document."""

import json
from pathlib import Path
from typing import Any

import pytest

from statedoc.errors import Fault, InvalidDocumentError
from statedoc.schema import faults, from_wire

FROZEN = Path(__file__).parent / "frozen" / "1.0.json"


@pytest.fixture
def wire() -> dict[str, Any]:
    """A rich valid document."""
    loaded: dict[str, Any] = json.loads(FROZEN.read_text(encoding="utf-8"))
    return loaded


def faults_of(wire: dict[str, Any]) -> list[str]:
    with pytest.raises(InvalidDocumentError) as raised:
        from_wire(wire)
    return [fault.path for fault in raised.value.faults]


def test_the_order_is_that_of_the_document_as_it_is_written(wire: dict[str, Any]) -> None:
    wire["metrics"][2]["span"]["end"] = 10_000
    wire["metrics"][0]["kind"] = "many"
    wire["actors"][7]["name"] = ""
    wire["actors"][2]["mentions"][0]["end"] = 10_000
    wire["quotes"][0]["speakers"] = ["a1", "nobody"]
    del wire["quotes"][1]["id"]
    assert faults_of(dict(reversed(wire.items()))) == [
        "metrics[0].kind",
        "metrics[2].span",
        "quotes[0].speakers[1]",
        "quotes[1].id",
        "speeches[0].quotes[1]",
        "actors[2].mentions[0]",
        "actors[7].name",
    ]


def test_tenth_comes_after_second(wire: dict[str, Any]) -> None:
    wire["actors"] += [{} for _ in range(5)]
    indexes = [path.partition("]")[0] for path in faults_of(wire)]
    assert list(dict.fromkeys(indexes)) == [f"actors[{index}" for index in range(8, 13)]


def test_keys_are_told_even_if_they_are_strange(wire: dict[str, Any]) -> None:
    wire["article"]["[0]"] = 1
    wire["article"][""] = 1
    wire["article"]["заметка"] = 1
    assert set(faults_of(wire)) == {'article[""]', 'article["[0]"]', "article.заметка"}


def test_long_values_are_cut(wire: dict[str, Any]) -> None:
    wire["quotes"][0]["kind"] = "x" * 1_000_000
    with pytest.raises(InvalidDocumentError) as raised:
        from_wire(wire)
    (fault,) = raised.value.faults
    assert fault.message.endswith("xxx...")
    assert len(fault.message) < 400


def test_a_field_is_named_once() -> None:
    found = list(faults.field_faults(ValueError("country must be a code"), "actors[0]", "country"))
    assert found == [Fault(path="actors[0].country", message="must be a code")]


def test_a_defect_of_the_program_is_no_fault_of_the_document() -> None:
    with pytest.raises(ZeroDivisionError):
        list(faults.faults_of(ZeroDivisionError(), "quotes"))


def test_many_faults_take_time_linear_in_their_number(wire: dict[str, Any]) -> None:
    wire["quotes"] = [{**wire["quotes"][0], "id": f"q{index}", "kind": "?"} for index in range(5_000)]
    assert len(faults_of(wire)) == 5_000
