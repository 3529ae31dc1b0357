"""Quantities."""

from decimal import Decimal

from statedoc import model
from statedoc.testing._drawing import member
from statedoc.testing._hypothesis import st

_UNITS = st.none() | st.sampled_from(["USD", "KZT", "%", "rank", "year", "t", "kW.h", "[bbl_us]"])
_FIGURES = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent), st.integers(-(10**12), 10**12), st.integers(-20, 20)
)
_AMOUNTS = st.one_of(
    _FIGURES.map(lambda value: {"value": value}),
    st.tuples(_FIGURES, _FIGURES).map(lambda ends: {"low": min(ends), "high": max(ends)}),
)


@st.composite
def quantities(draw: st.DrawFn) -> model.Quantity:
    """Single figures and ranges, with every comparator.

    >>> from hypothesis import find
    >>> from statedoc.testing import quantities
    >>> quantity = find(quantities(), lambda quantity: quantity.value is None)
    >>> quantity.low <= quantity.high
    True
    """
    return model.Quantity(**draw(_AMOUNTS), comparator=member(draw, model.Comparator), unit=draw(_UNITS))
