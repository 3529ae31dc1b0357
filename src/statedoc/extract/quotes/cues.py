"""Cues in their place: verbs of speech, phrases that govern a source, and verbs that only a quotation explains."""

from collections.abc import Iterator
from enum import Enum
from typing import final

import attrs

from statedoc.extract.layout import Layout
from statedoc.languages.cues import Cues, CueVerb, SourcePhrase, Takes
from statedoc.languages.grammar import Pronoun
from statedoc.languages.morphology import Case, Gender, Pos, Reading
from statedoc.model import CueClass
from statedoc.text import ParsedText, TokenKind

_BEFORE_DASH = (",", ".", "!", "?", "…")


class CueForm(Enum):
    """How a cue governs its source."""

    VERB = "verb"  #: a finite verb or short adjective, with a subject
    GERUND = "gerund"  #: shares the subject of the finite verb
    PARTICIPLE = "participle"  #: follows the noun it describes
    IMPERSONAL = "impersonal"  #: has no subject: the source stands in an adverbial
    PHRASE = "phrase"  #: governs the source as its complement
    UNLISTED = "unlisted"  #: a verb that no lexicon lists, after the dash that follows a quotation


@final
@attrs.frozen(kw_only=True, eq=False)
class CueSite:
    """A cue: ``tokens[first:last]``, and what is known of it before its source."""

    first: int
    last: int
    form: CueForm
    lemma: str
    class_: CueClass
    takes: frozenset[Takes]
    relay: bool = False
    denies: bool = False
    reading: Reading | None = None  #: of a verb
    case: Case | None = None  #: that a phrase wants of its source
    possessive: int | None = None  #: the pronoun inside a phrase: «по его словам»


def cue_sites(text: ParsedText, shape: Layout) -> tuple[CueSite, ...]:
    """Every cue outside quotations, in reading order; where two readings start together, the first of a lexicon."""
    found = [*_listed(text, shape), *_possessive(text, shape), *_qualified(text, shape), *_unlisted(text, shape)]
    found.sort(key=lambda site: site.first)
    kept: list[CueSite] = []
    for site in found:
        if not kept or site.first >= kept[-1].last:
            kept.append(site)
    return tuple(kept)


_PHRASE_TAKES = frozenset((Takes.QUOTE, Takes.CLAUSE))


def _listed(text: ParsedText, shape: Layout) -> Iterator[CueSite]:
    for first, last, entry in text.terms:
        if not isinstance(entry, CueVerb | SourcePhrase) or not shape.own(first):
            continue
        if isinstance(entry, SourcePhrase):
            yield _phrase(entry, first, last, None)
            continue
        reading = _reading(text, first, last, entry)
        if reading is not None:
            yield CueSite(
                first=first,
                last=last,
                form=_form(reading, entry),
                lemma=entry.lemma,
                class_=entry.class_,
                takes=entry.takes,
                relay=entry.relay,
                denies=entry.denies,
                reading=reading,
            )


def _phrase(entry: SourcePhrase, first: int, last: int, possessive: int | None) -> CueSite:
    return CueSite(
        first=first,
        last=last,
        form=CueForm.PHRASE,
        lemma=entry.lemma,
        class_=entry.class_,
        takes=_PHRASE_TAKES,
        relay=entry.relay,
        case=None if entry.of_words else entry.case,
        possessive=possessive,
    )


def _possessive(text: ParsedText, shape: Layout) -> Iterator[CueSite]:
    """Yield «по его словам»: a source phrase with a possessive inside."""
    for at, last, pronoun in text.terms_of(Pronoun):
        if not pronoun.possessive or not shape.own(at) or at == 0 or last >= len(text.tokens):
            continue
        entry = text.pack.source_phrase(f"{text.tokens[at - 1].folded} {text.tokens[last].folded}")
        if entry is not None:
            yield _phrase(entry, at - 1, last + 1, at)


