"""Readings of a person's name: in which nominative, case and gender its words agree, and what tells which is meant."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple, final

from statedoc.extract.actors.looks import is_initial
from statedoc.extract.actors.syllables import is_syllabic, last_readings
from statedoc.extract.grammar import has_case, is_finite
from statedoc.languages.fold import fold
from statedoc.languages.morphology import Case, Gender, NameReading, Number, Pos
from statedoc.languages.states import StateTerm
from statedoc.text import ParsedText

_FULL = 2  # words of a full name
_MOST_READINGS = 24
_TITLE = 8  # tokens from a verb to the name behind its title
_COMPLEMENT = 4  # tokens between a title and its name
_SHARED = 3  # first letters that the forms of one name share


@final
class PhraseReading(NamedTuple):
    """One way to read a whole name: the nominative of each word, and what they agree in."""

    bases: tuple[str, ...]
    gender: Gender | None
    case: Case | None


@final
class PersonName(NamedTuple):
    """Words that name a person."""

    first: int
    last: int
    parts: tuple[int, ...]  #: the tokens that are names, without initials' full stops and particles
    readings: tuple[PhraseReading, ...]
    sure: bool  #: no other evidence is needed that this is a person
    doubtful: bool = False  #: a common word, and a name only if the article uses it as one elsewhere


def told_by_others(text: ParsedText, names: Sequence[PersonName]) -> Iterator[PersonName]:
    """Yield names; one that no reading makes another's goes by a form of his as the text prints it: «Илону Карру».

    Dictionaries hold «Илону» for a woman's name, and the text names «Илон Карр».
    """
    printed: dict[str, set[tuple[str, ...]]] = {}
    for each in names:
        told = _another(text, each, printed)
        bases = each.readings[0].bases
        if told is None and list(bases) == [text.tokens[at].text for at in each.parts] and not _is_womans(each):
            printed.setdefault(fold(bases[0][:_SHARED]), set()).add(bases)
    for each in names:
        yield _another(text, each, printed) or each


def _is_womans(name: PersonName) -> bool:
    """Whether a name is read as a woman's and could be a man's in another case, or is no full name."""
    woman = name.readings[0].gender is Gender.FEMININE and len({each.bases for each in name.readings}) > 1
    return woman or len(name.parts) != _FULL


def _another(text: ParsedText, name: PersonName, printed: Mapping[str, Set[tuple[str, ...]]]) -> PersonName | None:
    """A name with the readings that make it one printed elsewhere; None where it has such readings, or has none."""
    others = printed.get(fold(text.tokens[name.first].text[:_SHARED])) if len(name.parts) == _FULL else None
    if not others or any(reading.bases in others for reading in name.readings):
        return None
    verb = text.readings(name.last)[:1] if name.last < len(text.tokens) else ()
    if any(each.pos is Pos.VERB and each.gender is Gender.FEMININE for each in verb):
        return None
    fitting = tuple(each for each in consistent(text, name.parts, wide=True) if each.bases in others)
    return name._replace(readings=fitting) if fitting else None


def consistent(text: ParsedText, parts: tuple[int, ...], *, wide: bool) -> tuple[PhraseReading, ...]:
    """The readings in which all words agree; the last of them may be any surname, the others too where `wide`."""
    found = [PhraseReading((), None, None)]
    syllabic = is_syllabic(text, parts)
    for at in parts:
        word = text.tokens[at].text
        if is_initial(text, at):
            found = [each._replace(bases=(*each.bases, word + ".")) for each in found]
            continue
        if syllabic:
            readings = last_readings(text, at) if at == parts[-1] else (NameReading(word, None, None),)
        else:
            readings = text.pack.morphology.name_readings(word, wide=wide or at == parts[-1])
        found = [
            PhraseReading((*each.bases, name.base), each.gender or name.gender, each.case or name.case)
            for each in found
            for name in readings
            if (each.gender is None or name.gender is None or each.gender is name.gender)
            and (each.case is None or name.case is None or each.case is name.case)
        ][:_MOST_READINGS]
    given = len(parts) - 1
    return tuple(sorted(dict.fromkeys(found), key=lambda each: _unchanged(text, parts[:given], each)))


def _unchanged(text: ParsedText, given: tuple[int, ...], reading: PhraseReading) -> int:
    """How many first names a reading leaves as they stand although the phrase is in an oblique case."""
    if reading.case in (Case.NOMINATIVE, None):
        return 0
    return sum(base == text.tokens[at].text for base, at in zip(reading.bases, given, strict=False))


def told_by_verb(
    text: ParsedText, parts: tuple[int, ...], readings: Sequence[PhraseReading]
) -> tuple[PhraseReading, ...]:
    """A woman's readings of a name that dictionaries hold for a man's, beside her verb: «Амаль Идрис сообщила»."""
    told = _is_womans_verb(text, parts[-1] + 1) or (
        any(each.case in (Case.NOMINATIVE, None) for each in readings) and _follows_womans_verb(text, parts[0])
    )
    subjects = [each for each in readings if each.case in (Case.NOMINATIVE, None)] or readings
    if not told or len(parts) < _FULL or any(each.gender is not Gender.MASCULINE for each in subjects):
        return ()
    wider = consistent(text, parts, wide=True)
    return tuple(each for each in wider if each.gender is Gender.FEMININE and each.case in (Case.NOMINATIVE, None))


def _is_womans_verb(text: ParsedText, at: int) -> bool:
    verb = next(iter(text.readings(at)), None) if at < len(text.tokens) else None
    return verb is not None and verb.pos is Pos.VERB and verb.gender is Gender.FEMININE


def _follows_womans_verb(text: ParsedText, first: int) -> bool:
    """Whether the last verb before a name and its title is a woman's: «сообщила пресс-секретарь Ани Варданян»."""
    for at in range(first - 1, max(-1, first - _TITLE), -1):
        if not text.tokens[at].is_word or is_finite(text.readings(at)):
            return _is_womans_verb(text, at)
    return False


