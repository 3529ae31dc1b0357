"""The text of an article in paragraphs, with its marks."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from statedoc.formats._html_anchors import Anchors
from statedoc.formats._html_elements import Content, element
from statedoc.formats._html_marks import Mark, Piece, marks, pieces
from statedoc.model import Document
from statedoc.text.paragraphs import paragraphs


def marked_paragraphs(document: Document, anchors: Anchors) -> list[list[Content]]:
    """What stands in each paragraph; a text without words has one, and it is empty but for the places of records."""
    starts = [0, *(span.start for span in paragraphs(document.text)[1:])]  # so that each place in the text is in one
    found: list[list[Content]] = [[] for _ in starts]
    for piece in pieces(len(document.text), marks(document, anchors), starts):
        found[bisect_right(starts, piece.span.start) - 1] += _content(document.text, piece)
    return found


def _content(text: str, piece: Piece) -> Iterator[Content]:
    for mark in piece.opening:
        if mark.number:
            yield _place(mark)
    words = piece.span.of(text)
    between_paragraphs = words.isspace() and words.splitlines() != [words]
    if piece.under and not between_paragraphs:
        looks = [mark.look for mark in piece.under if mark.look]
        classes = _classes(looks, [f"{'r' if mark.look else 'e'}-{mark.record}" for mark in piece.under])
        yield element("mark" if looks else "span", words, class_=classes)
    else:
        yield words


def _place(mark: Mark) -> Content:
    """Where a link to the words leads; it leads back to the record, whose letter and number it shows."""
    if mark.look is None:
        return element("span", id=mark.anchor, data_r=mark.record)
    # the direction keeps the sign out of what tells the direction of the paragraph
    return element(
        "a",
        mark.record.removeprefix("record-"),
        id=mark.anchor,
        href=f"#{mark.record}",
        class_=f"ref {mark.look.split()[0]}",
        data_r=mark.record,
        dir="ltr",
        title=mark.title,
    )


def _classes(looks: Iterable[str], records: Iterable[str]) -> str:
    return " ".join(dict.fromkeys([*(word for look in looks for word in look.split()), *records]))
