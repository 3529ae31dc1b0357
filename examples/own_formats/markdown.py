"""Quotes as a Markdown list. A file in a folder of its own, which `own_format.py` tells statedoc of."""

from collections.abc import Iterable
from typing import BinaryIO

from statedoc import Document
from statedoc.formats import Format


def write(documents: Iterable[Document], stream: BinaryIO, *, kinds: str = "direct partial") -> None:
    """A heading for each document and a line for each quote; `kinds` are the kinds of quotes wanted."""
    for document in documents:
        title = document.article.title or document.text.partition("\n")[0]
        stream.write(f"# {title}\n\n".encode())
        for quote in document.quotes:
            if quote.kind.value in kinds.split():
                words = " … ".join(span.of(document.text) for span in quote.content)
                speaker = ", ".join(document.actor(id).name for id in quote.speakers)
                stream.write(f"- «{words}» — {speaker or 'not told'}\n".encode())


FORMAT = Format(
    name="markdown",
    summary="quotes as a Markdown list",
    media_type="text/markdown",
    suffixes=(".md",),
    many=True,
    write=write,
)
