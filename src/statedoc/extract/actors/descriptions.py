"""Descriptions: whom a title or a noun for a person refers back to: «турецкий лидер», «ветеран футбола»."""

from collections.abc import Mapping

from statedoc.extract.actors.candidates import Candidate, RolePhrase
from statedoc.extract.actors.discourse import SOURCE, Discourse
from statedoc.extract.actors.entities import FADING, Entity
from statedoc.extract.actors.likeness import likeness
from statedoc.extract.actors.prominence import is_source, verb_gender
from statedoc.extract.actors.roles import role_forms
from statedoc.extract.actors.several import is_personal
from statedoc.extract.actors.visits import visitor
from statedoc.extract.grammar import modifies_before
from statedoc.languages.cues import CueNoun, SourcePhrase
from statedoc.languages.grammar import Pronoun
from statedoc.languages.morphology import Case, Number
from statedoc.languages.organizations import OrganizationKind, OrganizationNoun
from statedoc.languages.roles import Office, Roles
from statedoc.model import ActorKind
from statedoc.text import ParsedText, TokenKind

_HERE = 0.2  # more than whom another paragraph named last
_OWN_STATE = 4.0  # more than whom no state is known of: "the Vietnamese official"
_FAR_APART = 12  # sentences from two who met to "his interlocutor"
_JUST = 2  # sentences from who spoke to "the interlocutor of the paper"
_PHRASE = 3  # words of the longest phrase before a source
_TOLD_OF = 6  # sentences after which "the accused" is no longer whom the article told of
_LONGEST_AGO = 480  # sentences after which a title no longer refers back


def described(discourse: Discourse, candidate: Candidate, role: RolePhrase) -> Entity:
    """The person whom a title or description refers back to, or someone new."""
    sentence = discourse.text.sentence_index(candidate.first)
    plural = candidate.kind is ActorKind.GROUP
    if role.office is not None and role.office.momentary and _is_among_others(role):
        return discourse.new(candidate)
    other = None
    if not plural:
        other = (
            visitor(discourse, candidate, role)
            or _counterpart(discourse, candidate, role, sentence)
            or _interviewed(discourse, candidate, role, sentence)
        )
    if other is not None:
        return other
    best: tuple[float, Entity] | None = None
    introduced = _is_introduced(discourse.text, role)
    told = verb_gender(discourse.text, candidate)
    owned, anyone = _is_owned(discourse.text, role), plural and _is_anyone(discourse.text, role)
    for entity in _possible(discourse, role):
        if (owned or anyone) and all(held.lemma != role.lemma for held in entity.roles):
            continue
        if discourse.named_next(entity, candidate) or (introduced and not _is_held(entity, role)):
            continue
        if told is not None and entity.gender not in (None, told) and not entity.guessed:
            continue
        if discourse.acts_on(entity, candidate):
            continue
        if (entity.number is Number.PLURAL) != plural or sentence - entity.seen > _LONGEST_AGO:
            continue
        score = suits(discourse, entity, role, candidate)
        if score > 0:
            score += 1.2 * entity.salient(sentence)
            score += _HERE if _is_in_paragraph(discourse.text, entity, candidate) else 0.0
            score += _OWN_STATE if role.adjectival and entity.country == role.country else 0.0
            if best is None or score >= best[0]:
                best = (score, entity)
    bare = None if plural else _bare(discourse, candidate, role, sentence)
    if best is None and bare is None and not plural:
        bare = (
            _of_other_state(discourse, candidate, role)
            or _untitled(discourse, candidate, role, sentence)
            or _told_of(discourse, candidate, role, sentence)
        )
    if best is not None and bare is not None:
        unsuited = _of_other(bare, role) or (
            bare.has_post(of_any_trade=False)
            and not (role.office is not None and role.office.category)
            and not suits(discourse, bare, role, candidate)
        )
        bare = bare if 1.2 * bare.salient(sentence) > best[0] and not unsuited else None
    if bare is not None:
        return bare
    return best[1] if best is not None else discourse.new(candidate)


def _is_in_paragraph(text: ParsedText, entity: Entity, candidate: Candidate) -> bool:
    """Whether an entity was last mentioned in the paragraph of a description."""
    last, here = text.sentence_of(entity.mentions[-1].first), text.sentence_of(candidate.first)
    return last.paragraph == here.paragraph


def _is_owned(text: ParsedText, role: RolePhrase) -> bool:
    """Whether a title tells how someone stands to another, by a pronoun: «его адвокат» is nobody else's counsel."""
    own = text.term_at(role.first, Pronoun)
    possessive = own is not None and own[1].possessive
    momentary = role.office is not None and role.office.momentary
    return possessive and not momentary and role.lemma in text.pack.lexicon(Roles).relational


