"""The one converter between models and the wire form. It is strict both ways.

Its functions are generated once, when this module is first imported; a call reflects on nothing.
"""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter
from types import NoneType
from typing import Any, Final, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn_from_attrs, make_dict_unstructure_fn, override

from statedoc.model import EdtfDate
from statedoc.schema import scalars

Read = Callable[[Any, Any], Any]  #: a value of the wire form and the type expected -> a value of the model
Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]

_PUBLISHED = dt.date | dt.datetime | None


def wire_key(name: str) -> str:
    """The key of the wire form for a field of a model.

    >>> wire_key("class_")
    'class'
    """
    return name.removesuffix("_")


def _is_tuple(type_: Any) -> bool:
    return get_origin(type_) is tuple


def _tuple_reader(type_: Any, converter: Converter) -> Read:
    item = get_args(type_)[0]
    read_item = converter.get_structure_hook(item)

    def read(value: object, type_: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise scalars.wrong_type("a list", value)
        items = []
        errors: list[Exception] = []
        for index, each in enumerate(value):
            try:
                items.append(read_item(each, item))
            except Exception as error:
                error.add_note(IterableValidationNote("in a list", index, item))
                errors.append(error)
        if errors:
            raise IterableValidationError("in a list", errors, tuple)
        return tuple(items)

    return read


def _tuple_writer(type_: Any, converter: Converter) -> Callable[[Any], list[Any]]:
    item = get_args(type_)[0]
    if item is str:
        return list
    write_item = converter.get_unstructure_hook(item)
    return lambda items: [write_item(each) for each in items]


def allows(field: "attrs.Attribute[Any]", value: object) -> bool:
    """Whether the validator of a field lets a value of the right type pass."""
    try:
        cast("Validator", field.validator)(None, field, value)
    except ValueError:
        return False
    return True


def _is_told_by_type(field: "attrs.Attribute[Any]") -> bool:
    """Whether a value that has been read as the field's type passes its validator for sure."""
    if _is_tuple(field.type):
        return allows(field, ())
    types = [each for each in get_args(field.type) if each is not NoneType] or [field.type]
    return all(isinstance(each, type) and (attrs.has(each) or issubclass(each, StrEnum)) for each in types)


def read_field(field: "attrs.Attribute[Any]", converter: Converter) -> Read:
    """Read one field and validate it at once, so that what is wrong with it is told at its own path."""
    read_value = converter.get_structure_hook(field.type)
    if _is_told_by_type(field):
        return read_value
    validate = cast("Validator", field.validator)

    def read(value: object, type_: Any) -> Any:
        result = read_value(value, type_)
        validate(None, field, result)
        return result

    return read


def _model_reader(model: type[Any], converter: Converter) -> Read:
    fields = attrs.fields(model)
    overrides: dict[str, Any] = {
        field.name: override(rename=wire_key(field.name), struct_hook=read_field(field, converter)) for field in fields
    }
    read_object = make_dict_structure_fn_from_attrs(
        # Every key of the wire form is always present, so here no field has a default.
        [field.evolve(default=attrs.NOTHING) for field in fields],
        model,
        converter,
        **overrides,
    )

    def read(value: object, type_: Any) -> Any:
        if type(value) is not dict:
            raise scalars.wrong_type("an object", value)
        return read_object(value, type_)

    return read


def _model_writer(model: type[Any], converter: Converter) -> Callable[[Any], dict[str, Any]]:
    overrides: dict[str, Any] = {field.name: override(rename=wire_key(field.name)) for field in attrs.fields(model)}
    return make_dict_unstructure_fn(model, converter, **overrides)


def _converter() -> Converter:
    made = Converter(detailed_validation=True, forbid_extra_keys=True)
    made.register_structure_hook(str, scalars.read_string)
    made.register_structure_hook(int, scalars.read_whole)
    made.register_structure_hook(StrEnum, scalars.read_enum)
    made.register_unstructure_hook(StrEnum, attrgetter("value"))
    made.register_structure_hook(Decimal, scalars.read_figure)
    made.register_unstructure_hook(Decimal, scalars.write_figure)
    made.register_structure_hook(EdtfDate, scalars.read_edtf)
    made.register_unstructure_hook(EdtfDate, str)
    made.register_structure_hook_func(
        lambda type_: type_ == _PUBLISHED,
        lambda value, _: None if value is None else scalars.read_published(value),
    )
    made.register_unstructure_hook_func(
        lambda type_: type_ == _PUBLISHED,
        lambda value: None if value is None else value.isoformat(),
    )
    made.register_structure_hook_factory(_is_tuple, _tuple_reader)
    made.register_unstructure_hook_factory(_is_tuple, _tuple_writer)
    made.register_structure_hook_factory(attrs.has, _model_reader)
    made.register_unstructure_hook_factory(attrs.has, _model_writer)
    return made


CONVERTER: Final = _converter()
