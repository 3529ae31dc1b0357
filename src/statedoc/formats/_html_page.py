"""The whole page: the article on one side, its records on the other."""

import datetime as dt
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final, TypeAlias
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, tostring

from statedoc.formats._html_anchors import Anchors
from statedoc.formats._html_cards import Cards
from statedoc.formats._html_elements import Content, element, page_of
from statedoc.formats._html_text import marked_paragraphs
from statedoc.model import Document
from statedoc.text.paragraphs import paragraphs as spans_of_paragraphs

Room: TypeAlias = tuple[str, str, list[Element]]  #: its heading, the look of its marks, and its cards

_UNKNOWN: Final = "und"  # the tag for a language that is not known
_LONGEST_TITLE = 70  # code points; more are not shown on a tab
_MOST_LIT = 500  # records; a browser looks through the whole page for each, which takes minutes for some thousands
_LONGEST_HEADLINE = 160


def page(document: Document, *, framed: bool = False) -> bytes:
    """The page of a document, in UTF-8; one to be shown inside another opens the article's own page in a new tab."""
    anchors = Anchors.of(document)
    language = document.article.language or _UNKNOWN
    cards = Cards(document=document, anchors=anchors, language=language)
    paragraphs = [element("p", *content, dir="auto") for content in marked_paragraphs(document, anchors)]
    headline = _headline(document, cards, paragraphs)
    rooms = _rooms(document, cards)
    style = _style() + _lit(anchors)
    root = element(
        "html",
        _head(document, style, framed),
        element(
            "body",
            element("a", "Skip to the text", href="#text", class_="skip", lang="en"),
            element("a", "Skip to the records", href="#records", class_="skip", lang="en"),
            element(
                "main",
                element(
                    "article",
                    element("header", headline, _about(document, cards, framed), _legend(rooms), lang="en"),
                    element("div", *paragraphs, id="text", class_="text", lang=language, tabindex="-1"),
                ),
            ),
            element(
                "aside",
                *(_section(*room) for room in rooms if room[2]),
                None if any(room[2] for room in rooms) else element("p", "No records were found.", class_="none"),
                id="records",
                lang="en",
                aria_label="Records",
                tabindex="-1",
            ),
            _footer(document),
        ),
        lang=document.article.language or "en",
    )
    return page_of(root)


def frame(document: Document, height: int) -> str:
    """The page in a frame of its own, which lets neither its styles out nor a notebook's in, and runs nothing."""
    made = element(
        "iframe",
        srcdoc=page(document, framed=True).decode(),
        title=_title(document),
        width="100%",
        height=str(height),
        sandbox="allow-popups allow-popups-to-escape-sandbox",
        style="border:1px solid #8888;border-radius:4px",
    )
    return tostring(made, encoding="unicode", method="html")


# --- Head -------------------------------------------------------------------------------------------------------------


@cache
def _style() -> str:
    return files("statedoc.formats").joinpath("_html.css").read_text(encoding="utf-8")


def _lit(anchors: Anchors) -> str:
    """What lights up the words of a record while a link leads to it: selectors, as there is no script."""
    names = anchors.names.values()
    if not 0 < len(names) <= _MOST_LIT:
        return ""
    marked, evidence = (
        ",".join(f"body:has([data-r={name}]:target) .{letter}-{name}" for name in names) for letter in "re"
    )
    lit = "background:var(--lit);color:var(--ink)"
    return f"@media screen{{{marked}{{{lit}}}{evidence}{{{lit};text-decoration:underline dotted 1px var(--quiet)}}}}\n"


def _head(document: Document, style: str, framed: bool) -> Element:
    # nothing is loaded and nothing runs, whatever an article holds; the style is let in by its hash
    hashed = b64encode(sha256(style.encode()).digest()).decode()
    base = "about:" if framed else "'none'"
    policy = f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri {base}; form-action 'none'"
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        # a frame takes its address from the page around it, and a link within would lead there
        element("base", href="about:srcdoc") if framed else None,
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", _title(document)),
        element("style", style),
    )


