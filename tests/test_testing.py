"""The strategies that users' tests draw from."""

import importlib
import pkgutil
import sys
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from statedoc import testing
from statedoc.errors import MissingExtraError
from statedoc.model import Document, Mention, Quote, Span
from statedoc.testing import Surroundings

SEARCH = settings(max_examples=5_000, database=None, phases=[Phase.generate])  # finding is enough; none is shown


@pytest.mark.parametrize(
    "sought",
    [
        lambda text: any(unicodedata.name(each, "").startswith("CYRILLIC") for each in text),
        lambda text: any(unicodedata.combining(each) for each in text),
        lambda text: any(ord(each) > 0xFFFF for each in text),
        lambda text: "\u00a0" in text,
        lambda text: "\u2014" in text and "\u00ab" in text,
        lambda text: text == "",
    ],
)
def test_texts_are_hard_on_offsets(sought: Callable[[str], bool]) -> None:
    find(testing.texts(), sought, settings=SEARCH)


@pytest.mark.parametrize(
    "sought",
    [
        lambda document: any(quote.within for quote in document.quotes),
        lambda document: any(quote.speech for quote in document.quotes),
        lambda document: any(len(quote.content) == 3 for quote in document.quotes),
        lambda document: any(role.organization for actor in document.actors for role in actor.roles),
        lambda document: any(event.parties for agreement in document.agreements for event in agreement.events),
        lambda document: any(metric.quote and metric.claimed_by for metric in document.metrics),
        lambda document: document.text == "" and document.actors,
        lambda document: not document.actors,
    ],
)
def test_documents_hold_what_is_hard(sought: Callable[[Document], bool]) -> None:
    find(testing.documents(), sought, settings=SEARCH)


@given(testing.names())
def test_names_are_not_blank(name: str) -> None:
    assert name.strip()


@given(st.data(), st.integers(0, 5))
def test_records_keep_to_their_surroundings(data: st.DataObject, length: int) -> None:
    around = Surroundings(length=length, actors=("x",), speeches=(), quotes=())
    span: Span = data.draw(testing.spans(around))
    mention: Mention = data.draw(testing.mentions(around))
    quote: Quote = data.draw(testing.quotes(around, id="q7"))
    assert max(span.end, mention.end, quote.hull.end) <= length
    assert quote.id == "q7"
    assert {*quote.speakers, *quote.via, *quote.addressee} <= {"x"}
    assert quote.speech is None
    assert quote.within is None


@given(testing.quotes(Surroundings(quotes=("q1", "q2", "q3")), id="q2"))
def test_a_quote_stands_only_inside_those_before_it(quote: Quote) -> None:
    assert quote.within in (None, "q1")


def test_every_strategy_is_public() -> None:
    files = {
        f"{testing.__name__}.{each.name}" for each in pkgutil.iter_modules(testing.__path__) if each.name[0] != "_"
    }
    defined = {
        name
        for file in files
        for name, value in vars(importlib.import_module(file)).items()
        if callable(value) and value.__module__ == file
    }
    assert {name for name in defined if not name.startswith("_")} == set(testing.__all__) - {"ANYWHERE"}


def test_without_hypothesis_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in sys.modules if each.startswith(testing.__name__)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(MissingExtraError, match=r'pip install "statedoc\[testing\]"'):
        importlib.import_module(testing.__name__)
