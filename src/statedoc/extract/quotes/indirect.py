"""Indirect speech: the clause after a conjunction, the sentence around a parenthesis, the topic after a preposition."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, final

import attrs

from statedoc.extract.grammar import has_case, is_predicate
from statedoc.extract.layout import Layout
from statedoc.extract.quotes.attribution import Attribution
from statedoc.extract.quotes.credits import confirms, is_credit, is_denied, is_medium
from statedoc.extract.quotes.cues import CueForm
from statedoc.extract.quotes.extents import content
from statedoc.extract.quotes.parentheses import around, is_parenthesis
from statedoc.extract.quotes.wording import LEAST_WORDS, Ranges, says, trimmed
from statedoc.languages.morphology import Case, Gender, Tense
from statedoc.model import Span
from statedoc.text import ParsedText, Sentence

# rules whose words can stand beside a quoted piece of the same cue
_BESIDE_MARKS = 3  # tokens behind a quotation that make no clause with it
_PREDICATE = 4  # words of a quoted piece among which its verb is looked for
_BEFORE_PIECES = ("cue-that", "cue-topic", "parenthesis", "source-phrase")


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
    told: set[int] = set()  # sentences that report something
    for index, group in by_sentence.items():
        sentence = text.sentences[index]
        covered = sentence.first
        for number, cue in enumerate(group):
            if not cue.speakers or cue.carries or cue.first in used or cue.first < covered or is_denied(text, cue):
                continue
            following = next((each for each in group[number + 1 :] if not _refers(each)), None)
            if _refers(cue) and following is not None:
                continue  # the verb that follows takes the words
            after = by_sentence.get(index + 1)
            if after and is_credit(text, cue) and confirms(text, index + 1, after[0]):
                continue  # the next sentence tells whose words the medium carried
            found = content(text, sentence, cue, following) if not _only_credits(text, sentence, cue) else None
            if found is None and index - 1 not in told:
                credit = next((each for each in by_sentence.get(index - 1, ()) if is_credit(text, each)), None)
                found = _backward(text, index, cue, credit)
                if found is not None and credit is not None:
                    cue = attrs.evolve(cue, via=credit.speakers)
            if found is None:
                continue
            rule, ranges = found
            if following is not None and is_medium(text, cue) and following.start == ranges[0][0] == cue.end + 1:
                continue  # "by the report of the agency X, Y said that ...": the words are Y's
            if cue.first in partly and rule not in _BEFORE_PIECES:
                continue
            ranges = _unquoted(text, shape, ranges, quoted_starts)
            if any(_is_in_marks(text, shape, first, last) for first, last in ranges):
                continue  # words in marks that were found to be no speech
            short = sum(last - first for first, last in ranges) < LEAST_WORDS
            if short and not (rule == "cue-that" and any(says(text, *each) for each in ranges)):
                continue
            if cue.first in partly and rule == "parenthesis" and not any(says(text, *each) for each in ranges):
                continue  # only the subject of what the quoted piece says
            if covered > ranges[0][0] >= sentence.first:
                continue  # told already, by who is named first: "by the data of X, ..., said Y"
            covered = max(covered, ranges[-1][1] - 1)
            told.add(index)
            yield Reported(tuple(text.span(first, last) for first, last in ranges), cue, rule)


def _is_in_marks(text: ParsedText, shape: Layout, first: int, last: int) -> bool:
    """Whether a range is a quotation, or little more than one without a verb: not «"Южный мост" закрыт»."""
    index = shape.opened_at.get(first)
    if index is None or last - shape.ranges[index][1] > _BESIDE_MARKS:
        return False
    return not says(text, shape.ranges[index][1], last)


def _refers(cue: Attribution) -> bool:
    """Whether a cue only says to whom a medium refers: «со ссылкой на X»."""
    return cue.cue.relay and cue.cue.form is CueForm.PHRASE


def _backward(text: ParsedText, index: int, cue: Attribution, credit: Attribution | None) -> tuple[str, Ranges] | None:
    """The sentence before one like «Об этом заявил X», without the `credit` of a medium that stands in it."""
    if index == 0 or not confirms(text, index, cue) or is_medium(text, cue):
        return None
    before = text.sentences[index - 1]
    if text.sentences[index].paragraph - before.paragraph > 1:
        return None
    if credit is None:
        return "cue-backward", (trimmed(text, before.first, before.last),)
    return "cue-backward", around(text, before, credit)[1]


def _only_credits(text: ParsedText, sentence: Sentence, cue: Attribution) -> bool:
    """Whether a parenthesis names but the medium that carried what its sentence tells."""
    return is_credit(text, cue) and is_parenthesis(text, sentence, cue)


def _unquoted(text: ParsedText, shape: Layout, ranges: Ranges, quoted: frozenset[int]) -> Ranges:
    """Ranges without the marked quotes inside, whose words are records of their own: the clauses beside these."""
    found = []
    for first, last in ranges:
        inside = [at for at in range(first, last) if not shape.own(at) and _is_quoted(text, shape, at, quoted)]
        if not inside:
            found.append((first, last))
            continue
        joint = text.tokens[inside[0] - 1]
        joined = joint.text == ":" or joint.folded in text.pack.grammar.coordinators
        if joined and says(text, first, inside[0]):
            found.append(trimmed(text, first, inside[0] - 1))
        elif (comma := _clause_before(text, first, inside[0])) is not None:
            found.append((first, comma))
        after = _coordinated(text, inside[-1] + 1, last)
        if after is not None and says(text, after, last) and _has_subject(text, after, last):
            found.append(trimmed(text, after, last))
        break
    return tuple(each for each in found if each[1] > each[0])


def _has_subject(text: ParsedText, first: int, last: int) -> bool:
    """Whether a clause has a subject of its own, so that its verb is not the reporter's, of the source."""
    if text.tokens[first - 1].folded in text.pack.grammar.complementizers:
        return True
    verb = next((at for at in range(first, last) if is_predicate(text.readings(at))), first)
    if not any(r.tense is Tense.PAST and r.gender is not Gender.NEUTER for r in text.readings(verb)[:1]):
        return True  # what has no gender, or the neuter, can do without one
    before = (text.readings(at)[:1] for at in range(first, verb))
    behind = (text.readings(at) for at in range(verb + 1, min(verb + _PREDICATE, last)))
    object_ = (each for each in behind if not has_case(each, Case.ACCUSATIVE))  # "passed over the question"
    return any(has_case(each[:1], Case.NOMINATIVE) for each in (*before, *object_))


