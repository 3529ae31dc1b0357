"""Identifiers of articles, documents and records, for formats in which everything is named by a URI."""

import re
from typing import Final
from urllib.parse import quote

from statedoc.model import Document

_UNRESERVED: Final = r"\w.~!$&'()*+,;="
_SEGMENT: Final = rf"(?:[{_UNRESERVED}:@/-]|%[0-9A-F]{{2}})*"
_QUERY: Final = rf"(?:[{_UNRESERVED}:@/?-]|%[0-9A-F]{{2}})*"
_URI: Final = re.compile(
    rf"(?:https?://(?:(?:[{_UNRESERVED}:-]|%[0-9A-F]{{2}})*@)?(?:[{_UNRESERVED}-]|%[0-9A-F]{{2}})+(?::[0-9]*)?(?:/{_SEGMENT})?"
    rf"|(?:urn|tag):[\w-]{_SEGMENT})(?:\?{_QUERY})?(?:#{_QUERY})?",
    re.ASCII | re.IGNORECASE,
)
_KEPT: Final = "%:/?#@!$&'()*+,;="  # what has a meaning in a URI; letters, digits and -._~ are kept anyway


def article_uri(document: Document) -> str:
    """The article's own address where it is a web address, a URN or a tag; else the document's URN.

    Characters that a URI cannot hold are percent-encoded. An address with another scheme, such as
    `javascript:`, is not taken over.
    """
    return web_uri(document.article.url) or document_uri(document)


def web_uri(url: str | None) -> str | None:
    """An address as a URI (RFC 3986); None for what is none.

    >>> web_uri("https://example.org/новости?id=1")
    'https://example.org/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?id=1'
    """
    # what is no character is left for the writer to refuse, with words for people
    encoded = quote(url or "", safe=_KEPT, errors="surrogatepass")
    return encoded if _URI.fullmatch(encoded) else None


def document_uri(document: Document) -> str:
    """The URN of a document, made from its id.

    >>> from statedoc.model import Producer
    >>> document_uri(Document(id="visit 1", text="", producer=Producer(name="me", version="1")))
    'urn:statedoc:visit%201'
    """
    return f"urn:statedoc:{_escaped(document.id)}"


def record_uri(document: Document, id: str) -> str:
    """The URN of one record of a document: no two records of different documents share one."""
    return f"{document_uri(document)}:{_escaped(id)}"


def _escaped(id: str) -> str:
    return quote(id, safe="", errors="surrogatepass")
