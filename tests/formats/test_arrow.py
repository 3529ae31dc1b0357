"""Arrow: whole documents come back as they were, and other programs read every table."""

import datetime as dt
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
import polars
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.samples import DOCUMENT, EMPTY, TEXT

from statedoc import (
    Document,
    Failure,
    InvalidDocumentError,
    Metadata,
    MissingExtraError,
    Producer,
    StatedocError,
    UnknownNameError,
    UnreadableInputError,
    dump,
    dumps,
    loads,
)
from statedoc import documents as read_documents
from statedoc.formats.arrow import schema
from statedoc.schema import to_wire
from statedoc.testing import documents

FEW = settings(max_examples=20)
GOLDEN = [loads(path.read_bytes()) for path in sorted((Path(__file__).parent.parent / "golden").glob("documents/*"))]
FLAT = ("quotes", "agreements", "metrics", "actors", "speeches")
TABLES = ("documents", *FLAT)


def table_of(given: Document | Iterable[Document], table: str) -> pa.Table:
    read = pa.ipc.open_stream(dumps(given, "arrow", table=table)).read_all()
    read.validate(full=True)
    return read


def rows(table: str, given: Document = DOCUMENT) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = table_of(given, table).to_pylist()
    return found


def stream_of(found: pa.Table) -> bytes:
    sink = io.BytesIO()
    with pa.ipc.new_stream(sink, found.schema) as writer:
        writer.write_table(found)
    return sink.getvalue()


# --- Whole documents --------------------------------------------------------------------------------------------------


@FEW
@given(st.lists(documents(), max_size=3))
def test_every_document_comes_back(several: list[Document]) -> None:
    data = dumps(several, "arrow")
    assert list(read_documents(data, "arrow")) == several
    assert list(read_documents(data)) == several  # its first bytes tell what it is


@FEW
@given(documents())
def test_every_table_of_every_document_keeps_to_its_schema(document: Document) -> None:
    for table in FLAT:
        found = table_of(document, table)
        assert found.schema.equals(schema(table), check_metadata=True)
        assert found["id"].to_pylist() == [record.id for record in getattr(document, table)]
        assert set(found["document_id"].to_pylist()) <= {document.id}


def test_golden_documents_come_back() -> None:
    assert len(GOLDEN) > 10
    assert list(read_documents(dumps(GOLDEN, "arrow"))) == GOLDEN


def test_cells_of_documents_are_the_wire_form() -> None:
    (row,) = rows("documents")
    assert row.pop("published_day") == dt.date(2025, 3, 4)
    assert row == to_wire(DOCUMENT)
    assert row["metrics"][2]["quantity"]["value"] == "50000000000"


@pytest.mark.parametrize("suffix", [".arrow", ".arrows"])
def test_suffix_tells_the_format(tmp_path: Path, suffix: str) -> None:
    dump([DOCUMENT, EMPTY], tmp_path / f"documents{suffix}")
    assert list(read_documents(tmp_path / f"documents{suffix}")) == [DOCUMENT, EMPTY]


# --- Flat tables ------------------------------------------------------------------------------------------------------


def test_a_quote_can_be_read_by_itself() -> None:
    direct, indirect = rows("quotes")
    start = TEXT.index("Мы откроем")
    assert direct == {
        "document_id": "samarkand",
        "url": "https://example.org/1",
        "article_title": "Встреча в Самарканде",
        "publisher": "Вестник",
        "published": "2025-03-04",
        "published_day": dt.date(2025, 3, 4),
        "language": "ru",
        "id": "q1",
        "kind": "direct",
        "text": "Мы откроем более 30 школ",
        "start": start,
        "end": start + 24,
        "speaker_ids": ["a1"],
        "speaker_names": ["Анна Ким"],
        "speaker_countries": [None],
        "source": "министр Анна Ким",
        "cue": "заявила",
        "cue_lemma": "заявить",
        "cue_class": "neutral",
        "via_ids": [],
        "via_names": [],
        "via_countries": [],
        "addressee_ids": [],
        "addressee_names": [],
        "addressee_countries": [],
        "speech_id": "s1",
        "speech_kind": "press_conference",
        "within": None,
        "rule": "test.quote",
    }
    assert (indirect["via_names"], indirect["via_countries"]) == (["Япония"], ["JP"])
    assert (indirect["source"], indirect["cue"], indirect["speech_kind"]) == (None, None, None)


