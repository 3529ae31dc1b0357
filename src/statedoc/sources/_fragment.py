"""HTML that comes in pieces, as in feeds and JSON, to text.

The standard library's parser is not used: on some of the Pythons supported, its time grows with the square
of a tag that is never closed. This one goes once through the markup, and ends a document in the middle of a
tag or comment as the HTML standard does, without what is unfinished.
"""

import html
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Final, final

# Elements whose ends part paragraphs, and those inside which nothing is text.
_BLOCKS: Final = frozenset([
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
    "table", "tbody", "tfoot", "thead", "title", "tr", "ul",
])  # fmt: skip
_HIDDEN: Final = frozenset([
    "iframe", "math", "noembed", "noframes", "noscript", "script", "style", "svg", "template", "textarea", "title",
    "xmp",
])  # fmt: skip
_CELLS: Final = frozenset(("td", "th"))
_CLOSING: Final = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _HIDDEN}

_OPENING: Final = re.compile(r"<(?=[a-zA-Z/!?])")  # another "<" is text
_NAME: Final = re.compile(r"/?([a-zA-Z][^\s/>]*)")
_QUOTE_OR_END: Final = re.compile(r"=\s*+([\"'])|>")
_SPACES: Final = re.compile(r"[ \t\r\n\f]+")  # not the no-break ones, which are an author's
_HUGE_REFERENCE: Final = re.compile(
    r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{8,});?"
)  # of no character; reading its digits would be slow


@final
class Break(Enum):
    """What stands between two pieces of text."""

    LINE = "\n"
    PARAGRAPH = "\n\n"


def text_of(markup: str) -> str:
    r"""The text of a piece of HTML, an empty line between two paragraphs, `<br>` a new line.

    Scripts, styles, comments and what is never shown are left out, and character references decoded.

    >>> text_of("<p>Он&nbsp;сказал: &laquo;Да&raquo;.<br>И <b>ушёл</b>.</p><script>x()</script><p>Всё.</p>")
    'Он\xa0сказал: «Да».\nИ ушёл.\n\nВсё.'
    """
    return laid_out(_pieces(markup))


def laid_out(pieces: Iterable[str | Break]) -> str:
    r"""Pieces of text as paragraphs with an empty line between two; space in them is one space.

    >>> laid_out(["Он ", "\n  сказал:", Break.LINE, "«Да».", Break.PARAGRAPH, " ", Break.PARAGRAPH, "Всё."])
    'Он сказал:\n«Да».\n\nВсё.'
    """
    paragraphs: list[list[str]] = [[]]
    words: list[str] = []
    for piece in (*pieces, Break.PARAGRAPH):
        if isinstance(piece, str):
            words.append(piece)
            continue
        if line := _SPACES.sub(" ", "".join(words)).strip(" "):
            paragraphs[-1].append(line)
        elif piece is Break.LINE and paragraphs[-1]:
            paragraphs.append([])  # two breaks in a row are how some write a paragraph
        words.clear()
        if piece is Break.PARAGRAPH and paragraphs[-1]:
            paragraphs.append([])
    return Break.PARAGRAPH.value.join(Break.LINE.value.join(lines) for lines in paragraphs if lines)


def _pieces(markup: str) -> Iterator[str | Break]:
    at = 0
    endless: set[str] = set()  # elements that nothing closes any more, so that this is found out once
    while opening := _OPENING.search(markup, at):
        tag = opening.start()
        yield _decoded(markup[at:tag])
        if markup.startswith("<!--", tag):
            at = _after(markup, "-->", tag + 2)  # <!--> and <!---> are whole comments
        elif markup.startswith("<![CDATA[", tag):
            at = _after(markup, "]]>", tag)
            yield markup[tag + 9 : at].removesuffix("]]>")
        elif found := _NAME.match(markup, tag + 1):
            name = found[1].lower()
            at = _end_of_tag(markup, found.end())
            if name in _HIDDEN and markup[tag + 1] != "/":
                closing = None if name in endless else _CLOSING[name].search(markup, at)
                if closing:
                    at = _end_of_tag(markup, closing.end())
                elif markup.endswith("/>", tag, at):
                    endless.add(name)  # it is whole, as in XHTML
                else:
                    return
            if name == "br":
                yield Break.LINE
            elif name in _BLOCKS:
                yield Break.PARAGRAPH
            elif name in _CELLS:
                yield " "
        else:
            at = _after(markup, ">", tag)
    yield _decoded(markup[at:])


def _end_of_tag(markup: str, at: int) -> int:
    """Where a tag ends, past its attributes, whose quoted values may hold anything."""
    while found := _QUOTE_OR_END.search(markup, at):
        if found[1] is None:
            return found.end()
        at = _after(markup, found[1], found.end())
    return len(markup)


def _after(markup: str, mark: str, at: int) -> int:
    found = markup.find(mark, at)
    return found + len(mark) if found >= 0 else len(markup)


def _decoded(text: str) -> str:
    return html.unescape(_HUGE_REFERENCE.sub("\ufffd", text))
