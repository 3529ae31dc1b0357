"""Quotation marks, paired: by kind, nested, touching, over paragraphs, and unpaired."""

import pytest

from statedoc.text import Quotation
from statedoc.text.paragraphs import paragraphs
from statedoc.text.quotations import quotations
from statedoc.text.tokens import tokens


def quoted(text: str) -> tuple[Quotation, ...]:
    return quotations(text, tokens(text), paragraphs(text))


def contents(text: str) -> list[str]:
    return [each.content.of(text) for each in quoted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Мир.", []),
        ("«Да»", ["Да"]),
        ("„Да“ и „нет”", ["Да", "нет"]),
        ("“Да” и “нет”", ["Да", "нет"]),
        ('"Да" и "нет".', ["Да", "нет"]),
        ("‹Да›", ["Да"]),
        ('„Да" и нет', ["Да"]),
        ("« Да »", ["Да"]),  # white space inside the marks is left out
        ("«\xa0Да\u202f»", ["Да"]),
        ("«»", [""]),
        ("«Да»«нет»", ["Да", "нет"]),
        ('("Да")', ["Да"]),
        ('Завод "Восток", "Запад", "Юг"', ["Восток", "Запад", "Юг"]),
        ('"Да",—сказал он.', ["Да"]),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert contents(text) == expected
    assert all(each.closed for each in quoted(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Газета „Труд“ вышла»", ["Газета „Труд“ вышла", "Труд"]),
        ("«Газета «Труд» вышла»", ["Газета «Труд» вышла", "Труд"]),
        ('«Газета "Труд" вышла»', ['Газета "Труд" вышла', "Труд"]),
        ('"Газета "Труд" вышла"', ['Газета "Труд" вышла', "Труд"]),
        ("„Газета «Труд» вышла“", ["Газета «Труд» вышла", "Труд"]),
    ],
)
def test_nested(text: str, expected: list[str]) -> None:
    assert contents(text) == expected
    assert [each.parent for each in quoted(text)] == [None, 0]


def test_two_inside_one_and_one_after() -> None:
    text = "«„Да“ и „нет“» и «всё»"
    assert contents(text) == ["„Да“ и „нет“", "Да", "нет", "всё"]
    assert [each.parent for each in quoted(text)] == [None, 0, 0, None]


def test_one_closing_mark_closes_two_of_its_kind() -> None:
    """As newspapers print «Компания «Заря»."""
    text = "АО «Компания «Заря» закрыто."
    assert contents(text) == ["Компания «Заря", "Заря"]
    assert [(each.end, each.parent) for each in quoted(text)] == [(text.index("»") + 1, None), (text.index("»") + 1, 0)]


def test_touching_straight_marks_close_both() -> None:
    text = 'Он сказал: "Я читаю "Труд"".'
    assert contents(text) == ['Я читаю "Труд"', "Труд"]


@pytest.mark.parametrize("depth", [1, 2, 3, 4, 5, 9])
def test_the_deepest_nesting(depth: int) -> None:
    """Marks nested deeper than four are decoration."""
    text = "«а " * depth + "б" + " в»" * depth
    found = quoted(text)
    assert len(found) == min(depth, 4)
    assert [each.parent for each in found] == [None, 0, 1, 2][: len(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Он сказал: «Да", ["Да"]),
        ("Он сказал: «Да.\nОн ушёл.", ["Да."]),
        ("«Да.\n«Нет»", ["Да.", "Нет"]),
    ],
)
def test_what_nothing_closes_ends_with_its_paragraph(text: str, expected: list[str]) -> None:
    assert contents(text) == expected
    assert [each.closed for each in quoted(text)] == [each == "Нет" for each in expected]


@pytest.mark.parametrize("text", ["Да»", "Да” и нет", "»»»", "«", '"'])
def test_a_mark_alone_is_no_quotation(text: str) -> None:
    assert quoted(text) == ()


def test_a_quotation_over_paragraphs() -> None:
    text = "«Раз.\nДва.\nТри», — сказал он. «Да»."
    assert contents(text) == ["Раз.\nДва.\nТри", "Да"]


def test_a_quotation_does_not_go_on_for_ever() -> None:
    text = "«Раз.\n" + "Ещё.\n" * 9 + "Конец»."
    (found,) = quoted(text)
    assert (found.content.of(text), found.closed) == ("Раз.", False)


def test_a_new_opening_mark_ends_what_is_open() -> None:
    text = "«Раз.\n«Два»."
    assert [(each.content.of(text), each.closed) for each in quoted(text)] == [("Раз.", False), ("Два", True)]


def test_a_closing_mark_too_many_belongs_to_the_speech_that_opened_the_paragraph() -> None:
    text = "«Мы читаем «Труд» и спорим», — сказал он."
    assert contents(text) == ["Мы читаем «Труд» и спорим", "Труд"]
    text = "Он сказал: «Читайте» и спорьте»."
    assert contents(text)[0] == "Читайте» и спорьте"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Размер 5" и 6".', []),
        ("“Да“", ["Да"]),
        ('да"нет"да', ["нет"]),
    ],
)
def test_marks_that_open_and_close(text: str, expected: list[str]) -> None:
    assert contents(text) == expected
