"""Words that an article attributes to someone."""

from enum import StrEnum
from itertools import pairwise
from typing import final

import attrs
from attrs import field
from attrs.validators import instance_of

from statedoc.model.checks import filled, optional, refers, some, tuple_of
from statedoc.model.span import Span


class QuoteKind(StrEnum):
    """How the words are given.

    >>> import statedoc
    >>> text = "Анна Ким сказала, что порт открыт, и назвала его «лучшим в мире»."
    >>> [quote.kind.value for quote in statedoc.parse(text).quotes]
    ['indirect', 'partial']
    """

    DIRECT = "direct"  #: whole sentences in quotation marks
    PARTIAL = "partial"  #: a quoted piece inside the reporter's own sentence
    INDIRECT = "indirect"  #: reported speech without marks


class CueClass(StrEnum):
    """How the reporter's verb colours the words.

    >>> from statedoc import CueClass
    >>> [each.value for each in CueClass]
    ['neutral', 'emphatic', 'doubtful', 'promise', 'demand']
    """

    NEUTRAL = "neutral"
    EMPHATIC = "emphatic"
    DOUBTFUL = "doubtful"
    PROMISE = "promise"
    DEMAND = "demand"


@final
@attrs.frozen(kw_only=True)
class Cue:
    """The word that marks speech: «заявил», "according to".

    >>> import statedoc
    >>> (quote,) = statedoc.parse("«Мы ждём более 20 компаний», — заявил глава МИД Чили Хуан Перес.").quotes
    >>> quote.cue.lemma, quote.cue.class_.value
    ('заявить', 'neutral')
    """

    span: Span = field(validator=instance_of(Span))
    lemma: str = field(validator=filled)  #: dictionary form
    class_: CueClass = field(validator=instance_of(CueClass))  #: ``class`` in the wire form


@final
@attrs.frozen(kw_only=True)
class Quote:
    """What was said, by whom, and through whom.

    `content` leaves out the quotation marks and the reporter's words; a quote that the reporter
    breaks into has several spans. `within` is the quote that this one is quoted inside.

    >>> import statedoc
    >>> document = statedoc.parse("«Мы ждём более 20 компаний», — заявил глава МИД Чили Хуан Перес.")
    >>> (quote,) = document.quotes
    >>> quote.kind.value, [span.of(document.text) for span in quote.content], quote.rule
    ('direct', ['Мы ждём более 20 компаний'], 'ru.quote.dash-cue-source')
    """

    id: str = field(validator=filled)
    kind: QuoteKind = field(validator=instance_of(QuoteKind))
    content: tuple[Span, ...] = field(validator=[tuple_of(Span), some])
    speakers: tuple[str, ...] = field(default=(), validator=tuple_of(str), metadata=refers("actors"))  #: actor ids
    source: Span | None = field(default=None, validator=optional(instance_of(Span)))  #: the words that name the speaker
    cue: Cue | None = field(default=None, validator=optional(instance_of(Cue)))
    via: tuple[str, ...] = field(
        default=(), validator=tuple_of(str), metadata=refers("actors")
    )  #: actor ids of those who relayed it
    addressee: tuple[str, ...] = field(default=(), validator=tuple_of(str), metadata=refers("actors"))  #: actor ids
    speech: str | None = field(default=None, validator=optional(filled), metadata=refers("speeches"))  #: speech id
    within: str | None = field(default=None, validator=optional(filled), metadata=refers("quotes"))  #: quote id
    rule: str = field(validator=filled)  #: the rule that found it

    def __attrs_post_init__(self) -> None:
        for before, after in pairwise(self.content):
            if after.start < before.end:
                raise ValueError("the spans of the content must stand in reading order and not overlap")

    @property
    def hull(self) -> Span:
        """From the first code point of the content to its last."""
        return Span(start=self.content[0].start, end=self.content[-1].end)
