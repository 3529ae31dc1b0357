"""HTML: the article as a page for people, each record marked in the text and told on a card beside it.

The page is one file that needs nothing else: no script, no font, no picture. It is made for reading, and
cannot be read back.

In a notebook, `%load_ext statedoc.formats.html` shows each document as its page.
"""

import sys
from collections.abc import Iterable
from typing import Any, BinaryIO

from statedoc.errors import StatedocError
from statedoc.formats._format import Format
from statedoc.model import Document

_TALLEST = 2000  # pixels of a frame


def _write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """The page of one document."""
    from statedoc.formats._html_page import page

    for document in documents:
        stream.write(page(document))


def show_in_notebooks(*, height: int = 640) -> None:
    """Show each document that is the value of a notebook's cell as its page, in a frame `height` pixels high.

    Raises `StatedocError` where there is no IPython that could show it.
    """
    # whoever is in a notebook has loaded IPython; to import it elsewhere would cost a second and show nothing
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if shell is None:
        raise StatedocError("this is no notebook: show_in_notebooks is to be called in IPython or Jupyter")
    if type(height) is not int or not 0 < height <= _TALLEST:
        raise StatedocError(f"height must be a whole number of pixels from 1 to {_TALLEST}, not {height!r}")
    _register(shell, height)


def load_ipython_extension(ipython: Any) -> None:
    """Do what `show_in_notebooks` does; `%load_ext statedoc.formats.html` calls it."""
    _register(ipython, 640)


def unload_ipython_extension(ipython: Any) -> None:
    """Show documents as IPython did before; `%unload_ext statedoc.formats.html` calls it."""
    ipython.display_formatter.formatters["text/html"].pop(Document, None)


def _register(shell: Any, height: int) -> None:
    from statedoc.formats._html_page import frame

    shell.display_formatter.formatters["text/html"].for_type(Document, lambda document: frame(document, height))


FORMAT = Format(
    name="html",
    summary="a page for people, each record marked in the article; cannot be read back",
    media_type="text/html",
    suffixes=(".html", ".htm"),
    many=False,
    write=_write,
)
