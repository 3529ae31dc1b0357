"""Hostile texts take time linear in their length, whatever they are made of."""

import time

import pytest

from statedoc import parse

pytestmark = [pytest.mark.no_cover, pytest.mark.alone]  # what is measured is the code's own time

LENGTH = 100_000  # of one character
LENGTH_OF_PATTERNS = 40_000  # of several; there are many, and the tests shall not take all day
GROWTH = 8

# Eight times the text may take eight times as long, and three times that on a busy machine; were the time quadratic,
# it would take sixty-four times as long.
MOST_GROWTH = 3 * GROWTH
TOO_SHORT_TO_TELL = 0.05  # seconds
TRIES = 4

MARKS = "«»“”„‟‘’‚‹›\"'`"
DASHES = "-–—‒―−"
LETTERS = "аЯaZёй\u0301ʼ"
CHARACTERS = MARKS + DASHES + LETTERS + "059.,:;!?()[]/%$€№*_ \t\n\r\xa0\u200b\u2028\0😀"
PATTERNS = [
    "«»",
    "»«",
    "« ",
    '" ',
    '"а',
    "«а ",
    "а» ",
    "“а ",
    "„«",
    "—\n",
    "— ",
    " —а",
    ", — ",
    ": «",
    "», — ",
    "А ",
    "А. ",
    "Аб ",
    "АБ ",
    "А.А",
    "а ",
    "аб ",
    "а, ",
    "а. ",
    "а\n",
    "а\n\n",
    "а-",
    "1 ",
    "1.",
    "1,",
    "1-",
    "1 000 ",
    "1,5 %",
    "$1 ",
    "1 и ",
    ". ",
    "...",
    "\r\n",
    "\n ",
    "и ",
    "он ",
    "заявил ",
    "заявил, что ",
    "по словам ",
    "президент ",
    "министр иностранных дел ",
    "договор ",
    "договор между ",
    "подписали ",
    "свыше ",
    "млрд ",
    "год ",
    "январь ",
    "Россия ",
    "российско-",
    "Анна Ким ",
    "Ким заявил: ",
    "по словам Кима, мост готов, ",
    "Анна Ким сказала, что мост «готов к» и что ",
    "«Мы не торгуем»: ",
    "по данным банка, мост готов: ",
    "президентов двух стран Кима и Ли ",
    "опроверг, что стороны подписали договор, ",
    "министр дел, торговли и спорта, ",
    "один из дипломатов, знакомый с делом, сказал, что ",
    "договор, который подписали, действует, ",
    "Ким рассказал коллеге, который сообщил собеседнику, ",
    "в тот же день подсудимый признал, что договор в силу вступил ",
    "Анна Ким и Олег Лир и ",
    "Олег Лир пообещал. Президент Франции отметил. ",
    "министры Грузии и Чили Анна Ким, ",
    "Об этом сообщила Анна Ким. ",
    "Договор о мире, вступивший в силу, который ",
    "2,7 миллиона живущих за границей ",
    "Грузия предложила заключить пакт, однако Чили эту идею отвергла. ",
    "Грузия предложила пакт, пакт, ",
    "Профессор Анна Ким, чей институт приехал, ",
    "министр Анна Ким, чей Олег Лир, сказала, ",
    "Говорила коротко. Сам Ким вину не признал. ",
    "протокол о внесении изменений в договор о ",
    "480 млн рублей, из них 300 млн, ",
    "Анна Ким: Мост стоит?\n\nОлег Лир: Да, стоит.\n\n",
    "— Мост стоит?\n\n— Да, мост стоит.\n\n",
    "По словам Кима, Лира, ",
    "Каримов, Лир, Юсупов, ",
    "Илон Маск и Илона Маска, Илону Маску. ",
    "Я сказал, что мост стоит. ",
]
# A pattern repeated behind an opening that is not.
OPENED = [("Если Анна Ким заявила, что ", "мост, "), ("Если Анна Ким заявила, что ", "мост готов, ")]


def seconds(text: str) -> float:
    start = time.process_time()
    parse(text, language="ru")  # named, as such texts are otherwise taken for no language, and left alone
    return time.process_time() - start


def growth(pattern: str, length: int, opening: str = "") -> float:
    """How many times as long the whole length takes as an eighth of it, at best."""
    long = (opening + pattern * length)[:length]
    short = long[: length // GROWTH]
    best_long = best_short = float("inf")
    for _ in range(TRIES):
        best_long, best_short = min(best_long, seconds(long)), min(best_short, seconds(short))
        if best_long < TOO_SHORT_TO_TELL or best_long < MOST_GROWTH * best_short:
            break
    return 0 if best_long < TOO_SHORT_TO_TELL else best_long / best_short


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """Lexicons load once; no pattern shall pay for them."""
    parse("Президент Анна Ким заявила: «Подписан договор на 5 млрд долларов».", language="ru")


@pytest.mark.parametrize("character", CHARACTERS, ids=ascii)
def test_time_is_linear_for_one_character(character: str) -> None:
    assert growth(character, LENGTH) < MOST_GROWTH


@pytest.mark.parametrize("pattern", PATTERNS, ids=ascii)
def test_time_is_linear_for_patterns(pattern: str) -> None:
    assert growth(pattern, LENGTH_OF_PATTERNS) < MOST_GROWTH


@pytest.mark.parametrize(("opening", "pattern"), OPENED)
def test_time_is_linear_behind_an_opening(opening: str, pattern: str) -> None:
    assert growth(pattern, LENGTH_OF_PATTERNS, opening) < MOST_GROWTH


def test_quadratic_time_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def quadratic(text: str, *, language: str) -> None:
        for end in range(0, len(text), 40):
            text[:end].encode()

    monkeypatch.setitem(globals(), "parse", quadratic)
    assert growth("а", LENGTH) >= MOST_GROWTH
