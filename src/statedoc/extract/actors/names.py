"""Names of persons: runs of capitalised words, known first by first names, then by each other."""

import re
from collections.abc import Iterator, Sequence

from statedoc.extract.actors.looks import NO_NAME, Look, is_first_name, is_initial, look, opens_sentence
from statedoc.extract.actors.readings import (
    PersonName,
    PhraseReading,
    consistent,
    told_by_others,
    told_by_title,
    told_by_verb,
    unread,
)
from statedoc.extract.actors.syllables import is_syllabic
from statedoc.extract.grammar import agree, is_finite, noun_forms
from statedoc.extract.layout import Layout
from statedoc.languages.fold import fold
from statedoc.languages.morphology import Case, NameKind, Number, Pos
from statedoc.languages.roles import Office, Roles
from statedoc.text import ParsedText

_SIDE_BY_SIDE = 3  # words of a surname and a full name
_LONGEST_NAME = 5
_FULL = 2  # words of a first name and a surname


def person_names(text: ParsedText, shape: Layout, taken: Sequence[bool]) -> Iterator[PersonName]:
    """Yield every run of words that can be a person's name; `taken` tokens belong to states and organizations."""
    places = _named_places(text)
    taken = [each or text.tokens[at].folded in places for at, each in enumerate(taken)] if places else taken
    runs = tuple(_runs(text, shape, taken))
    found = list(told_by_others(text, tuple(part for name in runs for part in _parted(text, name, runs))))
    surnames = {fold(each.bases[-1]) for name in found if len(name.parts) > 1 for each in name.readings}
    named = {at for name in found for at in name.parts}
    again = (_known_surname(text, at, surnames) for at in _unread_capitals(text, taken, named)) if surnames else ()
    yield from sorted([*found, *(name for name in again if name is not None)], key=_first)


def _parted(text: ParsedText, name: PersonName, others: Sequence[PersonName]) -> Iterator[PersonName]:
    """Yield a name, or the two that it is: «коллега [Мамытова] [Шерзод Назаров]», where Mamytov is named elsewhere."""
    relational = text.pack.lexicon(Roles).relational
    first = name.parts[0]
    owned = len(name.parts) == _SIDE_BY_SIDE and any(r.lemma in relational for r in text.readings(first - 1)[:1])
    if owned and first:
        owner = {fold(r.bases[-1]) for r in consistent(text, (first,), wide=True) if r.case is Case.GENITIVE}
        known = (fold(r.bases[-1]) for other in others if other is not name for r in other.readings)
        if not owner.isdisjoint(known):
            yield from _names(text, name.parts[:1])
            yield from _names(text, name.parts[1:])
            return
    yield name


def _named_places(text: ParsedText) -> frozenset[str]:
    """The words that no dictionary knows and that stand behind the noun for a place: «города [Хэйхэ]»."""
    nouns = text.pack.grammar.place_nouns
    return frozenset(
        token.folded
        for at, token in enumerate(text.tokens)
        if at
        and token.is_capital
        and any(reading.lemma in nouns for reading in text.readings(at - 1)[:1])
        and not any(reading.known for reading in text.readings(at))
    )


def _first(name: PersonName) -> int:
    return name.first


def _unread_capitals(text: ParsedText, taken: Sequence[bool], named: set[int]) -> Iterator[int]:
    """Yield the capitalised words inside sentences that were read as no name, as adjectives and nouns are."""
    for at, token in enumerate(text.tokens):
        if token.is_capital and not taken[at] and at not in named and len(token.text) > 1 and text.readings(at):
            before = text.tokens[at - 1].folded if at else ""
            if before in text.pack.grammar.intensives or not opens_sentence(text, at):
                yield at


def _known_surname(text: ParsedText, at: int, surnames: set[str]) -> PersonName | None:
    """A word that is the surname of someone whom the article names in full: «Сам Кречетов»."""
    readings = tuple(each for each in consistent(text, (at,), wide=True) if fold(each.bases[-1]) in surnames)
    return PersonName(at, at + 1, (at,), readings, True) if readings else None


