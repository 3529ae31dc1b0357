"""What is true of every class of the model, and of some fields in particular."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedoc import model, testing
from statedoc.errors import InvalidDocumentError
from statedoc.model import Actor, ActorKind, Agreement, AgreementKind, Quote, QuoteKind, Span

STRATEGIES: dict[type[Any], st.SearchStrategy[Any]] = {
    model.Actor: testing.actors(),
    model.Agreement: testing.agreements(),
    model.AgreementEvent: testing.agreement_events(),
    model.Article: testing.articles(),
    model.CalendarDate: testing.calendar_dates(),
    model.Cue: testing.cues(),
    model.DateMention: testing.date_mentions(),
    model.Document: testing.documents(),
    model.EdtfDate: testing.edtf_dates(),
    model.Mention: testing.mentions(),
    model.Metadata: testing.metadata(),
    model.Metric: testing.metrics(),
    model.Producer: testing.producers(),
    model.Quantity: testing.quantities(),
    model.Quote: testing.quotes(),
    model.Role: testing.roles(),
    model.Span: testing.spans(),
    model.Speech: testing.speeches(),
}


def test_every_class_has_a_strategy() -> None:
    classes = {each for each in vars(model).values() if isinstance(each, type) and attrs.has(each)}
    assert classes == set(STRATEGIES)


@pytest.mark.parametrize("cls", STRATEGIES, ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_a_record_is_a_value(cls: type[Any], data: st.DataObject) -> None:
    record = data.draw(STRATEGIES[cls])
    assert type(record) is cls
    twin = attrs.evolve(record)
    assert twin == record
    assert hash(twin) == hash(record)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(record, attrs.fields(cls)[0].name, None)


@pytest.mark.parametrize("cls", STRATEGIES, ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_no_field_takes_a_value_of_a_wrong_type(cls: type[Any], data: st.DataObject) -> None:
    record = data.draw(STRATEGIES[cls])
    field = data.draw(st.sampled_from(attrs.fields(cls)))
    for wrong in (object(), [], {"a"}, 1.5, b"x", (None,)):
        with pytest.raises((TypeError, ValueError)):
            attrs.evolve(record, **{field.name: wrong})


NEVER_BLANK = [
    (cls, name)
    for cls in STRATEGIES
    for name in ("id", "name", "title", "rule", "lemma", "version")
    if hasattr(attrs.fields(cls), name) and (cls, name) != (model.Metadata, "title")
]


@pytest.mark.parametrize(("cls", "name"), NEVER_BLANK)
@given(data=st.data())
def test_what_must_be_told_is_not_blank(cls: type[Any], name: str, data: st.DataObject) -> None:
    record = data.draw(STRATEGIES[cls])
    with pytest.raises(ValueError, match=f"{name} must not be empty"):
        attrs.evolve(record, **{name: " \n"})


@pytest.mark.parametrize("country", ["", "K", "kz", "KAZ", "Kz", "К2", "KZ\n"])
def test_no_countries(country: str) -> None:
    with pytest.raises(ValueError, match="country must be an ISO 3166-1 alpha-2 code"):
        Actor(id="a1", kind=ActorKind.STATE, name="x", country=country)


def test_an_agreement_is_mentioned() -> None:
    with pytest.raises(ValueError, match="mentions must not be empty"):
        Agreement(id="g1", kind=AgreementKind.TREATY, title="x", mentions=(), rule="r")


def quote(*content: tuple[int, int]) -> Quote:
    return Quote(
        id="q1", kind=QuoteKind.DIRECT, content=tuple(Span(start=start, end=end) for start, end in content), rule="r"
    )


def test_a_quote_has_words() -> None:
    with pytest.raises(ValueError, match="content must not be empty"):
        quote()


@pytest.mark.parametrize("content", [[(5, 9), (0, 3)], [(0, 5), (4, 9)], [(0, 5), (0, 5)]])
def test_the_content_of_a_quote_is_in_order(content: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="must stand in reading order and not overlap"):
        quote(*content)


def test_the_hull_of_a_quote() -> None:
    assert quote((1, 4), (4, 6), (9, 12)).hull == Span(start=1, end=12)


@given(testing.documents())
def test_a_document_finds_its_records(document: model.Document) -> None:
    for kind, find in [
        ("actors", document.actor),
        ("speeches", document.speech),
        ("quotes", document.quote),
        ("agreements", document.agreement),
        ("metrics", document.metric),
    ]:
        for record in getattr(document, kind):
            assert find(record.id) is record
        with pytest.raises(KeyError, match="nobody"):
            find("nobody")


def test_a_document_is_of_the_newest_version() -> None:
    producer = model.Producer(name="me", version="1")
    with pytest.raises(ValueError, match="schema_version"):
        model.Document(id="1", text="", producer=producer, schema_version="0.9")


def test_a_document_tells_all_its_faults() -> None:
    producer = model.Producer(name="me", version="1")
    actor = Actor(id="a1", kind=ActorKind.STATE, name="x")
    with pytest.raises(InvalidDocumentError) as raised:
        model.Document(id="1", text="", producer=producer, actors=(actor, actor), quotes=(quote((0, 1)),))
    assert [fault.path for fault in raised.value.faults] == ["actors[1].id", "quotes[0].content[0]"]
