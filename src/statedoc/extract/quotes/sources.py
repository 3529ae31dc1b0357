"""Sources that are no subjects: complements of phrases, places, documents, and those whom a relay quotes."""

from collections.abc import Iterable, Sequence

from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.quotes.cues import CueForm, CueSite
from statedoc.extract.quotes.scene import WINDOW, Scene
from statedoc.extract.quotes.subjects import before_comma, can_be_subject, joined, subject
from statedoc.languages.calendar import Month, RelativeDay, Weekday
from statedoc.languages.cues import CueNoun, Takes
from statedoc.languages.morphology import Case, Number, Pos
from statedoc.languages.organizations import OrganizationKind, OrganizationNoun
from statedoc.model import ActorKind, MentionForm
from statedoc.text import TokenKind

_ADJECTIVES = 3  # tokens between a phrase and the utterance that it governs
_TOLD = 2  # tokens between a verb with its subject and those to whom it speaks
_RELAYED = 25  # how far behind a relay's verb those stand whose words it passes on
_UNLISTED = 4  # how far behind an unlisted verb its subject stands
_REPLIED = 2  # tokens between a verb and the utterance that it replies to
_TO_CLAUSE = 5  # tokens between its owner and the clause
_WHEN = 3  # words for when something was said
_ASIDE = 6  # tokens of words between commas
_BEFORE_VERB = 4  # how far before a verb a place stands


