"""Subjects: who a finite verb of speech, a gerund or a short adjective speaks of."""

from collections.abc import Sequence
from itertools import pairwise

import attrs

from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.grammar import is_as, verb_allows
from statedoc.extract.quotes.cues import CueForm, CueSite
from statedoc.extract.quotes.scene import Scene
from statedoc.languages.morphology import Case, Number, Reading
from statedoc.model import ActorKind, MentionForm
from statedoc.text import TokenKind

# What parts a mention from a verb whose subject it may be. The weights were set on real articles.
_DISTANCE = 0.22  # a word of the reporter's between them; a quoted word, or one in a parenthesis, is a quarter
_COMMA = 1.6
_VERB = 5.0  # another finite verb
_CERTAIN = 1.5  # gained by a form that can only be a nominative
_STATE = 0.8  # states speak less often than people
_WEAK_NAME = 1.0  # so do names that nothing explains
_BEFORE_AS = 2.0  # a mention before "as", which is the main clause's
_OWN_VERB = 3.0  # a mention that another verb follows
_OBJECT = 6.0  # a mention right after a gerund, which is its object
_ASIDE = 4  # words of a parenthesis that does not part a subject from its verb
_CLAUSE = 12  # how long a relative clause may be before its cue


def subject(
    scene: Scene, site: CueSite, near: Sequence[Candidate], shared: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """The likeliest subject of a cue, with those joined to it; `shared` is that of the cue joined before it."""
    verb = site.reading
    if verb is None:
        return ()
    antecedent = _antecedent(scene, site, near)
    if antecedent is not None:
        return (antecedent,)
    if any(verb_allows(verb, form) for each in shared for form in scene.forms(each)):
        return tuple(shared)
    best: tuple[float, Candidate] | None = None
    for gap, candidate in sorted(((_gap(each, site), each) for each in near), key=_by_gap):
        if best is not None and best[0] > _CERTAIN - gap * _DISTANCE / 4:
            break  # none farther away can be better
        if not can_be_subject(scene, candidate, verb) and not _can_join(scene, near, candidate, verb):
            continue
        score = _nearness(scene, candidate, site)
        if score is not None and (best is None or score > best[0]):
            best = (score, candidate)
    return _joined(scene, near, best[1], verb) if best else ()


def can_be_subject(scene: Scene, candidate: Candidate, verb: Reading) -> bool:
    """Whether a mention can be the subject of a verb, by its form and by what governs it."""
    if candidate.possessive or candidate.form is MentionForm.ADJECTIVE or not scene.is_own(candidate):
        return False
    if verb.person in (1, 2):
        return False
    forms = scene.forms(candidate)
    governed = candidate.first > 0 and scene.is_preposition(candidate.first - 1)
    if governed and any(each.case is not Case.NOMINATIVE for each in forms):
        return False
    return any(verb_allows(verb, each) for each in forms)


def _can_join(scene: Scene, near: Sequence[Candidate], candidate: Candidate, verb: Reading) -> bool:
    """Whether a singular mention is one of several that a plural verb speaks of: «Москва и Анкара заявили»."""
    if verb.number is not Number.PLURAL:
        return False
    several = joined(scene, near, candidate)
    alone = attrs.evolve(verb, number=Number.SINGULAR, gender=None)
    return len(several) > 1 and all(can_be_subject(scene, each, alone) for each in several)


def before_comma(scene: Scene, near: Sequence[Candidate], at: int) -> Candidate | None:
    """The mention before the comma that opens the clause in which this token stands."""
    least = max(0, at - _CLAUSE)
    while at > least and scene.text.tokens[at - 1].is_word:
        at -= 1
    return next((each for each in near if each.last == at - 1), None)


def _antecedent(scene: Scene, site: CueSite, near: Sequence[Candidate]) -> Candidate | None:
    """What a relative pronoun right before a cue refers to: «X, который заявил»."""
    sentence = scene.text.sentence_of(site.first)
    for at in range(max(sentence.first, site.first - 2), site.first):
        relative = scene.text.tokens[at].folded in scene.text.pack.grammar.relatives
        if relative and any(reading.case is Case.NOMINATIVE for reading in scene.text.readings(at)):
            return before_comma(scene, near, at)
    return None


def _gap(candidate: Candidate, site: CueSite) -> int:
    """How many tokens stand between a mention and a cue."""
    return candidate.first - site.last if candidate.first >= site.last else site.first - candidate.last


def _by_gap(pair: tuple[int, Candidate]) -> int:
    return pair[0]


def _nearness(scene: Scene, candidate: Candidate, site: CueSite) -> float | None:
    """How near a mention stands to a cue, by words, commas and verbs between; None inside the words reported."""
    after = candidate.first >= site.last
    between = range(site.last, candidate.first) if after else range(candidate.last, site.first)
    if not after and _is_in_relative(scene, candidate, site):
        return None
    fronted = site.form is CueForm.GERUND and _has_verb(scene, candidate)
    if after and not fronted and scene.crosses(between):
        return None
    score = -_parted(scene, between, shared=site.form is CueForm.GERUND and not after)
    if not after and is_as(scene.text, site.first - 1):
        score -= _BEFORE_AS
    if all(each.case is Case.NOMINATIVE for each in candidate.forms):
        score += _CERTAIN
    if candidate.kind is ActorKind.STATE:
        score -= _STATE
    elif candidate.kind is ActorKind.ORGANIZATION and candidate.weak:
        score -= _WEAK_NAME
    if after and not fronted and _has_verb(scene, candidate):
        score -= _OWN_VERB
    if after and site.form is CueForm.GERUND:
        comma = any(scene.text.tokens[at].text == "," for at in between)
        score -= _COMMA if comma else _OBJECT
    return score


def _parted(scene: Scene, between: range, *, shared: bool) -> float:
    """How far words part a mention from a cue; `shared` where a gerund shares the subject of the verb between."""
    aside = _asides(scene, between)
    total = 0.0
    for at in between:
        token = scene.text.tokens[at]
        if not scene.shape.own(at) or at in aside:
            total += _DISTANCE / 4
            continue
        total += _DISTANCE
        if token.text in ",;:" or token.kind is TokenKind.DASH:
            total += _COMMA / 2 if shared else _COMMA
        elif not shared and scene.is_finite(at):
            total += _VERB
    return total


def _is_in_relative(scene: Scene, candidate: Candidate, site: CueSite) -> bool:
    """Whether a mention before a cue stands in a relative clause that closes between: «X, чей Y приехал, заявил»."""
    tokens, grammar = scene.text.tokens, scene.text.pack.grammar
    opening = candidate.first
    least = max(scene.text.sentence_of(candidate.first).first, opening - _CLAUSE)
    while opening > least and tokens[opening - 1].is_word:
        opening -= 1
    if tokens[opening - 1].text != "," or opening == least:
        return False
    if not any(tokens[at].folded in grammar.relatives for at in range(opening, min(opening + 2, candidate.first + 1))):
        return False
    closing = next(
        (at for at in range(candidate.last, min(candidate.last + _CLAUSE, site.first)) if tokens[at].text == ","),
        opening,
    )
    return any(scene.is_finite(at) for at in range(opening, closing))


def _asides(scene: Scene, between: range) -> frozenset[int]:
    """The tokens of short parentheses between commas: «, однако,», «, в свою очередь,»."""
    commas = [at for at in between if scene.text.tokens[at].text == ","]
    found: set[int] = set()
    for opening, closing in pairwise(commas):
        inside = range(opening + 1, closing)
        if opening not in found and len(inside) <= _ASIDE and not any(scene.is_finite(at) for at in inside):
            found.update(range(opening, closing + 1))
    return frozenset(found)


def _has_verb(scene: Scene, candidate: Candidate) -> bool:
    """Whether a finite verb follows a mention directly, of which it is the subject."""
    at = candidate.last
    return at < len(scene.text.tokens) and scene.text.tokens[at].is_word and scene.is_finite(at)


def _joined(scene: Scene, near: Sequence[Candidate], chosen: Candidate, verb: Reading) -> tuple[Candidate, ...]:
    """A subject with those that a coordinator joins to it, where the verb is not singular."""
    if verb.number is Number.SINGULAR:
        return (chosen,)
    return joined(scene, near, chosen)


def joined(scene: Scene, near: Sequence[Candidate], chosen: Candidate) -> tuple[Candidate, ...]:
    """A mention with those that a coordinator joins to it, the earlier by commas: «X и Y», «X, Y и Z»."""
    by_first = {each.first: each for each in reversed(near)}
    by_last = {each.last: each for each in near}
    found, listed = [chosen], [chosen]
    while (following := by_first.get(listed[-1].last + 1)) and _lists(scene, listed[-1], following):
        listed.append(following)
        if scene.is_coordinator(following.first - 1):
            found = listed[:]
    while (before := by_last.get(found[0].first - 1)) and _lists(scene, before, found[0]):
        if len(found) == 1 and not scene.is_coordinator(before.last):
            break
        found.insert(0, before)
    return tuple(found)


def _lists(scene: Scene, one: Candidate, other: Candidate) -> bool:
    """Whether a coordinator, or a comma between two in one case, is all that parts two mentions."""
    if scene.is_coordinator(one.last):
        return True
    alike = one.kind is other.kind and (one.name is None) is (other.name is None)
    if scene.text.tokens[one.last].text != "," or not alike:
        return False
    cases = {each.case for each in one.forms}
    return None in cases or any(each.case in cases or each.case is None for each in other.forms)
