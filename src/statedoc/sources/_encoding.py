"""Bytes of a text as a string, by the encoding that they say, that a caller says, or that can be told."""

import codecs
from typing import Final

from statedoc.errors import MissingExtraError, StatedocError, UnreadableInputError

# UTF-32 first: its mark begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SHOWN: Final = {"utf-8": "UTF-8", "utf-16": "UTF-16", "utf-32": "UTF-32"}

# What is told without being named. Of other encodings those that differ from each other in few letters, as
# the Western and Central European ones, cannot be told apart with any certainty.
_TOLD: Final = frozenset({"cp1251", "koi8_r", "koi8_u", "cp866", "cp1125", "iso8859_5"})
# Measured on slices of articles in fifteen encodings: from 100 letters on these bounds let no wrong one pass.
_FEWEST: Final = 100  # bytes that are no ASCII
_MOST_NOISE, _LEAST_SENSE = 0.1, 0.4
_NOISE_APART, _SENSE_APART = 0.05, 0.15  # from the next best that reads differently
_SAMPLE: Final = 1 << 20  # bytes that are enough to tell by


def decoded(data: bytes, encoding: str | None = None) -> str:
    """The text that bytes hold, without a byte order mark, line ends as they are.

    Without `encoding`, a codec's name, the byte order mark tells, else UTF-8 is tried, else the encoding
    is told from the letters where there are enough of them and no other comes near.

    Raises `UnreadableInputError` for bytes that are not of the encoding, or whose encoding cannot be told.

    >>> decoded("Ақорда".encode("utf-16"))
    'Ақорда'
    """
    if encoding is None:
        encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    else:
        check_encoding(encoding)
    if encoding is not None:
        return _strictly(data, encoding)
    return _strictly(data, encoding_of(data))


def encoding_of(data: bytes) -> str:
    """UTF-8 if the bytes are that, else what their letters tell; raises as `decoded` does."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return _by_letters(data, f"not UTF-8 text: {_place(data, error.start)}")
    return "utf-8"


def check_encoding(encoding: object) -> None:
    """Refuse what is no name of a text encoding."""
    try:
        b" ".decode(encoding)  # type: ignore[arg-type]
    except UnicodeError:
        pass  # a codec, if one that needs more than a space
    except (LookupError, TypeError, ValueError):
        raise StatedocError(
            f"no encoding is named {encoding!r}; name one as Python does: utf-8, windows-1251, koi8-r, utf-16, ..."
        ) from None


def _strictly(data: bytes, encoding: str) -> str:
    shown = _SHOWN.get(encoding, encoding)
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        place = _place(data, error.start)
        raise UnreadableInputError(f"not {shown} text: {place}; name another encoding with `encoding`") from None
    except UnicodeError as error:  # codecs that tell no place
        raise UnreadableInputError(f"not {shown} text: {error}; name another encoding with `encoding`") from None


def _place(data: bytes, at: int) -> str:
    return f"byte 0x{data[at]:02x} at position {at}"


def _by_letters(data: bytes, refusal: str) -> str:
    advice = 'name it with the option `encoding`, as in encoding="windows-1251", or convert the text to UTF-8'
    if sum(byte > 0x7F for byte in data[:_SAMPLE]) < _FEWEST:
        raise UnreadableInputError(f"{refusal}; it is too short to tell its encoding: {advice}")
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        raise MissingExtraError(
            f"{refusal}; telling its encoding needs charset-normalizer, which is not installed; install it with: "
            f'pip install "statedoc[encodings]"; or {advice}'
        ) from None
    best, *others = from_bytes(data[:_SAMPLE]) or (None,)
    if best is None or best.chaos > _MOST_NOISE or best.coherence < _LEAST_SENSE or best.encoding not in _TOLD:
        raise UnreadableInputError(f"{refusal}; its encoding is in doubt: {advice}")
    for other in others:
        near = other.chaos - best.chaos < _NOISE_APART and best.coherence - other.coherence < _SENSE_APART
        if near and str(other) != str(best):
            raise UnreadableInputError(f"{refusal}; it could be {best.encoding} as well as {other.encoding}: {advice}")
    return best.encoding
