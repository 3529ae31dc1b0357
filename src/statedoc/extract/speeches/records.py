"""The records of speeches, each with its quotes."""

from collections.abc import Iterator, Sequence

import attrs

from statedoc.extract.cast import Cast
from statedoc.extract.dates import DatedWords
from statedoc.extract.layout import Layout
from statedoc.extract.quotes.attribution import Attribution
from statedoc.extract.speeches.circumstances import audience, date, medium, place
from statedoc.extract.speeches.occasions import Site, sites
from statedoc.extract.speeches.printed import column, interview
from statedoc.extract.speeches.speakers import speakers
from statedoc.extract.turns import Turn
from statedoc.languages.morphology import Case
from statedoc.model import Quote, QuoteKind, Speech, SpeechKind
from statedoc.text import ParsedText

_MOST_SPEECHES = 20  # of one speaker, among which a quote looks for its own


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
    quoting = frozenset(quote.cue.span.start for quote in said if quote.cue is not None)
    for site in sites(text, shape, said):
        by = speakers(text, shape, cast, cues, quoting, site)
        if not by:
            continue
        through = medium(text, shape, cast, site, spoken)
        key = (site.occasion.kind, by, through)
        if key in found or (through is None and key[:2] in told):
            continue
        told.add(key[:2])
        found[key] = speech = _speech(text, shape, cast, dated, site, by, through, f"s{len(found) + 1}")
        if site.occasion.lasting:
            lasting.add(speech.id)
    if (printed := interview(text, cast, conversation, [*found.values()])) is not None:
        found[printed.kind, printed.speakers, printed.medium] = printed
        lasting.add(printed.id)
    if (printed := column(text, cast, cues, [*found.values()])) is not None:
        found[printed.kind, printed.speakers, printed.medium] = printed
        lasting.add(printed.id)
    return tuple(_with_quotes(text, tuple(found.values()), frozenset(lasting), said))


def _speech(
    text: ParsedText,
    shape: Layout,
    cast: Cast,
    dated: Sequence[DatedWords],
    site: Site,
    by: tuple[str, ...],
    through: str | None,
    id: str,
) -> Speech:
    return Speech(
        id=id,
        kind=site.occasion.kind,
        speakers=by,
        medium=through,
        occasion=_name(text, site),
        place=place(text, shape, cast, site),
        audience=tuple(each for each in audience(text, cast, site) if each not in by),
        date=date(text, shape, dated, site),
        span=text.span(site.first, site.last),
        rule=f"{text.pack.code}.speech.{site.occasion.kind.value}",
    )


def _name(text: ParsedText, site: Site) -> str:
    """The nominative of an occasion; a lone noun's is its lemma, which tells «комментарии» from more than one."""
    alone = site.last - site.first == 1 and site.verb is None
    lemmas = (each.lemma for each in text.readings(site.first) if each.case is Case.LOCATIVE)
    found = next(lemmas, None) if alone and text.tokens[site.first].text.islower() else None
    return found or " ".join(text.pack.morphology.nominative(text.words(site.first, site.last)))


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
