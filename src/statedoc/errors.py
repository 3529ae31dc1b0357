"""The errors that statedoc raises: one base, and a child for each thing that can be wrong."""

from collections.abc import Iterable
from typing import final

import attrs


class StatedocError(Exception):
    """The base of every error that statedoc raises on purpose.

    Its message says what is wrong, where, and what to do about it.

    >>> import statedoc
    >>> try:
    ...     statedoc.loads(b"{", "json")
    ... except statedoc.StatedocError as error:
    ...     print(type(error).__name__)
    UnreadableInputError
    """


@final
@attrs.frozen(kw_only=True)
class Fault:
    """One thing wrong with a document: where it is, and what is wrong with it.

    >>> str(Fault(path="quotes[3].speakers[0]", message='no actor "a9" in this document'))
    'quotes[3].speakers[0]: no actor "a9" in this document'
    """

    path: str  #: JSON path from the document, without a leading "$"; empty for the document itself
    message: str  #: what is wrong, and what was expected

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


@final
class InvalidDocumentError(StatedocError):
    r"""A document breaks the schema or its own references; every fault is told at once.

    >>> str(InvalidDocumentError([Fault(path="id", message="missing")]))
    'the document has 1 fault\n  id: missing'
    """

    faults: tuple[Fault, ...]  #: in the order in which the document is read

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        count = len(self.faults)
        lines = [f"the document has {count} fault{'s' if count != 1 else ''}"]
        super().__init__("\n  ".join([*lines, *map(str, self.faults)]))


@final
class UnreadableInputError(StatedocError):
    """Bytes, a file or a stream could not be read as what they were said to be.

    >>> import statedoc
    >>> try:
    ...     statedoc.loads(b"no JSON", "json")
    ... except statedoc.StatedocError as error:
    ...     print(type(error).__name__, "|", error)
    UnreadableInputError | the text is not JSON: expecting value at line 1, column 1
    """


@final
class UnknownNameError(StatedocError):
    """No format, source or language goes by the name asked for; the message lists those that do.

    >>> import statedoc
    >>> try:
    ...     statedoc.parse("Порт открыт.", language="tlh")
    ... except statedoc.UnknownNameError as error:
    ...     print(error)
    no language pack 'tlh'; there are: ru
    """


@final
class MissingExtraError(StatedocError):
    """A feature needs a package that is not installed; the message names the extra to install.

    >>> from statedoc import MissingExtraError, StatedocError
    >>> issubclass(MissingExtraError, StatedocError)
    True
    """


@final
class LexiconError(StatedocError):
    """A language pack's data is faulty; the message names the file and the key.

    >>> from statedoc import LexiconError, StatedocError
    >>> issubclass(LexiconError, StatedocError)
    True
    """


@final
@attrs.frozen(kw_only=True)
class Failure:
    """One item of a stream that could not be read or parsed; the rest of the stream goes on.

    >>> str(Failure(position=3, error=UnreadableInputError("line 4: not JSON")))
    'item 3: line 4: not JSON'
    """

    position: int  #: the item's place in its stream, counted from 0
    error: Exception  #: a `StatedocError`, or what an extractor stumbled over
    id: str | None = None  #: the item's own id, where it was known
    url: str | None = None  #: the item's url, where it was known

    def __str__(self) -> str:
        known = self.id or self.url
        error = self.error if isinstance(self.error, StatedocError) else f"{type(self.error).__name__}: {self.error}"
        return f"item {self.position}{f' ({known})' if known else ''}: {error}"
