"""jsonld: typed by schema.org's own vocabulary under a compiler, and read as a graph by a JSON-LD processor."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from pyld import jsonld
from tests.formats.samples import DOCUMENT, EMPTY, TEXT
from tests.formats.standards import GOLDEN, HOSTILE, check_page, golden, hostile

from statedoc import (
    ActorKind,
    AgreementStatus,
    Comparator,
    DateMention,
    Document,
    Metadata,
    Role,
    Span,
    StatedocError,
    dump,
    dumps,
    loads,
    parse_edtf,
)
from statedoc.testing import documents

SCHEMA = "https://schema.org/"
# The one property that schema.org's context reads as a reference and that is used here with a string.
CONTEXT = {"@vocab": SCHEMA, "url": {"@type": "@id"}, "legislationLegalForce": {"@type": "@id"}}


def article(document: Document, **options: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dumps(document, "jsonld", **options))
    return found


def mentioned(document: Document, id: str) -> dict[str, Any]:
    found = article(document)
    (node,) = (each for each in (*found["mentions"], *found["hasPart"]) if each["@id"].endswith(f":{id}"))
    return node


# --- The vocabulary's own types ---------------------------------------------------------------------------------------

Compiler = Callable[[list[bytes]], list[str]]


@pytest.fixture(scope="module")
def compiler(tmp_path_factory: pytest.TempPathFactory) -> Compiler:
    """What the TypeScript compiler has to say of articles, a file for each."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("schema-dts needs node and npm, and they are not installed")
    folder = tmp_path_factory.mktemp("schema-dts")
    (folder / "package.json").write_text('{"private": true, "type": "module"}', encoding="utf-8")
    install = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=0"]
    packages = ["schema-dts@2.1.0", "typescript@7.0.2"]
    try:
        run = subprocess.run(
            [*install, *packages], cwd=folder, capture_output=True, text=True, timeout=120, check=False
        )
    except subprocess.TimeoutExpired:
        pytest.skip("npm did not install schema-dts within two minutes")
    if run.returncode:
        pytest.skip(f"npm cannot install schema-dts here: {run.stderr.strip()[-200:]}")

    def compiled(articles: list[bytes]) -> list[str]:
        for path in folder.glob("*.ts"):
            path.unlink()
        for number, each in enumerate(articles):
            lines = (
                b'import type { NewsArticle, WithContext } from "schema-dts";',
                b"export const article: WithContext<NewsArticle> = " + each.strip() + b";",
            )
            (folder / f"article{number}.ts").write_bytes(b"\n".join(lines))
        names = [path.name for path in folder.glob("*.ts")]
        options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022", "--pretty", "false"]
        tsc = folder / "node_modules" / "typescript" / "bin" / "tsc"
        done = subprocess.run(
            ["node", str(tsc), *options, *names], cwd=folder, capture_output=True, text=True, check=False
        )
        errors = done.stdout.splitlines()
        assert bool(done.returncode) == bool(errors), done.stderr
        return errors

    return compiled


# The compiler takes a second for an article; the golden ones that are left out are like those that are not.
def test_golden_documents_are_typed(compiler: Compiler) -> None:
    short = sorted(GOLDEN, key=lambda path: path.stat().st_size)[:3]
    assert compiler([dumps(golden(path), "jsonld") for path in short]) == []


def test_every_document_is_typed(compiler: Compiler) -> None:
    drawn = [dumps(DOCUMENT, "jsonld"), dumps(EMPTY, "jsonld"), dumps(hostile(), "jsonld")]

    @settings(max_examples=10)
    @given(documents())
    def draw(document: Document) -> None:
        drawn.append(dumps(document, "jsonld", text=len(drawn) % 2 == 0))

    draw()
    assert compiler(drawn) == []


def test_what_the_vocabulary_does_not_know_is_seen(compiler: Compiler) -> None:
    small = attrs.evolve(DOCUMENT, speeches=(), agreements=(), metrics=DOCUMENT.metrics[1:2], quotes=())
    data = dumps(small, "jsonld")  # the compiler explains at length, so that a large one takes it long
    faults = [(b'"measuredProperty"', b'"measurdProperty"'), (b'"minValue":"5"', b'"minValue":"five"')]
    errors = compiler([data.replace(right, wrong) for right, wrong in faults])
    found = {line.partition("(")[0] for line in errors if "error TS" in line}
    assert found == {f"article{number}.ts" for number in range(len(faults))}


# --- The graph --------------------------------------------------------------------------------------------------------


def nodes(document: Document) -> dict[str, dict[str, Any]]:
    """Every node of the graph that a processor makes of a document, by its identifier."""
    graph = jsonld.flatten({**article(document), "@context": CONTEXT})
    return {node["@id"]: node for node in graph}


