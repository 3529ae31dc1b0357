"""The way from an article to a document."""

import datetime as dt
import hashlib
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedoc import Article, Document, Metadata, StatedocError, UnknownNameError, parse
from statedoc.model import QuoteKind, SpeechKind

TEXT = "«Мост достроят в этом году», — заявил министр Тимур Каландаров. Посол промолчал."


# --- Arguments --------------------------------------------------------------------------------------------------------


def test_a_string_or_an_article() -> None:
    document = parse(TEXT)
    assert document == parse(Article(text=TEXT))
    assert (document.text, document.producer and document.producer.name) == (TEXT, "statedoc")


@pytest.mark.parametrize("given", [None, 7, TEXT.encode(), [TEXT], Metadata()], ids=lambda each: type(each).__name__)
def test_what_is_no_article(given: Any) -> None:
    with pytest.raises(StatedocError, match=type(given).__name__):
        parse(given)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2025-11-12", dt.date(2025, 11, 12)),
        ("20251112", dt.date(2025, 11, 12)),
        (dt.date(2025, 11, 12), dt.date(2025, 11, 12)),
        ("2025-11-12T09:30", dt.date(2025, 11, 12)),  # without an offset the time means nothing
        ("2025-11-12T09:30+05:00", dt.datetime(2025, 11, 12, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=5)))),
        ("2025-11-12T09:30Z", dt.datetime(2025, 11, 12, 9, 30, tzinfo=dt.UTC)),
        (dt.datetime(2025, 11, 12, tzinfo=dt.UTC), dt.datetime(2025, 11, 12, tzinfo=dt.UTC)),
    ],
    ids=str,
)
def test_published(published: dt.date | str, expected: dt.date) -> None:
    found = parse(TEXT, published=published).article.published
    assert (type(found), found) == (type(expected), expected)


@pytest.mark.parametrize(
    "published", ["yesterday", "12.11.2025", "2025-13-01", "", 7, dt.datetime(2025, 11, 12)], ids=str
)
def test_what_is_no_date(published: Any) -> None:
    with pytest.raises(StatedocError, match="published"):
        parse(TEXT, published=published)


def test_published_beside_an_article_counts_more_than_its_own() -> None:
    article = Article(text=TEXT, metadata=Metadata(published=dt.date(2020, 1, 1), title="Мост"))
    document = parse(article, published="2025-11-12")
    assert (document.article.published, document.article.title) == (dt.date(2025, 11, 12), "Мост")
    assert parse(article).article.published == dt.date(2020, 1, 1)


def test_relative_dates_are_counted_from_the_day_of_writing() -> None:
    text = "Вчера стороны подписали Договор о дружбе между Арменией и Грузией."
    (agreement,) = parse(text, published="2025-11-12").agreements
    assert agreement.date is not None
    assert str(agreement.date.edtf) == "2025-11-11"


# --- Languages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "RU", "ru-RU", ""])
def test_an_unknown_language(language: str) -> None:
    with pytest.raises(UnknownNameError, match="ru"):
        parse(TEXT, language=language)


@pytest.mark.parametrize("language", ["ru", "ru-RU", "RU", "ru-Cyrl-KZ"])
def test_the_articles_own_language(language: str) -> None:
    document = parse(Article(text=TEXT, metadata=Metadata(language=language)))
    assert document.article.language == language
    assert document.quotes


@pytest.mark.parametrize("language", ["kk", "en-GB", "rus"])
def test_an_article_in_a_language_without_a_pack(language: str) -> None:
    document = parse(Article(text=TEXT, metadata=Metadata(language=language)))
    assert document.article.language == language
    assert (document.actors, document.quotes) == ((), ())


def test_the_language_asked_for_counts_more_than_the_articles_own() -> None:
    document = parse(Article(text=TEXT, metadata=Metadata(language="kk")), language="ru")
    assert document.article.language == "kk"
    assert document.quotes


def test_a_text_tells_its_language() -> None:
    assert parse(TEXT).article.language == "ru"
    assert parse("The minister arrived.").article.language is None
    assert parse("").article.language is None


# --- Ids --------------------------------------------------------------------------------------------------------------


def test_the_callers_id_then_the_url_then_one_made_of_the_text() -> None:
    url = "https://example.org/1"
    assert parse(Article(text=TEXT, id="n1", metadata=Metadata(url=url))).id == "n1"
    assert parse(Article(text=TEXT, metadata=Metadata(url=url))).id == url
    assert parse(TEXT).id == f"sha256:{hashlib.sha256(TEXT.encode()).hexdigest()}"
    assert parse("\ud800").id.startswith("sha256:")
    assert parse("Раз.").id != parse("Два.").id


def test_ids_of_records_count_up() -> None:
    document = parse("«Раз», — сказал Тимур Каландаров. «Два готово», — ответила Нино Беридзе.")
    assert [quote.id for quote in document.quotes] == [f"q{number}" for number in range(1, len(document.quotes) + 1)]
    assert len({actor.id for actor in document.actors}) == len(document.actors)


# --- Records ----------------------------------------------------------------------------------------------------------


def test_actors_that_nothing_needs_are_left_out() -> None:
    assert [actor.name for actor in parse("Посол молчал.").actors] == []
    assert [actor.name for actor in parse("Посол сказал, что мост достроят.").actors] == ["посол"]
    assert [actor.name for actor in parse(TEXT).actors] == ["Тимур Каландаров"]


