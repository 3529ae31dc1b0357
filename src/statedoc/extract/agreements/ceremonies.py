"""The sentence after a signing that tells when and where it took place: «Церемония прошла 13 марта в Баку»."""

from collections.abc import Sequence

from statedoc.extract.agreements.happening import Happening
from statedoc.extract.dates import DatedWords
from statedoc.languages.agreements import Agreements
from statedoc.model import AgreementStatus
from statedoc.text import ParsedText

_OPENING = 3  # tokens of a sentence in which the ceremony is named
_STATUSES = (AgreementStatus.SIGNED, AgreementStatus.TO_BE_SIGNED)


def dated_later(
    text: ParsedText, words: Agreements, dates: Sequence[DatedWords], index: int, told: Sequence[Happening]
) -> list[Happening]:
    """What a sentence tells, each signing with the date that the sentence after it gives."""
    open_ = {id(each.mention) for each in told if each.status in _STATUSES and each.date is None}
    if len(open_) != 1 or index + 1 >= len(text.sentences):
        return list(told)
    sentence = text.sentences[index + 1]
    opening = range(sentence.first, min(sentence.first + _OPENING, sentence.last))
    if not any(reading.lemma in words.ceremonies for at in opening for reading in text.readings(at)):
        return list(told)
    date = next((each for each in dates if sentence.first <= each.first < sentence.last), None)
    if date is None:
        return list(told)
    found = []
    for each in told:
        later = id(each.mention) in open_ and each.status in _STATUSES
        found.append(each._replace(date=date) if later else each)
    return found
