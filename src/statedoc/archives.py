"""Zip archives from anyone: read in memory, file by file, within limits; nothing is unpacked to a disk."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import BinaryIO, Final, final

from statedoc.errors import UnreadableInputError

MOST_BYTES: Final = 32 << 20  #: of one file in an archive
MOST_FILES: Final = 200_000

_MOST_RATIO = 200  # of a file to what it is packed in; text comes to 20
_SMALL = 1 << 20  # bytes below which the ratio does not matter
_LONGEST_NAME = 100  # in a message


@final
class Archive:
    """The files of a zip archive; a name says what a file is called, and never where anything is written."""

    def __init__(self, opened: zipfile.ZipFile) -> None:
        self._opened = opened
        # Of a name that stands twice, the last counts, as where archives are unpacked.
        self._infos = {info.filename: info for info in opened.infolist() if not info.is_dir()}

    def names(self) -> tuple[str, ...]:
        """The names of the files in their order, without those that file managers hide."""
        return tuple(name for name in self._infos if not _is_hidden(name))

    def read(self, name: str) -> bytes:
        """The bytes of a file; `UnreadableInputError` if it is damaged, locked, or too large to be meant well."""
        info = self._infos[name]
        try:
            with self._opened.open(info) as file:
                data = file.read(MOST_BYTES + 1)
        except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
            raise UnreadableInputError(f"{shown(name)}: {error}") from error
        except Exception as error:  # zlib, bz2 and lzma each have their own
            raise UnreadableInputError(f"{shown(name)}: damaged: {error}") from error
        if len(data) > MOST_BYTES:
            raise UnreadableInputError(f"{shown(name)}: larger than {MOST_BYTES >> 20} MiB")
        if len(data) > max(_SMALL, _MOST_RATIO * info.compress_size):
            raise UnreadableInputError(f"{shown(name)}: packed too tightly to be a text")
        return data

    def text(self, name: str) -> str:
        """The text of a file in UTF-8, its line ends as they are."""
        data = self.read(name)
        try:
            return data.decode()
        except UnicodeDecodeError as error:
            raise UnreadableInputError(f"{shown(name)}: not UTF-8 text: byte {error.start} cannot be decoded") from None


@contextmanager
def archive(stream: BinaryIO) -> Iterator[Archive]:
    """The archive that a stream holds; `UnreadableInputError` if it holds none."""
    seekable = stream if stream.seekable() else io.BytesIO(stream.read())
    try:
        opened = zipfile.ZipFile(seekable)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableInputError(f"not a zip archive: {error}") from error
    with opened:
        if len(opened.filelist) > MOST_FILES:
            raise UnreadableInputError(f"the archive has more than {MOST_FILES} files")
        yield Archive(opened)


def shown(name: str) -> str:
    """The name of a file as a message can show it: printable, and not too long."""
    safe = "".join(letter if letter.isprintable() else "?" for letter in name)
    return safe if len(safe) <= _LONGEST_NAME else f"...{safe[-_LONGEST_NAME:]}"


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or any(part.startswith(".") and part != ".." for part in parts)
