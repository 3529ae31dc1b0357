"""Articles per second, milliseconds per article by stage, peak memory and import time.

    python -m benchmarks.speed [FOLDER] [--passes N]

FOLDER holds texts, one article a `.txt` file; by default it is `examples/articles`. The first pass meets
every word for the first time, as a program does that reads the day's news once. The best of the later passes
shows what the rules cost when morphology is cached. The best counts, since a busy machine only adds time.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any, Final, final

import attrs

EXAMPLES: Final = Path(__file__).resolve().parent.parent / "examples" / "articles"
# The stages of `parse`, in order. Each is timed where it is called, as a name of this module.
PIPELINE: Final = "statedoc.extract.pipeline"
STAGES: Final = (
    "cut",
    "layout",
    "actors",
    "turns",
    "with_author",
    "attributions",
    "quotes",
    "dates",
    "speeches",
    "agreements",
    "metrics",
)

READ: Final = "read the file"
PARSE: Final = "parse"
WRITE: Final = "write JSON"
REST: Final = "the rest of parse"

IMPORT: Final = "import time; start = time.perf_counter(); import statedoc; print(time.perf_counter() - start)"
IMPORT_TRIES: Final = 7


@final
@attrs.define
class Clock:
    """Seconds by row of the report, in the order in which rows first come."""

    seconds: dict[str, float] = attrs.field(factory=dict)

    def timed(self, row: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, its time added to a row."""

        @wraps(function)
        def run(*args: Any, **kwargs: Any) -> Any:
            start = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                self.seconds[row] = self.seconds.get(row, 0.0) + time.perf_counter() - start

        return run


@contextmanager
def stages_timed(clock: Clock) -> Iterator[None]:
    """Time the stages inside `parse`."""
    room = import_module(PIPELINE)
    stages = {name: getattr(room, name) for name in STAGES}
    for name, stage in stages.items():
        setattr(room, name, clock.timed(name, stage))
    try:
        yield
    finally:
        for name, stage in stages.items():
            setattr(room, name, stage)


@final
@attrs.frozen(kw_only=True)
class Pass:
    """What one pass over all articles took."""

    seconds: float
    rows: dict[str, float]
    records: int

    @classmethod
    def over(cls, paths: Sequence[Path]) -> "Pass":
        """Read, parse and write each article once."""
        import statedoc

        clock = Clock()
        read = clock.timed(READ, lambda path: list(statedoc.articles(path)))
        parse = clock.timed(PARSE, statedoc.parse)
        write = clock.timed(WRITE, statedoc.dumps)
        records = 0
        start = time.perf_counter()
        with stages_timed(clock):
            for path in paths:
                for article in read(path):
                    if isinstance(article, statedoc.Failure):
                        raise SystemExit(f"{path}: {article.error}")
                    document = parse(article)
                    write(document, "json")
                    records += len(document.actors) + len(document.speeches) + len(document.quotes)
                    records += len(document.agreements) + len(document.metrics)
        seconds = time.perf_counter() - start
        taken = clock.seconds
        stages = {name: taken.get(name, 0.0) for name in STAGES}  # a text in no known language goes through none
        rows = {READ: taken[READ], **stages, REST: taken[PARSE] - sum(stages.values()), WRITE: taken[WRITE]}
        return cls(seconds=seconds, rows=rows, records=records)


def import_seconds() -> float:
    """The best of several imports, each in a fresh interpreter whose own start does not count."""
    command = [sys.executable, "-c", IMPORT]
    return min(
        float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(IMPORT_TRIES)
    )


def peak_megabytes() -> float | None:
    """The most memory that this process has held; None where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def cold_seconds(path: Path) -> float:
    """From import to the first document, lexicons and morphology loaded: a fresh interpreter once more."""
    code = (
        "import sys, time; start = time.perf_counter(); import statedoc\n"
        "for article in statedoc.articles(sys.argv[1]): statedoc.dumps(statedoc.parse(article), 'json')\n"
        "print(time.perf_counter() - start)"
    )
    command = [sys.executable, "-c", code, str(path)]
    return min(float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(3))


def report(paths: Sequence[Path], passes: int) -> Iterator[str]:
    """The lines to print."""
    characters = sum(len(path.read_text(encoding="utf-8", errors="replace")) for path in paths)
    yield f"{len(paths)} articles, {characters / len(paths):,.0f} characters each"
    yield f"import statedoc             {import_seconds() * 1e3:8.1f} ms"
    yield f"cold start to first document{cold_seconds(paths[0]) * 1e3:8.1f} ms"
    first = Pass.over(paths)
    later = min((Pass.over(paths) for _ in range(passes)), key=lambda one: one.seconds)
    yield f"{first.records / len(paths):.1f} records an article"
    yield ""
    yield f"{'ms per article':<28}{'first pass':>12}{f'best of {passes}':>12}"
    for row in later.rows:
        yield f"  {row:<26}" + "".join(f"{one.rows[row] * 1e3 / len(paths):12.2f}" for one in (first, later))
    yield f"  {'all':<26}" + "".join(f"{one.seconds * 1e3 / len(paths):12.2f}" for one in (first, later))
    yield f"{'articles per second':<28}" + "".join(f"{len(paths) / one.seconds:12,.0f}" for one in (first, later))
    yield ""
    peak = peak_megabytes()
    yield f"peak memory {'is not told by this system' if peak is None else f'{peak:,.0f} MB'}"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, and print the report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", nargs="?", type=Path, default=EXAMPLES, help="of .txt files (default: %(default)s)")
    parser.add_argument("--passes", type=int, default=5, help="after the first (default: %(default)s)")
    given = parser.parse_args(argv)
    paths = sorted(given.folder.glob("*.txt"))
    if not paths:
        parser.error(f"{given.folder}: no .txt files there")
    if given.passes < 1:
        parser.error("--passes must be at least 1")
    for line in report(paths, given.passes):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
