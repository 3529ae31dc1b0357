"""What must be true of a whole document."""

import time
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from statedoc.model import (
    Actor,
    ActorKind,
    Agreement,
    AgreementEvent,
    AgreementKind,
    AgreementStatus,
    Cue,
    CueClass,
    DateMention,
    Document,
    Mention,
    MentionForm,
    Metric,
    MetricKind,
    Quantity,
    Quote,
    QuoteKind,
    Role,
    Span,
    Speech,
    SpeechKind,
    parse_edtf,
)
from statedoc.model.integrity import RECORD_KINDS, Contents, Unread, faults
from statedoc.testing import documents

INSIDE = Span(start=0, end=10)
OUTSIDE = Span(start=0, end=11)
TEXT = "0123456789"


def told(text: str | None = TEXT, **records: Sequence[Any] | None) -> list[str]:
    contents = Contents(text, {kind: records.get(kind, ()) for kind in RECORD_KINDS})
    return [str(fault) for fault in faults(contents)]


def actor(id: str = "a1", **parts: Any) -> Actor:
    return Actor(id=id, kind=ActorKind.PERSON, name="x", **parts)


def quote(id: str = "q1", content: tuple[Span, ...] = (INSIDE,), **parts: Any) -> Quote:
    return Quote(id=id, kind=QuoteKind.DIRECT, content=content, rule="r", **parts)


def speech(id: str = "s1", span: Span = INSIDE, **parts: Any) -> Speech:
    return Speech(id=id, kind=SpeechKind.TALKS, span=span, rule="r", **parts)


def agreement(id: str = "g1", mentions: tuple[Span, ...] = (INSIDE,), **parts: Any) -> Agreement:
    return Agreement(id=id, kind=AgreementKind.TREATY, title="x", mentions=mentions, rule="r", **parts)


def metric(id: str = "m1", span: Span = INSIDE, **parts: Any) -> Metric:
    return Metric(id=id, kind=MetricKind.COUNT, span=span, quantity=Quantity(value=Decimal(1)), rule="r", **parts)


def event(span: Span = INSIDE, **parts: Any) -> AgreementEvent:
    return AgreementEvent(status=AgreementStatus.SIGNED, span=span, **parts)


def date(span: Span | None) -> DateMention:
    return DateMention(edtf=parse_edtf("1992"), span=span)


@given(documents())
def test_a_document_is_whole(document: Document) -> None:
    assert not list(faults(Contents(document.text, {kind: getattr(document, kind) for kind in RECORD_KINDS})))


@pytest.mark.parametrize(
    ("records", "path"),
    [
        ({"actors": [actor(mentions=(Mention(start=0, end=11, form=MentionForm.NAME),))]}, "actors[0].mentions[0]"),
        ({"actors": [actor(roles=(Role(title="x", span=OUTSIDE),))]}, "actors[0].roles[0].span"),
        ({"speeches": [speech(), speech("s2", OUTSIDE)]}, "speeches[1].span"),
        ({"speeches": [speech(date=date(OUTSIDE))]}, "speeches[0].date.span"),
        ({"quotes": [quote(content=(INSIDE, Span(start=10, end=99)))]}, "quotes[0].content[1]"),
        ({"quotes": [quote(source=OUTSIDE)]}, "quotes[0].source"),
        ({"quotes": [quote(cue=Cue(span=OUTSIDE, lemma="x", class_=CueClass.NEUTRAL))]}, "quotes[0].cue.span"),
        ({"agreements": [agreement(mentions=(INSIDE, OUTSIDE))]}, "agreements[0].mentions[1]"),
        ({"agreements": [agreement(events=(event(), event(OUTSIDE)))]}, "agreements[0].events[1].span"),
        ({"agreements": [agreement(events=(event(date=date(OUTSIDE)),))]}, "agreements[0].events[0].date.span"),
        ({"metrics": [metric(span=OUTSIDE)]}, "metrics[0].span"),
        ({"metrics": [metric(period=date(OUTSIDE))]}, "metrics[0].period.span"),
    ],
)
def test_spans_outside_the_text(records: dict[str, list[Any]], path: str) -> None:
    (fault,) = told(**records)
    assert fault.startswith(f"{path}: the span ends at ")
    assert fault.endswith("past the end of the text (10 code points)")
    assert not told(text=None, **records)


NOBODY = ("nobody",)
IN_NO_ORGANIZATION = Role(title="x", span=INSIDE, organization="nobody")


