"""Indirect speech: the clause after a conjunction, the sentence around a parenthesis, the topic after a preposition."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, final

from statedoc.extract.grammar import is_finite, is_predicate
from statedoc.extract.layout import Layout
from statedoc.extract.quotes.attribution import Attribution
from statedoc.extract.quotes.cues import CueForm
from statedoc.languages.cues import Takes
from statedoc.languages.morphology import Pos
from statedoc.languages.organizations import KnownOrganization, OrganizationKind, OrganizationNoun
from statedoc.model import ActorKind, Span
from statedoc.text import ParsedText, Sentence, TokenKind

_LEAST_WORDS = 2
_TO_TOPIC = 9  # words between a cue and its preposition: whom it was said to
_TO_CONJUNCTION = 14  # words between a cue and its conjunction
_STOPS = ".!?…;,:"
_BEFORE_PIECES = ("cue-that", "cue-topic")  # rules whose words can stand beside a quoted piece of the same cue


@final
class Reported(NamedTuple):
    """Words that are reported without marks."""

    spans: tuple[Span, ...]
    attribution: Attribution
    rule: str  #: the last part of the rule's name


def indirect(
    text: ParsedText,
    shape: Layout,
    cues: Sequence[Attribution],
    quoted: Sequence[Span],
    used: frozenset[int],
    partly: frozenset[int],
) -> Iterator[Reported]:
    """Yield the indirect speech of a text.

    `quoted` are the marked quotes. Cues are given by their first token: in `used` those that introduce a whole
    marked quote, in `partly` those that introduce a piece.
    """
    quoted_starts = frozenset(span.start for span in quoted)
    by_sentence: dict[int, list[Attribution]] = {}
    for cue in cues:
        by_sentence.setdefault(text.sentence_index(cue.first), []).append(cue)
    for index, group in by_sentence.items():
        sentence = text.sentences[index]
        covered = sentence.first
        for number, cue in enumerate(group):
            if not cue.speakers or cue.first in used or cue.first < covered:
                continue
            following = group[number + 1] if number + 1 < len(group) else None
            if cue.cue.relay and cue.cue.form is CueForm.PHRASE and following is not None:
                continue  # the verb that follows takes the words
            found = _content(text, sentence, cue, following)
            if found is None and index - 1 not in by_sentence:
                found = _backward(text, index, cue)
            if found is None:
                continue
            rule, ranges = found
            if cue.first in partly and rule not in _BEFORE_PIECES:
                continue
            ranges = _unquoted(text, shape, ranges, quoted_starts)
            if any(first in shape.opened_at for first, _ in ranges):
                continue  # words in marks that were found to be no speech
            if sum(last - first for first, last in ranges) < _LEAST_WORDS:
                continue
            covered = max(covered, ranges[-1][1] - 1)
            yield Reported(tuple(text.span(first, last) for first, last in ranges), cue, rule)


_Ranges = tuple[tuple[int, int], ...]


def _content(
    text: ParsedText, sentence: Sentence, cue: Attribution, following: Attribution | None
) -> tuple[str, _Ranges] | None:
    """What a cue reports, as token ranges; None where it reports nothing."""
    if cue.cue.form is CueForm.PHRASE:
        return _around(text, sentence, cue)
    conjunction = _conjunction(text, sentence, cue)
    if conjunction is not None and following is not None and cue.last < following.first < conjunction:
        conjunction = None  # it belongs to the nearer cue
    if conjunction is not None:
        last = _clause_end(text, sentence, conjunction, following)
        if conjunction < cue.end <= last and cue.sources:
            last = min(last, _trimmed(text, conjunction + 1, cue.sources[0].first)[1])  # the subject follows
        return ("cue-that", ((conjunction + 1, last),)) if last > conjunction + 1 else None
    if _is_as_clause(text, sentence, cue):
        return _around(text, sentence, cue)
    if cue.cue.form in (CueForm.VERB, CueForm.IMPERSONAL) and _is_parenthesis(text, sentence, cue):
        if _is_credit(text, cue):
            return None
        return _around(text, sentence, cue)
    return _after_colon(text, sentence, cue) or (_topic(text, sentence, cue) if Takes.TOPIC in cue.cue.takes else None)


def _after_colon(text: ParsedText, sentence: Sentence, cue: Attribution) -> tuple[str, _Ranges] | None:
    """What follows a colon after a cue, without marks: «утверждает обратное: ...»."""
    if Takes.CLAUSE not in cue.cue.takes:
        return None
    end = max(cue.end, cue.last)
    for at in range(cue.last, min(end + 3, sentence.last - 1)):
        if text.tokens[at].text == ":":
            first, last = _trimmed(text, at + 1, sentence.last)
            said = any(is_predicate(text.readings(word)) for word in range(first, last))
            return ("cue-colon", ((first, last),)) if said else None
        if at >= end and not text.tokens[at].is_word:
            return None
    return None


def _backward(text: ParsedText, index: int, cue: Attribution) -> tuple[str, _Ranges] | None:
    """The sentence before one like «Об этом заявил X»."""
    sentence, grammar = text.sentences[index], text.pack.grammar
    if index == 0 or cue.first - sentence.first > 3 or sentence.last - sentence.first < 3:
        return None
    before = text.sentences[index - 1]
    if min(cue.start, cue.first) != sentence.first + 2:
        return None
    words = [text.tokens[at].folded for at in (sentence.first, sentence.first + 1)]
    if words[0] not in grammar.topic_prepositions or words[1] not in grammar.demonstratives:
        return None
    return (
        ("cue-backward", (_trimmed(text, before.first, before.last),))
        if before.paragraph == sentence.paragraph
        else None
    )


def _conjunction(text: ParsedText, sentence: Sentence, cue: Attribution) -> int | None:
    """The conjunction that opens the words of a cue: «заявил [в интервью], что»."""
    if Takes.CLAUSE not in cue.cue.takes:
        return None
    for at in range(cue.last, min(max(cue.end, cue.last) + _TO_CONJUNCTION, sentence.last)):
        token = text.tokens[at]
        if token.folded in text.pack.grammar.complementizers and text.tokens[at - 1].text == ",":
            return at
        if at >= cue.end and (token.text in ";:" or (token.is_word and is_finite(text.readings(at)))):
            return None
    return None


def _clause_end(text: ParsedText, sentence: Sentence, first: int, following: Attribution | None) -> int:
    """The token after the last of a reported clause: the sentence's end, or what the reporter adds."""
    last = sentence.last
    while last > first and text.tokens[last - 1].text[0] in _STOPS:
        last -= 1
    if following is not None and first < following.first < last:
        cut = _cut_before(text, sentence, first, following)
        if cut is not None:
            last = cut
    return last


