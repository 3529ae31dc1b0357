"""Actors: who acts in an article, each with a name in the nominative and every mention."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from statedoc.extract.actors.candidates import Candidate, RolePhrase
from statedoc.extract.actors.coreference import resolve
from statedoc.extract.actors.entities import Entity
from statedoc.extract.actors.looks import opens_sentence
from statedoc.extract.actors.mentions import mentions
from statedoc.extract.actors.readings import PersonName, PhraseReading
from statedoc.extract.actors.states import listed_name
from statedoc.extract.cast import Cast, Reference
from statedoc.extract.layout import Layout
from statedoc.languages.fold import fold
from statedoc.languages.morphology import Case
from statedoc.model import Actor, ActorKind, Mention, MentionForm, Role
from statedoc.text import ParsedText


def actors(text: ParsedText, shape: Layout) -> Cast:
    """Find the actors of a text, in the order in which it first mentions them."""
    entities = [entity for entity in resolve(text, shape, mentions(text, shape)) if entity.mentions]
    ids = {id(entity): f"a{number}" for number, entity in enumerate(entities, 1)}
    owners = {id(each): ids[id(entity)] for entity in entities for each in entity.mentions}
    found = tuple(_actor(text, entity, ids[id(entity)], owners) for entity in entities)
    references = sorted(
        Reference(first, last, ids[id(entity)], form)
        for entity in entities
        for first, last, form in _references(entity)
    )
    candidates = [(each, ids[id(entity)]) for entity in entities for each in entity.mentions]
    candidates.sort(key=lambda pair: (pair[0].first, -pair[0].last))
    weak = frozenset(ids[id(entity)] for entity in entities if entity.weak)
    return Cast(found, tuple(references), tuple(candidates), weak)


def _actor(text: ParsedText, entity: Entity, id: str, owners: Mapping[int, str]) -> Actor:
    name, aliases = _names(text, entity)
    return Actor(
        id=id,
        kind=entity.kind,
        name=name,
        aliases=tuple(each for each in dict.fromkeys(aliases) if each != name),
        country=entity.country,
        roles=tuple(_roles(text, entity, owners)),
        mentions=tuple(
            Mention(start=span.start, end=span.end, form=form)
            for span, form in ((text.span(first, last), form) for first, last, form in sorted(set(_references(entity))))
        ),
    )


def _references(entity: Entity) -> Iterator[tuple[int, int, MentionForm]]:
    """Yield the tokens that refer to an entity: a name and the title before it are two mentions."""
    for each in entity.mentions:
        if each.name is None:
            yield each.first, each.last, each.form
            continue
        yield each.name.first, each.name.last, MentionForm.NAME
        if each.role is not None:
            yield each.role.first, each.role.last, MentionForm.ROLE


def _roles(text: ParsedText, entity: Entity, owners: Mapping[int, str]) -> Iterator[Role]:
    """Yield each post that the article gives an actor, once."""
    if entity.kind is ActorKind.GROUP:
        return
    seen: set[tuple[str, str | None, str | None]] = set()
    named = entity.kind is ActorKind.PERSON
    for role in entity.roles:
        if named and role.office is not None and role.office.momentary:
            continue
        organization = owners.get(id(role.organization)) if role.organization else None
        key = (role.title, organization, role.country)
        if key not in seen:
            seen.add(key)
            yield Role(
                title=role.title, organization=organization, country=role.country, span=text.span(role.first, role.last)
            )


def _names(text: ParsedText, entity: Entity) -> tuple[str, list[str]]:
    """An actor's name in the nominative, and what else it is called."""
    if entity.names:
        fullest = max(entity.names, key=_fullness)
        votes = _votes(entity)
        others = [_nominative(text, name, entity, votes) for name in entity.names]
        others += [each.label for each in entity.mentions if each.respells is not None]
        return _nominative(text, fullest, entity, votes), others
    if entity.kind is ActorKind.STATE:
        called = [each.label for each in entity.mentions if each.form is MentionForm.NAME]
        full = [name for name in called if not name.isupper()] or [listed_name(text, entity.country)]
        return max(full, key=len), called
    if entity.kind is ActorKind.ORGANIZATION:
        labels = list(_labels(text, entity.mentions))
        inside = entity.label[:1].lower() + entity.label[1:]  # as it stands where no sentence starts with it
        return (
            (inside, [each for each in labels if each != entity.label]) if inside in labels else (entity.label, labels)
        )
    first = min(entity.mentions, key=lambda each: (each.form is not MentionForm.ROLE, each.first))
    return _description(text, first), []


def _fullness(name: PersonName) -> tuple[int, int]:
    """How much a name tells: its words, then its initials."""
    words = sum(not each.endswith(".") for each in name.readings[0].bases)
    return words, len(name.parts)


def _votes(entity: Entity) -> Counter[str]:
    """How many of a person's mentions can have each word as a nominative."""
    votes: Counter[str] = Counter()
    for readings, uses in entity.name_uses.items():
        for word in {fold(base) for reading in readings for base in reading.bases}:
            votes[word] += uses
    return votes


def _nominative(text: ParsedText, name: PersonName, entity: Entity, votes: Mapping[str, int]) -> str:
    """The reading of a name that most mentions allow, in the person's gender."""

    def weight(reading: PhraseReading) -> tuple[int, int]:
        fits = entity.gender is None or reading.gender is None or reading.gender is entity.gender
        return fits, sum(votes[fold(base)] for base in reading.bases)

    bases = dict(zip(name.parts, max(name.readings, key=weight).bases, strict=True))
    tokens = [bases.get(at, text.tokens[at].text) for at in range(name.first, name.last)]
    return " ".join(word for word in tokens if word != ".")


def _labels(text: ParsedText, found: Iterable[Candidate]) -> Iterator[str]:
    """Yield the other names by which a state or organization is mentioned."""
    for each in found:
        if each.form is not MentionForm.NAME:
            continue
        if each.kind is ActorKind.ORGANIZATION and each.label:
            yield each.label
        if each.alias:
            yield each.alias
        words = text.words(each.first, each.last)
        if len(words) == 1 and words[0].isupper():
            yield words[0]


def _description(text: ParsedText, candidate: Candidate) -> str:
    """What an article calls someone without a name: the nominative of its words."""
    role: RolePhrase | None = candidate.role
    if role is None:
        return candidate.label or text.span(candidate.first, candidate.last).of(text.text)
    group = candidate.kind is ActorKind.GROUP
    nominative = any(each.case is Case.NOMINATIVE for each in candidate.forms)
    if candidate.first < role.first and nominative:  # with the number of them, on which the case depends
        counted = text.span(candidate.first, role.last).of(text.text)
        return counted[:1].lower() + counted[1:]
    head = text.pack.morphology.nominative(text.words(role.first, role.head + 1), plural=group)
    words = " ".join(head)
    if role.last > role.head + 1:
        rest = text.span(role.head + 1, role.last).of(text.text)
        words = f"{words} {' '.join(rest.split())}"
    opens = opens_sentence(text, role.first) and not words[1:2].isupper()
    return words[:1].lower() + words[1:] if opens else words
