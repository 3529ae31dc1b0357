"""ninjs: every document is a valid item by the IPTC's own schema."""

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from tests.formats.samples import DOCUMENT, EMPTY, TEXT
from tests.formats.standards import GOLDEN, HOSTILE, check_page, golden, hostile, read, schemas

from statedoc import ActorKind, DateMention, Document, StatedocError, dump, dumps, loads, parse_edtf
from statedoc.schema import to_wire
from statedoc.testing import documents


def item(document: Document, **options: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dumps(document, "ninjs", **options))
    return found


@cache
def validator() -> Draft202012Validator:
    # The schema refers to that of GeoJSON, which is not at hand and not needed: we tell of no coordinates.
    registry: Registry[Any] = Registry().with_resource(
        "https://geojson.org/schema/GeoJSON.json", DRAFT202012.create_resource({})
    )
    schema = read(schemas("ninjs") / "ninjs-schema_3.1.json")
    return Draft202012Validator(schema, registry=registry, format_checker=FormatChecker())


def faults(found: dict[str, Any]) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator().iter_errors(found)]


def test_the_validator_tells_right_from_wrong() -> None:
    right = sorted(schemas("ninjs").glob("examples/*.json"))
    wrong = sorted(schemas("ninjs").glob("not-valid/*.json"))
    assert right
    assert wrong
    # one of the examples has a word for its URI, which the schema allows to those who do not look at formats
    lenient = validator().evolve(format_checker=None)
    assert [path.name for path in right if not lenient.is_valid(read(path))] == []
    assert all(faults(read(path)) for path in wrong)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_golden_documents_are_valid(path: Path) -> None:
    found = item(golden(path))
    assert found["associations"]
    assert faults(found) == []


@settings(max_examples=30)
@given(documents())
def test_every_document_is_valid(document: Document) -> None:
    assert faults(item(document)) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [("uri", "no address"), ("versionCreated", "2025-03-04"), ("headline", "x"), ("bodies", [{"role": "main"}])],
)
def test_faults_are_seen(key: str, value: Any) -> None:
    found = item(DOCUMENT)
    assert faults(found) == []
    assert faults(found | {key: value})
    (first, *rest) = found["associations"]
    assert faults(found | {"associations": [first | {key: value}, *rest]})


@settings(max_examples=25)
@given(documents())
def test_every_record_is_kept(document: Document) -> None:
    wire = to_wire(document)
    found = item(document)
    kept = [json.loads(each["bodies"][-1]["value"]) for each in found.get("associations", ())]
    assert kept == [record for kind in ("speeches", "quotes", "agreements", "metrics") for record in wire[kind]]
    lists = ("people", "places", "organisations", "subjects", "infoSources")
    actors = [each for name in lists for each in found.get(name, ()) if "literal" in each]
    assert sorted(each["literal"] for each in actors) == sorted(actor.id for actor in document.actors)


def test_the_item() -> None:
    found = item(DOCUMENT)
    assert found["uri"] == "https://example.org/1"
    assert found["standard"]["version"] == "3.1"
    assert found["headlines"] == [{"contentType": "text/plain", "value": "Встреча в Самарканде"}]
    assert found["bodies"] == [{"contentType": "text/plain", "value": TEXT}]
    assert found["infoSources"] == [{"name": "Вестник", "role": "publisher"}]
    assert found["people"] == [
        {"name": "Анна Ким", "rel": "mentions", "uri": "urn:statedoc:samarkand:a1", "literal": "a1"}
    ]
    assert [place["uri"] for place in found["places"]] == [
        "http://cvx.iptc.org/iso3166-1a2/jp",
        "http://cvx.iptc.org/iso3166-1a2/pe",
    ]
    assert "bodies" not in item(DOCUMENT, text=False)


