"""Metrics: the figures that an article or its speakers claim.

The rules, by their names after the language's code:

- ``metric.money``: a number with a currency before or after it
- ``metric.percent``, ``metric.duration``, ``metric.measure``: a number with a unit, a word that is both («полвека»),
  or a unit that a comparator makes one («более года»); by what share something changes («на треть»)
- ``metric.count``: a number with the noun that it counts; small numbers in words count nothing
- ``metric.rank``: a place in an order («на третьем месте») or among its first («в тройке крупнейших»)
- ``metric.ratio``: how many times as much («вдвое», «в 2,5 раза», «удвоить товарооборот»)

A number may leave its noun or unit to the figure before («более 700») or after it («на 5 и 7 процентов»).
"""

from collections.abc import Sequence

import attrs

from statedoc.extract.cast import Cast
from statedoc.extract.dates import DatedWords
from statedoc.extract.metrics.changes import change_in, change_of
from statedoc.extract.metrics.clauses import Clauses
from statedoc.extract.metrics.context import Surroundings, claims
from statedoc.extract.metrics.figures import FigureReader
from statedoc.extract.metrics.found import FoundFigure
from statedoc.extract.metrics.measures import Measures
from statedoc.model import Metric, Quantity, Quote
from statedoc.text import ParsedText


def metrics(text: ParsedText, dates: Sequence[DatedWords], cast: Cast, quotes: Sequence[Quote]) -> tuple[Metric, ...]:
    """Every figure of a text in reading order; `dates`, `cast` and `quotes` are those of the same text."""
    dated = {index for date in dates for index in range(date.first, date.last)}
    figures = sorted(FigureReader(text, dated), key=lambda figure: figure.first)
    clauses, measures, around = Clauses(text, dates), Measures(text), Surroundings(text, dates, cast)
    found: list[Metric] = []
    for number, (figure, quote) in enumerate(zip(figures, claims(figures, quotes, text), strict=True), 1):
        clause = clauses.clause(figure)
        moved = change_of(text, figure, clause)
        measure = measures.measure(figure, clause, moved)
        moved = moved or (change_in(text, figure, measure.first, measure.last) if measure else None)
        metric = Metric(
            id=f"m{number}",
            kind=figure.kind,
            span=text.span(figure.first, figure.last),
            quantity=_quantity(figure),
            counted=figure.counted,
            measure=measure.words if measure else None,
            change=moved.change if moved else None,
            period=around.period(figure, clause),
            actors=around.actors(figure, clause, measure),
            claimed_by=quote.speakers if quote else (),
            quote=quote.id if quote else None,
            rule=f"{text.pack.code}.metric.{figure.kind}",
        )
        if found and moved is None and clauses.continues(figure, figures[number - 2]):
            metric = attrs.evolve(metric, measure=metric.measure or found[-1].measure, change=found[-1].change)
        found.append(metric)
    return tuple(found)


def _quantity(figure: FoundFigure) -> Quantity:
    if figure.low == figure.high:
        return Quantity(value=figure.high, comparator=figure.comparator, unit=figure.unit)
    return Quantity(low=figure.low, high=figure.high, comparator=figure.comparator, unit=figure.unit)
