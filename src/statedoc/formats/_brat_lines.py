"""The lines of brat's standoff: marked words, attributes, notes and arrows, each told with its place in the file."""

import re
from collections.abc import Iterator
from typing import Any, NoReturn

import attrs

from statedoc.errors import Fault, InvalidDocumentError
from statedoc.formats._marks import LABELS, SAME, Link, Mark, Pairs

_MARK = re.compile(r"(T[^\s]+)\t(\S+) ([0-9 ;]+)(?:\t(.*))?")
_FRAGMENT = re.compile(r"([0-9]{1,12}) ([0-9]{1,12})")
_RELATION = re.compile(r"R\S+\t(\S+) \w+:(\S+) \w+:(\S+)\s*")
_EVENT = re.compile(r"(E\S+)\t([^\s:]+):(\S+)((?: \S+:\S+)*)\s*")
_EQUIVALENCE = re.compile(r"\*\t\S+((?: \S+)+)\s*")
_ATTRIBUTE = re.compile(r"[AM]\S+\t(\S+) (\S+)(?: (\S+))?\s*")
_NOTE = re.compile(r"#\S*\t(\S+) (\S+)(?:\t(.*))?")
_IGNORED = ("N",)  # references to other people's data bases
_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


def read_lines(annotations: str, text: str, file: str) -> tuple[list[Mark], list[Link]]:
    """The marks and links of a file of annotations about a text.

    Raises `InvalidDocumentError` with a fault, its path "FILE line N", for each line that cannot be understood.
    """
    work = _Lines(text, file)
    for number, line in enumerate(annotations.removeprefix("\ufeff").split("\n"), start=1):
        if line := line.removesuffix("\r"):
            try:
                work.read(line, f"{file} line {number}")
            except _LineError as error:
                work.faults.append(Fault(path=f"{file} line {number}", message=str(error)))
    if work.faults:
        raise InvalidDocumentError(work.faults)
    return list(work.marks()), list(work.links())


class _LineError(Exception):
    """What is wrong with one line."""


