"""ninjs: news items of IPTC in JSON, versions 1 to 3, alone, in a list, or within one another."""

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

from statedoc.errors import Failure, UnreadableInputError
from statedoc.model import Article, Metadata
from statedoc.sources._dates import published
from statedoc.sources._facts import language_tag, line, web_address
from statedoc.sources._fragment import text_of
from statedoc.sources._heads import is_ninjs
from statedoc.sources._limits import whole
from statedoc.sources._source import Source

_MAIN: Final = "main"  # the role of the headline that is the title, where several have one


def _read(stream: BinaryIO, *, limit: int = 64 << 20) -> Iterator[Article | Failure]:
    """An article for each item: its longest body with markup, or else its longest plain one.

    Items associated with an item follow it where they have a body of their own; pictures and the like do
    not. An input may have `limit` bytes.
    """
    from statedoc.schema import decode_json

    given = decode_json(whole(stream, limit))
    if not isinstance(given, list | dict):
        raise UnreadableInputError("it is no ninjs: expected an object or a list of objects")
    position = 0
    for item in given if isinstance(given, list) else [given]:
        for each, within in _items(item):
            result = _article(each)
            if result is None and within:
                continue
            yield result or Failure(
                position=position,
                error=UnreadableInputError(
                    "the item has no body" if "uri" in each else "it is no item of ninjs: it has no uri"
                ),
                id=line(each.get("uri")),
            )
            position += 1


def _items(given: object) -> Iterator[tuple[Mapping[str, Any], bool]]:
    """An item and those associated with it, in their order; whether each stands within another.

    Keys are lower case: they were up to version 2, and have capitals from version 3 on.
    """
    waiting = [(given, False)]
    while waiting:
        item, within = waiting.pop()
        lowered = {key.lower(): value for key, value in item.items()} if isinstance(item, dict) else {}
        yield lowered, within
        inner = lowered.get("associations")
        inner = list(inner.values()) if isinstance(inner, dict) else inner  # by name in version 1
        waiting += [(each, True) for each in reversed(inner if isinstance(inner, list) else [])]


def _article(item: Mapping[str, Any]) -> Article | None:
    text = _text(item)
    if not text or "uri" not in item:
        return None
    dates = (published(item.get(key)) for key in ("versioncreated", "contentcreated", "firstcreated"))
    return Article(
        id=line(item["uri"]),
        text=text,
        metadata=Metadata(
            title=_title(item),
            url=web_address(item["uri"]),
            publisher=next(_names(item.get("infosources")), None),
            authors=tuple(_names(item.get("by") or item.get("byline"))),
            published=next((date for date in dates if date), None),
            language=language_tag(item.get("language")),
        ),
    )


def _text(item: Mapping[str, Any]) -> str:
    bodies = [_body(body.get("value"), body.get("contenttype")) for body in _objects(item.get("bodies"))]
    bodies += [_body(value, key.removeprefix("body_")) for key, value in item.items() if key.startswith("body_")]
    return max(bodies, key=lambda body: (body[0] and bool(body[1]), len(body[1])), default=(False, ""))[1]


def _body(value: object, kind: object) -> tuple[bool, str]:
    """Whether a body has markup, and its text."""
    if not isinstance(value, str):
        return False, ""
    marked = isinstance(kind, str) and ("html" in kind.lower() or "xml" in kind.lower())
    return marked, text_of(value) if marked else value.strip()


def _title(item: Mapping[str, Any]) -> str | None:
    headlines = _objects(item.get("headlines"))
    headlines.sort(key=lambda headline: headline.get("role") != _MAIN)
    titles = (line(_body(each.get("value"), each.get("contenttype"))[1]) for each in headlines)
    return next(filter(None, titles), None) or line(item.get("headline")) or line(item.get("title"))


def _objects(given: object) -> list[dict[str, Any]]:
    """The objects of a list, their keys in lower case."""
    return [
        {key.lower(): value for key, value in each.items()}
        for each in (given if isinstance(given, list) else [])
        if isinstance(each, dict)
    ]


def _names(given: object) -> Iterator[str]:
    """The names in a string, or in a list of strings or of objects that have a name."""
    for each in given if isinstance(given, list) else [given]:
        if name := line(each.get("name") if isinstance(each, dict) else each):
            yield name


SOURCE = Source(
    name="ninjs",
    summary="news items of IPTC in JSON, one, many, or within one another",
    suffixes=(".ninjs", ".ninjs.json"),
    recognises=is_ninjs,
    read=_read,
)
