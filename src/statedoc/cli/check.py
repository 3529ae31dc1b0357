"""`statedoc check`: whether documents are whole, and what is wrong with those that are not."""

import argparse

from statedoc.cli.arguments import STANDARD
from statedoc.cli.console import Console
from statedoc.errors import Failure, InvalidDocumentError, StatedocError
from statedoc.formats import documents


def check(given: argparse.Namespace, console: Console) -> None:
    """Tell every fault of every document, each with its path; and of files without any, that it is so."""
    for file in given.files:
        _check(file, console)


def _check(file: str, console: Console) -> None:
    shown = "standard input" if file == STANDARD else file
    sound = faulty = 0
    try:
        for found in documents(console.stdin if file == STANDARD else file):
            if isinstance(found, Failure):
                faulty += 1
                _tell(f"{shown}: document {found.position + 1}", found.error, console)
            else:
                sound += 1
    except InvalidDocumentError as error:
        faulty += 1
        _tell(shown, error, console)
    except OSError as error:  # only of standard input: a file's error is told as one of ours
        faulty += 1
        console.complain(f"{shown}: {error.strerror}")
    except StatedocError as error:
        faulty += 1
        console.complain(f"{shown}: {error}" if file == STANDARD else str(error))
    if not sound and not faulty:
        console.complain(f"{shown}: there is no document in it")
    elif not faulty:
        console.say(f"{shown}: {sound} document{'s' if sound != 1 else ''}, no faults")


def _tell(where: str, error: Exception, console: Console) -> None:
    faults = error.faults if isinstance(error, InvalidDocumentError) else (error,)
    for fault in faults:
        console.complain(f"{where}: {fault}")
