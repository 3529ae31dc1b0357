"""Each golden article, parsed and compared with the document that stands beside it, key by key.

`pytest tests/golden --renew` writes the documents anew; read the difference before you commit it.
"""

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from statedoc import Article, Producer, dumps, loads, parse

HERE = Path(__file__).parent
DOCUMENTS = HERE / "documents"
ARTICLES = sorted([*HERE.glob("articles/*.txt"), *(HERE.parent.parent / "examples" / "articles").glob("*.txt")])
PRODUCER = Producer(name="statedoc", version="0")  # pinned, since a release does not change what is found


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_golden_article(path: Path, same_as_file: Callable[[Path, str], None]) -> None:
    document = parse(Article(id=path.stem, text=path.read_bytes().decode()))
    pinned = attrs.evolve(document, producer=PRODUCER)
    same_as_file(DOCUMENTS / f"{path.stem}.json", dumps(pinned, indent=True).decode())


def test_each_document_is_of_an_article() -> None:
    """One that is left behind would be renewed by nobody."""
    assert {path.stem for path in DOCUMENTS.glob("*")} == {path.stem for path in ARTICLES}


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.json")), ids=lambda path: path.stem)
def test_golden_documents_hold_every_kind_of_record(path: Path) -> None:
    document = loads(path.read_bytes())
    for records in (document.actors, document.quotes, document.metrics):
        assert records
