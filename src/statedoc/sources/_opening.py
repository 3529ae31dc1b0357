"""Articles from whatever a caller has."""

from collections.abc import Iterator
from typing import Any

from statedoc.errors import Failure
from statedoc.files import Readable, head, opened, path_of
from statedoc.model import Article
from statedoc.registry import Registry, check_options
from statedoc.sources._source import Source

REGISTRY = Registry(package="statedoc.sources", constant="SOURCE", type=Source)

_PLAIN = "text"  # what an input is when nothing says otherwise


def articles(given: Readable, source: str | None = None, **options: Any) -> Iterator[Article | Failure]:
    """The articles in a file, bytes or a binary stream, in their order, read as they are asked for.

    A `str` is a path; to parse a text itself, use `parse`. Without `source` the kind of input is told
    from the file's suffix, then from its first bytes; what is still unknown is plain text. A broken
    record is yielded as a `Failure`, and the rest goes on.

    Raises `UnreadableInputError` if there is no such file or it cannot be read, and `UnknownNameError`
    if there is no such source.

    >>> [article.text for article in articles("Президент прибыл.".encode())]
    ['Президент прибыл.']
    """
    path = path_of(given)
    chosen = REGISTRY.for_path(path) if source is None else REGISTRY.named(source)
    if chosen:
        check_options(chosen.read, options, owner=f"the source {chosen.name!r}")
    return _read(given, chosen, options)


def _read(given: Readable, chosen: Source | None, options: dict[str, Any]) -> Iterator[Article | Failure]:
    with opened(given) as stream:
        if chosen is None:
            chosen = REGISTRY.for_content(head(stream)) or REGISTRY.named(_PLAIN)
            check_options(chosen.read, options, owner=f"the source {chosen.name!r}")
        yield from chosen.read(stream, **options)
