"""What no builder of pages tells: tables whose cells are lost, and commands that are not there."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.documentation.pages import PAGES, name_of

from statedoc.cli.arguments import parser

(COMMANDS,) = [each for each in parser()._actions if isinstance(each, argparse._SubParsersAction)]

each_page = pytest.mark.parametrize("page", PAGES, ids=name_of)


def uneven_rows(text: str) -> Iterator[str]:
    """Rows with more or fewer cells than the head of their table; a bar inside a cell is written `\\|`."""
    prose = re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.DOTALL | re.MULTILINE)
    for table in re.findall(r"(?:^\|.*\n)+", prose, re.MULTILINE):
        head, *rows = table.splitlines()
        yield from (row for row in rows if len(cells(row)) != len(cells(head)))


def cells(row: str) -> list[str]:
    return re.split(r"(?<!\\)\|", row)


def unknown_commands(text: str) -> set[str]:
    return set(re.findall(r"`statedoc ([a-z]+)", text)) - set(COMMANDS.choices)


@each_page
def test_rows_have_the_cells_of_their_head(page: Path) -> None:
    assert list(uneven_rows(page.read_text(encoding="utf-8"))) == []


@each_page
def test_commands_that_a_page_names_are_there(page: Path) -> None:
    assert unknown_commands(page.read_text(encoding="utf-8")) == set()


def test_faults_of_pages_are_seen() -> None:
    table = '| Option | Is |\n|---|---|\n| `mark` | `"|"` |\n| `mark` | `"\\|"` |\n'
    assert list(uneven_rows(table)) == ['| `mark` | `"|"` |']
    assert list(uneven_rows(f"```text\n{table}```\n")) == []
    assert unknown_commands("`statedoc validate` and `statedoc check`") == {"validate"}
