"""The rules of the house that no type checker knows, each shown able to fail on a bad sample."""

import ast
import io
import json
import re
import shutil
import subprocess
import sys
import textwrap
import tokenize
import types
import typing
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import attrs
import pytest

import statedoc.model
from statedoc.model import Article, Document

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "statedoc"
FILES = sorted(PACKAGE.rglob("*.py"))
NEUTRAL_FILES = [path for path in FILES if not path.is_relative_to(PACKAGE / "languages")]

MOST_LINES = 400
MOST_SECONDS = 0.15

# What `import statedoc` may load besides the standard library: the core dependencies without morphology.
LOADED_AT_IMPORT = {"statedoc", "attr", "attrs", "cattr", "cattrs", "dateutil", "six", "typing_extensions"}


def in_package(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


# --- Files stay short -------------------------------------------------------------------------------------------------


def is_long(source: str) -> bool:
    return len(source.splitlines()) > MOST_LINES


@pytest.mark.parametrize("path", FILES, ids=in_package)
def test_no_file_is_long(path: Path) -> None:
    assert not is_long(path.read_text(encoding="utf-8")), f"over {MOST_LINES} lines; it holds more than one concept"


def test_a_long_file_is_seen() -> None:
    assert is_long("pass\n" * (MOST_LINES + 1))
    assert not is_long("pass\n" * MOST_LINES)


# --- No language's vocabulary outside languages/ ----------------------------------------------------------------------

CYRILLIC = re.compile(r"[\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f]+")
# Not all of English: the words that a lexicon would start with. «may», «march» and «august» are other words too.
ENGLISH = re.compile(
    r"(?i:\b(?:said|says|told|tells|announced|announces|declared|declares|stressed|emphasi[sz]ed|reiterated|warned"
    r"|january|february|april|june|july|september|october|november|december)\b)|\b(?:March|May|August)\b"
)


def documentation(tree: ast.Module) -> set[ast.AST]:
    """The string nodes that are docstrings, also those under a field."""
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef)]
    bodies += [node.body[:1] for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return {line.value for body in bodies for line in body if isinstance(line, ast.Expr)}


def vocabulary(source: str) -> Iterator[tuple[int, str]]:
    """Line and word of each piece of a natural language's vocabulary that stands in code or comments.

    A `#:` comment is a field's docstring, and may hold an example as docstrings do.
    """
    tree = ast.parse(source)
    examples = documentation(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in examples:
            for pattern in (CYRILLIC, ENGLISH):
                yield from ((node.lineno, match.group()) for match in pattern.finditer(node.value))
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.NAME or (token.type == tokenize.COMMENT and not token.string.startswith("#:")):
            yield from ((token.start[0], match.group()) for match in CYRILLIC.finditer(token.string))


@pytest.mark.parametrize("path", NEUTRAL_FILES, ids=in_package)
def test_vocabulary_lives_in_languages(path: Path) -> None:
    found = list(vocabulary(path.read_text(encoding="utf-8")))
    assert not found, "move these (line, word) to languages/<code>/"


def test_most_files_are_neutral() -> None:
    """Else the test above has lost its way."""
    assert len(FILES) > len(NEUTRAL_FILES) > len(FILES) / 2


@pytest.mark.parametrize(
    "source",
    [
        'CUE = "заявил"',
        r'CUE = "\u0437\u0430\u044f"',
        'CUE = f"{name} сказал"',
        'CUES = {"said": "neutral"}',
        'MONTHS = ["May"]',
        'MONTHS = "january february"',
        "слово = 1",
        "x = 1  # как в «заявил»",
        'def find():\n    """Find."""\n    "заявил"',
        'def find(word="заявил"): ...',
    ],
)
def test_vocabulary_is_seen(source: str) -> None:
    assert list(vocabulary(source))


@pytest.mark.parametrize(
    "source",
    [
        '"""Reads «заявил»."""',
        'def find():\n    """Read «заявил», said he."""\n    return "may not be empty"',
        'class Cue:\n    lemma: str  #: as in «заявил»\n    """Or «сказал»."""',
        'CLAIMED = "claimed_by"',
    ],
)
def test_examples_are_no_vocabulary(source: str) -> None:
    assert not list(vocabulary(source))


# --- Models state facts, and nothing else -----------------------------------------------------------------------------

IMMUTABLE_ORIGINS = (tuple, type, typing.Literal, typing.Final, typing.ClassVar)


def inside(annotation: object) -> Iterator[object]:
    """An annotation and all that it is made of: `tuple[str, ...] | None` holds tuple, str and None."""
    yield annotation
    for part in typing.get_args(annotation):
        yield from inside(part)


def is_mutable(annotation: object) -> bool:
    origin = typing.get_origin(annotation) or annotation
    if not isinstance(origin, type) or issubclass(origin, str | bytes | tuple | types.UnionType):
        return False
    return issubclass(origin, Collection) and origin.__module__ in ("builtins", "collections", "collections.abc")


def is_frozen(model: type) -> bool:
    blank = object.__new__(model)
    try:
        setattr(blank, attrs.fields(typing.cast("typing.Any", model))[0].name, None)
    except attrs.exceptions.FrozenInstanceError:
        return True
    return False


def model_faults(model: type) -> Iterator[str]:
    """What keeps a class from being a model: each fault in words."""
    if not getattr(model, "__final__", False):
        yield "not @final"
    if not attrs.has(model):
        yield "not an attrs class"
        return
    if not is_frozen(model):
        yield "not frozen"
    for each in attrs.fields(model):
        if not each.kw_only:
            yield f"{each.name}: not keyword-only"
        hint = typing.get_type_hints(model)[each.name]
        if any(is_mutable(part) for part in inside(hint)):
            yield f"{each.name}: a collection that is no tuple"
    for name in vars(model):
        if re.match(r"_*(to|from)_", name):
            yield f"{name}: converts; conversions live at the edges"


def reachable(model: type) -> set[type]:
    """The attrs classes that a model is made of, itself among them."""
    found: set[type] = set()
    waiting = [model]
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        found.add(one)
        for hint in typing.get_type_hints(one).values():
            waiting += [part for part in inside(hint) if isinstance(part, type) and attrs.has(part)]
    return found


MODELS = {
    value for value in vars(statedoc.model).values() if isinstance(value, type) and attrs.has(value)
} | reachable(Document) | reachable(Article)  # fmt: skip


@pytest.mark.parametrize("model", sorted(MODELS, key=lambda model: model.__name__))
def test_models_are_frozen_facts(model: type) -> None:
    assert list(model_faults(model)) == []


def test_every_model_is_public() -> None:
    assert {model.__name__ for model in MODELS} <= set(statedoc.model.__all__)
    assert len(MODELS) > 15  # else the walk above has lost its way


def _loose() -> type:
    @typing.final
    @attrs.define(kw_only=True)
    class Loose:
        size: int

    return Loose


def _open() -> type:
    @attrs.frozen(kw_only=True)
    class Open:
        size: int

    return Open


def _positional() -> type:
    @typing.final
    @attrs.frozen
    class Positional:
        size: int

    return Positional


def _listing() -> type:
    @typing.final
    @attrs.frozen(kw_only=True)
    class Listing:
        names: tuple[str, ...] | list[str] | None

    return Listing


def _converting() -> type:
    @typing.final
    @attrs.frozen(kw_only=True)
    class Converting:
        size: int

        def to_json(self) -> str:
            return str(self.size)

    return Converting


@pytest.mark.parametrize(
    ("sample", "fault"),
    [
        (_loose, "not frozen"),
        (_open, "not @final"),
        (_positional, "size: not keyword-only"),
        (_listing, "names: a collection that is no tuple"),
        (_converting, "to_json: converts; conversions live at the edges"),
    ],
)
def test_each_fault_of_a_model_is_seen(sample: Callable[[], type], fault: str) -> None:
    assert list(model_faults(sample())) == [fault]


# --- Importing is cheap -----------------------------------------------------------------------------------------------

PROBE = """
import json, sys, time
before = set(sys.modules)
start = time.perf_counter()
{statement}
seconds = time.perf_counter() - start
loaded = {{name.partition(".")[0] for name in set(sys.modules) - before}}
print(json.dumps([seconds, sorted(loaded - set(sys.stdlib_module_names))]))
"""


def probe(statement: str) -> tuple[float, set[str]]:
    """Seconds and foreign packages that a statement costs in a fresh interpreter, its own start not counted."""
    run = subprocess.run(
        [sys.executable, "-I", "-c", PROBE.format(statement=statement)], capture_output=True, text=True, check=True
    )
    seconds, loaded = json.loads(run.stdout)
    return seconds, set(loaded)


def is_quick(statement: str, tries: int = 10) -> bool:
    """Whether any try is quick: a busy machine slows some, a slow import slows all."""
    return any(probe(statement)[0] < MOST_SECONDS for _ in range(tries))


def test_import_is_quick() -> None:
    assert is_quick("import statedoc")


def test_a_slow_import_is_seen() -> None:
    assert not is_quick(f"time.sleep({MOST_SECONDS})", tries=1)


def test_import_loads_the_core_only() -> None:
    _, loaded = probe("import statedoc")
    assert loaded <= LOADED_AT_IMPORT
    assert "statedoc" in loaded


def test_loading_morphology_is_seen() -> None:
    _, loaded = probe("import pymorphy3")
    assert not loaded <= LOADED_AT_IMPORT


# --- Who may import whom ----------------------------------------------------------------------------------------------


def contracts_hold(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts of `folder`'s pyproject.toml on the package that stands in it or is installed."""
    check = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))"
    return subprocess.run([sys.executable, "-c", check], cwd=folder, capture_output=True, text=True, check=False)


def test_each_room_imports_only_those_below_it() -> None:
    run = contracts_hold(ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


ROOMS = ("errors", "model", "schema", "languages", "text", "extract", "sources", "formats", "batch", "cli")


def skeleton(folder: Path, *, extra: str, imports: str) -> Path:
    """A house of empty rooms under this project's contracts, with one import in one file."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    for room in ROOMS:
        (folder / "statedoc" / room).mkdir(parents=True)
        (folder / "statedoc" / room / "__init__.py").touch()
    (folder / "statedoc" / "__init__.py").touch()
    (folder / "statedoc" / extra).write_text(textwrap.dedent(imports), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("file", "imports"),
    [
        ("languages/ru.py", "import pymorphy3"),
        ("text/parsed.py", "import statedoc.languages\nimport statedoc.model"),
        ("cli/__init__.py", "import statedoc"),
        ("cli/summary.py", "import statedoc"),
        ("formats/arrow.py", "def write():\n    import pyarrow"),
    ],
)
def test_contracts_allow(file: str, imports: str, tmp_path: Path) -> None:
    run = contracts_hold(skeleton(tmp_path, extra=file, imports=imports))
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("file", "imports", "broken"),
    [
        ("text/parsed.py", "import statedoc.extract", "Each room imports only those below it"),
        ("formats/json.py", "import statedoc.sources", "Each room imports only those below it"),
        ("model/span.py", "def write():\n    import statedoc.formats", "Each room imports only those below it"),
        ("pantry.py", "", "Each room imports only those below it"),
        ("batch/stream.py", "from statedoc import parse", "Only the command line goes through the front door"),
        ("extract/quotes.py", "import pymorphy3", "Morphology and optional packages stay in the rooms"),
        ("extract/quotes.py", "def find():\n    import pyarrow", "Morphology and optional packages stay in the rooms"),
    ],
)
def test_contracts_refuse(file: str, imports: str, broken: str, tmp_path: Path) -> None:
    run = contracts_hold(skeleton(tmp_path, extra=file, imports=imports))
    assert run.returncode == 1, run.stdout + run.stderr
    assert re.search(rf"{broken}.* BROKEN", run.stdout)


# --- The package is whole ---------------------------------------------------------------------------------------------


def test_every_folder_is_a_package() -> None:
    """A folder without `__init__.py` would be left out by discovery, and by the tests above."""
    folders = {path.parent for path in FILES}
    assert [in_package(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_front_door_is_complete() -> None:
    assert [name for name in statedoc.__all__ if not hasattr(statedoc, name)] == []
    assert len(statedoc.__all__) == len(set(statedoc.__all__))


@pytest.mark.parametrize("path", FILES, ids=in_package)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
