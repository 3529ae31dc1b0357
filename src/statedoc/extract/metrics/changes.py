"""What changes by a share or a ratio in words: «выросли на треть», «удвоить товарооборот»."""

from statedoc.languages.currencies import Currency
from statedoc.languages.figures import ChangeWord, Figures, MeasureNoun, Multiplied
from statedoc.languages.morphology import Case, Pos
from statedoc.languages.units import Unit
from statedoc.text import ParsedText

_CHANGE_BEFORE, _CHANGE_AFTER = 8, 3  # tokens
_OBJECT_WITHIN = 4  # tokens from the verb to its object
_SUBJECT_WITHIN = 8
_DESCRIBING = (Pos.ADJECTIVE, Pos.PARTICIPLE, Pos.PRONOUN, Pos.NUMERAL)


def changes_by(text: ParsedText, first: int, last: int) -> bool:
    """Whether ``tokens[first:last]``, a share in words, is what something rises or falls by."""
    nominal = any(each.pos is Pos.NOUN for each in text.readings(first))
    if nominal and (first == 0 or text.tokens[first - 1].folded not in text.pack.lexicon(Figures).by_prepositions):
        return False
    if nominal and not any(each.case is Case.ACCUSATIVE for each in text.readings(first)):
        return False
    if any(isinstance(term.entry, Unit | Currency) for term in text.terms_at(last)):
        return False  # "a quarter of a century"
    sentence = text.sentence_of(first)
    near = range(max(sentence.first, first - _CHANGE_BEFORE), min(sentence.last, last + _CHANGE_AFTER))
    return any(text.term_at(at, ChangeWord) for at in near)


def multiplied(text: ParsedText, index: int, place: Multiplied) -> int | None:
    """The noun, of what can be measured, that a verb or noun at `index` says is multiplied."""
    sentence = text.sentence_of(index)
    if place is Multiplied.OBJECT:
        for at in range(index + 1, min(sentence.last, index + 1 + _OBJECT_WITHIN)):
            if text.term_at(at, MeasureNoun):
                return at
            if not any(each.pos in _DESCRIBING for each in text.readings(at)):
                return None
        return None
    for at in range(index - 1, max(sentence.first, index - _SUBJECT_WITHIN) - 1, -1):
        if text.tokens[at].text in ",;:":
            return None
        nominative = any(each.case is Case.NOMINATIVE and each.pos is Pos.NOUN for each in text.readings(at))
        if nominative and text.term_at(at, MeasureNoun):
            return at
    return None
