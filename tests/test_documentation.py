"""The reference pages name all that there is."""

import json
import re
from enum import StrEnum
from pathlib import Path

import attrs
import pytest

import statedoc
from statedoc import model

DOCS = Path(__file__).resolve().parent.parent / "docs"
API = (DOCS / "reference" / "api.md").read_text(encoding="utf-8")
WIRE_FORM = (DOCS / "reference" / "wire-form.md").read_text(encoding="utf-8")
DECISIONS = sorted((DOCS / "explanation" / "decisions").glob("0*.md"))

NOT_OBJECTS = (model.Article, model.CalendarDate, model.EdtfDate)  # an article goes in; dates are strings
RECORDS = [
    value for value in vars(model).values() if isinstance(value, type) and attrs.has(value) and value not in NOT_OBJECTS
]
VOCABULARIES = [
    value
    for value in vars(model).values()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not model.Precision
]


def code_of(page: str) -> set[str]:
    """Every piece of text that a page sets as code."""
    return set(re.findall(r"`([^`\n]+)`", page))


@pytest.mark.parametrize("name", statedoc.__all__)
def test_api_page_names(name: str) -> None:
    assert re.search(rf"(:: |statedoc\.){re.escape(name)}(\n|`)", API)


@pytest.mark.parametrize("record", RECORDS)
def test_wire_form_page_names_every_key(record: type) -> None:
    keys = {each.name.rstrip("_") for each in attrs.fields(record)} - {"edtf"}  # a date is shown whole
    assert keys <= code_of(WIRE_FORM)


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_wire_form_page_names_every_value(vocabulary: type[StrEnum]) -> None:
    assert {value.value for value in vocabulary} <= code_of(WIRE_FORM)


def test_wire_form_example_is_true() -> None:
    found = re.search(r"```json\n(.*?)```", WIRE_FORM, re.DOTALL)
    article = re.search(r"^> (.*)$", WIRE_FORM, re.MULTILINE)
    assert found
    assert article
    metric, text = json.loads(found[1]), article[1]
    document = json.loads(
        statedoc.dumps(model.Document(id="d", text=text, producer=model.Producer(name="n", version="1")))
    )
    metric |= {"claimed_by": [], "quote": None}
    (read,) = statedoc.loads(json.dumps(document | {"metrics": [metric]})).metrics
    assert read.span.of(text).startswith("не менее 12")
    assert read.quantity.comparator is model.Comparator.AT_LEAST


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_decisions_have_their_parts(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.match(rf"# {path.stem[:4]}: ", text)
    assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(path.stem[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
