"""Validators that several models share."""

import re
from typing import TYPE_CHECKING, Any

import attrs
from attrs import validators

if TYPE_CHECKING:
    from collections.abc import Callable

    Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]

REFERS = "statedoc.refers"  #: the metadata key that `refers` sets
COUNTRY = re.compile(r"[A-Z]{2}")  #: the shape of an ISO 3166-1 alpha-2 code
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")  #: the shape of a BCP 47 tag


def filled(instance: object, attribute: "attrs.Attribute[str]", value: str) -> None:
    """Refuse an empty or blank string."""
    if not isinstance(value, str):
        raise TypeError(f"{attribute.name} must be a string, not {type(value).__name__}")
    if not value.strip():
        raise ValueError(f"{attribute.name} must not be empty")


def country(instance: object, attribute: "attrs.Attribute[str]", value: str) -> None:
    """Refuse anything that is not shaped like an ISO 3166-1 alpha-2 code."""
    if not isinstance(value, str) or not COUNTRY.fullmatch(value):
        raise ValueError(f"{attribute.name} must be an ISO 3166-1 alpha-2 code, not {value!r}")


def language(instance: object, attribute: "attrs.Attribute[str]", value: str) -> None:
    """Refuse anything that is not shaped like a BCP 47 tag."""
    if not isinstance(value, str) or not LANGUAGE.fullmatch(value):
        raise ValueError(f"{attribute.name} must be a BCP 47 tag, not {value!r}")


def whole(lowest: int, highest: int | None = None) -> "Validator":
    """Require a whole number from `lowest` to `highest`; True and False are none."""

    def check(instance: object, attribute: "attrs.Attribute[int]", value: int) -> None:
        if type(value) is not int:
            raise TypeError(f"{attribute.name} must be a whole number, not {type(value).__name__}")
        if value < lowest:
            raise ValueError(f"{attribute.name} must not be less than {lowest}: {value}")
        if highest is not None and value > highest:
            raise ValueError(f"{attribute.name} must not be more than {highest}: {value}")

    return check


def some(instance: object, attribute: "attrs.Attribute[Any]", value: tuple[Any, ...]) -> None:
    """Refuse an empty tuple."""
    if not value:
        raise ValueError(f"{attribute.name} must not be empty")


def tuple_of(item: type) -> "Validator":
    """Require a tuple whose items are all of one class."""
    return validators.deep_iterable(validators.instance_of(item), validators.instance_of(tuple))


def refers(kind: str) -> dict[str, str]:
    """Field metadata: the field holds ids of the document's records of this kind ("actors", ...)."""
    return {REFERS: kind}


def optional(check: Any) -> "Validator":
    """Allow None as well as what `check` allows."""
    return validators.optional(check)
