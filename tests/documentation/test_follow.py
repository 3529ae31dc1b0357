"""Pages that are followed: what they say is done, and what is not so is told."""

import os
import sys
from pathlib import Path

import pytest
from tests.documentation.pages import follow

PAGE = """
```console
$ printf 'a\\nb'
a
b
$ cd examples && pwd
.../examples
```

<!-- file: word.py -->
```python
print("слово")
```

<!-- clean -->
```console
$ exit 3
```

```pycon
>>> word = "сло" + "во"
>>> for letter in word[:1]:
...     print(letter)
с

```

```console
$ python ../word.py
слово
```

```pycon
>>> word
'слово'
>>> 1 / 0
Traceback (most recent call last):
ZeroDivisionError: division by zero

```
"""


def followed(tmp_path: Path, page: str, *, renew: bool = False) -> tuple[list[str], str]:
    path, folder = tmp_path / "page.md", tmp_path / "in"
    (folder / "examples").mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")
    return follow.follow(path, folder, renew=renew), path.read_text(encoding="utf-8")


def test_what_a_page_says_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    assert followed(tmp_path, PAGE, renew=True) == ([], PAGE)


@pytest.mark.parametrize(
    ("true", "false"),
    [("a\nb\n$", "a\n$"), ("'слово'", "'слова'"), ("division by zero", "division by one"), ("слово\n```", "```")],
)
def test_what_is_not_so_is_told_and_renewed(
    true: str, false: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    reports, renewed = followed(tmp_path, PAGE.replace(true, false), renew=True)
    (report,) = reports
    assert "page.md:" in report
    assert "Got" in report
    assert true in renewed
