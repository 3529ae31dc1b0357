"""A document with what a person changed by hand in a tool for marking.

The document as it was written is the base: it keeps all that the tool has no form for. What is told by marks
and links as it was leaves the base alone; what differs is corrected, what is missing is removed together with
all references to it, and what is new is added.
"""

import copy
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from statedoc.errors import Fault, InvalidDocumentError
from statedoc.formats import _by_hand as by_hand
from statedoc.formats._marks import (
    ACTORS,
    ATTRIBUTES,
    PARTS,
    RECORDS,
    REFERENCES,
    SAME,
    Link,
    Mark,
    Place,
    Wire,
    links,
    marks,
    pairs,
    part_relation,
    pieces,
    places,
    words_key,
)


def corrected(base: Wire, text: str, given: Iterable[Mark], drawn: Iterable[Link]) -> Wire:
    """The wire form of `base` with `text`, corrected as marks and links tell; `base` stays as it is.

    Raises `InvalidDocumentError` for marks that mean nothing; each fault's path is where the mark stands.
    """
    wire = copy.deepcopy(base) | {"text": text}
    work = _Work(wire, text)
    work.read(list(given), list(drawn))
    if work.faults:
        raise InvalidDocumentError(work.faults)
    work.sweep()
    return wire


class _Work:
    """One document while it is corrected."""

    def __init__(self, wire: Wire, text: str) -> None:
        self.wire, self.text = wire, text
        self.faults: list[Fault] = []
        self.known = {place.path: place for place in places(wire, text)}
        self.before = {mark.key: mark for mark in marks(self.known.values())}
        self.expected = list(links(self.known.values()))
        self.places: dict[str, Place] = {}  # by the keys of marks
        self._known: dict[str, Wire] = {}  # the record that was there before of what is one and the same
        self.used = {record["id"] for kind in by_hand.LETTERS for record in wire[kind]}
        self.marked = {id(place.record) for place in self.known.values() if place.label in (*ACTORS, "Agreement")}

    def read(self, given: list[Mark], drawn: list[Link]) -> None:
        keys = {mark.key for mark in given}
        drawn = [link for link in drawn if self._leads(link, keys)]
        owners = self._owners(given, drawn)
        made: list[Mark] = []
        claimed: set[str] = set()
        for mark in given:
            place = self.known.get(mark.path or "")
            if place is None or place.path in claimed or not _akin(place.label, mark.label) or mark.key in owners:
                made.append(mark)
            else:
                claimed.add(place.path)
                self.places[mark.key] = place
                self._change(place, mark)
        self._remove(place for path, place in self.known.items() if path not in claimed)
        self._make(made, drawn)
        self._refer(drawn, claimed - {mark.path for mark in given if mark.path and not mark.anchored})

    def _leads(self, link: Link, keys: set[str]) -> bool:
        for end in (link.start, link.end):
            if end not in keys:
                self._fault(link.where, f"{link.relation} leads to {end}, which is not there; remove it, too")
                return False
        return True

    def _owners(self, given: list[Mark], drawn: list[Link]) -> set[str]:
        """The keys of parts that an arrow has given to another owner, or that lost the arrow from their own."""
        paths = {mark.key: mark.path or "" for mark in given}
        there = {mark.path for mark in given if mark.anchored}
        arrows: dict[str, list[Link]] = {}
        for link in drawn:
            if link.relation in _PART_RELATIONS:
                arrows.setdefault(link.end, []).append(link)
        drawable = {link.end for link in self.expected if link.start in there}
        moved = set()
        for key, path in paths.items():
            if path not in drawable or (owner := self.known[path].owner) is None:
                continue
            starts = [self.known.get(paths[link.start]) for link in arrows.get(key, ())]
            if not any(start is not None and _holder(start) is owner for start in starts):
                moved.add(key)
        for links_to_one in arrows.values():
            if len({link.start for link in links_to_one}) > 1:
                self._fault(links_to_one[-1].where, f"{links_to_one[-1].relation} leads to what is another's already")
        return moved

    # What was there before

    def _change(self, place: Place, mark: Mark) -> None:
        """What differs from the base wins, so that one of several marks of a record is enough to correct it."""
        before = self.before[place.path]
        if pieces(self.text, before.spans) != pieces(self.text, mark.spans):
            spans = [{"start": start, "end": end} for start, end in mark.spans]
            if mark.label == "Quote":
                place.spans[:] = spans
            else:
                place.spans[0].update(self._span(mark))
        if mark.label != before.label:
            place.record["kind"] = ACTORS[mark.label].value
        for name, (key, vocabulary, unknown) in ATTRIBUTES.get(mark.label, {}).items():
            value = mark.attributes.get(name)
            if value == before.attributes.get(name) or (value is None and not unknown):
                continue
            self._check(mark, name, vocabulary)
            place.item[key] = value
        told = " ".join((mark.words or "").split())
        if told and told != before.words:
            self._set_words(place, mark, told)

    def _remove(self, gone: Iterable[Place]) -> None:
        lists: dict[int, tuple[list[Any], set[int]]] = {}
        for place in gone:
            if isinstance(place.parent, list):
                lists.setdefault(id(place.parent), (place.parent, set()))[1].add(id(place.entry))
            else:
                place.parent[place.entry] = None
        for holder, entries in lists.values():
            holder[:] = [each for each in holder if id(each) not in entries]

    def _check(self, mark: Mark, name: str, vocabulary: type[StrEnum]) -> None:
        value = mark.attributes.get(name)
        if value is not None and value not in list(vocabulary):
            self._fault(mark.where, f'{name} must be one of {", ".join(vocabulary)}; not "{value}"')

    def _set_words(self, place: Place, mark: Mark, told: str) -> None:
        if mark.label == "Metric":
            place.item["quantity"] = self._quantity(mark)
        elif key := words_key(mark.label):
            (place.record if mark.label in ACTORS else place.item)[key] = told

    # What is new

    def _make(self, made: list[Mark], drawn: list[Link]) -> None:
        owners = {link.end: link.start for link in reversed(drawn) if link.relation in _PART_RELATIONS}
        groups = self._groups([link for link in drawn if link.relation == SAME], {mark.key: mark for mark in made})
        known: dict[str, Wire] = {}  # the record of each group
        for mark in made:
            if mark.label in ACTORS or mark.label == "Agreement":
                group = groups.get(mark.key, mark.key)
                known[group] = self._mention(mark, known.get(group) or self._known.get(group))
            elif mark.label in RECORDS:
                self._record(mark)
        for labels in (("Role", "Source", "Cue", "Step"), ("Date",)):
            for mark in made:
                if mark.label in labels:
                    self._part(mark, self.places.get(owners.get(mark.key, "")))

    def _groups(self, drawn: list[Link], made: dict[str, Mark]) -> dict[str, str]:
        """The first key of what is one and the same, by the key of each mark of it."""
        groups: dict[str, str] = {}

        def first(key: str) -> str:
            trail = []
            while groups.setdefault(key, key) != key:
                trail.append(key)
                key = groups[key]
            groups.update(dict.fromkeys(trail, key))
            return key

        self._known = {}
        for link in drawn:
            labels = [made[end].label if end in made else self.places[end].label for end in (link.start, link.end)]
            if not (labels == ["Agreement", "Agreement"] or {*labels} <= ACTORS.keys()):
                self._fault(link.where, f"{link.relation} cannot lead from a {labels[0]} to a {labels[1]}")
                continue
            one, other = first(link.start), first(link.end)
            records = [self._record_of(link.start, one), self._record_of(link.end, other)]
            there = [record for record in records if record is not None]
            if len(there) == 2 and there[0] is not there[1]:
                self._fault(link.where, f"{link.relation} would make one of {there[0]['id']} and {there[1]['id']}; "
                            "remove the marks of one of them, mark them anew, and tie these")  # fmt: skip
                continue
            groups[other] = one
            if there:
                self._known[one] = there[0]
        return {key: first(key) for key in list(groups)}

    def _record_of(self, key: str, group: str) -> Wire | None:
        place = self.places.get(key)
        return place.record if place else self._known.get(group)

    def _mention(self, mark: Mark, record: Wire | None) -> Wire:
        kind = "agreements" if mark.label == "Agreement" else "actors"
        if record is None:
            new, said = self._fresh(kind), self._said(mark)
            record = by_hand.agreement(new, said) if kind == "agreements" else by_hand.actor(new, mark.label, said)
            self.wire[kind].append(record)
        mention = self._span(mark) | ({"form": "name"} if kind == "actors" else {})
        record["mentions"].append(mention)
        self._place(mark, record, mention if kind == "actors" else record)
        return record

    def _record(self, mark: Mark) -> None:
        kind = RECORDS[mark.label]
        new = self._fresh(kind)
        if mark.label == "Quote":
            record = by_hand.quote(new, [{"start": start, "end": end} for start, end in mark.spans])
        elif mark.label == "Speech":
            record = by_hand.speech(new, self._span(mark))
        else:
            record = by_hand.metric(new, self._span(mark), self._quantity(mark))
        self.wire[kind].append(record)
        self._place(mark, record, record)

    def _part(self, mark: Mark, owner: Place | None) -> None:
        if owner is None or mark.label not in [label for _, label in PARTS.get(owner.label, {}).values()]:
            self._fault(mark.where, f"no record has this {mark.label}; draw an arrow to it, or remove it")
            return
        holder = _holder(owner)
        key = PARTS[owner.label][part_relation(owner.label, mark.label)][0]
        there = holder[key]
        date = " ".join((mark.words or "").split()) or (there["edtf"] if there and mark.label == "Date" else None)
        part = by_hand.part(mark.label, self._span(mark), self._said(mark), date)
        if isinstance(there, list):
            there.append(part)
        elif there and self._has_words(there.get("span", there)):
            self._fault(mark.where, f"a {owner.label} has one {mark.label} only, and this is another")
            return
        else:
            holder[key] = part
        self._place(mark, owner.record, part)

    def _has_words(self, span: Wire | None) -> bool:
        return span is not None and bool(pieces(self.text, pairs([span])))

    def _place(self, mark: Mark, record: Wire, item: Wire) -> None:
        place = Place(path="", label=mark.label, record=record, item=item, spans=[], parent=None, entry=None)
        self.places[mark.key] = place
        self._set_attributes(place, mark)

    def _set_attributes(self, place: Place, mark: Mark) -> None:
        for name, (key, vocabulary, _) in ATTRIBUTES.get(mark.label, {}).items():
            self._check(mark, name, vocabulary)
            if name in mark.attributes:
                place.item[key] = mark.attributes[name]

    def _quantity(self, mark: Mark) -> Wire:
        figure = by_hand.quantity(mark.words or "")
        if figure is None:
            self._fault(mark.where, 'a Metric needs its quantity in words like "> 30 USD", "~ 5..7 %" or "12"')
        return figure or {}

    def _span(self, mark: Mark) -> Wire:
        if len(mark.spans) != 1:
            self._fault(mark.where, f"a {mark.label} is one stretch of text, not {len(mark.spans)}")
        return {"start": mark.spans[0][0], "end": mark.spans[-1][1]}

    def _said(self, mark: Mark) -> str:
        """What a person wrote with the mark, or else the words that it marks, or else its label."""
        said = " ".join((mark.words or "").split())
        return said or " ".join(self.text[mark.spans[0][0] : mark.spans[-1][1]].split()) or mark.label

    def _fresh(self, kind: str) -> str:
        return by_hand.fresh_id(kind, self.used, len(self.wire[kind]))

    # Who is meant

    def _refer(self, drawn: list[Link], there: set[str]) -> None:
        told: dict[tuple[int, str], list[str]] = {}
        items: dict[int, tuple[str, Wire]] = {}
        for link in drawn:
            start, end = self.places.get(link.start), self.places.get(link.end)
            if link.relation == SAME or link.relation in _PART_RELATIONS or start is None or end is None:
                continue
            known = REFERENCES.get(start.label, {}).get(link.relation)
            if known is None or end.label not in known[2]:
                self._fault(link.where, f"{link.relation} cannot lead from a {start.label} to a {end.label}")
                continue
            told.setdefault((id(start.item), link.relation), []).append(end.record["id"])
            items[id(start.item)] = (start.label, start.item)
        could: dict[tuple[int, str], set[str]] = {}  # what arrows told before, between marks that are still there
        for link in self.expected:
            if link.relation not in _PART_RELATIONS and {link.start, link.end} <= there:
                place = self.known[link.start]
                could.setdefault((id(place.item), link.relation), set()).add(self.known[link.end].record["id"])
                items[id(place.item)] = (place.label, place.item)
        for label, item in items.values():
            for relation, (key, many, _) in REFERENCES[label].items():
                now = dict.fromkeys(told.get((id(item), relation), ()))
                before = could.get((id(item), relation), set())
                ids = item[key] if many else [item[key]] if item[key] else []
                kept = [each for each in ids if each in now or each not in before]
                after = kept + [each for each in now if each not in kept]
                item[key] = after if many else after[-1] if after else None

    # What is left over

    def sweep(self) -> None:
        """Drop records that lost all their words, and references to what is no longer there."""
        for kind in ("actors", "agreements"):
            self.wire[kind][:] = [each for each in self.wire[kind] if each["mentions"] or id(each) not in self.marked]
        left = {record["id"] for kind in by_hand.LETTERS for record in self.wire[kind]}
        for label, item in _referring(self.wire):
            for key, many, _ in REFERENCES[label].values():
                if many:
                    item[key] = [each for each in item[key] if each in left]
                elif item[key] not in left:
                    item[key] = None

    def _fault(self, where: str, message: str) -> None:
        self.faults.append(Fault(path=where, message=message))


_PART_RELATIONS = {relation for known in PARTS.values() for relation in known}


def _holder(place: Place) -> Wire:
    """What owns the parts that arrows lead to from this place."""
    return place.record if place.label in ACTORS else place.item


def _akin(label: str, other: str) -> bool:
    return label == other or {label, other} <= ACTORS.keys()


def _referring(wire: Wire) -> Iterable[tuple[str, Any]]:
    for actor in wire["actors"]:
        yield from (("Role", role) for role in actor["roles"])
    for label, kind in RECORDS.items():
        yield from ((label, record) for record in wire[kind])
    for agreement in wire["agreements"]:
        yield from (("Step", event) for event in agreement["events"])
