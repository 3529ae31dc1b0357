"""Metrics: the figures that an article or its speakers claim.

The rules, by their names after the language's code:

- ``metric.money``: a number with a currency before or after it
- ``metric.percent``, ``metric.duration``, ``metric.measure``: a number with a unit, a word that is both («полвека»),
  or a unit that a comparator makes one («более года»)
- ``metric.count``: a number with the noun that it counts; small numbers in words count nothing
- ``metric.rank``: a place in an order («на третьем месте») or among its first («в тройке крупнейших»)
- ``metric.ratio``: how many times as much («вдвое», «в 2,5 раза»)
"""

from collections.abc import Sequence

from statedoc.extract.cast import Cast
from statedoc.extract.dates import DatedWords
from statedoc.extract.metrics.context import Surroundings, claims
from statedoc.extract.metrics.figures import FigureReader
from statedoc.extract.metrics.found import FoundFigure
from statedoc.model import Metric, Quantity, Quote
from statedoc.text import ParsedText


def metrics(text: ParsedText, dates: Sequence[DatedWords], cast: Cast, quotes: Sequence[Quote]) -> tuple[Metric, ...]:
    """Every figure of a text in reading order; `dates`, `cast` and `quotes` are those of the same text."""
    dated = {index for date in dates for index in range(date.first, date.last)}
    figures = sorted(FigureReader(text, dated), key=lambda figure: figure.first)
    around = Surroundings(text, dates, cast)
    claimed = claims(figures, quotes, text)
    return tuple(
        _metric(f"m{number}", figure, around, quote)
        for number, (figure, quote) in enumerate(zip(figures, claimed, strict=True), 1)
    )


def _metric(name: str, figure: FoundFigure, around: Surroundings, quote: Quote | None) -> Metric:
    clause = around.clause(figure)
    measure = around.measure(figure, clause)
    return Metric(
        id=name,
        kind=figure.kind,
        span=around.text.span(figure.first, figure.last),
        quantity=_quantity(figure),
        counted=figure.counted,
        measure=measure.words if measure else None,
        change=around.change(figure, clause),
        period=around.period(figure, clause),
        actors=around.actors(figure, clause, measure),
        claimed_by=quote.speakers if quote else (),
        quote=quote.id if quote else None,
        rule=f"{around.text.pack.code}.metric.{figure.kind}",
    )


def _quantity(figure: FoundFigure) -> Quantity:
    if figure.low == figure.high:
        return Quantity(value=figure.high, comparator=figure.comparator, unit=figure.unit)
    return Quantity(low=figure.low, high=figure.high, comparator=figure.comparator, unit=figure.unit)
