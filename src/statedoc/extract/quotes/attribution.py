"""Attribution: each cue of a text with the source it speaks for, whatever the words may be."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import final

import attrs

from statedoc.extract.actors.authors import is_first_person
from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.cast import Cast
from statedoc.extract.grammar import has_case, is_as
from statedoc.extract.layout import Layout
from statedoc.extract.quotes.cues import CueForm, CueSite, cue_sites
from statedoc.extract.quotes.dropped import left_out
from statedoc.extract.quotes.scene import Scene
from statedoc.extract.quotes.sources import addressees, adverbial_end, relayed, sources, utters, whose_words
from statedoc.extract.quotes.subjects import can_be_subject
from statedoc.languages.cues import CueNoun
from statedoc.languages.grammar import Pronoun
from statedoc.languages.morphology import Case, Gender, Number, Reading
from statedoc.model import MentionForm
from statedoc.text import ParsedText, TokenKind

_NEAR = 6  # tokens between "it says" and what it says it in
_OBJECT = 8  # tokens of an object before its verb
_OWN = 3  # words before a verb among which its "I" stands
_TO_WORDS = 4  # tokens between a cue and a clause of its words
_TO_PIECE = 12  # the same, to a quoted piece
_SHORTLY = 4  # sentences in which "it says" still means who spoke before


@final
@attrs.frozen(kw_only=True, eq=False)
class Attribution:
    """A cue and its source."""

    cue: CueSite
    sources: tuple[Candidate, ...] = ()  #: more than one where they are joined
    carriers: tuple[Candidate, ...] = ()  #: those who passed it on
    speakers: tuple[str, ...] = ()  #: actor ids of the sources
    via: tuple[str, ...] = ()  #: actor ids of the carriers
    addressees: tuple[str, ...] = ()  #: actor ids of those to whom it was said
    own: bool = False  #: the author's, who writes "I"
    carries: bool = False  #: stands between another cue and its source, whose words it only passes on
    end: int  #: the token after the last of cue and source together

    @property
    def first(self) -> int:
        """The cue's first token."""
        return self.cue.first

    @property
    def last(self) -> int:
        """The token after the cue's last."""
        return self.cue.last

    @property
    def start(self) -> int:
        """The first token of cue, source and carrier together."""
        return min([self.cue.first, *(each.first for each in (*self.sources, *self.carriers))])


def attributions(text: ParsedText, shape: Layout, cast: Cast) -> tuple[Attribution, ...]:
    """Every cue outside quotations, in reading order, with its source where there is one."""
    found = _referred(text, _sourced(Scene(text, shape, cast)))
    return _relayed(text, tuple(_continued(text, shape, cast, _carried(text, shape, cast, found))))


def _sourced(scene: Scene) -> Iterator[Attribution]:
    """Yield each cue with the source that stands in its own sentence."""
    before: Attribution | None = None
    governed: set[int] = set()  # mentions, by `id`: what a phrase governs is no other cue's source
    for site in cue_sites(scene.text, scene.shape):
        near = [each for each in scene.near(site.first, site.last) if id(each) not in governed]
        shared = before.sources if before is not None and _joins(scene, before, site) else ()
        own = _is_own(scene.text, site)
        found = sources(scene, site, near, shared) if not own else ()
        if not found and (site.form is CueForm.UNLISTED or (site.form is CueForm.PHRASE and not utters(scene, site))):
            continue
        made = attrs.evolve(_attribution(scene, site, near, found), own=own)
        if site.form is CueForm.PHRASE or _is_aside(scene, made):
            governed.update(map(id, found))
        if site.form is not CueForm.UNLISTED:
            before = made
        yield made


def _is_aside(scene: Scene, made: Attribution) -> bool:
    """Whether cue and source stand between commas, so that the verb behind them has another subject."""
    end = max(made.end, made.last)
    sentence = scene.text.sentence_of(made.first)
    if made.start <= sentence.first or end >= sentence.last:
        return False
    if is_as(scene.text, made.start - 1) and made.start == sentence.first + 1:
        return scene.text.tokens[end].text == "," and made.cue.form is CueForm.VERB  # "as X noted, ..."
    commas = scene.text.tokens[made.start - 1].text == "," == scene.text.tokens[end].text
    return commas and made.cue.form is CueForm.VERB


def _joins(scene: Scene, before: Attribution, site: CueSite) -> bool:
    """Whether a coordinator joins a cue to the one before: «напомнил, что ..., и назвал»."""
    if scene.text.sentence_index(before.first) != scene.text.sentence_index(site.first):
        return False
    if before.cue.form is not CueForm.VERB or site.form is CueForm.PHRASE:
        return False
    if not any(before.last < at and scene.is_coordinator(at) for at in _clause_openings(scene, site)):
        return False
    return not _is_of_clause(scene, before, site)


