"""Pronouns: whom «он», «она», «их» stand for."""

from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.actors.discourse import Discourse
from statedoc.extract.actors.entities import Entity
from statedoc.extract.actors.several import is_personal
from statedoc.extract.grammar import Form
from statedoc.languages.morphology import Case, Gender, Number
from statedoc.model import ActorKind

_FAR = 12  # sentences after which a pronoun no longer refers back
_NEAR = 3  # the same, to an organization


def pronoun(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """Whom a pronoun stands for: who fits and comes to mind most readily."""
    (wanted,) = candidate.forms
    sentence = discourse.text.sentence_index(candidate.first)
    best: tuple[float, Entity] | None = None
    for entity in discourse.recent[-30:]:
        if entity.kind in (ActorKind.STATE, ActorKind.ORGANIZATION) or _is_within(candidate, entity):
            continue
        if (entity.number or Number.SINGULAR) is not wanted.number or sentence - entity.seen > _FAR:
            continue
        other = bool(wanted.gender and entity.gender and wanted.gender is not entity.gender)
        if other and not entity.guessed:
            continue
        if candidate.latter:
            best = (0.0, entity) if is_personal(entity) else best
            continue
        score = entity.salient(sentence) + (0.5 if entity.kind is ActorKind.PERSON else 0.0)
        score += 1.0 if wanted.gender and entity.gender is wanted.gender else 0.0
        score -= 1.0 if other else 0.0
        score -= 1.0 if wanted.gender and entity.gender is None and not _can_be(entity, wanted.gender) else 0.0
        if best is None or score >= best[0]:
            best = (score, entity)
    return best[1] if best else _organization_meant(discourse, wanted, sentence)


def _organization_meant(discourse: Discourse, wanted: Form, sentence: int) -> Entity | None:
    """The organization that a pronoun stands for where it can be no person: «комиссия ... она заявила»."""
    if wanted.gender is None:
        return None
    fitting = [
        entity
        for entity in discourse.recent[-8:]
        if entity.kind is ActorKind.ORGANIZATION
        and sentence - entity.seen <= _NEAR
        and any(each.gender is wanted.gender and each.case is Case.NOMINATIVE for each in entity.mentions[-1].forms)
    ]
    return max(fitting, key=lambda entity: entity.salient(sentence), default=None)


def _is_within(candidate: Candidate, entity: Entity) -> bool:
    """Whether a pronoun is part of what an entity is called by: nobody is «[его] собеседник» of themselves."""
    mention = entity.mentions[-1]
    return mention.first <= candidate.first and candidate.last <= mention.last


def _can_be(entity: Entity, gender: Gender) -> bool:
    """Whether some word by which an entity has been called can have a gender."""
    return any(form.gender in (gender, None) for each in entity.mentions for form in each.forms)