@pytest.mark.parametrize(
    ("records", "fault"),
    [
        ({"actors": [actor(roles=(IN_NO_ORGANIZATION,))]}, "actors[0].roles[0].organization: no actor"),
        ({"speeches": [speech(speakers=NOBODY)]}, "speeches[0].speakers[0]: no actor"),
        ({"speeches": [speech(audience=NOBODY)]}, "speeches[0].audience[0]: no actor"),
        ({"speeches": [speech(quotes=NOBODY)]}, "speeches[0].quotes[0]: no quote"),
        ({"quotes": [quote(speakers=NOBODY)]}, "quotes[0].speakers[0]: no actor"),
        ({"quotes": [quote(via=NOBODY)]}, "quotes[0].via[0]: no actor"),
        ({"quotes": [quote(addressee=NOBODY)]}, "quotes[0].addressee[0]: no actor"),
        ({"quotes": [quote(speech="nobody")]}, "quotes[0].speech: no speech"),
        ({"quotes": [quote(within="nobody")]}, "quotes[0].within: no quote"),
        ({"agreements": [agreement(parties=NOBODY)]}, "agreements[0].parties[0]: no actor"),
        ({"agreements": [agreement(events=(event(parties=NOBODY),))]}, "agreements[0].events[0].parties[0]: no actor"),
        ({"metrics": [metric(actors=NOBODY)]}, "metrics[0].actors[0]: no actor"),
        ({"metrics": [metric(claimed_by=NOBODY)]}, "metrics[0].claimed_by[0]: no actor"),
        ({"metrics": [metric(quote="nobody")]}, "metrics[0].quote: no quote"),
    ],
)
def test_dangling_references(records: dict[str, list[Any]], fault: str) -> None:
    assert told(**records) == [f'{fault} "nobody" in this document']


def test_a_reference_leads_to_the_right_kind() -> None:
    records = {"actors": [actor()], "quotes": [quote(speakers=("a1", "q1"), within="a1")]}
    assert told(**records) == [
        'quotes[0].speakers[1]: no actor "q1" in this document',
        'quotes[0].within: no quote "a1" in this document',
    ]


def test_ids_are_unique_across_kinds() -> None:
    assert told(actors=[actor("x"), actor("x")], metrics=[metric("x")]) == [
        'actors[1].id: the id "x" is already that of actors[0]',
        'metrics[0].id: the id "x" is already that of actors[0]',
    ]


def test_what_could_not_be_read_keeps_its_place_and_its_id() -> None:
    records = {
        "actors": [Unread("a1"), Unread(None), actor("a2"), Unread("a2")],
        "quotes": [quote(speakers=("a1", "a2")), Unread("q2"), quote("q3", within="q2")],
    }
    assert told(**records) == ['actors[3].id: the id "a2" is already that of actors[2]']


def test_nothing_is_held_against_a_reference_to_an_unknown_kind() -> None:
    assert not told(actors=None, quotes=[quote(speakers=("a1",))])
    assert not told(quotes=None, metrics=[metric(quote="q1")])


@pytest.mark.parametrize(
    ("within", "circling"),
    [
        ({"q1": "q1"}, ["q1"]),
        ({"q1": "q2", "q2": "q1"}, ["q1", "q2"]),
        ({"q1": "q2", "q2": "q3", "q3": "q2"}, ["q2", "q3"]),
        ({"q1": "q2", "q2": "q1", "q3": "q4", "q4": "q3", "q5": "q1"}, ["q1", "q2", "q3", "q4"]),
        ({"q1": "q2", "q2": "q3", "q3": None}, []),
    ],
)
def test_circles(within: dict[str, str | None], circling: list[str]) -> None:
    found = told(quotes=[quote(inner, within=outer) for inner, outer in within.items()])
    expected = [
        f'quotes[{index}].within: the quote "{inner}" would stand inside itself'
        for index, inner in enumerate(within)
        if inner in circling
    ]
    assert found == expected


def test_faults_come_in_reading_order() -> None:
    records = {"quotes": [quote(within="q1"), quote("q2", speakers=NOBODY)], "metrics": [metric(actors=NOBODY)]}
    paths = [fault.partition(":")[0] for fault in told(**records)]
    assert paths == ["quotes[0].within", "quotes[1].speakers[0]", "metrics[0].actors[0]"]


def test_a_broken_quote_with_the_id_of_a_circling_one() -> None:
    assert told(quotes=[quote("q1", within="q1"), Unread("q1")]) == [
        'quotes[0].within: the quote "q1" would stand inside itself',
        'quotes[1].id: the id "q1" is already that of quotes[0]',
    ]


@pytest.mark.alone
@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("backwards", [False, True])
def test_long_chains_take_linear_time(closed: bool, backwards: bool) -> None:
    def seconds(count: int) -> float:
        within = [f"q{index + 1}" for index in range(count)]
        within[-1] = "q0" if closed else None  # type: ignore[call-overload]
        chain = [quote(f"q{index}", within=outer) for index, outer in enumerate(within)]
        begun = time.process_time()
        found = told(quotes=chain[::-1] if backwards else chain)
        assert len(found) == (count if closed else 0)
        return time.process_time() - begun

    few, many = min(seconds(2_000) for _ in range(3)), min(seconds(20_000) for _ in range(3))
    assert many < 40 * few, "ten times as many quotes took over forty times as long"
