"""The command line as a process: terminals, pipes, signals, and how fast it answers."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from statedoc import loads, parse

TEXT = "Президент прибыл в Астану.\n"
STATEDOC = [sys.executable, "-m", "statedoc"]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals, pipes and signals")
MOST_SECONDS = 1.0


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def on_terminal(*arguments: object, **environment: str) -> str:
    """What a person would see who runs statedoc on a terminal of 60 columns."""
    import pty

    ours, theirs = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS")}
    with subprocess.Popen(
        [*STATEDOC, *map(str, arguments)], stdout=theirs, env=clean | {"TERM": "xterm", "COLUMNS": "60"} | environment
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # how Linux tells that the other side was closed
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    assert process.returncode == 0
    return shown.decode().replace("\r\n", "\n")


def test_as_a_module(article: Path) -> None:
    run = subprocess.run([*STATEDOC, "parse", article], capture_output=True, check=True)
    assert loads(run.stdout) == parse(TEXT)
    assert run.stderr == b""


@POSIX
def test_a_terminal_gets_a_summary(article: Path) -> None:
    assert on_terminal("parse", article).startswith(f"\x1b[1m{TEXT.strip()}\x1b[0m\n")


@POSIX
@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb"])
def test_a_terminal_may_refuse_bold(article: Path, environment: dict[str, str]) -> None:
    shown = on_terminal("parse", article, **environment)
    assert shown.startswith(TEXT)
    assert "\x1b" not in shown


@POSIX
def test_a_terminal_gets_the_format_asked_for(article: Path) -> None:
    assert loads(on_terminal("parse", article, "--to", "json")) == parse(TEXT)


@POSIX
def test_a_reader_that_goes_away(article: Path) -> None:
    command = [*STATEDOC, "parse", *[str(article)] * 400, "--to", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        complaints = process.stderr.read()
    assert complaints == b""
    assert process.returncode == 141


@POSIX
@pytest.mark.parametrize(
    ("command", "code", "complaint"),
    [
        ("parse - <&-", 1, "standard input: it is closed"),
        ("check - <&-", 1, "standard input: it is closed"),
        ("parse ARTICLE >&-", 1, "standard output is closed; name a file with -o"),
        ("parse ARTICLE -o FOLDER/out.json >&-", 0, None),
        ("parse ARTICLE > /dev/full", 1, "standard output: No space left on device"),
    ],
)
def test_streams_that_do_not_stream(
    article: Path, tmp_path: Path, command: str, code: int, complaint: str | None
) -> None:
    if "/dev/full" in command and not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    line = f"{sys.executable} -m statedoc {command}".replace("FOLDER", str(tmp_path)).replace("ARTICLE", str(article))
    run = subprocess.run(line, shell=True, capture_output=True, text=True, check=False)  # noqa: S602
    assert run.returncode == code
    assert run.stderr == (f"statedoc: {complaint}\n" if complaint else "")


@POSIX
def test_an_interruption_is_quiet() -> None:
    """It waits for its standard input, and is interrupted there."""
    with subprocess.Popen(
        [*STATEDOC, "parse", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        _wait_until_reading(process.pid)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (130, b"", b"")


def _wait_until_reading(pid: int) -> None:
    """Until the process sleeps in a read of its pipe; where that cannot be seen, long enough."""
    channel = Path(f"/proc/{pid}/wchan")
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            if "pipe" in channel.read_text():
                return
        except OSError:
            time.sleep(2)
            return
        time.sleep(0.02)


@pytest.mark.alone
def test_it_answers_from_cold_in_a_second(article: Path) -> None:
    """The best of several tries: a busy machine slows some, slow code slows all."""
    article.write_text(TEXT * 100, encoding="utf-8")
    best = float("inf")
    for _ in range(8):
        start = time.perf_counter()
        subprocess.run([*STATEDOC, "parse", article], stdout=subprocess.DEVNULL, check=True)
        best = min(best, time.perf_counter() - start)
        if best < MOST_SECONDS:
            break
    assert best < MOST_SECONDS
