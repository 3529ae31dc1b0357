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

FOLLOWED = [page for page in sorted(DOCS.rglob("*.md")) if "```console" in page.read_text(encoding="utf-8")]
PAGES = [
    page
    for page in sorted(DOCS.rglob("*.md"))
    if "```pycon" in page.read_text(encoding="utf-8") and page not in FOLLOWED
]


def of_docs(page: Path) -> str:
    """A page's path in the documentation."""
    return str(page.relative_to(DOCS))
