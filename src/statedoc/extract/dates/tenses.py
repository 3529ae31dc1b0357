"""Tenses: whether a date without a year lies behind the day of writing or ahead of it."""

from statedoc.extract.dates.points import Reader
from statedoc.languages.morphology import Pos, Tense

_VERB_WITHIN = 8  # tokens


def tense_near(reader: Reader, index: int) -> Tense | None:
    """The tense of the verb nearest to a token in its sentence; None where none is near."""
    text = reader.text
    sentence = text.sentence_of(index)
    for distance in range(1, _VERB_WITHIN + 1):
        for at in (index + distance, index - distance):
            if sentence.first <= at < sentence.last:
                readings = text.readings(at)
                if readings and readings[0].tense is not None and readings[0].pos is Pos.VERB:
                    return readings[0].tense
    return None
