"""Where a command writes, and in which format."""

import os
import sys
from collections.abc import Iterable

from statedoc import formats
from statedoc.cli.arguments import STANDARD, UsageError
from statedoc.errors import UnknownNameError
from statedoc.formats import Format


def refuse_inputs(files: Iterable[str], output: str | None) -> None:
    """Refuse to write over one of the inputs, by whatever name or redirection it is given."""
    if output is None or not os.path.exists(output):
        return
    there = os.stat(output)
    if any(_is(file, there) for file in files):
        raise UsageError(f"{output} is an input; write to another file")


def _is(file: str, there: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.fstat(sys.stdin.fileno()) if file == STANDARD else os.stat(file), there)
    except (OSError, ValueError):
        return False


def asked_for(name: str | None, output: str | None) -> Format | None:
    """The format that was asked for, by name or by the suffix of the output; None where neither tells."""
    if name is None and (output is None or not os.path.splitext(output)[1]):
        return None
    try:
        chosen = formats.REGISTRY.named(name) if name is not None else formats.REGISTRY.for_path(output or "")
    except UnknownNameError as error:
        raise UsageError(str(error)) from None
    if chosen is None:
        raise UsageError(f"no format has the suffix of {output!r}; name one with --to (see statedoc formats)")
    return chosen
