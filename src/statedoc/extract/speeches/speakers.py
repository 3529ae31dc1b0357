"""Who spoke on an occasion."""

from bisect import bisect_left
from collections.abc import Sequence, Set

from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.cast import Cast
from statedoc.extract.layout import Layout
from statedoc.extract.quotes.attribution import Attribution
from statedoc.extract.speeches.circumstances import is_medium
from statedoc.extract.speeches.occasions import Site
from statedoc.languages.morphology import Case
from statedoc.model import ActorKind, MentionForm, SpeechKind
from statedoc.text import ParsedText, Sentence

_WITHIN = 60  # tokens between an occasion and its speaker
_BESIDE = 4  # tokens between an occasion and a verb without words of its own
_TO_SUBJECT = 8  # tokens from a verb to the subject behind it
_OF_PERSONS = (SpeechKind.ARTICLE, SpeechKind.INTERVIEW, SpeechKind.POST)  # a paper's name behind is the medium's
_OWNERS = (ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.STATE)


def speakers(
    text: ParsedText, shape: Layout, cast: Cast, cues: Sequence[Attribution], quoting: Set[int], site: Site
) -> tuple[str, ...]:
    """Whose occasion it is said to be, who held it, or the source of the nearest cue.

    `quoting` are the first code points of the cues of quotes.
    """
    sentence = text.sentence_of(site.first)
    owner = _owner(text, cast, site, sentence)
    if owner:
        return owner
    if site.verb is not None and (holder := _holder(text, shape, cast, site, sentence)):
        return holder
    meets = site.occasion.gathering and site.verb is None
    around = range(max(sentence.first, site.first - _WITHIN), min(sentence.last, site.first + _WITHIN))
    begin, end = bisect_left(cues, around.start, key=_first), bisect_left(cues, around.stop, key=_first)
    near = [
        cue
        for cue in cues[begin:end]
        if cue.speakers
        and not cue.carries
        and (not meets or text.tokens[cue.first].start in quoting or _is_beside(cast, cue, site))
    ]
    if near:
        return min(near, key=lambda cue: abs(cue.first - site.first)).speakers
    return () if site.verb is not None or site.occasion.gathering else _holder(text, shape, cast, site, sentence)


def _owner(text: ParsedText, cast: Cast, site: Site, sentence: Sentence) -> tuple[str, ...]:
    """Whose occasion it is said to be: «в [своей] статье», «в речи [министра]»."""
    for candidate, actor in cast.between(max(sentence.first, site.first - 1), site.first + 1):
        if candidate.possessive and candidate.last in (site.first, site.first + 1):
            return (actor,)
    if site.occasion.gathering:
        return ()
    for candidate, actor in cast.between(site.last, site.last + 1):
        owns = candidate.kind is ActorKind.PERSON or not (
            site.occasion.kind in _OF_PERSONS or is_medium(text, candidate)
        )
        if owns and candidate.kind in _OWNERS and any(each.case is Case.GENITIVE for each in candidate.forms):
            return (actor,)
    return ()


def _is_beside(cast: Cast, cue: Attribution, site: Site) -> bool:
    """Whether a verb whose words are not told stands beside an occasion: «[Ким сказала] это на брифинге»."""
    between = site.first - cue.last if cue.first < site.first else cue.first - site.last
    return between <= _BESIDE and all(cast.by_id[each].kind is ActorKind.PERSON for each in cue.speakers)


def _holder(text: ParsedText, shape: Layout, cast: Cast, site: Site, sentence: Sentence) -> tuple[str, ...]:
    """The subject of the sentence before an occasion, or behind it: «это заявление [министр] сделал»."""
    kinds = (ActorKind.PERSON,) if site.occasion.gathering else _OWNERS
    before = cast.between(max(sentence.first, site.first - _WITHIN), site.first)
    end = site.last + 1 if site.verb is None or site.verb < site.first else site.verb + _TO_SUBJECT
    for candidate, actor in (*before, *cast.between(site.last, min(end, sentence.last))):
        one = candidate.kind in kinds and shape.own(candidate.first) and not _describes(candidate)
        governor = text.tokens[candidate.first - 1].folded if candidate.first else ""
        subject = any(each.case in (Case.NOMINATIVE, None) for each in candidate.forms)
        if one and subject and governor not in text.pack.grammar.prepositions:
            return (actor,)
    return ()


def _describes(candidate: Candidate) -> bool:
    """Whether a mention only tells of a noun behind it: «[её] слова», «[британский] учёный»."""
    return candidate.possessive or candidate.form is MentionForm.ADJECTIVE


def _first(cue: Attribution) -> int:
    return cue.first
