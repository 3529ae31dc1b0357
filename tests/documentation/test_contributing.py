"""The map of the house leads to rooms that there are."""

import re

import pytest
from tests.documentation.pages import ROOT, marked

from statedoc.extract.pipeline import parse
from statedoc.formats import dumps
from statedoc.languages import pack
from statedoc.sources import articles
from statedoc.text import cut

PAGE = ROOT / "CONTRIBUTING.md"
PLACES = re.findall(r"`((?:src|docs|tests|benchmarks|examples|changes)/[^`]*)`", PAGE.read_text(encoding="utf-8"))


def test_an_article_goes_the_way_that_is_shown() -> None:
    [article] = articles("Мост построен.".encode())
    document = parse(article)
    made = {"sources": article, "text": cut(article.text, pack("ru")), "extract": document, "formats": dumps(document)}
    start, *way = re.split(r" ──(\w+)──▶ ", marked(PAGE, "way").strip())
    assert [start, *way] == ["bytes", *(word for room, one in made.items() for word in (room, type(one).__name__))]


@pytest.mark.parametrize("place", sorted(set(PLACES)))
def test_a_place_is_there(place: str) -> None:
    assert list(ROOT.glob(place.replace("<code>", "ru"))), f"CONTRIBUTING.md leads to {place}"
