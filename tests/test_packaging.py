"""What is shipped: the wheel holds every file of the package, and the metadata says what is true."""

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

import statedoc

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "statedoc"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
FOR_USERS = set(EXTRAS) - {"all", "docs", "dev", "examples"}


def shipped() -> set[str]:
    """Every file of the package but what Python itself leaves there."""
    return {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    (built,) = folder.glob("statedoc-*.whl")
    return built


def test_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("statedoc/")}
    assert packed == shipped()
    assert "statedoc/py.typed" in packed


def test_wheel_holds_the_lexicons(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert [name for name in archive.namelist() if re.fullmatch(r"statedoc/languages/ru/.*\.toml", name)]


def test_wheel_holds_the_licence_and_the_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (entry_points,) = [name for name in names if name.endswith(".dist-info/entry_points.txt")]
        assert "statedoc = statedoc.cli:main" in archive.read(entry_points).decode()
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_version_is_told_in_one_place() -> None:
    assert statedoc.__version__ == metadata.version("statedoc") == PROJECT["version"]


def test_what_changed_is_told() -> None:
    """In `changes/` until the release, then in the changelog under its version."""
    released = f"## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert released or list((ROOT / "changes").glob("+*.*.md"))


@pytest.mark.parametrize("fragment", sorted((ROOT / "changes").glob("+*.md")), ids=lambda path: path.name)
def test_a_fragment_is_one_line_of_a_known_kind(fragment: Path) -> None:
    text = fragment.read_text(encoding="utf-8")
    assert text.count("\n") == 1
    assert text.endswith(".\n")
    assert fragment.name.split(".")[-2] in ("added", "changed", "removed", "fixed")


def test_the_citation_has_the_version() -> None:
    assert f"version: {PROJECT['version']}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_core_dependencies_are_few() -> None:
    names = {re.split(r"[^\w-]", requirement)[0] for requirement in PROJECT["dependencies"]}
    assert names == {"attrs", "cattrs", "python-dateutil", "pymorphy3"}


def test_all_is_every_extra_for_users() -> None:
    (requirement,) = EXTRAS["all"]
    match = re.fullmatch(r"statedoc\[(.*)\]", requirement)
    assert match
    assert set(match[1].split(",")) == FOR_USERS


def extras_named(source: str) -> set[str]:
    """The extras that messages tell a reader to install."""
    return {extra for names in re.findall(r"statedoc\[([\w,]+)\]", source) for extra in names.split(",")}


def test_extras_that_messages_name_exist() -> None:
    named = {extra for path in PACKAGE.rglob("*.py") for extra in extras_named(path.read_text(encoding="utf-8"))}
    assert named <= set(EXTRAS)


def test_an_extra_in_a_message_is_seen() -> None:
    assert extras_named("MissingExtraError(\"pip install 'statedoc[html,nosuch]'\")") == {"html", "nosuch"}