def _cut_before(text: ParsedText, sentence: Sentence, first: int, following: Attribution) -> int | None:
    """Where a clause ends because the reporter goes on with another cue; None where that cue is part of the words."""
    start = following.start if following.start > first else following.first
    before = start - 1
    while before > first and text.tokens[before].kind is TokenKind.DASH:
        before -= 1
    if before < start - 1 and text.tokens[before].text == ",":
        return before
    credited = following.cue.form is CueForm.VERB and following.first == start and text.tokens[start - 1].text == ","
    if credited and following.end >= sentence.last - 1 and _is_credit(text, following):
        return start - 1
    if following.cue.form is CueForm.GERUND and text.tokens[following.first - 1].text == ",":
        return following.first - 1
    clause = text.tokens[start - 1].folded in text.pack.grammar.coordinators and text.tokens[start - 2].text in ",;"
    if clause and first < following.start < following.first:
        return start - 2
    joined = text.tokens[following.first - 1].folded in text.pack.grammar.coordinators
    if joined and following.cue.form is CueForm.VERB and not (first < following.start < following.first):
        at = following.first - 1
        return at - 1 if text.tokens[at - 1].text == "," else at
    return None


def _is_as_clause(text: ParsedText, sentence: Sentence, cue: Attribution) -> bool:
    """Whether a cue stands in «как заявил X»."""
    around = range(max(sentence.first, cue.start - 2), cue.first)
    return any(text.tokens[at].folded in text.pack.grammar.as_words for at in around)


def _is_parenthesis(text: ParsedText, sentence: Sentence, cue: Attribution) -> bool:
    """Whether cue and source stand between commas or dashes, or close the sentence after one: «..., считает X»."""
    before = text.tokens[cue.start - 1] if cue.start > sentence.first else None
    if before is None or not (before.text == "," or before.kind is TokenKind.DASH):
        return False
    return (
        cue.end >= sentence.last
        or text.tokens[cue.end].text[0] in ",.!?…;"
        or text.tokens[cue.end].kind is TokenKind.DASH
    )


