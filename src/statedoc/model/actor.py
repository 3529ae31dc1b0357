"""Who acts in an article: persons, states, organizations, offices, groups and unnamed sources."""

from enum import StrEnum
from typing import final

import attrs
from attrs import field
from attrs.validators import instance_of

from statedoc.model.checks import country, filled, optional, refers, tuple_of, whole
from statedoc.model.span import Span


class ActorKind(StrEnum):
    """What an actor is.

    >>> from statedoc import ActorKind
    >>> ActorKind("state") is ActorKind.STATE, [kind.value for kind in ActorKind]
    (True, ['person', 'state', 'organization', 'office', 'group', 'unnamed'])
    """

    PERSON = "person"
    STATE = "state"
    ORGANIZATION = "organization"
    OFFICE = "office"
    GROUP = "group"
    UNNAMED = "unnamed"


class MentionForm(StrEnum):
    """How a mention refers to its actor.

    >>> import statedoc
    >>> text = "Анна Ким прибыла. Она довольна."
    >>> (actor,) = statedoc.parse(text).actors
    >>> [(text[each.start : each.end], each.form.value) for each in actor.mentions]
    [('Анна Ким', 'name'), ('Она', 'pronoun')]
    """

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"
    ADJECTIVE = "adjective"
    METONYM = "metonym"


@final
@attrs.frozen(kw_only=True, order=False)
class Mention:
    """Words of the text that refer to an actor; flat in the wire form: start, end, form.

    >>> from statedoc import Mention, MentionForm
    >>> mention = Mention(start=0, end=8, form=MentionForm.NAME)
    >>> mention.end - mention.start
    8
    """

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
    """A post that the article says an actor holds.

    >>> import statedoc
    >>> document = statedoc.parse("«Мы ждём более 20 компаний», — заявил глава МИД Чили Хуан Перес.")
    >>> [(role.title, role.country) for role in document.actors[0].roles]
    [('глава МИД', 'CL')]
    """

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

    >>> import statedoc
    >>> document = statedoc.parse("«Мы ждём более 20 компаний», — заявил глава МИД Чили Хуан Перес.")
    >>> [(actor.name, actor.kind.value, actor.country) for actor in document.actors]
    [('Хуан Перес', 'person', 'CL'), ('МИД Чили', 'organization', 'CL'), ('Чили', 'state', 'CL')]
    """

    id: str = field(validator=filled)
    kind: ActorKind = field(validator=instance_of(ActorKind))
    name: str = field(validator=filled)
    aliases: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    country: str | None = field(default=None, validator=optional(country))  #: ISO 3166-1 alpha-2
    roles: tuple[Role, ...] = field(default=(), validator=tuple_of(Role))
    mentions: tuple[Mention, ...] = field(default=(), validator=tuple_of(Mention))
