"""Coreference: one pass over the mentions in reading order, with a small discourse state.

A name leads to the person who bears it, a title to whom the article names as holding it, a pronoun to
whom the reader is thinking of: subjects and sources outweigh the rest, and all fade with each sentence.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import final

import attrs

from statedoc.extract.actors.candidates import Candidate, RolePhrase
from statedoc.extract.actors.entities import FADING, Entity, name_keys, surname_keys
from statedoc.extract.actors.likeness import likeness, same_name
from statedoc.extract.actors.names import PersonName
from statedoc.extract.layout import Layout
from statedoc.languages.cues import CueNoun, CueVerb, SourcePhrase
from statedoc.languages.morphology import Case, Gender, Number, Pos
from statedoc.languages.roles import Roles
from statedoc.model import ActorKind, MentionForm
from statedoc.text import ParsedText

_SUBJECT, _OBLIQUE, _QUOTED, _SOURCE = 3.0, 1.5, 0.5, 5.0
_OPENING_BONUS = 0.5  # for the first mention of a sentence
_MOST_ALIKE = 40  # bearers of one name, or holders of one office, that are kept in mind
_TO_NAME = 3  # sentences from a title to the surname that gives its holder
_AHEAD = 6  # mentions looked ahead for the name of another
_NEAR_CUE = 6
_PERSONAL = (ActorKind.PERSON, ActorKind.OFFICE, ActorKind.UNNAMED)
_FAR = 12  # sentences after which a description no longer refers back


def resolve(text: ParsedText, shape: Layout, candidates: Sequence[Candidate]) -> tuple[Entity, ...]:
    """Say which candidates refer to the same actor."""
    return _Discourse(text, shape, _surnames(candidates)).read(candidates)


def _surnames(candidates: Iterable[Candidate]) -> frozenset[str]:
    """The words by which the article's surely named persons can be called."""
    return frozenset().union(*(name_keys(each.name) for each in candidates if each.name and not each.weak))


