"""The reference names all that there is."""

import argparse
import json
import re
from collections.abc import Iterator
from enum import StrEnum

import attrs
import pytest
from tests.documentation.pages import DOCS

import statedoc
from statedoc import model
from statedoc.cli.arguments import parser

API = (DOCS / "reference" / "api.md").read_text(encoding="utf-8")
WIRE_FORM = (DOCS / "reference" / "wire-form.md").read_text(encoding="utf-8")

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


def options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        yield from action.option_strings
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from options(command)


def test_command_line_page_names_every_command_and_option() -> None:
    page = (DOCS / "reference" / "command-line.md").read_text(encoding="utf-8")
    (commands,) = [each for each in parser()._actions if isinstance(each, argparse._SubParsersAction)]
    assert all(command in page for command in commands.choices)
    assert set(options(parser())) - {"-h", "--help"} <= set(re.findall(r"(?<![\w-])--?[a-z]+", page))
