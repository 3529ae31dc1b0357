"""Opening what a caller gave, and writing files whole or not at all."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

from statedoc.errors import StatedocError, UnreadableInputError

Readable: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO  #: a str is always a path

_HEAD = 4096  # how far into a stream is looked to tell what it is
_LONGEST_NAME = 100  # of a path, in a message


def path_of(given: Readable) -> Path | None:
    """The path that was given, once it is sure to lead to something; None for bytes and streams.

    Raises `UnreadableInputError` if there is nothing there or it is a folder, and `StatedocError` for
    what is neither a path nor bytes nor a binary stream.
    """
    if isinstance(given, bytes):
        return None
    if isinstance(given, str | os.PathLike):
        try:
            path = Path(given)
            if path.is_dir():
                raise UnreadableInputError(f"{_shown(given)}: is a folder; name the files in it")
            path.stat()
        except (OSError, ValueError, TypeError) as error:
            raise UnreadableInputError(f"{_shown(given)}: {_reason(error)}") from error
        return path
    if isinstance(given, io.TextIOBase):
        raise StatedocError("a text stream cannot be read; open the file in binary mode ('rb')")
    if not hasattr(given, "read"):
        raise StatedocError(f"expected a path, bytes or a binary stream, not {type(given).__name__}")
    return None


@contextmanager
def opened(given: Readable) -> Iterator[BinaryIO]:
    """A stream of what was given; a caller's own stream is left open.

    What goes wrong while a file is read names the file.
    """
    path = path_of(given)
    if path is None:
        yield io.BytesIO(given) if isinstance(given, bytes) else cast("BinaryIO", given)
        return
    try:
        with path.open("rb") as stream:
            yield stream
    except OSError as error:
        raise UnreadableInputError(f"{_shown(path)}: {_reason(error)}") from error
    except UnreadableInputError as error:
        raise UnreadableInputError(f"{_shown(path)}: {error}") from error


def head(stream: BinaryIO) -> bytes:
    """The first bytes of a stream, which stays where it is; empty if it can neither peek nor seek."""
    peek = getattr(stream, "peek", None)
    if peek is not None:
        return bytes(peek(_HEAD)[:_HEAD])
    if not stream.seekable():
        return b""
    start = stream.tell()
    first = stream.read(_HEAD)
    stream.seek(start)
    return first


@contextmanager
def written(target: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """A stream to a file that appears, or replaces the one before it, only when all is written.

    What is no regular file (a device, a pipe) is written to in one piece at the end.
    """
    part = None
    try:
        path = Path(target).resolve()
        if path.exists() and not path.is_file():
            with io.BytesIO() as whole:
                yield whole
                path.write_bytes(whole.getvalue())
            return
        part = path.with_name(f".{path.name[:_LONGEST_NAME]}.{os.urandom(4).hex()}")
        with part.open("xb") as stream:
            yield stream
        if path.exists():
            part.chmod(path.stat().st_mode)
        part.replace(path)
    except (OSError, ValueError) as error:
        raise StatedocError(f"{_shown(target)}: {_reason(error)}") from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _shown(path: object) -> str:
    name = " ".join(str(path).split())
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}..."
