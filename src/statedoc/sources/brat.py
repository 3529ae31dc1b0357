"""The texts of a corpus for the brat annotation tool: an archive of them, or one beside its annotations."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from statedoc.errors import Failure, UnreadableInputError
from statedoc.model import Article
from statedoc.sources._source import Source

_ZIP = b"PK\x03\x04"
_FIRST_FILE = b"annotation.conf"  # of archives that statedoc writes
_LONGEST = 32 << 20  # bytes of a text


def _read(stream: BinaryIO) -> Iterator[Article | Failure]:
    """Each `.txt` of a zip archive, its id its name; or, for `talks.ann`, the text in `talks.txt` beside it.

    What is marked in the texts is not read: for that there is the format of the same name.
    """
    name = getattr(stream, "name", None)
    if isinstance(name, str) and name.lower().endswith(".ann"):
        yield _beside(Path(name))
    else:
        yield from _archived(stream)


def _beside(annotations: Path) -> Article:
    path = annotations.with_suffix(".txt")
    try:
        with path.open("rb") as file:
            data = file.read(_LONGEST + 1)
    except OSError as error:
        raise UnreadableInputError(f"there is no text to it: {path.name}: {error.strerror}") from error
    if len(data) > _LONGEST:
        raise UnreadableInputError(f"{path.name}: larger than {_LONGEST >> 20} MiB")
    try:
        return Article(text=data.decode().removeprefix("\ufeff"), id=path.stem)
    except UnicodeDecodeError as error:
        raise UnreadableInputError(f"{path.name}: not UTF-8 text: byte {error.start} cannot be decoded") from error


def _archived(stream: BinaryIO) -> Iterator[Article | Failure]:
    from statedoc.archives import archive

    with archive(stream) as opened:
        texts = (name for name in opened.names() if name.lower().endswith(".txt"))
        for position, name in enumerate(texts):
            stem = name[: -len(".txt")]
            try:
                yield Article(text=opened.text(name).removeprefix("\ufeff"), id=stem if stem.strip() else None)
            except UnreadableInputError as error:
                yield Failure(position=position, error=error, id=stem)


def _recognises(head: bytes) -> bool:
    return head.startswith(_ZIP) and head[30:].startswith(_FIRST_FILE)


SOURCE = Source(
    name="brat",
    summary="texts of the brat annotation tool, in a zip archive or beside an .ann file",
    suffixes=(".brat.zip", ".ann"),
    recognises=_recognises,
    read=_read,
)
