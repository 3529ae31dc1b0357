"""Metrics beside the examples of the language packs: whose they are, who claims them, and laws."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedoc.extract.cast import Cast, Reference
from statedoc.extract.dates import dates
from statedoc.extract.metrics import metrics
from statedoc.languages import pack
from statedoc.model import Actor, ActorKind, MentionForm, Metric, Quote, QuoteKind, Span
from statedoc.text import cut

RUSSIAN = pack("ru")
WORDS = [
    "более",
    "до",
    "с",
    "от",
    "5",
    "10,5",
    "1.200",
    "$",
    "%",
    "млн",
    "тыс.",
    "долларов",
    "ливийских",
    "динаров",
    "лет",
]
WORDS += [
    "тройку",
    "крупнейших",
    "в",
    "раза",
    "вдвое",
    "полвека",
    "компаний",
    "рост",
    "объём",
    "торговли",
    "—",
    ",",
    "№",
]
WORDS += ["третье", "место", "9" * 41, "миллион", "13-ю", "два-три", "топ-10", "и", "с лишним", "°", "G", "«", "»"]
WORDS += [
    "не",
    "превысит",
    "удвоить",
    "треть",
    "половину",
    "на",
    "торговлю",
    "человек",
    "двадцать",
    "цены",
    "сравнению",
    "2024",
    "году",
]
NOBODY = Cast(actors=(), references=())


def found(text: str, cast: Cast = NOBODY, quotes: tuple[Quote, ...] = ()) -> tuple[Metric, ...]:
    parsed = cut(text, RUSSIAN)
    return metrics(parsed, dates(parsed, None), cast, quotes)


def cast_of(text: str, *names: tuple[str, str, MentionForm]) -> Cast:
    """States mentioned in a text: each with its country, one word of the text, and the form of the mention."""
    parsed = cut(text, RUSSIAN)
    at = {token.text: index for index, token in enumerate(parsed.tokens)}
    actors = tuple(
        Actor(id=f"a{number}", kind=ActorKind.STATE, name=word, country=country)
        for number, (country, word, _) in enumerate(names, 1)
    )
    references = sorted(
        Reference(at[word], at[word] + 1, f"a{number}", form) for number, (_, word, form) in enumerate(names, 1)
    )
    return Cast(actors=actors, references=tuple(references))


def quoted(text: str, words: str, id: str, speaker: str, within: str | None = None) -> Quote:
    start = text.index(words)
    span = Span(start=start, end=start + len(words))
    return Quote(id=id, kind=QuoteKind.DIRECT, content=(span,), speakers=(speaker,), within=within, rule="test")


def test_ids_and_rules() -> None:
    first, second = found("Более 170 проектов на $50 млрд.")
    assert (first.id, first.rule) == ("m1", "ru.metric.count")
    assert (second.id, second.rule) == ("m2", "ru.metric.money")
    assert second.quantity.value == Decimal(50_000_000_000)


def test_the_innermost_quote_claims_a_figure() -> None:
    text = "«Министр сказал: „Нас 40 стран“, и ещё 50 компаний», — заявил посол. Всего 60 участников."
    outer = quoted(text, "Министр сказал: „Нас 40 стран“, и ещё 50 компаний", "q1", "a1")
    inner = quoted(text, "Нас 40 стран", "q2", "a2", within="q1")
    claimed = [(each.quote, each.claimed_by) for each in found(text, quotes=(outer, inner))]
    assert claimed == [("q2", ("a2",)), ("q1", ("a1",)), (None, ())]


@pytest.mark.parametrize(
    ("text", "names", "actors"),
    [
        (
            "Россия входит в тройку крупнейших партнёров Казахстана.",
            [("RU", "Россия", MentionForm.NAME), ("KZ", "Казахстана", MentionForm.NAME)],
            ("a1",),
        ),
        ("Экспорт Казахстана составил 80 млрд долларов.", [("KZ", "Казахстана", MentionForm.NAME)], ("a1",)),
        ("Российский экспорт составил 80 млрд долларов.", [("RU", "Российский", MentionForm.ADJECTIVE)], ("a1",)),
        ("Казахстан – в пятёрке крупнейших экспортёров зерна.", [("KZ", "Казахстан", MentionForm.NAME)], ("a1",)),
        ("Казахстан ждал этого более трёх десятилетий.", [("KZ", "Казахстан", MentionForm.NAME)], ()),
        ("«Казахстан готов. Построено 20 школ», — сказал он.", [("KZ", "Казахстан", MentionForm.NAME)], ()),
        ("В Казахстане работают 20 тыс. компаний.", [("KZ", "Казахстане", MentionForm.NAME)], ()),
        ("По данным властей и СНГ задержано 30 человек.", [("XX", "СНГ", MentionForm.NAME)], ()),
        ("Казахстан — лидер среди соседей, с 23 заводами.", [("KZ", "Казахстан", MentionForm.NAME)], ("a1",)),
    ],
)
def test_whose_figure_it_is(text: str, names: list[tuple[str, str, MentionForm]], actors: tuple[str, ...]) -> None:
    (only,) = found(text, cast_of(text, *names))
    assert only.actors == actors


def test_the_period_is_the_nearest_date_of_the_clause() -> None:
    first, second = found("В 2023 году торговля составила 5 млрд долларов, а в 2024 году она выросла на 10%.")
    assert [str(each.period.edtf) for each in (first, second) if each.period] == ["2023", "2024"]


def test_a_figure_is_not_of_the_date_that_it_is_compared_with() -> None:
    (only,) = found("По сравнению с 2023 годом торговля выросла на 10%.")
    assert only.period is None


def test_a_figure_without_a_date_has_no_period() -> None:
    (only,) = found("Договор подписан в 1992 году; торговля составила 5 млрд долларов.")
    assert only.period is None


def test_forty_digits_are_the_most() -> None:
    assert found(f"Насчитали {'9' * 41} долларов.") == ()
    assert len(found(f"Насчитали {'9' * 40} долларов.")) == 1
    assert found(f"Насчитали {'9' * 39} млн долларов.") == ()


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_metrics_stand_in_order_inside_the_text(words: list[str]) -> None:
    text = " ".join(words)
    records = found(text)
    assert [each.id for each in records] == [f"m{number}" for number in range(1, len(records) + 1)]
    starts = [each.span.start for each in records]
    assert starts == sorted(starts)
    for each in records:
        assert each.span.of(text).strip() == each.span.of(text) != ""
    assert found(text) == records


@given(st.text(max_size=200))
def test_any_text_has_its_figures(text: str) -> None:
    assert all(each.span.end <= len(text) for each in found(text))


PATTERNS = [
    "1 ",
    "1,",
    "миллион ",
    "с 5 до ",
    "от 5% до ",
    "5 и ",
    "$5 ",
    "5% ",
    "5 новых ",
    "рост на 5 ",
    "5 рублей, ",
    "5 рублей — 6 ",
    "человек двадцать ",
    "не превысит 5 ",
    "не не не ",
    "удвоить ",
    "вырос на треть ",
    "цены на ",
    "число жертв ",
]


@pytest.mark.alone
@pytest.mark.parametrize("pattern", PATTERNS)
def test_time_grows_with_the_text(pattern: str) -> None:
    def seconds(length: int) -> float:
        text = (pattern * length)[:length]
        start = time.perf_counter()
        found(text)
        return time.perf_counter() - start

    seconds(1_000)
    assert min(seconds(20_000) for _ in range(3)) < 8 * min(seconds(5_000) for _ in range(3)) + 0.1
