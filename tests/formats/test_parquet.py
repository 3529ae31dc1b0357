"""Parquet: whole documents come back as they were, and databases ask every table."""

import io
from collections.abc import Iterator
from pathlib import Path

import attrs
import duckdb
import polars
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.samples import DOCUMENT, EMPTY, TEXT

from statedoc import Document, Failure, StatedocError, UnknownNameError, UnreadableInputError, dump, dumps, load, loads
from statedoc import documents as read_documents
from statedoc.formats import parquet
from statedoc.formats.arrow import schema
from statedoc.schema import to_wire
from statedoc.testing import documents

FEW = settings(max_examples=15)
GOLDEN = [loads(path.read_bytes()) for path in sorted((Path(__file__).parent.parent / "golden").glob("documents/*"))]
FLAT = ("quotes", "agreements", "metrics", "actors", "speeches")
TABLES = ("documents", *FLAT)


@FEW
@given(st.lists(documents(), max_size=3))
def test_every_document_comes_back(several: list[Document]) -> None:
    data = dumps(several, "parquet")
    assert list(read_documents(data, "parquet")) == several
    assert list(read_documents(data)) == several  # its first bytes tell what it is


@FEW
@given(documents())
def test_every_table_is_that_of_arrow(document: Document) -> None:
    for table in FLAT:
        found = pq.read_table(io.BytesIO(dumps(document, "parquet", table=table)))
        found.validate(full=True)
        assert found.schema.equals(schema(table), check_metadata=False)
        assert found.schema.metadata == schema(table).metadata
        assert found.equals(pa.ipc.open_stream(dumps(document, "arrow", table=table)).read_all())


def test_golden_documents_come_back(tmp_path: Path) -> None:
    dump(GOLDEN, tmp_path / "golden.parquet")
    assert list(read_documents(tmp_path / "golden.parquet")) == GOLDEN
    dump(DOCUMENT, tmp_path / "one.parquet")
    assert load(tmp_path / "one.parquet") == DOCUMENT


def test_what_columns_are_is_told_in_the_file() -> None:
    fields = pq.read_schema(io.BytesIO(dumps(DOCUMENT, "parquet", table="metrics")))
    assert fields.field("value").metadata[b"description"] == b"a decimal number, exact"


@pytest.mark.parametrize("table", TABLES)
def test_polars_reads_every_table(table: str) -> None:
    frame = polars.read_parquet(io.BytesIO(dumps(GOLDEN, "parquet", table=table)))
    assert frame.to_dicts() == pa.ipc.open_stream(dumps(GOLDEN, "arrow", table=table)).read_all().to_pylist()


def test_what_polars_writes_is_read_back(tmp_path: Path) -> None:
    polars.read_parquet(io.BytesIO(dumps(GOLDEN, "parquet"))).write_parquet(tmp_path / "polars.parquet")
    assert list(read_documents(tmp_path / "polars.parquet")) == GOLDEN


def test_databases_join_what_was_said_with_what_was_claimed(tmp_path: Path) -> None:
    for table in TABLES:
        dump(GOLDEN, tmp_path / f"{table}.parquet", table=table)
    asked = duckdb.connect()
    for table in TABLES:
        asked.execute(f"create view {table} as from read_parquet('{tmp_path / table}.parquet')")
    counts = dict(asked.execute("select document_id, count(*) from quotes group by all").fetchall())
    assert counts == {document.id: len(document.quotes) for document in GOLDEN if document.quotes}
    joined = asked.execute(
        'select m.document_id, m.id, q.text = m.quote_text, q.start, q."end" from metrics m '
        "join quotes q on q.document_id = m.document_id and q.id = m.quote_id order by all"
    ).fetchall()
    expected = [
        (document.id, metric.id, True, quote.hull.start, quote.hull.end)
        for document in GOLDEN
        for metric in document.metrics
        if metric.quote and (quote := document.quote(metric.quote))
    ]
    assert joined == sorted(expected)
    assert len(joined) > 20
    sums = asked.execute("select sum(value::decimal(38, 6)) from metrics").fetchone()
    values = [metric.quantity.value for document in GOLDEN for metric in document.metrics if metric.quantity.value]
    assert sums == (sum(values),)
    # the words of a nested record, by its own offsets, which begin at 0 here and at 1 in SQL
    told = asked.execute(
        'select substring(text, m.span.start + 1, m.span."end" - m.span.start) from documents, unnest(metrics) as t(m)'
    ).fetchall()
    assert sorted(told) == sorted((each.span.of(doc.text),) for doc in GOLDEN for each in doc.metrics)


