"""The page of the tables names every column."""

import re
from pathlib import Path

import pytest

from statedoc.formats.arrow import schema

PAGES = Path(__file__).resolve().parent.parent.parent / "docs" / "reference" / "formats"
TABLES = ("quotes", "agreements", "metrics", "actors", "speeches")


@pytest.mark.parametrize("table", TABLES)
def test_the_page_names_every_column_and_no_other(table: str) -> None:
    page = (PAGES / "arrow.md").read_text(encoding="utf-8")
    entries = dict(re.findall(r"^(?:`(\w+)`|In all flat tables)\n: (.*?)\n\n", page, re.MULTILINE | re.DOTALL))
    named = {name for entry in ("", table) for name in re.findall(r"`(\w+)`", entries[entry])} - {"actors"}
    missing = {"rule"} if table == "actors" else set()
    assert named - missing == set(schema(table).names)
