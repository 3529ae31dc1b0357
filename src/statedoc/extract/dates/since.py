"""Since when: a year or a month that only starts what goes on, «с 2002 года»."""

from statedoc.extract.dates.points import Found, Reader
from statedoc.extract.numbers import ended
from statedoc.languages.morphology import Case
from statedoc.text import TokenKind

_COMPARED_WITHIN = 2  # tokens from "compared" to "with"


def since(reader: Reader, found: Found) -> Found:
    """The date, open at its end where it is a start. A day stays: «с 1 мая» is when something begins."""
    if found.start is None or found.start.day or reader.word(found.first - 1) not in reader.calendar.since_words:
        return found
    if reader.is_portion(found.first):
        return found
    compared = reader.calendar.compared_words
    if any(reader.word(at) in compared for at in range(found.first - 1 - _COMPARED_WITHIN, found.first - 1)):
        return found
    words = range(found.first, found.last)
    return found._replace(open=True) if all(_can_start(reader, at) for at in words) else found


def _can_start(reader: Reader, index: int) -> bool:
    """Whether a word of a date can be in the genitive, unlike «с 2002 годом»."""
    token = reader.text.tokens[index]
    if token.kind is TokenKind.DASH or token.folded in reader.calendar.to_words:
        return False  # a range has its end
    if not token.is_word:
        return True
    if parts := ended(token):
        return parts[1] in reader.calendar.since_endings
    cases = {each.case for each in reader.text.readings(index)} - {None}
    return not cases or Case.GENITIVE in cases
