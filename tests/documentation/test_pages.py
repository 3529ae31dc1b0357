"""What a page says is done, and what comes is as it shows."""

import doctest
import shutil
from pathlib import Path

import pytest
from tests.documentation.pages import EXAMPLES, FOLLOWED, SESSIONS, blocks, follow, name_of


@pytest.mark.parametrize("page", FOLLOWED, ids=name_of)
def test_a_page_can_be_followed(page: Path, checkout: Path, request: pytest.FixtureRequest) -> None:
    """In a copy of the checkout, with this Python; `pytest --renew` writes what came into the page."""
    reports = follow.follow(page, checkout, renew=request.config.getoption("--renew"))
    assert not reports, "\n".join(reports)


@pytest.mark.parametrize("page", SESSIONS, ids=name_of)
def test_examples_of_a_page_are_true(page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A page that says nothing but Python is one session, from the top."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    said = "\n".join(block.code for block in blocks(page) if block.followed)
    test = doctest.DocTestParser().get_doctest(said, {}, page.name, str(page), None)
    report: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append)
    assert not report, "".join(report)


def test_a_new_format_or_source_is_a_short_file() -> None:
    written = [
        block.code
        for page in FOLLOWED
        for block in blocks(page)
        if block.mark.startswith(("file: src/statedoc/formats/", "file: src/statedoc/sources/"))
    ]
    assert len(written) == 2
    assert all(code.count("\n") < 40 for code in written)
