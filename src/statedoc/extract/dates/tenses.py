"""Tenses: whether a date without a year lies behind the day of writing or ahead of it."""

from collections.abc import Iterator

from statedoc.extract.dates.points import Reader
from statedoc.languages.morphology import Pos, Reading, Tense

_VERB_WITHIN = 8  # tokens
_AUXILIARY = 3  # tokens before a participle


def tense_near(reader: Reader, index: int) -> Tense | None:
    """The tense of the verb nearest to a date at a token, first in its clause, then in its sentence.

    None where there is none near, and where something that happened set the date: «перенесли на 5 мая».
    """
    for at in _around(reader, index):
        readings = reader.text.readings(at)
        tense = _tense(reader, at, readings[0]) if readings else None
        if tense is not None:
            is_set = reader.word(index - 1) in reader.calendar.setting_prepositions
            return None if is_set and tense is Tense.PAST else tense
    return None


def _tense(reader: Reader, at: int, likeliest: Reading) -> Tense | None:
    """The tense of a verb, or of a short participle with the auxiliary before it: «[будет] подписан», «подписан»."""
    if likeliest.pos is Pos.VERB:
        planned = likeliest.tense is Tense.PRESENT and likeliest.lemma in reader.calendar.planning
        return Tense.FUTURE if planned else likeliest.tense
    if not (likeliest.pos is Pos.PARTICIPLE and likeliest.short and likeliest.passive):
        return None
    before = (reader.text.readings(each)[:1] for each in range(max(0, at - _AUXILIARY), at))
    helping = [each[0].tense for each in before if each and each[0].lemma in reader.text.pack.grammar.copulas]
    return next((each for each in helping if each is not None), Tense.PAST)


def _around(reader: Reader, index: int) -> Iterator[int]:
    """The tokens around one, the nearest first, those of its clause before others."""
    sentence = reader.text.sentence_of(index)
    first, last = max(sentence.first, index - _VERB_WITHIN), min(sentence.last, index + _VERB_WITHIN + 1)
    starts = (at + 1 for at in range(index - 1, first - 1, -1) if reader.word(at) == ",")
    ends = (at for at in range(index + 1, last) if reader.word(at) == ",")
    clause = range(next(starts, first), next(ends, last))
    yield from sorted(clause, key=lambda at: (abs(at - index), -at))
    yield from sorted(set(range(first, last)) - set(clause), key=lambda at: (abs(at - index), -at))
