"""What the README shows is true."""

import re
from collections.abc import Callable
from pathlib import Path

from tests.documentation.pages import ROOT

import statedoc

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_readme_shows_what_the_command_prints(same_as_file: Callable[[Path, str], None]) -> None:
    """`pytest --renew` writes the output into the README; .ci/run compares it with that of the command itself."""
    (path,) = re.findall(r"statedoc parse (\S+) --to summary", README)
    [article] = statedoc.articles(ROOT / path)
    assert isinstance(article, statedoc.Article)
    shown = statedoc.dumps(statedoc.parse(article), "summary").decode()
    before, marker, rest = README.partition("<!-- install-output -->\n```text\n")
    assert marker
    same_as_file(ROOT / "README.md", before + marker + shown + rest[rest.index("```\n") :])
