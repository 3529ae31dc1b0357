"""Paragraphs: lines of a text, unless a line was only wrapped."""

import pytest

from statedoc.text.paragraphs import paragraphs


def lines(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n ", []),
        ("Один.", ["Один."]),
        ("  Один.  ", ["Один."]),
        ("\xa0Один.\u3000", ["Один."]),
        ("Раз.\nДва.", ["Раз.", "Два."]),
        ("Раз.\r\nДва.\rТри.", ["Раз.", "Два.", "Три."]),
        (
            "Раз.\u2028Два.\u2029Три.\x85Семь.\x0bВосемь.\x0cДевять.",
            ["Раз.", "Два.", "Три.", "Семь.", "Восемь.", "Девять."],
        ),
        ("Заголовок\n\nТекст.", ["Заголовок", "Текст."]),
    ],
)
def test_a_line_is_a_paragraph(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize("text", ["Строка перенесена\nна другую.", "Он прибыл,\r\nего встретили.", "Один —\nпервый."])
def test_a_wrapped_line_goes_on(text: str) -> None:
    assert lines(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Перечень:\nпервое",  # after a colon a list begins
        "Перечень;\nвторое",
        "Конец.\nно с маленькой буквы",
        "«Да»\nсказал он",
        '"Да"\nсказал он',
        "Раз\nДва",
        "Раз\n1 два",
        "Раз\n\nдва",  # an empty line always parts
    ],
)
def test_other_lines_are_no_wrapped_ones(text: str) -> None:
    assert len(lines(text)) == 2


def test_a_paragraph_of_several_wrapped_lines() -> None:
    assert lines("Раз\nдва\nтри.\nЧетыре") == ["Раз\nдва\nтри.", "Четыре"]
