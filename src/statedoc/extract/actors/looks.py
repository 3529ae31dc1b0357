"""Looks: what a capitalised word can be, by its dictionary readings and its place."""

from enum import Enum

from statedoc.languages.morphology import Case, Gender, NameKind, Number, Pos
from statedoc.languages.roles import Office
from statedoc.text import ParsedText

_PERSONAL = (NameKind.FIRST, NameKind.PATRONYMIC, NameKind.SURNAME)
_CLOSED = frozenset(
    (Pos.PREPOSITION, Pos.CONJUNCTION, Pos.PRONOUN, Pos.ADVERB, Pos.VERB, Pos.NUMERAL, Pos.OTHER, Pos.GERUND)
)
_LONGEST_TITLE = 4  # words


class Look(Enum):
    """What a capitalised word can be."""

    INITIAL = "initial"
    FIRST = "first"  #: a name that the dictionary lists
    SURNAME = "surname"  #: likeliest a listed surname
    UNKNOWN = "unknown"  #: in no dictionary
    NOUN = "noun"  #: a common noun, which can be a name here
    ADJECTIVE = "adjective"
    PLAIN = "plain"  #: any other word


NO_NAME = (Look.PLAIN, Look.NOUN, Look.ADJECTIVE)  #: looks of words that are no name by themselves


def is_initial(text: ParsedText, at: int) -> bool:
    """Whether a token is a capital letter with a full stop: «А.»."""
    token = text.tokens[at]
    following = text.tokens[at + 1] if at + 1 < len(text.tokens) else None
    return len(token.text) == 1 and token.is_capital and following is not None and following.text == "."


def opens_sentence(text: ParsedText, at: int) -> bool:
    """Whether a word would have a capital here, whatever it is: at a sentence's start, or behind an opening mark."""
    before = text.tokens[at - 1] if at else None
    if before is None or text.sentence_of(at).first == at:
        return True
    closing = before.text == '"' and before.end != text.tokens[at].start
    return before.text in '.!?:«"„“—–-' and not closing


def look(text: ParsedText, at: int) -> Look:
    """What a capitalised word can be, by its dictionary readings and its place."""
    if is_initial(text, at):
        return Look.INITIAL
    readings = text.readings(at)
    likeliest = readings[0]
    if likeliest.known and likeliest.pos in _CLOSED and opens_sentence(text, at) and not _goes_on(text, at):
        return Look.PLAIN
    personal = next((each for each in readings if each.known and each.name in _PERSONAL), None)
    if personal is not None:
        return Look.SURNAME if personal is likeliest and personal.name is NameKind.SURNAME else Look.FIRST
    if not likeliest.known or (likeliest.pos is Pos.OTHER and not opens_sentence(text, at)):
        return Look.UNKNOWN
    if likeliest.pos in (Pos.ADJECTIVE, Pos.PARTICIPLE):
        return Look.ADJECTIVE
    is_noun = any(each.pos is Pos.NOUN for each in readings)
    if likeliest.name is NameKind.PLACE:
        if _is_given(text, at):
            return Look.UNKNOWN
        is_noun = likeliest.case is Case.NOMINATIVE and _is_titled(text, at)
    return Look.NOUN if is_noun else Look.PLAIN


def _is_titled(text: ParsedText, at: int) -> bool:
    """Whether a title ends right before a word and a name goes on behind it: «министр Джума Мкапила»."""
    following = text.tokens[at + 1] if at + 1 < len(text.tokens) else None
    before = range(max(0, at - _LONGEST_TITLE), at)
    titled = any(isinstance(e.entry, Office) and e.last == at for start in before for e in text.terms_at(start))
    interposed = at > 1 and text.tokens[at - 1].text.islower() and text.term_at(at - 3, Office) is not None
    return (titled or interposed) and following is not None and following.is_capital


def _is_given(text: ParsedText, at: int) -> bool:
    """Whether a surname that can only be a nominative follows a place's: «Арарат Саркисян», not «на Арарат ...»."""
    place = text.readings(at)[0]
    masculine = place.case is Case.NOMINATIVE and place.gender is Gender.MASCULINE and not _is_governed(text, at)
    if not masculine or at + 1 >= len(text.tokens) or not text.tokens[at + 1].is_capital:
        return False
    surname = text.readings(at + 1)[:1]
    named = any(each.name is NameKind.SURNAME or not each.known for each in surname)
    forms = text.pack.morphology.name_readings(text.tokens[at + 1].text, wide=True) if named else ()
    return any(each.case is Case.NOMINATIVE and each.gender is Gender.MASCULINE for each in forms)


def _is_governed(text: ParsedText, at: int) -> bool:
    return at > 0 and any(reading.pos is Pos.PREPOSITION for reading in text.readings(at - 1)[:1])


def _goes_on(text: ParsedText, at: int) -> bool:
    """Whether a word that can be a first name stands before another capitalised word: «Ли Вэньбо»."""
    following = text.tokens[at + 1] if at + 1 < len(text.tokens) else None
    named = any(
        each.name is NameKind.FIRST and each.number is Number.SINGULAR and each.case is Case.NOMINATIVE
        for each in text.readings(at)
    )
    return named and following is not None and following.is_capital


def is_first_name(text: ParsedText, at: int) -> bool:
    """Whether a word is likeliest a first name that the dictionary lists."""
    likeliest = next(iter(text.readings(at)), None)
    return (
        likeliest is not None
        and likeliest.known
        and likeliest.name is NameKind.FIRST
        and likeliest.number is not Number.PLURAL
    )
