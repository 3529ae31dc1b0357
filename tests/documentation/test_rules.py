"""The page of rules names every rule, each with an example that is true."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.documentation.pages import DOCS, ROOT

import statedoc
from statedoc import Article, Document, Metadata, MetricKind, SpeechKind
from statedoc.extract.quotes.frames import Frame


class Row(NamedTuple):
    """One row of the page of rules."""

    rule: str
    meaning: str
    example: str

    def __str__(self) -> str:
        return self.rule


RULES = [
    Row(*found.groups())
    for found in re.finditer(
        r"^\| `([\w.-]+)` \| (.+) \| (.+) \|$",
        (DOCS / "reference" / "rules.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
]


def rules_of(document: Document) -> set[str]:
    records = (*document.speeches, *document.quotes, *document.agreements, *document.metrics)
    return {record.rule for record in records}


@pytest.mark.parametrize("row", RULES, ids=str)
def test_example_of_a_rule_is_true(row: Row) -> None:
    article = Article(text=row.example.replace("<br>", "\n"), metadata=Metadata(authors=("Анна Ким",)))
    assert row.rule in rules_of(statedoc.parse(article, language="ru"))


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "golden" / "documents").glob("*.json")), ids=lambda p: p.stem)
def test_rules_of_golden_documents_are_explained(path: Path) -> None:
    assert rules_of(statedoc.loads(path.read_bytes())) <= {row.rule for row in RULES}


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("quote", [frame.value for frame in Frame]),
        ("speech", [kind.value for kind in SpeechKind]),
        ("metric", [kind.value for kind in MetricKind]),
    ],
)
def test_every_rule_that_can_be_is_explained(kind: str, names: list[str]) -> None:
    assert {f"ru.{kind}.{name}" for name in names} <= {row.rule for row in RULES}
