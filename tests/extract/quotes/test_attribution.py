"""Cues with their sources, before it is known what was said."""

import pytest

from statedoc.extract.actors import actors
from statedoc.extract.layout import layout
from statedoc.extract.quotes import attributions
from statedoc.extract.quotes.cues import CueForm
from statedoc.languages import pack
from statedoc.text import cut


def read(text: str) -> list[tuple[str, CueForm, list[str], list[str]]]:
    """Each cue of a text: its words, its form, who speaks, and through whom."""
    parsed = cut(text, pack("ru"))
    shape = layout(parsed)
    cast = actors(parsed, shape)

    def names(ids: tuple[str, ...]) -> list[str]:
        return [cast.by_id[actor_id].name for actor_id in ids]

    return [
        (parsed.span(each.first, each.last).of(text), each.cue.form, names(each.speakers), names(each.via))
        for each in attributions(parsed, shape, cast)
    ]


@pytest.mark.parametrize(
    ("text", "cue", "form", "speakers"),
    [
        ("Нино Беридзе заявила, что мост открыт.", "заявила", CueForm.VERB, ["Нино Беридзе"]),
        ("Нино Беридзе ушла, заявив, что мост открыт.", "заявив", CueForm.GERUND, ["Нино Беридзе"]),
        ("Пришла Нино Беридзе, заявившая, что мост открыт.", "заявившая", CueForm.PARTICIPLE, ["Нино Беридзе"]),
        ("В заявлении МИД Грузии говорится, что мост открыт.", "говорится", CueForm.IMPERSONAL, ["МИД Грузии"]),
        ("По словам Нино Беридзе, мост открыт.", "По словам", CueForm.PHRASE, ["Нино Беридзе"]),
        ("«Мост открыт», — ёрничает Нино Беридзе.", "ёрничает", CueForm.UNLISTED, ["Нино Беридзе"]),
        ("Нино Беридзе уверена, что мост открыт.", "уверена", CueForm.VERB, ["Нино Беридзе"]),
        ("Мы заявили, что мост открыт.", "заявили", CueForm.VERB, []),
        ("Заявляю, что мост открыт.", "Заявляю", CueForm.VERB, []),
    ],
)
def test_a_cue_and_its_source(text: str, cue: str, form: CueForm, speakers: list[str]) -> None:
    assert [each[:3] for each in read(text)] == [(cue, form, speakers)]


@pytest.mark.parametrize(
    "text",
    [
        "«Он заявил, что мост открыт».",  # in the quotation
        "Заявление Нино Беридзе опубликовано.",  # a noun
        "По словам, мост открыт.",  # a phrase without its complement
        "Уверенный министр прибыл.",  # no predicate
        "Слова сказаны громко.",  # a passive
        "Согласный звук сказанного слова.",
    ],
)
def test_no_cue(text: str) -> None:
    assert read(text) == []


def test_what_the_document_says_is_said_by_who_spoke_shortly_before() -> None:
    text = "МИД Грузии сообщил, что визит отложен. В документе отмечается, что дата неизвестна."
    assert [each[2] for each in read(text)] == [["МИД Грузии"], ["МИД Грузии"]]


def test_not_by_who_spoke_long_ago() -> None:
    text = (
        "МИД Грузии сообщил, что визит отложен." + " Идёт дождь." * 4 + " В документе отмечается, что дата неизвестна."
    )
    assert [each[2] for each in read(text)] == [["МИД Грузии"], []]


def test_there_is_where_an_organization_was_named_before() -> None:
    text = "Журналисты обратились в МИД Грузии. Там сообщили, что визит отложен."
    assert read(text)[-1][2] == ["МИД Грузии"]


def test_a_medium_relays() -> None:
    text = "Агентство «Волна» цитирует слова Нино Беридзе: «Мост давно открыт»."
    assert [each[2:] for each in read(text)] == [(["Нино Беридзе"], ["Волна"])]


def test_with_reference_to() -> None:
    text = "Агентство «Волна» сообщает со ссылкой на МИД Грузии, что визит отложен."
    assert any(each[2] == ["МИД Грузии"] for each in read(text))
