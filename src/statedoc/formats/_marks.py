"""What tools for marking by hand have in common: records as marked words, and arrows between them.

A mark is a labelled stretch of text with attributes (closed vocabularies) and one line of words that a person
can edit; a link leads from mark to mark. Both are made from the wire form of a document. Each mark knows the
path of the part that it stands for, such as `quotes[0].cue`, which is how a corrected mark is known again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, Final, final

import attrs
from attrs import field

from statedoc.model import (
    ActorKind,
    AgreementKind,
    AgreementStatus,
    Change,
    CueClass,
    MentionForm,
    MetricKind,
    QuoteKind,
    SpeechKind,
)

Wire = dict[str, Any]  #: the wire form of a document, of a record or of a part of one
Pairs = tuple[tuple[int, int], ...]  #: starts and ends, in code points

ACTORS: Final = {kind.value.capitalize(): kind for kind in ActorKind}  #: label of a mention -> kind of its actor
LABELS: Final = (*ACTORS, "Role", "Speech", "Quote", "Source", "Cue", "Agreement", "Step", "Metric", "Date")

# By label: attribute -> key of the wire form, its vocabulary, and whether it may be unknown.
ATTRIBUTES: Final[Mapping[str, Mapping[str, tuple[str, type[StrEnum], bool]]]] = {
    **{label: {"Form": ("form", MentionForm, False)} for label in ACTORS},
    "Speech": {"SpeechKind": ("kind", SpeechKind, False)},
    "Quote": {"QuoteKind": ("kind", QuoteKind, False)},
    "Cue": {"CueClass": ("class", CueClass, False)},
    "Agreement": {"AgreementKind": ("kind", AgreementKind, False), "Status": ("status", AgreementStatus, True)},
    "Step": {"Status": ("status", AgreementStatus, False)},
    "Metric": {"MetricKind": ("kind", MetricKind, False), "Change": ("change", Change, True)},
}

# By label: relation -> key, whether it holds many ids, and the label (or all actors) that it leads to.
_ACTOR: Final = tuple(ACTORS)
REFERENCES: Final[Mapping[str, Mapping[str, tuple[str, bool, tuple[str, ...]]]]] = {
    "Role": {"At": ("organization", False, _ACTOR)},
    "Speech": {
        "Speaker": ("speakers", True, _ACTOR),
        "Audience": ("audience", True, _ACTOR),
        "Includes": ("quotes", True, ("Quote",)),
    },
    "Quote": {
        "Speaker": ("speakers", True, _ACTOR),
        "Via": ("via", True, _ACTOR),
        "Addressee": ("addressee", True, _ACTOR),
        "During": ("speech", False, ("Speech",)),
        "Within": ("within", False, ("Quote",)),
    },
    "Agreement": {"Party": ("parties", True, _ACTOR)},
    "Step": {"Party": ("parties", True, _ACTOR)},
    "Metric": {
        "Of": ("actors", True, _ACTOR),
        "ClaimedBy": ("claimed_by", True, _ACTOR),
        "In": ("quote", False, ("Quote",)),
    },
}

# By label: relation -> key and label of a part that the record owns.
PARTS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    **{label: {"HasRole": ("roles", "Role")} for label in ACTORS},
    "Speech": {"When": ("date", "Date")},
    "Quote": {"HasSource": ("source", "Source"), "HasCue": ("cue", "Cue")},
    "Agreement": {"When": ("date", "Date"), "HasStep": ("events", "Step")},
    "Step": {"When": ("date", "Date")},
    "Metric": {"When": ("period", "Date")},
}
SAME: Final = "Same"  #: the relation of two mentions of one actor, or of one agreement

RECORDS: Final = {"Speech": "speeches", "Quote": "quotes", "Agreement": "agreements", "Metric": "metrics"}
_WORDS: Final = {**dict.fromkeys(ACTORS, "name"), "Role": "title", "Agreement": "title", "Cue": "lemma", "Date": "edtf"}
_LINE: Final = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


@final
@attrs.frozen(kw_only=True)
class Mark:
    """Words that bear a label."""

    key: str  #: the tool's own id of it
    path: str | None = None  #: of the part that it stands for; None for one that was made by hand
    label: str
    spans: Pairs
    attributes: Mapping[str, str] = field(factory=dict)
    words: str | None = None  #: what a person reads and may edit: a name, a title, a quantity; None: not given
    where: str = ""  #: for faults: the place in a file
    anchored: bool = True  #: whether the piece that arrows are drawn from and to is still there


@final
@attrs.frozen(kw_only=True)
class Link:
    """An arrow between two marks, named by their keys."""

    relation: str
    start: str
    end: str
    where: str = ""


@final
@attrs.frozen(kw_only=True, eq=False)
class Place:
    """The part of a wire form that a mark stands for, open to change."""

    path: str
    label: str
    record: Wire  #: the record that it belongs to
    item: Wire  #: what holds its fields: the record, or a part of it
    spans: list[Wire]
    parent: Any  #: the list or object that holds the part ...
    entry: Any  #: ... and the part itself, or its key
    owner: Wire | None = None  #: for a part with an arrow to it: what owns it


def pieces(text: str, spans: Iterable[tuple[int, int]]) -> Pairs:
    r"""Spans cut at line breaks, without what is blank.

    >>> pieces("one\n \ntwo", [(0, 8)])
    ((0, 3), (6, 8))
    """
    lines = (line for start, end in spans for line in _LINE.finditer(text, start, end))
    return tuple(line.span() for line in lines if not line.group().isspace())


def pairs(spans: Iterable[Wire]) -> Pairs:
    """Starts and ends of spans of the wire form."""
    return tuple((span["start"], span["end"]) for span in spans)


def places(wire: Wire, text: str) -> Iterator[Place]:
    """Every part of a document that has words of its own, in the order of the wire form."""
    return (each for each in _all_places(wire) if pieces(text, pairs(each.spans)))


def _all_places(wire: Wire) -> Iterator[Place]:
    for at, record in _numbered(wire, "actors"):
        label = record["kind"].capitalize()
        for path, mention in _numbered(record, "mentions", at):
            yield _place(path, label, record, mention, [mention], (record["mentions"], mention))
        for path, role in _numbered(record, "roles", at):
            yield _place(path, "Role", record, role, [role["span"]], (record["roles"], role), record)
    for label, kind in RECORDS.items():
        for at, record in _numbered(wire, kind):
            if label == "Agreement":
                for path, mention in _numbered(record, "mentions", at):
                    yield _place(path, label, record, record, [mention], (record["mentions"], mention))
            else:
                spans = record["content"] if label == "Quote" else [record["span"]]
                yield _place(at, label, record, record, spans, (wire[kind], record))
            yield from _parts(label, at, record)


def _parts(label: str, at: str, record: Wire) -> Iterator[Place]:
    if label == "Quote":
        if source := record["source"]:
            yield _place(f"{at}.source", "Source", record, record, [source], (record, "source"), record)
        if cue := record["cue"]:
            yield _place(f"{at}.cue", "Cue", record, cue, [cue["span"]], (record, "cue"), record)
    for path, event in _numbered(record, "events", at) if label == "Agreement" else ():
        yield _place(path, "Step", record, event, [event["span"]], (record["events"], event), record)
        yield from _date(path, "date", record, event)
    if "When" in PARTS[label]:
        yield from _date(at, PARTS[label]["When"][0], record, record)


def _date(at: str, key: str, record: Wire, item: Wire) -> Iterator[Place]:
    date = item[key]
    if date and date["span"]:
        yield _place(f"{at}.{key}", "Date", record, date, [date["span"]], (item, key), item)


def _place(
    path: str,
    label: str,
    record: Wire,
    item: Wire,
    spans: list[Wire],
    home: tuple[Any, Any],
    owner: Wire | None = None,
) -> Place:
    return Place(
        path=path, label=label, record=record, item=item, spans=spans, parent=home[0], entry=home[1], owner=owner
    )


def _numbered(holder: Wire, key: str, at: str = "") -> Iterator[tuple[str, Wire]]:
    return ((f"{at}.{key}[{n}]" if at else f"{key}[{n}]", each) for n, each in enumerate(holder[key]))


def attributes(place: Place) -> dict[str, str]:
    """The attributes of a part, by name; those of an actor's kind are in its label."""
    known = ATTRIBUTES.get(place.label, {})
    return {name: place.item[key] for name, (key, _, _) in known.items() if place.item[key] is not None}