def sources(
    scene: Scene, site: CueSite, near: Sequence[Candidate], shared: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """Whom a cue speaks for; `shared` are the sources of a cue that a coordinator joins it to."""
    if site.form is CueForm.PHRASE:
        return _complement(scene, site, near)
    if site.form is CueForm.IMPERSONAL:
        return _document(scene, site, near) or _place(scene, site, near)
    if site.form is CueForm.PARTICIPLE:
        return _described(scene, site, near) or _opening(scene, site, near)
    if site.form is CueForm.UNLISTED:
        return _following(scene, site, near)
    told = site.reading is not None and site.reading.number is Number.PLURAL and site.reading.person not in (1, 2)
    inverted = told and site.first > 0 and scene.text.tokens[site.first - 1].text == ","
    if inverted and (place := _place(scene, site, [each for each in near if each.first > site.last])):
        return place  # "..., said on Thursday in the ministry"
    found = subject(scene, site, near, shared)
    if told and found and (beside := _place(scene, site, [e for e in near if e.first == site.last + 1])):
        return beside if found[0].first >= beside[0].last else found  # "as they added in the ministry, scientists ..."
    return found or ((_place(scene, site, near) or _there(scene, site)) if told else ())


def relayed(
    scene: Scene, site: CueSite, near: Sequence[Candidate], through: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """Whose words a medium passes on: «агентство цитирует слова министра»; none where it speaks for itself."""
    if not site.relay and not any(_is_medium(scene, each) for each in through):
        return ()
    sentence = scene.text.sentence_of(site.first)
    for candidate in sorted(near, key=lambda each: each.name is None):
        noun = candidate.first - 1
        if not site.first < candidate.first <= site.first + _RELAYED or noun < sentence.first or candidate in through:
            continue
        if scene.crosses(range(site.first, candidate.first)):
            continue
        if candidate.possessive:
            uttered = candidate.last < sentence.last and scene.text.term_at(candidate.last, CueNoun)
            if uttered or Takes.WHOM in site.takes:
                return (candidate,)
            continue
        cases = {each.case for each in candidate.forms}
        if scene.text.term_at(noun, CueNoun) and cases & {Case.GENITIVE, None}:
            return (candidate,)
        person = candidate.kind is ActorKind.PERSON or candidate.role is not None
        if Takes.WHOM in site.takes and person and Case.ACCUSATIVE in cases and Case.NOMINATIVE not in cases:
            return (candidate,)
    return ()


def whose_words(scene: Scene, site: CueSite, near: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Whose utterance it is to which a verb replies: «отвечая на реплику [депутата] о том, что ...»."""
    text, grammar = scene.text, scene.text.pack.grammar
    if site.form not in (CueForm.VERB, CueForm.GERUND):
        return ()
    for each in near:
        noun = each.first - 1
        if not site.last <= noun <= site.last + _REPLIED or not text.term_at(noun, CueNoun) or each.possessive:
            continue
        behind = [token.folded for token in text.tokens[each.last : each.last + _TO_CLAUSE]]
        that = next((at for at, word in enumerate(behind) if word in grammar.complementizers), None)
        about = that is not None and bool(behind[:that]) and behind[0] in grammar.topic_prepositions
        if about and scene.stands_in(each, Case.GENITIVE):
            return (each,)
    return ()


def addressees(
    scene: Scene, site: CueSite, near: Sequence[Candidate], found: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """To whom a verb's words were said: mentions beside it that can only be datives: «сообщил агентству "Рейтер"»."""
    if site.form not in (CueForm.VERB, CueForm.GERUND):
        return ()
    told = []
    for each in near:
        beside = (
            0 <= each.first - max(site.last, *(source.last for source in found), 0) <= _TOLD
            or 0 <= each.first - site.last <= 1
        )
        dative = bool(each.forms) and all(form.case is Case.DATIVE for form in each.forms)
        if scene.text.tokens[each.first - 1].folded in scene.text.pack.grammar.complementizers:
            continue  # it opens what was said
        if beside and dative and each not in found and not scene.is_preposition(each.first - 1):
            told.append(each)
    return tuple(told[:1])


def adverbial_end(scene: Scene, site: CueSite) -> int:
    """The token after «в документе», where that follows an impersonal cue."""
    tokens = scene.text.tokens
    placed = site.last + 1 < len(tokens) and tokens[site.last].folded in scene.text.pack.grammar.place_prepositions
    if site.form is CueForm.IMPERSONAL and placed:
        return site.last + 2 if tokens[site.last + 1].is_word else site.last
    return site.last


def _is_medium(scene: Scene, candidate: Candidate) -> bool:
    found = scene.text.term_at(candidate.head, OrganizationNoun)
    return found is not None and found[1].kind in (OrganizationKind.MEDIUM, OrganizationKind.PRESS_SERVICE)


def _complement(scene: Scene, site: CueSite, near: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """What a phrase governs: «по словам X», «по его словам», «X, по словам которого»."""
    tokens = scene.text.tokens
    if site.possessive is not None:
        return tuple(each for each in near if each.first == site.possessive)[:1]
    if site.last < len(tokens) and tokens[site.last].folded in scene.text.pack.grammar.relatives:
        antecedent = before_comma(scene, near, site.first)
        return (antecedent,) if antecedent else ()
    if site.last + 1 < len(tokens) and tokens[site.last].text == ",":
        return _giving(scene, site, near) if tokens[site.last + 1].folded in scene.text.pack.grammar.relatives else ()
    for each in near:
        adjective = each.form is MentionForm.ADJECTIVE
        if (
            site.last <= each.first <= site.last + 1
            and not adjective
            and site.case
            and scene.stands_in(each, site.case)
        ):
            several = joined(scene, near, each)
            goes_on = several[-1].last < len(tokens) and tokens[several[-1].last].is_word
            return (each,) if goes_on and tokens[each.last].text == "," else several
    noun = _utterance(scene, site)
    if noun is None:
        return ()
    return tuple(each for each in near if each.first == noun + 1 and _is_genitive(scene, each))[:1]


def _giving(scene: Scene, site: CueSite, near: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Who gives what a phrase names, by the clause behind it: «по данным, которые привёл [X], ...»."""
    last = scene.text.sentence_of(site.first).last
    comma = next((at for at in range(site.last + 2, last) if scene.text.tokens[at].text == ","), last)
    inside = (each for each in near if site.last < each.first and each.last <= comma)
    return tuple(each for each in inside if scene.stands_in(each, Case.NOMINATIVE))[:1]


def utters(scene: Scene, site: CueSite) -> bool:
    """Whether a phrase names an utterance, though perhaps not whose: «согласно официальному заявлению»."""
    return _utterance(scene, site) is not None


def _utterance(scene: Scene, site: CueSite) -> int | None:
    """The utterance that a phrase governs instead of its source: «согласно [последнему] прогнозу Минфина»."""
    for at in range(site.last, min(site.last + _ADJECTIVES, len(scene.text.tokens))):
        if scene.text.term_at(at, CueNoun):
            return at
        if not any(reading.pos in (Pos.ADJECTIVE, Pos.PARTICIPLE) for reading in scene.text.readings(at)[:1]):
            return None
    return None


def _is_genitive(scene: Scene, candidate: Candidate) -> bool:
    return candidate.form is not MentionForm.ADJECTIVE and scene.stands_in(candidate, Case.GENITIVE)


def _described(scene: Scene, site: CueSite, near: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The noun that a participle describes: «министр, заявивший»."""
    found = before_comma(scene, near, site.first)
    return (found,) if found else ()


def _opening(scene: Scene, site: CueSite, near: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The subject that a sentence opens with, before a participle whose noun is no actor."""
    for each in near:
        if each.first >= site.first or each.form is MentionForm.ADJECTIVE or not scene.shape.own(each.first):
            continue
        if all(form.case is Case.NOMINATIVE for form in scene.forms(each)):
            return (each,)
    return ()


def _following(scene: Scene, site: CueSite, near: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The subject right after a verb that no lexicon lists."""
    for each in near:
        if (
            site.last <= each.first < site.last + _UNLISTED
            and site.reading
            and can_be_subject(scene, each, site.reading)
        ):
            return (each,)
    return ()


def _place(scene: Scene, site: CueSite, near: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The organization or capital where something is said: «сообщили в МИД», «в Париже уточнили»."""
    for each in near:
        if each.kind is not ActorKind.ORGANIZATION and each.form is not MentionForm.METONYM:
            continue
        if each.first > site.last and scene.is_preposition(each.first - 1):
            told = addressees(scene, site, [other for other in near if other.last < each.first], ())
            if _is_adverbial(scene, told[0].last if told else site.last, each):
                return (each,)
        before = 0 <= site.first - each.last <= _BEFORE_VERB and each.first > 0
        before = before or (each.last < site.first and _is_aside(scene, each.last, site.first))
        placed = scene.text.tokens[each.first - 1].folded in scene.text.pack.grammar.place_prepositions
        if before and placed and scene.stands_in(each, Case.LOCATIVE):
            return (each,)
    return ()


def _is_adverbial(scene: Scene, first: int, each: Candidate) -> bool:
    """Whether only words for when stand between a verb and the place: «сообщили [в четверг] в комитете»."""
    between = range(first, each.first - 1)
    words = [at for at in between if scene.text.tokens[at].kind is not TokenKind.NUMBER]
    if len(between) > _WHEN or not _are_plain(scene, words):
        return False
    days = (scene.text.term_at(at, kind) for at in between for kind in (Weekday, RelativeDay, Month))
    return len(between) == 0 or any(days)


def _is_aside(scene: Scene, first: int, last: int) -> bool:
    """Whether only words between two commas stand before a verb: «в МИД, в свою очередь, заявили»."""
    if not 2 < last - first <= _ASIDE:
        return False
    commas = scene.text.tokens[first].text == "," == scene.text.tokens[last - 1].text
    return commas and _are_plain(scene, range(first + 1, last - 1))


def _are_plain(scene: Scene, between: Iterable[int]) -> bool:
    """Whether these are words, and none a finite verb."""
    return all(scene.text.tokens[at].is_word and not scene.is_finite(at) for at in between)


def _there(scene: Scene, site: CueSite) -> tuple[Candidate, ...]:
    """The organization last named before a clause whose plural verb has no subject: «Там сообщили»."""
    sentence = scene.text.sentence_of(site.first)
    before = range(max(sentence.first, site.first - WINDOW), site.first)
    there = next((at for at in before if scene.text.tokens[at].folded in scene.text.pack.grammar.there), None)
    if there is None:
        return ()
    index = scene.text.sentence_index(site.first)
    apart = there > sentence.first and scene.text.tokens[there - 1].text in (":", ";")
    earlier = [each for each in scene.mentioned(index) if each.last < there] if apart else scene.mentioned(index - 1)
    found = [each for each in earlier if each.kind is ActorKind.ORGANIZATION and scene.shape.own(each.first)]
    return tuple(found[-1:])


def _document(scene: Scene, site: CueSite, near: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Whose utterance it is in which something is said: «в заявлении МИД говорится»."""
    sentence = scene.text.sentence_of(site.first)
    around = range(max(sentence.first, site.first - WINDOW), min(sentence.last, site.last + WINDOW))
    nouns = [at for at in around if scene.text.term_at(at, CueNoun) and scene.shape.own(at)]
    for noun in sorted(nouns, key=lambda at: abs(at - site.first)):
        for each in near:
            if each.first == noun + 1 and scene.stands_in(each, Case.GENITIVE):
                return (each,)
    return ()
