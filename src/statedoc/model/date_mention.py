"""A date together with the words that give it."""

from typing import final

import attrs
from attrs import field
from attrs.validators import instance_of, optional

from statedoc.model.date import EdtfDate
from statedoc.model.span import Span


@final
@attrs.frozen(kw_only=True)
class DateMention:
    """A date that a text mentions.

    `edtf` is None for a date that cannot be resolved («накануне» in an article without a date).

    >>> import statedoc
    >>> text = "Договор подписан 4 мая 2025 года."
    >>> date = statedoc.parse(text).agreements[0].date
    >>> str(date.edtf), date.span.of(text)
    ('2025-05-04', '4 мая 2025 года')
    """

    edtf: EdtfDate | None = field(validator=optional(instance_of(EdtfDate)))
    span: Span | None = field(
        default=None, validator=optional(instance_of(Span))
    )  #: None where the article's own date is meant
