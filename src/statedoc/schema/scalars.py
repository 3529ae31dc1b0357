"""The values of the wire form that are no objects: strings, whole numbers, figures and dates.

Each reader takes a decoded JSON value and gives the model's, or raises ValueError with words for
people. Nothing is coerced: 12 is not "12", true is not 1, "1" is not 1.
"""

import datetime as dt
import re
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from statedoc.model import EdtfDate, parse_edtf
from statedoc.model.quantity import MOST_DIGITS

_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01])"
_POINT = f"(?:[0-9]{{4}}(?:-{_MONTH}(?:-{_DAY})?)?|XXXX-{_MONTH}(?:-{_DAY})?)~?"
_TIME = "[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]{1,6})?)?"

# Written so that they mean the same to Python and to a JSON Schema validator in any language.
FIGURE: Final = re.compile(f"-?(?:0|[1-9][0-9]{{0,{MOST_DIGITS}}})(?:[.][0-9]{{1,{MOST_DIGITS}}})?")
EDTF: Final = re.compile(rf"{_POINT}(?:/(?:{_POINT}|[.][.]))?|[.][.]/{_POINT}")
PUBLISHED: Final = re.compile(f"[0-9]{{4}}-{_MONTH}-{_DAY}(?:T{_TIME}(?:Z|[+-][0-9]{{2}}:[0-9]{{2}}))?")

_KINDS = {
    type(None): "null",
    bool: "a boolean",
    int: "a number",
    float: "a number",
    str: "a string",
    list: "a list",
    dict: "an object",
}


def wrong_type(expected: str, value: object) -> ValueError:
    """The error for a value of another JSON type than the one expected."""
    return ValueError(f"expected {expected}, not {_KINDS.get(type(value), 'a value that JSON does not know')}")


def read_string(value: object, type_: Any = str) -> str:
    """A string."""
    if type(value) is not str:
        raise wrong_type("a string", value)
    return value


def read_whole(value: object, type_: Any = int) -> int:
    """A whole number, written without a point."""
    if type(value) is float:
        raise ValueError("expected a whole number, written without a point or an exponent")
    if type(value) is not int:
        raise wrong_type("a whole number", value)
    return value


def read_enum(value: object, type_: type[StrEnum]) -> StrEnum:
    """One of the values of a closed vocabulary."""
    text = read_string(value)
    try:
        return type_(text)
    except ValueError:
        raise ValueError(f'expected one of {", ".join(type_)}; not "{text}"') from None


def read_figure(value: object, type_: Any = Decimal) -> Decimal:
    """A decimal number, written as a plain string.

    >>> read_figure("3.50")
    Decimal('3.50')
    """
    text = read_string(value)
    if not FIGURE.fullmatch(text):
        raise ValueError(f'expected a decimal number like "50000000000" or "-3.5", not "{text}"')
    return Decimal(text)


def write_figure(figure: Decimal) -> str:
    """The figure without an exponent.

    >>> write_figure(Decimal("5e10"))
    '50000000000'
    """
    return f"{figure:f}"


def read_edtf(value: object, type_: Any = EdtfDate) -> EdtfDate:
    """A date, in the part of EDTF that the model knows."""
    return parse_edtf(read_string(value))


def read_published(value: object, type_: Any = dt.date) -> dt.date | dt.datetime:
    """A date, or a date-time with its offset from UTC.

    >>> read_published("2025-11-12T10:00:00+05:00").isoformat()
    '2025-11-12T10:00:00+05:00'
    """
    text = read_string(value)
    if PUBLISHED.fullmatch(text):
        try:
            return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)
        except ValueError:
            raise ValueError(f'there is no such date or time as "{text}"') from None
    raise ValueError(f'expected a date like "2025-11-12" or "2025-11-12T10:00:00+05:00", not "{text}"')
