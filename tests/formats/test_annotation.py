"""annotation: what other programs see of the records, by the W3C's own assertions and by a JSON-LD processor."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker
from pyld import jsonld
from referencing import Registry
from referencing.jsonschema import DRAFT4
from rfc3986_validator import validate_rfc3986
from tests.formats.samples import DOCUMENT, EMPTY, TEXT
from tests.formats.standards import GOLDEN, HOSTILE, check_page, golden, hostile, read, schemas

from statedoc import Document, Metadata, Producer, StatedocError, dump, dumps, loads
from statedoc.formats._identifiers import article_uri, record_uri, web_uri
from statedoc.schema import to_wire
from statedoc.testing import documents

KINDS = ("actors", "speeches", "quotes", "agreements", "metrics")
# The terms that are used, as the vocabulary's own context maps them.
CONTEXT = {
    "@vocab": "http://www.w3.org/ns/oa#",
    "id": "@id",
    "type": "@type",
    "body": "hasBody",
    "target": {"@id": "hasTarget", "@type": "@id"},
    "source": {"@id": "hasSource", "@type": "@id"},
    "selector": "hasSelector",
    "motivation": {"@id": "motivatedBy", "@type": "@vocab"},
    "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@container": "@list"},
}


def collection(document: Document, **options: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dumps(document, "annotation", **options))
    return found


def annotations(document: Document, **options: Any) -> list[dict[str, Any]]:
    """Each annotation under the context that it stands in."""
    found = collection(document, **options)
    items = found["first"]["items"] if "first" in found else []
    return [{"@context": found["@context"], **each} for each in items]


# Of what an annotation may have, this is what ours have: a word that is misspelt is not recognised here.
IMPLEMENTED = (
    "annotations/3.3.5-annotationSingleMotivationImplemented.json",
    "annotations/bodiesTargets/3.2.1-bodySingleFormat.json",
    "annotations/bodiesTargets/3.2.4-bodyETBTypeTextualBody.json",
    "annotations/bodiesTargets/3.3.5-bodyPurpose.json",
    "annotations/bodiesTargets/4-targSpecificResource.json",
    "annotations/specificResource/4.2.4-prefix.json",
    "annotations/specificResource/4.2.4-suffix.json",
    "annotations/specificResource/4.2.5-textPositionSelector.json",
)


@cache
def assertions() -> dict[str, Draft4Validator]:
    """What an annotation must be, by the name of the assertion, and what ours are besides."""
    folder = schemas("webannotation")
    registry: Registry[Any] = Registry().with_resources(
        (path.name, DRAFT4.create_resource(read(path))) for path in folder.glob("definitions/*.json")
    )
    musts = read(folder / "annotations" / "annotationMusts.test")["assertions"]
    dialect = FormatChecker()
    return {
        name: Draft4Validator(read(folder / name), registry=registry, format_checker=dialect)
        for name in (*musts, *IMPLEMENTED)
    }


def broken(annotation: dict[str, Any]) -> list[str]:
    return [name for name, validator in assertions().items() if not validator.is_valid(annotation)]


def broken_musts(annotation: dict[str, Any]) -> list[str]:
    return [name for name in broken(annotation) if name not in IMPLEMENTED]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_golden_documents_break_no_must(path: Path) -> None:
    for kind in KINDS:
        # those with the most pieces: the others differ from them in nothing that an assertion looks at
        found = sorted(annotations(golden(path), kinds=kind), key=lambda each: -len(each["target"]))
        assert found or kind not in ("actors", "quotes", "metrics")
        for annotation in found[:2]:
            assert broken(annotation) == []


@settings(max_examples=20)
@given(documents())
def test_no_document_breaks_a_must(document: Document) -> None:
    for annotation in annotations(document):
        assert broken_musts(annotation) == []


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"@context": "https://schema.org"}, "annotations/3.1-annotationContextValidated.json"),
        ({"id": "not a URI"}, "annotations/3.1-annotationIdValidated.json"),
        ({"target": []}, "annotations/3.1-targetKeyFound.json"),
        ({"target": {"source": "not a URI"}}, "annotations/3.2-targetObjectsRecognized.json"),
    ],
    ids=["context", "id", "no target", "target"],
)
def test_broken_musts_are_seen(change: dict[str, Any], name: str) -> None:
    (annotation, *_) = annotations(DOCUMENT)
    if name.endswith("KeyFound.json"):
        del annotation["target"]
        change = {}
    assert name in broken(annotation | change)


def test_a_selector_of_the_wrong_shape_is_seen() -> None:
    (annotation, *_) = annotations(DOCUMENT)
    del annotation["target"][0]["selector"][0]["exact"]
    assert "annotations/specificResource/4.2.4-textQuoteSelectorValid.json" in broken(annotation)


@settings(max_examples=25)
@given(documents())
def test_every_selector_leads_to_its_words(document: Document) -> None:
    for annotation in annotations(document):
        for target in annotation["target"] if isinstance(annotation["target"], list) else []:
            quote, position = target["selector"]
            start, end = position["start"], position["end"]
            assert document.text[start:end] == quote["exact"]
            assert document.text[:start].endswith(quote["prefix"])
            assert len(quote["prefix"]) == min(32, start)
            assert document.text[end:].startswith(quote["suffix"])
            assert len(quote["suffix"]) == min(32, len(document.text) - end)


@settings(max_examples=25)
@given(documents())
def test_every_record_is_kept_in_the_wire_form(document: Document) -> None:
    wire = to_wire(document)
    kept = [json.loads(each["body"][2]["value"]) for each in annotations(document)]
    assert kept == [record for kind in KINDS for record in wire[kind]]


def test_positions_are_code_points() -> None:
    (quote, _) = annotations(DOCUMENT, kinds="quotes")
    start = quote["target"][0]["selector"][1]["start"]
    assert "\U0001f600" in TEXT[:start]
    assert TEXT[start:].startswith("Мы откроем")


def test_what_people_read() -> None:
    assert [each["body"][0]["value"] for each in annotations(DOCUMENT)] == [
        "Анна Ким; person; министр",
        "Япония; state",
        "Перу; state",
        "press conference; speakers: Анна Ким; Самарканд; 2025-03-03",
        "direct quote; speakers: Анна Ким",
        "indirect quote; via: Япония",
        "Договор о дружбе; treaty; in force; parties: Япония, Перу; 1999",
        "> 30 школа; claimed by: Анна Ким",
        "5..7 %; экспорт; increase; of: Перу",
        "<= 50000000000 USD",
    ]
    assert annotations(DOCUMENT)[0]["body"][1]["value"] == "actors/person"


def test_several_pieces_are_several_targets() -> None:
    assert [len(each["target"]) for each in annotations(DOCUMENT, kinds="actors")] == [2, 1, 1]


def test_an_actor_without_a_mention_is_told_of_the_article() -> None:
    actor = attrs.evolve(DOCUMENT.actors[1], mentions=())
    (annotation,) = annotations(attrs.evolve(EMPTY, actors=(actor,)))
    assert annotation["target"] == "urn:statedoc:empty"


def test_a_collection_of_nothing_has_no_page() -> None:
    assert collection(EMPTY)["total"] == 0
    assert "first" not in collection(EMPTY)


@pytest.mark.parametrize("kinds", ["metrics", ["metrics", "actors"], ("actors", "metrics"), [], KINDS])
def test_kinds_are_chosen(kinds: str | list[str]) -> None:
    chosen = [kind for kind in KINDS if kind in ([kinds] if isinstance(kinds, str) else kinds)]
    found = annotations(DOCUMENT, kinds=kinds)
    assert [each["id"] for each in found] == [
        record_uri(DOCUMENT, record.id) for kind in chosen for record in getattr(DOCUMENT, kind)
    ]
    assert collection(DOCUMENT, kinds=kinds)["total"] == len(found)


@pytest.mark.parametrize("kinds", ["quote", ["quotes", "speech"], [7]])
def test_unknown_kinds_tell_the_known(kinds: Any) -> None:
    with pytest.raises(StatedocError, match="there are: actors, speeches, quotes, agreements, metrics"):
        dumps(DOCUMENT, "annotation", kinds=kinds)


def test_a_processor_sees_the_annotations() -> None:
    found = {**collection(DOCUMENT), "@context": CONTEXT}
    oa = CONTEXT["@vocab"]
    graph = jsonld.flatten(found)
    annotated = [node for node in graph if f"{oa}Annotation" in node.get("@type", ())]
    assert {node["@id"] for node in annotated} == {each["id"] for each in annotations(DOCUMENT)}
    sources = {node[f"{oa}hasSource"][0]["@id"] for node in graph if f"{oa}hasSource" in node}
    assert sources == {"https://example.org/1"}
    # what stands inside a record never becomes a statement of the graph
    assert not any("a1" in node["@id"] for node in graph if node["@id"] != record_uri(DOCUMENT, "a1"))


def test_the_rest_of_the_document_is_dropped() -> None:
    other = attrs.evolve(
        DOCUMENT, text=f"{TEXT} Конец.", article=attrs.evolve(DOCUMENT.article, publisher="Газета", language="en")
    )
    assert annotations(other, kinds="quotes") == annotations(DOCUMENT, kinds="quotes")


def test_hostile_text_breaks_no_must() -> None:
    for annotation in annotations(hostile()):
        assert broken_musts(annotation) == []


def test_hostile_text_is_told_as_it_is() -> None:
    document = hostile()
    (actor, *_) = annotations(document, kinds="actors")
    assert HOSTILE in actor["body"][0]["value"]
    (quote, _) = annotations(document, kinds="quotes")
    assert quote["target"][0]["selector"][0]["exact"] == HOSTILE
    assert quote["target"][0]["source"].startswith("urn:statedoc:%3C%2Fscript")


@pytest.mark.parametrize("indent", [False, True])
def test_a_lone_surrogate_is_refused_for_people(indent: bool) -> None:
    document = Document(id="d", text="\ud800", producer=Producer(name="me", version="1"))
    spoken = attrs.evolve(hostile("\ud800"), id="d")
    assert collection(document, indent=indent)["total"] == 0  # the text itself is not written
    for refused in (spoken, attrs.evolve(spoken, actors=(), speeches=(), agreements=(), metrics=())):
        with pytest.raises(StatedocError, match="lone surrogate"):
            dumps(refused, "annotation", indent=indent)


@pytest.mark.parametrize(
    ("url", "uri"),
    [
        ("https://example.org/1", "https://example.org/1"),
        ("HTTP://u:p@example.org:80/a//b?c=d/e#f?", "HTTP://u:p@example.org:80/a//b?c=d/e#f?"),
        ("https://example.org", "https://example.org"),
        ("https://новости.example/а б", "https://%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8.example/%D0%B0%20%D0%B1"),
        ("urn:newsml:example.org:2025:1", "urn:newsml:example.org:2025:1"),
        ("tag:example.org,2025:1", "tag:example.org,2025:1"),
        ("javascript:alert(1)", None),
        ("data:text/html,1", None),
        ("example.org/1", None),
        ("https://", None),
        ("https://example.org:port/", None),
        ("https://example.org/100%", None),
        ("https://example.org/a#b#c", None),
        ("https://[::1", None),
        ("  ", None),
        (None, None),
    ],
)
def test_addresses(url: str | None, uri: str | None) -> None:
    assert web_uri(url) == uri
    document = attrs.evolve(EMPTY, article=Metadata(url=url))
    assert article_uri(document) == (uri or "urn:statedoc:empty")


@given(st.text() | st.from_regex(r"\A(https?|urn|tag):(//)?[!-~]{1,20}\Z"))
def test_what_is_taken_for_an_address_is_a_uri(url: str) -> None:
    assert web_uri(url) is None or validate_rfc3986(web_uri(url))


def test_identifiers_are_told_apart() -> None:
    def named(id: str) -> Document:
        return attrs.evolve(EMPTY, id=id)

    pairs = [("a", "b:c"), ("a:b", "c"), ("a%3Ab", "c"), ("a", "b%3Ac"), ("a#b", "c"), ("a/b", "c")]
    assert len({record_uri(named(document), record) for document, record in pairs}) == len(pairs)


def test_it_cannot_be_read_back(tmp_path: Path) -> None:
    path = tmp_path / "visit.annotations.json"
    dump(DOCUMENT, path)
    assert path.read_bytes() == dumps(DOCUMENT, "annotation")
    with pytest.raises(StatedocError, match="'annotation' cannot be read back"):
        loads(path.read_bytes(), "annotation")
    with pytest.raises(StatedocError, match="holds one document"):
        dumps([DOCUMENT, EMPTY], "annotation")
    with pytest.raises(StatedocError, match="its options: kinds, indent"):
        dumps(DOCUMENT, "annotation", colour=True)


def test_the_page_is_true(monkeypatch: pytest.MonkeyPatch) -> None:
    check_page("annotation", monkeypatch)
