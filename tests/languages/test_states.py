"""The states of the world, and the forms in which articles name them."""

import re
from collections.abc import Iterator

import pytest

from statedoc.languages import pack
from statedoc.languages.states import OtherPlace, States, StateTerm, StateWord
from statedoc.text import ParsedText, cut


def parsed(text: str) -> ParsedText:
    return cut(text, pack("ru"))


def found(text: str) -> Iterator[tuple[str, str, str]]:
    """Each state term of a text: its words, the state's code, and what kind of word it is."""
    cutting = parsed(text)
    for first, last, term in cutting.terms_of(StateTerm):
        yield cutting.span(first, last).of(text), term.state.code, term.word.value


def test_each_state_stands_once() -> None:
    states = pack("ru").lexicon(States).state
    codes = [state.code for state in states]
    assert len(set(codes)) == len(codes) == 198
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)


def test_no_word_stands_for_two_states() -> None:
    owners: dict[tuple[StateWord, str], str] = {}
    for state in pack("ru").lexicon(States).state:
        for kind, words in (
            (StateWord.NAME, state.names),
            (StateWord.ADJECTIVE, state.adjectives),
            (StateWord.CAPITAL, state.capitals),
            (StateWord.PEOPLE, state.people),
        ):
            for word in words:
                assert owners.setdefault((kind, word), state.code) == state.code


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("из Египта", "EG", "name"),
        ("с Чадом", "TD", "name"),
        ("в Мали", "ML", "name"),
        ("для Чили", "CL", "name"),
        ("к Перу", "PE", "name"),
        ("в Нидерландах", "NL", "name"),
        ("Филиппин", "PH", "name"),
        ("Беларусью", "BY", "name"),
        ("Израилем", "IL", "name"),
        ("Гвинее-Бисау", "GW", "name"),
        ("Соединённым Штатам Америки", "US", "name"),
        ("Соединенными Штатами", "US", "name"),
        ("Российской Федерацией", "RU", "name"),
        ("ОАЭ", "AE", "name"),
        ("СССР", "SU", "name"),
        ("Кот-д’Ивуара", "CI", "name"),
        ("Папуа-Новой Гвинеи", "PG", "name"),
        ("Поднебесной", "CN", "name"),
        ("Улан-Баторе", "MN", "capital"),
        ("Нур-Султана", "KZ", "capital"),
        ("Приштины", "XK", "capital"),
        ("южнокорейскими", "KR", "adjective"),
        ("турецкому", "TR", "adjective"),
        ("немецкую", "DE", "adjective"),
        ("россиянами", "RU", "people"),
        ("греков", "GR", "people"),
    ],
)
def test_a_form_is_found(text: str, code: str, word: str) -> None:
    assert next((c, w) for words, c, w in found(text) if text.endswith(words)) == (code, word)


@pytest.mark.parametrize(
    "text", ["дым и чад", "мали краску", "дали того", "перу писателя", "дели поровну", "ломе", "сша"]
)
def test_a_common_word_is_no_state(text: str) -> None:
    assert not list(found(text))


def test_a_longer_name_holds_a_shorter_one() -> None:
    text = "Латинская Америка и Южный Судан"
    cutting = parsed(text)
    assert [cutting.span(first, last).of(text) for first, last, _ in cutting.terms_of(OtherPlace)] == [
        "Латинская Америка"
    ]
    assert [code for _, code, _ in found(text)] == ["US", "SS", "SD"]