def _clause_before(text: ParsedText, first: int, piece: int) -> int | None:
    """The comma that closes a clause before the one in which a quoted piece stands; None where there is none."""
    if text.tokens[first].folded in text.pack.grammar.relatives:
        return None  # it tells of the source
    for at in range(piece - 1, first, -1):
        if text.tokens[at].text == ",":
            opens = at == piece - 1 or text.tokens[piece - 1].folded in text.pack.grammar.complementizers
            goes_on = opens or says(text, at, piece) or any(says(text, each, each + 1) for each in _inside(text, piece))
            return at if says(text, first, at) and goes_on else None
    return None


def _inside(text: ParsedText, piece: int) -> range:
    """The first words of a quoted piece, the verb of which may be that of the clause around it."""
    return range(piece, min(piece + _PREDICATE, len(text.tokens)))


def _coordinated(text: ParsedText, first: int, last: int) -> int | None:
    """Where the clause opens that a comma and a coordinator join to a quoted piece; None where none follows it."""
    grammar = text.pack.grammar
    for at in range(first, min(first + 2, last - 1)):
        coordinated = text.tokens[at + 1].folded in grammar.coordinators
        if text.tokens[at].text == "," and coordinated:
            return at + 2
        if text.tokens[at].folded in grammar.coordinators and text.tokens[at + 1].folded in grammar.complementizers:
            return at + 2  # "that ... and that ..."
    return None


def _is_quoted(text: ParsedText, shape: Layout, at: int, quoted: frozenset[int]) -> bool:
    """Whether a token stands in a quotation that is a record."""
    content = text.quotations[shape.outer[at]].content
    return content.start in quoted
