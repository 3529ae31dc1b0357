"""Pages that are followed: what they say is done, and what is not so is told."""

import doctest
from pathlib import Path

import pytest
from tests.documentation.pages import follow

pytestmark = pytest.mark.usefixtures("installed")

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

<!-- fails -->
```console
$ echo before
before
$ test -e nothing
```

1. In a list:

   <!-- add to: word.py -->
   ```python
   for letter in ("д", "о", "м"):
       print(letter)
   ```

   <!-- change: word.py -->
   ```diff
    for letter in ...
   -    print(...
   +    print(letter.upper(), ...
   @@
   -print("слово")
   +print("слова")
   ```

   ```console
   $ python ../word.py
   слова
   Д д
   О о
   М м
   ```

<!-- notebook -->
```text
%load_ext autoreload
word = "слово"
```
"""


def followed(tmp_path: Path, page: str, *, renew: bool = False) -> tuple[list[str], str]:
    path, folder = tmp_path / "page.md", tmp_path / "in"
    (folder / "examples").mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")
    return follow.follow(path, folder, renew=renew), path.read_text(encoding="utf-8")


def test_what_a_page_says_is_done(tmp_path: Path) -> None:
    assert followed(tmp_path, PAGE, renew=True) == ([], PAGE)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("a\nb\n$", "a\n$"),
        ("'слово'", "'слова'"),
        ("division by zero", "division by one"),
        ("слово\n```", "```"),
        ("   Д д\n", "   Д Д\n"),
    ],
)
def test_what_is_not_so_is_told_and_renewed(true: str, false: str, tmp_path: Path) -> None:
    reports, renewed = followed(tmp_path, PAGE.replace(true, false), renew=True)
    (report,) = reports
    assert "page.md:" in report
    assert "Got" in report
    assert true in renewed


@pytest.mark.parametrize(
    ("true", "false", "told"),
    [
        ("-print(", "-prind(", ":59: word.py: what it changes stands there 0 times"),
        ("for letter in ...", "print(...", ":59: word.py: what it changes stands there 0 times"),
        ("test -e nothing", "true", ":46: true\nexit status 0"),
        ("echo before", "echo before; false", ":44: echo before; false\nexit status 1"),
        ("   <!-- add to: word.py", "   <!-- add to: words.py", ":53: there is no file words.py"),
        ("%load_ext autoreload", "%load_ext nosuch", "No module named"),
    ],
)
def test_what_cannot_be_done_is_told(true: str, false: str, told: str, tmp_path: Path) -> None:
    assert true in PAGE
    reports, _ = followed(tmp_path, PAGE.replace(true, false))
    assert any(told in report for report in reports), reports


def test_a_place_that_is_not_the_only_one_is_not_changed() -> None:
    with pytest.raises(ValueError, match="2 times"):
        follow.changed("a = 1\nb = 2\na = 1\n", "-a = 1\n+a = 2\n")


def test_the_example_of_a_change_is_true() -> None:
    assert doctest.testmod(follow) == (0, 1)


@pytest.mark.parametrize(
    ("wanted", "printed"),
    [
        ('".[html,warc]" pytest', ""),
        ('".[nosuch]"', "WARNING: statedoc ... does not provide the extra 'nosuch'\n"),
        ("statedoc-nosuch", "ERROR: ... No matching distribution found for statedoc-nosuch\n"),
    ],
)
def test_what_is_installed_must_be_there(wanted: str, printed: str, checkout: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    mark = "<!-- fails -->\n" if "ERROR" in printed else ""
    page.write_text(f"{mark}```console\n$ pip install {wanted}\n{printed}```\n", encoding="utf-8")
    assert follow.follow(page, checkout) == []
