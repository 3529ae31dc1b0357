"""Follow a page: do what it says, in order, and compare what comes with what it shows.

    python docs/follow.py docs/tutorials/first-article.md --in DIR [--clean] [--renew]

What is followed, each in the folder given:

- ``console`` blocks: lines after ``$ `` are given to one shell, so that what one sets the next one finds; the lines
  below are what it must print. Each must succeed, but for the last one of a block after ``<!-- fails -->``. A block
  after ``<!-- clean -->`` is for an empty machine, and skipped elsewhere.
- ``pycon`` blocks: one Python session a page.
- blocks after ``<!-- file: NAME -->`` are written to that file, and after ``<!-- add to: NAME -->`` to its end.
- ``diff`` blocks after ``<!-- change: NAME -->`` change that file. There are no numbers of lines: what stood there must
  stand there once. A line that ends in ``...`` breaks off, and ``@@`` parts one place from the next.
- blocks after ``<!-- notebook -->`` are a notebook's cell, which must run and print nothing.

``...`` in what a page shows stands for anything, as in doctest. ``--renew`` writes what came into the page.
"""

import argparse
import contextlib
import doctest
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, final

_BLOCK = re.compile(
    r"^(?P<indent> *)(?:<!-- (?P<mark>[^\n]+) -->\n(?P=indent))?"
    r"(?P<fence>`{3,}|~{3,}|:{3,})(?P<kind>[^`\n]*)\n(?P<code>.*?)^ *(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
_END = "\x1e"  # what the shell and the session print after each command: no program prints it
_CHECKER = doctest.OutputChecker()
_OPTIONS = doctest.ELLIPSIS


@final
class Block(NamedTuple):
    """One block of a page, fenced."""

    kind: str  #: what stands behind the fence
    mark: str  #: what the comment before it says
    raw: str  #: its lines, as they stand in the page
    indent: str  #: before each of them, in a list
    start: int  #: of the lines, in the page
    line: int  #: of its first line, in the page

    @property
    def end(self) -> int:
        """The index after the lines, in the page."""
        return self.start + len(self.raw)

    @property
    def code(self) -> str:
        """The lines without what makes them part of a list."""
        return re.sub(f"^{self.indent}", "", self.raw, flags=re.MULTILINE)

    @property
    def file(self) -> str:
        """The file that it is to be written to or that it changes, if any."""
        verb, _, name = self.mark.partition(": ")
        return name if verb in ("file", "add to") or (verb, self.kind) == ("change", "diff") else ""

    @property
    def followed(self) -> bool:
        """Whether something is done about it."""
        return bool(self.file) or self.mark == "notebook" or (self.kind in _RUN and self.mark in ("", "clean", "fails"))

    @property
    def statements(self) -> "list[Shown]":
        """What is said in it, each with what must come."""
        return _RUN[self.kind](self.code) if self.kind in _RUN else []


@final
class Shown(NamedTuple):
    """What a page shows for one command or statement."""

    source: str
    want: str
    line: int


def blocks(page: str) -> Iterator[Block]:
    """Yield the blocks of a page, in order."""
    for found in _BLOCK.finditer(page):
        line = page.count("\n", 0, found.start("code")) + 1
        yield Block(
            found["kind"].strip(), found["mark"] or "", found["code"], found["indent"], found.start("code"), line
        )


def commands(code: str) -> list[Shown]:
    """The commands of a console block, each with what it prints."""
    number = 0
    found = []
    for part in re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]:
        lines = part.splitlines(keepends=True)
        length = next((at for at, line in enumerate(lines, 1) if not line.endswith("\\\n")), len(lines))
        found.append(Shown("".join(lines[:length]), "".join(lines[length:]), number))
        number += len(lines)
    return found


def examples(code: str) -> list[Shown]:
    """The statements of a session, each with what it prints."""
    return [Shown(each.source, each.want, each.lineno) for each in doctest.DocTestParser().get_examples(code)]


_RUN = {"console": commands, "pycon": examples}


def changed(text: str, diff: str) -> str:
    r"""A text after a diff; ValueError where what a hunk takes away does not stand there once.

    >>> changed("a = [1, 2]\nb = 3\n", "-a = [1, ...\n+a = [0, 1, ...\n")
    'a = [0, 1, 2]\nb = 3\n'
    """
    for hunk in re.split(r"^@@.*\n", diff, flags=re.MULTILINE):
        lines = hunk.splitlines()
        before = [re.escape(line[1:].removesuffix("...")) for line in lines if not line.startswith("+")]
        breaks = ["(.*)" if line.endswith("...") else "()" for line in lines if not line.startswith("+")]
        pattern = "".join(f"{start}{rest}\n" for start, rest in zip(before, breaks, strict=True))
        found = list(re.finditer(f"^{pattern}", text, re.MULTILINE))
        if len(found) != 1:
            raise ValueError(f"what it changes stands there {len(found)} times, and not once:\n{hunk}")
        rests, rest, after = iter(found[0].groups()), "", ""
        for line in lines:
            rest = rest if line.startswith("+") else next(rests)
            if not line.startswith("-"):
                after += line[1:].removesuffix("...") + (rest if line.endswith("...") else "") + "\n"
        text = text[: found[0].start()] + after + text[found[0].end() :]
    return text


