"""Visits and elections: who was lately received, by whom, and who won, for "the guest" and "the president elect"."""

from collections.abc import Iterator

from statedoc.extract.actors.candidates import Candidate, RolePhrase
from statedoc.extract.actors.discourse import Discourse
from statedoc.extract.actors.entities import Entity
from statedoc.languages.morphology import Case, Pos
from statedoc.languages.roles import Roles, Visit
from statedoc.model import ActorKind
from statedoc.text import ParsedText

_RECENT = 12  # persons looked at
_MENTIONS = 3  # of each
_LATELY = 12  # sentences after which a visit no longer tells who is meant
_OBJECT = 8  # words between a verb and whom it takes for its object


def visitor(discourse: Discourse, candidate: Candidate, role: RolePhrase) -> Entity | None:
    """The person whom "the guest", "the host of the meeting" or "the winner" means, by what was last told of whom."""
    meant = role.office.visit if role.office is not None else None
    if meant is None or role.tail:
        return None
    here = discourse.text.sentence_index(candidate.first)
    genders = {each.gender for each in candidate.forms} | {None}
    found: tuple[int, Entity] | None = None
    for entity in reversed(discourse.recent[-_RECENT:]):
        if entity.kind is not ActorKind.PERSON or (entity.gender not in genders and not entity.guessed):
            continue
        for mention in entity.mentions[-_MENTIONS:]:
            told = here - discourse.text.sentence_index(mention.first) <= _LATELY
            later = found is None or mention.first > found[0]
            if told and later and discourse.shape.own(mention.first) and _part(discourse.text, mention) is meant:
                found = mention.first, entity
    return found[1] if found is not None else None


def _part(text: ParsedText, mention: Candidate) -> Visit | None:
    """The part that a mention has in a visit, by the verb nearest to it: «[хозяин] принял [гостя]»."""
    lexicon = text.pack.lexicon(Roles)
    cases = {each.case for each in mention.forms}
    subject = bool(cases & {Case.NOMINATIVE, None})
    for lemmas, before in _verbs(text, mention):
        if lemmas & lexicon.winning:
            return Visit.WINNER if subject else None
        if lemmas & lexicon.arriving:
            return Visit.GUEST if subject else None
        if lemmas & lexicon.receiving:
            received = Case.ACCUSATIVE in cases and (Case.NOMINATIVE not in cases or before)
            if received or (before and cases == {None}):
                return Visit.GUEST
            return Visit.HOST if subject else None
    return None


def _verbs(text: ParsedText, mention: Candidate) -> Iterator[tuple[frozenset[str], bool]]:
    """Yield the lemmas of the verb behind a mention and of the one before it, and whether it is the latter."""
    sentence = text.sentence_of(mention.first)
    for at in range(mention.last, min(sentence.last, mention.last + _OBJECT)):
        if (lemmas := _finite(text, at)) is not None:
            yield lemmas, False
            break
        if text.tokens[at].text == ",":
            break
    for at in range(mention.first - 1, max(sentence.first, mention.first - _OBJECT) - 1, -1):
        if (lemmas := _finite(text, at)) is not None:
            yield lemmas, True
            break
        if text.tokens[at].text == ",":
            break


def _finite(text: ParsedText, at: int) -> frozenset[str] | None:
    readings = [each for each in text.readings(at)[:1] if each.pos is Pos.VERB]
    return frozenset(each.lemma for each in readings) if readings else None
