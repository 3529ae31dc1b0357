"""CSV: what spreadsheets and databases read is what was meant, and nothing in it is computed."""

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import attrs
import duckdb
import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.samples import DOCUMENT, EMPTY, TEXT

from statedoc import (
    Actor,
    ActorKind,
    Document,
    Producer,
    Quantity,
    Quote,
    QuoteKind,
    Span,
    StatedocError,
    UnknownNameError,
    dump,
    dumps,
    loads,
)
from statedoc.testing import documents

FEW = settings(max_examples=20)
GOLDEN = [loads(path.read_bytes()) for path in sorted((Path(__file__).parent.parent / "golden").glob("documents/*"))]
TABLES = ("quotes", "agreements", "metrics", "actors", "speeches")
SIGNS = {"value", "value_float", "low", "low_float", "high", "high_float", "comparator"}  # figures, and a closed list


def rows(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline=""), delimiter=delimiter, strict=True))


def quoting(*texts: str) -> Document:
    """A document whose quotes are these texts."""
    spans: list[Span] = []
    for text in texts:
        start = spans[-1].end if spans else 0
        spans.append(Span(start=start, end=start + len(text)))
    return Document(
        id="d",
        text="".join(texts),
        quotes=tuple(
            Quote(id=f"q{number}", kind=QuoteKind.DIRECT, content=(span,), rule="test")
            for number, span in enumerate(spans)
        ),
        producer=Producer(name="me", version="1"),
    )


def cell(text: str) -> str:
    (row,) = rows(dumps(quoting(text), "csv"))
    return row["text"]


# --- What is in it ----------------------------------------------------------------------------------------------------


def test_quotes_are_the_default() -> None:
    data = dumps(DOCUMENT, "csv")
    assert data == dumps(DOCUMENT, "csv", table="quotes", delimiter=",", bom=False)
    assert data.startswith(b"document_id,url,article_title,publisher,published,published_day,language,id,kind,text,")
    direct, indirect = rows(data)
    assert (direct["text"], direct["speaker_names"], direct["cue"]) == (
        "Мы откроем более 30 школ",
        "Анна Ким",
        "заявила",
    )
    assert direct["start"] == str(TEXT.index("Мы откроем"))
    assert (indirect["source"], indirect["via_names"], indirect["within"]) == ("", "Япония", "")
    assert direct["published_day"] == "2025-03-04"


def test_lists_are_joined() -> None:
    (agreement,) = rows(dumps(DOCUMENT, "csv", table="agreements"))
    assert agreement["party_names"] == "Япония; Перу"
    assert agreement["events"] == "signed; in_force"
    two = attrs.evolve(DOCUMENT.quotes[0], speakers=("a1", "a2"))
    quote, _ = rows(dumps(attrs.evolve(DOCUMENT, quotes=(two, DOCUMENT.quotes[1])), "csv"))
    assert quote["speaker_countries"] == "; JP"  # the first has none, and keeps its place


def test_every_record_line_ends_as_rfc_4180_wants() -> None:
    data = dumps([DOCUMENT, EMPTY, DOCUMENT], "csv", table="actors")
    assert data.count(b"\r\n") == 1 + 2 * len(DOCUMENT.actors)
    assert data.endswith(b"\r\n")
    assert dumps([], "csv").count(b"\r\n") == 1


def test_figures_lose_no_digit_and_keep_their_sign() -> None:
    long = Decimal("-1234567890123456789012345678.0123456789")
    metric = attrs.evolve(DOCUMENT.metrics[0], quantity=Quantity(value=long))
    figure, *_ = rows(dumps(attrs.evolve(DOCUMENT, metrics=(metric,)), "csv", table="metrics"))
    assert figure["value"] == "-1234567890123456789012345678.0123456789"
    assert float(figure["value_float"]) == float(long)
    assert figure["comparator"] == "="


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    text = 'a,b;c\td|e"f'
    (row,) = rows(dumps(quoting(text), "csv", delimiter=delimiter), delimiter)
    assert row["text"] == text


def test_the_byte_order_mark_is_there_where_asked(tmp_path: Path) -> None:
    assert dumps(DOCUMENT, "csv", bom=True) == codecs.BOM_UTF8 + dumps(DOCUMENT, "csv")
    dump(DOCUMENT, tmp_path / "quotes.csv", bom=True)
    assert (tmp_path / "quotes.csv").read_bytes().count(codecs.BOM_UTF8) == 1


# --- Other programs read it -------------------------------------------------------------------------------------------


def blank_for_none(found: Iterable[Iterable[str | None]]) -> list[list[str]]:
    return [["" if value is None else value for value in row] for row in found]


@pytest.mark.parametrize("table", TABLES)
def test_databases_read_every_table(tmp_path: Path, table: str) -> None:
    path = tmp_path / f"{table}.csv"
    dump(GOLDEN, path, table=table)
    expected = [list(row.values()) for row in rows(path.read_bytes())]
    assert len(expected) == sum(len(getattr(document, table)) for document in GOLDEN)
    with duckdb.connect() as asked:
        found = asked.execute(f"from read_csv('{path}', header=true, all_varchar=true)").fetchall()
    assert blank_for_none(found) == expected
    frame = polars.read_csv(path, infer_schema=False)
    assert blank_for_none(frame.rows()) == expected


def test_databases_know_the_types_by_themselves(tmp_path: Path) -> None:
    path = tmp_path / "metrics.csv"
    dump(GOLDEN, path, table="metrics")
    with duckdb.connect() as asked:
        told = asked.read_csv(str(path)).aggregate("kind, sum(value_float), max(start)").fetchall()
    expected = {metric.kind.value for document in GOLDEN for metric in document.metrics}
    assert {kind for kind, _, _ in told} == expected
    assert all(isinstance(total, float) and isinstance(start, int) for kind, total, start in told if kind == "money")


