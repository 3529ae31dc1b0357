"""`statedoc parse`: articles in, documents or a summary out."""

import argparse
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from statedoc import formats
from statedoc.batch import parse_many
from statedoc.cli.arguments import STANDARD, UsageError
from statedoc.cli.console import Console
from statedoc.cli.inputs import opened, shown, told
from statedoc.cli.output import asked_for, refuse_inputs
from statedoc.errors import Failure, StatedocError
from statedoc.extract.pipeline import parse as parse_article
from statedoc.formats import Format
from statedoc.model import Document
from statedoc.sources import REGISTRY as SOURCES
from statedoc.sources import articles


def parse(given: argparse.Namespace, console: Console) -> None:
    """Parse each file, and write what came of those that could be read."""
    output = None if given.output == STANDARD else given.output
    _check(given, output)
    wanted = _wanted(given, output)
    found = _documents(given, console)
    first = tuple(islice(found, 2))  # whether there are several is all that must be known before writing
    if not first:
        return
    name = (
        wanted.name if wanted else _fitting(several=len(given.files) > 1 or len(first) > 1, output=output, to=console)
    )
    options: dict[str, Any] = {}
    if name in ("summary", "explain") and output is None:
        options = {"width": console.width, "bold": console.shows_bold}
    elif name == "json":
        options = {"indent": True}
    formats.dump(chain(first, found), console.out if output is None else output, name, **options)


def _check(given: argparse.Namespace, output: str | None) -> None:
    """Refuse, before anything is read, what could not come out well."""
    try:
        parse_article("", language=given.language, published=given.published)
        if given.source is not None:
            SOURCES.named(given.source)
    except StatedocError as error:
        raise UsageError(str(error)) from None
    refuse_inputs(given.files, output)


def _wanted(given: argparse.Namespace, output: str | None) -> Format | None:
    """The format that was asked for, where it can hold all that is asked of it."""
    chosen = asked_for(given.to, output)
    if chosen is not None and len(given.files) > 1 and not chosen.many:
        raise UsageError(f"the format {chosen.name!r} holds one document; for several files use --to jsonl")
    return chosen


def _fitting(*, several: bool, output: str | None, to: Console) -> str:
    """The format when none was asked for: a person gets a summary, a program JSON."""
    if output is None and to.is_terminal:
        return "summary"
    return "jsonl" if several else "json"


def _documents(given: argparse.Namespace, console: Console) -> Iterator[Document]:
    """The documents of all files; what could not be read is complained of when it is met."""
    for file in given.files:
        with told(file, console):
            read = articles(opened(file, console), given.source)
            for result in parse_many(read, language=given.language, published=given.published):
                if isinstance(result, Failure):
                    console.complain(f"{shown(file)}: {result}")
                else:
                    yield result
