"""Whose words the tokens are, and how a reporter breaks a quotation into pieces."""

import pytest

from statedoc.extract.layout import Layout, layout, pieces
from statedoc.languages import pack
from statedoc.text import ParsedText, cut


def laid(text: str) -> tuple[ParsedText, Layout]:
    parsed = cut(text, pack("ru"))
    return parsed, layout(parsed)


def own(text: str) -> list[str]:
    """The reporter's words."""
    parsed, shape = laid(text)
    return [token.text for at, token in enumerate(parsed.tokens) if shape.own(at) and token.is_word]


def broken(text: str, index: int = 0) -> list[str]:
    """The pieces of a quotation."""
    parsed, shape = laid(text)
    return [span.of(text) for span in pieces(parsed, shape, index)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Порт открыт.", ["Порт", "открыт"]),
        ("«Порт открыт».", []),
        ("Он сказал: «Порт открыт».", ["Он", "сказал"]),
        ("«Газета „Труд“ вышла», — сказал он.", ["сказал", "он"]),
        ("«Порт открыт, — сказал он, — и ждёт».", ["сказал", "он"]),
        ("«Порт открыт, — сказал он».", ["сказал", "он"]),
        ("«Порт открыт — и ждёт».", []),
        ("«, — сказал он».", []),  # nothing is broken
        ("«Порт, — и это важно, — открыт».", []),
        ("«Порт открыт, — говорю вам, — и ждёт».", []),
        ("«Порт открыт, — ворчит капитан, — и ждёт».", ["ворчит", "капитан"]),
        ("«Порт открыт, — ворчит старый, опытный и очень недовольный погодой капитан, — и ждёт».", []),
    ],
)
def test_the_reporters_own_words(text: str, expected: list[str]) -> None:
    assert own(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Порт открыт».", ["Порт открыт"]),
        ("«Порт открыт, — сказал он, — и ждёт».", ["Порт открыт", "и ждёт"]),
        ("«Порт открыт, — сказал он. — Он ждёт».", ["Порт открыт", "Он ждёт"]),
        ("«Порт открыт! — сказал он. — Он ждёт».", ["Порт открыт!", "Он ждёт"]),
        ("«Порт открыт… — сказал он. — Он ждёт».", ["Порт открыт…", "Он ждёт"]),
        ("«Порт открыт, — сказал он: — Он ждёт».", ["Порт открыт", "Он ждёт"]),
        ("«Порт открыт, — сказал он».", ["Порт открыт"]),
        ("«Раз, — сказал он, — два, — добавил он, — три».", ["Раз", "два", "три"]),
        ("«Раз, - сказал он, - два».", ["Раз", "два"]),
        ("«Раз,\xa0– сказал он,\xa0– два».", ["Раз", "два"]),
        ("«Порт „Заря“, — сказал он, — открыт».", ["Порт „Заря“", "открыт"]),
        ("«5, — сказал он, — или 6».", ["5", "или 6"]),
        ("«»", [""]),
    ],
)
def test_pieces(text: str, expected: list[str]) -> None:
    assert broken(text) == expected


def test_a_quotation_inside_another_is_not_broken() -> None:
    text = "«Он ответил: „Да, — сказал я, — пора“ и ушёл»."
    _, shape = laid(text)
    assert shape.inserts[1] == ()


def test_quotations_are_found_by_their_opening_mark() -> None:
    text = "Он: «Да». Она: «„Нет“»."
    parsed, shape = laid(text)
    assert [parsed.tokens[at].text for at in sorted(shape.opened_at)] == ["«", "«", "„"]
    assert [shape.opened_at[at] for at in sorted(shape.opened_at)] == [0, 1, 2]
    assert [parsed.words(*each) for each in shape.ranges] == [("Да",), ("„", "Нет", "“"), ("Нет",)]


def test_inner_quotations_belong_to_the_outermost() -> None:
    text = "«Газета „Труд“»"
    _, shape = laid(text)
    assert set(shape.outer) == {0}
