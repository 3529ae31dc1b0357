"""What a page says is done, and what comes is as it shows."""

import doctest
import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from tests.documentation.pages import EXAMPLES, FOLLOWED, PAGES, ROOT, follow, of_docs

from statedoc import formats, sources


@pytest.mark.parametrize("page", FOLLOWED, ids=of_docs)
def test_a_page_can_be_followed(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """In a copy of the examples, with this Python; `pytest --renew` writes what came into the page."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    reports = follow.follow(page, tmp_path, renew=request.config.getoption("--renew"))
    assert not reports, "\n".join(reports)


@pytest.mark.parametrize("page", PAGES, ids=of_docs)
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
