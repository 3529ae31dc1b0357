"""Label Studio: everything is kept, corrections are read, and its own validator takes interface and tasks."""

import copy
import doctest
import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.samples import DOCUMENT, EMPTY, TEXT

from statedoc import (
    Document,
    Failure,
    InvalidDocumentError,
    Span,
    StatedocError,
    UnreadableInputError,
    documents,
    dump,
    dumps,
    load,
    loads,
    parse,
)
from statedoc.formats.labelstudio import interface
from statedoc.testing import documents as any_documents

GOLDEN = sorted((Path(__file__).parent.parent / "golden" / "documents").glob("*.json"))
FEW = settings(max_examples=25)
Task = dict[str, Any]


def tasks(*several: Document) -> list[Task]:
    found: list[Task] = json.loads(dumps(several, "labelstudio"))
    return found


def exported(task: Task) -> Task:
    """The task as Label Studio exports it after a person looked at the prediction and submitted it.

    Ids of regions keep what stands before the number sign; offsets and values stay; line breaks in the words
    of a region are written as a backslash and an n; predictions are left out.
    """
    task = copy.deepcopy(task)
    (prediction,) = task["predictions"]
    for result in prediction["result"]:
        if "id" in result:
            result["origin"] = "prediction"
        if result["type"] == "labels":
            result["value"]["text"] = result["value"]["text"].replace("\n", "\\n")
    annotation = {
        "id": 7,
        "completed_by": 1,
        "result": prediction["result"],
        "was_cancelled": False,
        "ground_truth": False,
        "updated_at": "2025-11-12T10:00:00.000000Z",
        "lead_time": 4.288,
    }
    return {"id": 41, "annotations": [annotation], "predictions": [], **{key: task[key] for key in ("data", "meta")}}


def read(*given: Task) -> list[Document | Failure]:
    return list(documents(json.dumps(given).encode(), "labelstudio"))


def corrected(change: Callable[[list[Task]], object]) -> Document | Failure:
    task = exported(tasks(DOCUMENT)[0])
    change(task["annotations"][0]["result"])
    (found,) = read(task)
    return found


def fixed(change: Callable[[list[Task]], object]) -> Document:
    found = corrected(change)
    assert isinstance(found, Document), found
    return found


def of(results: list[Task], key: str, kind: str = "labels", control: str | None = None) -> Task:
    (found,) = [
        each
        for each in results
        if each.get("id") == key and each["type"] == kind and control in (None, each["from_name"])
    ]
    return found


def drop(results: list[Task], *keys: str) -> None:
    """Remove regions as the editor does: with their choices, words and arrows."""
    results[:] = [each for each in results if not {each.get("id"), each.get("from_id"), each.get("to_id")} & set(keys)]


def region(key: str, label: str, said: str, **more: Any) -> list[Task]:
    start = TEXT.index(said)
    value = {"start": start, "end": start + len(said)}
    base = {"id": key, "to_name": "text", "origin": "manual"}
    found = [{**base, "from_name": "label", "type": "labels", "value": {**value, "text": said, "labels": [label]}}]
    if told := more.pop("words", None):
        found.append({**base, "from_name": "words", "type": "textarea", "value": {**value, "text": [told]}})
    found += [
        {**base, "from_name": name, "type": "choices", "value": {**value, "choices": [choice]}}
        for name, choice in more.items()
    ]
    return found


def arrow(label: str, start: str, end: str, direction: str = "right") -> Task:
    return {"type": "relation", "from_id": start, "to_id": end, "direction": direction, "labels": [label]}


# --- Laws -------------------------------------------------------------------------------------------------------------


@FEW
@given(st.lists(any_documents(), max_size=2))
def test_every_document_is_kept(several: list[Document]) -> None:
    assert list(documents(dumps(several, "labelstudio"), "labelstudio")) == several


@FEW
@given(any_documents())
def test_what_nobody_corrected_comes_back_as_it_was(document: Document) -> None:
    assert read(exported(tasks(document)[0])) == [document]


@FEW
@given(any_documents(), st.data())
def test_what_is_removed_leaves_a_document(document: Document, data: st.DataObject) -> None:
    task = exported(tasks(document)[0])
    results = task["annotations"][0]["result"]
    keys = sorted({each["id"] for each in results if "id" in each})
    if keys:
        drop(results, *data.draw(st.lists(st.sampled_from(keys))))
    (found,) = read(task)
    assert isinstance(found, Document) or isinstance(found.error, InvalidDocumentError)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 300) | st.sampled_from(["labels", "relation", "Quote", "quotes-0"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "type", "value", "labels", "start", "end", "text", "from_id"]), inner)
    ),
    max_leaves=12,
)


