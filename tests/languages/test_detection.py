"""Which language a text is in."""

import pytest

from statedoc.languages.detection import detect


@pytest.mark.parametrize(
    "text",
    [
        "Президент прибыл в Астану, и его встретил министр.",
        "«Да».",
        "Министр",
        "ПРЕЗИДЕНТ ПРИБЫЛ В АСТАНУ",
        "В 2025 году объём торговли с Microsoft и Google вырос на 5%.",
        "Съезд партии открыл подъезд; объявлен вечер ёлки.",
        " ".join(["Министр сказал, что не поедет на встречу с послом, как это было в мае."] * 50),
    ],
)
def test_russian(text: str) -> None:
    assert detect(text) == "ru"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n",
        "2025 — 1,5%",
        "😀 «» …",
        "The president arrived in Astana, where the minister met him.",
        "Le président est arrivé à Paris.",
        "主席抵达北京。",
        "Мемлекет басшысы Қазақстан мен Өзбекстан арасындағы келіссөздердің қорытындысы туралы айтты, "
        "елдер өзара сауданы ұлғайтуға және жаңа жобаларды іске асыруға уағдаласты.",
        "Президент Україні їздив до Києва; її зустріли міністри, і це їм було приємно, бо вони її знають.",
        "The word «министр» means a minister, and «посол» is an ambassador in Russian texts.",
    ],
)
def test_no_language_with_a_pack(text: str) -> None:
    assert detect(text) is None


def test_the_start_of_a_long_text_tells() -> None:
    start = "Министр сказал, что не поедет на встречу с послом. " * 500
    assert detect(start + "and the rest is in English " * 10_000) == "ru"