@final
@attrs.define(eq=False)
class _Discourse:
    text: ParsedText
    shape: Layout
    surnames: frozenset[str]
    entities: list[Entity] = attrs.field(factory=list)
    by_key: dict[object, Entity] = attrs.field(factory=dict)
    by_name: dict[str, list[Entity]] = attrs.field(factory=dict)
    by_office: dict[str, list[Entity]] = attrs.field(factory=dict)
    by_candidate: dict[int, Entity] = attrs.field(factory=dict)
    ahead: Sequence[Candidate] = ()  #: the next few mentions
    recent: list[Entity] = attrs.field(factory=list)  #: persons and groups, by last mention

    def read(self, candidates: Sequence[Candidate]) -> tuple[Entity, ...]:
        """Take every candidate in turn."""
        for index, candidate in enumerate(candidates):
            self.ahead = candidates[index + 1 : index + 1 + _AHEAD]
            entity = self._entity(candidate)
            if entity is not None:
                self._mention(entity, candidate)
        return tuple(self.entities)

    # -- which entity ----------------------------------------------------------------------

    def _entity(self, candidate: Candidate) -> Entity | None:
        if candidate.respells is not None:
            return self.by_candidate.get(id(candidate.respells))
        if candidate.name is not None:
            return self._named(candidate, candidate.name)
        if candidate.form is MentionForm.PRONOUN:
            return self._pronoun(candidate)
        if candidate.role is not None:
            return self._described(candidate, candidate.role)
        return self._keyed(candidate)

    def _keyed(self, candidate: Candidate) -> Entity:
        """A state or an organization: by its key, or as a new one."""
        key = (candidate.kind, candidate.key)
        found = self.by_key.get(key)
        if found is None and candidate.kind is ActorKind.ORGANIZATION and isinstance(candidate.key, tuple):
            found = self._organization(candidate, candidate.key)
        if found is None:
            found = self._new(candidate)
            self.by_key[key] = found
        found.weak = found.weak and candidate.weak
        return found

    def _organization(self, candidate: Candidate, key: tuple[str, ...]) -> Entity | None:
        """The organization that a bare noun («ведомство», «газета») refers back to."""
        if len(key) > 1 or candidate.country:
            return None
        sentence = self.text.sentence_index(candidate.first)
        matching = [
            entity
            for entity in self.recent[-40:]
            if entity.kind is ActorKind.ORGANIZATION and sentence - entity.seen <= _FAR and key[0] in _nouns(entity)
        ]
        return max(matching, key=lambda entity: entity.salient(sentence), default=None)

    def _named(self, candidate: Candidate, name: PersonName) -> Entity | None:
        keys = name_keys(name) if len(name.parts) == 1 else surname_keys(name)
        if candidate.weak and not keys & self.surnames and (name.doubtful or not self._speaks(candidate)):
            return None
        sentence = self.text.sentence_index(candidate.first)
        matching = {
            id(entity): entity
            for key in sorted(keys)
            for entity in self.by_name.get(key, ())
            if same_name(entity, name)
        }
        if matching:
            return max(matching.values(), key=lambda entity: (self._fits(entity, candidate), entity.salient(sentence)))
        unnamed = self._holder(candidate, name, sentence)
        return unnamed if unnamed is not None else self._new(candidate)

    def _holder(self, candidate: Candidate, name: PersonName, sentence: int) -> Entity | None:
        """The holder of an office just spoken of, whom a surname without a title can only name: «премьер ... Кан»."""
        if len(name.parts) > 1 or candidate.role is not None:
            return None
        holders = [
            entity
            for entity in self.recent[-8:]
            if entity.kind is ActorKind.OFFICE and sentence - entity.seen <= _TO_NAME and _of_state(entity)
        ]
        return holders[0] if len(holders) == 1 else None

    def _fits(self, entity: Entity, candidate: Candidate) -> int:
        """How well a name's mention suits a bearer: by the verb next to it, which may tell a woman from a man."""
        gender = _verb_gender(self.text, candidate)
        if gender is None or entity.gender is None:
            return 0
        return 1 if gender is entity.gender else -1

    def _speaks(self, candidate: Candidate) -> bool:
        """Whether a lone capitalised word stands right beside a finite cue, so that it must name someone."""
        around = (candidate.first - 1, candidate.last)
        return any(
            0 <= at < len(self.text.tokens)
            and self.text.term_at(at, CueVerb) is not None
            and any(r.pos is Pos.VERB for r in self.text.readings(at))
            and any(each.case in (Case.NOMINATIVE, None) for each in candidate.forms)
            for at in around
        )

    def _described(self, candidate: Candidate, role: RolePhrase) -> Entity:
        """The person whom a title or description refers back to, or someone new."""
        sentence = self.text.sentence_index(candidate.first)
        plural = candidate.kind is ActorKind.GROUP
        best: tuple[float, Entity] | None = None
        for entity in self._possible(role):
            if self._named_next(entity, candidate):
                continue
            if (entity.number is Number.PLURAL) != plural or sentence - entity.seen > 40 * _FAR:
                continue
            score = self._suits(entity, role, candidate)
            if score > 0:
                score += 1.2 * entity.salient(sentence)
                if best is None or score >= best[0]:
                    best = (score, entity)
        bare = None if plural else self._bare(candidate, role, sentence)
        if best is None and bare is None and not plural:
            bare = self._untitled(candidate, role, sentence)
        if bare is not None and (best is None or 1.2 * bare.salient(sentence) > best[0]):
            return bare
        return best[1] if best is not None else self._new(candidate)

    def _bare(self, candidate: Candidate, role: RolePhrase, sentence: int) -> Entity | None:
        """Who just spoke, if a description that tells no one apart («супруга», «учёный») can only go on with them."""
        if role.country or role.first != role.head or not self._is_speech(role) or not self.shape.own(role.head):
            return None
        if role.office is not None and not (role.office.unnamed or _narrower(self.text).get(role.office.key)):
            return None
        if role.office is not None and role.office.of_state:
            return None
        return max(self._spoke(candidate, sentence), key=lambda entity: entity.salient(sentence), default=None)

    def _untitled(self, candidate: Candidate, role: RolePhrase, sentence: int) -> Entity | None:
        """Who just spoke and has no title yet, if one that a state has one holder of now speaks: «президент»."""
        if role.office is None or not role.office.of_state or role.country or not self.shape.own(role.head):
            return None
        nominative = any(each.case is Case.NOMINATIVE for each in candidate.forms)
        if not nominative or not _is_source(self.text, candidate, nominative):
            return None
        untitled = [
            entity
            for entity in self._spoke(candidate, sentence)
            if not entity.roles and entity.salient(sentence) >= _SOURCE * FADING * FADING
        ]
        return untitled[0] if len(untitled) == 1 else None

    def _spoke(self, candidate: Candidate, sentence: int) -> list[Entity]:
        """The persons who spoke or acted shortly before, and whom a description can mean."""
        genders = {each.gender for each in candidate.forms}
        return [
            entity
            for entity in self.recent[-6:]
            if entity.kind is ActorKind.PERSON
            and entity.salient(sentence) >= _SUBJECT * FADING
            and (entity.gender is None or entity.gender in genders)
            and not self._named_next(entity, candidate)
        ]

    def _named_next(self, entity: Entity, candidate: Candidate) -> bool:
        """Whether the sentence goes on to name an entity, which its subject then is not: «министр встретил Кана»."""
        sentence = self.text.sentence_index(candidate.first)
        keys = frozenset().union(*(surname_keys(name) for name in entity.names))
        return any(
            each.name is not None
            and not each.name.doubtful
            and self.shape.own(each.first)
            and self.text.sentence_index(each.first) == sentence
            and surname_keys(each.name) & keys
            for each in self.ahead
        )

    def _is_speech(self, role: RolePhrase) -> bool:
        """Whether a title has no complement, or one that is an utterance: «автор статьи»."""
        return all(self.text.term_at(at, CueNoun) for at in range(role.head + 1, role.last))

    def _possible(self, role: RolePhrase) -> list[Entity]:
        """Those whom a title can refer to: holders of the office, of narrower ones, and the recently described."""
        found = {id(entity): entity for entity in self.recent[-30:]}
        if role.office is not None:
            for key in (role.office.key, *_narrower(self.text).get(role.office.key, ())):
                found.update((id(entity), entity) for entity in self.by_office.get(key, ())[-30:])
        return sorted(found.values(), key=lambda entity: entity.order)

    def _suits(self, entity: Entity, role: RolePhrase, candidate: Candidate) -> float:
        """How well a title suits an entity; 0 if it does not."""
        if entity.kind not in (*_PERSONAL, ActorKind.GROUP):
            return 0.0
        if role.country and entity.country and role.country != entity.country:
            return 0.0
        best = max((likeness(held, role) for held in entity.roles), default=0.0)
        if best and role.country and role.country == entity.country:
            best += 1.0
        return best

    def _pronoun(self, candidate: Candidate) -> Entity | None:
        (wanted,) = candidate.forms
        sentence = self.text.sentence_index(candidate.first)
        best: tuple[float, Entity] | None = None
        for entity in self.recent[-30:]:
            if entity.kind in (ActorKind.STATE, ActorKind.ORGANIZATION):
                continue
            if (entity.number or Number.SINGULAR) is not wanted.number or sentence - entity.seen > _FAR:
                continue
            if wanted.gender and entity.gender and wanted.gender is not entity.gender:
                continue
            if candidate.latter:
                best = (0.0, entity) if entity.kind in _PERSONAL else best
                continue
            score = entity.salient(sentence) + (0.5 if entity.kind is ActorKind.PERSON else 0.0)
            score += 1.0 if wanted.gender and entity.gender is wanted.gender else 0.0
            if best is None or score >= best[0]:
                best = (score, entity)
        return best[1] if best else None

    # -- what becomes of it ----------------------------------------------------------------

    def _new(self, candidate: Candidate) -> Entity:
        entity = Entity(
            kind=candidate.kind,
            order=len(self.entities),
            number=Number.PLURAL if candidate.kind is ActorKind.GROUP else Number.SINGULAR,
            country=candidate.country,
            key=candidate.key,
            label=candidate.label,
            weak=candidate.weak and candidate.name is None,
        )
        self.entities.append(entity)
        return entity

    def _mention(self, entity: Entity, candidate: Candidate) -> None:
        entity.mentions.append(candidate)
        self.by_candidate[id(candidate)] = entity
        if candidate.name is not None:
            entity.add_name(candidate.name)
            if entity.kind is not ActorKind.PERSON:
                entity.kind, entity.weak = ActorKind.PERSON, False
            for key in name_keys(candidate.name):
                _file(self.by_name.setdefault(key, []), entity)
        if candidate.role is not None:
            entity.add_role(candidate.role)
            entity.country = entity.country or candidate.role.country
            if candidate.role.office is not None:
                _file(self.by_office.setdefault(candidate.role.office.key, []), entity)
        entity.gender = entity.gender or self._gender(entity, candidate)
        self._refresh(entity, candidate)

    def _gender(self, entity: Entity, candidate: Candidate) -> Gender | None:
        if entity.number is Number.PLURAL or entity.kind in (ActorKind.STATE, ActorKind.ORGANIZATION):
            return None
        told = _verb_gender(self.text, candidate)
        possible = {each.gender for each in candidate.forms}
        if told is not None and (told in possible or None in possible or candidate.role is not None):
            return told
        if candidate.name is not None and len(candidate.name.parts) > 1:
            genders = [each.gender for each in candidate.name.readings]
            return genders[0] if len(set(genders[:2])) == 1 or genders[0] is not None else None
        if candidate.form is MentionForm.PRONOUN:
            return next(iter(possible))
        return None

    def _refresh(self, entity: Entity, candidate: Candidate) -> None:
        sentence = self.text.sentence_index(candidate.first)
        own = self.shape.own(candidate.first)
        subject = any(each.case in (Case.NOMINATIVE, None) for each in candidate.forms)
        weight = _SUBJECT if subject else _OBLIQUE
        if own and candidate.form is not MentionForm.ADJECTIVE and _is_source(self.text, candidate, subject):
            weight = _SOURCE
        elif own and self.text.sentences[sentence].first == candidate.first:
            weight += _OPENING_BONUS
        entity.salience = max(entity.salient(sentence), weight if own else _QUOTED)
        entity.seen = sentence
        if entity in self.recent[-30:]:
            self.recent.remove(entity)
        self.recent.append(entity)
        del self.recent[:-60]


