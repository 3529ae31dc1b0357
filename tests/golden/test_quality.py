"""How good the extractors are on the golden articles; a change may raise these floors and never lowers them."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from benchmarks.quality import Judged, Ratio, errors, judged_articles, measure

HERE = Path(__file__).parent
AT_LEAST = {
    "marked quotes: precision": 0.97,
    "marked quotes: recall": 0.94,
    "marked quotes: F1": 0.95,
    "marked quotes: kind, of found": 0.97,
    "marked quotes: both ends, of found": 0.98,
    "marked quotes: cue, of found": 0.97,
    "marked quotes: right speaker, of found": 0.97,
    "marked quotes: right speaker, of gold": 0.93,
    "indirect quotes: recall": 0.94,
    "indirect quotes: right speaker, of found": 0.98,
    "indirect quotes: right speaker, of gold": 0.94,
    "agreements: recall": 0.97,
    "agreements: kind, of found": 0.97,
    "agreements: parties, of found": 0.96,
    "agreements: status, of found": 0.94,
    "agreements: date, of found": 0.87,
    "metrics: recall": 0.98,
    "metrics: value, of found": 0.98,
    "metrics: comparator, of found": 0.98,
    "metrics: unit, of found": 0.98,
    "metrics: right, of gold": 0.97,
    "speeches: recall": 0.55,
}
AT_MOST = {
    "names taken for quotes": 0.04,
    "indirect quotes: wrong, of found": 0.03,
    "agreements: wrong, of found": 0.03,
    "metrics: wrong, of found": 0.02,
}


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return list(judged_articles())


@pytest.fixture(scope="module")
def figures(judged: list[Judged]) -> Mapping[str, Ratio]:
    return measure(judged)


def test_every_article_is_labelled(judged: list[Judged]) -> None:
    articles = [*HERE.glob("articles/*.txt"), *(HERE.parent.parent / "examples" / "articles").glob("*.txt")]
    assert {each.article for each in judged} == {path.stem for path in articles}


@pytest.mark.parametrize("name", AT_LEAST)
def test_at_least(name: str, figures: Mapping[str, Ratio], judged: list[Judged]) -> None:
    value = figures[name].value
    assert value is not None
    assert value >= AT_LEAST[name], "\n".join([f"{figures[name]} {name}; see:", *errors(judged)])


@pytest.mark.parametrize("name", AT_MOST)
def test_at_most(name: str, figures: Mapping[str, Ratio], judged: list[Judged]) -> None:
    value = figures[name].value
    assert value is not None
    assert value <= AT_MOST[name], "\n".join([f"{figures[name]} {name}; see:", *errors(judged)])


def test_every_measure_has_a_floor(figures: Mapping[str, Ratio]) -> None:
    assert AT_LEAST.keys() | AT_MOST.keys() == figures.keys()
    assert not AT_LEAST.keys() & AT_MOST.keys()
