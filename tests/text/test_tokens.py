"""Tokens: what they are made of, and where they stand."""

import pytest

from statedoc.text import TokenKind
from statedoc.text.tokens import CLOSING, DASHES, MARKS, OPENING, tokens

WORD, NUMBER, MARK, DASH, PUNCTUATION = TokenKind


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \t\n\xa0\u202f", []),
        ("Президент прибыл.", ["Президент", "прибыл", "."]),
        ("премьер-министр", ["премьер-министр"]),
        ("Нью‑Йорк", ["Нью‑Йорк"]),  # with a hyphen that does not break
        ("Кот-д’Ивуар, О'Нил", ["Кот-д’Ивуар", ",", "О'Нил"]),
        ("слово-", ["слово", "-"]),
        ("-слово", ["-", "слово"]),
        ("а--б", ["а", "-", "-", "б"]),
        ("СНВ-3 и Ту-154М", ["СНВ-3", "и", "Ту-154М"]),
        ("млрд.", ["млрд", "."]),
        ("1.844.036,12", ["1.844.036,12"]),
        ("1,5%", ["1,5", "%"]),
        ("в 2025, затем", ["в", "2025", ",", "затем"]),
        ("5.", ["5", "."]),
        ("10-й и 90-е", ["10-й", "и", "90-е"]),
        ("3-х-дневный и 5-G7", ["3-х-дневный", "и", "5-G7"]),
        ("10-15", ["10", "-", "15"]),
        ("2025–2030", ["2025", "–", "2030"]),
        ("$50", ["$", "50"]),
        ("50тыс", ["50", "тыс"]),
        ("2025\xa0года", ["2025", "года"]),
        ("Что?! Да... нет…", ["Что", "?!", "Да", "...", "нет", "…"]),
        (". .", [".", "."]),
        ("snake_case", ["snake_case"]),
        ("_", ["_"]),
        ("😀!", ["😀", "!"]),
        ("👩‍🚀", ["👩", "‍", "🚀"]),
        ("№5", ["№", "5"]),
        ("№ 5", ["№", "5"]),
        ("²³", ["²³"]),
    ],
)
def test_words_of(text: str, expected: list[str]) -> None:
    assert [word for word in words(text) if word != "\u200d"] == [word for word in expected if word != "\u200d"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("мир", WORD),
        ("10-й", WORD),
        ("Ту-154М", WORD),
        ("10", NUMBER),
        ("1,5", NUMBER),
        ("«", MARK),
        ('"', MARK),
        ("“", MARK),
        ("—", DASH),
        ("–", DASH),
        ("-", DASH),
        ("−", DASH),
        ("...", PUNCTUATION),
        ("?!", PUNCTUATION),
        ("%", PUNCTUATION),
        ("_", PUNCTUATION),
        ("😀", PUNCTUATION),
    ],
)
def test_kind(text: str, kind: TokenKind) -> None:
    (token,) = tokens(text)
    assert token.kind is kind
    assert token.is_word is (kind is WORD)


@pytest.mark.parametrize("mark", MARKS)
def test_each_mark_parts_words(mark: str) -> None:
    assert words(f"да{mark}нет") == ["да", mark, "нет"]


def test_marks_open_or_close_or_both() -> None:
    assert not set(OPENING) & set(CLOSING)
    assert set(MARKS) - set(OPENING) - set(CLOSING) == {"“", '"'}


@pytest.mark.parametrize("dash", DASHES)
def test_each_dash_between_spaces_is_a_dash(dash: str) -> None:
    assert [token.kind for token in tokens(f"да {dash} нет")] == [WORD, DASH, WORD]


def test_places_are_code_points() -> None:
    text = "😀 Мир\xa0— да."
    assert [(token.start, token.end) for token in tokens(text)] == [(0, 1), (2, 5), (6, 7), (8, 10), (10, 11)]


def test_combining_marks_and_soft_hyphens_stay_in_their_word() -> None:
    text = "за\u0301мок и\u0306 пере\u00adнос"
    assert words(text) == ["за\u0301мок", "и\u0306", "пере\u00adнос"]


def test_words_are_folded_and_nothing_else() -> None:
    assert [token.folded for token in tokens("Ещё МИД — «За\u0301мок» 10-Й")] == [
        "еще",
        "мид",
        "—",
        "«",
        "замок",
        "»",
        "10-й",
    ]


@pytest.mark.parametrize(
    ("text", "capital"), [("Мир", True), ("мир", False), ("10-Й", False), ("5", False), ("—", False)]
)
def test_capital(text: str, capital: bool) -> None:
    (token,) = tokens(text)
    assert token.is_capital is capital
