"""Speeches: the interviews, articles and press conferences that an article's quotes come from."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple, final

import attrs

from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.cast import Cast
from statedoc.extract.dates import DatedWords
from statedoc.extract.grammar import agree, modifiers_before, noun_forms
from statedoc.extract.layout import Layout
from statedoc.extract.quotes.attribution import Attribution
from statedoc.extract.turns import Turn
from statedoc.languages.morphology import Case, Pos
from statedoc.languages.occasions import HoldingVerb, Occasion, Occasions
from statedoc.languages.organizations import KnownOrganization, OrganizationKind, OrganizationNoun
from statedoc.model import ActorKind, DateMention, MentionForm, Quote, QuoteKind, Speech, SpeechKind
from statedoc.text import ParsedText, Sentence

_NEAR = 12  # tokens between an occasion and its medium, on either side
_MOST_SPEECHES = 20  # of one speaker, among which a quote looks for its own
_ANSWERED = (SpeechKind.INTERVIEW, SpeechKind.PRESS_CONFERENCE, SpeechKind.BRIEFING)
_OWN = 2  # verbs of speech in the first person that make a text its author's column
_WITHIN = 60  # tokens between an occasion and its speaker


@final
class _Held(NamedTuple):
    """An occasion in its place."""

    first: int
    last: int
    occasion: Occasion
    governed: bool  #: by a preposition; else it is the object of a holding verb


def speeches(
    text: ParsedText,
    shape: Layout,
    cast: Cast,
    cues: Sequence[Attribution],
    dated: Sequence[DatedWords],
    said: Sequence[Quote],
    conversation: Sequence[Turn] = (),
) -> tuple[Speech, ...]:
    """Find the occasions that an article tells of, each with its speakers, its medium and its quotes.

    `conversation` are the turns of the conversation as which the text is printed, an interview if nothing else.
    """
    found: dict[tuple[SpeechKind, tuple[str, ...], str | None], Speech] = {}
    lasting: set[str] = set()
    told: set[tuple[SpeechKind, tuple[str, ...]]] = set()
    quoted = {span.start for quote in said if quote.kind is not QuoteKind.INDIRECT for span in quote.content}
    spoken = frozenset(index for index, each in enumerate(text.quotations) if each.content.start in quoted)
    for held in _held(text, shape):
        speakers = _speakers(text, shape, cast, cues, held)
        if not speakers:
            continue
        medium = _medium(text, shape, cast, held, spoken)
        key = (held.occasion.kind, speakers, medium)
        if key in found or (medium is None and key[:2] in told):
            continue
        told.add(key[:2])
        speech = _speech(text, shape, cast, dated, held, speakers, medium, f"s{len(found) + 1}")
        found[key] = speech
        if held.occasion.lasting:
            lasting.add(speech.id)
    if (interview := _interview(text, cast, conversation, [*found.values()])) is not None:
        found[interview.kind, interview.speakers, interview.medium] = interview
        lasting.add(interview.id)
    if (column := _column(text, cast, cues, [*found.values()])) is not None:
        found[column.kind, column.speakers, column.medium] = column
        lasting.add(column.id)
    return tuple(_with_quotes(text, tuple(found.values()), frozenset(lasting), said))


def _interview(text: ParsedText, cast: Cast, conversation: Sequence[Turn], told: Sequence[Speech]) -> Speech | None:
    """The interview that a conversation is, unless the text tells of an occasion on which who answers spoke."""
    answering = tuple(dict.fromkeys(turn.speaker for turn in conversation if turn.speaker is not None))
    asked = any(turn.asks for turn in conversation)
    if (
        not asked
        or not answering
        or any(speech.kind in _ANSWERED and set(answering) & set(speech.speakers) for speech in told)
    ):
        return None
    labels = [turn.label for turn in conversation if turn.asks and turn.label is not None]
    asking = cast.between(labels[0][0], labels[0][1]) if labels else ()
    media = [cast.by_id[actor].name for each, actor in asking if each.kind is ActorKind.ORGANIZATION]
    return Speech(
        id=f"s{len(told) + 1}",
        kind=SpeechKind.INTERVIEW,
        speakers=answering,
        medium=next(iter(media), None),
        span=text.span(conversation[0].first, conversation[0].last),
        rule=f"{text.pack.code}.speech.turns",
    )


def _column(text: ParsedText, cast: Cast, cues: Sequence[Attribution], told: Sequence[Speech]) -> Speech | None:
    """The article that a text is itself, where its author says "I" of what they say, again and again."""
    own = [cue for cue in cues if cue.own]
    if cast.author is None or len(own) < _OWN:
        return None
    if any(speech.kind is SpeechKind.ARTICLE and cast.author in speech.speakers for speech in told):
        return None
    return Speech(
        id=f"s{len(told) + 1}",
        kind=SpeechKind.ARTICLE,
        speakers=(cast.author,),
        span=text.span(own[0].first, own[0].last),
        rule=f"{text.pack.code}.speech.column",
    )


def _held(text: ParsedText, shape: Layout) -> Iterator[_Held]:
    """Yield the occasions on which something was said: after a preposition, or as the object of a holding verb."""
    for first, last, occasion in text.terms_of(Occasion):
        if not shape.own(first):
            continue
        sentence = text.sentence_of(first)
        start = modifiers_before(text, first, sentence.first)
        before = start - 1
        governed = before >= sentence.first and _governed(text, before, sentence)
        near = range(max(sentence.first, first - _NEAR), min(sentence.last, last + _NEAR))
        if governed or (_is_object(text, first, last) and any(text.term_at(at, HoldingVerb) for at in near)):
            yield _Held(start, last, occasion, governed)


def _is_object(text: ParsedText, first: int, last: int) -> bool:
    """Whether an occasion can be the object or the subject of a verb: not in «создатель социальной сети»."""
    noun = next((at for at in range(first, last) if any(r.pos is Pos.NOUN for r in text.readings(at)[:1])), first)
    forms = noun_forms(text.readings(noun))
    if noun > first:
        forms = frozenset(each for each in forms if agree(text.readings(noun - 1), (each,))) or forms
    return not forms or any(each.case in (Case.ACCUSATIVE, Case.NOMINATIVE, None) for each in forms)


def _governed(text: ParsedText, before: int, sentence: Sentence) -> bool:
    """Whether a preposition, or a noun that one governs, stands here: «на [саммите]», «в ходе [переговоров]»."""
    prepositions = text.pack.grammar.prepositions
    occasions = text.pack.lexicon(Occasions)
    if text.tokens[before].folded in prepositions:
        return text.tokens[before].folded not in occasions.about
    noun = next(iter(text.readings(before)), None)
    within = prepositions - occasions.about - occasions.about_course
    inner = before > sentence.first and text.tokens[before - 1].folded in within
    return inner and noun is not None and noun.pos is Pos.NOUN and not noun.animate


def _speakers(text: ParsedText, shape: Layout, cast: Cast, cues: Sequence[Attribution], held: _Held) -> tuple[str, ...]:
    """Who spoke: whose occasion it is said to be, the source of the nearest cue, or the sentence's subject."""
    sentence = text.sentence_of(held.first)
    for candidate, actor in cast.between(max(sentence.first, held.first - 1), held.first + 1):
        if candidate.possessive and candidate.last in (held.first, held.first + 1):
            return (actor,)
    for candidate, actor in cast.between(held.last, held.last + 1):
        if candidate.kind is ActorKind.PERSON and any(each.case is Case.GENITIVE for each in candidate.forms):
            return (actor,)
    holder = _holder(shape, cast, held, sentence)
    if holder and not held.governed:
        return holder
    around = range(max(sentence.first, held.first - _WITHIN), min(sentence.last, held.first + _WITHIN))
    begin, end = bisect_left(cues, around.start, key=_first), bisect_left(cues, around.stop, key=_first)
    near = [cue for cue in cues[begin:end] if cue.speakers]
    if near:
        return min(near, key=lambda cue: abs(cue.first - held.first)).speakers
    return holder