def _is_of_clause(scene: Scene, before: Attribution, site: CueSite) -> bool:
    """Whether a cue goes on with the verb of the clause before, in its tense: «сообщил, что X ждёт, но считает»."""
    verbs = [at for at in range(before.last, site.first) if scene.is_finite(at)]
    if not verbs or site.reading is None or before.cue.reading is None:
        return False
    told = next(iter(scene.text.readings(verbs[-1])), None)
    return told is not None and told.tense is site.reading.tense is not before.cue.reading.tense


def _clause_openings(scene: Scene, site: CueSite) -> Iterator[int]:
    """Yield the token before a cue, and what opens its clause before an object: «а спор назвал»."""
    yield site.first - 1
    for at in range(site.first - 1, max(0, site.first - _OBJECT), -1):
        if not scene.text.tokens[at].is_word or scene.is_finite(at):
            return
        if scene.text.tokens[at - 1].text == ",":
            between = (each for each in scene.near(at, site.first) if at < each.first < site.first)
            if site.reading is None or not any(can_be_subject(scene, each, site.reading) for each in between):
                yield at
            return


def _attribution(scene: Scene, site: CueSite, near: Sequence[Candidate], found: tuple[Candidate, ...]) -> Attribution:
    through: tuple[Candidate, ...] = ()
    quoted = relayed(scene, site, near, found) if site.form is not CueForm.PHRASE else ()
    if quoted:
        found, through = quoted, found
    elif answered := whose_words(scene, site, near):
        found = answered
    speakers = scene.actors(found)
    return Attribution(
        cue=site,
        sources=found,
        carriers=through,
        speakers=speakers,
        via=scene.actors(through),
        addressees=tuple(each for each in scene.actors(addressees(scene, site, near, found)) if each not in speakers),
        end=max([adverbial_end(scene, site), *(each.last for each in found)]),
    )


def _referred(text: ParsedText, found: Iterable[Attribution]) -> Iterator[Attribution]:
    """Yield attributions; after "with reference to X" the verb that follows relays what X told, and one before, too."""
    reference: Attribution | None = None
    for each in _referring(text, found):
        near = reference is not None and text.sentence_index(reference.first) == text.sentence_index(each.first)
        if near and reference and each.cue.form is CueForm.VERB and each.speakers != reference.speakers:
            told, carried = reference.sources, each.sources
            each = attrs.evolve(each, sources=told, carriers=carried, speakers=reference.speakers, via=each.speakers)
        reference = each if each.cue.form is CueForm.PHRASE and each.cue.relay else reference
        yield each


def _referring(text: ParsedText, found: Iterable[Attribution]) -> Iterator[Attribution]:
    """Yield attributions; a medium's verb with "with reference to X" right behind its subject is one with that."""
    verb: Attribution | None = None
    for each in found:
        refers = each.cue.relay and each.cue.form is CueForm.PHRASE
        if verb is not None and refers and each.sources and _is_beside(text, verb.end, each.first):
            told, via = each.sources, verb.speakers
            verb = attrs.evolve(
                verb, sources=told, carriers=verb.sources, speakers=each.speakers, via=via, end=each.end
            )
            yield verb
            verb = None
            continue
        if verb is not None:
            yield verb
        verb = each if each.cue.form is CueForm.VERB and each.sources and not each.carriers else None
        if verb is None:
            yield each
    if verb is not None:
        yield verb


def _is_beside(text: ParsedText, end: int, at: int) -> bool:
    """Whether nothing but a closing mark stands between two tokens."""
    return end == at or (end + 1 == at and not text.tokens[end].is_word and text.tokens[end].text != ",")


def _carried(text: ParsedText, shape: Layout, cast: Cast, found: Iterable[Attribution]) -> Iterator[Attribution]:
    """Yield attributions; a verb whose sentence leaves its subject out speaks of that of the sentence before.

    One in the first person speaks of the author.
    """
    for each in found:
        if each.own:
            each = attrs.evolve(each, speakers=() if cast.author is None else (cast.author,))
        elif not each.speakers and each.cue.form is CueForm.VERB:
            subject = left_out(text, shape, cast, each.first)
            each = attrs.evolve(each, speakers=(subject,)) if subject is not None else each
        yield each


def _is_own(text: ParsedText, site: CueSite) -> bool:
    """Whether a verb is in the first person singular, by its form or by the pronoun beside it: «повторял я»."""
    reading = site.reading
    if site.form is not CueForm.VERB or reading is None or reading.number is Number.PLURAL:
        return False
    sentence = text.sentence_of(site.first)
    beside = range(max(sentence.first, site.first - _OWN), min(sentence.last, site.last + 1))
    return reading.person == 1 or (reading.person is None and any(_is_i(text, at) for at in beside))


