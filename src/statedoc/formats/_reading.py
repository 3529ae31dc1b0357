"""Documents from bytes and files."""

from collections.abc import Iterator
from typing import Any

from statedoc.errors import Failure, StatedocError, UnreadableInputError
from statedoc.files import Readable, head, opened, path_of
from statedoc.formats._format import Format
from statedoc.formats._registry import DEFAULT, REGISTRY
from statedoc.model import Document
from statedoc.registry import check_options


def loads(data: bytes | str, format: str = DEFAULT, **options: Any) -> Document:
    """The one document that bytes or a string hold.

    Raises `UnreadableInputError` if they are not of the format or hold more than one document, and
    `InvalidDocumentError`, with every fault, if the document breaks the schema.

    >>> loads('{"id": 7}')
    Traceback (most recent call last):
    statedoc.errors.InvalidDocumentError: the document has ...
    """
    if isinstance(data, str):
        # what cannot be UTF-8 is left for the format to refuse, like any other byte out of place
        data = data.encode("utf-8", "surrogatepass")
    if not isinstance(data, bytes):
        raise StatedocError(f"expected bytes or a string, not {type(data).__name__}; for files there is load")
    return _only(documents(data, format, **options))


def load(given: Readable, format: str | None = None, **options: Any) -> Document:
    """The one document in a file or a binary stream; a `str` is a path.

    Without `format` the suffix tells it, or else the first bytes. Raises as `loads` does.

    >>> import io
    >>> import statedoc
    >>> stream = io.BytesIO(statedoc.dumps(statedoc.parse("Порт открыт."), "json"))
    >>> statedoc.load(stream).text
    'Порт открыт.'
    """
    return _only(documents(given, format, **options))


def documents(given: Readable, format: str | None = None, **options: Any) -> Iterator[Document | Failure]:
    """The documents in a file, bytes or a binary stream, in their order, read as they are asked for.

    A `str` is a path. Without `format` the suffix tells it, or else the first bytes. In a format that
    holds many documents a broken one is yielded as a `Failure`, and the rest goes on.

    >>> import io
    >>> import statedoc
    >>> lines = statedoc.dumps(statedoc.parse("Порт открыт."), "jsonl") + b"{broken"
    >>> [type(each).__name__ for each in statedoc.documents(io.BytesIO(lines), "jsonl")]
    ['Document', 'Failure']
    """
    path = path_of(given)
    if format is not None:
        chosen: Format | None = REGISTRY.named(format)
    else:
        chosen = REGISTRY.for_path(path)
        if chosen and chosen.read is None:
            chosen = None  # the suffix is that of others, too
    if chosen:
        _check(chosen, options)
    return _read(given, chosen, options)


def _read(given: Readable, chosen: Format | None, options: dict[str, Any]) -> Iterator[Document | Failure]:
    with opened(given) as stream:
        if chosen is None:
            chosen = REGISTRY.for_content(head(stream)) or REGISTRY.named(DEFAULT)
            _check(chosen, options)
        assert chosen.read is not None  # noqa: S101 - checked
        yield from chosen.read(stream, **options)


def _check(chosen: Format, options: dict[str, Any]) -> None:
    if chosen.read is None:
        readable = ", ".join(name for name, each in REGISTRY.entries().items() if each.read)
        raise StatedocError(f"the format {chosen.name!r} cannot be read back; these can: {readable}")
    check_options(chosen.read, options, owner=f"reading {chosen.name!r}")


def _only(found: Iterator[Document | Failure]) -> Document:
    first = next(found, None)
    if first is None:
        raise UnreadableInputError("there is no document in it")
    if isinstance(first, Failure):
        raise first.error
    if next(found, None) is not None:
        raise UnreadableInputError("it holds more than one document; documents() reads them all")
    return first
