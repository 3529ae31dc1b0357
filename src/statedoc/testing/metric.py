"""Metrics."""

from statedoc import model
from statedoc.testing._drawing import MEMBERS, maybe, member, one, some
from statedoc.testing._hypothesis import st
from statedoc.testing.date import date_mentions
from statedoc.testing.quantity import quantities
from statedoc.testing.span import spans
from statedoc.testing.surroundings import ANYWHERE, Surroundings
from statedoc.testing.text import NAMES, NAMES_OR_NONE


@st.composite
def metrics(draw: st.DrawFn, around: Surroundings = ANYWHERE, *, id: str | None = None) -> model.Metric:
    """Metrics of every kind; all with the given id, or each with one of its own.

    >>> from hypothesis import find
    >>> from statedoc.testing import Surroundings, metrics
    >>> find(metrics(Surroundings(quotes=("q7",))), lambda metric: metric.quote).quote
    'q7'
    """
    return model.Metric(
        id=id or draw(NAMES),
        kind=member(draw, model.MetricKind),
        span=draw(spans(around)),
        quantity=draw(quantities()),
        counted=draw(NAMES_OR_NONE),
        measure=draw(NAMES_OR_NONE),
        change=maybe(draw, MEMBERS[model.Change]),
        period=maybe(draw, date_mentions(around)),
        actors=some(draw, around.actors),
        claimed_by=some(draw, around.actors),
        quote=one(draw, around.quotes),
        rule=draw(NAMES),
    )
