"""A document with every kind of record, for tests of what is made of documents."""

import datetime as dt
from decimal import Decimal

from statedoc import (
    Actor,
    ActorKind,
    Agreement,
    AgreementEvent,
    AgreementKind,
    AgreementStatus,
    Change,
    Comparator,
    Cue,
    CueClass,
    DateMention,
    Document,
    Mention,
    MentionForm,
    Metadata,
    Metric,
    MetricKind,
    Producer,
    Quantity,
    Quote,
    QuoteKind,
    Role,
    Span,
    Speech,
    SpeechKind,
    parse_edtf,
)

TEXT = (
    "Встреча в Самарканде 😀\n\n"
    "«Мы откроем более 30 школ», — заявила министр Анна Ким на брифинге 3 марта. "
    "По её словам, экспорт вырос на 5–7 %. "
    "Япония и Перу подписали Договор о дружбе в 1999 году, в силу он вступил в 2001-м."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def when(words: str, edtf: str | None) -> DateMention:
    return DateMention(edtf=parse_edtf(edtf) if edtf else None, span=span(words))


def mention(words: str, form: MentionForm) -> Mention:
    return Mention(start=span(words).start, end=span(words).end, form=form)


SIGNED = AgreementEvent(
    status=AgreementStatus.SIGNED, date=when("1999", "1999"), parties=("a2", "a3"), span=span("подписали")
)
IN_FORCE = AgreementEvent(status=AgreementStatus.IN_FORCE, date=when("2001-м", "2001"), span=span("в силу он вступил"))

DOCUMENT = Document(
    id="samarkand",
    article=Metadata(
        title="Встреча в Самарканде",
        url="https://example.org/1",
        publisher="Вестник",
        published=dt.date(2025, 3, 4),
        language="ru",
    ),
    text=TEXT,
    actors=(
        Actor(
            id="a1",
            kind=ActorKind.PERSON,
            name="Анна Ким",
            roles=(Role(title="министр", span=span("министр")),),
            mentions=(mention("Анна Ким", MentionForm.NAME), mention("её", MentionForm.PRONOUN)),
        ),
        Actor(
            id="a2",
            kind=ActorKind.STATE,
            name="Япония",
            country="JP",
            mentions=(mention("Япония", MentionForm.NAME),),
        ),
        Actor(id="a3", kind=ActorKind.STATE, name="Перу", country="PE", mentions=(mention("Перу", MentionForm.NAME),)),
    ),
    speeches=(
        Speech(
            id="s1",
            kind=SpeechKind.PRESS_CONFERENCE,
            speakers=("a1",),
            place="Самарканд",
            date=when("3 марта", "2025-03-03"),
            span=span("на брифинге"),
            quotes=("q1",),
            rule="test.speech",
        ),
    ),
    quotes=(
        Quote(
            id="q1",
            kind=QuoteKind.DIRECT,
            content=(span("Мы откроем более 30 школ"),),
            speakers=("a1",),
            source=span("министр Анна Ким"),
            cue=Cue(span=span("заявила"), lemma="заявить", class_=CueClass.NEUTRAL),
            speech="s1",
            rule="test.quote",
        ),
        Quote(
            id="q2",
            kind=QuoteKind.INDIRECT,
            content=(span("экспорт вырос на 5–7 %"),),
            via=("a2",),
            rule="test.indirect",
        ),
    ),
    agreements=(
        Agreement(
            id="g1",
            kind=AgreementKind.TREATY,
            title="Договор о дружбе",
            mentions=(span("Договор о дружбе"),),
            parties=("a2", "a3"),
            status=AgreementStatus.IN_FORCE,
            date=when("1999", "1999"),
            events=(SIGNED, IN_FORCE),
            rule="test.agreement",
        ),
    ),
    metrics=(
        Metric(
            id="m1",
            kind=MetricKind.COUNT,
            span=span("более 30 школ"),
            quantity=Quantity(value=Decimal(30), comparator=Comparator.MORE),
            counted="школа",
            claimed_by=("a1",),
            quote="q1",
            rule="test.count",
        ),
        Metric(
            id="m2",
            kind=MetricKind.PERCENT,
            span=span("5–7 %"),
            quantity=Quantity(low=Decimal(5), high=Decimal(7), unit="%"),
            measure="экспорт",
            change=Change.INCREASE,
            actors=("a3",),
            period=when("3 марта", None),
            rule="test.percent",
        ),
        Metric(
            id="m3",
            kind=MetricKind.MONEY,
            span=span("Перу"),
            quantity=Quantity(value=Decimal("50E9"), comparator=Comparator.AT_MOST, unit="USD"),
            rule="test.money",
        ),
    ),
    producer=Producer(name="statedoc", version="0.1.0"),
)

EMPTY = Document(id="empty", text="", producer=Producer(name="statedoc", version="0.1.0"))
