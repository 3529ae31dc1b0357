"""What dates a signing from outside its sentence: a ceremony told next, the talks before, the day of a dispatch."""

from collections.abc import Sequence

from statedoc.extract.agreements.happening import Happening
from statedoc.extract.dates import DatedWords
from statedoc.extract.dates.datelines import dispatched
from statedoc.languages.agreements import Agreements
from statedoc.languages.morphology import Pos
from statedoc.model import AgreementStatus
from statedoc.text import ParsedText

_OPENING = 3  # tokens of a sentence in which the ceremony is named
_ADDED = 3  # sentences that add to one
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


def dated_before(
    text: ParsedText, words: Agreements, dates: Sequence[DatedWords], index: int, told: Sequence[Happening]
) -> list[Happening]:
    """What a sentence tells that starts with what talks led to, each signing with the date of these talks.

    That is the whole date with which the article opens: «10 сентября 2015 г. состоялись переговоры. ... По итогам ...».
    """
    opens = bool(dates) and text.sentence_of(dates[0].first).paragraph < _OPENING
    if not opens or dates[0].mention.edtf is None or not _is_outcome(text, words, index):
        return list(told)
    known = dates[0].mention.edtf.start
    if known is None or known.day is None or known.year is None:
        return list(told)
    return [
        each._replace(date=dates[0]) if each.status is AgreementStatus.SIGNED and each.date is None else each
        for each in told
    ]


def _is_outcome(text: ParsedText, words: Agreements, index: int) -> bool:
    """Whether a sentence starts with what talks led to, or adds to one before it that does: «подписали ещё ...»."""
    for sentence in reversed(text.sentences[max(0, index - _ADDED) : index + 1]):
        start = " ".join(token.folded for token in text.tokens[sentence.first : sentence.first + _OPENING])
        if start.startswith(words.outcomes):
            return sentence.paragraph == text.sentences[index].paragraph
        if not any(text.tokens[at].folded in words.adding for at in range(sentence.first, sentence.last)):
            return False
    return False


def day_of_dispatch(text: ParsedText, dates: Sequence[DatedWords]) -> DatedWords | None:
    """The whole date in the dateline of a dispatch; None where it has none."""
    at = dispatched(text)
    day = next((each for each in dates if each.first == at), None) if at is not None else None
    known = day.mention.edtf.start if day is not None and day.mention.edtf is not None else None
    return day if known is not None and known.day is not None and known.year is not None else None


def dated_by_dispatch(
    text: ParsedText, day: DatedWords | None, index: int, told: Sequence[Happening]
) -> list[Happening]:
    """What a sentence tells, each signing in the first paragraph of a dispatch with the dispatch's day."""
    if day is None or text.sentence_of(day.first).paragraph != text.sentences[index].paragraph:
        return list(told)
    return [each._replace(date=day) if each.date is None and _is_news(text, each) else each for each in told]


def _is_news(text: ParsedText, happening: Happening) -> bool:
    """Whether a signing is told as done by the verb of a main clause."""
    likeliest = next(iter(text.readings(happening.first)), None)
    if happening.status is not AgreementStatus.SIGNED or likeliest is None:
        return False
    main = likeliest.pos is Pos.VERB or likeliest.short
    between = range(happening.mention.last, happening.first)
    return main and not any(text.tokens[at].folded in text.pack.grammar.relatives for at in between)
