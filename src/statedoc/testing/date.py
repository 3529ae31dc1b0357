"""Dates, and the words that give them."""

from statedoc import model
from statedoc.testing._drawing import maybe
from statedoc.testing._hypothesis import SearchStrategy, st
from statedoc.testing.span import spans
from statedoc.testing.surroundings import ANYWHERE, Surroundings

_DATE_PARTS = st.sampled_from([("year",), ("year", "month"), ("year", "month", "day"), ("month",), ("month", "day")])
_CALENDAR_DATES = st.builds(
    lambda day, parts, approximate: model.CalendarDate(
        **{part: getattr(day, part) for part in parts}, approximate=approximate
    ),
    st.dates(),
    _DATE_PARTS,
    st.booleans(),
)


def _interval(one: model.CalendarDate, other: model.CalendarDate) -> model.EdtfDate:
    first, last = one.earliest, other.latest
    if first and last and last < first:
        one, other = other, one
    return model.EdtfDate(start=one, end=other)


_EDTF_DATES = st.one_of(
    _CALENDAR_DATES.map(lambda point: model.EdtfDate(start=point, end=point)),
    _CALENDAR_DATES.map(lambda point: model.EdtfDate(start=None, end=point)),
    _CALENDAR_DATES.map(lambda point: model.EdtfDate(start=point, end=None)),
    st.builds(_interval, _CALENDAR_DATES, _CALENDAR_DATES),
)
EDTF_DATES_OR_NONE = st.none() | _EDTF_DATES


def calendar_dates() -> SearchStrategy[model.CalendarDate]:
    """Years, months and days, with and without a year, approximate or not.

    >>> from hypothesis import find
    >>> from statedoc.testing import calendar_dates
    >>> str(find(calendar_dates(), lambda date: date.month and not date.year))
    'XXXX-01'
    """
    return _CALENDAR_DATES


def edtf_dates() -> SearchStrategy[model.EdtfDate]:
    """Dates and intervals, open ones too.

    >>> from hypothesis import find
    >>> from statedoc.testing import edtf_dates
    >>> str(find(edtf_dates(), lambda date: date.start is None))
    '../2000'
    """
    return _EDTF_DATES


@st.composite
def date_mentions(draw: st.DrawFn, around: Surroundings = ANYWHERE) -> model.DateMention:
    """Dates with the words that give them; either may be unknown.

    >>> from hypothesis import find
    >>> from statedoc.testing import date_mentions
    >>> find(date_mentions(), lambda mention: mention.span and not mention.edtf)
    DateMention(edtf=None, span=Span(start=0, end=0))
    """
    return model.DateMention(edtf=draw(EDTF_DATES_OR_NONE), span=maybe(draw, spans(around)))
