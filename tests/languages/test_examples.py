"""Every example of every language pack: a text, and what is to be found in it.

An example names one or more kinds of records and lists those of its text, in reading order. A key that an
example leaves out of a record is not looked at; an empty list says that there are no records of the kind.
"""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from typing import Any, NamedTuple

import pytest

from statedoc import Actor, Agreement, Document, Metric, Quote, Span, Speech, parse
from statedoc.extract.dates import dates
from statedoc.languages import codes, pack
from statedoc.text import cut

Shown = dict[str, Any]  # a record as examples write it


class Example(NamedTuple):
    """One example, and where it stands."""

    language: str
    file: str
    number: int
    text: str
    published: dt.date | None
    expected: Mapping[str, list[Any]]

    def __str__(self) -> str:
        return f"{self.language}/{self.file}-{self.number}"


def examples() -> Iterator[Example]:
    for language in codes():
        folder = files("statedoc.languages") / language / "examples"
        if not folder.is_dir():
            continue
        for file in sorted(folder.iterdir(), key=lambda each: each.name):
            for number, raw in enumerate(tomllib.loads(file.read_text(encoding="utf-8"))["example"], 1):
                text, published = raw.pop("text"), raw.pop("published", None)
                yield Example(language, file.name.removesuffix(".toml"), number, text, published, raw)


EXAMPLES = list(examples())


def decimal(number: Any) -> str | None:
    return None if number is None else format(number, "f")


def metric(document: Document, each: Metric) -> Shown:
    quantity = each.quantity
    return {
        "span": each.span.of(document.text),
        "kind": each.kind.value,
        "value": decimal(quantity.value),
        "low": decimal(quantity.low),
        "high": decimal(quantity.high),
        "comparator": quantity.comparator.value,
        "unit": quantity.unit,
        "counted": each.counted,
        "measure": each.measure or "",
        "change": each.change.value if each.change else None,
        "period": str(each.period.edtf) if each.period and each.period.edtf else None,
        "actors": names(document, each.actors),
        "claimed_by": names(document, each.claimed_by),
    }


def names(document: Document, ids: tuple[str, ...]) -> list[str]:
    return [document.actor(each).name for each in ids]


def words(document: Document, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(document.text) for span in spans]


def quote(document: Document, each: Quote) -> Shown:
    return {
        "content": words(document, each.content),
        "kind": each.kind.value,
        "speakers": names(document, each.speakers),
        "source": each.source.of(document.text) if each.source else None,
        "cue": each.cue.lemma if each.cue else None,
        "class": each.cue.class_.value if each.cue else None,
        "via": names(document, each.via),
        "addressee": names(document, each.addressee),
        "rule": each.rule,
    }


def speech(document: Document, each: Speech) -> Shown:
    quotes = {quote.id: quote for quote in document.quotes}
    return {
        "span": each.span.of(document.text),
        "kind": each.kind.value,
        "speakers": names(document, each.speakers),
        "medium": each.medium or "",
        "occasion": each.occasion,
        "place": each.place,
        "audience": names(document, each.audience),
        "date": str(each.date.edtf) if each.date and each.date.edtf else None,
        "quotes": [quotes[quote_id].hull.of(document.text) for quote_id in each.quotes],
    }


def agreement(document: Document, each: Agreement) -> Shown:
    parties = [document.actor(party) for party in each.parties]
    return {
        "mention": each.mentions[0].of(document.text),
        "mentions": words(document, each.mentions),
        "kind": each.kind.value,
        "title": each.title,
        "parties": sorted(party.country or party.name for party in parties),
        "status": each.status.value if each.status else "",
        "date": str(each.date.edtf) if each.date and each.date.edtf else "",
        "place": each.place,
    }


def actor(document: Document, each: Actor) -> Shown:
    return {
        "name": each.name,
        "kind": each.kind.value,
        "aliases": list(each.aliases),
        "country": each.country,
        "roles": [role.title for role in each.roles],
        "mentions": words(document, tuple(mention.span for mention in each.mentions)),
    }


VIEWS: Mapping[str, Callable[[Document, Any], Shown]] = {
    "metrics": metric,
    "quotes": quote,
    "speeches": speech,
    "agreements": agreement,
    "actors": actor,
}


def found_dates(example: Example) -> list[Shown]:
    """Dates are no records of their own, so they are asked for directly."""
    text = cut(example.text, pack(example.language))
    return [
        {
            "span": each.mention.span.of(example.text) if each.mention.span else None,
            "edtf": str(each.mention.edtf) if each.mention.edtf else None,
            "unresolved": each.mention.edtf is None,
        }
        for each in dates(text, example.published)
    ]


def found_sentences(example: Example) -> list[str]:
    """Sentences are no records either; an example lists their words."""
    cutting = cut(example.text, pack(example.language))
    return [example.text[each.start : each.end] for each in cutting.sentences]


def found(example: Example, kind: str) -> list[Any]:
    if kind == "dates":
        return found_dates(example)
    if kind == "sentences":
        return found_sentences(example)
    document = parse(example.text, language=example.language, published=example.published)
    return [VIEWS[kind](document, each) for each in getattr(document, kind)]


def looked_at(shown: list[Any], expected: list[Any]) -> list[Any]:
    """What was found, without the keys that the example leaves out; whole where there is more or less of it."""
    if len(shown) != len(expected):
        return shown
    return [
        {key: each[key] for key in wanted} if isinstance(wanted, dict) else each
        for each, wanted in zip(shown, expected, strict=True)
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_example(example: Example) -> None:
    for kind, expected in example.expected.items():
        shown = found(example, kind)
        assert looked_at(shown, expected) == expected, example.text


def test_each_example_expects_something() -> None:
    """A misspelt kind of record would be looked for in vain, and a mere text tests nothing."""
    for example in EXAMPLES:
        assert example.expected, f"{example} names no kind of record"
        assert set(example.expected) <= {*VIEWS, "dates", "sentences"}, f"{example} names an unknown kind of record"


def test_an_example_can_fail() -> None:
    """Each way in which what is found can differ from what is expected is seen."""
    figure = {"kind": "count", "value": "20"}
    assert looked_at([figure], [{"value": "20"}]) == [{"value": "20"}]
    assert looked_at([figure], [{"value": "21"}]) != [{"value": "21"}]
    assert looked_at([figure], []) != []
    assert looked_at([], [figure]) != [figure]
    assert looked_at(["Да."], ["Да."]) == ["Да."]
    assert looked_at(["Да."], ["Нет."]) != ["Нет."]


@pytest.mark.parametrize(
    ("kind", "surfaces", "counter_examples"),
    [
        ("metrics", 200, 60),
        ("dates", 150, 15),
        ("quotes", 180, 60),
        ("actors", 180, 12),
        ("agreements", 95, 30),
        ("speeches", 15, 8),
        ("sentences", 60, 2),
    ],
)
def test_russian_examples_are_many(kind: str, surfaces: int, counter_examples: int) -> None:
    lists = [each.expected[kind] for each in EXAMPLES if each.language == "ru" and kind in each.expected]
    assert sum(map(len, lists)) >= surfaces
    assert sum(not each for each in lists) >= counter_examples
