"""What is true of the wire form of every document, and of everything that is none."""

import copy
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedoc.errors import InvalidDocumentError
from statedoc.model import Document
from statedoc.schema import decode_json, encode_json, from_wire, json_schema, to_wire
from statedoc.schema.versions import migrate
from statedoc.testing import documents

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(max_size=5), values, max_size=3),
    max_leaves=8,
)


@given(documents())
def test_a_document_comes_back(document: Document) -> None:
    assert from_wire(to_wire(document)) == document


@given(documents(), st.booleans())
def test_a_document_comes_back_through_json(document: Document, indent: bool) -> None:
    assert from_wire(decode_json(encode_json(to_wire(document), indent=indent))) == document


@given(documents())
def test_the_wire_form_is_written_one_way(document: Document) -> None:
    wire = to_wire(document)
    again = to_wire(from_wire(wire))
    assert encode_json(again, indent=False) == encode_json(wire, indent=False)


@given(documents())
def test_the_wire_form_is_plain_and_in_order(document: Document) -> None:
    schema = json_schema()

    def check(value: Any, expected: dict[str, Any]) -> None:
        assert type(value) in (dict, list, str, int, type(None))
        options = [expected, *expected.get("anyOf", [])]
        options += [schema["$defs"][option["$ref"].rpartition("/")[2]] for option in options if "$ref" in option]
        if type(value) is dict:
            (model,) = (option for option in options if "properties" in option)
            assert list(value) == model["required"]
            for key, part in value.items():
                check(part, model["properties"][key])
        elif type(value) is list:
            for item in value:
                check(item, expected["items"])

    check(to_wire(document), schema)


@given(documents())
def test_migration_of_the_newest_version_changes_nothing(document: Document) -> None:
    wire = to_wire(document)
    before = copy.deepcopy(wire)
    once = migrate(wire)
    assert once == before
    assert migrate(once) == once
    assert wire == before


@given(JSON_VALUES)
def test_what_is_no_document_has_faults(value: Any) -> None:
    with pytest.raises(InvalidDocumentError) as raised:
        from_wire(value)
    assert raised.value.faults


@given(documents(), st.data())
def test_anything_in_any_place_is_a_document_or_has_faults(document: Document, data: st.DataObject) -> None:
    wire = to_wire(document)
    holders = list(places(wire))
    holder, key = data.draw(st.sampled_from(holders))
    holder[key] = data.draw(JSON_VALUES)
    try:
        read = from_wire(wire)
    except InvalidDocumentError as error:
        told = error.faults
    else:
        told = ()
        assert from_wire(to_wire(read)) == read
    assert told == tuple(dict.fromkeys(told))


@given(documents())
def test_faults_of_shape_and_of_the_whole_are_told_together(document: Document) -> None:
    wire = to_wire(document)
    wire["producer"]["name"] = 1
    actor = {"id": "new", "kind": "state", "name": "x", "aliases": [], "country": None, "roles": []}
    end = len(document.text) + 1
    wire["actors"].append({**actor, "mentions": [{"start": 0, "end": end, "form": "name"}]})
    with pytest.raises(InvalidDocumentError) as raised:
        from_wire(wire)
    last = len(document.actors)
    assert [fault.path for fault in raised.value.faults] == [f"actors[{last}].mentions[0]", "producer.name"]


def places(value: Any) -> Any:
    """Every place of a wire form that holds a value: the object or list, and the key or index."""
    for key, part in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, key
        if isinstance(part, dict | list):
            yield from places(part)


def test_every_class_of_the_model_has_its_keys() -> None:
    keys = [field.name for field in attrs.fields(Document)]
    assert json_schema()["required"] == keys
