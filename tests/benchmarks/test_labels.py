"""Labels: what each line means, and what is said of a faulty one."""

from decimal import Decimal
from pathlib import Path

import pytest
from benchmarks.labels import (
    AgreementLabel,
    LabelError,
    Labels,
    MetricLabel,
    QuoteLabel,
    SpeechLabel,
    article_name,
    label_files,
    read_labels,
)

from statedoc import Span

TEXT = "Порт открыт. Порт сказал: «Порт — мой дом». Договор о портах: от 5 до 7 млн\xa0евро, 2 дня."


def span(words: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start=start, end=start + len(words))


def read(line: str) -> Labels:
    return read_labels(f"doc ports\n{line}\n", TEXT)


def test_each_line() -> None:
    lines = """
# a comment
doc ports
x indirect metrics
q direct | Порт@3 | дом | Порт, порта | сказать
q indirect | Порт | открыт
n мой дом
o Порт | сказал
a treaty | Договор о портах | KZ,AZ | signed | 1992
m от 5 до 7 млн\xa0евро | 5000000..7000000 | | EUR
m 2 дня | 2 | = | day
s post | Порт |
"""
    assert read_labels(lines, TEXT) == Labels(
        article="ports",
        complete=frozenset({"indirect", "metrics"}),
        quotes=(
            QuoteLabel(kind="direct", span=span("Порт — мой дом"), speakers=("Порт", "порта"), cue="сказать"),
            QuoteLabel(kind="indirect", span=span("Порт открыт")),
        ),
        names=(span("мой дом"),),
        open=(span("Порт открыт. Порт сказал"),),
        agreements=(
            AgreementLabel(
                kind="treaty",
                span=span("Договор о портах"),
                parties=frozenset({"KZ", "AZ"}),
                status="signed",
                date="1992",
            ),
        ),
        metrics=(
            MetricLabel(span=span("от 5 до 7 млн\xa0евро"), value=(Decimal(5000000), Decimal(7000000)), unit="EUR"),
            MetricLabel(span=span("2 дня"), value=Decimal(2), comparator="=", unit="day"),
        ),
        speeches=(SpeechLabel(kind="post", speaker="Порт"),),
    )


def test_last_words_are_looked_for_from_the_first_on() -> None:
    assert read("o Порт@2 | Порт").open == (span("Порт", 2),)
    assert read("o Порт@2 | Порт@2").open == (span("Порт сказал: «Порт"),)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("n Корабль", "line 2: the article does not hold 'Корабль'"),
        ("n Порт@4", "line 2: the article does not hold 'Порт' 4 times"),
        ("n млн евро", "line 2: the article does not hold"),  # the space there is a no-break one
        ("q direct | дом | Порт", "line 2: the article does not hold 'Порт'"),  # not after the first words
        ("q direct", "line 2: words of the text are missing"),
        ("n Порт | сказал", "line 2: 2 fields where 1 are known"),
        ("m 2 дня | two", "line 2: "),
        ("x quotes", "line 2: x takes indirect, agreements, metrics"),
        ("y Порт", "line 2: no record starts with 'y'"),
    ],
)
def test_a_faulty_line_is_named(line: str, message: str) -> None:
    with pytest.raises(LabelError) as caught:
        read(line)
    assert str(caught.value).startswith(message)


def test_labels_name_their_article() -> None:
    assert article_name("# a comment\n\ndoc ports\r\n") == "ports"
    with pytest.raises(LabelError, match="doc NAME"):
        article_name("x metrics")


def test_a_folder_stands_for_the_labels_in_it(tmp_path: Path) -> None:
    for name in ("b.gold", "a.gold", "README.md"):
        (tmp_path / name).touch()
    assert label_files([tmp_path, Path("c")]) == [tmp_path / "a.gold", tmp_path / "b.gold", Path("c")]
