"""The example scripts are short, and shown on pages that are followed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.documentation.pages import DOCS, EXAMPLES, FOLLOWED, ROOT


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
