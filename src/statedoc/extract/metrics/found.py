"""A figure as it stands in a text, before it is known what it is about."""

from decimal import Decimal
from typing import NamedTuple, final

from statedoc.model import Comparator, MetricKind


@final
class FoundFigure(NamedTuple):
    """A figure in ``tokens[first:last]``; `low` and `high` are the same where it is no range."""

    first: int
    last: int
    kind: MetricKind
    low: Decimal
    high: Decimal
    comparator: Comparator
    unit: str | None
    counted: str | None = None