@final
class Shell:
    """One shell for all commands of a page."""

    def __init__(self, folder: Path) -> None:
        """Start it in a folder."""
        self.status = 0  # of the last command
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
        self._process.stdin.write(f"{{ {command.rstrip()}\n}} </dev/null\nprintf '%s%s\\n' '{_END}' $?\n")
        self._process.stdin.flush()
        printed: list[str] = []
        for line in self._process.stdout:
            if _END in line:
                before, _, status = line.partition(_END)  # before it is a last line that no line feed ends
                self.status = int(status)
                return "".join(printed) + (f"{before}\n" if before else "")
            printed.append(line)
        raise RuntimeError(f"the shell has ended: {command}")

    def close(self) -> None:
        """End it."""
        self._process.communicate("exit\n")


@final
class Session:
    """One Python session for all statements of a page."""

    def __init__(self, shell: Shell) -> None:
        """Start it as the shell would, which says where and with what."""
        folder, environment = shell.run("pwd"), shell.run("env -0 | tr '\\0\\n' '\\n\\0'").splitlines()
        pairs = (line.replace("\0", "\n").partition("=") for line in environment)
        self._process = subprocess.Popen(
            [shell.run("command -v python").rstrip("\n"), Path(__file__).resolve(), "--session"],
            cwd=folder.rstrip("\n"),
            env={name: value for name, _, value in pairs},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )

    def run(self, source: str) -> str:
        """Say a statement, and wait for what it prints."""
        assert self._process.stdin
        assert self._process.stdout
        with contextlib.suppress(BrokenPipeError):  # where the session broke off, nothing more is printed
            self._process.stdin.write(json.dumps(source) + "\n")
            self._process.stdin.flush()
        printed: list[str] = []
        for line in self._process.stdout:
            if _END in line:
                return "".join([*printed, line.partition(_END)[0]])
            printed.append(line)
        return "".join(printed)

    def close(self) -> None:
        """End it."""
        with contextlib.suppress(BrokenPipeError):
            self._process.communicate()


def follow(path: Path, folder: Path, *, clean: bool = False, renew: bool = False) -> list[str]:
    """Do all that a page says; what came otherwise than it shows, as a report for each."""
    page = path.read_text(encoding="utf-8")
    renewed: list[tuple[Block, str]] = []
    reports: list[str] = []
    with contextlib.ExitStack() as stack:
        shell = stack.enter_context(contextlib.closing(Shell(folder)))
        session: Session | None = None
        for block in blocks(page):
            if not block.followed or (block.mark == "clean" and not clean):
                continue
            if block.file or block.mark == "notebook":
                fault = _written(block, folder) if block.file else _cell(shell, block)
                reports += [f"{path}:{block.line}: {fault}"] if fault else []
                continue
            if block.kind == "pycon" and session is None:
                session = stack.enter_context(contextlib.closing(Session(shell)))
            run = shell.run if block.kind == "console" or session is None else session.run
            got = []
            for number, shown in enumerate(block.statements, 1):
                got.append((shown, run(shown.source)))
                fails = block.mark == "fails" and number == len(block.statements)
                if block.kind == "console" and bool(shell.status) != fails:
                    line = block.line + shown.line
                    reports.append(f"{path}:{line}: {shown.source.rstrip()}\nexit status {shell.status}\n")
            renewed.append((block, _rewritten(block, got)))
            reports += [
                f"{path}:{block.line + shown.line}: {shown.source.rstrip()}\n"
                + _CHECKER.output_difference(doctest.Example(shown.source, shown.want), printed, _OPTIONS)
                for shown, printed in got
                if not _CHECKER.check_output(shown.want, printed, _OPTIONS)
            ]
    if renew and reports:
        for block, code in reversed(renewed):
            code = re.sub(r"^(?=.)", block.indent, code, flags=re.MULTILINE)
            page = page[: block.start] + code + page[block.end :]
        path.write_text(page, encoding="utf-8")
    return reports


def _written(block: Block, folder: Path) -> str:
    """Write, lengthen or change the file of a block; what keeps it from being done, if anything."""
    target = folder / block.file
    verb = block.mark.partition(":")[0]
    if verb == "file":
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(block.code, encoding="utf-8")
        return ""
    if not target.is_file():
        return f"there is no file {block.file}"
    text = target.read_text(encoding="utf-8")
    try:
        text = f"{text}\n{block.code}" if verb == "add to" else changed(text, block.code)
    except ValueError as error:
        return f"{block.file}: {error}"
    target.write_text(text, encoding="utf-8")
    return ""


def _cell(shell: Shell, block: Block) -> str:
    """Run a notebook's cell; what it prints."""
    return shell.run(f"python -m IPython --no-banner --colors=NoColor -c {shlex.quote(block.code)}")


def _speak() -> None:
    """Run the statements that come, as a session does; what each prints, and that it is all."""
    names: dict[str, object] = {"__name__": "__main__"}
    for line in sys.stdin:
        try:
            exec(compile(json.loads(line), "<page>", "single"), names)  # noqa: S102
        except Exception as error:
            module = type(error).__module__
            name = type(error).__qualname__ if module == "builtins" else f"{module}.{type(error).__qualname__}"
            print(f"Traceback (most recent call last):\n{name}: {error}")
        print(_END, flush=True)


def _rewritten(block: Block, got: list[tuple[Shown, str]]) -> str:
    """A block with what came; what a page already shows rightly stays as it is."""
    lines = block.code.splitlines(keepends=True)
    for shown, printed in reversed(got):
        if not _CHECKER.check_output(shown.want, printed, _OPTIONS):
            first = shown.line + shown.source.count("\n")
            lines[first : first + shown.want.count("\n")] = [printed]
    return "".join(lines)


def main() -> int:
    """Follow the pages named on the command line."""
    if sys.argv[1:2] == ["--session"]:
        _speak()
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
