"""Follow a page: do what it says, in order, and compare what comes with what it shows.

    python docs/follow.py docs/tutorials/first-article.md --in DIR [--clean] [--renew]

What is followed, each in the folder given:

- ``console`` blocks: lines after ``$ `` are given to one shell, so that what one sets the next one finds; the lines
  below are what it must print. A block after ``<!-- clean -->`` is for an empty machine, and skipped elsewhere.
- ``pycon`` blocks: one Python session a page.
- blocks after ``<!-- file: NAME -->`` are written to that file.

``...`` in what a page shows stands for anything, as in doctest. ``--renew`` writes what came into the page.
"""

import argparse
import doctest
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, final

_BLOCK = re.compile(
    r"(?:<!-- (?P<mark>clean|file: (?P<name>\S+)) -->\n)?^```(?P<kind>\w+)\n(?P<code>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_END = "\x1e"  # what the shell prints after each command: no program prints it
_CHECKER = doctest.OutputChecker()
_OPTIONS = doctest.ELLIPSIS


@final
class Block(NamedTuple):
    """One block of a page."""

    kind: str
    code: str
    start: int  #: of the code, in the page
    clean: bool  #: is for an empty machine only
    file: str | None  #: to be written to

    @property
    def end(self) -> int:
        """The index after the code, in the page."""
        return self.start + len(self.code)


@final
class Shown(NamedTuple):
    """What a page shows for one command or statement."""

    source: str
    want: str
    line: int


def blocks(page: str) -> Iterator[Block]:
    """Yield the blocks of a page, in order."""
    for found in _BLOCK.finditer(page):
        yield Block(found["kind"], found["code"], found.start("code"), found["mark"] == "clean", found["name"])


def commands(code: str) -> Iterator[Shown]:
    """Yield the commands of a console block, each with what it prints."""
    number = 0
    for part in re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]:
        lines = part.splitlines(keepends=True)
        length = next((at for at, line in enumerate(lines, 1) if not line.endswith("\\\n")), len(lines))
        yield Shown("".join(lines[:length]), "".join(lines[length:]), number)
        number += len(lines)


@final
class Shell:
    """One shell for all commands of a page."""

    def __init__(self, folder: Path) -> None:
        """Start it in a folder."""
        environment = os.environ | {"COLUMNS": "80", "LC_ALL": "C.UTF-8", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        self._process = subprocess.Popen(
            ["bash", "--noprofile", "--norc"],
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )

    def run(self, command: str) -> str:
        """Give it a command, and wait for what it prints."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{{ {command.rstrip()}\n}} </dev/null\nprintf '%s\\n' '{_END}'\n")
        self._process.stdin.flush()
        printed: list[str] = []
        for line in self._process.stdout:
            if _END in line:
                before = line.partition(_END)[0]  # of a last line that no line feed ends
                return "".join(printed) + (f"{before}\n" if before else "")
            printed.append(line)
        raise RuntimeError(f"the shell has ended: {command}")

    def close(self) -> None:
        """End it."""
        self._process.communicate("exit\n")


def follow(path: Path, folder: Path, *, clean: bool = False, renew: bool = False) -> list[str]:
    """Do all that a page says; what came otherwise than it shows, as a report for each."""
    page = path.read_text(encoding="utf-8")
    shell = Shell(folder)
    said: list[str] = []  # Python so far
    renewed: list[tuple[Block, str]] = []
    reports: list[str] = []
    try:
        for block in blocks(page):
            if block.clean and not clean:
                continue
            if block.file is not None:
                target = folder / block.file
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(block.code, encoding="utf-8")
            elif block.kind in ("console", "pycon"):
                console = block.kind == "console"
                got = _commands(shell, block) if console else _session(shell, said, block)
                renewed.append((block, _rewritten(got, console=console)))
                line = page.count("\n", 0, block.start) + 1
                reports += [
                    f"{path}:{line + shown.line}: {shown.source.rstrip()}\n"
                    + _CHECKER.output_difference(doctest.Example(shown.source, shown.want), printed, _OPTIONS)
                    for shown, printed in got
                    if not _CHECKER.check_output(shown.want, printed, _OPTIONS)
                ]
    finally:
        shell.close()
    if renew and reports:
        for block, code in reversed(renewed):
            page = page[: block.start] + code + page[block.end :]
        path.write_text(page, encoding="utf-8")
    return reports


def _commands(shell: Shell, block: Block) -> list[tuple[Shown, str]]:
    return [(shown, shell.run(shown.source)) for shown in commands(block.code)]


def _session(shell: Shell, said: list[str], block: Block) -> list[tuple[Shown, str]]:
    """Each statement of a block with what it prints, in a session in which all before has been said."""
    examples = doctest.DocTestParser().get_examples(block.code)
    with tempfile.TemporaryDirectory() as folder:
        before, sources = Path(folder, "before"), Path(folder, "sources")
        before.write_text("\0".join(said), encoding="utf-8")
        sources.write_text("\0".join(each.source for each in examples), encoding="utf-8")
        printed = shell.run(f"python {Path(__file__).resolve()} --session {before} {sources}").split("\0\n")
    said += [each.source for each in examples]
    printed += [""] * len(examples)  # where the session broke off
    return [(Shown(each.source, each.want, each.lineno), got) for each, got in zip(examples, printed, strict=False)]


def _speak(before: Path, sources: Path) -> None:
    """Run statements as a session does, and print what each prints, parted by NUL."""
    names: dict[str, object] = {"__name__": "__main__"}
    for path in (before, sources):
        for source in path.read_text(encoding="utf-8").split("\0"):
            if path == before:
                stream, sys.stdout = sys.stdout, open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
            try:
                exec(compile(source, "<page>", "single"), names)  # noqa: S102
            except Exception as error:
                module = type(error).__module__
                name = type(error).__qualname__ if module == "builtins" else f"{module}.{type(error).__qualname__}"
                print(f"Traceback (most recent call last):\n{name}: {error}")
            if path == before:
                sys.stdout = stream
            else:
                print("\0")


def _rewritten(got: list[tuple[Shown, str]], *, console: bool) -> str:
    """A block with what came; what a page already shows rightly stays as it is."""
    code = ""
    for shown, printed in got:
        want = shown.want if _CHECKER.check_output(shown.want, printed, _OPTIONS) else printed
        if console:
            code += f"$ {shown.source}{want}"
            continue
        lines = shown.source.splitlines(keepends=True)
        code += f">>> {lines[0]}" + "".join(f"... {line}" for line in lines[1:]) + want
    return code


def main() -> int:
    """Follow the pages named on the command line."""
    if sys.argv[1:2] == ["--session"]:
        _speak(Path(sys.argv[2]), Path(sys.argv[3]))
        return 0
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pages", nargs="+", type=Path, metavar="PAGE", help="a Markdown file")
    parser.add_argument("--in", dest="folder", type=Path, default=Path(), help="where commands are run")
    parser.add_argument("--clean", action="store_true", help="do also what is for an empty machine")
    parser.add_argument("--renew", action="store_true", help="write what came into the page")
    given = parser.parse_args()
    reports = [
        each for page in given.pages for each in follow(page, given.folder, clean=given.clean, renew=given.renew)
    ]
    print("\n".join(reports) or f"{len(given.pages)} followed: all came as shown")
    return 1 if reports else 0


if __name__ == "__main__":
    raise SystemExit(main())
