"""The JSON Schema says what the converter does."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import statedoc.schema
from statedoc.errors import InvalidDocumentError
from statedoc.model import SCHEMA_VERSION, Document
from statedoc.schema import encode_json, from_wire, json_schema, to_wire
from statedoc.testing import documents

PACKAGED = Path(statedoc.schema.__file__).with_name(f"document-{SCHEMA_VERSION}.json")
VALIDATOR = Draft202012Validator(json_schema())
FOLDER = Path(__file__).parent

# What JSON Schema cannot say: how parts of a document stand to one another, and which days there are.
BEYOND_JSON_SCHEMA = {
    "circle",
    "content-out-of-order",
    "dangling-references",
    "impossible-date",
    "quantity-of-nothing",
    "range-upside-down",
}


def test_the_packaged_schema_has_not_drifted(same_as_file: Callable[[Path, str], None]) -> None:
    same_as_file(PACKAGED, encode_json(json_schema(), indent=True).decode() + "\n")


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


@given(documents())
def test_it_accepts_every_document(document: Document) -> None:
    VALIDATOR.validate(to_wire(document))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("valid/*.json")) + sorted(FOLDER.glob("frozen/1.0.json")), ids=str)
def test_it_accepts_valid_documents(path: Path) -> None:
    VALIDATOR.validate(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("invalid/*.json")), ids=lambda path: path.stem)
def test_it_rejects_invalid_documents_as_far_as_it_can(path: Path) -> None:
    accepts = VALIDATOR.is_valid(json.loads(path.read_text(encoding="utf-8")))
    assert accepts == (path.stem in BEYOND_JSON_SCHEMA)


ANYTHING = st.sampled_from([None, True, 0, -1, 1.5, "", " ", "x", "1", [], [""], [None], {}, {"start": 0, "end": 0}])
STRINGS = st.sampled_from(
    ["", " ", "kz", "KAZ", "5e10", "01", "+1", "1.", "2025-13", "2025-11-12T10:00", "2025/", "\n"]
)


def dropped(draw: Callable[..., Any], objects: list[Any]) -> None:
    holder = draw(st.sampled_from([each for each in objects if isinstance(each, dict)]))
    del holder[draw(st.sampled_from(sorted(holder)))]


def added(draw: Callable[..., Any], objects: list[Any]) -> None:
    holder = draw(st.sampled_from([each for each in objects if isinstance(each, dict)]))
    holder[draw(st.sampled_from(["note", "class_", "", "Id", "span "]))] = draw(ANYTHING)


def retyped(draw: Callable[..., Any], objects: list[Any]) -> None:
    holder = draw(st.sampled_from([each for each in objects if each]))
    holder[draw(st.sampled_from(keys(holder)))] = draw(ANYTHING)


def reworded(draw: Callable[..., Any], objects: list[Any]) -> None:
    places = [(holder, key) for holder in objects for key in keys(holder) if isinstance(holder[key], str)]
    holder, key = draw(st.sampled_from(places))
    holder[key] = draw(STRINGS | st.just(holder[key] + "\n") | st.just(holder[key].upper()) | st.text(max_size=3))


def keys(holder: Any) -> list[Any]:
    return sorted(holder) if isinstance(holder, dict) else list(range(len(holder)))


def inside(value: Any) -> list[Any]:
    """The objects and lists of a wire form, itself included."""
    parts = value.values() if isinstance(value, dict) else value
    return [value] + [each for part in parts if isinstance(part, dict | list) for each in inside(part)]


@pytest.mark.parametrize("change", [dropped, added, retyped, reworded])
@given(document=documents(), data=st.data())
def test_the_converter_rejects_what_it_rejects(change: Any, document: Document, data: st.DataObject) -> None:
    wire = to_wire(document)
    change(data.draw, inside(wire))
    if not VALIDATOR.is_valid(wire):
        with pytest.raises(InvalidDocumentError):
            from_wire(wire)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("actors", 0, "country"), "K2"),
        (("article", "language"), "r"),
        (("article", "published"), "2025-11-12T10:00:00"),
        (("article", "published"), "2025-13-12"),
        (("metrics", 1, "quantity", "value"), "1e3"),
        (("metrics", 1, "quantity", "value"), "01"),
        (("speeches", 0, "date", "edtf"), "../.."),
        (("speeches", 0, "date", "edtf"), "2025-1"),
        (("quotes", 0, "cue", "class"), "loud"),
        (("quotes", 0, "content"), []),
        (("quotes", 0, "id"), " "),
        (("quotes", 0, "content", 0, "start"), -1),
        (("schema_version",), "0.9"),
    ],
)
def test_it_rejects(path: tuple[Any, ...], value: Any) -> None:
    wire = json.loads((FOLDER / "frozen" / "1.0.json").read_text(encoding="utf-8"))
    holder = wire
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    (error,) = VALIDATOR.iter_errors(wire)
    where = tuple(error.absolute_path)
    assert where == path[: max(len(where), len(path) - 1)], "not where the change is, nor at the object around it"
