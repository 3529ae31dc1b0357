"""Where words stand in a document's text."""

from typing import final

import attrs
from attrs import field

from statedoc.model.checks import whole


@final
@attrs.frozen(kw_only=True, order=True)
class Span:
    """A half-open stretch of a document's text, in Unicode code points.

    Spans sort by where they start, then by where they end.

    >>> Span(start=0, end=5).of("Astana, 12 November")
    'Astan'
    """

    start: int = field(validator=whole(0))  #: first code point
    end: int = field(validator=whole(0))  #: one past the last code point

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a span cannot end ({self.end}) before it starts ({self.start})")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """The words that this span marks in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point.

        >>> Span(start=0, end=5).overlaps(Span(start=5, end=9))
        False
        """
        return max(self.start, other.start) < min(self.end, other.end)

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span (or is the same)."""
        return self.start <= other.start and other.end <= self.end
