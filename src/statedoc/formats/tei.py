"""TEI P5: one document as a text whose names, quotations, figures and dates are marked up, for digital editions.

The rule by which words are marked: an element stands in the text where it nests in the others and in its paragraph.
Where it would cross another or a line break, is empty, is not allowed by TEI, or is nested too deeply, the same element
stands in an annotation before the text, and points at anchors in the text.
"""

import re
from collections.abc import Iterable
from typing import BinaryIO, Final
from xml.etree import ElementTree

from statedoc.formats._format import Format
from statedoc.formats._tei_elements import PHRASES, Marked, marked
from statedoc.formats._tei_records import header, standoff
from statedoc.formats._xml import SubElement, xml_text
from statedoc.model import Document

_NAMESPACE: Final = "http://www.tei-c.org/ns/1.0"
_DEEPEST = 50  # elements in one another: a reader or writer of XML may give up at some hundreds
_LINE = re.compile("[^\r\n]+")


def _write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """One document; UTF-8, with an XML declaration."""
    for document in documents:
        root = ElementTree.Element("TEI", xmlns=_NAMESPACE)
        header(root, document)
        aside = standoff(root, document)
        text = SubElement(root, "text")
        if document.article.language:
            text.set("xml:lang", document.article.language)
        body = SubElement(text, "body")
        annotations = _fill(body, document)
        listed = SubElement(aside, "listAnnotation") if annotations else aside
        for number, (each, words) in enumerate(annotations, start=1):
            target = f"#range({_anchor(each.start)},{_anchor(each.end)})"
            made = SubElement(listed, "annotation", {"xml:id": f"annotation-{number}", "target": target})
            SubElement(SubElement(made, "note"), each.tag, each.attributes, text=words)
        if not len(aside):
            root.remove(aside)
        stream.write(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def _fill(body: ElementTree.Element, document: Document) -> list[tuple[Marked, str]]:
    """Fill the body with paragraphs, a line each; what could not be marked in them, with its words."""
    text = document.text
    lines = [line.span() for line in _LINE.finditer(text) if not line.group().isspace()]
    inline, others = _sorted_out(marked(document), lines)
    # Both are read from their ends; an anchor between two paragraphs stands at the start of the second.
    waiting = inline[::-1]
    anchors = sorted({at for each in others for at in (each.start, each.end)}, reverse=True)
    lines = lines or [(0, 0)]
    for start, end in lines:
        is_last = end == lines[-1][1]
        stack = [(SubElement(body, "p"), end)]
        position = start
        while True:
            while len(stack) > 1 and stack[-1][1] <= position:
                stack.pop()
            while anchors and (anchors[-1] <= position or (is_last and position == end)):
                SubElement(stack[-1][0], "anchor", {"xml:id": _anchor(anchors.pop())})
            while waiting and waiting[-1].start == position:
                each = waiting.pop()
                stack.append((SubElement(stack[-1][0], each.tag, each.attributes), each.end))
            if position == end:
                break
            upcoming = [end, stack[-1][1], *(each.start for each in waiting[-1:]), *anchors[-1:]]
            _append(stack[-1][0], text[position : min(upcoming)])
            position = min(upcoming)
    return [(other, text[other.start : other.end]) for other in others]


def _sorted_out(found: Iterable[Marked], lines: list[tuple[int, int]]) -> tuple[list[Marked], list[Marked]]:
    """What nests in the paragraphs, in the order in which it opens, and what does not."""
    inline: list[Marked] = []
    others: list[Marked] = []
    stack: list[Marked] = []
    at = 0
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        while at < len(lines) and lines[at][1] <= each.start:
            at += 1
        while stack and stack[-1].end <= each.start:
            stack.pop()
        in_line = at < len(lines) and lines[at][0] <= each.start < each.end <= lines[at][1]
        nests = not stack or (each.end <= stack[-1].end and (stack[-1].tag not in PHRASES or each.tag in PHRASES))
        if in_line and nests and len(stack) < _DEEPEST:
            inline.append(each)
            stack.append(each)
        else:
            others.append(each)
    return inline, others


def _append(element: ElementTree.Element, words: str) -> None:
    if not words:
        return
    safe = xml_text(words)
    if len(element):
        element[-1].tail = (element[-1].tail or "") + safe
    else:
        element.text = (element.text or "") + safe


def _anchor(at: int) -> str:
    return f"at-{at}"


FORMAT = Format(
    name="tei",
    summary="one document as TEI P5 XML, its names, quotations, figures and dates marked up",
    media_type="application/tei+xml",
    suffixes=(".tei.xml", ".tei"),
    many=False,
    write=_write,
)
