"""Where the pages are, and how each of them is run."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"
EXAMPLES = ROOT / "examples"

specification = importlib.util.spec_from_file_location("follow", DOCS / "follow.py")
assert specification
assert specification.loader
follow = importlib.util.module_from_spec(specification)
specification.loader.exec_module(follow)

PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "CODE_OF_CONDUCT.md")),
    *sorted(DOCS.rglob("*.md")),
]


def blocks(page: Path) -> "list[follow.Block]":
    """The blocks of a page, in order."""
    return list(follow.blocks(page.read_text(encoding="utf-8")))


def marked(page: Path, mark: str) -> str:
    """The code of the one block of a page that this comment stands before."""
    (code,) = [block.code for block in blocks(page) if block.mark == mark]
    return code


def name_of(page: Path) -> str:
    """A page's path in the checkout."""
    return page.relative_to(ROOT).as_posix()


HAS_SESSION = [page for page in PAGES if any(block.followed for block in blocks(page))]
SESSIONS = [page for page in HAS_SESSION if all(block.kind == "pycon" for block in blocks(page) if block.followed)]
FOLLOWED = [page for page in HAS_SESSION if page not in SESSIONS]
