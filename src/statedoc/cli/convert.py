"""`statedoc convert`: documents from one format into another."""

import argparse
from collections.abc import Iterator
from itertools import chain, islice

from statedoc import formats
from statedoc.cli.arguments import STANDARD, UsageError
from statedoc.cli.console import Console
from statedoc.cli.inputs import opened, shown, told
from statedoc.cli.output import asked_for, refuse_inputs
from statedoc.errors import Failure
from statedoc.formats import documents
from statedoc.model import Document


def convert(given: argparse.Namespace, console: Console) -> None:
    """Write the whole documents of a file in another format; what is wrong with the others is told."""
    output = None if given.output == STANDARD else given.output
    refuse_inputs([given.input], output)
    chosen = asked_for(given.to, output)
    if chosen is None:
        raise UsageError("name a format with --to, or by the suffix of the output (see statedoc formats)")
    found = _documents(given.input, console)
    first = tuple(islice(found, 2))
    if not first:
        return
    if len(first) > 1 and not chosen.many:
        raise UsageError(f"the format {chosen.name!r} holds one document; for several use --to jsonl")
    formats.dump(chain(first, found), console.out if output is None else output, chosen.name)


def _documents(file: str, console: Console) -> Iterator[Document]:
    with told(file, console):
        for found in documents(opened(file, console)):
            if isinstance(found, Failure):
                console.complain(f"{shown(file)}: document {found.position + 1}: {found.error}")
            else:
                yield found
