"""The pages about sources: there is one for each, and what they show is what happens."""

import doctest
import inspect
import re
from pathlib import Path

import pytest

from statedoc.sources import REGISTRY

PAGES = Path(__file__).resolve().parents[2] / "docs" / "reference" / "sources"
WRITTEN = sorted(page for page in PAGES.glob("[a-z]*.md") if page.stem != "index")


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.stem)
def test_examples_are_true(page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```pycon\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, page.name, None, None)
    report: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append)
    assert not report, "".join(report)


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.stem)
def test_every_option_and_suffix_is_named(page: Path) -> None:
    source = REGISTRY.named(page.stem)
    code = set(re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8")))
    parameters = inspect.signature(source.read).parameters.values()
    assert {each.name for each in parameters if each.kind is each.KEYWORD_ONLY} <= code
    assert set(source.suffixes) <= code
