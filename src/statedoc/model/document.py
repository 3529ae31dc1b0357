"""A text with every record that was found in it."""

from typing import Final, TypeVar, final

import attrs
from attrs import field
from attrs.validators import in_, instance_of

from statedoc.errors import InvalidDocumentError
from statedoc.model.actor import Actor
from statedoc.model.agreement import Agreement
from statedoc.model.article import Metadata
from statedoc.model.checks import filled, tuple_of
from statedoc.model.integrity import RECORD_KINDS, Contents, faults
from statedoc.model.metric import Metric
from statedoc.model.quote import Quote
from statedoc.model.speech import Speech

SCHEMA_VERSION: Final = "1.0"  #: the version of the wire form that this release writes

_Record = TypeVar("_Record", Actor, Speech, Quote, Agreement, Metric)


@final
@attrs.frozen(kw_only=True)
class Producer:
    """The program that made a document.

    >>> import statedoc
    >>> statedoc.parse("").producer.name
    'statedoc'
    """

    name: str = field(validator=filled)
    version: str = field(validator=filled)


@final
@attrs.frozen(kw_only=True)
class Document:
    """A text, and the actors, speeches, quotes, agreements and metrics found in it.

    A document is whole: every span lies inside `text`, ids are unique, and every reference leads to
    a record of the right kind. One that is not raises `InvalidDocumentError`, which tells each fault.

    >>> import statedoc
    >>> document = statedoc.parse("«Мы ждём более 20 компаний», — заявил глава МИД Чили Хуан Перес.")
    >>> quote = document.quotes[0]
    >>> quote.hull.of(document.text), [document.actor(speaker).name for speaker in quote.speakers]
    ('Мы ждём более 20 компаний', ['Хуан Перес'])
    """

    schema_version: str = field(default=SCHEMA_VERSION, validator=in_((SCHEMA_VERSION,)))
    id: str = field(validator=filled)
    article: Metadata = field(factory=Metadata, validator=instance_of(Metadata))
    text: str = field(validator=instance_of(str))
    actors: tuple[Actor, ...] = field(default=(), validator=tuple_of(Actor))
    speeches: tuple[Speech, ...] = field(default=(), validator=tuple_of(Speech))
    quotes: tuple[Quote, ...] = field(default=(), validator=tuple_of(Quote))
    agreements: tuple[Agreement, ...] = field(default=(), validator=tuple_of(Agreement))
    metrics: tuple[Metric, ...] = field(default=(), validator=tuple_of(Metric))
    producer: Producer = field(validator=instance_of(Producer))

    def __attrs_post_init__(self) -> None:
        found = tuple(faults(Contents(self.text, {kind: getattr(self, kind) for kind in RECORD_KINDS})))
        if found:
            raise InvalidDocumentError(found)

    def actor(self, id: str) -> Actor:
        """The actor with this id; KeyError if there is none."""
        return _by_id(self.actors, id)

    def speech(self, id: str) -> Speech:
        """The speech with this id; KeyError if there is none."""
        return _by_id(self.speeches, id)

    def quote(self, id: str) -> Quote:
        """The quote with this id; KeyError if there is none."""
        return _by_id(self.quotes, id)

    def agreement(self, id: str) -> Agreement:
        """The agreement with this id; KeyError if there is none."""
        return _by_id(self.agreements, id)

    def metric(self, id: str) -> Metric:
        """The metric with this id; KeyError if there is none."""
        return _by_id(self.metrics, id)


def _by_id(records: tuple[_Record, ...], id: str) -> _Record:
    for record in records:
        if record.id == id:
            return record
    raise KeyError(id)