def _is_anyone(text: ParsedText, role: RolePhrase) -> bool:
    """Whether a bare plural is all that a phrase names as its source: «по оценкам специалистов»."""
    ends = any(
        found is not None and found[0] == role.first
        for at in range(max(0, role.first - _PHRASE), role.first)
        for found in (text.term_at(at, SourcePhrase),)
    )
    return ends and not role.tail


def _is_among_others(role: RolePhrase) -> bool:
    """Whether a title tells where its holder belongs, behind whom they talked to: «собеседник «Ъ» в министерстве»."""
    return role.organization is not None and role.first < role.organization.first and role.organization.last < role.last


def _is_held(entity: Entity, role: RolePhrase) -> bool:
    """Whether an entity has been called by a title's own office or noun, and not only by a narrower one."""
    return any(held.office is role.office or held.lemma == role.lemma for held in entity.roles)


def _counterpart(discourse: Discourse, candidate: Candidate, role: RolePhrase, sentence: int) -> Entity | None:
    """The other of two who were named together: «Саидалиев принял Беридзе. ... его коллега»."""
    if role.office is None or not (role.office.counterpart or role.office.momentary):
        return None
    own = discourse.text.term_at(role.first, Pronoun)  # "his interlocutor"
    owned = own is not None and own[1].possessive and not role.tail
    if not owned and not role.office.counterpart:
        return None
    two = discourse.several.meant(candidate, is_personal, far=_FAR_APART if owned else None)
    if role.country is not None:
        two = tuple(each for each in two if each.country == role.country)
    if two and len(two) <= 2:
        return min(two, key=lambda each: each.salient(sentence))
    if role.country is None or not role.adjectival:
        return None
    persons = (each for each in reversed(discourse.recent) if each.kind is ActorKind.PERSON)
    return next((each for each in persons if each.country == role.country), None)


def _interviewed(discourse: Discourse, candidate: Candidate, role: RolePhrase, sentence: int) -> Entity | None:
    """Who just spoke, for "the paper's interlocutor", where the article has no unnamed source whom it can mean."""
    text = discourse.text
    if not _is_of_medium(text, role):
        return None
    if role.lemma not in text.pack.lexicon(Roles).interlocutors or _is_owned(text, role) or _is_among_others(role):
        return None
    near = (each for each in discourse.recent if sentence - each.seen <= _TOLD_OF)
    if any(each.kind is ActorKind.UNNAMED for each in near) or _is_introduced(text, role):
        return None
    spoke = [each for each in discourse.spoke(candidate, sentence) if sentence - each.seen <= _JUST]
    return max(spoke, key=lambda entity: entity.salient(sentence), default=None)


def _is_of_medium(text: ParsedText, role: RolePhrase) -> bool:
    """Whether a medium stands behind a title: a noun for one, or a name in marks: «собеседница [«Хроники»]»."""
    if role.head + 1 >= len(text.tokens):
        return False
    medium = text.term_at(role.head + 1, OrganizationNoun)
    if medium is not None:
        return medium[1].kind is OrganizationKind.MEDIUM
    named = role.organization is not None and role.organization.first == role.head + 1
    return named and text.tokens[role.head + 1].kind is TokenKind.MARK


def suits(discourse: Discourse, entity: Entity, role: RolePhrase, candidate: Candidate) -> float:
    """How well a title suits an entity; 0 if it does not."""
    if not is_personal(entity) and entity.kind is not ActorKind.GROUP:
        return 0.0
    if role.country and entity.country and role.country != entity.country:
        return 0.0
    best = max((likeness(held, role) for held in entity.roles), default=0.0)
    if best and role.country and role.country == entity.country:
        best += 1.0
    return best


def _bare(discourse: Discourse, candidate: Candidate, role: RolePhrase, sentence: int) -> Entity | None:
    """Who just spoke, if a description that tells no one apart («супруга», «учёный») can only go on with them."""
    if role.country or not discourse.shape.own(role.head) or _is_introduced(discourse.text, role):
        return None
    if role.lemma in discourse.text.pack.lexicon(Roles).opposed or _is_owned(discourse.text, role):
        return None
    plain = _is_undescribed(discourse.text, role) and _is_speech(discourse, role)
    if not plain and not _is_variation(discourse, candidate, role):
        return None
    if role.office is not None and not (role.office.unnamed or _narrower(discourse.text).get(role.office.key)):
        return None
    if role.office is not None and role.office.of_state:
        return None
    spoke = discourse.spoke(candidate, sentence)
    if role.office is not None and role.office.never_named:
        spoke = [each for each in spoke if each.kind is ActorKind.UNNAMED]
    if plain:
        return max(spoke, key=lambda entity: entity.salient(sentence), default=None)
    any_trade = not discourse.is_profession(role)
    plain_persons = [e for e in spoke if not e.has_post(of_any_trade=any_trade) and sentence - e.seen <= 1]
    return plain_persons[0] if len(plain_persons) == 1 else None


