"""A new language is one new folder, and no edit elsewhere: a copy of the package, with a toy pack in it, reads it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.languages import toy_pack

import statedoc

PACKAGE = Path(statedoc.__file__).parent
TEXT = "«La vojo estas longa», diris la kazaĥa prezidento Karlo Lango. Karlo Lango diris, ke la traktato estas preta."
READ = """
import json, sys
import statedoc
document = statedoc.parse(sys.argv[1])
print(json.dumps({
    "package": statedoc.__file__,
    "language": document.article.language,
    "quotes": [
        [quote.kind, quote.hull.of(document.text), [document.actor(id).name for id in quote.speakers], quote.rule]
        for quote in document.quotes
    ],
    "actors": [
        [actor.kind, actor.name, actor.country, [role.title for role in actor.roles]] for actor in document.actors
    ],
    "languages": list(statedoc.languages.codes()),
}))
"""


def run(package: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(package.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with one folder more."""
    copied = tmp_path_factory.mktemp("site") / "statedoc"
    shutil.copytree(PACKAGE, copied, ignore=shutil.ignore_patterns("__pycache__"))
    toy_pack.write(copied / "languages")
    return copied


def test_a_new_language_is_one_new_folder(package: Path) -> None:
    found = json.loads(run(package, "-c", READ, TEXT))
    assert Path(found["package"]).parent == package
    assert found["languages"] == sorted([*statedoc.languages.codes(), toy_pack.CODE])
    assert found["language"] == "eo"
    assert found["quotes"] == [
        ["direct", "La vojo estas longa", ["Karlo Lango"], "eo.quote.dash-cue-source"],
        ["indirect", "la traktato estas preta", ["Karlo Lango"], "eo.quote.cue-that"],
    ]
    assert ["person", "Karlo Lango", "KZ", ["prezidento"]] in found["actors"]


def test_the_forms_of_a_new_language_are_compiled_with_the_rest(package: Path) -> None:
    printed = run(package, "-m", "statedoc.languages").splitlines()
    written = ("cldr.json", "forms.json")
    assert printed == [str(package / "languages" / code / file) for code in sorted(["eo", "ru"]) for file in written]
    forms = json.loads((package / "languages" / "eo" / "forms.json").read_text(encoding="utf-8"))
    assert forms["prezidento"] == "prezidento|prezidentoj|prezidentojn|prezidenton"


def test_a_folder_without_a_grammar_is_no_language(package: Path) -> None:
    (package / "languages" / "zz").mkdir()
    assert json.loads(run(package, "-c", READ, TEXT))["languages"] == sorted([*statedoc.languages.codes(), "eo"])
