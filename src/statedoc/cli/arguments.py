"""What can be asked on the command line."""

import argparse
import datetime as dt
from importlib import import_module
from typing import NoReturn, final

from statedoc.cli.console import Console

STANDARD = "-"  #: standard input, or standard output, in the place of a file

_EPILOG = """\
examples:
  statedoc parse article.txt                  read it here
  statedoc parse *.txt -o documents.jsonl     a document a line
  curl -s https://... | statedoc parse - --to json
"""


@final
class UsageError(Exception):
    """The command itself is wrong, whatever the input."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def parser() -> argparse.ArgumentParser:
    """The parser of the command line; what it returns has a `run` that is called with it and a `Console`."""
    top = _Parser(
        prog="statedoc",
        description="Read news about diplomacy; get typed, verifiable records.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action=_Version, nargs=0, help="show the version and stop")
    commands = top.add_subparsers(metavar="COMMAND", required=True)

    parse = _command(commands, "parse", "find who spoke, what was agreed and which figures were claimed")
    parse.add_argument("files", nargs="+", metavar="FILE", help="an article; - is standard input")
    parse.add_argument(
        "--to", metavar="FORMAT", help="what to write: see `statedoc formats`; a terminal gets a summary unless asked"
    )
    parse.add_argument(
        "--explain",
        dest="to",
        action="store_const",
        const="explain",
        help="tell each record's rule and evidence: the same as --to explain",
    )
    parse.add_argument("-o", "--output", metavar="OUT", help="write to this file, when all is ready")
    parse.add_argument("--language", metavar="CODE", help="the language of the articles: see `statedoc languages`")
    parse.add_argument(
        "--published", metavar="DATE", type=_published, help="when the articles appeared, like 2025-11-11"
    )
    parse.add_argument(
        "--from", dest="source", metavar="SOURCE", help="what the files are: see `statedoc sources`; else by suffix"
    )

    convert = _command(commands, "convert", "write documents in another format")
    convert.add_argument("input", metavar="IN", help="documents in a format that can be read; - is standard input")
    convert.add_argument("output", metavar="OUT", help="the file to write, when all is ready; - is standard output")
    convert.add_argument("--to", metavar="FORMAT", help="what to write: see `statedoc formats`; else by OUT's suffix")

    check = _command(commands, "check", "validate documents and tell every fault")
    check.add_argument("files", nargs="+", metavar="FILE", help="documents; - is standard input")

    _command(commands, "schema", "print the JSON Schema of documents", module="lists")
    _command(commands, "formats", "list what documents can be written as", module="lists")
    _command(commands, "sources", "list what articles can be read from", module="lists")
    _command(commands, "languages", "list the languages that can be read", module="lists")
    return top


def _command(
    commands: "argparse._SubParsersAction[_Parser]", name: str, purpose: str, module: str | None = None
) -> argparse.ArgumentParser:
    def run(given: argparse.Namespace, console: Console) -> None:
        getattr(import_module(f"statedoc.cli.{module or name}"), name)(given, console)

    command = commands.add_parser(name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")
    command.set_defaults(run=run)
    return command


def _published(value: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value) if len(value) <= len("2025-11-11") else _moment(value)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{value!r} is no ISO 8601 date, like 2025-11-11, or date-time with an offset, like 2025-11-11T09:30+05:00"
        ) from None


def _moment(value: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(value)
    if moment.utcoffset() is None:
        raise ValueError(value)
    return moment


class _Version(argparse.Action):
    """Looks the version up only when it is asked for, as that is slow."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version

        print(f"statedoc {version('statedoc')}")
        parser.exit()
