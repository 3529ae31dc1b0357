"""What a command says, and where."""

import io
import os
import shutil
import sys
from typing import BinaryIO, Final, final

from statedoc.errors import StatedocError, UnreadableInputError

_WIDEST = 100  # longer lines are hard to read, however wide the screen
_NARROWEST = 40


@final
class Console:
    """Standard output and input as bytes, and complaints on standard error, one line each."""

    def __init__(self) -> None:
        # nothing, or a text stream, may stand in the place of standard output; it is met at the end
        self._aside = None if hasattr(sys.stdout, "buffer") else io.BytesIO()
        self.out: Final[BinaryIO] = (
            sys.stdout.buffer if self._aside is None else self._aside
        )  #: where results go, in UTF-8
        self.faulty = False  #: whether anything was complained of

    @property
    def stdin(self) -> BinaryIO:
        """Standard input; `UnreadableInputError` if it was closed before the command began."""
        if sys.stdin is None:
            raise UnreadableInputError("it is closed")
        return sys.stdin.buffer

    @property
    def is_terminal(self) -> bool:
        """Whether a person reads standard output."""
        return sys.stdout is not None and sys.stdout.isatty()

    @property
    def shows_bold(self) -> bool:
        """Whether names may stand out; not where `NO_COLOR` is set."""
        return self.is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    @property
    def width(self) -> int:
        """The columns to write in."""
        return max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))

    def say(self, line: str) -> None:
        """Put a line among the results."""
        self.out.write(f"{line}\n".encode("utf-8", "replace"))

    def complain(self, message: str) -> None:
        """Put what is wrong on one line of standard error."""
        self.faulty = True
        line = " ".join(message.split())
        print(f"statedoc: {''.join(each if each.isprintable() else '?' for each in line)}", file=sys.stderr)

    def close(self) -> None:
        """Hand on all that was written."""
        results = self._aside.getvalue() if self._aside is not None else b""
        if sys.stdout is None:
            if results:
                raise StatedocError("standard output is closed; name a file with -o")
            return
        sys.stdout.write(results.decode("utf-8"))
        sys.stdout.flush()
