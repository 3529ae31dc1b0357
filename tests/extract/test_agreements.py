"""Agreements: the steps, places and dates told of them, and which mentions are one agreement.

What single sentences say stands in the language packs' examples; here are whole passages.
"""

import pytest

from statedoc import Agreement, Document, parse
from statedoc.languages import pack
from statedoc.languages.agreements import Agreements, Evidence
from statedoc.model import AgreementKind, AgreementStatus


def read(text: str) -> Document:
    return parse(text, language="ru")


def only(document: Document) -> Agreement:
    (agreement,) = document.agreements
    return agreement


def mentions(document: Document, agreement: Agreement) -> list[str]:
    return [span.of(document.text) for span in agreement.mentions]


def countries(document: Document, ids: tuple[str, ...]) -> list[str | None]:
    return [document.actor(each).country for each in ids]


def test_ids_follow_the_text() -> None:
    document = read("Греция подписала договор о дружбе с Кипром. Меморандум о науке будет подписан весной.")
    assert [each.id for each in document.agreements] == ["g1", "g2"]
    assert [each.kind for each in document.agreements] == [AgreementKind.TREATY, AgreementKind.MEMORANDUM]


def test_a_text_without_agreements_has_none() -> None:
    assert read("").agreements == ()
    assert read("Министр прибыл в столицу.").agreements == ()


PASSAGE = (
    "Марокко и Испания подписали соглашение о рыболовстве 3 марта 2021 года в Рабате. "
    "Сенат Испании ратифицировал документ в июне 2022 года. "
    "Соглашение вступило в силу 1 января 2023 года."
)


def test_each_step_is_an_event_with_its_date() -> None:
    agreement = only(read(PASSAGE))
    assert [(event.status, str(event.date.edtf)) for event in agreement.events if event.date] == [
        (AgreementStatus.SIGNED, "2021-03-03"),
        (AgreementStatus.RATIFIED, "2022-06"),
        (AgreementStatus.IN_FORCE, "2023-01-01"),
    ]


def test_the_latest_step_gives_status_and_date() -> None:
    agreement = only(read(PASSAGE))
    assert agreement.status is AgreementStatus.IN_FORCE
    assert agreement.date is not None
    assert str(agreement.date.edtf) == "2023-01-01"


def test_an_event_tells_its_words_and_who_took_it() -> None:
    document = read(PASSAGE)
    signed = only(document).events[0]
    assert signed.span.of(document.text) == "подписали"
    assert countries(document, signed.parties) == ["MA", "ES"]


def test_all_mentions_are_one_agreement() -> None:
    document = read(PASSAGE)
    assert mentions(document, only(document)) == ["соглашение о рыболовстве", "документ", "Соглашение"]


def test_the_place_is_where_the_latest_step_was_taken() -> None:
    document = read("Меморандум о музеях подписан в Тбилиси. Его подписали министры культуры Грузии и Армении.")
    assert only(document).place == "Тбилиси"
    assert mentions(document, only(document)) == ["Меморандум о музеях", "Его"]


def test_what_comes_before_the_title_is_joined_to_it() -> None:
    document = read("Дания и Исландия подписали соглашение\n\nСоглашение о квотах подписано во вторник, сообщил посол.")
    assert only(document).title == "Соглашение о квотах"
    assert countries(document, only(document).parties) == ["DK", "IS"]


def test_two_agreements_of_one_kind_stay_two() -> None:
    document = read("Подписано соглашение о визах. Другое соглашение, о пошлинах, подпишут в мае.")
    assert [each.status for each in document.agreements] == [AgreementStatus.SIGNED, AgreementStatus.TO_BE_SIGNED]


def test_two_treaties_with_other_parties_stay_two() -> None:
    document = read("Договор Чили и Перу о границе подписан. Договор Кении и Уганды о границе не подписан.")
    assert [countries(document, each.parties) for each in document.agreements] == [["CL", "PE"], ["KE", "UG"]]


def test_a_treaty_with_its_own_year_is_another_one() -> None:
    document = read("Польша и Литва подпишут договор о дружбе. Его предшественник, договор 1994 года, утратил силу.")
    assert [str(each.date and each.date.edtf) for each in document.agreements] == ["None", "1994"]


def test_a_list_after_a_colon_is_signed_item_by_item() -> None:
    document = read(
        "По итогам переговоров Индии и Омана подписаны документы:\n"
        "— соглашение о свободной торговле;\n"
        "— меморандум о сотрудничестве музеев;\n"
        "— программа культурных обменов на 2026 год."
    )
    assert [(each.kind.value, each.status) for each in document.agreements] == [
        ("agreement", AgreementStatus.SIGNED),
        ("memorandum", AgreementStatus.SIGNED),
        ("programme", AgreementStatus.SIGNED),
    ]


def test_the_speakers_state_stands_opposite_a_partner() -> None:
    document = read("Президент Казахстана Ерлан Асанов напомнил о договоре с Японией. Договор подписан в 2008 году.")
    assert set(countries(document, only(document).parties)) == {"KZ", "JP"}


def test_a_state_in_an_organizations_name_is_no_party() -> None:
    document = read("Министерство энергетики Румынии и Министерство энергетики Болгарии подписали меморандум о сетях.")
    agreement = only(document)
    assert sorted(str(each) for each in countries(document, agreement.parties)) == ["BG", "RO"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Подписан меморандум о музеях.", "ru.agreement.titled"),
        ("Подписан договор «О музеях».", "ru.agreement.quoted"),
        ("Это нарушает Женевскую конвенцию.", "ru.agreement.named"),
        ("Договор Непала и Индии забыт.", "ru.agreement.parties"),
        ("Мирный договор далёк.", "ru.agreement.described"),
        ("Контракт будет подписан.", "ru.agreement.step"),
        ("Опубликовано совместное коммюнике.", "ru.agreement.joint"),
    ],
)
def test_the_rule_tells_what_showed_it(text: str, rule: str) -> None:
    assert only(read(text)).rule == rule


def test_a_noun_that_must_have_evidence_counts_it() -> None:
    for noun in pack("ru").lexicon(Agreements).noun:
        assert noun.must <= noun.evidence, noun.nouns
        assert 1 <= noun.needs <= len(noun.evidence), noun.nouns
    assert {each for noun in pack("ru").lexicon(Agreements).noun for each in noun.evidence} == set(Evidence)


@pytest.mark.parametrize(
    "words",
    [
        "договор ",
        "договор о мире, ",
        "подписали договор и ",
        "подписаны документы: ",
        "его подписали ",
        "договор «",
        "срок ",
    ],
)
def test_any_heap_of_words_can_be_read(words: str) -> None:
    document = read(words * 300)
    assert all(span.end <= len(document.text) for each in document.agreements for span in each.mentions)
