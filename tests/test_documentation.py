"""The pages name all that there is, and their examples are true."""

import argparse
import doctest
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import attrs
import pytest
from benchmarks.quality import judged_articles, measure

import statedoc
from statedoc import Article, Document, Metadata, MetricKind, SpeechKind, formats, languages, model, sources
from statedoc.cli.arguments import parser
from statedoc.extract.quotes.frames import Frame
from statedoc.formats import Format
from statedoc.schema import encode_json, json_schema
from statedoc.sources import Source

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text(encoding="utf-8")
API = (DOCS / "reference" / "api.md").read_text(encoding="utf-8")
WIRE_FORM = (DOCS / "reference" / "wire-form.md").read_text(encoding="utf-8")
DECISIONS = sorted((DOCS / "explanation" / "decisions").glob("0*.md"))

EXAMPLES = ROOT / "examples"

specification = importlib.util.spec_from_file_location("follow", DOCS / "follow.py")
assert specification
assert specification.loader
follow = importlib.util.module_from_spec(specification)
specification.loader.exec_module(follow)

NOT_OBJECTS = (model.Article, model.CalendarDate, model.EdtfDate)  # an article goes in; dates are strings
RECORDS = [
    value for value in vars(model).values() if isinstance(value, type) and attrs.has(value) and value not in NOT_OBJECTS
]
VOCABULARIES = [
    value
    for value in vars(model).values()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not model.Precision
]


def code_of(page: str) -> set[str]:
    """Every piece of text that a page sets as code."""
    return set(re.findall(r"`([^`\n]+)`", page))


@pytest.mark.parametrize("name", statedoc.__all__)
def test_api_page_names(name: str) -> None:
    assert re.search(rf"(:: |statedoc\.){re.escape(name)}(\n|`)", API)


@pytest.mark.parametrize("record", RECORDS)
def test_wire_form_page_names_every_key(record: type) -> None:
    keys = {each.name.rstrip("_") for each in attrs.fields(record)} - {"edtf"}  # a date is shown whole
    assert keys <= code_of(WIRE_FORM)


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_wire_form_page_names_every_value(vocabulary: type[StrEnum]) -> None:
    assert {value.value for value in vocabulary} <= code_of(WIRE_FORM)