def _of_other(entity: Entity, role: RolePhrase) -> bool:
    """Whether an entity has another profession than a description tells: a prosecutor is no defence counsel."""
    held = [each.office for each in entity.roles if each.office is not None and each.office.unnamed]
    return role.office is not None and bool(held) and all(_other(each, role.office) for each in held)


def _other(held: Office, office: Office) -> bool:
    return held is not office and office.key not in held.broader and held.key not in office.broader


def _is_introduced(text: ParsedText, role: RolePhrase) -> bool:
    """Whether a clause or adjective tells who a description means, so that it goes on with no one.

    «Дипломат, знакомый с делом», «неназванный чиновник».
    """
    nameless = text.pack.lexicon(Roles).nameless
    if any(reading.lemma in nameless for at in range(role.first, role.head) for reading in text.readings(at)):
        return True
    if role.last + 1 >= len(text.tokens) or text.tokens[role.last].text != ",":
        return False
    following = text.tokens[role.last + 1]
    return following.folded in text.pack.grammar.relatives or modifies_before(
        text, role.last + 1, role_forms(text, role)
    )


def _is_undescribed(text: ParsedText, role: RolePhrase) -> bool:
    """Whether no adjective stands before a title that could tell its holder from others."""
    describing = text.pack.lexicon(Roles).describing
    before = range(role.first, role.head)
    return all(any(reading.lemma in describing for reading in text.readings(at)) for at in before)


def _is_variation(discourse: Discourse, candidate: Candidate, role: RolePhrase) -> bool:
    """Whether a description that no lexicon lists can only be other words for who just spoke: «ветеран футбола»."""
    subject = any(each.case is Case.NOMINATIVE for each in candidate.forms)
    unlisted = role.office is None and role.organization is None
    return unlisted and subject and is_source(discourse.text, candidate, subject)


def _untitled(discourse: Discourse, candidate: Candidate, role: RolePhrase, sentence: int) -> Entity | None:
    """Who just spoke and has no title yet, if the holder of an office now speaks: «президент», «турецкий лидер»."""
    if role.office is None or not (role.office.of_state or role.adjectival) or not discourse.shape.own(role.head):
        return None
    if role.country and not role.adjectival:
        return None  # "the president of France" introduces someone, "the French leader" goes on with them
    nominative = any(each.case is Case.NOMINATIVE for each in candidate.forms)
    if not nominative or not is_source(discourse.text, candidate, nominative):
        return None
    untitled = [
        entity
        for entity in discourse.spoke(candidate, sentence)
        if not entity.roles and entity.salient(sentence) >= SOURCE * FADING * FADING
    ]
    return untitled[0] if len(untitled) == 1 else None


def _of_other_state(discourse: Discourse, candidate: Candidate, role: RolePhrase) -> Entity | None:
    """Who just met someone of another state, and whose own is not told: «Ломидзе принял Танаку. Японский лидер ...»."""
    if role.office is None or not role.adjectival or role.country is None:
        return None
    two = discourse.several.meant(candidate, is_personal, far=1)
    strangers = [each for each in two if each.country is None and not each.roles]
    told = [each for each in two if each.country not in (None, role.country)]
    return strangers[0] if len(strangers) == len(told) == 1 else None


def _told_of(discourse: Discourse, candidate: Candidate, role: RolePhrase, sentence: int) -> Entity | None:
    """The person whom an article tells most of, whom «подсудимый» means though they have not spoken."""
    if role.office is None or not role.office.told_of or role.tail:
        return None
    genders = {each.gender for each in candidate.forms} | {None}
    told = [
        entity
        for entity in discourse.recent
        if entity.kind is ActorKind.PERSON and entity.gender in genders and sentence - entity.seen <= _TOLD_OF
    ]
    return max(told, key=lambda entity: (len(entity.mentions), entity.salient(sentence)), default=None)


def _is_speech(discourse: Discourse, role: RolePhrase) -> bool:
    """Whether a title has no complement, or one that is an utterance: «автор статьи»."""
    listed = role.office is not None and role.title in role.office.titles
    whole = role.last - role.head == len(role.title.split())
    return (listed and whole) or all(discourse.text.term_at(at, CueNoun) for at in range(role.head + 1, role.last))


def _possible(discourse: Discourse, role: RolePhrase) -> list[Entity]:
    """Those whom a title can refer to: holders of the office, of narrower ones, and the recently described."""
    found = {id(entity): entity for entity in discourse.recent[-30:]}
    if role.office is not None:
        for key in (role.office.key, *_narrower(discourse.text).get(role.office.key, ())):
            found.update((id(entity), entity) for entity in discourse.by_office.get(key, ())[-30:])
    return sorted(found.values(), key=lambda entity: entity.order)


def _narrower(text: ParsedText) -> Mapping[str, tuple[str, ...]]:
    """For each office: those whose holders its titles can refer back to."""
    return text.pack.lexicon(Roles).narrower
