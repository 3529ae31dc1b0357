"""How much of what a careful reader finds statedoc finds, and how much of what it finds is right.

    python -m benchmarks.quality [LABELS ...] [--articles FOLDER ...] [--errors] [--json]

LABELS are files of hand labels, or folders of them; by default those of the golden articles, which
`tests/golden/README.md` describes. A label's article is looked for in the folders of `--articles`.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, final

import attrs

# The folder of the project, so that the file also runs by its path.
ROOT: Final = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.judging import Judgement, judge  # noqa: E402
from benchmarks.labels import LabelError, article_name, label_files, read_labels  # noqa: E402

LABELS: Final = (ROOT / "tests" / "golden" / "labels",)
ARTICLES: Final = (ROOT / "tests" / "golden" / "articles", ROOT / "examples" / "articles")


@final
@attrs.frozen
class Ratio:
    """So many of so many.

    >>> f"{Ratio(3, 4)} = {Ratio(3, 4).value}"
    '3/4 = 0.75'
    """

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """The quotient; None where there is nothing to count."""
        return self.part / self.whole if self.whole else None

    def __str__(self) -> str:
        return f"{self.part}/{self.whole}"


Measure = Callable[[Sequence[Judgement]], Ratio]


# --- Measures, each of the judgements of one kind ---------------------------------------------------------------------


def recall(judged: Sequence[Judgement]) -> Ratio:
    """Found of those labelled."""
    return Ratio(_hits(judged), sum(one.labelled for one in judged))


def precision(judged: Sequence[Judgement]) -> Ratio:
    """Labelled of those found."""
    return Ratio(_hits(judged), sum(one.found for one in judged))


def f1(judged: Sequence[Judgement]) -> Ratio:
    """The harmonic mean of precision and recall."""
    return Ratio(2 * _hits(judged), sum(one.found for one in judged) + sum(one.labelled for one in judged))


def wrong(judged: Sequence[Judgement]) -> Ratio:
    """Those found that should not be, of those found: here less is better."""
    return Ratio(sum(one.wrong for one in judged), sum(one.found for one in judged))


def taken(judged: Sequence[Judgement]) -> Ratio:
    """Those found of those that should not be: here less is better."""
    return Ratio(sum(one.wrong for one in judged), len(judged))


def right_of_found(field: str) -> Measure:
    """Those whose field is right, of those found whose label tells it."""
    return lambda judged: _right(field, (one for one in judged if one.found))


def right_of_gold(field: str) -> Measure:
    """Those whose field is right, of all whose label tells it, found or not."""
    return lambda judged: _right(field, judged)


def _right(field: str, judged: Iterable[Judgement]) -> Ratio:
    answers = [one.checks[field] for one in judged if field in one.checks]
    return Ratio(sum(answers), len(answers))


def _hits(judged: Sequence[Judgement]) -> int:
    return sum(one.labelled and one.found for one in judged)


MEASURES: Final[dict[str, tuple[str, Measure]]] = {
    "marked quotes: precision": ("marked", precision),
    "marked quotes: recall": ("marked", recall),
    "marked quotes: F1": ("marked", f1),
    "marked quotes: kind, of found": ("marked", right_of_found("kind")),
    "marked quotes: both ends, of found": ("marked", right_of_found("ends")),
    "marked quotes: cue, of found": ("marked", right_of_found("cue")),
    "marked quotes: right speaker, of found": ("marked", right_of_found("speaker")),
    "marked quotes: right speaker, of gold": ("marked", right_of_gold("speaker")),
    "names taken for quotes": ("name", taken),
    "indirect quotes: recall": ("indirect", recall),
    "indirect quotes: wrong, of found": ("indirect", wrong),
    "indirect quotes: right speaker, of found": ("indirect", right_of_found("speaker")),
    "indirect quotes: right speaker, of gold": ("indirect", right_of_gold("speaker")),
    "agreements: recall": ("agreement", recall),
    "agreements: wrong, of found": ("agreement", wrong),
    "agreements: kind, of found": ("agreement", right_of_found("kind")),
    "agreements: parties, of found": ("agreement", right_of_found("parties")),
    "agreements: status, of found": ("agreement", right_of_found("status")),
    "agreements: date, of found": ("agreement", right_of_found("date")),
    "metrics: recall": ("metric", recall),
    "metrics: wrong, of found": ("metric", wrong),
    "metrics: value, of found": ("metric", right_of_found("value")),
    "metrics: comparator, of found": ("metric", right_of_found("comparator")),
    "metrics: unit, of found": ("metric", right_of_found("unit")),
    "metrics: right, of gold": ("metric", right_of_gold("all")),
    "speeches: recall": ("speech", recall),
}


# --- Articles ---------------------------------------------------------------------------------------------------------


@final
@attrs.frozen(kw_only=True)
class Judged:
    """The judgements of one article."""

    article: str
    judgements: tuple[Judgement, ...]


def judged_articles(labels: Sequence[Path] = LABELS, folders: Sequence[Path] = ARTICLES) -> Iterator[Judged]:
    """Parse the article of each file of labels, and judge it; `LabelError` where that cannot be done."""
    import statedoc

    files = label_files(labels)
    if not files:
        raise LabelError(f"no labels (*.gold) in {', '.join(map(str, labels))}")
    for file in files:
        raw = file.read_text(encoding="utf-8")
        try:
            path = _path(article_name(raw), folders)
            document = statedoc.parse(path.read_bytes().decode("utf-8-sig"))
            yield Judged(article=path.stem, judgements=judge(document, read_labels(raw, document.text)))
        except LabelError as error:
            raise LabelError(f"{file}: {error}") from error


def _path(article: str, folders: Sequence[Path]) -> Path:
    for folder in folders:
        if (path := folder / f"{article}.txt").exists():
            return path
    raise LabelError(f"no {article}.txt in {', '.join(map(str, folders))}; name its folder with --articles")


def measure(judged: Iterable[Judged]) -> dict[str, Ratio]:
    """Every measure over all articles together."""
    every = [judgement for article in judged for judgement in article.judgements]
    return {
        name: figure([judgement for judgement in every if judgement.kind == kind])
        for name, (kind, figure) in MEASURES.items()
    }


# --- The command ------------------------------------------------------------------------------------------------------


def errors(judged: Iterable[Judged]) -> Iterator[str]:
    """A line for each record that was missed, that is wrong, or of which something is wrong."""
    for article in judged:
        for one in article.judgements:
            words = " ".join(one.words.split())
            if one.missed or one.wrong:
                yield f"{article.article}: {one.kind} {'missed' if one.missed else 'wrong'}: {words}"
                continue
            fields = [field for field, right in one.checks.items() if not right and field != "all"]
            for field in fields:
                yield f"{article.article}: {one.kind} {field}: {words}; found: {one.seen[field]}"


def as_json(figures: dict[str, Ratio]) -> str:
    """The measures for a program."""
    rows = {name: {"part": each.part, "whole": each.whole, "value": each.value} for name, each in figures.items()}
    return json.dumps(rows, indent=2)


def as_table(figures: dict[str, Ratio]) -> str:
    """The measures for a person."""
    return "\n".join(
        f"{name:<42}" + (f"{each.value:6.3f}" if each.value is not None else "     -") + f"{each!s:>10}"
        for name, each in figures.items()
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("labels", nargs="*", type=Path, default=list(LABELS), help="files or folders of labels")
    parser.add_argument("--articles", action="append", type=Path, metavar="FOLDER", help="where the articles are")
    parser.add_argument("--errors", action="store_true", help="name each record missed or wrong, too")
    parser.add_argument("--json", action="store_true", help="print the measures as JSON, and nothing else")
    given = parser.parse_args(argv)
    try:
        judged = list(judged_articles(given.labels, given.articles or ARTICLES))
    except (LabelError, OSError) as error:
        parser.error(str(error))
    figures = measure(judged)
    if given.json:
        print(as_json(figures))
        return 0
    if given.errors:
        print("\n".join([*errors(judged), ""]))
    print(f"{len(judged)} articles")
    print(as_table(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
