"""The results of a Label Studio annotation or prediction, as marks and links."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, final

import attrs

from statedoc.errors import Fault, InvalidDocumentError
from statedoc.formats._marks import LABELS, Link, Mark

CONTINUES: Final = "Continues"  #: the relation between the pieces of one quote
PIECE: Final = "-piece-"  #: in the id of every piece of a quote but the first


def chosen(task: Mapping[str, Any], where: str) -> tuple[list[Any] | None, str]:
    """The results that count, and their path; None where there are none, as in an export without predictions."""
    for kind in ("annotations", "predictions"):
        listed = task.get(kind)
        told = [
            (number, each)
            for number, each in enumerate(listed if isinstance(listed, list) else [])
            if isinstance(each, dict) and isinstance(each.get("result"), list) and not each.get("was_cancelled")
        ]
        if told:
            # max keeps the first of equals, so the last comes first
            number, best = max(reversed(told), key=_weight)
            return best["result"], f"{where}.{kind}[{number}].result"
    return None, where


def _weight(told: tuple[int, Mapping[str, Any]]) -> tuple[bool, str]:
    updated = told[1].get("updated_at")
    return bool(told[1].get("ground_truth")), updated if isinstance(updated, str) else ""


def read_results(results: list[Any], text: str, paths: Mapping[str, str], where: str) -> tuple[list[Mark], list[Link]]:
    """The marks and links of results about a text; `paths` tells which part of the document a region stands for.

    Raises `InvalidDocumentError` with a fault, its path that of the result, for each that cannot be understood.
    """
    work = _Results(text, paths)
    for number, result in enumerate(results):
        work.read(result, f"{where}[{number}]")
    if work.faults:
        raise InvalidDocumentError(work.faults)
    return list(work.marks()), list(work.links())


@final
@attrs.frozen(kw_only=True)
class _Region:
    """Words with a label."""

    label: str
    start: int
    end: int
    where: str


class _Results:
    """What was read so far."""

    def __init__(self, text: str, paths: Mapping[str, str]) -> None:
        self.text, self.paths = text, paths
        self.faults: list[Fault] = []
        self.regions: dict[str, _Region] = {}
        self.drawn: list[Link] = []
        self.attributes: dict[str, dict[str, str]] = {}
        self.words: dict[str, str] = {}
        self.first: dict[str, str] = {}  # piece of a quote -> the piece before it

    def read(self, result: Any, where: str) -> None:
        if not isinstance(result, dict):
            self._fault(where, "expected an object")
            return
        kind, value = result.get("type"), result.get("value")
        if kind == "relation":
            self._relation(result, where)
            return
        key = result.get("id")
        if not isinstance(key, str) or not isinstance(value, dict):
            self._fault(where, "expected a region with an id and a value")
            return
        key = key.partition("#")[0]
        if kind == "labels":
            self._labels(key, value, where)
        elif kind == "choices":
            choices = value.get("choices")
            if isinstance(choices, list) and len(choices) == 1 and isinstance(choices[0], str):
                self.attributes.setdefault(key, {})[str(result.get("from_name"))] = choices[0]
            elif choices:
                self._fault(where, "expected one choice")
        elif kind == "textarea":
            told = value.get("text")
            lines = [told] if isinstance(told, str) else told if isinstance(told, list) else []
            self.words[key] = " ".join(str(line) for line in lines)

    def _labels(self, key: str, value: Mapping[str, Any], where: str) -> None:
        labels, start, end = value.get("labels"), value.get("start"), value.get("end")
        if not isinstance(labels, list) or len(labels) != 1 or labels[0] not in LABELS:
            self._fault(where, f"expected one label of {', '.join(LABELS)}")
        elif type(start) is not int or type(end) is not int or not 0 <= start < end <= len(self.text):
            size = len(self.text)
            self._fault(where, f"{start!r} to {end!r} is no stretch of the text, which has {size} code points")
        elif key in self.regions:
            self._fault(where, f'the id "{key}" is already that of another region')
        else:
            self.regions[key] = _Region(label=labels[0], start=start, end=end, where=where)

    def _relation(self, result: Mapping[str, Any], where: str) -> None:
        start, end, labels = result.get("from_id"), result.get("to_id"), result.get("labels")
        if not isinstance(start, str) or not isinstance(end, str):
            self._fault(where, "expected a relation with from_id and to_id")
            return
        if not isinstance(labels, list) or len(labels) != 1 or not isinstance(labels[0], str):
            self._fault(where, "expected one label on the relation, such as Speaker; add it, or remove the relation")
            return
        start, end = start.partition("#")[0], end.partition("#")[0]
        if result.get("direction") == "left":
            start, end = end, start
        self.drawn.append(Link(relation=labels[0], start=start, end=end, where=where))

    def marks(self) -> Iterator[Mark]:
        """A mark for each region, but one for all pieces of a quote."""
        self._join()
        groups: dict[str, list[str]] = {}
        for key in self.regions:
            groups.setdefault(self._root(key), []).append(key)
        for root, keys in groups.items():
            regions = [self.regions[key] for key in keys]
            told = [self.words[key] for key in keys if key in self.words]
            attributes: dict[str, str] = {}
            for key in reversed(keys):
                attributes |= self.attributes.get(key, {})
            yield Mark(
                key=root,
                path=self.paths.get(root),
                label=regions[0].label,
                spans=tuple(sorted((region.start, region.end) for region in regions)),
                attributes=attributes,
                words=told[0] if told else None,
                where=regions[0].where,
                anchored=root in keys,
            )

    def links(self) -> Iterator[Link]:
        for link in self.drawn:
            if link.relation != CONTINUES:
                yield attrs.evolve(link, start=self._root(link.start), end=self._root(link.end))

    def _join(self) -> None:
        for key, region in self.regions.items():
            root, piece, _ = key.partition(PIECE)
            if piece and root in self.paths and region.label == "Quote":
                self.first[key] = root
        for link in self.drawn:
            both = {link.start, link.end} <= self.regions.keys()
            quotes = both and self.regions[link.start].label == self.regions[link.end].label == "Quote"
            if link.relation != CONTINUES or not quotes:
                continue
            one, other = self._root(link.start), self._root(link.end)
            if other in self.paths and one not in self.paths:
                one, other = other, one  # what was there before stays what it is
            if one != other:
                self.first[other] = one

    def _root(self, key: str) -> str:
        trail = []
        while key in self.first:
            trail.append(key)
            key = self.first[key]
        for each in trail:  # so that a long chain is walked once
            self.first[each] = key
        return key

    def _fault(self, where: str, message: str) -> None:
        self.faults.append(Fault(path=where, message=message))
