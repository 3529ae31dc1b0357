"""The money of the world, as CLDR knows it: each currency is read by its full name."""

import datetime as dt
from collections.abc import Iterator

import pytest
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

from statedoc import parse

YEAR = dt.date(2025, 6, 1)
# Names that tell nothing after a number: forms of other words, islands without an adjective, currencies younger than
# some versions of CLDR.
UNREAD = {"BDT", "FKP", "SHP", "STN", "XCG", "ZWG"}


def tender() -> Iterator[str]:
    """The currencies that some state pays with today."""
    found: set[str] = set()
    for territory in get_global("territory_currencies"):
        found.update(get_territory_currencies(territory, start_date=YEAR, end_date=YEAR, tender=True))
    yield from sorted(found - UNREAD)


@pytest.mark.parametrize("code", list(tender()))
@pytest.mark.parametrize("count", [2, 5, 21])
def test_russian_names(code: str, count: int) -> None:
    name = get_currency_name(code, count=count, locale="ru")
    document = parse(f"Выделено {count} {name}.", language="ru")
    assert [(metric.quantity.value, metric.quantity.unit) for metric in document.metrics] == [(count, code)], name
