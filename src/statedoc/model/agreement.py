"""What parties announced, signed, ratified or left."""

from enum import StrEnum
from typing import final

import attrs
from attrs import field
from attrs.validators import instance_of

from statedoc.model.checks import filled, optional, refers, some, tuple_of
from statedoc.model.date_mention import DateMention
from statedoc.model.span import Span


class AgreementKind(StrEnum):
    """What the document is called.

    >>> from statedoc import AgreementKind
    >>> [kind.value for kind in AgreementKind][:5]
    ['treaty', 'agreement', 'declaration', 'memorandum', 'protocol']
    """

    TREATY = "treaty"
    AGREEMENT = "agreement"
    DECLARATION = "declaration"
    MEMORANDUM = "memorandum"
    PROTOCOL = "protocol"
    CONVENTION = "convention"
    CONTRACT = "contract"
    COMMUNIQUE = "communique"
    CHARTER = "charter"
    PROGRAMME = "programme"
    ROADMAP = "roadmap"
    STATEMENT = "statement"


class AgreementStatus(StrEnum):
    """How far an agreement has come.

    >>> from statedoc import AgreementStatus
    >>> [status.value for status in AgreementStatus]
    ['proposed', 'to_be_signed', 'signed', 'ratified', 'in_force', 'suspended', 'terminated', 'rejected']
    """

    PROPOSED = "proposed"
    TO_BE_SIGNED = "to_be_signed"
    SIGNED = "signed"
    RATIFIED = "ratified"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"
    REJECTED = "rejected"


@final
@attrs.frozen(kw_only=True)
class AgreementEvent:
    """One step of an agreement that the article tells of.

    >>> import statedoc
    >>> (found,) = statedoc.parse("Грузия и Чили подписали договор о торговле 4 мая 2025 года.").agreements
    >>> [(event.status.value, str(event.date.edtf), len(event.parties)) for event in found.events]
    [('signed', '2025-05-04', 2)]
    """

    status: AgreementStatus = field(validator=instance_of(AgreementStatus))
    date: DateMention | None = field(default=None, validator=optional(instance_of(DateMention)))
    parties: tuple[str, ...] = field(
        default=(), validator=tuple_of(str), metadata=refers("actors")
    )  #: actor ids of those who took the step
    span: Span = field(validator=instance_of(Span))


@final
@attrs.frozen(kw_only=True)
class Agreement:
    """One agreement, however often the article names it.

    `status` is the latest step that the article establishes; `events` holds each step it tells of.

    >>> import statedoc
    >>> (found,) = statedoc.parse("Грузия и Чили подписали договор о торговле 4 мая 2025 года.").agreements
    >>> found.kind.value, found.title, found.status.value, str(found.date.edtf)
    ('treaty', 'договор о торговле', 'signed', '2025-05-04')
    """

    id: str = field(validator=filled)
    kind: AgreementKind = field(validator=instance_of(AgreementKind))
    title: str = field(validator=filled)  #: in the nominative
    mentions: tuple[Span, ...] = field(validator=[tuple_of(Span), some])
    parties: tuple[str, ...] = field(default=(), validator=tuple_of(str), metadata=refers("actors"))  #: actor ids
    status: AgreementStatus | None = field(default=None, validator=optional(instance_of(AgreementStatus)))
    date: DateMention | None = field(default=None, validator=optional(instance_of(DateMention)))
    place: str | None = field(default=None, validator=optional(filled))
    events: tuple[AgreementEvent, ...] = field(default=(), validator=tuple_of(AgreementEvent))
    rule: str = field(validator=filled)  #: the rule that found it
