"""Metrics: from numbers in a text to the figures that are claimed in it.

The way through: `figures` goes over the numbers; `values` says what each is a number of, by the `units` after it or the
noun before it (`inversion`) or in the figure before (`ellipsis`), `ranks` which is a place; `comparators` reads what
stands before; `clauses`, `measures`, `changes` and `context` say what a figure is about; `records` makes the metrics.
"""

from statedoc.extract.metrics.records import metrics

__all__ = ["metrics"]