def _qualified(text: ParsedText, shape: Layout) -> Iterator[CueSite]:
    """Yield «по предварительным оценкам»: a source phrase with an adjective inside that tells of no one."""
    qualifying = text.pack.lexicon(Cues).qualifying
    for noun in range(2, len(text.tokens)):
        if not text.pack.ends_source_phrase(text.tokens[noun].folded) or not shape.own(noun):
            continue
        likeliest = next(iter(text.readings(noun - 1)), None)
        if likeliest is not None and likeliest.lemma in qualifying:
            entry = text.pack.source_phrase(f"{text.tokens[noun - 2].folded} {text.tokens[noun].folded}")
            if entry is not None:
                yield _phrase(entry, noun - 2, noun + 1, None)


def _unlisted(text: ParsedText, shape: Layout) -> Iterator[CueSite]:
    """Yield verbs that stand where only a verb of speech can: «...», — иронизирует X."""
    for index, quotation in enumerate(text.quotations):
        if quotation.parent is not None:
            continue
        for at in _after_dashes(text, shape, index):
            if at < len(text.tokens) and text.tokens[at].folded in text.pack.grammar.negations:
                at += 1  # "would not let go"
            if at >= len(text.tokens) or text.term_at(at, CueVerb) or not shape.own(at):
                continue
            verb = next(iter(text.readings(at)), None)
            if verb is not None and verb.pos is Pos.VERB and verb.person not in (1, 2):
                yield CueSite(
                    first=at,
                    last=at + 1,
                    form=CueForm.UNLISTED,
                    lemma=verb.lemma,
                    class_=CueClass.NEUTRAL,
                    takes=frozenset((Takes.QUOTE,)),
                    reading=verb,
                )


def _after_dashes(text: ParsedText, shape: Layout, index: int) -> Iterator[int]:
    """Yield what follows the dash after a quotation, and those that open the reporter's words inside it."""
    at = shape.ranges[index][1] + 1
    while at < len(text.tokens) and text.tokens[at].text in _BEFORE_DASH:
        at += 1
    if at < len(text.tokens) and text.tokens[at].kind is TokenKind.DASH:
        yield at + 1
    for insert in shape.inserts[index]:
        yield insert.first


def _reading(text: ParsedText, at: int, last: int, entry: CueVerb) -> Reading | None:
    """The reading of a word as this cue; None where it is read as something else, or is no cue in this form."""
    lemma = entry.lemma.partition(" ")[0]
    for reading in sorted(text.readings(at), key=lambda each: each.lemma != lemma):
        if reading.pos is Pos.INFINITIVE:
            return _governing(text, at) if Takes.CLAUSE in entry.takes or not _is_called_for(text, at) else None
        if reading.short:
            return reading if entry.predicative or (entry.impersonal and reading.gender is Gender.NEUTER) else None
        if reading.pos in (Pos.VERB, Pos.GERUND):
            return reading if Takes.CALL in entry.takes or not _is_infinitive(text, last) else None
        if reading.pos is Pos.PARTICIPLE and not reading.passive:
            return reading
        if reading.pos in (Pos.NOUN, Pos.ADVERB, Pos.PREPOSITION, Pos.CONJUNCTION):
            return None
    return None


def _is_infinitive(text: ParsedText, at: int) -> bool:
    """Whether a word is an infinitive, which tells of an act and not of words: «продолжают покупать»."""
    likeliest = next(iter(text.readings(at)), None) if at < len(text.tokens) else None
    return likeliest is not None and likeliest.pos is Pos.INFINITIVE


def _is_called_for(text: ParsedText, at: int) -> bool:
    """Whether the verb before an infinitive calls for an act or refuses it: «отказался закрепить»."""
    found = text.term_at(at - 1, CueVerb) if at else None
    return found is not None and Takes.CALL in found[1].takes


def _governing(text: ParsedText, at: int) -> Reading | None:
    """The finite verb right before an infinitive: «любит повторять»."""
    before = next(iter(text.readings(at - 1)), None) if at else None
    return before if before is not None and before.pos is Pos.VERB else None


def _form(reading: Reading, entry: CueVerb) -> CueForm:
    if entry.impersonal:
        return CueForm.IMPERSONAL
    if reading.pos is Pos.GERUND:
        return CueForm.GERUND
    if reading.pos is Pos.PARTICIPLE and not reading.short:
        return CueForm.PARTICIPLE
    return CueForm.VERB
