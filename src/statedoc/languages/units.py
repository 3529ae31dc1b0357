"""Units of measurement: percent, durations, physical measures."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, final

import attrs

from statedoc.languages.lexicon import Casing, Term
from statedoc.model import Comparator, MetricKind


@final
@attrs.frozen(kw_only=True, eq=False)
class Unit:
    """What a figure is measured in."""

    code: str  #: ``%``, a time unit, or UCUM
    kind: MetricKind
    factor: str = "1"  #: how many of `code` one of it is: a decade is 10 years
    words: tuple[str, ...] = ()  #: in all their forms
    abbreviations: tuple[str, ...] = ()  #: as they stand; a last full stop is left out
    capitals: tuple[str, ...] = ()  #: as `abbreviations`, but with a capital letter

    @property
    def multiplier(self) -> Decimal:
        """How many of `code` one of it is."""
        return Decimal(self.factor)


@final
@attrs.frozen(kw_only=True, eq=False)
class Amount:
    """A word that is a number and its unit at once: "half a century"."""

    value: str
    code: str
    kind: MetricKind
    words: tuple[str, ...]
    by: bool = False  #: only by how much something changes: "grew by a third"
    comparator: Comparator = Comparator.EQUAL  #: how the true one stands to the value

    @property
    def number(self) -> Decimal:
        """The value."""
        return Decimal(self.value)


@final
@attrs.frozen(kw_only=True, eq=False)
class Units:
    """The units of a language."""

    FILE: ClassVar[str] = "units.toml"

    unit: tuple[Unit, ...]
    amount: tuple[Amount, ...]

    def terms(self) -> Iterator[Term]:
        """Names of units in all their forms, abbreviations as they stand."""
        for unit in self.unit:
            for word in unit.words:
                yield Term(word, unit)
            for word in unit.abbreviations:
                yield Term(word, unit, inflected=False)
            for word in unit.capitals:
                yield Term(word, unit, inflected=False, casing=Casing.CAPITAL)
        for amount in self.amount:
            for word in amount.words:
                yield Term(word, amount)
