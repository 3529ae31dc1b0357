"""How much of an input is taken into memory at once."""

from typing import BinaryIO

from statedoc.errors import StatedocError, UnreadableInputError


def check_limit(limit: object) -> None:
    """Refuse what is no whole number above 0."""
    if type(limit) is not int or limit < 1:
        raise StatedocError(f"limit must be a number of bytes above 0, not {limit!r}")


def whole(stream: BinaryIO, limit: int) -> bytes:
    """All that is left of a stream; `UnreadableInputError` if that is more than `limit` bytes."""
    check_limit(limit)
    data = bytearray()
    while part := stream.read(limit + 1 - len(data)):
        data += part
        if len(data) > limit:
            raise UnreadableInputError(f"it has over {limit:,} bytes; give a higher `limit` to read it")
    return bytes(data)