def records(graph: dict[str, dict[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    """Those of the nodes that are records of a document."""
    return [(each, node) for each, node in graph.items() if re.fullmatch("urn:statedoc:[^:]+:[^:]+", each)]


def references(node: dict[str, Any], name: str) -> list[str]:
    return [each["@id"] for each in node.get(SCHEMA + name, ())]


def test_a_processor_sees_every_record_once() -> None:
    graph = nodes(DOCUMENT)
    assert {each.rpartition(":")[2]: node["@type"][0].removeprefix(SCHEMA) for each, node in records(graph)} == {
        "a1": "Person",
        "a2": "Country",
        "a3": "Country",
        "s1": "Event",
        "q1": "Quotation",
        "q2": "Quotation",
        "g1": "Legislation",
        "m1": "Observation",
        "m2": "Observation",
        "m3": "Observation",
    }
    assert graph["https://example.org/1"]["@type"] == [f"{SCHEMA}NewsArticle"]


@settings(max_examples=20)
@given(documents())
def test_every_reference_leads_to_a_node(document: Document) -> None:
    graph = nodes(document)
    kinds = (document.actors, document.speeches, document.quotes, document.agreements, document.metrics)
    assert len(records(graph)) == sum(map(len, kinds))
    for node in graph.values():
        for name in node.keys() - {f"{SCHEMA}url", f"{SCHEMA}legislationLegalForce"}:
            # a node that is referred to and not described would not be in the graph
            assert all(each["@id"] in graph for each in node[name] if "@id" in each)


def test_who_spoke_is_a_reference() -> None:
    graph = nodes(DOCUMENT)
    quote = graph["urn:statedoc:samarkand:q1"]
    (speaker,) = references(quote, "spokenByCharacter")
    assert graph[speaker][f"{SCHEMA}name"] == [{"@value": "Анна Ким"}]
    assert references(quote, "recordedAt") == ["urn:statedoc:samarkand:s1"]


# --- What stands where ------------------------------------------------------------------------------------------------


def test_the_article() -> None:
    found = article(DOCUMENT)
    assert found["headline"] == "Встреча в Самарканде"
    assert found["url"] == found["@id"] == "https://example.org/1"
    assert found["datePublished"] == "2025-03-04"
    assert found["publisher"] == {"@type": "Organization", "name": "Вестник"}
    assert found["articleBody"] == TEXT
    assert "articleBody" not in article(DOCUMENT, text=False)


def test_nothing_is_told_of_what_is_not_known() -> None:
    assert article(EMPTY) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": "urn:statedoc:empty",
        "identifier": "empty",
    }


@pytest.mark.parametrize("url", ["urn:newsml:example.org:1", "javascript:alert(1)", "new.html"])
def test_only_a_web_address_is_a_url(url: str) -> None:
    assert "url" not in article(attrs.evolve(EMPTY, article=Metadata(url=url)))


@pytest.mark.parametrize(
    ("status", "force"),
    [
        (AgreementStatus.IN_FORCE, "https://schema.org/InForce"),
        (AgreementStatus.TERMINATED, "https://schema.org/NotInForce"),
        (AgreementStatus.SIGNED, None),
        (AgreementStatus.RATIFIED, None),
        (None, None),
    ],
)
def test_legal_force(status: AgreementStatus | None, force: str | None) -> None:
    agreement = attrs.evolve(DOCUMENT.agreements[0], status=status)
    node = mentioned(attrs.evolve(DOCUMENT, agreements=(agreement,)), "g1")
    assert node.get("legislationLegalForce") == force
    assert node.get("creativeWorkStatus") == status


@pytest.mark.parametrize(
    ("edtf", "date", "temporal"),
    [
        ("2025-10-14", "2025-10-14", None),
        ("1999", "1999", None),
        ("1999~", None, "1999~"),
        ("XXXX-05-04", None, "XXXX-05-04"),
        ("2025-01/2025-08", None, "2025-01/2025-08"),
    ],
)
def test_dates_that_are_not_iso_8601_stay_text(edtf: str, date: str | None, temporal: str | None) -> None:
    agreement = attrs.evolve(DOCUMENT.agreements[0], date=DateMention(edtf=parse_edtf(edtf)))
    metric = attrs.evolve(DOCUMENT.metrics[0], period=DateMention(edtf=parse_edtf(edtf)))
    document = attrs.evolve(DOCUMENT, agreements=(agreement,), metrics=(metric,))
    assert mentioned(document, "g1").get("legislationDate") == date
    assert mentioned(document, "g1").get("temporal") == temporal
    observation = mentioned(document, "m1")
    assert observation.get("observationDate") == date
    told = {each["name"]: each["value"] for each in observation["additionalProperty"]}
    assert told.get("period") == temporal


def test_the_ends_of_an_occasion() -> None:
    def ends(edtf: str) -> tuple[str | None, str | None]:
        speech = attrs.evolve(DOCUMENT.speeches[0], date=DateMention(edtf=parse_edtf(edtf)))
        node = mentioned(attrs.evolve(DOCUMENT, speeches=(speech,)), "s1")
        return node.get("startDate"), node.get("endDate")

    assert ends("2025-10-14") == ("2025-10-14", None)
    assert ends("2025-10/2025-11-02") == ("2025-10", "2025-11-02")
    assert ends("2025-10~/..") == (None, None)
    assert ends("../2025") == (None, "2025")


@pytest.mark.parametrize(
    ("comparator", "bounds"),
    [
        (Comparator.EQUAL, {"value": "30"}),
        (Comparator.ABOUT, {"value": "30"}),
        (Comparator.MORE, {"minValue": "30"}),
        (Comparator.AT_LEAST, {"minValue": "30"}),
        (Comparator.LESS, {"maxValue": "30"}),
        (Comparator.AT_MOST, {"maxValue": "30"}),
    ],
)
def test_bounds(comparator: Comparator, bounds: dict[str, str]) -> None:
    metric = DOCUMENT.metrics[0]
    changed = attrs.evolve(metric, quantity=attrs.evolve(metric.quantity, comparator=comparator))
    node = mentioned(attrs.evolve(DOCUMENT, metrics=(changed,)), "m1")
    assert node["value"] == {"@type": "QuantitativeValue", "unitText": "школа", **bounds}
    told = {each["name"]: each["value"] for each in node["additionalProperty"]}
    assert told.get("comparator", "=") == comparator


def test_figures_keep_their_digits() -> None:
    assert mentioned(DOCUMENT, "m3")["value"] == {
        "@type": "MonetaryAmount",
        "currency": "USD",
        "maxValue": "50000000000",
    }
    assert mentioned(DOCUMENT, "m2")["value"]["unitCode"] == "P1"


def test_states_have_their_code() -> None:
    assert mentioned(DOCUMENT, "a2") == {
        "@type": "Country",
        "@id": "urn:statedoc:samarkand:a2",
        "name": "Япония",
        "disambiguatingDescription": "state",
        "identifier": "JP",
    }


def test_roles() -> None:
    role = Role(title="посол", organization="a2", country="JP", span=Span(start=0, end=1))
    actor = attrs.evolve(DOCUMENT.actors[0], country="JP", roles=(role,), aliases=("Ким",))
    person = mentioned(attrs.evolve(DOCUMENT, actors=(actor, *DOCUMENT.actors[1:])), "a1")
    assert person["jobTitle"] == ["посол"]
    assert person["affiliation"] == [
        {"@type": "OrganizationRole", "roleName": "посол", "affiliation": {"@id": "urn:statedoc:samarkand:a2"}}
    ]
    assert person["address"] == {"@type": "PostalAddress", "addressCountry": "JP"}
    assert person["alternateName"] == ["Ким"]


@pytest.mark.parametrize("kind", ActorKind)
def test_parties_that_are_no_states_pass_it(kind: ActorKind) -> None:
    actors = (DOCUMENT.actors[0], attrs.evolve(DOCUMENT.actors[1], kind=kind), DOCUMENT.actors[2])
    node = mentioned(attrs.evolve(DOCUMENT, actors=actors), "g1")
    assert ("legislationPassedBy" in node) == (kind is not ActorKind.STATE)


def test_what_is_dropped() -> None:
    """Where the words stand, and how they were found, makes no difference to what is written."""
    bare = attrs.evolve(
        DOCUMENT,
        actors=tuple(attrs.evolve(each, mentions=()) for each in DOCUMENT.actors),
        quotes=tuple(attrs.evolve(each, cue=None, source=None, rule="other") for each in DOCUMENT.quotes),
    )
    assert bare != DOCUMENT
    assert dumps(bare, "jsonld") == dumps(DOCUMENT, "jsonld")


# --- Hostile text -----------------------------------------------------------------------------------------------------


class Page(HTMLParser):
    """The elements of a page, and the text of its script."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.script = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.script += data


@pytest.mark.parametrize("indent", [False, True])
def test_it_stands_in_a_script_element(indent: bool) -> None:
    data = dumps(hostile(), "jsonld", indent=indent).decode()
    assert "<" not in data
    page = Page()
    page.feed(f'<script type="application/ld+json">{data}</script>')
    page.close()
    assert page.elements == ["script"]
    found = json.loads(page.script)
    assert found["headline"] == found["articleBody"] == HOSTILE
    assert found["@id"].startswith("urn:statedoc:%3C%2Fscript%3E")


def test_a_lone_surrogate_is_refused_for_people() -> None:
    with pytest.raises(StatedocError, match="lone surrogate"):
        dumps(hostile("\ud800"), "jsonld")


def test_it_cannot_be_read_back(tmp_path: Path) -> None:
    path = tmp_path / "visit.jsonld"
    dump(DOCUMENT, path)
    assert path.read_bytes() == dumps(DOCUMENT, "jsonld")
    with pytest.raises(StatedocError, match="'jsonld' cannot be read back"):
        loads(path.read_bytes(), "jsonld")
    with pytest.raises(StatedocError, match="holds one document"):
        dumps([DOCUMENT, EMPTY], "jsonld")
    with pytest.raises(StatedocError, match="its options: text, indent"):
        dumps(DOCUMENT, "jsonld", body=False)


def test_the_page_is_true(monkeypatch: pytest.MonkeyPatch) -> None:
    check_page("jsonld", monkeypatch)
