"""The files that a command reads, and what is told of those that cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager

from statedoc.cli.arguments import STANDARD
from statedoc.cli.console import Console
from statedoc.errors import InvalidDocumentError, StatedocError
from statedoc.files import Readable


def shown(file: str) -> str:
    """How a message names an input."""
    return "standard input" if file == STANDARD else file


def opened(file: str, console: Console) -> Readable:
    """What is read for an input."""
    return console.stdin if file == STANDARD else file


@contextmanager
def told(file: str, console: Console) -> Iterator[None]:
    """Complain of an input that cannot be read, and let the command go on with the next."""
    try:
        yield
    except OSError as error:  # only of standard input: a file's error is told as one of ours
        console.complain(f"{shown(file)}: {error.strerror}")
    except StatedocError as error:
        unnamed = file == STANDARD or isinstance(error, InvalidDocumentError)  # others of a file name it themselves
        console.complain(f"{shown(file)}: {error}" if unnamed else str(error))