def _holder(shape: Layout, cast: Cast, held: _Held, sentence: Sentence) -> tuple[str, ...]:
    """The person who is the subject of the sentence before an occasion."""
    for candidate, actor in cast.between(max(sentence.first, held.first - _WITHIN), held.first):
        person = candidate.kind is ActorKind.PERSON and shape.own(candidate.first) and not candidate.possessive
        if person and all(each.case in (Case.NOMINATIVE, None) for each in candidate.forms):
            return (actor,)
    return ()


def _first(cue: Attribution) -> int:
    return cue.first


def _medium(text: ParsedText, shape: Layout, cast: Cast, held: _Held, spoken: frozenset[int]) -> str | None:
    """The medium named near an occasion: «в интервью "Голосу Америки"», «в "Российской газете" статью»."""
    if held.occasion.kind is SpeechKind.TALKS:
        return None
    after = [pair for pair in cast.between(held.last, held.last + _NEAR) if _same_sentence(text, held, pair[0])]
    before = [pair for pair in cast.between(held.first - _NEAR, held.first) if _same_sentence(text, held, pair[0])]
    for candidate, actor in (*after, *reversed(before)):
        said = shape.outer[candidate.last - 1] in spoken
        if candidate.kind is ActorKind.ORGANIZATION and not said and _is_medium(text, candidate):
            return cast.by_id[actor].name
    return None


