"""Figures as they are claimed."""

from decimal import Decimal

import pytest

from statedoc.model import Comparator, Quantity


def test_a_figure_or_a_range() -> None:
    assert Quantity(value=Decimal(20)).comparator is Comparator.EQUAL
    assert Quantity(low=Decimal(3), high=Decimal("3.5"), unit="USD").value is None
    assert Quantity(low=Decimal(3), high=Decimal(3)).low == 3


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({}, "either a value or a range"),
        ({"value": Decimal(1), "low": Decimal(1), "high": Decimal(2)}, "either a value or a range"),
        ({"low": Decimal(1)}, "both low and high"),
        ({"value": Decimal(1), "high": Decimal(1)}, "both low and high"),
        ({"low": Decimal(2), "high": Decimal(1)}, r"the range ends \(1\) below where it starts \(2\)"),
        ({"value": Decimal("NaN")}, "value must be a finite number"),
        ({"value": Decimal("-Infinity")}, "value must be a finite number"),
        ({"value": Decimal("1e41")}, "value has more than 40 digits"),
        ({"value": Decimal("1e-41")}, "value has more than 40 digits"),
        ({"value": Decimal("0e41")}, "value has more than 40 digits"),
        ({"value": Decimal("9" * 50)}, "value has more than 40 digits"),
        ({"value": Decimal(1), "unit": ""}, "unit must not be empty"),
    ],
)
def test_no_quantities(parts: dict[str, Decimal], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Quantity(**parts)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [1, 1.5, "1"])
def test_only_decimals(value: object) -> None:
    with pytest.raises(TypeError, match="value must be a Decimal"):
        Quantity(value=value)  # type: ignore[arg-type]
