"""A timeline of agreements: each step with its day, from all articles of a file, and a picture of it.

python examples/agreement_timeline.py examples/press-releases-2025.jsonl timeline.svg
"""

import sys
from collections import defaultdict
from datetime import date

import matplotlib.pyplot as plt

import statedoc


def steps(path: str) -> dict[str, dict[str, date]]:
    """By title, the first day of each step; where only a month is known, its first day.

    Articles word a title differently: what it is about and between whom tells that it is the same agreement.
    """
    titles: dict[tuple[str, frozenset[str]], str] = {}
    found: dict[str, dict[str, date]] = defaultdict(dict)
    for document in statedoc.parse_many(statedoc.articles(path)):
        if isinstance(document, statedoc.Failure):
            continue
        for agreement in document.agreements:
            about = agreement.title.partition(" о ")[2] or agreement.title
            title = titles.setdefault((about, frozenset(names(document, agreement.parties))), agreement.title)
            for event in agreement.events:
                if event.date and event.date.edtf and event.date.edtf.earliest:
                    found[title].setdefault(event.status.value, event.date.edtf.earliest)
    return {title: taken for title, taken in found.items() if len(taken) > 1}


def names(document: statedoc.Document, ids: tuple[str, ...]) -> list[str]:
    """States by their codes, others by their names."""
    return [document.actor(id).country or document.actor(id).name for id in ids]


def draw(found: dict[str, dict[str, date]], path: str) -> None:
    """One line an agreement, one mark a step."""
    figure, axes = plt.subplots(figsize=(9, 1 + 0.6 * len(found)), layout="constrained")
    for row, taken in enumerate(found.values()):
        axes.plot(list(taken.values()), [row] * len(taken), "-o", color="tab:blue")
        for status, day in taken.items():
            axes.annotate(status.replace("_", " "), (day, row), xytext=(0, 7), textcoords="offset points", ha="center")
    axes.set_yticks(range(len(found)), [title if len(title) < 46 else f"{title[:45]}…" for title in found])
    axes.set_ylim(-0.5, len(found) - 0.3)
    figure.savefig(path, metadata={"Date": None} if path.endswith(".svg") else None)


if __name__ == "__main__":
    source, *picture = sys.argv[1:] or ["examples/press-releases-2025.jsonl"]
    timeline = steps(source)
    for title, taken in timeline.items():
        print(title)
        for status, day in sorted(taken.items(), key=lambda step: step[1]):
            print(f"  {day}  {status.replace('_', ' ')}")
    if picture:
        draw(timeline, picture[0])