def _runs(text: ParsedText, shape: Layout, taken: Sequence[bool]) -> Iterator[PersonName]:
    """Yield the names that runs of capitalised words are."""
    at = 0
    while at < len(text.tokens):
        if not text.tokens[at].is_capital and "-" not in text.tokens[at].text:
            at += 1
            continue
        run = _run(text, shape, taken, at)
        if run is None:
            at += 1
            continue
        first, last, parts = run
        at = last
        for name in _names(text, _trimmed(text, first, parts)):
            suffixed = name.parts[-1] == parts[-1] and last > name.last
            yield name._replace(last=last) if suffixed else name


def _run(text: ParsedText, shape: Layout, taken: Sequence[bool], at: int) -> tuple[int, int, tuple[int, ...]] | None:
    """The run of capitalised words, initials and particles that starts here."""
    tokens, particles = text.tokens, text.pack.grammar.name_particles
    parts: list[int] = []
    here = at
    while here < len(tokens) and here - at < 2 * _LONGEST_NAME and len(parts) < _LONGEST_NAME:
        token = tokens[here]
        if taken[here] or (parts and shape.outer[here] != shape.outer[at]):
            break
        if is_initial(text, here):
            parts.append(here)
            here += 2
        elif (
            (token.is_capital or _is_particled(text, here)) and not _is_abbreviation(token.text) and text.readings(here)
        ):
            parts.append(here)
            here += 1
        elif parts and token.folded in text.pack.grammar.name_suffixes:
            return at, here + 1, tuple(parts)
        elif parts and token.folded in particles and _leads(text, here):
            here += 1
        else:
            break
        if here < len(tokens) and parts and _breaks(text, here):
            break
    return (at, here, tuple(parts)) if parts else None


def _leads(text: ParsedText, here: int) -> bool:
    """Whether particles that start here lead to a capitalised word: «фон дер Ляйен»."""
    particles = text.pack.grammar.name_particles
    at = next(
        (at for at in range(here, min(here + 3, len(text.tokens))) if text.tokens[at].folded not in particles), here
    )
    return text.tokens[at].is_capital


def _is_particled(text: ParsedText, at: int) -> bool:
    """Whether a word is a particle and a name in one: «аш-Шазли»."""
    particle, hyphen, name = text.tokens[at].text.partition("-")
    return bool(hyphen) and name[:1].isupper() and particle in text.pack.grammar.name_particles


def _breaks(text: ParsedText, here: int) -> bool:
    """Whether a sentence starts with this token."""
    return text.sentence_of(here).first == here


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and any(part[1:] != part[1:].lower() for part in re.split("[-‑'’]", word))


def _trimmed(text: ParsedText, first: int, parts: tuple[int, ...]) -> tuple[int, ...]:
    """The words of a run that can be a name: without those that are only the sentence's first, or the title's last."""
    looks = {at: look(text, at) for at in parts}
    if len(parts) == 1 and (looks[first] is Look.NOUN or not opens_sentence(text, first)):
        return parts
    if is_syllabic(text, parts):
        return parts
    if _is_titled(text, parts) and looks[parts[-1]] in (Look.SURNAME, Look.UNKNOWN):
        return parts
    if len(parts) > 1 and opens_sentence(text, first) and text.tokens[first].folded in text.pack.grammar.intensives:
        parts = parts[1:]  # "himself"
    while parts and (
        looks[parts[0]] is Look.PLAIN
        or (len(parts) > 1 and (looks[parts[0]] is Look.ADJECTIVE or text.term_at(parts[0], Office) is not None))
        or (looks[parts[0]] in (Look.NOUN, Look.ADJECTIVE) and opens_sentence(text, parts[0]))
    ):
        parts = parts[1:]
    given = next((number for number, at in enumerate(parts) if is_first_name(text, at)), 0)
    if len(parts) - given > 1 and all(looks[at] in (Look.UNKNOWN, Look.NOUN) for at in parts[:given]):
        parts = parts[given:]  # what stands before a first name belongs to the title
    while parts and looks[parts[-1]] is Look.ADJECTIVE and (len(parts) == 1 or looks[parts[-2]] in NO_NAME):
        parts = parts[:-1]
    words = [at for at in parts if looks[at] is not Look.INITIAL]
    return () if any(looks[at] is Look.ADJECTIVE and at != words[-1] for at in words) or not words else parts


