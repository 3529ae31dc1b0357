"""The summary: what a person sees."""

import attrs
import pytest
from tests.formats.samples import DOCUMENT, EMPTY, TEXT

from statedoc import Document, Producer, dumps

SHOWN = """\
Встреча в Самарканде
Вестник · 2025-03-04 · ru · https://example.org/1

QUOTES
  Анна Ким, министр
    “Мы откроем более 30 школ” (direct, заявить)
  Speaker not known
    экспорт вырос на 5–7 % (indirect, via Япония)

SPEECHES
  Анна Ким
    press conference, Самарканд, 2025-03-03, 1 quote

AGREEMENTS
  Договор о дружбе
    treaty, in force, 1999, between Япония, Перу
    signed 1999; in force 2001

FIGURES
  > 30 школа
    “более 30 школ”, claimed by Анна Ким
  5–7%
    “5–7 %”, экспорт, increase, of Перу, 3 марта
  ≤ 50,000,000,000 USD
    “Перу”
"""


def test_summary_tells_each_record() -> None:
    assert dumps(DOCUMENT, "summary").decode() == SHOWN


def test_nothing_found_is_told() -> None:
    assert dumps(EMPTY, "summary").decode() == "empty\nNo quotes, speeches, agreements or figures were found.\n"


def test_several_documents_stand_apart() -> None:
    assert dumps([EMPTY, EMPTY], "summary").decode().split("\n\n")[1].startswith("empty\n")


@pytest.mark.parametrize("width", [40, 60, 100])
def test_lines_keep_to_the_width(width: int) -> None:
    long = attrs.evolve(DOCUMENT, text=TEXT.replace("более 30 школ", "много   слов!"), metrics=())
    for line in dumps(long, "summary", width=width).decode().splitlines():
        assert len(line) <= width


def test_names_are_bold_where_asked() -> None:
    assert "\x1b[1m  Анна Ким, министр\x1b[0m\n" in dumps(DOCUMENT, "summary", bold=True).decode()
    assert b"\x1b" not in dumps(DOCUMENT, "summary")


def made_of(text: str) -> Document:
    return Document(id="d", text=text, producer=Producer(name="me", version="1"))


def test_an_article_cannot_steer_the_terminal() -> None:
    shown = dumps(made_of("\x1b[2JГолос\u202eтень\x07"), "summary").decode()
    assert shown.splitlines()[0] == "[2JГолостень"


def test_long_words_are_cut_between_two() -> None:
    (title, *_) = dumps(made_of("слово " * 100), "summary", width=1000).decode().splitlines()
    assert title.endswith("слово…")
    (title, *_) = dumps(made_of("ж" * 1000), "summary", width=1000).decode().splitlines()
    assert title == "ж" * 160 + "…"


def test_what_is_no_character_is_shown_as_a_question() -> None:
    assert dumps(made_of("a b"), "summary").startswith(b"a b\n")
    assert dumps(made_of("\ud800"), "summary").startswith(b"\n")
