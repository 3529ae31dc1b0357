"""Every block of every page is run, or else told by page and line."""

import inspect
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.documentation.pages import DOCS, FOLLOWED, PAGES, ROOT, SESSIONS, blocks, follow, name_of
from tests.documentation.test_contributing import test_an_article_goes_the_way_that_is_shown as way
from tests.documentation.test_names import test_wire_form_example_is_true as metric
from tests.documentation.test_tables import test_the_schema_shown_is_the_one_in_use as schema

CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
IN_CI = re.findall(r"\$\(readme_block ([\w-]+)\)", CI)
CLEAN = re.findall(r"follow\.py --clean .*?(docs/\S+\.md)", CI)
BY_A_TEST: dict[tuple[str, str], Callable[..., None]] = {
    ("CONTRIBUTING.md", "way"): way,
    ("docs/reference/wire-form.md", "metric"): metric,
}
README = {block.mark: block.code for block in blocks(ROOT / "README.md")}
DIRECTIVE = re.compile(r"( +:[\w-]+:.*|\.\. (currentmodule|auto\w+):: .*|)\n")  # of Sphinx, which runs no code of ours


def is_run(page: Path, block: "follow.Block") -> bool:
    """Whether something runs a block, of a page that is followed as all are of its place."""
    name = name_of(page)
    if block.kind in ("{toctree}", "{include} ../CHANGELOG.md"):
        return True
    if block.kind == "{eval-rst}":
        return all(DIRECTIVE.fullmatch(line) for line in block.code.splitlines(keepends=True))
    if block.kind.startswith("{literalinclude} "):
        return is_included(page, page.parent / block.kind.partition(" ")[2])
    if (name, block.mark) in BY_A_TEST:
        return True
    if block.mark in IN_CI:
        return block.code == README[block.mark]
    if not block.followed or page not in FOLLOWED + SESSIONS:
        return False
    if block.mark == "clean" and name not in CLEAN:
        return False
    return bool(block.file) or block.mark == "notebook" or is_whole(block)


def is_whole(block: "follow.Block") -> bool:
    """Whether a block begins with something to run, all of which is run."""
    return block.code.startswith({"console": "$ ", "pycon": ">>> "}[block.kind]) and "doctest:" not in block.code


def is_included(page: Path, file: Path) -> bool:
    """Whether a file that is shown is run by a command of the page, or imported by one that is."""
    file = file.resolve()
    run = re.findall(r"^\$ python (examples/\S+\.py)", page.read_text(encoding="utf-8"), re.MULTILINE)
    if page not in FOLLOWED:
        return file.name in inspect.getsource(schema)
    return any(file == ROOT / script or file.parent.name in (ROOT / script).read_text("utf-8") for script in run)


def not_run(page: Path, text: str) -> list[str]:
    """Where a page holds what nothing runs, as page and line."""
    found = list(follow.blocks(text))
    lines = [block.line - 1 for block in found if not is_run(page, block)]
    kinds = {block.line - 1: f"{block.mark} {block.kind}".strip() for block in found}
    inside = {line for block in found for line in range(block.line - 1, block.line + block.code.count("\n") + 1)}
    for line, words in enumerate(text.splitlines(), 1):
        if line not in inside and re.match(r" *(`{3,}|~{3,}|:{3,})[^`]*$", words):
            lines.append(line)  # no block that ends
    return [f"{name_of(page)}:{line}: {kinds.get(line, 'no end')}" for line in sorted(lines)]


def test_every_block_is_run() -> None:
    found = [each for page in PAGES for each in not_run(page, page.read_text(encoding="utf-8"))]
    assert not found, "nothing runs these blocks; docs/follow.py tells what can be followed:\n" + "\n".join(found)


@pytest.mark.parametrize(("page", "mark"), BY_A_TEST, ids=str)
def test_a_test_runs_the_block_that_it_is_named_for(page: str, mark: str) -> None:
    assert f'"{mark}")' in inspect.getsource(BY_A_TEST[page, mark])


PAGE = DOCS / "how-to" / "add-a-rule.md"


@pytest.mark.parametrize(
    "block",
    [
        "```sh\npip install .\n```\n",
        "```\npip install .\n```\n",
        "~~~python\nimport statedoc\n~~~\n",
        "1. In a list:\n\n   ```toml\n   [[cue]]\n   ```\n",
        "```{code-block} python\nimport statedoc\n```\n",
        ":::{code-block} python\nimport statedoc\n:::\n",
        "```{literalinclude} ../../noxfile.py\n:language: python\n```\n",
        "```{eval-rst}\n.. code-block:: python\n\n   import statedoc\n```\n",
        "<!-- clean -->\n```console\n$ pip install .\n```\n",
        "<!-- install-command -->\n```sh\npip install .\n```\n",
        "<!-- filed: word.py -->\n```python\nword = 1\n```\n",
        "<!-- change: word.py -->\n```python\nword = 1\n```\n",
        "```console\npip install .\n```\n",
        "```pycon\nimport statedoc\n```\n",
        "```pycon\n>>> statedoc  # doctest: +SKIP\n```\n",
        "```console\n$ pip install .\n",
    ],
)
def test_a_block_that_nothing_runs_is_seen(block: str) -> None:
    before = PAGE.read_text(encoding="utf-8")
    line = (before + "\n" + block[: re.search(r"(```|~~~|:::)", block).start()]).count("\n") + 1  # type: ignore[union-attr]
    found = not_run(PAGE, f"{before}\n{block}")
    assert [each.partition(": ")[0] for each in found] == [f"docs/how-to/add-a-rule.md:{line}"]


def test_a_block_of_a_page_that_nobody_follows_is_seen() -> None:
    assert not_run(ROOT / "CODE_OF_CONDUCT.md", "```console\n$ true\n```\n") == ["CODE_OF_CONDUCT.md:1: console"]
