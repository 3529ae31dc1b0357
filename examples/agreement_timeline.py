"""A timeline of agreements: each step with its day, from all articles of a file, and a picture of it.

python examples/agreement_timeline.py examples/press-releases-2025.jsonl timeline.svg
"""

import sys
from collections import defaultdict
from datetime import date
from textwrap import fill

import matplotlib.pyplot as plt

import statedoc

COLOURS = ["#7f7f7f", "#e69f00", "#0072b2", "#cc79a7", "#009e73", "#56b4e9", "#d55e00", "#000000"]  # of Okabe and Ito


def steps(path: str) -> dict[str, dict[str, date]]:
    """By title, the first day of each step; where only a month is known, its first day."""
    titles: dict[tuple[str, frozenset[str]], str] = {}  # by topic and parties, since articles word titles differently
    found: dict[str, dict[str, date]] = defaultdict(dict)
    documents = (each for each in statedoc.parse_many(statedoc.articles(path)) if isinstance(each, statedoc.Document))
    for document in documents:
        for agreement in document.agreements:
            about = agreement.title.partition(" о ")[2] or agreement.title
            parties = frozenset(document.actor(id).country or document.actor(id).name for id in agreement.parties)
            title = titles.setdefault((about, parties), agreement.title)
            for event in agreement.events:
                if event.date and event.date.edtf and event.date.edtf.earliest:
                    found[title].setdefault(event.status.value, event.date.edtf.earliest)
    return {title: taken for title, taken in found.items() if len(taken) > 1}


def draw(found: dict[str, dict[str, date]], path: str) -> None:
    """Under each title a line from the first step to the last, with a mark for each."""
    figure, axes = plt.subplots(figsize=(5.5, 1 + 0.8 * len(found)), layout="constrained", facecolor="#f7f7f5")
    for row, (title, taken) in enumerate(found.items()):
        axes.hlines(row, min(taken.values()), max(taken.values()), color="#7f7f7f", zorder=1)
        axes.text(0, row - 0.3, fill(title, 60), transform=axes.get_yaxis_transform())
    for status, shape, colour in zip(statedoc.AgreementStatus, "ovsD^PX*", COLOURS, strict=True):
        if days := {row: taken[status] for row, taken in enumerate(found.values()) if status in taken}:
            heights = [row - 0.17 * (shape == "v") for row in days]  # "v" stands above its day: a signature may be near
            axes.scatter(list(days.values()), heights, 70, colour, marker=shape, label=status.replace("_", " "))
    axes.set(axisbelow=True, frame_on=False, yticks=[], ylim=(len(found) - 0.6, -0.8))
    axes.tick_params(labelsize="small", length=0)
    axes.grid(axis="x", color="#d8d8d4")
    figure.legend(loc="outside lower left", ncols=5, frameon=False, handletextpad=0, columnspacing=1)
    figure.savefig(path, bbox_inches="tight", pad_inches=0.15)


if __name__ == "__main__":
    source, *picture = sys.argv[1:] or ["examples/press-releases-2025.jsonl"]
    timeline = steps(source)
    for title, taken in timeline.items():
        print(title)
        for status, day in sorted(taken.items(), key=lambda step: step[1]):
            print(f"  {day}  {status.replace('_', ' ')}")
    if picture:
        draw(timeline, picture[0])
