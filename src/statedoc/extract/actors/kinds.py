"""What kind of organization a mention is of, and which others a bare noun can go on with."""

from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.actors.entities import Entity
from statedoc.languages.organizations import KnownOrganization, OrganizationKind, OrganizationNoun
from statedoc.text import ParsedText

_OF_THEIR_OWN = frozenset((OrganizationKind.MINISTRY, OrganizationKind.BODY, OrganizationKind.MEDIUM))


def kind_of(text: ParsedText, mention: Candidate) -> OrganizationKind | None:
    """The kind of an organization, as far as a mention tells it."""
    noun = text.term_at(mention.head, OrganizationNoun)
    known = text.term_at(mention.first, KnownOrganization)
    found = known or noun
    return found[1].kind if found else None


def called(entity: Entity) -> frozenset[str]:
    """The nouns by which an organization has been called."""
    return frozenset(each.key[0] for each in entity.mentions if isinstance(each.key, tuple) and each.key)


def goes_on(text: ParsedText, mention: Candidate, entity: Entity) -> bool:
    """Whether a general noun («ведомство», «издание») can go on with an organization of its kind."""
    found = text.term_at(mention.head, OrganizationNoun)
    if found is None or mention.first != mention.head or mention.key[0] not in found[1].general:
        return False
    kinds = {kind_of(text, each) for each in entity.mentions} - {None}
    return found[1].kind in kinds or (found[1].kind is OrganizationKind.OTHER and not kinds & _OF_THEIR_OWN)