@FEW
@given(st.lists(JSON, max_size=4))
def test_any_results_are_read_or_refused(results: list[Any]) -> None:
    found = corrected(lambda known: known.extend(results))
    assert isinstance(found, Document) or isinstance(found.error, InvalidDocumentError)


# --- Label Studio's own validator -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def validator() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the packages that it brings along warn of is not ours
        try:
            from label_studio_sdk.label_interface import LabelInterface
        except ImportError:
            pytest.skip("Label Studio's validator is not installed (half a gigabyte): pip install label-studio-sdk")
        made = LabelInterface(interface())
        made.validate()
        return made


def is_taken(validator: Any, document: Document) -> None:
    (task,) = tasks(document)
    assert validator.validate_task({"data": task["data"]})
    (prediction,) = task["predictions"]
    assert validator.validate_prediction(prediction, return_errors=True) == []


def test_label_studio_takes_golden_documents(validator: Any) -> None:
    assert GOLDEN
    for document in (DOCUMENT, EMPTY, *(loads(path.read_bytes()) for path in GOLDEN)):
        is_taken(validator, document)


@FEW
@given(document=any_documents())
def test_label_studio_takes_every_document(validator: Any, document: Document) -> None:
    is_taken(validator, document)


def test_the_validator_can_refuse(validator: Any) -> None:
    (task,) = tasks(DOCUMENT)
    (prediction,) = task["predictions"]
    prediction["result"][0]["value"]["labels"] = ["Place"]
    assert not validator.validate_prediction(prediction)


# --- What is written --------------------------------------------------------------------------------------------------


def test_offsets_are_code_points() -> None:
    document = parse("😀🇰🇿 е\u0301 «Мост готов 😀», — заявил Иван Петров.", language="ru")
    (task,) = tasks(document)
    text = task["data"]["text"]
    (quote,) = [
        each for each in task["predictions"][0]["result"] if each.get("id") == "quotes-0" and each["type"] == "labels"
    ]
    assert quote["value"]["start"] == 8
    assert text[quote["value"]["start"] : quote["value"]["end"]] == quote["value"]["text"] == "Мост готов 😀"
    assert loads(dumps(document, "labelstudio"), "labelstudio") == document


def test_ids_are_stable_and_good_for_style_sheets() -> None:
    results = tasks(DOCUMENT)[0]["predictions"][0]["result"]
    keys = {each["id"] for each in results if "id" in each}
    assert {"actors-0-mentions-1", "quotes-0", "quotes-0-cue", "agreements-0-events-1-date", "metrics-2"} <= keys
    assert all(key.replace("-", "").isalnum() for key in keys)


def test_what_is_shown_of_an_article_is_never_null() -> None:
    assert tasks(EMPTY)[0]["data"] == {"id": "empty", "title": "", "url": "", "text": ""}


def test_a_list_of_tasks(tmp_path: Path) -> None:
    assert dumps([], "labelstudio") == b"[]\n"
    assert list(documents(b"[]", "labelstudio")) == []
    path = tmp_path / "talks.labelstudio.json"
    dump([DOCUMENT, EMPTY], path)
    assert list(documents(path)) == [DOCUMENT, EMPTY]
    assert list(documents(path.read_bytes())) == [DOCUMENT, EMPTY]
    assert list(documents(json.dumps([exported(tasks(DOCUMENT)[0])]).encode())) == [DOCUMENT]
    assert loads(json.dumps(tasks(DOCUMENT)[0]), "labelstudio") == DOCUMENT
    dump(DOCUMENT, tmp_path / "talks.json")
    assert load(tmp_path / "talks.json") == DOCUMENT


def test_hostile_text_stays_text() -> None:
    text = "</script><img src=x onerror=alert(1)>]]>\0\x1b[31m\u202e=1+1\u2028Анна Ким сказала: «Да </View>».\n"
    document = parse(text, language="ru")
    assert document.quotes
    assert read(exported(tasks(document)[0])) == [document]
    with pytest.raises(StatedocError, match="lone surrogate"):
        dumps(attrs.evolve(EMPTY, text="\ud800"), "labelstudio")


# --- Corrections ------------------------------------------------------------------------------------------------------


def test_a_moved_region_is_moved() -> None:
    found = fixed(lambda results: of(results, "quotes-0")["value"].update(end=35))
    assert found.quotes[0].content == (Span(start=25, end=35),)
    assert attrs.evolve(found, quotes=DOCUMENT.quotes) == DOCUMENT


