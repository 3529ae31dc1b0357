"""Dates for formats that know ISO 8601 and not EDTF: exact ones, as precise as they are."""

from statedoc.model import CalendarDate, DateMention


def iso_ends(date: DateMention | None) -> tuple[str | None, str | None]:
    """The start and the end of a date; None for what is open, approximate, without a year, or not known.

    A single date has a start only.

    >>> from statedoc.model import parse_edtf
    >>> iso_ends(DateMention(edtf=parse_edtf("2025-01/2025-08")))
    ('2025-01', '2025-08')
    >>> iso_ends(DateMention(edtf=parse_edtf("1992~")))
    (None, None)
    """
    if date is None or date.edtf is None:
        return None, None
    if date.edtf.start == date.edtf.end:
        return _iso(date.edtf.start), None
    return _iso(date.edtf.start), _iso(date.edtf.end)


def iso_point(date: DateMention | None) -> str | None:
    """The one date that is meant; None for an interval too."""
    if date is None or date.edtf is None or date.edtf.start != date.edtf.end:
        return None
    return _iso(date.edtf.start)


def _iso(point: CalendarDate | None) -> str | None:
    return None if point is None or point.approximate or point.year is None else str(point)