def _title(document: Document) -> str:
    """The article's title, or its first words, or its id."""
    for words in (document.article.title or "", document.text[: 10 * _LONGEST_TITLE], document.id):
        line = " ".join(words.split())
        if line:
            return line if len(line) <= _LONGEST_TITLE else f"{line[:_LONGEST_TITLE].rpartition(' ')[0]}…"
    raise AssertionError("an id is not blank")


# --- Article ----------------------------------------------------------------------------------------------------------


def _headline(document: Document, cards: Cards, paragraphs: list[Element]) -> Element:
    """The title; where the text opens with it, that paragraph itself with its marks, taken from the others."""
    title = " ".join((document.article.title or "").split())
    first = next(iter(spans_of_paragraphs(document.text)), None)
    opening = " ".join(first.of(document.text).split()) if first else ""
    if len(paragraphs) > 1 and (opening == title if title else _is_headline(opening)):
        headline = paragraphs.pop(0)
        headline.tag = "h1"
        headline.set("lang", cards.language)
        return headline
    if title:
        return element("h1", title, lang=cards.language, dir="auto")
    return element("h1", "Article without a title", class_="untitled")


def _is_headline(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_HEADLINE and not line.endswith((".", "…", ":", ";", ","))


def _about(document: Document, cards: Cards, framed: bool) -> Element | None:
    """Who published the article, who wrote it, when, and where it is."""
    article = document.article
    told: list[Element] = []
    if article.publisher and article.publisher.strip():
        told.append(element("li", cards.words(article.publisher)))
    authors = [author for author in article.authors if author.strip()]
    if authors:
        told.append(element("li", "by ", cards.words(", ".join(authors))))
    if article.published:
        told.append(element("li", element("time", *_told(article.published), datetime=article.published.isoformat())))
    if article.url and article.url.strip():
        told.append(element("li", _address(article.url, framed)))
    return element("ul", *told, class_="about") if told else None


def _told(published: dt.date | dt.datetime) -> list[Content]:
    """The day, and the minute with its offset from UTC where they are known."""
    if isinstance(published, dt.datetime):
        return [published.isoformat(" ", "minutes")]
    return [published.isoformat()]


def _address(url: str, framed: bool) -> Content:
    """A link if it leads to the web, and else the words themselves."""
    try:
        parts = urlsplit(url)
        leads = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        leads = False
    if not leads or not url.isprintable() or " " in url:
        return element("bdi", url)
    return element(
        "a", element("bdi", url), href=url, rel="external noopener noreferrer", target="_blank" if framed else None
    )


# --- Records ----------------------------------------------------------------------------------------------------------


def _rooms(document: Document, cards: Cards) -> list[Room]:
    return [
        ("Quotes", "quote", [cards.quote(each) for each in document.quotes]),
        ("Occasions", "speech", [cards.speech(each) for each in document.speeches]),
        ("Agreements", "agreement", [cards.agreement(each) for each in document.agreements]),
        ("Figures", "metric", [cards.metric(each) for each in document.metrics]),
        ("People and states", "actor", [cards.actor(each) for each in document.actors]),
    ]


def _legend(rooms: list[Room]) -> Element:
    """How each kind of record is marked, how many there are, and the way to them."""
    told = []
    for heading, look, found in rooms:
        sample = element("span", heading, class_=f"sample {look}")
        label: Content = element("a", sample, href=f"#{look}s") if found else sample
        told.append(element("li", label, " ", element("span", str(len(found)), class_="count")))
    return element("nav", element("ul", *told), class_="legend", aria_label="Records by kind")


def _section(heading: str, look: str, found: list[Element]) -> Element:
    title = element("h2", heading, " ", element("span", str(len(found)), class_="count"), id=f"{look}s", tabindex="-1")
    return element("section", title, element("ul", *found, class_="cards"), aria_labelledby=f"{look}s")


def _footer(document: Document) -> Element:
    producer = f"{document.producer.name} {document.producer.version}"
    told = element("p", "Document ", element("bdi", document.id), ", found by ", element("bdi", producer))
    return element("footer", told, lang="en")