@FEW
@given(documents(), st.sampled_from([",", ";", "\t", "|"]), st.booleans())
def test_databases_read_hard_text(document: Document, delimiter: str, bom: bool) -> None:
    data = dumps([document, DOCUMENT], "csv", table="actors", delimiter=delimiter, bom=bom)
    expected = [list(row.values()) for row in rows(data.removeprefix(codecs.BOM_UTF8), delimiter)]
    frame = polars.read_csv(io.BytesIO(data), infer_schema=False, separator=delimiter)
    assert blank_for_none(frame.rows()) == expected
    assert len(expected) == len(document.actors) + len(DOCUMENT.actors)


# --- Hostile text -----------------------------------------------------------------------------------------------------

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\tслово",
    "\rслово",
    "\nслово",
    " =1",
    "\xa0=1",
    "\ufeff=1",
    "\ufeff \u200b=1",
    "\u202e=1",
    "\u2028@x",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    '=HYPERLINK("https://example.org","мост")',
]


@pytest.mark.parametrize("text", FORMULAS, ids=ascii)
def test_formulas_become_text(text: str) -> None:
    assert cell(text) == "'" + text.replace("\r", "\n")


@pytest.mark.parametrize(
    "text", ["мост", "1+1", "— мост", "– мост", "'=1", '"=1"', " мост = мост", "a@example.org", ""]
)
def test_what_is_no_formula_stays(text: str) -> None:
    assert cell(text) == text


@FEW
@given(st.lists(st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n", " ", "\ufeff", '"', ",", ";", "a", "\0"])))
def test_no_mixture_makes_a_formula(parts: list[str]) -> None:
    shown = cell("".join(parts))
    assert not re.match(r"[=+\-@\t\r\n]", shown.lstrip(" \ufeff\t\r\n") or shown)
    assert not shown.startswith(("\t", "\r", "\n"))


def names_formulas(cells: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    found = []
    for name, value in cells:
        seen = "".join(each for each in value if not each.isspace() and unicodedata.category(each) != "Cf")
        if seen.startswith(("=", "+", "-", "@")) and name not in SIGNS:
            found.append((name, value))
    return found


@FEW
@given(documents())
def test_no_cell_of_any_document_is_a_formula(document: Document) -> None:
    for table in TABLES:
        for row in rows(dumps(document, "csv", table=table)):
            assert None not in row  # no line has more cells than there are columns
            assert names_formulas(row.items()) == []


def test_every_item_of_a_list_is_text() -> None:
    """A spreadsheet that parts cells at semicolons shall find no formula behind one."""
    actor = Actor(id="a", kind=ActorKind.PERSON, name="Ким", aliases=("Анна", "=1+1"))
    document = attrs.evolve(EMPTY, actors=(actor,))
    (row,) = rows(dumps(document, "csv", table="actors"))
    assert row["aliases"] == "Анна; '=1+1"


def test_every_text_of_a_document_is_guarded() -> None:
    evil = "=cmd|x"
    actors = tuple(attrs.evolve(each, name=evil, aliases=(evil,)) for each in DOCUMENT.actors)
    document = attrs.evolve(
        DOCUMENT, id=evil, article=attrs.evolve(DOCUMENT.article, title=evil, url=evil, publisher=evil), actors=actors
    )
    for table in TABLES:
        for row in rows(dumps(document, "csv", table=table)):
            assert evil not in row.values()
            assert f"'{evil}" in row.values()


def test_line_ends_inside_a_cell_are_one_kind() -> None:
    assert cell("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_what_is_no_character_is_shown_as_such() -> None:
    assert cell("a\0b\x1bc\ud800d\x7fe") == "a\ufffdb\ufffdc\ufffdd\ufffde"


def test_quotation_marks_are_doubled() -> None:
    assert b',"a ""b"", c",' in dumps(quoting('a "b", c'), "csv")
    assert cell('",=1+1,"') == '",=1+1,"'


# --- What is wrong ----------------------------------------------------------------------------------------------------


def test_whole_documents_are_not_for_it() -> None:
    told = "the table 'documents' is nested, and CSV is flat; it has: quotes, agreements, metrics, actors, speeches"
    with pytest.raises(StatedocError, match=told):
        dumps(DOCUMENT, "csv", table="documents")


def test_wrong_options_are_told() -> None:
    with pytest.raises(UnknownNameError, match="no table is named 'people'; there are: documents, quotes"):
        dumps(DOCUMENT, "csv", table="people")
    for delimiter in ("", ",,", "a", '"', "\n", 7):
        with pytest.raises(StatedocError, match="the delimiter must be a comma, a semicolon, a tab, a bar; not"):
            dumps(DOCUMENT, "csv", delimiter=delimiter)
    with pytest.raises(StatedocError, match="no option 'encoding'; its options: table, delimiter, bom"):
        dumps(DOCUMENT, "csv", encoding="cp1251")


def test_it_cannot_be_read_back() -> None:
    with pytest.raises(StatedocError, match="the format 'csv' cannot be read back"):
        loads(dumps(DOCUMENT, "csv"), "csv")


def test_rows_are_written_as_documents_come() -> None:
    taken: list[int] = []
    seen: list[int] = []

    class Watching(io.BytesIO):
        def write(self, data: object) -> int:
            seen.append(len(taken))
            return super().write(data)  # type: ignore[arg-type]

    dump((taken.append(number) or DOCUMENT for number in range(2_000)), Watching(), "csv")  # type: ignore[func-returns-value]
    assert {0, 1, 2, 1_000, 2_000} <= set(seen)