def test_pieces_of_a_quote_are_joined() -> None:
    first, second = DOCUMENT.quotes[0], DOCUMENT.quotes[1]
    broken = attrs.evolve(first, content=(*first.content, *second.content))
    told, _ = rows("quotes", attrs.evolve(DOCUMENT, quotes=(broken, second)))
    assert told["text"] == "Мы откроем более 30 школ … экспорт вырос на 5–7 %"


def test_an_agreement_can_be_read_by_itself() -> None:
    (told,) = rows("agreements")
    assert told["title"] == told["words"] == "Договор о дружбе"
    assert (told["party_names"], told["party_countries"]) == (["Япония", "Перу"], ["JP", "PE"])
    assert (told["status"], told["date"], told["date_words"]) == ("in_force", "1999", "1999")
    assert (told["date_first_day"], told["date_last_day"]) == (dt.date(1999, 1, 1), dt.date(1999, 12, 31))
    assert (told["events"], told["event_dates"]) == (["signed", "in_force"], ["1999", "2001"])
    assert told["event_words"] == ["подписали", "в силу он вступил"]


def test_a_metric_can_be_read_by_itself() -> None:
    count, percent, money = rows("metrics")
    assert (count["value"], count["value_float"], count["comparator"], count["counted"]) == ("30", 30.0, ">", "школа")
    assert (count["claimed_by_names"], count["quote_id"]) == (["Анна Ким"], "q1")
    assert count["quote_text"] == "Мы откроем более 30 школ"
    assert "«Мы откроем более 30 школ», — заявила" in count["context"]
    assert (percent["value"], percent["low"], percent["high_float"], percent["unit"]) == (None, "5", 7.0, "%")
    assert (percent["period"], percent["period_first_day"], percent["period_words"]) == (None, None, "3 марта")
    assert money["value"] == "50000000000"


def test_an_actor_and_a_speech_can_be_read_by_themselves() -> None:
    minister, *_ = rows("actors")
    assert (minister["name"], minister["kind"], minister["roles"]) == ("Анна Ким", "person", ["министр"])
    assert (minister["role_organizations"], minister["role_countries"]) == ([None], [None])
    assert (minister["mentions"], minister["mentions_name"], minister["mentions_pronoun"]) == (2, 1, 1)
    (speech,) = rows("speeches")
    assert (speech["speaker_names"], speech["place"], speech["quote_ids"]) == (["Анна Ким"], "Самарканд", ["q1"])
    assert (speech["words"], speech["date_first_day"]) == ("на брифинге", dt.date(2025, 3, 3))


def test_the_day_of_publication_is_that_of_its_own_clock() -> None:
    late = dt.datetime(1, 1, 1, 0, 30, tzinfo=dt.timezone(dt.timedelta(hours=5)))  # in UTC there is no such year
    document = attrs.evolve(DOCUMENT, article=Metadata(published=late))
    told, _ = rows("quotes", document)
    assert (told["published"], told["published_day"]) == ("0001-01-01T00:30:00+05:00", dt.date(1, 1, 1))
    assert list(read_documents(dumps(document, "arrow"))) == [document]


@pytest.mark.parametrize("table", TABLES)
def test_schemas_tell_what_they_are(table: str) -> None:
    of = schema(table)
    assert of.metadata == {b"statedoc.table": table.encode(), b"statedoc.schema_version": b"1.0"}
    assert any(field.metadata and b"description" in field.metadata for field in of)
    assert len(set(of.names)) == len(of.names)


@pytest.mark.parametrize("table", TABLES)
def test_no_documents_are_an_empty_table(table: str) -> None:
    assert table_of([], table).schema.equals(schema(table))
    assert table_of([], table).num_rows == 0


@pytest.mark.parametrize("table", TABLES)
def test_polars_reads_every_table(table: str) -> None:
    frame = polars.read_ipc_stream(io.BytesIO(dumps(GOLDEN, "arrow", table=table)))
    assert frame.to_dicts() == table_of(GOLDEN, table).to_pylist()
    assert frame.height > len(GOLDEN) / 2


def test_what_polars_writes_is_read_back() -> None:
    written = io.BytesIO()
    polars.read_ipc_stream(io.BytesIO(dumps(GOLDEN, "arrow"))).write_ipc_stream(written)
    assert list(read_documents(written.getvalue(), "arrow")) == GOLDEN


# --- What is wrong ----------------------------------------------------------------------------------------------------


