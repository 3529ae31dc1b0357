"""Dates: from the words that date something to days, months and years, as EDTF.

The way through: `points` are dates as they are read, some parts still unknown; `absolute` reads those that stand
by themselves, `ranges` puts them together, `since` leaves them open, `relative` counts from the day of writing, which
`datelines` finds where nobody gives it; `mentions` goes over a text.
"""

from statedoc.extract.dates.datelines import dateline
from statedoc.extract.dates.mentions import DatedWords, dates

__all__ = ["DatedWords", "dateline", "dates"]
