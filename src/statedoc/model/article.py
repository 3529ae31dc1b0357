"""An article as it came in: clean text, and what is known about it."""

import datetime as dt
from typing import Any, final

import attrs
from attrs import field
from attrs.validators import instance_of

from statedoc.model.checks import filled, language, optional, tuple_of


def _published(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    if not isinstance(value, dt.date):
        raise TypeError(f"{attribute.name} must be a date or a date-time, not {type(value).__name__}")
    if isinstance(value, dt.datetime):
        offset = value.utcoffset()
        if offset is None:
            raise ValueError(f"{attribute.name} needs an offset from UTC: {value.isoformat()}")
        if offset % dt.timedelta(minutes=1):
            raise ValueError(f"{attribute.name} needs an offset of whole minutes from UTC: {value.isoformat()}")


@final
@attrs.frozen(kw_only=True)
class Metadata:
    """What is known about an article besides its text; None or () for what is not.

    >>> from datetime import date
    >>> from statedoc import Article, Metadata
    >>> article = Article(text="Порт открыт.", metadata=Metadata(publisher="Заря", published=date(2025, 11, 11)))
    >>> article.metadata.publisher, str(article.metadata.published)
    ('Заря', '2025-11-11')
    """

    title: str | None = field(default=None, validator=optional(instance_of(str)))
    url: str | None = field(default=None, validator=optional(instance_of(str)))
    publisher: str | None = field(default=None, validator=optional(instance_of(str)))
    authors: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    published: dt.date | dt.datetime | None = field(
        default=None, validator=optional(_published)
    )  #: a date, or a date-time with an offset
    language: str | None = field(default=None, validator=optional(language))  #: BCP 47


@final
@attrs.frozen(kw_only=True)
class Article:
    """Clean text, with its metadata.

    >>> Article(text="Президент прибыл в Астану.").metadata.title is None
    True
    """

    text: str = field(validator=instance_of(str))
    metadata: Metadata = field(factory=Metadata, validator=instance_of(Metadata))
    id: str | None = field(default=None, validator=optional(filled))  #: the caller's own; the document takes it over
