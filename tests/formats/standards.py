"""What the tests of published formats share: schemas of others, golden documents, hostile text, pages that run."""

import doctest
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.formats.samples import DOCUMENT

from statedoc import Actor, ActorKind, Document, Metadata, Producer, Role, Span, loads
from statedoc.schema import decode_json

ROOT = Path(__file__).resolve().parent.parent.parent
GOLDEN = sorted((ROOT / "tests" / "golden" / "documents").glob("*.json"))
HOSTILE = (
    "</script><script>alert(1)</script><!-- ]]> & \" ' \\ \\u003c \u0000 \u0007 \u001b[2J \u202e\u2066 \u2028\u2029 "
    "=cmd|'/c calc'!A1 \ufeff \U0001f600 e\u0301 \ufdd0 \uffff"
)


def schemas(name: str) -> Path:
    """The folder of a standard's published schemas; the test is skipped where there is none."""
    folder = Path(os.environ.get("STATEDOC_SCHEMAS", os.devnull)) / name
    if not folder.is_dir():
        pytest.skip(f"STATEDOC_SCHEMAS names no folder with the published schemas of {name!r}")
    return folder


@cache
def golden(path: Path) -> Document:
    return loads(path.read_bytes())


def read(path: Path) -> Any:
    return decode_json(path.read_bytes())


def hostile(text: str = HOSTILE) -> Document:
    """A document of which everything that an article can choose is hostile."""
    span = Span(start=0, end=len(text))
    return attrs.evolve(
        DOCUMENT,
        id=text,
        article=Metadata(title=text, url=text, publisher=text, authors=(text, text), language="ru"),
        text=text,
        actors=tuple(
            Actor(id=f"{text}{kind}", kind=kind, name=text, aliases=(text,), roles=(Role(title=text, span=span),))
            for kind in ActorKind
        ),
        speeches=tuple(
            attrs.evolve(each, medium=text, occasion=text, place=text, speakers=(), date=None, span=span, quotes=())
            for each in DOCUMENT.speeches
        ),
        quotes=tuple(
            attrs.evolve(each, content=(span,), speakers=(), source=None, cue=None, via=(), speech=None)
            for each in DOCUMENT.quotes
        ),
        agreements=tuple(
            attrs.evolve(each, title=text, mentions=(span,), parties=(), date=None, place=text, events=())
            for each in DOCUMENT.agreements
        ),
        metrics=tuple(
            attrs.evolve(
                each,
                span=span,
                counted=text,
                measure=text,
                period=None,
                actors=(),
                claimed_by=(),
                quote=None,
                rule=text,
            )
            for each in DOCUMENT.metrics
        ),
        producer=Producer(name=text, version=text),
    )


def check_page(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the Python block of a format's page."""
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "reference" / "formats" / f"{name}.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```pycon\n(.*?)```", page, re.DOTALL)
    assert blocks
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, name, None, None)
    report: list[str] = []
    doctest.DocTestRunner().run(test, out=report.append)
    assert not report, "".join(report)
