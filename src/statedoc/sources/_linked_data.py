"""What a page declares of its article in JSON-LD, with the words of schema.org."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final, final

import attrs

from statedoc.errors import UnreadableInputError
from statedoc.sources._dates import published
from statedoc.sources._facts import line

_ARTICLES: Final = ("Article", "BlogPosting", "Report", "Posting")  # how the types of articles end
_MOST: Final = 1 << 20  # characters of one declaration


@final
@attrs.frozen(kw_only=True)
class Declared:
    """The facts of an article; None or () for what is not declared."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: dt.date | None = None


def linked_data(tree: Any) -> Declared:
    """What the first article that the page declares says; declarations that are broken say nothing."""
    from statedoc.schema import decode_json

    for script in tree.iter("script"):
        written = script.text or ""
        if script.get("type", "").strip().lower() != "application/ld+json" or len(written) > _MOST:
            continue
        try:
            nodes = decode_json(written)
        except UnreadableInputError:
            continue
        for node in _nodes(nodes):
            if any(str(kind).endswith(_ARTICLES) for kind in _list(node.get("@type"))):
                return Declared(
                    title=line(node.get("headline")),
                    authors=tuple(_names(node.get("author"))),
                    publisher=next(_names(node.get("publisher")), None),
                    published=published(node.get("datePublished")),
                )
    return Declared()


def _nodes(given: object) -> Iterator[dict[str, Any]]:
    for node in _list(given):
        if isinstance(node, dict):
            yield node
            yield from (each for each in _list(node.get("@graph")) if isinstance(each, dict))


def _names(given: object) -> Iterator[str]:
    for each in _list(given):
        if name := line(each.get("name") if isinstance(each, dict) else each):
            yield name


def _list(given: object) -> list[Any]:
    return given if isinstance(given, list) else [given]
