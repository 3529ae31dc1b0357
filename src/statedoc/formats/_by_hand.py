"""Records that a person made by marking words: what they are before more is known of them, in the wire form."""

import re
from typing import Any, Final

from statedoc.formats._marks import ACTORS, RECORDS, Wire
from statedoc.model import SCHEMA_VERSION, Comparator

LETTERS: Final = {"actors": "a", "speeches": "s", "quotes": "q", "agreements": "g", "metrics": "m"}
RULE: Final = "by-hand"  #: the rule of such a record

_FIGURE = r"-?[0-9]+(?:\.[0-9]+)?"
_QUANTITY = re.compile(rf"(?:([<>]=?|[=~])\s*)?({_FIGURE})(?:\.\.({_FIGURE}))?(?:\s+(\S.*))?")


def document(id: str, producer: str) -> Wire:
    """A document without text and records."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": id,
        "article": {**_nothing("title", "url", "publisher", "published", "language"), "authors": []},
        **{kind: [] for kind in LETTERS},
        "producer": {"name": producer, "version": "unknown"},
    }


def actor(id: str, label: str, name: str) -> Wire:
    """An actor without mentions."""
    kind = ACTORS[label].value
    return {"id": id, "kind": kind, "name": name, "country": None, **_lists("aliases", "roles", "mentions")}


def agreement(id: str, title: str) -> Wire:
    """An agreement without mentions."""
    lists = _lists("mentions", "parties", "events")
    return {"id": id, "kind": "agreement", "title": title, **lists, **_nothing("status", "date", "place"), "rule": RULE}


def speech(id: str, span: Wire) -> Wire:
    """A speech of which only the words are known."""
    lists = _lists("speakers", "audience", "quotes")
    nothing = _nothing("medium", "occasion", "place", "date")
    return {"id": id, "kind": "statement", **lists, **nothing, "span": span, "rule": RULE}


def quote(id: str, content: list[Wire]) -> Wire:
    """A quote of which only the words are known."""
    lists = _lists("speakers", "via", "addressee")
    nothing = _nothing("source", "cue", "speech", "within")
    return {"id": id, "kind": "direct", "content": content, **lists, **nothing, "rule": RULE}


def metric(id: str, span: Wire, figure: Wire) -> Wire:
    """A metric of which only the words and the quantity are known."""
    nothing = _nothing("counted", "measure", "change", "period", "quote")
    lists = _lists("actors", "claimed_by")
    return {"id": id, "kind": "count", "span": span, "quantity": figure, **lists, **nothing, "rule": RULE}


def part(label: str, span: Wire, words: str, date: str | None) -> Wire:
    """A part of a record: a role, a source, a cue, a step or a date."""
    parts: dict[str, Wire] = {
        "Role": {"title": words, "organization": None, "country": None, "span": span},
        "Source": span,
        "Cue": {"span": span, "lemma": words, "class": "neutral"},
        "Step": {"status": "signed", "date": None, "parties": [], "span": span},
        "Date": {"edtf": date, "span": span},
    }
    return parts[label]


def quantity(words: str) -> Wire | None:
    """The quantity that a person wrote; None if it is none.

    >>> quantity("> 30 USD")
    {'value': '30', 'low': None, 'high': None, 'comparator': '>', 'unit': 'USD'}
    """
    found = _QUANTITY.fullmatch(words.strip())
    if found is None:
        return None
    comparator, low, high, unit = found.groups()
    amount = {"value": None, "low": low, "high": high} if high else {"value": low, "low": None, "high": None}
    return {**amount, "comparator": comparator or Comparator.EQUAL.value, "unit": unit}


def fresh_id(kind: str, used: set[str], count: int) -> str:
    """An id for a new record that no other has; `used` takes it in."""
    assert kind in (*RECORDS.values(), "actors")  # noqa: S101 - checked
    number = count + 1
    while f"{LETTERS[kind]}{number}" in used:
        number += 1
    used.add(f"{LETTERS[kind]}{number}")
    return f"{LETTERS[kind]}{number}"


def _nothing(*keys: str) -> dict[str, Any]:
    return dict.fromkeys(keys)


def _lists(*keys: str) -> dict[str, Any]:
    return {key: [] for key in keys}