def test_wire_form_example_is_true() -> None:
    found = re.search(r"```json\n(.*?)```", WIRE_FORM, re.DOTALL)
    article = re.search(r"^> (.*)$", WIRE_FORM, re.MULTILINE)
    assert found
    assert article
    metric, text = json.loads(found[1]), article[1]
    document = json.loads(
        statedoc.dumps(model.Document(id="d", text=text, producer=model.Producer(name="n", version="1")))
    )
    metric |= {"claimed_by": [], "quote": None}
    (read,) = statedoc.loads(json.dumps(document | {"metrics": [metric]})).metrics
    assert read.span.of(text).startswith("не менее 12")
    assert read.quantity.comparator is model.Comparator.AT_LEAST


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_decisions_have_their_parts(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.match(rf"# {path.stem[:4]}: ", text)
    assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(path.stem[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


# --- The README -------------------------------------------------------------------------------------------------------


def test_readme_shows_what_the_command_prints(same_as_file: Callable[[Path, str], None]) -> None:
    """`pytest --renew` writes the output into the README; .ci/run compares it with that of the command itself."""
    (path,) = re.findall(r"statedoc parse (\S+) --to summary", README)
    [article] = statedoc.articles(ROOT / path)
    assert isinstance(article, statedoc.Article)
    shown = statedoc.dumps(statedoc.parse(article), "summary").decode()
    before, marker, rest = README.partition("<!-- install-output -->\n```text\n")
    assert marker
    same_as_file(ROOT / "README.md", before + marker + shown + rest[rest.index("```\n") :])


def test_tour_is_true(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (tour,) = re.findall(r"```pycon\n(.*?)```", README, re.DOTALL)
    test = doctest.DocTestParser().get_doctest(tour, {}, "README.md", None, None)
    assert len(test.examples) > 10
    report: list[str] = []
    doctest.DocTestRunner().run(test, out=report.append)
    assert not report, "".join(report)


# --- Tables and examples of the pages ---------------------------------------------------------------------------------


def yes(value: object) -> str:
    return "yes" if value else "no"


def linked(name: str, room: str) -> str:
    """A name with its page; the forms of JSON are described where the wire form is."""
    if room == "formats" and name in ("json", "jsonl"):
        return f"[{name}](../wire-form.md)"
    return f"[{name}]({name}.md)" if (DOCS / "reference" / room / f"{name}.md").exists() else f"`{name}`"


def suffixes(entry: Format | Source) -> str:
    return ", ".join(f"`{suffix}`" for suffix in entry.suffixes)


def rows_of_formats() -> list[tuple[str, ...]]:
    return [
        (
            linked(each.name, "formats"),
            each.summary,
            suffixes(each),
            f"`{each.media_type}`",
            "any number" if each.many else "one",
            yes(each.read),
        )
        for each in formats.REGISTRY.entries().values()
    ]


def rows_of_sources() -> list[tuple[str, ...]]:
    return [
        (linked(each.name, "sources"), each.summary, suffixes(each)) for each in sources.REGISTRY.entries().values()
    ]


def rounded(number: int) -> str:
    """A number that need not be written anew with every word: its first two digits."""
    unit = 10 ** max(0, len(str(number)) - 2)
    return f"over {number // unit * unit:,}"


def rows_of_languages() -> list[tuple[str, ...]]:
    def row(code: str) -> tuple[str, ...]:
        folder = ROOT / "src" / "statedoc" / "languages" / code
        files = (tomllib.loads(each.read_text(encoding="utf-8")) for each in (folder / "examples").glob("*.toml"))
        forms = json.loads((folder / "forms.json").read_text(encoding="utf-8"))
        lexicons, examples = len(list(folder.glob("*.toml"))), sum(len(each["example"]) for each in files)
        known = len({form for listed in forms.values() for form in listed.split("|")})
        return f"`{code}`", languages.pack(code).grammar.name, str(lexicons), rounded(examples), rounded(known)

    return [row(code) for code in languages.codes()]


def rows_of_quality() -> list[tuple[str, ...]]:
    return [
        (name, f"{ratio.part} of {ratio.whole}", f"{ratio.value:.3f}")
        for name, ratio in measure(list(judged_articles())).items()
        if ratio.value is not None
    ]


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("reference/formats/index.md", rows_of_formats),
        ("reference/sources/index.md", rows_of_sources),
        ("reference/languages.md", rows_of_languages),
        ("explanation/quality.md", rows_of_quality),
    ],
)
def test_tables_are_made_from_the_house(
    path: str, rows: Callable[[], list[tuple[str, ...]]], same_as_file: Callable[[Path, str], None]
) -> None:
    """`pytest --renew` writes the tables into the pages."""
    page = DOCS / path
    room = page.stem if page.stem != "index" else page.parent.name
    before, marker, rest = page.read_text(encoding="utf-8").partition(f"<!-- {room} -->\n")
    head, _, after = rest.partition("<!-- end -->")
    head = "".join(head.splitlines(keepends=True)[:2])
    table = "".join(f"| {' | '.join(row)} |\n" for row in rows())
    assert marker
    same_as_file(page, f"{before}{marker}{head}{table}<!-- end -->{after}")


def test_the_schema_shown_is_the_one_in_use(same_as_file: Callable[[Path, str], None]) -> None:
    printed = encode_json(json_schema(), indent=True).decode() + "\n"
    same_as_file(DOCS / "reference" / "document-1.0.schema.json", printed)


FOLLOWED = [page for page in sorted(DOCS.rglob("*.md")) if "```console" in page.read_text(encoding="utf-8")]
PAGES = [
    page
    for page in sorted(DOCS.rglob("*.md"))
    if "```pycon" in page.read_text(encoding="utf-8") and page not in FOLLOWED
]


@pytest.mark.parametrize("page", FOLLOWED, ids=lambda page: str(page.relative_to(DOCS)))
def test_a_page_can_be_followed(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """In a copy of the examples, with this Python; `pytest --renew` writes what came into the page."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    reports = follow.follow(page, tmp_path, renew=request.config.getoption("--renew"))
    assert not reports, "\n".join(reports)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_examples_of_a_page_are_true(page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A page is one session, from the top; a block that names a file of the package is that file."""
    monkeypatch.chdir(ROOT)
    text = page.read_text(encoding="utf-8")
    before = set(sys.modules)
    for package in (formats, sources):
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path / package.__name__)])
    for room, name, code in re.findall(r"```python\n# statedoc/(\w+)/(\w+\.py)\n(.*?)```", text, re.DOTALL):
        assert code.count("\n") < 40
        folder = tmp_path / f"statedoc.{room}"
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(code, encoding="utf-8")
    blocks = "\n".join(re.findall(r"```pycon\n(.*?)```", text, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(blocks, {}, page.name, str(page), None)
    assert test.examples
    report: list[str] = []
    try:
        doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append)
    finally:
        for module in set(sys.modules) - before:
            if module.startswith(("statedoc.formats.", "statedoc.sources.")):
                del sys.modules[module]
    assert not report, "".join(report)


def options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        yield from action.option_strings
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from options(command)


def test_command_line_page_names_every_command_and_option() -> None:
    page = (DOCS / "reference" / "command-line.md").read_text(encoding="utf-8")
    (commands,) = [each for each in parser()._actions if isinstance(each, argparse._SubParsersAction)]
    assert all(command in page for command in commands.choices)
    assert set(options(parser())) - {"-h", "--help"} <= set(re.findall(r"(?<![\w-])--?[a-z]+", page))


# --- The examples and the page-follower -------------------------------------------------------------------------------


@pytest.mark.parametrize("script", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.stem)
def test_an_example_is_short_and_shown(script: Path) -> None:
    """Its code and its output stand on a page, which is followed."""
    assert len(script.read_text(encoding="utf-8").splitlines()) < 60
    shown = [page.read_text(encoding="utf-8") for page in FOLLOWED]
    code, run = f"```{{literalinclude}} ../../examples/{script.name}\n", f"$ python examples/{script.name}"
    assert any(code in page and run in page for page in shown)


def test_the_picture_of_a_page_is_that_of_its_example(tmp_path: Path) -> None:
    """Its words, at least: another release of matplotlib may draw other lines."""

    def words(picture: Path) -> list[str]:
        return re.findall(r"<!-- (.+?) -->", picture.read_text(encoding="utf-8"))

    drawn = tmp_path / "timeline.svg"
    command = [sys.executable, "examples/agreement_timeline.py", "examples/press-releases-2025.jsonl", str(drawn)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=os.environ | {"MPLBACKEND": "svg"})
    assert words(drawn) == words(DOCS / "images" / "agreement-timeline.svg")


PAGE = """
```console
$ printf 'a\\nb'
a
b
$ cd examples && pwd
.../examples
```

<!-- file: word.py -->
```python
print("слово")
```

<!-- clean -->
```console
$ exit 3
```

```pycon
>>> word = "сло" + "во"
>>> for letter in word[:1]:
...     print(letter)
с

```

```console
$ python ../word.py
слово
```

```pycon
>>> word
'слово'
>>> 1 / 0
Traceback (most recent call last):
ZeroDivisionError: division by zero

```
"""


def followed(tmp_path: Path, page: str, *, renew: bool = False) -> tuple[list[str], str]:
    path, folder = tmp_path / "page.md", tmp_path / "in"
    (folder / "examples").mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")
    return follow.follow(path, folder, renew=renew), path.read_text(encoding="utf-8")


def test_what_a_page_says_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    assert followed(tmp_path, PAGE, renew=True) == ([], PAGE)


@pytest.mark.parametrize(
    ("true", "false"),
    [("a\nb\n$", "a\n$"), ("'слово'", "'слова'"), ("division by zero", "division by one"), ("слово\n```", "```")],
)
def test_what_is_not_so_is_told_and_renewed(
    true: str, false: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    reports, renewed = followed(tmp_path, PAGE.replace(true, false), renew=True)
    (report,) = reports
    assert "page.md:" in report
    assert "Got" in report
    assert true in renewed


# --- The rules --------------------------------------------------------------------------------------------------------


class Row(NamedTuple):
    """One row of the page of rules."""

    rule: str
    meaning: str
    example: str

    def __str__(self) -> str:
        return self.rule


RULES = [
    Row(*found.groups())
    for found in re.finditer(
        r"^\| `([\w.-]+)` \| (.+) \| (.+) \|$",
        (DOCS / "reference" / "rules.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
]


def rules_of(document: Document) -> set[str]:
    records = (*document.speeches, *document.quotes, *document.agreements, *document.metrics)
    return {record.rule for record in records}


@pytest.mark.parametrize("row", RULES, ids=str)
def test_example_of_a_rule_is_true(row: Row) -> None:
    article = Article(text=row.example.replace("<br>", "\n"), metadata=Metadata(authors=("Анна Ким",)))
    assert row.rule in rules_of(statedoc.parse(article, language="ru"))


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "golden" / "documents").glob("*.json")), ids=lambda p: p.stem)
def test_rules_of_golden_documents_are_explained(path: Path) -> None:
    assert rules_of(statedoc.loads(path.read_bytes())) <= {row.rule for row in RULES}


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("quote", [frame.value for frame in Frame]),
        ("speech", [kind.value for kind in SpeechKind]),
        ("metric", [kind.value for kind in MetricKind]),
    ],
)
def test_every_rule_that_can_be_is_explained(kind: str, names: list[str]) -> None:
    assert {f"ru.{kind}.{name}" for name in names} <= {row.rule for row in RULES}
