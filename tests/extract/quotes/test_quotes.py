"""Quotes beside the examples of the packs: what holds of a whole text, and of each record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedoc import Document, parse
from statedoc.model import CueClass, QuoteKind


def read(text: str) -> Document:
    return parse(text, language="ru")


def said(text: str) -> list[tuple[str, list[str]]]:
    document = read(text)
    return [
        (each.hull.of(text), [document.actor(actor_id).name for actor_id in each.speakers]) for each in document.quotes
    ]


def test_a_record_points_at_every_word_that_proves_it() -> None:
    text = "«Мост открыт, — пообещала министр Нино Беридзе, — и дорога тоже»."
    (quote,) = read(text).quotes
    assert quote.kind is QuoteKind.DIRECT
    assert [span.of(text) for span in quote.content] == ["Мост открыт", "и дорога тоже"]
    assert quote.source is not None
    assert quote.source.of(text) == "министр Нино Беридзе"
    assert quote.cue is not None
    assert (quote.cue.span.of(text), quote.cue.lemma, quote.cue.class_) == (
        "пообещала",
        "пообещать",
        CueClass.PROMISE,
    )
    assert quote.rule == "ru.quote.inserted-cue"
    assert (quote.via, quote.addressee, quote.speech, quote.within) == ((), (), None, None)


def test_what_goes_on_is_said_by_who_spoke_before() -> None:
    text = "«Мост открыт», — сказала Нино Беридзе.\n\n«Дорога скоро будет готова. Ждать недолго»."
    assert said(text) == [
        ("Мост открыт", ["Нино Беридзе"]),
        ("Дорога скоро будет готова. Ждать недолго", ["Нино Беридзе"]),
    ]


def test_the_next_sentence_can_name_the_source_of_the_first_quote() -> None:
    text = "«Дорога скоро будет готова.» Так сказала на форуме Нино Беридзе."
    assert said(text)[0] == ("Дорога скоро будет готова.", ["Нино Беридзе"])


def test_each_quote_has_its_own_speaker() -> None:
    text = (
        "«Мост открыт», — сказала Нино Беридзе. Тимур Каландаров возразил: «Мост закрыт». "
        "По словам Лейлы Мамедовой, мост строят. Москва считает, что моста нет."
    )
    assert said(text) == [
        ("Мост открыт", ["Нино Беридзе"]),
        ("Мост закрыт", ["Тимур Каландаров"]),
        ("мост строят", ["Лейла Мамедова"]),
        ("моста нет", ["Россия"]),
    ]


@pytest.mark.parametrize("marks", ["«»", "“”", "„“", '""', "„”"])
@pytest.mark.parametrize("dash", "—–-")
@pytest.mark.parametrize("space", [" ", "\xa0", "  "])
def test_marks_dashes_and_spaces_make_no_difference(marks: str, dash: str, space: str) -> None:
    text = f"{marks[0]}Мост открыт для всех{marks[1]},{space}{dash}{space}заявила Нино Беридзе."
    assert said(text) == [("Мост открыт для всех", ["Нино Беридзе"])]


@given(st.lists(st.sampled_from(["Идёт дождь.", "Мост стоит.", "Порт ждёт груза."]), max_size=6))
def test_plain_sentences_around_change_nothing(around: list[str]) -> None:
    quote = "«Мост открыт для всех», — заявила Нино Беридзе."
    half = len(around) // 2
    text = " ".join([*around[:half], quote, *around[half:]])
    assert ("Мост открыт для всех", ["Нино Беридзе"]) in said(text)


def test_many_cues_and_many_marks_in_one_sentence() -> None:
    text = "Нино Беридзе " + "заявила, что «мост открыт», и " * 60 + "ушла."
    document = read(text)
    assert all(quote.hull.of(text).startswith("мост") for quote in document.quotes)
    assert document.quotes
