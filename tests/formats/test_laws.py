"""What holds for any document at all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from statedoc import Document, dumps, loads
from statedoc import documents as read_documents
from statedoc.testing import documents

FEW = settings(max_examples=25)  # a document is large, and what it is made of has laws of its own


@FEW
@given(documents(), st.booleans())
def test_json_keeps_every_document(document: Document, indent: bool) -> None:
    assert loads(dumps(document, "json", indent=indent)) == document
    assert list(read_documents(dumps(document, "json", indent=indent))) == [document]


@FEW
@given(st.lists(documents(), max_size=3))
def test_jsonl_keeps_every_document(several: list[Document]) -> None:
    assert list(read_documents(dumps(several, "jsonl"), "jsonl")) == several


@FEW
@given(documents(), st.integers(40, 120))
def test_every_document_has_a_summary_that_keeps_to_its_width(document: Document, width: int) -> None:
    shown = dumps(document, "summary", width=width).decode()
    assert shown.endswith("\n")
    for line in shown.split("\n"):
        assert len(line) <= width
        assert line.isprintable()
