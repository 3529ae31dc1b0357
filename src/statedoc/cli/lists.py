"""`statedoc schema`, `formats`, `sources` and `languages`: what there is."""

import argparse
from collections.abc import Iterable, Sequence

from statedoc.cli.console import Console


def schema(given: argparse.Namespace, console: Console) -> None:
    """Print the JSON Schema of documents."""
    from statedoc.schema import encode_json, json_schema

    console.out.write(encode_json(json_schema(), indent=True) + b"\n")


def formats(given: argparse.Namespace, console: Console) -> None:
    """List the formats, their suffixes and whether they can be read back."""
    from statedoc.formats import REGISTRY

    _table(
        console,
        ("FORMAT", "SUFFIXES", "READ BACK", "WHAT IT IS"),
        (
            (each.name, " ".join(each.suffixes) or "-", "yes" if each.read else "no", each.summary)
            for each in REGISTRY.entries().values()
        ),
    )


def sources(given: argparse.Namespace, console: Console) -> None:
    """List the sources and their suffixes."""
    from statedoc.sources import REGISTRY

    rows = ((each.name, " ".join(each.suffixes) or "-", each.summary) for each in REGISTRY.entries().values())
    _table(console, ("SOURCE", "SUFFIXES", "WHAT IT IS"), rows)


def languages(given: argparse.Namespace, console: Console) -> None:
    """List the languages that there are packs for."""
    from statedoc.languages import codes, pack

    _table(console, ("CODE", "LANGUAGE"), ((code, pack(code).name) for code in codes()))


def _table(console: Console, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = [head, *rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        console.say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