def _is_titled(text: ParsedText, parts: tuple[int, ...]) -> bool:
    """Whether a noun for a person stands before two words with capitals: «политолог [Ясна] Петкович»."""
    if len(parts) != _FULL or opens_sentence(text, parts[0]):
        return False
    title = next(iter(text.readings(parts[0] - 1)), None)
    person = title is not None and title.pos is Pos.NOUN and title.animate and title.known and title.name is None
    return person and text.tokens[parts[0] - 1].text.islower()


def _names(text: ParsedText, parts: tuple[int, ...]) -> Iterator[PersonName]:
    """Yield the name that these words are, or the two that stand side by side: «ответила Ивану Петрову Анна Ким»."""
    if all(is_initial(text, at) for at in parts):
        return
    if _two_stand_together(text, parts):
        yield from _names(text, parts[:1])
        yield from _names(text, parts[1:])
        return
    if (apart := _apart(text, parts)) is not None:
        yield from _names(text, parts[:apart])
        yield from _names(text, parts[apart:])
        return
    readings = consistent(text, parts, wide=False)
    readings = (*told_by_verb(text, parts, readings), *told_by_title(text, parts, readings), *readings)
    changing = any(reading.case is Case.NOMINATIVE for reading in readings)
    if not readings or (len(parts) > 3 and not changing):
        for cut in range(1, len(parts)):
            sides = (parts[:cut], parts[cut:])
            if is_first_name(text, parts[cut]) and _in_two_cases(
                *(consistent(text, each, wide=False) for each in sides)
            ):
                for side in sides:
                    yield from _names(text, side)
                return
        readings = readings or consistent(text, parts, wide=True) or (unread(text, parts),)
    looks = [look(text, at) for at in parts if not is_initial(text, at)]
    personal = any(each in (Look.FIRST, Look.SURNAME, Look.UNKNOWN) for each in looks) or is_syllabic(text, parts)
    personal = personal or _is_glued(text, parts)
    if len(parts) > 1 and not personal:
        return
    if len(parts) == 1 and personal and _modifies(text, parts[0]):
        return
    sure = len(parts) > 1 or looks[0] is Look.SURNAME
    end = parts[-1] + (2 if is_initial(text, parts[-1]) else 1)
    yield PersonName(parts[0], end, parts, readings, sure, doubtful=not personal and not _must_name(text, parts[0]))


def _is_glued(text: ParsedText, parts: tuple[int, ...]) -> bool:
    """Whether an initial stands right before a word, without a space: «Р.Идальго»."""
    return is_initial(text, parts[0]) and text.tokens[parts[0] + 1].end == text.tokens[parts[1]].start


def _two_stand_together(text: ParsedText, parts: tuple[int, ...]) -> bool:
    """Whether a surname in the genitive stands before another's full name: «супруга министра Каримова Лейла Ким»."""
    if len(parts) != _SIDE_BY_SIDE or is_first_name(text, parts[0]) or not is_first_name(text, parts[1]):
        return False
    if any(reading.name is NameKind.PATRONYMIC for reading in text.readings(parts[2])) or is_syllabic(text, parts):
        return False
    before = text.readings(parts[0] - 1) if parts[0] else ()
    titled = any(each.pos is Pos.NOUN and each.animate for each in before)
    genitive = any(
        each.case is Case.GENITIVE for each in text.pack.morphology.name_readings(text.tokens[parts[0]].text, wide=True)
    )
    return titled and genitive