def _of_state(entity: Entity) -> bool:
    """Whether an entity holds an office that a state has one of."""
    return any(role.office is not None and role.office.of_state for role in entity.roles)


def _file(entities: list[Entity], entity: Entity) -> None:
    """Keep an entity among the last few of its kind, so that a long text costs no more a word than a short one."""
    if entity not in entities:
        entities.append(entity)
        del entities[:-_MOST_ALIKE]


def _is_source(text: ParsedText, candidate: Candidate, subject: bool) -> bool:
    """Whether a mention stands near a cue as its source may."""
    sentence = text.sentence_of(candidate.first)
    after = range(candidate.last, min(candidate.last + _NEAR_CUE, sentence.last))
    before = range(max(sentence.first, candidate.first - _NEAR_CUE), candidate.first)
    if subject and any(text.term_at(at, CueVerb) for at in (*after, *before)):
        return True
    return any(
        text.term_at(at, SourcePhrase) for at in range(max(sentence.first, candidate.first - 2), candidate.first)
    )


def _verb_gender(text: ParsedText, candidate: Candidate) -> Gender | None:
    """The gender of a finite past-tense verb right before or after a mention that can be its subject."""
    if not any(each.case in (Case.NOMINATIVE, None) for each in candidate.forms):
        return None
    for at in (candidate.last, candidate.first - 1):
        if 0 <= at < len(text.tokens) and text.tokens[at].is_word:
            verb = next(iter(text.readings(at)), None)
            if verb and verb.pos is Pos.VERB and verb.gender and verb.number is Number.SINGULAR:
                return verb.gender
    return None


def _nouns(entity: Entity) -> frozenset[str]:
    """The nouns by which an organization has been called."""
    return frozenset(each.key[0] for each in entity.mentions if isinstance(each.key, tuple) and each.key)


def _narrower(text: ParsedText) -> Mapping[str, tuple[str, ...]]:
    """For each office: those whose holders its titles can refer back to."""
    return text.pack.lexicon(Roles).narrower