def told_by_title(
    text: ParsedText, parts: tuple[int, ...], readings: Sequence[PhraseReading]
) -> tuple[PhraseReading, ...]:
    """Nominatives of a name that the dictionary holds for another's form, behind a title: «коллега Паулу Рейс».

    Its complement may stand between the two: «посол Японии Акира Ито».
    """
    before = parts[0] - 1
    while before > max(0, parts[0] - _COMPLEMENT) and (
        text.term_at(before, StateTerm) is not None or _is_complement(text, before)
    ):
        before -= 1
    opening = before < parts[0] - 1 and text.sentence_of(parts[0]).first == before
    small = opening or text.tokens[before].text.islower()
    title = text.readings(before) if before >= 0 and small else ()
    cases = {each.case for each in title if each.pos is Pos.NOUN and each.animate and each.number is Number.SINGULAR}
    told = {each.case for each in readings} | {Case.NOMINATIVE}
    if len(parts) < _FULL or cases & told != {Case.NOMINATIVE} or Case.NOMINATIVE in {e.case for e in readings}:
        return ()
    wider = consistent(text, parts, wide=True)
    return () if None in told else tuple(each for each in wider if each.case in (Case.NOMINATIVE, None))


def _is_complement(text: ParsedText, at: int) -> bool:
    """Whether a word can only be one of a title's complement: a thing's name or its adjective, in the genitive."""
    small = text.tokens[at].text.islower() or _opens_proper(text, at)
    likeliest = text.readings(at)[:1] if small else ()
    nominal = any(each.pos in (Pos.NOUN, Pos.ADJECTIVE) and not each.animate for each in likeliest)
    return nominal and has_case(text.readings(at), Case.GENITIVE)


def _opens_proper(text: ParsedText, at: int) -> bool:
    """Whether a capitalised adjective stands here, of a common noun that follows: «Европейской комиссии»."""
    likeliest = text.readings(at)[:1]
    adjective = any(each.pos is Pos.ADJECTIVE and each.name is None for each in likeliest)
    return adjective and at + 1 < len(text.tokens) and text.tokens[at + 1].text.islower()


def unread(text: ParsedText, parts: tuple[int, ...]) -> PhraseReading:
    """The words as they stand, for a name in which they do not agree."""
    return PhraseReading(tuple(text.tokens[at].text for at in parts), None, None)
