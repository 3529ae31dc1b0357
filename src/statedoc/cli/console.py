"""What a command says, and where."""

import io
import os
import shutil
import sys
from typing import BinaryIO, Final, final

_WIDEST = 100  # longer lines are hard to read, however wide the screen
_NARROWEST = 40


@final
class Console:
    """Standard output as bytes, and complaints on standard error, one line each."""

    def __init__(self) -> None:
        # a text stream may have been put in the place of standard output; it gets everything at the end
        self._aside = None if hasattr(sys.stdout, "buffer") else io.BytesIO()
        self.out: Final[BinaryIO] = (
            sys.stdout.buffer if self._aside is None else self._aside
        )  #: where results go, in UTF-8
        self.faulty = False  #: whether anything was complained of

    @property
    def is_terminal(self) -> bool:
        """Whether a person reads standard output."""
        return sys.stdout.isatty()

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
        if self._aside is not None:
            sys.stdout.write(self._aside.getvalue().decode("utf-8"))
        sys.stdout.flush()
