"""Metrics: from numbers in a text to the figures that are claimed in it.

The way through: `figures` goes over the numbers; `values` says what each is a number of, by the `units` after it;
`comparators` reads what stands before it, `ranks` places in an order; `context` says whose it is and for when;
`records` makes the metrics.
"""

from statedoc.extract.metrics.records import metrics

__all__ = ["metrics"]