def _same_sentence(text: ParsedText, held: _Held, candidate: Candidate) -> bool:
    return text.sentence_index(candidate.first) == text.sentence_index(held.first)


def _is_medium(text: ParsedText, candidate: Candidate) -> bool:
    """Whether an organization is a medium: by its kind, or as a name that nothing else explains."""
    known = text.term_at(candidate.first, KnownOrganization)
    if known:
        return known[1].kind is OrganizationKind.MEDIUM
    noun = text.term_at(candidate.head, OrganizationNoun)
    if noun and candidate.first <= candidate.head:
        return noun[1].kind is OrganizationKind.MEDIUM
    return isinstance(candidate.key, str)


def _speech(
    text: ParsedText,
    shape: Layout,
    cast: Cast,
    dated: Sequence[DatedWords],
    held: _Held,
    speakers: tuple[str, ...],
    medium: str | None,
    id: str,
) -> Speech:
    sentence = text.sentence_of(held.first)
    occasion = " ".join(text.pack.morphology.nominative(text.words(held.first, held.last)))
    return Speech(
        id=id,
        kind=held.occasion.kind,
        speakers=speakers,
        medium=medium,
        occasion=occasion,
        place=_place(text, shape, cast, sentence),
        date=_date(shape, dated, sentence),
        span=text.span(held.first, held.last),
        rule=f"{text.pack.code}.speech.{held.occasion.kind.value}",
    )


def _place(text: ParsedText, shape: Layout, cast: Cast, sentence: Sentence) -> str | None:
    """The capital in which the sentence says that it was."""
    for candidate, _ in cast.between(sentence.first, sentence.last):
        if not shape.own(candidate.first):
            continue
        located = any(each.case in (Case.LOCATIVE, None) for each in candidate.forms)
        before = candidate.first - 1
        governed = before >= sentence.first and text.tokens[before].folded in text.pack.grammar.prepositions
        if candidate.form is MentionForm.METONYM and located and governed:
            return " ".join(text.pack.morphology.nominative(text.words(candidate.first, candidate.last)))
    return None


def _date(shape: Layout, dated: Sequence[DatedWords], sentence: Sentence) -> DateMention | None:
    return next(
        (each.event for each in dated if sentence.first <= each.first < sentence.last and shape.own(each.first)), None
    )


def _with_quotes(
    text: ParsedText, found: Sequence[Speech], lasting: frozenset[str], said: Sequence[Quote]
) -> Iterator[Speech]:
    """Yield each speech with its quotes: its speaker's in its paragraph, and where it is lasting those after it."""
    belonging: dict[str, list[str]] = {speech.id: [] for speech in found}
    by_speaker: dict[str, list[Speech]] = {}
    for speech in found:
        for speaker in speech.speakers:
            by_speaker.setdefault(speaker, []).append(speech)
            del by_speaker[speaker][_MOST_SPEECHES:]
    places = {speech.id: text.sentence_of(text.token_at(speech.span.start)).paragraph for speech in found}
    for quote in said:
        paragraph = text.sentence_of(text.token_at(quote.content[0].start)).paragraph
        fitting = [
            speech
            for speaker in quote.speakers
            for speech in by_speaker.get(speaker, ())
            if (places[speech.id] == paragraph or (speech.id in lasting and places[speech.id] < paragraph))
        ]
        if fitting:
            nearest = max(fitting, key=lambda speech: (places[speech.id] == paragraph, places[speech.id]))
            belonging[nearest.id].append(quote.id)
    for speech in found:
        yield attrs.evolve(speech, quotes=tuple(belonging[speech.id]))
