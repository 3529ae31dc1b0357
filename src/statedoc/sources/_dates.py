"""When an article was published, from what inputs write: a date, or a date-time with its offset, or nothing."""

import datetime as dt
import re
from typing import Final

# Whole dates only: a year or a month alone would become its first day.
_ISO: Final = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[Tt ]+(\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)\s*([Zz]|[+-]\d\d(?::?\d\d)?)?)?"
)
_RFC_5322: Final = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\s+\d\d:\d\d(?::\d\d)?(?:\s+([+-]\d{4}|[A-Za-z]{1,5}))?"
)
_LONGEST: Final = 100  # characters
# What programs write where they know no date.
_NO_DATES: Final = (dt.date(1, 1, 1), dt.date(1970, 1, 1))


def published(written: object) -> dt.date | dt.datetime | None:
    """The date of ISO 8601, or of the RFCs for mail and feeds; None for every other form.

    A time of day without an offset says no moment, and only its date is kept.

    >>> published("2025-03-04T10:20:00+0400").isoformat(), published("Tue, 04 Mar 2025 10:20 GMT").isoformat()
    ('2025-03-04T10:20:00+04:00', '2025-03-04T10:20:00+00:00')
    >>> published("2025-03-04 10:20").isoformat(), published("4/3/2025"), published("2025")
    ('2025-03-04', None, None)
    """
    if not isinstance(written, str) or len(written) > _LONGEST:
        return None
    written = written.strip()
    try:
        if found := _ISO.fullmatch(written):
            day, time, offset = found.groups()
            moment = dt.datetime.fromisoformat(f"{day}T{time or '00:00'}{(offset or '').upper()}")
            timed = bool(offset)
        elif found := _RFC_5322.fullmatch(written):
            from email.utils import parsedate_to_datetime  # brings sockets along, and most inputs do without

            moment = parsedate_to_datetime(written)
            timed = moment.tzinfo is not None
        else:
            return None
    except (ValueError, TypeError, OverflowError):
        return None
    if moment.date() in _NO_DATES:
        return None
    return moment if timed else moment.date()
