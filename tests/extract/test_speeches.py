"""Speeches beside the examples of the packs: whose they are, and which quotes belong to them."""

from statedoc import Document, parse
from statedoc.model import SpeechKind


def read(text: str) -> Document:
    return parse(text, language="ru")


def quotes_of(document: Document) -> list[tuple[SpeechKind, list[str]]]:
    words = {quote.id: quote.hull.of(document.text) for quote in document.quotes}
    return [(speech.kind, [words[quote_id] for quote_id in speech.quotes]) for speech in document.speeches]


def test_a_record_points_at_its_words() -> None:
    text = "В большом интервью газете «Южный край» Нино Беридзе сказала, что мост открыт."
    (speech,) = read(text).speeches
    assert (speech.id, speech.rule) == ("s1", "ru.speech.interview")
    assert speech.span.of(text) == "большом интервью"
    assert speech.occasion == "большое интервью"


def test_what_an_article_is_about_goes_on_in_later_paragraphs() -> None:
    text = "Нино Беридзе дала интервью.\n\nПо словам Беридзе, мост открыт.\n\nПо её мнению, дорога готова."
    assert quotes_of(read(text)) == [(SpeechKind.INTERVIEW, ["мост открыт", "дорога готова"])]


def test_an_occasion_in_passing_ends_with_its_paragraph() -> None:
    text = "На брифинге Нино Беридзе сказала, что мост открыт.\n\nПо словам Беридзе, дорога готова."
    assert quotes_of(read(text)) == [(SpeechKind.BRIEFING, ["мост открыт"])]


def test_anothers_words_do_not_belong() -> None:
    text = "На брифинге Нино Беридзе сказала, что мост открыт. Тимур Каландаров ответил, что мост закрыт."
    assert quotes_of(read(text)) == [(SpeechKind.BRIEFING, ["мост открыт"])]


def test_one_occasion_is_one_speech_however_often_it_is_named() -> None:
    text = "На брифинге Нино Беридзе сказала, что мост открыт. На том же брифинге Беридзе добавила, что дорога готова."
    assert quotes_of(read(text)) == [(SpeechKind.BRIEFING, ["мост открыт", "дорога готова"])]


def test_the_nearer_of_two_occasions() -> None:
    text = (
        "На брифинге Нино Беридзе сказала, что мост открыт.\n\n"
        "На пресс-конференции Нино Беридзе сказала, что дорога готова."
    )
    assert quotes_of(read(text)) == [
        (SpeechKind.BRIEFING, ["мост открыт"]),
        (SpeechKind.PRESS_CONFERENCE, ["дорога готова"]),
    ]


def test_an_occasion_inside_a_quotation_is_not_the_articles() -> None:
    assert read("«На брифинге я молчала», — сказала Нино Беридзе.").speeches == ()


def test_very_many_occasions_of_one_speaker() -> None:
    kinds = ["брифинге", "саммите", "встрече", "пресс-конференции"]
    text = "\n\n".join(
        f"На {kind} в газете «Край {number}» Нино Беридзе сказала, что мост открыт."
        for number in range(12)
        for kind in kinds
    )
    document = read(text)
    assert len(document.speeches) <= len(kinds) * 12
    assert all(len(set(speech.quotes)) == len(speech.quotes) for speech in document.speeches)