def test_a_role_does_not_refer_to_an_organization_that_was_left_out() -> None:
    for text in (
        "Директор компании Пётр Ганич сказал, что мост достроят.",
        "Глава ведомства Пётр Ганич прибыл.",
        "Редактор газеты «Южный край» Ольга Седова прибыла.",
    ):
        document = parse(text)
        ids = {actor.id for actor in document.actors}
        for actor in document.actors:
            assert all(role.organization is None or role.organization in ids for role in actor.roles)


def test_a_quote_knows_its_speech() -> None:
    document = parse("В интервью газете «Южный край» Ольга Седова сказала, что закон устарел.")
    (speech,) = document.speeches
    (quote,) = document.quotes
    assert speech.quotes == (quote.id,)
    assert quote.speech == speech.id


def test_a_figure_knows_its_quote() -> None:
    document = parse("«Мы построим 20 заводов», — заявил Тимур Каландаров.")
    (metric,) = document.metrics
    (quote,) = document.quotes
    assert metric.quote == quote.id
    assert metric.claimed_by == quote.speakers


# --- Laws -------------------------------------------------------------------------------------------------------------

PIECES = [
    *("«", "»", '"', "„", "“", " — ", ", — ", ": ", ", ", ". ", "\n\n", " "),
    *(" заявил ", " заявила ", " заявили ", " считает ", " что ", ", что ", " по словам ", " как ", " который "),
    *("Тимур Каландаров", "Нино Беридзе", "Лаптева", "министр", "президент Армении", "он", "его", "она", "они"),
    *("МИД Грузии", "газета", "Южный край", "ООН", "Москва", "казахстанско-российский", "источник", "агентство"),
    *("мост достроят", "подписали договор", "20 млн долларов", "в 2025 году", "в интервью", "Об этом сообщил"),
]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def read(text: str) -> Document:
    return parse(text, language="ru")


@given(TEXTS)
def test_every_text_can_be_read_and_reads_the_same(text: str) -> None:
    document = read(text)
    assert document.text == text
    assert document == read(text)
    assert attrs.evolve(document) == document  # which checks spans, ids and references once more


@given(TEXTS)
def test_quotes_stand_in_order_and_apart_from_their_cues(text: str) -> None:
    document = read(text)
    starts = [quote.content[0].start for quote in document.quotes]
    assert starts == sorted(starts)
    for quote in document.quotes:
        assert all(span.of(text).strip() for span in quote.content)
        if quote.cue is not None:
            cue = quote.cue.span
            assert cue.of(text).strip()
            assert not any(span.overlaps(cue) for span in quote.content)


@given(TEXTS)
def test_only_indirect_speech_stands_outside_marks(text: str) -> None:
    for quote in read(text).quotes:
        if quote.kind is not QuoteKind.INDIRECT:
            before = text[: quote.content[0].start].rstrip()
            assert before[-1:] in ("«", '"', "„", "“", "‹")


@given(TEXTS)
def test_actors_are_mentioned_where_they_say(text: str) -> None:
    for actor in read(text).actors:
        assert actor.name.strip() == actor.name != ""
        assert actor.name not in actor.aliases
        assert actor.mentions
        assert all(mention.span.of(text).strip() for mention in actor.mentions)
        assert list(actor.mentions) == sorted(actor.mentions, key=lambda each: (each.start, each.end))


# --- Who writes "I" ---------------------------------------------------------------------------------------------------

COLUMN = (
    "«Мост дороже», — часто повторял я. Посол Нино Беридзе сказала мне, что мост узок. Я считаю, что договор нужен."
)


def by(*authors: str, text: str = COLUMN) -> Document:
    return parse(Article(text=text, metadata=Metadata(authors=authors)))


def said(document: Document) -> list[tuple[str, list[str]]]:
    return [
        (each.hull.of(document.text), [document.actor(speaker).name for speaker in each.speakers])
        for each in document.quotes
    ]


def test_the_one_author_is_who_says_i() -> None:
    document = by("Анна Ким")
    words = ["Мост дороже", "мост узок", "договор нужен"]
    assert said(document) == list(zip(words, [["Анна Ким"], ["Нино Беридзе"], ["Анна Ким"]], strict=True))
    (author,) = [each for each in document.actors if each.name == "Анна Ким"]
    assert [COLUMN[each.start : each.end] for each in author.mentions] == ["я", "мне", "Я"]
    (column,) = document.speeches
    assert (column.kind, column.speakers, column.rule) == (SpeechKind.ARTICLE, (author.id,), "ru.speech.column")
    assert column.quotes == ("q1", "q3")


@pytest.mark.parametrize("authors", [(), ("Анна Ким", "Олег Ли"), (" ",)], ids=str)
def test_without_one_author_nobody_is_guessed(authors: tuple[str, ...]) -> None:
    document = by(*authors)
    assert said(document) == [("Мост дороже", []), ("мост узок", ["Нино Беридзе"])]
    assert document.speeches == ()


def test_an_author_whom_the_text_names_is_one_actor() -> None:
    document = by("Анна Ким", text=f"Анна Ким, обозреватель\n\n{COLUMN}")
    (author,) = [each for each in document.actors if each.name == "Анна Ким"]
    assert [document.text[each.start : each.end] for each in author.mentions] == [
        "Анна Ким",
        "обозреватель",
        "я",
        "мне",
        "Я",
    ]


def test_an_author_who_asks_is_nobody_in_a_conversation() -> None:
    text = "Олег Ли: Как мост?\n\nНино Беридзе: Я считаю, что он нужен.\n\nОлег Ли: А дорога?\n\nНино Беридзе: Тоже."
    assert all("Анна Ким" not in names for _, names in said(by("Анна Ким", text=text)))