def _apart(text: ParsedText, parts: tuple[int, ...]) -> int | None:
    """Where a second first name opens that stands in no case of the first: «с [Рамоном Идальго] [Анна Ким]»."""
    if len(parts) < _SIDE_BY_SIDE or not is_first_name(text, parts[0]):
        return None
    cases = _known_cases(text, parts[0])
    for number in range(2, len(parts)):
        other = _known_cases(text, parts[number]) if is_first_name(text, parts[number]) else frozenset()
        if cases and other and not cases & other:
            return number
    return None


def _in_two_cases(one: tuple[PhraseReading, ...], other: tuple[PhraseReading, ...]) -> bool:
    """Whether two names can be read, and in no case together."""
    cases, others = {reading.case for reading in one}, {reading.case for reading in other}
    return bool(one and other) and not cases & others and None not in cases | others


def _known_cases(text: ParsedText, at: int) -> frozenset[Case | None]:
    return frozenset(reading.case for reading in text.readings(at) if reading.known and reading.name is NameKind.FIRST)


def is_in_place(text: ParsedText, name: PersonName) -> bool:
    """Whether a name stands where a place does: «в Сан Луисе», «города Коста Рика»."""
    if name.first == 0:
        return False
    before, grammar = text.tokens[name.first - 1].folded, text.pack.grammar
    if before in grammar.place_prepositions:
        return any(each.case is Case.LOCATIVE for each in name.readings)
    following = text.readings(name.last)[:1] if name.last < len(text.tokens) else ()
    acts = is_finite(following) and following[0].number is Number.SINGULAR
    return not acts and any(each.lemma in grammar.place_nouns for each in text.readings(name.first - 1)[:1])


def placed(text: ParsedText, name: PersonName) -> PersonName:
    """A name without a title, with the readings that its neighbours allow: no nominative after a preposition."""
    return name._replace(readings=_fitting(text, name.first, name.last, name.readings))


def _fitting(text: ParsedText, first: int, last: int, readings: tuple[PhraseReading, ...]) -> tuple[PhraseReading, ...]:
    oblique = tuple(reading for reading in readings if reading.case not in (Case.NOMINATIVE, None))
    before = next(iter(text.readings(first - 1)), None) if first and text.tokens[first - 1].is_word else None
    after = next(iter(text.readings(last)), None) if last < len(text.tokens) and text.tokens[last].is_word else None
    if before is not None and before.pos is Pos.PREPOSITION:
        return oblique or readings
    if after is not None and after.pos is Pos.VERB and after.number is not Number.PLURAL:
        return readings
    if before is not None and before.pos is Pos.NOUN and not before.animate and _is_common(text, first - 1):
        return tuple(reading for reading in readings if reading.case is Case.GENITIVE) or readings
    if after is not None and after.pos is Pos.VERB and after.number is Number.PLURAL and before is None:
        return oblique or readings
    return readings


def _is_common(text: ParsedText, at: int) -> bool:
    """Whether a word is a common noun by its first letter: small, or that of a sentence."""
    return text.tokens[at].text.islower() or text.sentence_of(at).first == at


def _must_name(text: ParsedText, at: int) -> bool:
    """Whether a capitalised common noun inside a sentence cannot be its subject as a noun, only as a name."""
    readings = text.readings(at)
    nominative = any(each.case is Case.NOMINATIVE for each in readings)
    return not nominative and not opens_sentence(text, at) and any(each.pos is Pos.NOUN for each in readings)


def _modifies(text: ParsedText, at: int) -> bool:
    """Whether a capitalised word can be an adjective of a noun soon after: «Питерского экономического форума»."""
    readings = text.readings(at)
    if not any(each.pos is Pos.ADJECTIVE and each.known for each in readings):
        return False
    following = [at + step for step in (1, 2) if at + step < len(text.tokens)]
    return any(text.tokens[to].text.islower() and agree(readings, noun_forms(text.readings(to))) for to in following)
