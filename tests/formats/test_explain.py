"""The explanation: each record with its rule and its evidence."""

from tests.formats.samples import DOCUMENT, EMPTY

from statedoc import dumps, parse

ARTICLE = (
    "«Мы откроем 30 школ», — сообщила агентству «Волна» министр Анна Ким. "
    "Договор о дружбе Япония и Перу подписали в 1999 году."
)


def test_every_record_is_told_with_its_rule() -> None:
    told = dumps(DOCUMENT, "explain").decode()
    records = (*DOCUMENT.quotes, *DOCUMENT.speeches, *DOCUMENT.agreements, *DOCUMENT.metrics)
    assert records
    for record in records:
        assert f"\n{record.id} {record.kind}: {record.rule}\n" in told


def test_the_evidence_stands_in_brackets() -> None:
    told = dumps(parse(ARTICLE, language="ru"), "explain", width=1000).decode().splitlines()
    assert "  «[Мы откроем 30 школ]», — сообщила агентству «Волна» министр Анна Ким. Договор о …" in told
    assert "  cue: сообщила (сообщить, neutral)" in told
    assert "  speakers: Анна Ким (a2, person)" in told
    assert "  addressee: Волна (a1, organization)" in told
    assert "  parties: Япония (a3, state); Перу (a4, state)" in told
    assert "  on: 1999 [1999 году]" in told
    assert "  quantity: = 30" in told


def test_a_document_without_records_is_its_id() -> None:
    assert dumps(EMPTY, "explain") == b"empty\n"


def test_an_article_cannot_steer_the_terminal() -> None:
    assert b"\x1b" not in dumps(parse("«Мы \x1b[31mготовы идти», — сказал Иван Петров.", language="ru"), "explain")