def words(place: Place) -> str | None:
    """One line for people: the name of an actor, the title of an agreement, the quantity of a metric."""
    if place.label == "Metric":
        return quantity_words(place.item["quantity"])
    key = _WORDS.get(place.label)
    found = (place.record if place.label in ACTORS else place.item)[key] if key else None
    return None if found is None else " ".join(found.split())


def words_key(label: str) -> str | None:
    """The key that the words of a label are kept under; none for a quantity, which has several."""
    return _WORDS.get(label)


def quantity_words(quantity: Wire) -> str:
    """A quantity in one line.

    >>> quantity_words({"value": None, "low": "5", "high": "7", "comparator": "~", "unit": "%"})
    '~ 5..7 %'
    """
    figure = quantity["value"] or f"{quantity['low']}..{quantity['high']}"
    return " ".join([quantity["comparator"], figure, *(quantity["unit"] or "").split()])


def marks(found: Iterable[Place]) -> Iterator[Mark]:
    """The marks of a document, keyed by their paths."""
    for place in found:
        yield Mark(
            key=place.path,
            path=place.path,
            label=place.label,
            spans=pairs(place.spans),
            attributes=attributes(place),
            words=words(place),
        )


def links(found: Iterable[Place]) -> Iterator[Link]:
    """The links of a document, keyed by paths; one to what has no words of its own cannot be drawn."""
    known = list(found)
    anchors: dict[str, Place] = {}  # the first mark of each record, by the id of the record
    by_item: dict[int, Place] = {}
    for place in known:
        if place.label in ACTORS or place.label in RECORDS:
            anchors.setdefault(place.record["id"], place)
            by_item.setdefault(id(place.record), place)
        elif place.label != "Source":
            by_item.setdefault(id(place.item), place)
    for place in known:
        if (owner := by_item.get(id(place.owner))) is not None:
            yield Link(relation=part_relation(owner.label, place.label), start=owner.path, end=place.path)
        if place.label in REFERENCES and by_item[id(place.item)] is place:
            for relation, (key, many, _) in REFERENCES[place.label].items():
                value = place.item[key]
                for target in value if many else (value,):
                    if target in anchors:
                        yield Link(relation=relation, start=place.path, end=anchors[target].path)


def part_relation(owner: str, part: str) -> str:
    """The relation from one label to that of a part of it.

    >>> part_relation("Quote", "Cue")
    'HasCue'
    """
    return next(relation for relation, (_, label) in PARTS[owner].items() if label == part)


def relations() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Every relation, with the labels that it leads from and to."""
    found: dict[str, tuple[list[str], list[str]]] = {SAME: ([*ACTORS, "Agreement"], [*ACTORS, "Agreement"])}
    tables = [
        (label, relation, ends) for label, known in REFERENCES.items() for relation, (_, _, ends) in known.items()
    ]
    tables += [(label, relation, (end,)) for label, known in PARTS.items() for relation, (_, end) in known.items()]
    for label, relation, ends in tables:
        starts, targets = found.setdefault(relation, ([], []))
        starts.append(label)
        targets.extend(each for each in ends if each not in targets)
    return {relation: (tuple(starts), tuple(ends)) for relation, (starts, ends) in found.items()}
