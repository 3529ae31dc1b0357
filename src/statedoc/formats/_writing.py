"""Documents to bytes and files."""

import os
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, BinaryIO

from statedoc.errors import Failure, StatedocError, UnknownNameError
from statedoc.files import written
from statedoc.formats._format import Format
from statedoc.formats._registry import DEFAULT, REGISTRY
from statedoc.model import Document
from statedoc.registry import check_options


def dumps(document: Document | Iterable[Document], format: str = DEFAULT, **options: Any) -> bytes:
    r"""A document, or several where the format can hold them, as the bytes of a format.

    Bytes in every format, as some formats are no text; `.decode()` makes a `str` of JSON. The options are
    those of the format.

    >>> from statedoc.model import Document, Producer
    >>> document = Document(id="d1", text="Ақорда", producer=Producer(name="me", version="1"))
    >>> dumps(document)[:23]
    b'{"schema_version":"1.0"'
    >>> dumps(document, "json", indent=True)[:27]
    b'{\n  "schema_version": "1.0"'
    """
    stream = BytesIO()
    _write(document, stream, REGISTRY.named(format), options)
    return stream.getvalue()


def dump(
    document: Document | Iterable[Document],
    target: str | os.PathLike[str] | BinaryIO,
    format: str | None = None,
    **options: Any,
) -> None:
    """Write a document, or several where the format can hold them, to a path or a binary stream.

    Without `format` the suffix of the path tells it; a stream gets JSON. A file appears, or replaces the
    one before it, only when all is written.

    >>> import io
    >>> import statedoc
    >>> stream = io.BytesIO()
    >>> statedoc.dump(statedoc.parse("Порт открыт."), stream)
    >>> stream.getvalue()[:24]
    b'{"schema_version":"1.0",'
    """
    if isinstance(target, str | os.PathLike):
        chosen = REGISTRY.for_path(target) if format is None else REGISTRY.named(format)
        if chosen is None:
            raise UnknownNameError(
                f"no format has the suffix of {os.fspath(target)!r}; name one: {', '.join(REGISTRY.entries())}"
            )
        with written(target) as stream:
            _write(document, stream, chosen, options)
    elif hasattr(target, "write"):
        _write(document, target, REGISTRY.named(format or DEFAULT), options)
    else:
        raise StatedocError(f"expected a path or a binary stream to write to, not {type(target).__name__}")


def _write(documents: object, stream: BinaryIO, chosen: Format, options: dict[str, Any]) -> None:
    check_options(chosen.write, options, owner=f"the format {chosen.name!r}")
    given = _documents(documents)
    if not chosen.many:
        given = _only(given, chosen)
    chosen.write(given, stream, **options)


def _documents(given: object) -> Iterator[Document]:
    if isinstance(given, Document):
        yield given
        return
    if not isinstance(given, Iterable):
        raise StatedocError(f"expected a Document or several, not {type(given).__name__}")
    for each in given:
        if isinstance(each, Failure):
            raise StatedocError(f"a failure cannot be written, put it aside first: {each}") from each.error
        if not isinstance(each, Document):
            raise StatedocError(f"expected a Document or several, not {type(each).__name__}")
        yield each


def _only(documents: Iterator[Document], chosen: Format) -> Iterator[Document]:
    many = ", ".join(name for name, each in REGISTRY.entries().items() if each.many)
    first = next(documents, None)
    if first is None:
        raise StatedocError(f"the format {chosen.name!r} holds one document, and there is none")
    if next(documents, None) is not None:
        raise StatedocError(f"the format {chosen.name!r} holds one document; for several there are: {many}")
    return iter((first,))
