"""JSON text of decoded data and back, the same with and without orjson.

orjson does the work where it is installed. Whatever it refuses, the standard library decides, so
that errors read the same everywhere. Of a key that an object has twice, the last value counts.
"""

import json
import re
from functools import cache
from types import ModuleType
from typing import Any, Final, NoReturn

from statedoc.errors import StatedocError, UnreadableInputError

_SIGNED_64: Final = 1 << 63
_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")


def encode_json(data: Any, *, indent: bool) -> bytes:
    r"""UTF-8 JSON of dicts, lists, strings, whole numbers, booleans and None; floats are not meant for it.

    With `indent` it is laid out on many lines, by two spaces, else on one line without any space.
    No newline ends it.

    >>> encode_json({"title": "Ясно", "authors": []}, indent=False).decode()
    '{"title":"Ясно","authors":[]}'

    Raises `StatedocError` for text with a lone surrogate, which is no character and has no UTF-8 form.
    """
    if orjson := _orjson():
        try:
            written: bytes = orjson.dumps(data, option=orjson.OPT_INDENT_2 if indent else None)
            return written
        except orjson.JSONEncodeError:
            pass  # too large a number, or a fault that the standard library explains
    layout: dict[str, Any] = {"indent": 2} if indent else {"separators": (",", ":")}
    try:
        return json.dumps(data, ensure_ascii=False, allow_nan=False, **layout).encode()
    except UnicodeEncodeError as error:
        raise StatedocError(
            f"the text has a lone surrogate (U+{ord(error.object[error.start]):04X}), which is no character and "
            "cannot be written; replace it, for instance with U+FFFD"
        ) from None


def decode_json(data: bytes | str) -> object:
    """The value that a JSON text means; bytes are UTF-8, with or without a byte order mark.

    Raises `UnreadableInputError` for anything else, with line and column where they are known.

    >>> decode_json('{"id": "1"}')
    {'id': '1'}
    """
    if orjson := _orjson():
        try:
            read: object = orjson.loads(data)
            return read
        except orjson.JSONDecodeError:
            pass  # the standard library tells what is wrong
    try:
        text = data if isinstance(data, str) else data.decode()
    except UnicodeDecodeError as error:
        raise UnreadableInputError(f"the JSON text is not UTF-8: byte {error.start} cannot be decoded") from None
    return _decode(text.removeprefix("\ufeff"))


@cache
def _orjson() -> ModuleType | None:
    # At the first use, for `import statedoc` loads no optional package.
    try:
        import orjson
    except ImportError:
        return None
    return orjson


def _decode(text: str) -> object:
    try:
        value: object = json.loads(text, parse_int=_whole, parse_float=_float, parse_constant=_refuse)
        if _SURROGATE.search(text):
            json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        reason = f"{error.msg[:1].lower()}{error.msg[1:]}".removesuffix(" at")
        where = f"line {error.lineno}, column {error.colno}"
        raise UnreadableInputError(f"the text is not JSON: {reason} at {where}") from None
    except RecursionError:
        raise UnreadableInputError("the JSON text is nested too deeply to be a document") from None
    except UnicodeEncodeError as error:
        surrogate = f"U+{ord(error.object[error.start]):04X}"
        raise UnreadableInputError(f"the JSON text has a lone surrogate ({surrogate}), which is no character") from None
    return value


def _whole(digits: str) -> int | float:
    # Past 64 bits orjson reads a float. The length is asked first, for int() refuses very many digits.
    if len(digits) <= 20 and -_SIGNED_64 <= int(digits) < 2 * _SIGNED_64:
        return int(digits)
    return _float(digits)


def _float(digits: str) -> float:
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise UnreadableInputError(f"the JSON text has a number that is too large: {digits[:20]}...")
    return number


def _refuse(constant: str) -> NoReturn:
    raise UnreadableInputError(f"the JSON text has the number {constant}, which JSON does not know")