def test_unknown_tables_tell_the_known() -> None:
    told = "'people'; there are: documents, quotes, agreements, metrics, actors, speeches"
    with pytest.raises(UnknownNameError, match=told):
        dumps(DOCUMENT, "arrow", table="people")
    with pytest.raises(UnknownNameError, match=told):
        schema("people")
    with pytest.raises(UnknownNameError, match="there are: documents"):
        schema(["quotes"])  # type: ignore[arg-type]
    with pytest.raises(StatedocError, match="no option 'tabel'; its options: table"):
        dumps(DOCUMENT, "arrow", tabel="quotes")


@pytest.mark.parametrize("table", FLAT)
def test_other_tables_are_not_read_as_documents(table: str) -> None:
    data = dumps(DOCUMENT, "arrow", table=table)
    with pytest.raises(UnreadableInputError, match=f"the table '{table}', which does not keep everything"):
        list(read_documents(data))
    anonymous = pa.ipc.open_stream(data).read_all().replace_schema_metadata(None)
    with pytest.raises(UnreadableInputError, match="no column schema_version"):
        list(read_documents(stream_of(anonymous)))


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("place", ["text", "article"])
def test_a_lone_surrogate_is_told_with_its_document(table: str, place: str) -> None:
    name = attrs.evolve(DOCUMENT.actors[0], name="Анна \ud800")
    changed: dict[str, Any] = {"actors": (name, *DOCUMENT.actors[1:])} if place == "text" else {}
    bad = attrs.evolve(DOCUMENT, id="bad\udfff", article=Metadata(title="\ud800"), **changed)
    with pytest.raises(StatedocError, match=r"the document 'bad\\udfff' has a lone surrogate \(U\+D[8F]..\)"):
        dumps([DOCUMENT, bad, DOCUMENT], "arrow", table=table)


def test_a_broken_document_costs_itself() -> None:
    wires = [to_wire(DOCUMENT), {**to_wire(DOCUMENT), "id": ""}, to_wire(EMPTY)]
    found = pa.Table.from_pylist(wires, schema=schema("documents"))
    first, failure, last = read_documents(stream_of(found))
    assert (first, last) == (DOCUMENT, EMPTY)
    assert isinstance(failure, Failure)
    assert failure.position == 1
    assert isinstance(failure.error, InvalidDocumentError)
    assert failure.error.faults[0].path == "id"


def test_columns_that_are_not_known_are_faults() -> None:
    found = table_of(DOCUMENT, "documents").append_column("mood", pa.array(["good"]))
    (failure,) = read_documents(stream_of(found))
    assert isinstance(failure, Failure)
    assert "mood" in str(failure)


def replaced(found: pa.Table, name: str, column: pa.Array) -> pa.Table:
    index = found.schema.get_field_index(name)
    return found.set_column(index, pa.field(name, column.type), column)


def not_utf8() -> pa.Array:
    return pa.Array.from_buffers(pa.string(), 2, pa.array([b"ok", b"\xff\xfe"], pa.binary()).buffers())


def far_offsets() -> pa.Array:
    offsets = pa.array([0, 1 << 30, 2], pa.int32()).buffers()[1]  # only the first and the last are checked of itself
    return pa.Array.from_buffers(pa.string(), 2, [None, offsets, pa.py_buffer(b"ok")])


def test_bytes_that_are_no_text_cost_their_row() -> None:
    found = replaced(table_of([EMPTY, EMPTY], "documents"), "text", not_utf8())
    good, failure = read_documents(stream_of(found), "arrow")
    assert isinstance(good, Document)
    assert good.text == "ok"
    assert isinstance(failure, Failure)
    assert failure.position == 1
    assert isinstance(failure.error, UnreadableInputError)


def test_offsets_are_not_followed_out_of_the_buffer() -> None:
    found = replaced(table_of([EMPTY, EMPTY], "documents"), "text", far_offsets())
    for failure in read_documents(stream_of(found), "arrow"):
        assert isinstance(failure, Failure)
        assert "the row cannot be read" in str(failure)


def test_names_that_are_no_text_are_told() -> None:
    data = dumps(EMPTY, "arrow").replace(b"speeches\0", b"speech\xff\xfes\0"[:8] + b"\0")
    with pytest.raises(UnreadableInputError, match="name is not UTF-8"):
        list(read_documents(data, "arrow"))


def test_two_columns_of_one_name_are_told() -> None:
    found = table_of(EMPTY, "documents")
    with pytest.raises(UnreadableInputError, match="two columns have the same name"):
        list(read_documents(stream_of(found.append_column("text", found["text"])), "arrow"))