def test_choices_words_and_labels_are_corrected() -> None:
    kind = ("quotes-1", "choices", "QuoteKind")
    assert fixed(lambda told: of(told, *kind)["value"].update(choices=["partial"])).quotes[1].kind == "partial"
    assert fixed(lambda told: told.remove(of(told, "metrics-1", "choices", "Change"))).metrics[1].change is None
    name = fixed(lambda told: of(told, "actors-0-mentions-1", "textarea")["value"].update(text=["Анна Ли"]))
    assert name.actors[0].name == "Анна Ли"
    office = fixed(lambda told: of(told, "actors-2-mentions-0")["value"].update(labels=["Office"]))
    assert office.actors[2].kind == "office"


def test_a_removed_region_is_removed_with_what_refers_to_it() -> None:
    found = fixed(lambda results: drop(results, "quotes-0", "quotes-0-cue", "quotes-0-source"))
    assert found == attrs.evolve(
        DOCUMENT,
        quotes=DOCUMENT.quotes[1:],
        speeches=(attrs.evolve(DOCUMENT.speeches[0], quotes=()),),
        metrics=(attrs.evolve(DOCUMENT.metrics[0], quote=None), *DOCUMENT.metrics[1:]),
    )
    assert fixed(lambda results: drop(results, "actors-2-mentions-0")).agreements[0].parties == ("a2",)
    nothing = fixed(lambda results: results.clear())
    assert nothing == attrs.evolve(DOCUMENT, actors=(), speeches=(), quotes=(), agreements=(), metrics=())


def test_arrows_are_corrected() -> None:
    found = fixed(lambda results: results.append(arrow("Speaker", "actors-2-mentions-0", "quotes-1", "left")))
    assert found.quotes[1].speakers == ("a3",)
    gone = fixed(lambda results: results.remove(arrow("Via", "quotes-1", "actors-1-mentions-0")))
    assert gone.quotes[1].via == ()


def test_new_regions_are_new_records() -> None:
    more = [
        *region("aB3_x-9", "Quote", "Встреча", QuoteKind="partial"),
        *region("p2", "Quote", "Самарканде"),
        *region("p3", "Organization", "подписали"),
        *region("p4", "Metric", "экспорт", words="~ 5..7 %", MetricKind="percent"),
        arrow("Continues", "p2", "aB3_x-9"),
        arrow("Speaker", "p2", "p3"),
    ]
    found = fixed(lambda results: results.extend(more))
    quote, actor, metric = found.quotes[-1], found.actors[-1], found.metrics[-1]
    assert [span.of(TEXT) for span in quote.content] == ["Встреча", "Самарканде"]
    assert (quote.id, quote.kind, quote.speakers, quote.rule) == ("q3", "partial", ("a4",), "by-hand")
    assert (actor.kind, actor.name) == ("organization", "подписали")
    assert (metric.kind, str(metric.quantity.high)) == ("percent", "7")


def test_an_id_ends_at_its_number_sign() -> None:
    """What comes behind it is the annotation, by which the editor tells copies of a region apart."""

    def copied(results: list[Task]) -> None:
        for result in results:
            result.update({key: f"{result[key]}#x1" for key in ("id", "from_id", "to_id") if key in result})

    assert corrected(copied) == DOCUMENT


