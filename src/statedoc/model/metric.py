"""The figures that an article or its speakers claim."""

from enum import StrEnum
from typing import final

import attrs
from attrs import field
from attrs.validators import instance_of

from statedoc.model.checks import filled, optional, refers, tuple_of
from statedoc.model.date_mention import DateMention
from statedoc.model.quantity import Quantity
from statedoc.model.span import Span


class MetricKind(StrEnum):
    """What kind of figure it is.

    >>> from statedoc import MetricKind
    >>> [kind.value for kind in MetricKind]
    ['money', 'percent', 'count', 'rank', 'duration', 'measure', 'ratio']
    """

    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    RANK = "rank"
    DURATION = "duration"
    MEASURE = "measure"
    RATIO = "ratio"


class Change(StrEnum):
    """Which way the figure moved.

    >>> import statedoc
    >>> (figure,) = statedoc.parse("Экспорт вырос на 5 %.").metrics
    >>> figure.change.value
    'increase'
    """

    INCREASE = "increase"
    DECREASE = "decrease"


@final
@attrs.frozen(kw_only=True)
class Metric:
    """One figure: how much, of what, whose, for when, and who claims it.

    >>> import statedoc
    >>> (figure,) = statedoc.parse("Товарооборот превысил 5 млрд долларов.").metrics
    >>> figure.kind.value, figure.measure, str(figure.quantity.value), figure.quantity.unit
    ('money', 'товарооборот', '5000000000', 'USD')
    """

    id: str = field(validator=filled)
    kind: MetricKind = field(validator=instance_of(MetricKind))
    span: Span = field(validator=instance_of(Span))
    quantity: Quantity = field(validator=instance_of(Quantity))
    counted: str | None = field(default=None, validator=optional(filled))  #: what is counted, dictionary form
    measure: str | None = field(default=None, validator=optional(filled))  #: what is measured: "общий объем инвестиций"
    change: Change | None = field(default=None, validator=optional(instance_of(Change)))
    period: DateMention | None = field(default=None, validator=optional(instance_of(DateMention)))
    actors: tuple[str, ...] = field(
        default=(), validator=tuple_of(str), metadata=refers("actors")
    )  #: ids of those whose figure it is
    claimed_by: tuple[str, ...] = field(default=(), validator=tuple_of(str), metadata=refers("actors"))  #: actor ids
    quote: str | None = field(
        default=None, validator=optional(filled), metadata=refers("quotes")
    )  #: id of the quote it stands in
    rule: str = field(validator=filled)  #: the rule that found it
