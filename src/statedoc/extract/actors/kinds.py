"""What kind of organization a mention is of, and which others a bare noun can go on with."""

from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.actors.entities import Entity
from statedoc.languages.organizations import KnownOrganization, OrganizationKind, OrganizationNoun, Organizations
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
    groups = [each.entry for each in text.terms_at(mention.head) if isinstance(each.entry, OrganizationNoun)]
    if not groups or mention.first != mention.head:
        return False
    noun = mention.key[0]
    if noun in groups[0].nouns[:1]:
        return any(_abbreviates(text, each, groups[0]) for each in entity.mentions)
    kinds = {kind_of(text, each) for each in entity.mentions} - {None}
    return any(
        noun in group.general
        and (group.kind in kinds or (group.kind is OrganizationKind.OTHER and not kinds & _OF_THEIR_OWN))
        for group in groups
    )


def _abbreviates(text: ParsedText, mention: Candidate, group: OrganizationNoun) -> bool:
    """Whether an organization is called by an abbreviation of its kind: «МИД», which is "the ministry"."""
    found = text.term_at(mention.head, OrganizationNoun)
    listed = text.pack.lexicon(Organizations)
    return found is not None and found[1].kind is group.kind and found[1] in (*listed.abbreviation, *listed.compound)
