"""The reference names all that there is."""

import argparse
import json
import re
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import attrs
import pytest
from tests.documentation.pages import DOCS, PAGES, ROOT, marked, name_of

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
    article = re.search(r"^> (.*)$", WIRE_FORM, re.MULTILINE)
    assert article
    document = json.loads(statedoc.dumps(statedoc.parse(article[1])))
    assert [json.loads(marked(DOCS / "reference" / "wire-form.md", "metric"))] == document["metrics"]


def extras_named(page: str) -> set[str]:
    """The extras that a page tells a reader to install."""
    named = re.findall(r"pip install [^`\n]*?(?:\.|statedoc)\[([\w,]+)\]", page)
    return {extra for names in named for extra in names.split(",")}


@pytest.mark.parametrize("page", [*PAGES, *ROOT.glob("*/README.md")], ids=name_of)
def test_extras_that_a_page_names_exist(page: Path) -> None:
    """Where it names them in a sentence, too; what stands in blocks is asked of pip."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert extras_named(page.read_text(encoding="utf-8")) <= project["optional-dependencies"].keys()


def test_an_extra_on_a_page_is_seen() -> None:
    named = 'It needs pyarrow: `pip install "statedoc[arrow,nosuch]"`, or `pip install -e ".[dev]"` in a checkout.'
    assert extras_named(named) == {"arrow", "nosuch", "dev"}


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
