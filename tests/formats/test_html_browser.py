"""html in a real browser: nothing is loaded, nothing complains, everyone can read it, and its links work.

It needs chromium, node, and two packages: `npm install --no-save playwright-core axe-core`. They are looked for in
the project's `node_modules` and in the folders of NODE_PATH. With STATEDOC_SCREENSHOTS set to a folder, screenshots
are left there.
"""

import datetime as dt
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import attrs
import pytest

from statedoc import Metadata, dump, load
from statedoc.formats._html_page import frame

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CHROMIUM = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
NODE = shutil.which("node")


def missing() -> str | None:
    """What the check needs and does not find."""
    if CHROMIUM is None:
        return "there is no chromium"
    if NODE is None:
        return "there is no node"
    look = "for (const name of ['playwright-core', 'axe-core']) require.resolve(name)"
    if subprocess.run([NODE, "-e", look], cwd=ROOT, capture_output=True, check=False).returncode:
        return "node finds no playwright-core or axe-core: npm install --no-save playwright-core axe-core"
    return None


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the browser found."""
    if reason := missing():
        pytest.skip(reason)
    assert CHROMIUM is not None
    assert NODE is not None
    folder = tmp_path_factory.mktemp("pages")
    about = Metadata(
        title="Визит в Баку",
        url="https://example.org/visit",
        publisher="Вестник",
        published=dt.date(2025, 10, 12),
        language="ru",
    )
    document = attrs.evolve(load(HERE.parent / "golden" / "documents" / "state-visit.json"), article=about)
    page, notebook = folder / "page.html", folder / "notebook.html"
    dump(document, page)
    notebook.write_text(f"<!doctype html><title>Notebook</title>{frame(document, 640)}", encoding="utf-8")
    command = [NODE, str(HERE / "html_browser.cjs"), CHROMIUM, page.as_uri(), notebook.as_uri()]
    screenshots = os.environ.get("STATEDOC_SCREENSHOTS")
    run = subprocess.run(
        [*command, *filter(None, [screenshots])], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def test_nothing_is_loaded_and_nothing_complains(seen: dict[str, Any]) -> None:
    assert seen["messages"] == []
    assert seen["requests"] == []


def test_elements_stand_where_they_may(seen: dict[str, Any]) -> None:
    if seen["faults"] is None:
        pytest.skip("node finds no html-validate: npm install --no-save html-validate")
    assert seen["faults"] == []


def test_everyone_can_read_it(seen: dict[str, Any]) -> None:
    assert seen["violations"] == []
    assert seen["firstStop"] == "#text"


def test_it_is_as_wide_as_its_window(seen: dict[str, Any]) -> None:
    assert seen["wide"] == []


def test_links_lead_to_cards_and_back(seen: dict[str, Any]) -> None:
    assert seen["cardComesIntoView"]
    assert seen["textStaysWhereItIs"]
    assert seen["wordsLightUp"]
    assert seen["placeComesIntoView"]


def test_cards_are_printed_after_the_text(seen: dict[str, Any]) -> None:
    assert seen["printedBeside"] == "static"


def test_a_notebook_stays_as_it_is(seen: dict[str, Any]) -> None:
    outer, inner = seen["frames"]
    assert outer.endswith("/notebook.html")
    assert inner == "about:srcdoc#q1"
    assert seen["notebookColour"] == "rgba(0, 0, 0, 0)"
