"""Lines for people: set in, wrapped to a width, some of them in bold."""

import textwrap
from collections.abc import Iterable
from typing import BinaryIO, TypeAlias

Line: TypeAlias = tuple[int, bool, str]  #: how far it is set in, whether it stands out, and its words

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def write_lines(documents: Iterable[Iterable[Line]], stream: BinaryIO, *, width: int, bold: bool) -> None:
    """Write the lines of each document, an empty one between two of them."""
    for number, lines in enumerate(documents):
        if number:
            stream.write(b"\n")
        for depth, stands_out, words in lines:
            for line in _wrapped(words, depth, width):
                shown = f"{_BOLD}{line}{_PLAIN}" if bold and stands_out else line
                stream.write(f"{shown}\n".encode("utf-8", "replace"))


def _wrapped(words: str, depth: int, width: int) -> list[str]:
    # an article must not be able to steer the reader's terminal
    safe = "".join(letter for letter in " ".join(words.split()) if letter.isprintable())
    margin = " " * depth
    return textwrap.wrap(safe, max(width, depth + 20), initial_indent=margin, subsequent_indent=margin) or [""]
