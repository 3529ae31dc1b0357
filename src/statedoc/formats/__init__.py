r"""What documents are written as: one file for each format.

To add a format, add one file to this folder that defines `FORMAT`; nothing else is edited:

    def _write(documents: Iterable[Document], stream: BinaryIO, *, separator: str = ", ") -> None:
        '''The names of each document's actors, a line for each document.'''
        for document in documents:
            stream.write(separator.join(actor.name for actor in document.actors).encode() + b"\n")

    FORMAT = Format(name="names", summary="who is named", media_type="text/plain", many=True, write=_write)

Keyword-only parameters of the writer are the format's options: `dumps(document, "names", separator="; ")`.
Packages beyond the core are imported inside the writer, so that finding a format costs nothing.
"""

from statedoc.formats._format import Format
from statedoc.formats._reading import documents, load, loads
from statedoc.formats._registry import DEFAULT, REGISTRY
from statedoc.formats._writing import dump, dumps

__all__ = ["DEFAULT", "REGISTRY", "Format", "documents", "dump", "dumps", "load", "loads"]
