"""Subjects that a sentence leaves out: «Белова вышла к журналистам. Говорила коротко: ...»."""

from collections.abc import Iterator

from statedoc.extract.cast import Cast
from statedoc.extract.grammar import is_finite, is_predicate, verb_allows
from statedoc.extract.layout import Layout
from statedoc.languages.morphology import Case, Number, Pos, Reading
from statedoc.model import ActorKind, MentionForm
from statedoc.text import ParsedText, TokenKind

_LONGEST = 8  # tokens before a verb whose subject the sentence leaves out
_BEHIND = 3  # words behind a verb
_NOMINAL = (Pos.NOUN, Pos.PRONOUN, Pos.NUMERAL)


def left_out(text: ParsedText, shape: Layout, cast: Cast, verb: int) -> str | None:
    """Who is the subject of a verb that has none, by actor id: that of the sentence before, in its paragraph."""
    index = text.sentence_index(verb)
    sentence = text.sentences[index]
    reading = next(iter(text.readings(verb)), None)
    if index == 0 or reading is None or reading.person in (1, 2) or reading.number is Number.PLURAL:
        return None
    if verb - sentence.first > _LONGEST or text.sentences[index - 1].paragraph != sentence.paragraph:
        return None
    if any(_can_be_subject(text, at) for at in [*range(sentence.first, verb), *_behind(text, verb + 1)]):
        return None
    return subject_of(text, shape, cast, index - 1, reading)


def subject_of(text: ParsedText, shape: Layout, cast: Cast, index: int, verb: Reading | None = None) -> str | None:
    """The person who is the subject of a sentence, by actor id; one of whom this verb can speak, if any is given."""
    sentence = text.sentences[index]
    for candidate, actor in cast.between(sentence.first, sentence.last):
        personal = candidate.kind in (ActorKind.PERSON, ActorKind.UNNAMED) and not candidate.possessive
        if not personal or not shape.own(candidate.first) or candidate.form is MentionForm.ADJECTIVE:
            continue
        nominative = [each for each in candidate.forms if each.case in (Case.NOMINATIVE, None)]
        if nominative and any(each.gender is not None or verb is None for each in nominative):
            agrees = verb is None or any(verb_allows(verb, each) for each in nominative)
            return actor if agrees else None
    return None


def finite(text: ParsedText, first: int, last: int) -> int | None:
    """The first finite verb of a range."""
    return next((at for at in range(first, last) if is_finite(text.readings(at))), None)


def _behind(text: ParsedText, at: int) -> Iterator[int]:
    """Yield the words right behind a verb, among which its subject may stand."""
    for word in range(at, min(at + _BEHIND, len(text.tokens))):
        if not text.tokens[word].is_word:
            return
        yield word


def _can_be_subject(text: ParsedText, at: int) -> bool:
    """Whether a word can be what a verb speaks of, or is another verb, or a quotation opens here."""
    if not text.tokens[at].is_word:
        return text.tokens[at].kind is TokenKind.MARK
    readings = text.readings(at)[:1]
    nominative = any(each.pos in _NOMINAL and each.case is Case.NOMINATIVE for each in readings)
    return nominative or is_predicate(readings)
