"""What a page says is done, and what comes is as it shows."""

import doctest
import json
import shutil
from pathlib import Path

import pytest
from tests.documentation.pages import DOCS, EXAMPLES, FOLLOWED, SESSIONS, blocks, follow, name_of
from tests.languages import german_pack

NEEDED = {"curl": "studio", "git": "repository", "python -m pytest": "whole", "python -m benchmarks.quality": "whole"}


@pytest.mark.parametrize("page", FOLLOWED, ids=name_of)
def test_a_page_can_be_followed(page: Path, checkout: Path, request: pytest.FixtureRequest) -> None:
    """In a copy of the checkout, with this Python; `pytest --renew` writes what came into the page."""
    for command, fixture in NEEDED.items():
        if f"$ {command} " in page.read_text(encoding="utf-8"):
            if shutil.which(command.partition(" ")[0]) is None:
                pytest.skip(f"{command} is not here")
            request.getfixturevalue(fixture)
    if page.stem == "add-a-language":
        german_pack.write(checkout / "src" / "statedoc" / "languages")
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


@pytest.mark.usefixtures("studio")
@pytest.mark.parametrize(
    ("true", "false", "error"),
    [
        ("$TOKEN", "$TOKENS", "401"),
        ("projects/1/import", "project/1/import", "404"),
        ("exportType=JSON", "type=JSON", "404"),
        ("Content-Type: application/json", "Accept: application/json", "415"),
        ("@talks.labelstudio.json", "@talks.txt", "400"),
    ],
)
def test_label_studio_would_refuse(true: str, false: str, error: str, tmp_path: Path) -> None:
    """What stands in for it, as it does."""
    said = [block for block in blocks(DOCS / "how-to" / "correct-by-hand.md") if "$ curl" in block.code]
    code = "".join(f"$ {shown.source}" for block in said for shown in block.statements if "curl" in shown.source)
    page, task = tmp_path / "page.md", {"data": {"text": "Мост построен."}, "predictions": [{"result": []}]}
    (tmp_path / "talks.labelstudio.json").write_text(json.dumps([task]), encoding="utf-8")
    (tmp_path / "talks.txt").write_text("Мост построен.", encoding="utf-8")
    for given in (code, code.replace(true, false)):
        page.write_text(f"```console\n{given}```\n", encoding="utf-8")
        assert (f"The requested URL returned error: {error}" in str(follow.follow(page, tmp_path))) == (given != code)


def test_a_new_format_or_source_is_a_short_file() -> None:
    written = [
        block.code
        for page in FOLLOWED
        for block in blocks(page)
        if block.mark.startswith(("file: src/statedoc/formats/", "file: src/statedoc/sources/"))
    ]
    assert len(written) == 2
    assert all(code.count("\n") < 40 for code in written)