class _Lines:
    """What was read so far."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.faults: list[Fault] = []
        self.given: dict[str, Mark] = {}
        self.drawn: list[Link] = []
        self.attributes: dict[str, dict[str, str]] = {}
        self.notes: dict[str, dict[str, str]] = {}
        self.triggers: dict[str, str] = {}  # an event stands for its trigger

    def read(self, line: str, where: str) -> None:
        reader = {
            "T": self._mark,
            "R": self._relation,
            "E": self._event,
            "*": self._equivalence,
            "A": self._attribute,
            "M": self._attribute,
            "#": self._note,
        }.get(line[0])
        if reader is not None:
            reader(line, where)
        elif not line.startswith(_IGNORED):
            _refuse("a line begins with T, R, E, A, M, N, * or #, an id and a tab")

    def marks(self) -> Iterator[Mark]:
        """The marks with their attributes and notes; those of marks that are gone are gone with them."""
        for key, mark in self.given.items():
            notes = self.notes.get(key, {})
            # What is told of an event is told of its trigger.
            attributes = self.attributes.get(key, {})
            yield attrs.evolve(
                mark, attributes=attributes, path=_part(notes.get("Statedoc")), words=notes.get("AnnotatorNotes")
            )

    def links(self) -> Iterator[Link]:
        for link in self.drawn:
            ends = [self.triggers.get(end, end) for end in (link.start, link.end)]
            yield attrs.evolve(link, start=ends[0], end=ends[1])

    def _mark(self, line: str, where: str) -> None:
        found = _MARK.fullmatch(line)
        if found is None:
            _refuse('expected an id, a tab, a label with offsets, a tab and the words: "T1\\tPerson 0 8\\tAnna Kim"')
        key, label, offsets, words = found.groups()
        if key in self.given:
            _refuse(f"the id {key} is already that of another mark")
        if label not in LABELS:
            _refuse(f"there is no label {label}; there are: {', '.join(LABELS)}")
        fragments = self._fragments(offsets)
        said = " ".join(self.text[start:end] for start, end in fragments)
        if words is not None and words.split() != said.split() and "".join(words.split()) != "".join(said.split()):
            _refuse(f'the words at {offsets} are "{_short(said)}", not "{_short(words)}"')
        self.given[key] = Mark(key=key, label=label, spans=_joined(self.text, fragments), where=where)

    def _fragments(self, offsets: str) -> Pairs:
        fragments = []
        for each in offsets.split(";"):
            found = _FRAGMENT.fullmatch(each.strip())
            if found is None:
                _refuse(f'offsets are pairs of numbers, as in "0 8" or "0 8;12 20", not "{_short(offsets)}"')
            start, end = int(found[1]), int(found[2])
            if not start < end <= len(self.text):
                _refuse(f"{start} to {end} is no stretch of the text, which has {len(self.text)} characters")
            fragments.append((start, end))
        return tuple(sorted(fragments))

    def _relation(self, line: str, where: str) -> None:
        found = _RELATION.fullmatch(line)
        if found is None:
            _refuse('expected an id, a tab and a relation of two marks: "R1\\tSpeaker Arg1:T1 Arg2:T2"')
        self.drawn.append(Link(relation=found[1], start=found[2], end=found[3], where=where))

    def _event(self, line: str, where: str) -> None:
        found = _EVENT.fullmatch(line)
        if found is None:
            _refuse('expected an id, a tab, a label with its mark, and roles: "E1\\tQuote:T1 Speaker:T2"')
        key, _, trigger, roles = found.groups()
        self.triggers[key] = trigger
        for role in roles.split():
            relation, _, end = role.partition(":")
            self.drawn.append(Link(relation=relation.rstrip("0123456789"), start=trigger, end=end, where=where))

    def _equivalence(self, line: str, where: str) -> None:
        found = _EQUIVALENCE.fullmatch(line)
        if found is None:
            _refuse('expected a star, a tab and marks of one and the same: "*\\tEquiv T1 T2"')
        first, *others = found[1].split()
        self.drawn += [Link(relation=SAME, start=first, end=each, where=where) for each in others]

    def _attribute(self, line: str, where: str) -> None:
        found = _ATTRIBUTE.fullmatch(line)
        if found is None:
            _refuse('expected an id, a tab, and an attribute of a mark: "A1\\tQuoteKind T1 direct"')
        name, key, value = found.groups()
        if value is not None:
            self.attributes.setdefault(self.triggers.get(key, key), {})[name] = value

    def _note(self, line: str, where: str) -> None:
        found = _NOTE.fullmatch(line)
        if found is None:
            _refuse('expected an id, a tab, a note of a mark, a tab and words: "#1\\tAnnotatorNotes T1\\tAnna Kim"')
        kind, key, words = found.groups()
        self.notes.setdefault(self.triggers.get(key, key), {})[kind] = words or ""


def _part(note: str | None) -> str | None:
    from statedoc.errors import UnreadableInputError
    from statedoc.schema import decode_json

    if note is None:
        return None
    try:
        told: Any = decode_json(note)
    except UnreadableInputError:
        return None  # a person wrote over it: the mark is taken for a new one
    part = told.get("part") if isinstance(told, dict) else None
    return part if isinstance(part, str) else None


def _joined(text: str, fragments: Pairs) -> Pairs:
    """Fragments between which there is nothing but line breaks are one: brat cannot mark words across lines."""
    joined: list[tuple[int, int]] = []
    for start, end in fragments:
        gap = text[joined[-1][1] : start] if joined else ""
        if gap and not gap.strip() and gap[0] in _BREAKS and gap[-1] in _BREAKS:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:60]}..."


def _refuse(message: str) -> NoReturn:
    raise _LineError(message)
