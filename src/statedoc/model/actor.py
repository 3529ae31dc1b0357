"""Who acts in an article: persons, states, organizations, offices, groups and unnamed sources."""

from enum import StrEnum
from typing import final

import attrs
from attrs import field
from attrs.validators import instance_of

from statedoc.model.checks import country, filled, optional, refers, tuple_of, whole
from statedoc.model.span import Span


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    STATE = "state"
    ORGANIZATION = "organization"
    OFFICE = "office"
    GROUP = "group"
    UNNAMED = "unnamed"


class MentionForm(StrEnum):
    """How a mention refers to its actor."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"
    ADJECTIVE = "adjective"
    METONYM = "metonym"


@final
@attrs.frozen(kw_only=True, order=False)
class Mention:
    """Words of the text that refer to an actor; flat in the wire form: start, end, form."""

    start: int = field(validator=whole(0))  #: first code point
    end: int = field(validator=whole(0))  #: one past the last code point
    form: MentionForm = field(validator=instance_of(MentionForm))

    def __attrs_post_init__(self) -> None:
        Span(start=self.start, end=self.end)

    @property
    def span(self) -> Span:
        """The words, as a span."""
        return Span(start=self.start, end=self.end)


@final
@attrs.frozen(kw_only=True)
class Role:
    """A post that the article says an actor holds."""

    title: str = field(validator=filled)  #: in the nominative
    organization: str | None = field(default=None, validator=optional(filled), metadata=refers("actors"))  #: actor id
    country: str | None = field(default=None, validator=optional(country))  #: ISO 3166-1 alpha-2
    span: Span = field(validator=instance_of(Span))


@final
@attrs.frozen(kw_only=True)
class Actor:
    """Someone or something that speaks, agrees or is counted in an article.

    `name` is in the nominative, as full as the article gives it; for kind `unnamed` it is the
    words that the article uses for its source.
    """

    id: str = field(validator=filled)
    kind: ActorKind = field(validator=instance_of(ActorKind))
    name: str = field(validator=filled)
    aliases: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    country: str | None = field(default=None, validator=optional(country))  #: ISO 3166-1 alpha-2
    roles: tuple[Role, ...] = field(default=(), validator=tuple_of(Role))
    mentions: tuple[Mention, ...] = field(default=(), validator=tuple_of(Mention))
