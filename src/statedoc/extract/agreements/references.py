"""Words that refer to an agreement named before: «документ», «его», «он»."""

from statedoc.extract.agreements.mention import AgreementMention
from statedoc.extract.grammar import agree, is_finite, noun_forms
from statedoc.languages.agreements import Agreements, FrontedStep, Step, StepWord
from statedoc.languages.grammar import Pronoun
from statedoc.languages.morphology import Case, Gender, Number, Pos
from statedoc.text import ParsedText, TokenKind

COUNTED = frozenset((Case.NOMINATIVE, Case.ACCUSATIVE))  #: the cases of «пять договоров» as a whole
_YEAR = 4  # digits
_MODIFYING = frozenset((Pos.ADJECTIVE, Pos.PARTICIPLE))


def is_counted(text: ParsedText, first: int) -> bool:
    """Whether a number stands before a noun phrase: «три договора»; the number of a date does not count."""
    token = text.tokens[first - 1]
    if token.kind is TokenKind.NUMBER:
        return len(token.text) != _YEAR
    return any(reading.pos is Pos.NUMERAL for reading in text.readings(first - 1)[:1])


def reference(text: ParsedText, words: Agreements, first: int, last: int) -> AgreementMention | None:
    """A noun that can refer to any agreement; None where its adjectives tell of something else."""
    heads = noun_forms(text.readings(first))
    sentence = text.sentence_index(first)
    start = first
    while start > text.sentences[sentence].first and agree(text.readings(start - 1), heads):
        start -= 1
    counted = start > text.sentences[sentence].first and is_counted(text, start)
    several = counted or all(each.number is Number.PLURAL for each in heads)
    modifiers = [
        frozenset(r.lemma for r in text.readings(index) if r.pos in _MODIFYING) for index in range(start, first)
    ]
    if not several and any(not each & (words.pointing | words.loose) for each in modifiers):
        return None
    return AgreementMention(
        first=start,
        titled=start,
        head=first,
        noun_end=last,
        last=last,
        sentence=sentence,
        cases=frozenset(each.case for each in heads if each.case) | (COUNTED if counted else frozenset()),
        genders=frozenset(each.gender for each in heads if each.gender),
        plural=several,
        several=several,
        pointing=any(each & words.pointing for each in modifiers),
    )


def pronoun(text: ParsedText, at: int, entry: Pronoun) -> AgreementMention | None:
    """A pronoun by a step that persons do not take: «подписать его», «он был подписан»; None elsewhere."""
    if not _is_by_step(text, at, entry):
        return None
    return AgreementMention(
        first=at,
        titled=at,
        head=at,
        noun_end=at + 1,
        last=at + 1,
        sentence=text.sentence_index(at),
        cases=frozenset((entry.case or Case.ACCUSATIVE,)),
        genders=frozenset((*((entry.gender,) if entry.gender else ()), *((Gender.NEUTER,) if entry.neuter else ()))),
        plural=entry.number is Number.PLURAL,
        pronoun=True,
    )


def _is_told(step: Step) -> bool:
    """Whether a step says what happens to an agreement of any kind."""
    return step.status is not None and not step.fixed and not step.kinds


def _is_by_step(text: ParsedText, at: int, entry: Pronoun) -> bool:
    sentence = text.sentence_of(at)
    subject = entry.case is Case.NOMINATIVE
    if not subject and not entry.possessive:
        return False
    behind = range(at + 1, min(at + 4, sentence.last))
    before = range(max(sentence.first, at - 1), at)
    if not subject and any(_is_owned(text, each) for each in behind[:1]):
        found = text.term_at(at + 1, StepWord)  # "its ratification", but not "his proposal"
        return found is not None and not found[1].is_verb and _is_told(found[1].step)
    governed = _is_governed(text, at + 1)
    for index in behind if subject else (*before, *behind[: 1 + governed]):
        found = text.term_at(index, StepWord)
        step = found[1].step if found and found[1].is_verb else _fronted(text, index, at)
        if step and _is_told(step):
            passive = step.intransitive or any(r.passive for r in text.readings(index))
            return passive is subject
    return False


def _is_owned(text: ParsedText, at: int) -> bool:
    """Whether a word can be what a possessive belongs to; «осенью» only tells when."""
    readings = text.readings(at)
    timed = readings and all(reading.case in (Case.INSTRUMENTAL, None) for reading in readings)
    return not timed and any(reading.pos in (Pos.NOUN, Pos.ADJECTIVE) for reading in readings[:1])


def _is_governed(text: ParsedText, at: int) -> bool:
    """Whether a finite verb stands here with an infinitive behind it: «его [планируется подписать]»."""
    if at + 1 >= len(text.tokens) or not is_finite(text.readings(at)):
        return False
    return any(reading.pos is Pos.INFINITIVE for reading in text.readings(at + 1)[:1])


def _fronted(text: ParsedText, verb: int, pronoun: int) -> Step | None:
    """The step of a verb whose other words stand right before a pronoun: «в силу оно вступило»."""
    found = text.term_at(verb, FrontedStep)
    return found[1].step_of([token.folded for token in text.tokens[max(0, pronoun - 2) : pronoun]]) if found else None
