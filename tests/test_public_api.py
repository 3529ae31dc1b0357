"""The front door: what `statedoc` offers, and what it costs to open."""

import subprocess
import sys
from types import ModuleType

import pytest

import statedoc
import statedoc.batch
import statedoc.extract.pipeline
import statedoc.model
import statedoc.testing

FUNCTIONS = {"articles", "documents", "dump", "dumps", "load", "loads", "parse", "parse_edtf", "parse_many"}


def test_every_model_and_function_is_offered() -> None:
    assert set(statedoc.model.__all__) <= set(statedoc.__all__)
    assert set(statedoc.__all__) >= FUNCTIONS
    assert list(statedoc.__all__) == sorted(statedoc.__all__, key=lambda name: (not name.isupper(), name))


def test_every_error_is_offered() -> None:
    errors = {
        name
        for name, value in vars(statedoc.errors).items()
        if isinstance(value, type) and value.__module__ == "statedoc.errors"
    }
    assert errors <= set(statedoc.__all__)


@pytest.mark.parametrize("name", sorted(set(statedoc.__all__) - {"__version__", "SCHEMA_VERSION"}))
def test_every_name_is_documented_where_it_is_defined(name: str) -> None:
    value = getattr(statedoc, name)
    assert value.__doc__
    assert value.__module__.startswith("statedoc.")
    assert name in dir(statedoc)


def test_what_comes_late_is_the_same() -> None:
    assert statedoc.parse is statedoc.extract.pipeline.parse
    assert statedoc.parse_many is statedoc.batch.parse_many
    assert statedoc.__version__.count(".") == 2


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'statedoc' has no attribute 'prase'"):
        statedoc.prase  # noqa: B018
    with pytest.raises(ImportError):
        exec("from statedoc import prase")  # noqa: S102


def test_star_brings_everything() -> None:
    found: dict[str, object] = {}
    exec("from statedoc import *", found)  # noqa: S102
    assert set(statedoc.__all__) <= set(found)


@pytest.mark.parametrize(
    ("room", "name"),
    [
        (room, name)
        for room in (statedoc, statedoc.testing)
        for name in room.__all__
        if not isinstance(getattr(room, name), str)
    ],
)
def test_every_name_is_shown_at_work(room: ModuleType, name: str) -> None:
    assert ">>> " in (getattr(room, name).__doc__ or "")


@pytest.mark.parametrize("module", ["statedoc", "statedoc.cli", "statedoc.formats", "statedoc.sources"])
def test_nothing_heavy_is_loaded_before_it_is_needed(module: str) -> None:
    probe = (
        f"import sys, {module}; "
        "heavy = {'pymorphy3', 'orjson', 'cattrs', 'statedoc.languages', 'statedoc.schema', 'importlib.metadata'}; "
        "print(*heavy & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-I", "-c", probe], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
