"""Versions of the wire form: which one a document has, and the way from there to the newest.

A document is identified, then migrated, then built. A change of the wire form adds one step here: a
pure function from the wire form of one version to that of the next, `schema_version` included. A step
must let pass what it does not understand, for the converter to report.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from statedoc.errors import Fault, InvalidDocumentError
from statedoc.model import SCHEMA_VERSION
from statedoc.schema.scalars import wrong_type

Wire = dict[str, Any]
Step = Callable[[Wire], Wire]

STEPS: Final[Mapping[str, Step]] = {}  #: by the version that the step starts from, oldest first

_VERSION = re.compile(r"[0-9]{1,9}(?:[.][0-9]{1,9})*")


def migrate(data: object, steps: Mapping[str, Step] = STEPS) -> Wire:
    """The wire form in the newest version, whichever known version `data` has.

    Raises `InvalidDocumentError` where `data` is no object, or its version is missing or not known.
    """
    if not isinstance(data, dict):
        raise _refused("", f"{wrong_type('an object', data)}")
    while (version := _version(data, steps)) != SCHEMA_VERSION:
        data = steps[version](data)
    return data


def _version(wire: Wire, steps: Mapping[str, Step]) -> str:
    known = ", ".join([*steps, SCHEMA_VERSION])
    if "schema_version" not in wire:
        raise _refused("schema_version", f"missing; this release of statedoc reads {known}")
    version = wire["schema_version"]
    if not isinstance(version, str):
        raise _refused("schema_version", f"{wrong_type('a string', version)}")
    if version in steps or version == SCHEMA_VERSION:
        return version
    if _VERSION.fullmatch(version) and _numbers(version) > _numbers(SCHEMA_VERSION):
        advice = f"is newer than this release of statedoc, which reads {known}; upgrade statedoc to read it"
    else:
        advice = f"is not known; this release of statedoc reads {known}"
    raise _refused("schema_version", f'version "{version}" {advice}')


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _refused(path: str, message: str) -> InvalidDocumentError:
    return InvalidDocumentError([Fault(path=path, message=message)])
