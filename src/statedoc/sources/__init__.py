"""Where articles come from: one file for each kind of input.

To add a source, add one file to this folder that defines `SOURCE`; nothing else is edited:

    def _read(stream: BinaryIO, *, encoding: str = "utf-8") -> Iterator[Article | Failure]:
        '''One article for each line.'''
        for line in stream:
            yield Article(text=line.decode(encoding))

    SOURCE = Source(name="lines", summary="one article a line", suffixes=(".lines",), read=_read)

Keyword-only parameters of the reader are the source's options: `articles("a.lines", encoding="koi8-r")`.
Packages beyond the core are imported inside the reader, so that finding a source costs nothing.
"""

from statedoc.sources._opening import REGISTRY, articles
from statedoc.sources._source import Source

__all__ = ["REGISTRY", "Source", "articles"]
