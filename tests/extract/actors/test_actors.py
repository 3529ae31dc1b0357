"""Actors beside the examples of the packs: where mentions stand, who is who over a longer text, and laws."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedoc.extract.actors import actors
from statedoc.extract.cast import Cast
from statedoc.extract.layout import layout
from statedoc.languages import pack
from statedoc.model import Actor, ActorKind, MentionForm
from statedoc.text import cut


def cast(text: str) -> Cast:
    parsed = cut(text, pack("ru"))
    return actors(parsed, layout(parsed))


def named(found: Cast, name: str) -> Actor:
    (actor,) = (each for each in found.actors if each.name == name)
    return actor


def forms(text: str, name: str) -> list[tuple[str, MentionForm]]:
    return [(each.span.of(text), each.form) for each in named(cast(text), name).mentions]


def test_how_each_mention_refers() -> None:
    text = "Министр Тимур Каландаров открыл мост. Он доволен, и его коллеги тоже."
    assert forms(text, "Тимур Каландаров") == [
        ("Министр", MentionForm.ROLE),
        ("Тимур Каландаров", MentionForm.NAME),
        ("Он", MentionForm.PRONOUN),
        ("его", MentionForm.PRONOUN),
    ]


def test_how_words_refer_to_a_state() -> None:
    text = "Армения ждёт. Армянский посол уехал, Ереван молчит."
    found = [(each.span.of(text), each.form) for each in cast(text).actors[0].mentions]
    assert found == [
        ("Армения", MentionForm.NAME),
        ("Армянский", MentionForm.ADJECTIVE),
        ("Ереван", MentionForm.METONYM),
    ]


def test_a_role_points_at_its_words_and_its_organization() -> None:
    text = "Прибыл директор агентства «Волна» Пётр Ганич."
    found = cast(text)
    (role,) = named(found, "Пётр Ганич").roles
    assert role.span.of(text) == "директор агентства «Волна»"
    assert found.by_id[role.organization or ""].name == "Волна"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Источник в министерстве молчит.", ActorKind.UNNAMED),
        ("Эксперты молчат.", ActorKind.GROUP),
        ("Президент молчит.", ActorKind.OFFICE),
        ("Грузия молчит.", ActorKind.STATE),
        ("Россияне молчат.", ActorKind.GROUP),
        ("МИД Грузии молчит.", ActorKind.ORGANIZATION),
        ("Нино Беридзе молчит.", ActorKind.PERSON),
    ],
)
def test_kind(text: str, kind: ActorKind) -> None:
    assert kind in {actor.kind for actor in cast(text).actors}


def test_two_persons_of_one_surname() -> None:
    text = "Анна Лаптева прибыла. Виктор Лаптев остался. Лаптев молчал, а Лаптева говорила."
    found = cast(text)
    assert [each.span.of(text) for each in named(found, "Анна Лаптева").mentions] == ["Анна Лаптева", "Лаптева"]
    assert [each.span.of(text) for each in named(found, "Виктор Лаптев").mentions] == ["Виктор Лаптев", "Лаптев"]


def test_initials_stand_for_a_first_name() -> None:
    text = "Виктор Лаптев прибыл. В. Лаптев доволен. А. Лаптев — другой."
    found = cast(text)
    assert [each.span.of(text) for each in named(found, "Виктор Лаптев").mentions] == ["Виктор Лаптев", "В. Лаптев"]
    assert named(found, "А. Лаптев")


def test_a_title_in_another_country_is_someone_else() -> None:
    text = "Президент Армении Арам Ованнисян прибыл. Президент Грузии его встретил."
    assert len([each for each in cast(text).actors if each.kind in (ActorKind.PERSON, ActorKind.OFFICE)]) == 2


def test_a_pronoun_agrees_with_who_it_stands_for() -> None:
    text = "Тимур Каландаров принял посла. Нино Беридзе вошла. Он встал, она села."
    assert [words for words, _ in forms(text, "Тимур Каландаров")] == ["Тимур Каландаров", "Он"]
    assert [words for words, _ in forms(text, "Нино Беридзе")] == ["Нино Беридзе", "она"]


def test_nobody_is_meant_by_a_pronoun_with_nobody_before_it() -> None:
    assert cast("Он пришёл, её не было.").actors == ()


def test_actors_stand_in_the_order_of_their_first_mention() -> None:
    found = cast("Грузия и Армения ждут. Тимур Каландаров прибыл в Баку.")
    firsts = [actor.mentions[0].start for actor in found.actors]
    assert firsts == sorted(firsts)
    assert [actor.id for actor in found.actors] == [f"a{number}" for number in range(1, len(firsts) + 1)]


def test_a_name_inside_marks_is_weak() -> None:
    """A name that nothing explains is an actor only if a record needs it."""
    found = cast("Агентство «Волна» закрыто. «Заря» открыта.")
    weak = {found.by_id[actor_id].name for actor_id in found.weak}
    assert "Заря" in weak


NAMES = ["Тимур Каландаров", "Каландарова", "Нино Беридзе", "В. Лаптев", "президент Армении", "министр", "он", "её"]
WORDS = [
    *NAMES,
    "МИД Грузии",
    "«Волна»",
    "Москва",
    "армяно-грузинский",
    "Microsoft",
    "ДПНИ",
    "сказал",
    ",",
    ".",
    "и",
    "«",
    "»",
]


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_each_mention_is_of_one_actor(words: Sequence[str]) -> None:
    text = " ".join(words)
    found = cast(text)
    assert {reference.actor for reference in found.references} <= set(found.by_id)
    owners: dict[tuple[int, int, MentionForm], set[str]] = {}
    for first, last, actor, form in found.references:
        owners.setdefault((first, last, form), set()).add(actor)
    # one adjective can be made of several states
    assert all(len(ids) == 1 for (_, _, form), ids in owners.items() if form is not MentionForm.ADJECTIVE)
    assert found.weak <= set(found.by_id)
