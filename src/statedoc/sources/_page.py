"""The article on a web page: its text by trafilatura, and what the page declares of it."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from statedoc.errors import MissingExtraError, UnreadableInputError
from statedoc.model import Article, Metadata
from statedoc.sources._dates import published
from statedoc.sources._encoding import decoded, encoding_of
from statedoc.sources._facts import language_tag, line, web_address
from statedoc.sources._fragment import Break, laid_out
from statedoc.sources._linked_data import Declared, linked_data

_MOST_ELEMENTS: Final = 50_000  # a long page has some thousands; extraction takes a tenth of a millisecond for each
_MOST_LOST: Final = 0.01  # of a page's characters that its encoding does not know

_HIDDEN: Final = ("iframe", "noscript", "style", "svg", "template")  # scripts are kept for their metadata
_BLOCKS: Final = frozenset(("code", "fw", "head", "item", "list", "p", "quote", "row", "table"))
# What a page calls the date of publication. Its date of change is another, and so is one in its text.
_DATES: Final = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//meta[@property='og:article:published_time']/@content",
    "//*[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='dcterms.issued' or @name='DC.date.issued' or @name='pubdate' or @name='publishdate'"
    " or @name='parsely-pub-date']/@content",
    "//article//time[@pubdate]/@datetime",
)
_PUBLISHERS: Final = ("//meta[@property='og:site_name' or @name='og:site_name']/@content",)
_ADDRESSES: Final = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_LANGUAGES: Final = (
    "/html/@lang",
    "//meta[translate(@http-equiv, 'CONTENL', 'contenl')='content-language']/@content",
    "//meta[@property='og:locale']/@content",
)


def article_of(
    data: bytes, *, url: str | None = None, content_type: str | None = None, encoding: str | None = None
) -> Article:
    """The article on a page; `content_type` is that of its HTTP header, where one came with it.

    Raises `UnreadableInputError` if there is no article on the page, and `MissingExtraError` without the
    extra `html`.
    """
    try:
        import lxml.html
        import w3lib.encoding  # noqa: F401 - asked for before any work is done
        from trafilatura import bare_extraction
    except ImportError as error:
        raise MissingExtraError(
            f'web pages need {error.name}, which is not installed; install it with: pip install "statedoc[html]"'
        ) from None
    text = _decoded(data, content_type, encoding).replace("\0", "")  # libxml2 would stop there
    tree = _tree(text, lxml.html)
    declared = linked_data(tree)
    about = _metadata(tree, declared, url)
    for hidden in list(tree.iter(*_HIDDEN)):
        hidden.drop_tree()
    # The fallbacks that `fast` leaves out can take the square of a page's length.
    found: Any = bare_extraction(tree, with_metadata=True, include_comments=False, fast=True, config=_config())
    body = found and laid_out(_pieces(found.body))
    if not found or not body:
        raise UnreadableInputError("the page has no article text that could be found")
    authors = declared.authors or tuple(filter(None, map(line, (found.author or "").split(";"))))
    title = declared.title or line(found.title)
    return Article(
        text=body,
        metadata=Metadata(title=title, authors=authors, **about),
    )


@cache
def _config() -> Any:
    """Trafilatura's own, but short articles are articles: by default their pages are taken whole, menus and all."""
    from trafilatura.settings import use_config

    config = use_config()
    config.read_dict({"DEFAULT": {"MIN_EXTRACTED_SIZE": "1", "MIN_OUTPUT_SIZE": "1"}})
    return config


def _decoded(data: bytes, content_type: str | None, encoding: str | None) -> str:
    """By the caller's word, else by byte order mark, HTTP header, the page's own word, or its letters."""
    from w3lib.encoding import html_to_unicode

    if encoding is not None:
        return decoded(data, encoding)
    name, text = html_to_unicode(content_type, data, auto_detect_fun=encoding_of)
    if text.count("\ufffd") > max(1, _MOST_LOST * len(text)):
        raise UnreadableInputError(f"the page is not in {name}, which it claims; name its encoding with `encoding`")
    return text


def _tree(text: str, html: Any) -> Any:
    """The page's elements; nothing is fetched for them, and what libxml2 finds too deep is left out."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (ValueError, AssertionError, html.etree.LxmlError) as error:
        raise UnreadableInputError(f"the page has no elements that could be read: {line(str(error))}") from None
    if sum(1 for _ in zip(tree.iter(), range(_MOST_ELEMENTS + 1), strict=False)) > _MOST_ELEMENTS:
        raise UnreadableInputError(f"the page has over {_MOST_ELEMENTS:,} elements, and is no article")
    return tree


def _metadata(tree: Any, declared: Declared, url: str | None) -> dict[str, Any]:
    dates = map(published, _all(tree, _DATES))
    return {
        # What the caller knows stands over what a page says of itself.
        "url": url or next(filter(None, map(web_address, _all(tree, _ADDRESSES))), None),
        "publisher": next(filter(None, map(line, _all(tree, _PUBLISHERS))), None) or declared.publisher,
        "published": declared.published or next(filter(None, dates), None),
        "language": next(filter(None, map(language_tag, _all(tree, _LANGUAGES))), None),
    }


def _all(tree: Any, paths: tuple[str, ...]) -> Iterator[str]:
    for path in paths:
        yield from map(str, tree.xpath(path))


def _pieces(body: Any) -> Iterator[str | Break]:
    from lxml.etree import iterwalk

    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield Break.PARAGRAPH
        elif event == "start" and element.tag == "lb":
            yield Break.LINE
        elif event == "start" and element.tag == "cell":
            yield " "
        yield (element.text if event == "start" else element is not body and element.tail) or ""
