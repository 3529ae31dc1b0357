"""Figures and dates in words and signs."""

from decimal import Decimal
from typing import Final

from statedoc.model import CalendarDate, Comparator, DateMention, Metric, MetricKind

_SIGNS: Final = {
    Comparator.EQUAL: "",
    Comparator.LESS: "<\u00a0",
    Comparator.AT_MOST: "≤\u00a0",
    Comparator.MORE: ">\u00a0",
    Comparator.AT_LEAST: "≥\u00a0",
    Comparator.ABOUT: "≈\u00a0",
}
_SPELLED: Final = {
    Comparator.EQUAL: None,
    Comparator.LESS: "less than",
    Comparator.AT_MOST: "at most",
    Comparator.MORE: "more than",
    Comparator.AT_LEAST: "at least",
    Comparator.ABOUT: "about",
}
_TIMES: Final = ("year", "month", "week", "day", "hour", "minute", "second")


def amount(metric: Metric) -> str:
    """The figure with its comparator and unit: "≈ 800,000,000 USD", "5–7%", "× 2", "3 years"."""
    quantity = metric.quantity
    if quantity.value is not None:
        figure, one = _digits(quantity.value), quantity.value == 1
    else:
        figure, one = "–".join(_digits(end) for end in (quantity.low, quantity.high) if end is not None), False
    unit = quantity.unit
    sign = _SIGNS[quantity.comparator]
    if unit == "%":
        return f"{sign}{figure}%"
    if unit == "rank":
        return f"rank\u00a0{sign}{figure}"
    if unit is None:
        return f"{sign}×\u00a0{figure}" if metric.kind is MetricKind.RATIO else f"{sign}{figure}"
    return f"{sign}{figure}\u00a0{unit}{'s' if unit in _TIMES and not one else ''}"


def comparison(metric: Metric) -> str | None:
    """The comparator in words, for who cannot see or does not know its sign."""
    return _SPELLED[metric.quantity.comparator]


def _digits(value: Decimal) -> str:
    return f"{value:,f}"


def when(date: DateMention | None) -> str | None:
    """The date as precise as it is known: "1992", "about 1999", "2025-01 – 2025-08", "since 2002"."""
    if date is None or date.edtf is None:
        return None
    start, end = date.edtf.start, date.edtf.end
    if start is None or end is None:
        return f"since {_day(start)}" if start else f"until {_day(end)}"
    return _day(start) if start == end else f"{_day(start)} – {_day(end)}"


def _day(point: CalendarDate | None) -> str:
    told = str(point).removesuffix("~").replace("XXXX-", "")
    if point and point.year is None:
        told += ", year not given"
    return f"about {told}" if point and point.approximate else told