def _is_i(text: ParsedText, at: int) -> bool:
    return is_first_person(text, at) and has_case(text.readings(at)[:1], Case.NOMINATIVE)


def _in_document(text: ParsedText, each: Attribution) -> bool:
    """Whether an impersonal cue names an utterance in which something is said: «в сообщении говорится»."""
    if each.end > each.last:
        return True
    sentence = text.sentence_of(each.first)
    around = range(max(sentence.first, each.first - _NEAR), min(sentence.last, each.last + _NEAR))
    return any(text.term_at(at, CueNoun) for at in around)


def _continued(text: ParsedText, shape: Layout, cast: Cast, found: Iterable[Attribution]) -> Iterator[Attribution]:
    """Yield attributions; what "it says" without telling where is said by who spoke shortly before."""
    speakers: tuple[str, ...] = ()
    sentence = -_SHORTLY
    for each in found:
        here = text.sentence_index(each.first)
        if not each.speakers and each.cue.form is CueForm.IMPERSONAL:
            each = attrs.evolve(each, speakers=_of_document(text, shape, cast, each))
        if each.speakers:
            speakers, sentence = each.speakers, here
        elif each.cue.form is CueForm.IMPERSONAL and here - sentence < _SHORTLY and _in_document(text, each):
            each = attrs.evolve(each, speakers=speakers)
        yield each


def _relayed(text: ParsedText, found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Attributions; one that parts a source from its verb only tells who carried: «X, сообщает ТАСС, отметил, что»."""
    made = list(found)
    for at, (each, after) in enumerate(pairwise(found)):
        parts = any(source.last <= each.start and each.end <= after.first for source in after.sources)
        apart = parts and each.speakers and each.speakers != after.speakers
        if apart and _is_between_commas(text, each) and _introduces(text, after):
            made[at] = attrs.evolve(each, carries=True)
            via = (*after.via, *(actor for actor in each.speakers if actor not in (*after.via, *after.speakers)))
            made[at + 1] = attrs.evolve(after, via=via)
    return tuple(made)


def _is_between_commas(text: ParsedText, each: Attribution) -> bool:
    """Whether nothing but a cue with its source, and "as" before it, stands between two commas."""
    before = each.start - 1
    if before > 0 and is_as(text, before):
        before -= 1
    return before > 0 and text.tokens[before].text == "," == text.tokens[min(each.end, len(text.tokens) - 1)].text


def _introduces(text: ParsedText, each: Attribution) -> bool:
    """Whether words of its source's follow a cue: a clause, a quotation or a topic."""
    grammar = text.pack.grammar
    last = text.sentence_of(each.first).last
    behind = text.tokens[each.last : min(last, each.last + _TO_PIECE)]
    opening = grammar.complementizers | grammar.topic_prepositions | {":"}
    near = any(token.folded in opening for token in behind[: _TO_WORDS + max(0, each.end - each.last)])
    return near or any(token.kind is TokenKind.MARK for token in behind)


def _of_document(text: ParsedText, shape: Layout, cast: Cast, each: Attribution) -> tuple[str, ...]:
    """Whose utterance "in it" means: of whoever is the subject where it is named, in the sentence before."""
    index = text.sentence_index(each.first)
    sentence = text.sentences[index]
    near = range(max(sentence.first, each.first - _NEAR), min(sentence.last, each.last + _NEAR))
    pronouns = [found[1] for at in near if (found := text.term_at(at, Pronoun)) and at and _is_placed(text, at)]
    if not pronouns or index == 0:
        return ()
    before = text.sentences[index - 1]
    genders = {reading.gender for at in range(before.first, before.last) for reading in _utterance(text, at)}
    if not genders & {pronouns[0].gender, Gender.NEUTER if pronouns[0].neuter else None} - {None}:
        return ()
    for candidate, actor in cast.between(before.first, before.last):
        subject = any(form.case in (Case.NOMINATIVE, None) for form in candidate.forms)
        if subject and shape.own(candidate.first) and candidate.form is not MentionForm.ADJECTIVE:
            return (actor,)
    return ()


def _is_placed(text: ParsedText, at: int) -> bool:
    return text.tokens[at - 1].folded in text.pack.grammar.place_prepositions


def _utterance(text: ParsedText, at: int) -> tuple[Reading, ...]:
    """The reading of a noun for an utterance."""
    return text.readings(at)[:1] if text.term_at(at, CueNoun) else ()