@FEW
@given(documents())
def test_databases_read_hard_text(document: Document) -> None:
    frame = polars.read_parquet(io.BytesIO(dumps(document, "parquet", table="quotes")))
    with duckdb.connect() as asked:
        asked.register("quotes", frame.to_arrow())
        told = asked.execute("select id, text from quotes order by id").fetchall()
    assert [row[0] for row in told] == [quote.id for quote in document.quotes]


# --- What is wrong ----------------------------------------------------------------------------------------------------


def test_unknown_tables_tell_the_known() -> None:
    with pytest.raises(UnknownNameError, match="'people'; there are: documents, quotes"):
        dumps(DOCUMENT, "parquet", table="people")


def test_other_tables_are_not_read_as_documents() -> None:
    with pytest.raises(UnreadableInputError, match="the table 'quotes', which does not keep everything"):
        list(read_documents(dumps(DOCUMENT, "parquet", table="quotes")))
    sink = io.BytesIO()
    pq.write_table(pa.table({"id": ["1"], "text": ["a"]}), sink)
    with pytest.raises(UnreadableInputError, match="no column schema_version"):
        list(read_documents(sink.getvalue()))


def test_a_broken_document_costs_itself() -> None:
    sink = io.BytesIO()
    wires = [to_wire(DOCUMENT), {**to_wire(DOCUMENT), "quotes": []}, to_wire(EMPTY)]
    pq.write_table(pa.Table.from_pylist(wires, schema=schema("documents")), sink)
    first, failure, last = read_documents(sink.getvalue())
    assert (first, last) == (DOCUMENT, EMPTY)
    assert isinstance(failure, Failure)
    assert 'no quote "q1" in this document' in str(failure)


def test_a_lone_surrogate_is_told_and_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(StatedocError, match=r"the document 'empty' has a lone surrogate \(U\+D800\)"):
        dump([DOCUMENT, attrs.evolve(EMPTY, text="\ud800")], tmp_path / "documents.parquet")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"x" * 100 + b"PAR1"], ids=ascii)
def test_what_is_no_file_of_it_is_told(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match="not a Parquet file"):
        list(read_documents(data, "parquet"))
    path = tmp_path / "documents.parquet"
    path.write_bytes(data)
    with pytest.raises(UnreadableInputError, match=r"documents\.parquet: not a Parquet file"):
        list(read_documents(path))


def test_a_file_cut_off_is_told() -> None:
    whole = dumps([DOCUMENT, EMPTY], "parquet")
    for end in range(0, len(whole), 997):
        with pytest.raises(UnreadableInputError, match="not a Parquet file"):
            list(read_documents(whole[:end], "parquet"))


# --- Memory -----------------------------------------------------------------------------------------------------------


def test_two_thousand_documents_pass_in_bounded_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_ROW_GROUP", 4 << 20)
    long = attrs.evolve(DOCUMENT, text=TEXT + "ё" * 10_000)
    held: list[int] = []

    def given_one_by_one() -> Iterator[Document]:
        before = pa.total_allocated_bytes()
        for number in range(2_000):
            held.append(pa.total_allocated_bytes() - before)
            yield attrs.evolve(long, id=f"d{number}")

    path = tmp_path / "documents.parquet"
    dump(given_one_by_one(), path)
    assert max(held) < 20_000_000  # of more than 40,000,000 bytes of text
    assert pq.ParquetFile(path).num_row_groups == 10
    before = pa.total_allocated_bytes()
    most = 0
    for count, document in enumerate(read_documents(path)):
        assert isinstance(document, Document)
        assert document.id == f"d{count}"
        most = max(most, pa.total_allocated_bytes() - before)
    assert count == 1_999
    assert most < 20_000_000
