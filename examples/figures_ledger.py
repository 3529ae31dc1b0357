"""A ledger of figures: who claims how much of the same thing, article by article, side by side.

python examples/figures_ledger.py examples/articles/one-figure/*.txt
"""

import sys
from collections import defaultdict
from pathlib import Path

import statedoc


def subject(metric: statedoc.Metric) -> str | None:
    """What a figure is of, and for when; None where its words do not tell."""
    if metric.measure is None:
        return metric.counted
    year = str(metric.period.edtf)[:4] if metric.period and metric.period.edtf else "no year told"
    return f"{metric.measure.split()[0]}, {year}, {metric.quantity.unit}"


def main(paths: list[str]) -> None:
    """Print what these articles claim in more than one way."""
    ledger = defaultdict(list)
    for path in paths:
        for document in statedoc.parse_many(statedoc.articles(path)):
            if isinstance(document, statedoc.Failure):
                continue
            for metric in document.metrics:
                if (what := subject(metric)) and (value := metric.quantity.value) is not None:
                    claimed_by = ", ".join(document.actor(id).name for id in metric.claimed_by)
                    sign = metric.quantity.comparator.value
                    ledger[what].append((value, sign, claimed_by or "the article itself", Path(path).name))
    for what, claims in ledger.items():
        if len({(value, sign) for value, sign, _, _ in claims}) > 1:
            print(what)
            for value, sign, claimed_by, file in sorted(claims):
                print(f"  {sign:>2} {value:>13,}  {claimed_by} ({file})")


if __name__ == "__main__":
    main(sys.argv[1:] or sorted(map(str, Path("examples/articles/one-figure").glob("*.txt"))))
