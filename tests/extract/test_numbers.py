"""Numbers in figures and in words."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedoc.extract.numbers import figure, number_at, times
from statedoc.languages import pack
from statedoc.languages.numbers import Numbers
from statedoc.text import cut

RUSSIAN = pack("ru")
LEXICON = RUSSIAN.lexicon(Numbers)


def read(text: str) -> tuple[str, str, str] | None:
    """The number that a text starts with: its words, its low and its high end."""
    parsed = cut(text, RUSSIAN)
    number = number_at(parsed, 0)
    if number is None:
        return None
    return parsed.span(number.first, number.last).of(text), format(number.low, "f"), format(number.high, "f")


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("0", "0"),
        ("170", "170"),
        ("3,5", "3.5"),
        ("3.5", "3.5"),
        ("0,74", "0.74"),
        ("1.200", "1200"),
        ("1.844.036.360,12", "1844036360.12"),
        ("1,234,567", "1234567"),
        ("100,000", "100000"),
        ("10,500", "10.500"),
    ],
)
def test_figures(word: str, value: str) -> None:
    assert figure(word, LEXICON) == Decimal(value)


@pytest.mark.parametrize("word", ["007", "06.00", "1.2.3", "12.11.2025", "1,2,3", "8.800.55", "9" * 41, "1." * 50])
def test_what_is_no_number(word: str) -> None:
    assert figure(word, LEXICON) is None


def test_a_lone_group_before_a_magnitude_is_a_fraction() -> None:
    assert figure("1.325", LEXICON) == 1325
    assert figure("1.325", LEXICON, scaled=True) == Decimal("1.325")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("20 тыс. компаний", "20 тыс", "20000"),
        ("5,3млн рублей", "5,3млн", "5300000"),
        ("140 000 человек", "140 000", "140000"),
        ("140\u00a0000 человек", "140\u00a0000", "140000"),
        ("140\u2009000 человек", "140\u2009000", "140000"),
        ("12 345 678,9 тонны", "12 345 678,9", "12345678.9"),
        ("2 млрд 300 млн рублей", "2 млрд 300 млн", "2300000000"),
        ("2 тыс. 500 человек", "2 тыс. 500", "2500"),
        ("двести пятьдесят пять", "двести пятьдесят пять", "255"),
        ("десяти миллиардов", "десяти миллиардов", "10000000000"),
        ("полтора миллиарда", "полтора миллиарда", "1500000000"),
        ("две сотни тысяч", "две сотни тысяч", "200000"),
        ("два десятка стран", "два десятка", "20"),
        ("три с половиной миллиона", "три с половиной миллиона", "3500000"),
        ("полмиллиона долларов", "полмиллиона", "500000"),
        ("миллион евро", "миллион", "1000000"),
        ("13-ю филиалами", "13-ю", "13"),
        ("пять десять", "пять", "5"),
        ("140 00 человек", "140", "140"),
        ("1234 567 человек", "1234", "1234"),
    ],
)
def test_numbers(text: str, words: str, value: str) -> None:
    assert read(text) == (words, value, value)


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("5–7 %", "5–7", "5", "7"),
        ("5—8—10 лет", "5—8—10", "5", "10"),
        ("5-7 млн", "5-7 млн", "5000000", "7000000"),
        ("900–1200 долларов", "900–1200", "900", "1200"),
        ("два-три месяца", "два-три", "2", "3"),
        ("две-три тысячи", "две-три тысячи", "2000", "3000"),
    ],
)
def test_ranges(text: str, words: str, low: str, high: str) -> None:
    assert read(text) == (words, low, high)


@pytest.mark.parametrize("text", ["8-800-555-35-35", "7–5 %", "1-2-3-4-5", "компании", "16-й", "«5»", ""])
def test_no_number_starts_here(text: str) -> None:
    assert cut(text, RUSSIAN).tokens == () or read(text) is None


def test_products_are_exact() -> None:
    digits = "1234567890123456789012345678901234"
    assert times(Decimal(digits), 1000) == Decimal(digits + "000")
    assert str(times(Decimal("0.50"), 1)) == "0.5"


@given(st.integers(min_value=1, max_value=10**15))
def test_grouped_figures_mean_what_they_say(number: int) -> None:
    for space in " \u00a0\u202f":
        text = f"{number:,}".replace(",", space)
        assert read(text) == (text, str(number), str(number))


@pytest.mark.alone
@pytest.mark.parametrize("pattern", ["миллион ", "1-", "5 тыс 100 ", "сто двадцать ", "120 000 ", "два-три "])
def test_time_grows_with_the_text(pattern: str) -> None:
    def seconds(length: int) -> float:
        parsed = cut((pattern * length)[:length], RUSSIAN)
        start = time.perf_counter()
        for index in range(len(parsed.tokens)):
            number_at(parsed, index)
        return time.perf_counter() - start

    seconds(2_000)
    assert min(seconds(20_000) for _ in range(3)) < 8 * min(seconds(5_000) for _ in range(3)) + 0.1