def test_pieces_of_a_quote_are_one() -> None:
    pieces = (Span(start=0, end=7), Span(start=7, end=8), Span(start=8, end=9), Span(start=10, end=20))
    document = attrs.evolve(DOCUMENT, quotes=(attrs.evolve(DOCUMENT.quotes[0], content=pieces), DOCUMENT.quotes[1]))
    task = exported(tasks(document)[0])
    assert read(task) == [document]
    drop(task["annotations"][0]["result"], "quotes-0")
    (found,) = read(task)
    assert isinstance(found, Document)
    assert found.quotes[0].content == (pieces[2], pieces[3])
    assert found.quotes[0].cue == document.quotes[0].cue
    longer = fixed(lambda told: told.extend([*region("n", "Quote", "Встреча"), arrow("Continues", "n", "quotes-0")]))
    assert [span.of(TEXT) for span in longer.quotes[0].content] == ["Встреча", "Мы откроем более 30 школ"]
    assert longer.quotes[0].id == "q1"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda told: of(told, "quotes-0")["value"].update(end=999), "25 to 999 is no stretch of the text"),
        (lambda told: of(told, "quotes-0")["value"].update(start="25"), "'25' to 49 is no stretch of the text"),
        (lambda told: of(told, "quotes-0")["value"].update(labels=[]), "expected one label of Person"),
        (lambda told: of(told, "quotes-0")["value"].update(labels=["Place"]), "expected one label of Person"),
        (lambda told: told.append(of(told, "quotes-0")), 'the id "quotes-0" is already that of another region'),
        (lambda told: told.append(7), "expected an object"),
        (lambda told: told.append({"type": "labels"}), "expected a region with an id and a value"),
        (lambda told: told.append({"type": "relation"}), "expected a relation with from_id and to_id"),
        (lambda told: told.append(arrow("Speaker", "x", "quotes-0")), "Speaker leads to x, which is not there"),
        (lambda told: told.append(arrow("Speaker", "metrics-0", "quotes-0")), "Speaker cannot lead from a Metric"),
        (lambda told: told.append({**arrow("", "quotes-0", "quotes-1"), "labels": []}), "expected one label on the"),
        (lambda told: told.extend(region("n", "Metric", "школ")), "a Metric needs its quantity in words"),
        (lambda told: told.extend(region("n", "Cue", "школ")), "no record has this Cue; draw an arrow to it"),
        (
            lambda told: of(told, "quotes-0", "choices", "QuoteKind")["value"].update(choices=["loud"]),
            'QuoteKind must be one of direct, partial, indirect; not "loud"',
        ),
    ],
)
def test_what_means_nothing_is_told_with_its_path(change: Callable[[list[Task]], object], message: str) -> None:
    found = corrected(change)
    assert isinstance(found, Failure)
    assert isinstance(found.error, InvalidDocumentError)
    assert found.error.faults[0].path.startswith("[0].annotations[0].result[")
    assert any(message in each.message for each in found.error.faults)
    assert found.id == "samarkand"


# --- Which annotation counts ------------------------------------------------------------------------------------------


def test_the_last_annotation_counts_and_the_ground_truth_before_it() -> None:
    task = exported(tasks(DOCUMENT)[0])
    (first,) = task["annotations"]
    nothing = {**first, "result": [], "updated_at": "2025-11-13T10:00:00.000000Z"}
    skipped = {**nothing, "was_cancelled": True, "updated_at": "2025-11-14T10:00:00.000000Z"}
    task["annotations"] = [nothing, first, skipped]
    (last,) = read(task)
    assert isinstance(last, Document)
    assert last.quotes == ()
    first["ground_truth"] = True
    assert read(task) == [DOCUMENT]


def test_a_task_that_was_skipped_is_as_it_was_predicted() -> None:
    task = exported(tasks(DOCUMENT)[0])
    task["annotations"][0] |= {"was_cancelled": True, "result": []}
    assert read(task) == [DOCUMENT]
    assert read({**task, "predictions": [12]}) == [DOCUMENT]


def test_tasks_that_others_made() -> None:
    task = {
        "id": 3,
        "data": {"text": TEXT, "title": "Встреча", "score": 0.5},
        "annotations": [{"result": [*region("x", "Person", "Анна Ким"), *region("y", "Quote", "Встреча")]}],
    }
    found, bare = read(task, {"data": {"text": "x"}})
    assert isinstance(found, Document)
    assert (found.id, found.article.title, found.actors[0].name, found.producer.name) == (
        "3",
        "Встреча",
        "Анна Ким",
        "label-studio",
    )
    assert isinstance(bare, Document)
    assert (bare.id, bare.quotes) == ("[1]", ())


@pytest.mark.parametrize("task", [7, {}, {"data": {}}, {"data": {"text": 7}}, {"id": 3, "data": []}], ids=str)
def test_a_broken_task_costs_itself_only(task: Any) -> None:
    found = read(task, *tasks(DOCUMENT))
    assert isinstance(found[0], Failure)
    assert str(found[0].error) == "[0]: expected a task with data and a text in it"
    assert found[1] == DOCUMENT


def test_a_text_that_was_changed_no_longer_fits() -> None:
    (task,) = tasks(DOCUMENT)
    task["data"]["text"] = "short"
    (found,) = read(task)
    assert isinstance(found, Failure)
    assert "past the end of the text" in str(found.error)


@pytest.mark.parametrize("data", [b"7", b'"x"', b"null", b"[", b"\xff"])
def test_what_is_no_export(data: bytes) -> None:
    with pytest.raises(UnreadableInputError):
        list(documents(data, "labelstudio"))


def test_there_are_no_options() -> None:
    with pytest.raises(StatedocError, match="no option 'colour'"):
        dumps(DOCUMENT, "labelstudio", colour=True)


def test_the_example_of_the_page_is_true() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "formats" / "labelstudio.md"
    report = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert report.attempted > 3
    assert not report.failed
