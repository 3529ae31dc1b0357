"""Label Studio tasks: each document a task with a prediction, which people correct; an export is read back.

`interface()` gives the labelling interface that the tasks are made for, to be pasted into the project's settings.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO
from xml.etree import ElementTree

from statedoc.errors import Failure, InvalidDocumentError, UnreadableInputError
from statedoc.formats._format import Format
from statedoc.formats._labelstudio_results import CONTINUES, PIECE
from statedoc.formats._marks import (
    ATTRIBUTES,
    LABELS,
    Mark,
    Place,
    Wire,
    links,
    marks,
    pieces,
    places,
    relations,
    words_key,
)
from statedoc.model import Document

_TEXT, _LABEL, _WORDS = "text", "label", "words"  # the names of the interface's tags


def interface() -> str:
    """The labelling interface, as XML: the labels, relations, choices and the field for words.

    >>> interface().splitlines()[2]
    '  <Header value="$title" />'
    """
    view = ElementTree.Element("View")
    ElementTree.SubElement(view, "Style").text = ".htx-text { white-space: pre-wrap; }"
    ElementTree.SubElement(view, "Header", value="$title")
    labels = ElementTree.SubElement(view, "Labels", name=_LABEL, toName=_TEXT)
    for label in LABELS:
        ElementTree.SubElement(labels, "Label", value=label)
    arrows = ElementTree.SubElement(view, "Relations")
    for relation in (*relations(), CONTINUES):
        ElementTree.SubElement(arrows, "Relation", value=relation)
    ElementTree.SubElement(view, "Text", name=_TEXT, value="$text", granularity="symbol")
    for name, (labelled, values) in _choices().items():
        choices = ElementTree.SubElement(view, "Choices", {"name": name, **_per_region(labelled)}, showInline="true")
        for value in values:
            ElementTree.SubElement(choices, "Choice", value=value)
    told = [label for label in LABELS if words_key(label) or label == "Metric"]
    ElementTree.SubElement(view, "TextArea", {"name": _WORDS, **_per_region(told)}, maxSubmissions="1", editable="true")
    ElementTree.indent(view)
    return ElementTree.tostring(view, encoding="unicode") + "\n"


def _per_region(labels: list[str]) -> dict[str, str]:
    when = {"whenTagName": _LABEL, "whenLabelValue": ",".join(labels)}
    return {"toName": _TEXT, "perRegion": "true", "visibleWhen": "region-selected", **when}


def _choices() -> dict[str, tuple[list[str], list[str]]]:
    found: dict[str, tuple[list[str], list[str]]] = {}
    for label, known in ATTRIBUTES.items():
        for name, (_, vocabulary, _) in known.items():
            found.setdefault(name, ([], [value.value for value in vocabulary]))[0].append(label)
    return found


def _write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """A JSON list of tasks, one a line."""
    from statedoc.schema import encode_json, to_wire

    before = b"[\n"
    for document in documents:
        stream.write(before + encode_json(_task(to_wire(document)), indent=False))
        before = b",\n"
    stream.write(b"\n]\n" if before == b",\n" else b"[]\n")


def _task(wire: Wire) -> Wire:
    text, article = wire.pop("text"), wire["article"]
    found = list(places(wire, text))
    results = [result for mark in marks(found) for result in _region(mark, text)]
    results += [
        {"type": "relation", "from_id": start, "to_id": end, "direction": "right", "labels": [relation]}
        for relation, start, end in _arrows(found, text)
    ]
    producer = wire["producer"]
    # Its own keys come first: Label Studio shows what it finds under them, and null is nothing that it can show.
    data = {"id": wire["id"], "title": article["title"] or "", "url": article["url"] or "", "text": text}
    return {
        "data": data,
        "meta": {"statedoc": wire},
        "predictions": [{"model_version": f"{producer['name']} {producer['version']}", "result": results}],
    }


def region_id(path: str) -> str:
    """The id of the region for a part; it becomes a class name in a style sheet, so brackets are of no use.

    >>> region_id("agreements[0].events[1].date")
    'agreements-0-events-1-date'
    """
    return re.sub(r"\W+", "-", path).strip("-")


def _spans(mark: Mark, text: str) -> Iterator[tuple[str, int, int]]:
    """The region of each span that has words."""
    number = 0
    for start, end in mark.spans:
        if pieces(text, [(start, end)]):
            yield region_id(mark.key) + (f"{PIECE}{number}" if number else ""), start, end
            number += 1


def _region(mark: Mark, text: str) -> Iterator[Wire]:
    for number, (key, start, end) in enumerate(_spans(mark, text)):
        yield _result(key, _LABEL, "labels", start, end, text=text[start:end], labels=[mark.label])
        if number == 0:
            for name, value in mark.attributes.items():
                yield _result(key, name, "choices", start, end, choices=[value])
            if mark.words:
                yield _result(key, _WORDS, "textarea", start, end, text=[mark.words])


def _result(id: str, control: str, type: str, start: int, end: int, **value: Any) -> Wire:
    # Offsets in Label Studio are code points, as its own tests say of a text with an emoji.
    value = {"start": start, "end": end, **value}
    return {"id": id, "from_name": control, "to_name": _TEXT, "type": type, "value": value}


def _arrows(found: list[Place], text: str) -> Iterator[tuple[str, str, str]]:
    for link in links(found):
        yield link.relation, region_id(link.start), region_id(link.end)
    for mark in marks(found):
        ids = [key for key, _, _ in _spans(mark, text)]
        yield from ((CONTINUES, ids[0], each) for each in ids[1:])


def _read(stream: BinaryIO) -> Iterator[Document | Failure]:
    """A document for each task, corrected as its annotation tells, or what is wrong with it.

    Of several annotations the ground truth counts, or else the last; of a task that was skipped or is not
    annotated yet, the prediction.
    """
    from statedoc.schema import decode_json

    tasks = decode_json(stream.read())
    if isinstance(tasks, dict):
        tasks = [tasks]
    if not isinstance(tasks, list):
        raise UnreadableInputError("expected a list of tasks, as Label Studio exports it")
    for position, task in enumerate(tasks):
        try:
            yield _document(task, f"[{position}]")
        except (UnreadableInputError, InvalidDocumentError) as error:
            yield Failure(position=position, error=error, id=_id(task))


def _document(task: object, where: str) -> Document:
    from statedoc.formats import _by_hand as by_hand
    from statedoc.formats._corrections import corrected
    from statedoc.formats._labelstudio_results import chosen, read_results
    from statedoc.schema import from_wire

    data = task.get("data") if isinstance(task, dict) else None
    if not isinstance(task, dict) or not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise UnreadableInputError(f"{where}: expected a task with data and a text in it")
    text, meta = data["text"], task.get("meta")
    base = meta.get("statedoc") if isinstance(meta, dict) else None
    if isinstance(base, dict):
        from_wire(base | {"text": text})
    else:
        base = by_hand.document(_id(task) or where, "label-studio")
        base["article"] |= {key: data[key] for key in ("title", "url") if isinstance(data.get(key), str) and data[key]}
    results, at = chosen(task, where)
    if results is None:
        return from_wire(base | {"text": text})
    paths = {region_id(place.path): place.path for place in places(base, text)}
    given, drawn = read_results(results, text, paths, at)
    return from_wire(corrected(base, text, given, drawn))


def _id(task: Any) -> str | None:
    data = task.get("data") if isinstance(task, dict) else None
    told = data.get("id") if isinstance(data, dict) else None
    if told is None and isinstance(task, dict):
        told = task.get("id")
    return str(told) if isinstance(told, str | int) and str(told).strip() else None


def _recognises(head: bytes) -> bool:
    """Whether a list opens with a task: its data, or an id and annotations, as in an export."""
    return bool(re.match(rb'\s*\[\s*\{\s*("data"\s*:|"id"\s*:\s*\d+\s*,\s*"annotations"\s*:)', head))


FORMAT = Format(
    name="labelstudio",
    summary="tasks with predictions for Label Studio, and its exports with corrections",
    media_type="application/json",
    suffixes=(".labelstudio.json",),
    many=True,
    recognises=_recognises,
    write=_write,
    read=_read,
)
