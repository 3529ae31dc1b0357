"""The occasions on which words were said or written."""

from enum import StrEnum
from typing import final

import attrs
from attrs import field
from attrs.validators import instance_of

from statedoc.model.checks import filled, optional, refers, tuple_of
from statedoc.model.date_mention import DateMention
from statedoc.model.span import Span


class SpeechKind(StrEnum):
    """What kind of occasion it was.

    >>> from statedoc import SpeechKind
    >>> [kind.value for kind in SpeechKind][:4]
    ['article', 'interview', 'address', 'press_conference']
    """

    ARTICLE = "article"
    INTERVIEW = "interview"
    ADDRESS = "address"
    PRESS_CONFERENCE = "press_conference"
    BRIEFING = "briefing"
    STATEMENT = "statement"
    MESSAGE = "message"
    POST = "post"
    TALKS = "talks"
    DOCUMENT = "document"


@final
@attrs.frozen(kw_only=True)
class Speech:
    """An article, an interview, a press conference...: the event that quotes belong to.

    >>> import statedoc
    >>> (speech,) = statedoc.parse("Анна Ким дала интервью газете «Заря».").speeches
    >>> speech.kind.value, speech.medium, speech.occasion
    ('interview', 'Заря', 'интервью')
    """

    id: str = field(validator=filled)
    kind: SpeechKind = field(validator=instance_of(SpeechKind))
    speakers: tuple[str, ...] = field(default=(), validator=tuple_of(str), metadata=refers("actors"))  #: actor ids
    medium: str | None = field(default=None, validator=optional(filled))  #: the paper, channel or site, nominative
    occasion: str | None = field(default=None, validator=optional(filled))  #: the article's words for it
    place: str | None = field(default=None, validator=optional(filled))
    audience: tuple[str, ...] = field(default=(), validator=tuple_of(str), metadata=refers("actors"))  #: actor ids
    date: DateMention | None = field(default=None, validator=optional(instance_of(DateMention)))
    span: Span = field(validator=instance_of(Span))
    quotes: tuple[str, ...] = field(default=(), validator=tuple_of(str), metadata=refers("quotes"))  #: quote ids
    rule: str = field(validator=filled)  #: the rule that found it