def test_the_associations() -> None:
    speech, quote, _, agreement, metric, *_ = item(DOCUMENT)["associations"]
    assert speech["type"] == "event"
    assert speech["eventDetails"] == {"dates": {"expectedStartDate": "2025-03-03"}}
    assert speech["people"][0]["rel"] == "speaker"
    assert quote["bodies"][0]["value"] == "Мы откроем более 30 школ"
    assert quote["rel"] == "direct"
    assert agreement["title"] == "Договор о дружбе"
    assert agreement["descriptions"] == [{"role": "status", "value": "in_force"}]
    assert agreement["events"][0] == {"name": "signed", "rel": "step", "literal": "1999"}
    assert [place["rel"] for place in agreement["places"]] == ["party", "party"]
    assert metric["descriptions"] == [{"role": "quantity", "value": "> 30"}]
    assert metric["altIds"] == [{"role": "metrics", "value": "m1"}]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (ActorKind.PERSON, "people"),
        (ActorKind.STATE, "places"),
        (ActorKind.ORGANIZATION, "organisations"),
        (ActorKind.OFFICE, "organisations"),
        (ActorKind.GROUP, "subjects"),
        (ActorKind.UNNAMED, "infoSources"),
    ],
)
def test_actors_stand_where_their_kind_belongs(kind: ActorKind, name: str) -> None:
    actor = attrs.evolve(DOCUMENT.actors[0], kind=kind)
    found = item(attrs.evolve(DOCUMENT, actors=(actor, *DOCUMENT.actors[1:])))
    assert [each["name"] for each in found[name] if each.get("literal") == "a1"] == ["Анна Ким"]


def test_only_a_date_with_its_time_is_kept() -> None:
    def created(published: dt.date) -> str | None:
        article = attrs.evolve(DOCUMENT.article, published=published)
        value: str | None = item(attrs.evolve(DOCUMENT, article=article)).get("versionCreated")
        return value

    assert created(dt.date(2025, 3, 4)) is None
    assert created(dt.datetime(2025, 3, 4, 10, tzinfo=dt.UTC)) == "2025-03-04T10:00:00+00:00"


@pytest.mark.parametrize("edtf", ["2025-03~", "XXXX-05-04"])
def test_dates_that_are_not_iso_8601_stay_in_the_record_only(edtf: str) -> None:
    speech = attrs.evolve(DOCUMENT.speeches[0], date=DateMention(edtf=parse_edtf(edtf)))
    (found, *_) = item(attrs.evolve(DOCUMENT, speeches=(speech,)))["associations"]
    assert "eventDetails" not in found
    assert json.loads(found["bodies"][-1]["value"])["date"]["edtf"] == edtf


def test_what_is_dropped() -> None:
    """Mentions, aliases and roles of actors, and who made the document, make no difference."""
    bare = attrs.evolve(
        DOCUMENT,
        actors=tuple(attrs.evolve(each, mentions=(), aliases=("Имя",), roles=()) for each in DOCUMENT.actors),
        producer=attrs.evolve(DOCUMENT.producer, name="other"),
    )
    assert bare != DOCUMENT
    assert dumps(bare, "ninjs") == dumps(DOCUMENT, "ninjs")


def test_nothing_is_told_of_what_is_not_known() -> None:
    assert set(item(EMPTY)) == {"uri", "type", "standard", "altIds"}
    assert item(EMPTY)["uri"] == "urn:statedoc:empty"


def test_hostile_text_is_valid() -> None:
    assert faults(item(hostile())) == []


def test_hostile_text_is_told_as_it_is() -> None:
    found = item(hostile())
    assert found["bodies"][0]["value"] == found["headlines"][0]["value"] == HOSTILE
    assert found["uri"].startswith("urn:statedoc:%3C%2Fscript%3E")
    assert found["people"][0]["name"] == HOSTILE


def test_a_lone_surrogate_is_refused_for_people() -> None:
    with pytest.raises(StatedocError, match="lone surrogate"):
        dumps(hostile("\ud800"), "ninjs")


def test_it_cannot_be_read_back(tmp_path: Path) -> None:
    path = tmp_path / "visit.ninjs.json"
    dump(DOCUMENT, path)
    assert path.read_bytes() == dumps(DOCUMENT, "ninjs")
    assert dumps(DOCUMENT, "ninjs", indent=True).count(b"\n") > 100
    with pytest.raises(StatedocError, match="'ninjs' cannot be read back"):
        loads(path.read_bytes(), "ninjs")
    with pytest.raises(StatedocError, match="holds one document"):
        dumps([DOCUMENT, EMPTY], "ninjs")
    with pytest.raises(StatedocError, match="its options: text, indent"):
        dumps(DOCUMENT, "ninjs", body=False)


def test_the_page_is_true(monkeypatch: pytest.MonkeyPatch) -> None:
    check_page("ninjs", monkeypatch)
