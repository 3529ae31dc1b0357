"""Tenses: whether a date without a year lies behind the day of writing or ahead of it."""

from collections.abc import Iterator

from statedoc.extract.dates.points import Reader
from statedoc.languages.morphology import Pos, Tense

_VERB_WITHIN = 8  # tokens


def tense_near(reader: Reader, index: int) -> Tense | None:
    """The tense of the verb nearest to a date at a token, first in its clause, then in its sentence.

    None where there is none near, and where something that happened set the date: «перенесли на 5 мая».
    """
    for at in _around(reader, index):
        readings = reader.text.readings(at)
        if readings and readings[0].tense is not None and readings[0].pos is Pos.VERB:
            is_set = reader.word(index - 1) in reader.calendar.setting_prepositions
            return None if is_set and readings[0].tense is Tense.PAST else readings[0].tense
    return None


def _around(reader: Reader, index: int) -> Iterator[int]:
    """The tokens around one, the nearest first, those of its clause before others."""
    sentence = reader.text.sentence_of(index)
    first, last = max(sentence.first, index - _VERB_WITHIN), min(sentence.last, index + _VERB_WITHIN + 1)
    starts = (at + 1 for at in range(index - 1, first - 1, -1) if reader.word(at) == ",")
    ends = (at for at in range(index + 1, last) if reader.word(at) == ",")
    clause = range(next(starts, first), next(ends, last))
    yield from sorted(clause, key=lambda at: (abs(at - index), -at))
    yield from sorted(set(range(first, last)) - set(clause), key=lambda at: (abs(at - index), -at))
