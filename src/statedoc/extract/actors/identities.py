"""Identities told by what an article leaves out: a person without a post, and a post whose holder it never names.

News tells who a person is. Where someone is only named, and a minister only called "the minister" right after, the
two are one: «Переговоры провёл Орхан Бейдилли. ... — сказал министр иностранных дел Турции».
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple, final

from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.actors.entities import Entity
from statedoc.extract.actors.prominence import is_source, verb_gender
from statedoc.extract.layout import Layout
from statedoc.languages.morphology import Case, Number
from statedoc.model import ActorKind
from statedoc.text import ParsedText

_NEAR = 2  # sentences from a name to the title that goes on with it


def identify(text: ParsedText, shape: Layout, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities, each post without a name joined to the one person without a post who was named right before it."""
    untitled = [each for each in entities if each.kind is ActorKind.PERSON and not each.roles and _is_full(each)]
    posts = [each for each in entities if each.kind is ActorKind.OFFICE and _is_post(each)]
    named = [_Named.of(text, shape, person) for person in untitled]
    named_in: dict[int, list[_Named]] = {}
    for each in named:
        for sentence in each.acting:
            named_in.setdefault(sentence, []).append(each)
    pairs = [
        (post, each.person)
        for post in posts
        for each in _near(text, named_in, post)
        if _goes_on(text, shape, each, post)
    ]
    rivals = Counter(id(each) for pair in pairs for each in pair)
    gone: set[int] = set()
    for post, person in pairs:
        if rivals[id(post)] == rivals[id(person)] == 1:
            _join(person, post)
            gone.add(id(post))
    return tuple(each for each in entities if id(each) not in gone)


@final
class _Named(NamedTuple):
    """A person without a post, and where the reporter names them."""

    person: Entity
    sentences: frozenset[int]  #: all in which they are named
    acting: frozenset[int]  #: those in which they can be the subject

    @classmethod
    def of(cls, text: ParsedText, shape: Layout, person: Entity) -> "_Named":
        own = [(text.sentence_index(each.first), each) for each in person.mentions if shape.own(each.first)]
        acting = frozenset(sentence for sentence, each in own if _is_subject(each))
        return cls(person, frozenset(sentence for sentence, _ in own), acting)


def _near(text: ParsedText, named_in: Mapping[int, Sequence[_Named]], post: Entity) -> list[_Named]:
    """The persons who act in the sentences right before that of a title's first mention."""
    here = text.sentence_index(min(post.mentions, key=_place).first)
    found = {id(each.person): each for at in range(here - _NEAR, here) for each in named_in.get(at, ())}
    return list(found.values())


def _is_full(entity: Entity) -> bool:
    """Whether a person is named in full."""
    return entity.number is not Number.PLURAL and any(len(name.parts) > 1 for name in entity.names)


def _is_post(entity: Entity) -> bool:
    """Whether a title is that of one post, by its state or organization."""
    return entity.number is not Number.PLURAL and any(
        role.office is not None
        and not role.office.unnamed
        and (role.country or role.organization or role.office.of_state)
        for role in entity.roles
    )


def _goes_on(text: ParsedText, shape: Layout, named: _Named, post: Entity) -> bool:
    """Whether a title, the source of what is said, can go on with who acted shortly before, and never beside them."""
    person = named.person
    if person.country and post.country and person.country != post.country:
        return False
    first = min(post.mentions, key=_place)
    if not shape.own(first.first) or not is_source(text, first, _is_subject(first)):
        return False
    told = verb_gender(text, first)
    if told is not None and person.gender is not None and told is not person.gender:
        return False
    return not any(text.sentence_index(each.first) in named.sentences for each in post.mentions)


def _is_subject(mention: Candidate) -> bool:
    return any(each.case in (Case.NOMINATIVE, None) for each in mention.forms)


def _place(mention: Candidate) -> int:
    return mention.first


def _join(person: Entity, post: Entity) -> None:
    """Give a person what is known of the post."""
    person.mentions.extend(post.mentions)
    for role in post.roles:
        person.add_role(role)
    person.country = person.country or post.country
    person.gender = person.gender or post.gender
