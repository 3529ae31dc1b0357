"""From what the converter raises to faults with their paths, in the order in which one reads them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from statedoc.errors import Fault
from statedoc.schema.converter import wire_key

_LONGEST = 300  # of a message, which may hold a whole text where a word was expected
_PLAIN_KEY = re.compile(r"[^\W\d]\w*")
_STEP = re.compile(r"\[(\d+)\]|\.?([^\W\d]\w*)")


def key_path(path: str, key: object) -> str:
    """The path of a key of the object at `path`.

    >>> key_path("quotes[3].cue", "class")
    'quotes[3].cue.class'
    >>> key_path("article", "a.b")
    'article["a.b"]'
    """
    if isinstance(key, str) and _PLAIN_KEY.fullmatch(key):
        return f"{path}.{key}" if path else key
    return f'{path}["{key}"]'


def faults_of(error: Exception, path: str) -> Iterator[Fault]:
    """Every fault that an error of the converter tells of; `path` is where the value read stands."""
    if isinstance(error, ClassValidationError):
        at_fields, others = error.group_exceptions()
        for each, note in at_fields:
            yield from field_faults(each, path, wire_key(note.name))
        for each in others:
            yield from faults_of(each, path)
    elif isinstance(error, IterableValidationError):
        for each, place in error.group_exceptions()[0]:
            yield from faults_of(each, f"{path}[{place.index}]")
    elif isinstance(error, ForbiddenExtraKeysError):
        yield from unknown_keys(error.extra_fields, path)
    elif isinstance(error, ValueError):
        message = str(error)
        yield Fault(path=path, message=message if len(message) <= _LONGEST else f"{message[:_LONGEST]}...")
    else:
        raise error


def field_faults(error: Exception, path: str, key: str) -> Iterator[Fault]:
    """The faults of one field of the object at `path`."""
    where = key_path(path, key)
    if isinstance(error, KeyError):
        yield missing(where)
        return
    for fault in faults_of(error, where):
        # A validator begins with the name of its field, which the path says already.
        yield Fault(path=fault.path, message=fault.message.removeprefix(f"{key} "))


def missing(path: str) -> Fault:
    """The fault of a key that is not there."""
    return Fault(path=path, message="missing; every key must be present, with null or [] where nothing is known")


def unknown_keys(keys: Iterable[object], path: str) -> Iterator[Fault]:
    """The faults of keys that the object at `path` cannot have."""
    for key in keys:
        yield Fault(path=key_path(path, key), message="unknown key")


def in_reading_order(faults: Iterable[Fault], wire: dict[str, Any]) -> list[Fault]:
    """Sort faults by where they stand in `wire`; what is missing comes after all that is there."""
    return sorted(faults, key=lambda fault: _place(fault.path, wire))


def _place(path: str, wire: Any) -> tuple[tuple[int, ...], str]:
    places: list[int] = []
    at: Any = wire
    for index, key in _STEP.findall(path):
        if key and isinstance(at, dict) and key in at:
            places.append(list(at).index(key))
            at = at[key]
        elif index and isinstance(at, list) and int(index) < len(at):
            places.append(int(index))
            at = at[int(index)]
        else:
            places.append(len(at) if isinstance(at, dict) else 0)
            break
    return tuple(places), path
