"""Namesakes: whom an institution is named for, who does nothing in the text: «музей имени [А. С. Пушкина]»."""

from collections.abc import Iterator

from statedoc.extract.actors.looks import is_first_name, is_initial
from statedoc.extract.grammar import has_case
from statedoc.languages.morphology import Case, NameKind, Pos
from statedoc.text import ParsedText


def namesakes(text: ParsedText) -> Iterator[tuple[int, int]]:
    """Yield where each namesake starts and ends, from the word that announces it."""
    words = text.pack.grammar.namesakes
    for at, token in enumerate(text.tokens):
        if token.folded in words and (last := namesake(text, at)) is not None:
            yield at, last


def namesake(text: ParsedText, at: int) -> int | None:
    """The token after the name that follows «имени» or «им.» here; None where none does, as after «от имени»."""
    tokens = text.tokens
    if tokens[at].folded not in text.pack.grammar.namesakes or not at or not _can_be_named(text, at - 1):
        return None
    here, limit = at + 1, text.sentence_of(at).last
    if here < limit and tokens[here].text == ".":
        here += 1
    elif not any(reading.pos is Pos.NOUN for reading in text.readings(at)):
        return None  # the abbreviation without its stop is a pronoun
    while here < limit and is_initial(text, here):
        here += 2
    if here < limit and _in_genitive(text, here) and is_first_name(text, here) and _in_genitive(text, here + 1):
        here += 1
        patronymic = any(reading.name is NameKind.PATRONYMIC for reading in text.readings(here)[:1])
        here += patronymic and _in_genitive(text, here + 1)
    return here + 1 if here < limit and _in_genitive(text, here) else None


def _can_be_named(text: ParsedText, at: int) -> bool:
    """Whether a noun stands here, or an abbreviation: an institution's."""
    noun = any(each.pos is Pos.NOUN for each in text.readings(at)[:1])
    return noun or (text.tokens[at].is_word and text.tokens[at].text.isupper())


def _in_genitive(text: ParsedText, at: int) -> bool:
    if at >= len(text.tokens):
        return False
    token = text.tokens[at]
    return token.is_word and token.is_capital and has_case(text.readings(at), Case.GENITIVE)
