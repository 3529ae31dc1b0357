"""The command line: `statedoc parse`, `convert`, `check`, `schema`, `formats`, `sources` and `languages`.

Each command is one module, imported only when it is asked for. Exit codes: 0, 1 where an input was faulty
(the others are still written), 2 where the command itself was wrong, 130 where it was interrupted,
141 where the reader of its output went away.
"""

import os
import sys
from collections.abc import Sequence

from statedoc.cli.arguments import UsageError, parser
from statedoc.cli.console import Console
from statedoc.errors import StatedocError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command with these arguments, by default those of the process; the exit code."""
    console = Console()
    try:
        given = parser().parse_args(argv)
        given.run(given, console)
        console.close()
    except UsageError as error:
        console.complain(str(error))
        return 2
    except StatedocError as error:
        console.complain(str(error))
        return 1
    except OSError as error:
        # what standard output could not take must not be tried again at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # whoever read it has seen enough
            return 141
        console.complain(f"standard output: {error.strerror}")
        return 1
    except KeyboardInterrupt:
        return 130
    except SystemExit as done:  # how argparse leaves after --help and --version
        return int(done.code or 0)
    return 1 if console.faulty else 0
