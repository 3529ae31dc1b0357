"""The discourse: what a reader has in mind while going through an article, as far as coreference asks for it."""

from collections.abc import Sequence
from typing import final

import attrs

from statedoc.extract.actors.candidates import Candidate, RolePhrase
from statedoc.extract.actors.entities import FADING, Entity, name_keys, surname_keys
from statedoc.extract.actors.prominence import is_source, verb_gender
from statedoc.extract.actors.readings import PersonName
from statedoc.extract.actors.several import Several
from statedoc.extract.grammar import is_finite
from statedoc.extract.layout import Layout
from statedoc.languages.morphology import Case, Gender, Number
from statedoc.languages.roles import Office, Roles
from statedoc.model import ActorKind, MentionForm
from statedoc.text import ParsedText

SUBJECT, SOURCE = 3.0, 5.0  # how readily the reader thinks of a subject, and of a source
_OBLIQUE, _QUOTED = 1.5, 0.5
_OPENING_BONUS = 0.5  # for the first mention of a sentence
_INDIRECT = (Case.DATIVE, Case.INSTRUMENTAL)
_CLAUSE = 40  # tokens
_MOST_ALIKE = 40  # bearers of one name, or holders of one office, that are kept in mind


@final
@attrs.define(eq=False)
class Discourse:
    """The actors met so far, filed by what they are called, and how readily the reader thinks of each."""

    text: ParsedText
    shape: Layout
    surnames: frozenset[str]  #: the words by which the article's surely named persons can be called
    several: Several
    entities: list[Entity] = attrs.field(factory=list)
    by_key: dict[object, Entity] = attrs.field(factory=dict)
    by_name: dict[str, list[Entity]] = attrs.field(factory=dict)
    by_office: dict[str, list[Entity]] = attrs.field(factory=dict)
    by_candidate: dict[int, Entity] = attrs.field(factory=dict)
    listed: frozenset[int] = frozenset()  #: lone names, by `id`, that stand in a list with a person's
    home: str | None = None  #: ISO code of the state in whose capital the article was written
    ahead: Sequence[Candidate] = ()  #: the next few mentions
    recent: list[Entity] = attrs.field(factory=list)  #: persons and groups, by last mention

    def new(self, candidate: Candidate) -> Entity:
        """An actor met for the first time."""
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

    def mention(self, entity: Entity, candidate: Candidate) -> None:
        """Keep what a mention tells of an actor."""
        entity.mentions.append(candidate)
        self.by_candidate[id(candidate)] = entity
        if candidate.name is not None:
            entity.add_name(candidate.name)
            if entity.kind is not ActorKind.PERSON:
                entity.kind, entity.weak = ActorKind.PERSON, False
            for key in name_keys(candidate.name):
                _file(self.by_name.setdefault(key, []), entity)
        if candidate.role is not None and (candidate.kind is not ActorKind.GROUP or entity.number is Number.PLURAL):
            entity.add_role(candidate.role)
            if candidate.name is not None and (shared := self._shared(entity, candidate.role)) is not None:
                entity.add_role(shared)
                _file(self.by_office.setdefault(shared.office.key if shared.office else "", []), entity)
            entity.country = entity.country or candidate.role.country
            if candidate.role.office is not None:
                _file(self.by_office.setdefault(candidate.role.office.key, []), entity)
        told = self._told(entity, candidate)
        if told is not None and (entity.gender is None or entity.guessed):
            entity.gender, entity.guessed = told, False
        elif entity.gender is None:
            entity.gender = self._gender(entity, candidate)
            entity.guessed = candidate.name is not None and _is_of_either(candidate.name)
        self._refresh(entity, candidate)
        self.several.see(candidate, entity)

    def _shared(self, entity: Entity, role: RolePhrase) -> RolePhrase | None:
        """The title that a counterpart has from whoever was named last: «министр ... с вьетнамским коллегой X»."""
        if role.office is None or not role.office.counterpart or role.country is None:
            return None
        persons = [each for each in self.recent[-6:] if each.kind is ActorKind.PERSON and each is not entity]
        held = [each for other in persons[-1:] for each in other.roles if each.office and not each.office.unnamed]
        if not held:
            return None
        of_other = held[-1]
        return attrs.evolve(role, title=of_other.title, lemma=of_other.lemma, office=of_other.office, tail="")

    def spoke(self, candidate: Candidate, sentence: int) -> list[Entity]:
        """The persons who spoke or acted shortly before, and whom a description can mean."""
        office = candidate.role.office if candidate.role else None
        told = verb_gender(self.text, candidate)
        genders = {each.gender for each in candidate.forms} if told is None else {told}
        post = office is not None and not office.unnamed  # tells no man from a woman
        if told is None and post:
            genders |= set(Gender)
        epicene = told is None and self.is_profession(candidate.role)
        return [
            entity
            for entity in self.recent[-6:]
            if self._can_speak(entity, office)
            and entity.salient(sentence) >= SUBJECT * FADING
            and (entity.gender in {None, *genders} or (epicene and not entity.has_post(of_any_trade=False)))
            and not self.named_next(entity, candidate)
            and not self.in_clause(entity, candidate)
            and not self.acts_on(entity, candidate)
        ]

    def _can_speak(self, entity: Entity, office: Office | None) -> bool:
        """Whether a description can mean an entity: a person, or, if it only tells their sort, an unnamed source."""
        unnamed = entity.kind is ActorKind.UNNAMED and office is not None and office.category
        return entity.kind is ActorKind.PERSON or unnamed

    def is_profession(self, role: RolePhrase | None) -> bool:
        """Whether a description is a profession that is said of men and women: «микробиолог»."""
        if role is not None and role.office is not None and role.office.epicene:
            return True
        unlisted = role is not None and role.office is None
        return unlisted and role is not None and role.lemma.endswith(self.text.pack.lexicon(Roles).epicene)

    def named_next(self, entity: Entity, candidate: Candidate) -> bool:
        """Whether the sentence goes on to name an entity, which its subject then is not: «министр встретил Кана»."""
        sentence = self.text.sentence_index(candidate.first)
        ahead = [
            each.name
            for each in self.ahead
            if each.name is not None
            and not each.name.doubtful
            and self.text.sentence_index(each.first) == sentence
            and self.shape.own(each.first)
        ]
        if not ahead:
            return False
        keys = frozenset().union(*(surname_keys(name) for name in entity.names))
        return any(surname_keys(name) & keys for name in ahead)

    def in_clause(self, entity: Entity, candidate: Candidate) -> bool:
        """Whether an entity is named in the clause in which a description stands: «X привёл слова министра»."""
        last = entity.mentions[-1].last
        if entity.seen != self.text.sentence_index(candidate.first) or last > candidate.first:
            return False
        return all(self.text.tokens[at].is_word for at in range(last, candidate.first))

    def acts_on(self, entity: Entity, candidate: Candidate) -> bool:
        """Whether an entity is the subject that does something to or with a candidate: «X рассказал собеседнику»."""
        mention = entity.mentions[-1]
        if entity.seen != self.text.sentence_index(candidate.first):
            return False
        if not mention.last <= candidate.first <= mention.last + _CLAUSE:
            return False
        subject = any(each.case in (Case.NOMINATIVE, None) for each in mention.forms)
        hears = bool(candidate.forms) and all(each.case in _INDIRECT for each in candidate.forms)
        between = range(mention.last, candidate.first)
        grammar = self.text.pack.grammar
        apart = grammar.complementizers | grammar.relatives | grammar.coordinators | {";", ":"}
        clause = not any(self.text.tokens[at].folded in apart for at in between)
        return subject and hears and clause and sum(is_finite(self.text.readings(at)) for at in between) == 1

    def _told(self, entity: Entity, candidate: Candidate) -> Gender | None:
        """The gender that a verb or a participle beside a mention tells."""
        if entity.number is Number.PLURAL or entity.kind in (ActorKind.STATE, ActorKind.ORGANIZATION):
            return None
        told = verb_gender(self.text, candidate)
        possible = {each.gender for each in candidate.forms}
        return told if told in possible or None in possible or candidate.role is not None else None

    def _gender(self, entity: Entity, candidate: Candidate) -> Gender | None:
        """The gender that the words of a mention have, as a guess where they can have several."""
        if entity.number is Number.PLURAL or entity.kind in (ActorKind.STATE, ActorKind.ORGANIZATION):
            return None
        possible = {each.gender for each in candidate.forms}
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
        weight = SUBJECT if subject else _OBLIQUE
        if own and candidate.form is not MentionForm.ADJECTIVE and is_source(self.text, candidate, subject):
            weight = SOURCE
        elif own and self.text.sentences[sentence].first == candidate.first:
            weight += _OPENING_BONUS
        entity.salience = max(entity.salient(sentence), weight if own else _QUOTED)
        entity.seen = sentence
        if entity in self.recent[-30:]:
            if candidate.possessive:
                return  # what is theirs is spoken of, and not they
            self.recent.remove(entity)
        self.recent.append(entity)
        del self.recent[:-60]


def _file(entities: list[Entity], entity: Entity) -> None:
    """Keep an entity among the last few of its kind, so that a long text costs no more a word than a short one."""
    if entity not in entities:
        entities.append(entity)
        del entities[:-_MOST_ALIKE]


def _is_of_either(name: PersonName) -> bool:
    """Whether a name as it stands can be a man's and a woman's: «Весна Петрович»."""
    nominative = {each.gender for each in name.readings if each.case is Case.NOMINATIVE}
    return len(nominative) > 1 or any(each.case is None for each in name.readings)
