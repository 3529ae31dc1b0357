"""Currencies: their names, signs and codes."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import ClassVar, final

import attrs

from statedoc.languages.lexicon import Casing, Term


@final
@attrs.frozen(kw_only=True, eq=False)
class Currency:
    """A word for money. Which currency it is may hang on the state named beside it."""

    words: tuple[str, ...] = ()  #: in all their forms
    fixed: tuple[str, ...] = ()  #: words, abbreviations and signs as they stand; a last full stop is left out
    code: str | None = None  #: ISO 4217, where no state is named; None where the word alone does not tell
    of: Mapping[str, str] = attrs.field(factory=dict)  #: by ISO 3166-1 code of the state
    everywhere: bool = False  #: whether `code` holds also in a text that speaks of other states of `of` only
    factor: str = "1"  #: how many of the currency one of it is: a cent is 0.01

    @property
    def multiplier(self) -> Decimal:
        """How many of the currency one of it is."""
        return Decimal(self.factor)


@final
@attrs.frozen(kw_only=True, eq=False)
class Currencies:
    """The money of the world, in the words of a language."""

    FILE: ClassVar[str] = "currencies.toml"

    currency: tuple[Currency, ...]
    codes: tuple[str, ...]  #: ISO 4217 codes that texts write

    def terms(self) -> Iterator[Term]:
        """Names in all their forms; signs and codes."""
        for currency in self.currency:
            for word in currency.words:
                yield Term(word, currency)
            for word in currency.fixed:
                yield Term(word, currency, inflected=False)
        for code in self.codes:
            yield Term(code, Currency(code=code), inflected=False, casing=Casing.CAPITALS)
