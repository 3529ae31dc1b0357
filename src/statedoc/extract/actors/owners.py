"""Owners: the names that belong to a title as its complement: «жена [Матиаса Кордеро]», «адвокат [Крылова]»."""

from collections.abc import Mapping, Set

import attrs

from statedoc.extract.actors.candidates import RolePhrase
from statedoc.extract.actors.readings import PersonName, PhraseReading
from statedoc.extract.actors.roles import is_plural
from statedoc.languages.morphology import Case, Gender, Pos
from statedoc.languages.roles import Roles
from statedoc.text import ParsedText

_TO_VERB = 10  # tokens from a name to the verb or pronoun that tells its bearer's gender


def with_owners(
    text: ParsedText, roles: Mapping[int, RolePhrase], names: Mapping[int, PersonName]
) -> tuple[dict[int, RolePhrase], dict[int, PersonName]]:
    """Titles and names by their first tokens: a name belongs to the title of who stands somehow to its bearer.

    Where it does, the title goes on to its end, and the name keeps only its readings in the genitive.
    """
    relational = text.pack.lexicon(Roles).relational
    said = {text.tokens[at].text for name in names.values() for at in name.parts}
    full = {text.tokens[name.parts[-1]].text for name in names.values() if len(name.parts) > 1}
    found, named = dict(roles), dict(names)
    for first, role in roles.items():
        name = names.get(role.last)
        if name is None or role.lemma not in relational or _is_apposition(text, role, name):
            continue
        if readings := _as_owner(text, role, name, said, full):
            tail = " ".join(token.folded for token in text.tokens[role.head + 1 : name.last])
            found[first] = attrs.evolve(role, last=name.last, tail=tail, owned=True)
            named[name.first] = name._replace(readings=readings)
    return found, named


def _is_apposition(text: ParsedText, role: RolePhrase, name: PersonName) -> bool:
    """Whether a name agrees with a title that has its complement already: «представителя МИД Чехии Марии Горской»."""
    if role.last == role.head + 1:
        return False
    title = {reading.case for reading in text.readings(role.head)}
    return Case.GENITIVE in title and any(each.case is Case.GENITIVE for each in name.readings)


def _as_owner(
    text: ParsedText, role: RolePhrase, name: PersonName, said: Set[str], full: Set[str]
) -> tuple[PhraseReading, ...]:
    """The readings of a name in the genitive; none where it is likelier that of the title's own holder.

    The article has its nominative, the title is a plural, or the verb behind tells a man where the nominative is a
    woman's.
    """
    genitives = tuple(each for each in name.readings if each.case in (Case.GENITIVE, None))
    nominatives = [each for each in name.readings if each.case in (Case.NOMINATIVE, None)]
    if not genitives or not nominatives or is_plural(text, role.head):
        return genitives
    words = tuple(text.tokens[at].text for at in name.parts)
    if known := tuple(each for each in genitives if each.bases != words and set(each.bases) <= said):
        return known
    if len(words) == 1 and words[0] in full:
        return tuple(each for each in genitives if each.bases == words)
    of_woman = all(each.gender is Gender.FEMININE for each in nominatives)
    return genitives if of_woman and _told_behind(text, name.last) is Gender.MASCULINE else ()


def _told_behind(text: ParsedText, after: int) -> Gender | None:
    """The gender that the first verb in the past behind a name tells, or a relative pronoun that is a subject."""
    for at in range(after, min(after + _TO_VERB, text.sentence_of(after - 1).last)):
        readings = text.readings(at)
        relative = text.tokens[at].folded in text.pack.grammar.relatives
        subject = next((each for each in readings if relative and each.case is Case.NOMINATIVE), None)
        verb = next((each for each in readings[:1] if each.pos is Pos.VERB), subject)
        if verb is not None:
            return verb.gender
    return None
