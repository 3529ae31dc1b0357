"""JSON Feed, versions 1.0 and 1.1."""

from collections.abc import Iterator, Mapping
from typing import Any

from statedoc.errors import Failure, UnreadableInputError
from statedoc.model import Article, Metadata
from statedoc.sources._dates import published
from statedoc.sources._facts import language_tag, line, web_address
from statedoc.sources._fragment import text_of


def json_feed(data: bytes) -> Iterator[Article | Failure]:
    """An article, or what is wrong with it, for each item."""
    from statedoc.schema import decode_json

    feed = decode_json(data)
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(feed, dict) or not isinstance(items, list):
        raise UnreadableInputError("it is no JSON Feed: it has no list of items")
    for position, item in enumerate(items):
        if not isinstance(item, dict):
            yield Failure(position=position, error=UnreadableInputError("expected an object for an item"))
            continue
        text = _text(item)
        url = web_address(item.get("url"), web_address(feed.get("home_page_url")))
        if text:
            yield _article(item, feed, text, url)
        else:
            error = UnreadableInputError("the item has neither content nor a summary")
            yield Failure(position=position, error=error, id=_id(item), url=url)


def _article(item: Mapping[str, Any], feed: Mapping[str, Any], text: str, url: str | None) -> Article:
    dates = (published(item.get(key)) for key in ("date_published", "date_modified"))
    languages = map(language_tag, (item.get("language"), feed.get("language")))
    metadata = Metadata(
        title=line(item.get("title")),
        url=url,
        publisher=line(feed.get("title")),
        authors=_names(item) or _names(feed),
        published=next((date for date in dates if date), None),
        language=next(filter(None, languages), None),
    )
    return Article(id=_id(item), text=text, metadata=metadata)


def _text(item: Mapping[str, Any]) -> str:
    """HTML first, for it has paragraphs."""
    markup, plain, summary = (item.get(key) for key in ("content_html", "content_text", "summary"))
    if isinstance(markup, str) and (text := text_of(markup)):
        return text
    return next((each.strip() for each in (plain, summary) if isinstance(each, str) and each.strip()), "")


def _id(item: Mapping[str, Any]) -> str | None:
    given = item.get("id")
    return line(str(given) if type(given) is int else given)


def _names(of: Mapping[str, Any]) -> tuple[str, ...]:
    given = of.get("authors")
    authors = given if isinstance(given, list) else [of.get("author")]  # one in version 1.0
    return tuple(name for author in authors if isinstance(author, dict) and (name := line(author.get("name"))))