def test_values_of_other_types_are_faults() -> None:
    found = table_of(DOCUMENT, "documents")
    for value in (pa.array([7]), pa.array([b"x"]), pa.array([[["x"]]]), pa.array([1 << 62], pa.timestamp("s"))):
        (failure,) = read_documents(stream_of(replaced(found, "text", value)), "arrow")
        assert isinstance(failure, Failure)


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff" * 40, b"ARROW1\0\0" + b"x" * 40], ids=ascii)
def test_what_is_no_stream_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableInputError, match="not an Arrow stream"):
        list(read_documents(data, "arrow"))


def test_what_stands_before_a_break_is_read() -> None:
    several = [attrs.evolve(DOCUMENT, id=f"d{number}") for number in range(150)]
    read = read_documents(dumps(several, "arrow")[:-10_000], "arrow")
    assert [next(read) for _ in range(100)] == several[:100]
    with pytest.raises(UnreadableInputError, match="broken after 100 documents: "):
        next(read)


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_stream_ends_in_an_error_of_ours(data: st.DataObject) -> None:
    whole = bytearray(dumps([DOCUMENT, EMPTY], "arrow"))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    try:
        for result in read_documents(cut, "arrow"):
            assert isinstance(result, Document | Failure)
    except UnreadableInputError:
        pass


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    data = dumps(DOCUMENT, "arrow")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for name in ("arrow", "parquet"):
        with pytest.raises(MissingExtraError, match=r'pip install "statedoc\[arrow\]"'):
            dumps(DOCUMENT, name)
        with pytest.raises(MissingExtraError, match=r'pip install "statedoc\[arrow\]"'):
            list(read_documents(data, name))


# --- Streams ----------------------------------------------------------------------------------------------------------


class Pipe:
    """Knows neither where it is nor how to go elsewhere."""

    def __init__(self, data: bytes = b"") -> None:
        self.written: list[bytes] = []
        self.read = io.BytesIO(data).read

    def write(self, data: bytes) -> int:
        self.written.append(data)
        return len(data)

    def seekable(self) -> bool:
        return False


@pytest.mark.parametrize("name", ["arrow", "parquet"])
def test_pipes_are_written_and_read(name: str) -> None:
    pipe = Pipe()
    dump([DOCUMENT, EMPTY], pipe, name)  # type: ignore[arg-type]
    data = b"".join(pipe.written)
    assert data == dumps([DOCUMENT, EMPTY], name)
    assert list(read_documents(Pipe(data), name)) == [DOCUMENT, EMPTY]  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["arrow", "parquet"])
def test_a_callers_stream_stays_open_and_may_start_in_its_middle(name: str) -> None:
    stream = io.BytesIO(b"before")
    stream.seek(0, io.SEEK_END)
    dump(DOCUMENT, stream, name)
    assert not stream.closed
    stream.seek(len(b"before"))
    assert list(read_documents(stream, name)) == [DOCUMENT]
    assert not stream.closed


class Waiting:
    """Documents, made as they are asked for, which notes the most bytes that Arrow held meanwhile."""

    def __init__(self, count: int) -> None:
        self.count, self.taken, self.most = count, 0, 0

    def __iter__(self) -> Iterator[Document]:
        before = pa.total_allocated_bytes()
        long = attrs.evolve(DOCUMENT, text=TEXT + "ё" * 10_000)
        for number in range(self.count):
            self.most = max(self.most, pa.total_allocated_bytes() - before)
            self.taken += 1
            yield attrs.evolve(long, id=f"d{number}")


def test_two_thousand_documents_pass_in_the_memory_of_a_few(tmp_path: Path) -> None:
    given = Waiting(2_000)
    path = tmp_path / "documents.arrow"
    dump(given, path)
    assert path.stat().st_size > 40_000_000  # the texts alone
    assert given.most < 10_000_000
    with path.open("rb") as stream:
        read = read_documents(stream, "arrow")
        assert isinstance(next(read), Document)
        assert stream.tell() < 10_000_000  # no further than it must
        assert 1 + sum(isinstance(each, Document) for each in read) == 2_000


def test_batches_are_written_as_they_fill() -> None:
    given = Waiting(450)
    taken: list[int] = []

    class Watching(io.BytesIO):
        def write(self, data: Any) -> int:
            taken.append(given.taken)
            return super().write(data)

    dump(given, Watching(), "arrow")
    assert set(taken) == {100, 200, 300, 400, 450}


def test_long_documents_close_a_batch_early() -> None:
    long = Document(id="d", text="a" * 1_500_000, producer=Producer(name="me", version="1"))
    assert [len(chunk) for chunk in table_of([long] * 5, "documents")["id"].chunks] == [2, 2, 1]
