"""Tables of the pages are made from what there is."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.quality import judged_articles, measure
from tests.documentation.pages import DOCS, ROOT

from statedoc import formats, languages, sources
from statedoc.formats import Format
from statedoc.schema import encode_json, json_schema
from statedoc.sources import Source


def yes(value: object) -> str:
    return "yes" if value else "no"


def linked(name: str, room: str) -> str:
    """A name with its page; the forms of JSON are described where the wire form is."""
    if room == "formats" and name in ("json", "jsonl"):
        return f"[{name}](../wire-form.md)"
    return f"[{name}]({name}.md)" if (DOCS / "reference" / room / f"{name}.md").exists() else f"`{name}`"


def suffixes(entry: Format | Source) -> str:
    return ", ".join(f"`{suffix}`" for suffix in entry.suffixes)


def rows_of_formats() -> list[tuple[str, ...]]:
    return [
        (
            linked(each.name, "formats"),
            each.summary,
            suffixes(each),
            f"`{each.media_type}`",
            "any number" if each.many else "one",
            yes(each.read),
        )
        for each in formats.REGISTRY.entries().values()
    ]


def rows_of_sources() -> list[tuple[str, ...]]:
    return [
        (linked(each.name, "sources"), each.summary, suffixes(each)) for each in sources.REGISTRY.entries().values()
    ]


def rounded(number: int) -> str:
    """A number that need not be written anew with every word: its first two digits."""
    unit = 10 ** max(0, len(str(number)) - 2)
    return f"over {number // unit * unit:,}"


def rows_of_languages() -> list[tuple[str, ...]]:
    def row(code: str) -> tuple[str, ...]:
        folder = ROOT / "src" / "statedoc" / "languages" / code
        files = (tomllib.loads(each.read_text(encoding="utf-8")) for each in (folder / "examples").glob("*.toml"))
        forms = json.loads((folder / "forms.json").read_text(encoding="utf-8"))
        lexicons, examples = len(list(folder.glob("*.toml"))), sum(len(each["example"]) for each in files)
        known = len({form for listed in forms.values() for form in listed.split("|")})
        return f"`{code}`", languages.pack(code).grammar.name, str(lexicons), rounded(examples), rounded(known)

    return [row(code) for code in languages.codes()]


def rows_of_quality() -> list[tuple[str, ...]]:
    return [
        (name, f"{ratio.part} of {ratio.whole}", f"{ratio.value:.3f}")
        for name, ratio in measure(list(judged_articles())).items()
        if ratio.value is not None
    ]


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("reference/formats/index.md", rows_of_formats),
        ("reference/sources/index.md", rows_of_sources),
        ("reference/languages.md", rows_of_languages),
        ("explanation/quality.md", rows_of_quality),
    ],
)
def test_tables_are_made_from_the_house(
    path: str, rows: Callable[[], list[tuple[str, ...]]], same_as_file: Callable[[Path, str], None]
) -> None:
    """`pytest --renew` writes the tables into the pages."""
    page = DOCS / path
    room = page.stem if page.stem != "index" else page.parent.name
    before, marker, rest = page.read_text(encoding="utf-8").partition(f"<!-- {room} -->\n")
    head, _, after = rest.partition("<!-- end -->")
    head = "".join(head.splitlines(keepends=True)[:2])
    table = "".join(f"| {' | '.join(row)} |\n" for row in rows())
    assert marker
    same_as_file(page, f"{before}{marker}{head}{table}<!-- end -->{after}")


def test_the_schema_shown_is_the_one_in_use(same_as_file: Callable[[Path, str], None]) -> None:
    printed = encode_json(json_schema(), indent=True).decode() + "\n"
    same_as_file(DOCS / "reference" / "document-1.0.schema.json", printed)