def _is_credit(text: ParsedText, cue: Attribution) -> bool:
    """Whether a parenthesis only credits the medium that carried the news: «сообщает «Новый регион»»."""
    for each in cue.sources:
        noun = text.term_at(each.head, OrganizationNoun)
        known = text.term_at(each.first, KnownOrganization)
        kinds = [found[1].kind for found in (noun, known) if found]
        unexplained = each.kind is ActorKind.ORGANIZATION and each.weak and isinstance(each.key, str)
        if unexplained or OrganizationKind.MEDIUM in kinds:
            return True
    return False


def _around(text: ParsedText, sentence: Sentence, cue: Attribution) -> tuple[str, _Ranges] | None:
    """All of a sentence but the words that attribute it."""
    start = cue.start
    if start > sentence.first and text.tokens[start - 1].folded in text.pack.grammar.as_words:
        start -= 1
    end = max(cue.end, cue.last)
    before = _trimmed(text, sentence.first, start)
    stop = next((at for at in range(end, sentence.last) if text.tokens[at].text == ";"), sentence.last)
    after = _trimmed(text, end, stop)
    if cue.last < sentence.last and text.tokens[cue.last].folded in text.pack.grammar.relatives:
        return "source-phrase", (_trimmed(text, cue.last + 1, stop),)
    if start == sentence.first or not _is_said(text, *before):
        return "source-phrase" if cue.cue.form is CueForm.PHRASE else "as-cue", (after,)
    if after[1] - after[0] < _LEAST_WORDS:
        return "clause-cue", (_after_opening(text, *before),)
    return "parenthesis", (before, after)


def _is_said(text: ParsedText, first: int, last: int) -> bool:
    """Whether what stands before a parenthesis is part of the words, and not only joins the sentence to the last."""
    if last - first >= _LEAST_WORDS:
        return True
    return any(reading.pos is Pos.NOUN for at in range(first, last) for reading in text.readings(at)[:1])


def _after_opening(text: ParsedText, first: int, last: int) -> tuple[int, int]:
    """A clause without the words that only open it: «О том, что ...»."""
    grammar = text.pack.grammar
    for at in range(first, min(first + 4, last)):
        if (
            text.tokens[at].folded in grammar.complementizers
            and text.tokens[first].folded in grammar.topic_prepositions
        ):
            return at + 1, last
    return first, last


def _trimmed(text: ParsedText, first: int, last: int) -> tuple[int, int]:
    """A range without the punctuation at its ends."""
    while first < last and (text.tokens[first].text[0] in _STOPS or text.tokens[first].kind is TokenKind.DASH):
        first += 1
    while first < last and (text.tokens[last - 1].text[0] in _STOPS or text.tokens[last - 1].kind is TokenKind.DASH):
        last -= 1
    return first, last


def _topic(text: ParsedText, sentence: Sentence, cue: Attribution) -> tuple[str, _Ranges] | None:
    """What follows a preposition of topic: «сообщил о задымлении кабины»."""
    for at in range(cue.last, min(max(cue.end, cue.last) + _TO_TOPIC, sentence.last - 1)):
        token = text.tokens[at]
        if token.folded in text.pack.grammar.topic_prepositions:
            if text.tokens[at + 1].folded in text.pack.grammar.demonstratives:
                return None
            last = at + 1
            while (
                last < sentence.last
                and text.tokens[last].text not in ",;:.!?…()"
                and not is_finite(text.readings(last))
            ):
                last += 1
            return ("cue-topic", ((at + 1, last),)) if last - at > _LEAST_WORDS else None
        if token.kind is not TokenKind.MARK and (not token.is_word or is_finite(text.readings(at))):
            return None
    return None


def _unquoted(text: ParsedText, shape: Layout, ranges: _Ranges, quoted: frozenset[int]) -> _Ranges:
    """Ranges up to the first marked quote inside: its words are a record of their own."""
    found = []
    for first, last in ranges:
        end = next((at for at in range(first, last) if not shape.own(at) and _is_quoted(text, shape, at, quoted)), None)
        if end is None:
            found.append((first, last))
            continue
        joined = text.tokens[end - 1].folded in text.pack.grammar.coordinators
        if joined and any(is_predicate(text.readings(at)) for at in range(first, end)):
            found.append((first, end - 1))
        break
    return tuple(each for each in found if each[1] > each[0])


def _is_quoted(text: ParsedText, shape: Layout, at: int, quoted: frozenset[int]) -> bool:
    """Whether a token stands in a quotation that is a record."""
    content = text.quotations[shape.outer[at]].content
    return content.start in quoted
