"""Figures as they are claimed: a value or a range, a comparator, a unit."""

from decimal import Decimal
from enum import StrEnum
from typing import Any, final

import attrs
from attrs import field
from attrs.validators import instance_of

from statedoc.model.checks import filled, optional

MOST_DIGITS = 40  #: before the point (less one), and after it


class Comparator(StrEnum):
    """How the true figure stands to the one given.

    >>> import statedoc
    >>> (figure,) = statedoc.parse("Открыто не менее 12 школ.").metrics
    >>> figure.quantity.comparator.value
    '>='
    """

    EQUAL = "="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    ABOUT = "~"


def _figure(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    if not isinstance(value, Decimal):
        raise TypeError(f"{attribute.name} must be a Decimal, not {type(value).__name__}")
    if not value.is_finite():
        raise ValueError(f"{attribute.name} must be a finite number, not {value}")
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or abs(value.adjusted()) > MOST_DIGITS or abs(exponent) > MOST_DIGITS:
        raise ValueError(f"{attribute.name} has more than {MOST_DIGITS} digits")


@final
@attrs.frozen(kw_only=True)
class Quantity:
    """A figure with its comparator and unit; either `value`, or `low` and `high` for a range.

    >>> Quantity(value=Decimal("50e9"), comparator=Comparator.MORE, unit="USD").unit
    'USD'
    """

    value: Decimal | None = field(default=None, validator=optional(_figure))
    low: Decimal | None = field(default=None, validator=optional(_figure))
    high: Decimal | None = field(default=None, validator=optional(_figure))
    comparator: Comparator = field(default=Comparator.EQUAL, validator=instance_of(Comparator))
    unit: str | None = field(
        default=None, validator=optional(filled)
    )  #: ISO 4217, UCUM, ``%``, ``rank``, a time unit, or None for a count

    def __attrs_post_init__(self) -> None:
        if (self.low is None) != (self.high is None):
            raise ValueError("a range needs both low and high")
        if (self.value is None) == (self.low is None):
            raise ValueError("a quantity has either a value or a range of low and high")
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ValueError(f"the range ends ({self.high}) below where it starts ({self.low})")
