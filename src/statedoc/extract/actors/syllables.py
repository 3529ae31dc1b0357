"""Names written by syllables, of which only the last word changes: «Пан Ги Муна», «Цинь Гана»."""

import re
from functools import lru_cache

from statedoc.extract.actors.looks import opens_sentence
from statedoc.languages.grammar import Grammar
from statedoc.languages.morphology import NameReading, Pos
from statedoc.languages.roles import Office
from statedoc.text import ParsedText

_CLOSED = (Pos.PREPOSITION, Pos.CONJUNCTION, Pos.PRONOUN, Pos.ADVERB, Pos.VERB, Pos.NUMERAL)
_THREE, _SHORT = 3, 5  # words of a name each of which is one short syllable, and their longest


def is_syllabic(text: ParsedText, parts: tuple[int, ...]) -> bool:
    """Whether words are a name by syllables: three short ones, or a surname of one and a name of one or two."""
    if len(parts) == _THREE:
        if parts[-1] - parts[0] != _THREE - 1 or text.term_at(parts[0], Office):
            return False
        return all(1 < len(text.tokens[at].text) <= _SHORT for at in parts)
    return len(parts) == 2 and parts[1] == parts[0] + 1 and is_of_two(text, parts[0])


def is_of_two(text: ParsedText, at: int) -> bool:
    """Whether a surname of one syllable and a name of one or two stand here: «Цинь Гана»."""
    tokens = text.tokens
    if at < 0 or at + 1 >= len(tokens) or not (tokens[at].is_capital and tokens[at + 1].is_capital):
        return False
    surname, name = _patterns(text.pack.grammar)
    if not surname.fullmatch(tokens[at].text) or not name.fullmatch(tokens[at + 1].text):
        return False
    further = at + 2 < len(tokens) and tokens[at + 2].is_word and tokens[at + 2].is_capital
    likeliest = text.readings(at)[0]
    return not further and not (likeliest.known and likeliest.pos in _CLOSED and opens_sentence(text, at))


def last_readings(text: ParsedText, at: int) -> tuple[NameReading, ...]:
    """The ways to read the last word of a name by syllables: as it stands first, never as a longer one's form."""
    word = text.tokens[at].text
    readings = text.pack.morphology.name_readings(word, wide=True)
    fitting = [each for each in readings if len(each.base) <= len(word)]
    return tuple(sorted(fitting, key=lambda each: each.base != word))


@lru_cache(maxsize=8)
def _patterns(grammar: Grammar) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A surname of one syllable; a name of one or two, with the ending of a case."""
    syllable, ending = grammar.name_syllable, grammar.name_syllable_ending
    return (
        re.compile(f"(?:{syllable})", re.IGNORECASE),
        re.compile(f"(?:{syllable}){{1,2}}(?:{ending})?", re.IGNORECASE),
    )
