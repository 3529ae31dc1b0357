"""CSV: one flat table of records, for spreadsheets and databases.

Articles are written by strangers, and a spreadsheet computes what looks like a formula. Cells that do are
made text by an apostrophe before them.
"""

import codecs
import csv
import re
import unicodedata
from collections.abc import Iterable
from typing import Any, BinaryIO, Final, final

from statedoc.errors import StatedocError
from statedoc.formats._columns import Holds
from statedoc.formats._format import Format
from statedoc.formats._tables import DOCUMENTS, FLAT, check_table, rows
from statedoc.model import Document

_DELIMITERS: Final = {",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "a bar"}
_JOINT: Final = "; "

_LINE_END: Final = re.compile(r"\r\n?")
_NO_CHARACTER: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_SIGNS: Final = frozenset("=+-@")  # open a formula, of full width too


def _write(
    documents: Iterable[Document],
    stream: BinaryIO,
    *,
    table: str = "quotes",
    delimiter: str = ",",
    bom: bool = False,
) -> None:
    """A table: `quotes`, `agreements`, `metrics`, `actors` or `speeches`, its first line the names of the columns.

    `delimiter` is a comma, a semicolon, a tab or a bar. `bom` writes a byte order mark, by which spreadsheets
    know UTF-8.
    """
    check_table(table)
    if table == DOCUMENTS:
        raise StatedocError(
            f"the table {DOCUMENTS!r} is nested, and CSV is flat; it has: {', '.join(FLAT)} (for whole documents "
            "there are jsonl, arrow and parquet)"
        )
    if not isinstance(delimiter, str) or delimiter not in _DELIMITERS:
        raise StatedocError(f"the delimiter must be {', '.join(_DELIMITERS.values())}; not {delimiter!r}")
    if bom:
        stream.write(codecs.BOM_UTF8)
    columns = FLAT[table]
    lines = csv.writer(_Encoded(stream), delimiter=delimiter)
    lines.writerow([column.name for column in columns])
    for row in rows(documents, table):
        lines.writerow([_cell(column.holds, value) for column, value in zip(columns, row, strict=True)])


@final
class _Encoded:
    """Takes the lines of the csv module to a binary stream."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, line: str) -> int:
        return self._stream.write(line.encode())


def _cell(holds: Holds, value: Any) -> Any:
    if value is None:
        return ""
    if holds is Holds.TEXTS:
        # each for itself, for a spreadsheet may part the cell at the semicolons
        return _JOINT.join("" if each is None else _text(each) for each in value) if any(value) else ""
    # figures keep their minus; a term that is a sign, as "=", is no formula by itself
    return _text(value) if holds is Holds.TEXT else value


def _text(words: str) -> str:
    r"""The words as they stand safely in a cell.

    >>> _text("=1+1"), _text("a\r\nb")
    ("'=1+1", 'a\nb')
    """
    shown = _NO_CHARACTER.sub("\ufffd", _LINE_END.sub("\n", words))
    return f"'{shown}" if _is_formula(shown) else shown


def _is_formula(words: str) -> bool:
    """Whether a spreadsheet may take the words for a formula."""
    if words.startswith(("\t", "\n")):
        return True
    # it passes over blanks and over marks that have no width, a byte order mark among them
    first = next((each for each in words if not each.isspace() and unicodedata.category(each) != "Cf"), "")
    return unicodedata.normalize("NFKC", first) in _SIGNS


FORMAT = Format(
    name="csv",
    summary="a table of quotes, agreements, metrics, actors or speeches; cannot be read back",
    media_type="text/csv",
    suffixes=(".csv",),
    many=True,
    write=_write,
)
