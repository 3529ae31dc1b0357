"""How alike two ways of calling someone are: whether two names can be one person's, whether a title fits another."""

from statedoc.extract.actors.candidates import RolePhrase
from statedoc.extract.actors.entities import Entity, name_keys, surname_keys
from statedoc.extract.actors.readings import PersonName
from statedoc.languages.fold import fold

_SAME_NOUN = 0.8  # of two descriptions by one noun with other complements: "creator of the site", "creator of Portal"
_STEM = 4  # letters of a word that an abbreviation keeps


def same_name(entity: Entity, name: PersonName) -> bool:
    """Whether a name can be that of an entity: the surname fits, and no first name speaks against it."""
    if len(name.parts) == 1:
        return True
    for known in entity.names:
        if len(known.parts) == 1:
            continue
        if _within(name, known) or _within(known, name):
            return True
        if not surname_keys(known) & surname_keys(name):
            continue
        if _first_keys(known) & _first_keys(name):
            return True
        if not (_first_keys(known) and _first_keys(name)) and _initials(known) & _initials(name):
            return True
    return all(len(known.parts) == 1 for known in entity.names)


def _within(name: PersonName, fuller: PersonName) -> bool:
    """Whether all words of a name are words of a fuller one: first name and patronymic."""
    words = [
        {fold(reading.bases[number]) for reading in name.readings} for number in range(len(name.readings[0].bases))
    ]
    return len(name.parts) < len(fuller.parts) and all(keys & name_keys(fuller) for keys in words)


def _first_keys(name: PersonName) -> frozenset[str]:
    return frozenset(fold(reading.bases[0]) for reading in name.readings if not reading.bases[0].endswith("."))


def _initials(name: PersonName) -> frozenset[str]:
    """The first letters of first names."""
    return frozenset(fold(reading.bases[0])[:1] for reading in name.readings)


def likeness(held: RolePhrase, role: RolePhrase) -> float:
    """How well a title can refer to the holder of another; 0 if it cannot."""
    if held.lemma == role.lemma and held.tail == role.tail:
        return 2.0
    if _differ(held, role):
        return 0.0
    if role.office is not None and role.office.speaks_for and _same_organization(held, role):
        return 1.0
    if held.office is None or role.office is None:
        listed = held.office or role.office
        same = held.lemma == role.lemma and listed is None
        return 2.0 if same and (not held.tail or not role.tail) else _SAME_NOUN if same else 0.0
    if held.office.unnamed and held.office is role.office and _told_apart(held, role):
        return 0.0
    if held.office is role.office:
        if _abbreviates(held.tail, role.tail) or _abbreviates(role.tail, held.tail):
            return 1.5
        specific = held.office.of_state or held.lemma == role.lemma
        if not specific and (_same_organization(held, role) or (role.tail and role.tail == held.tail)):
            return 1.5
        if not specific:
            return 0.0 if role.tail and not _only_state(held, role) else 0.8
        return 2.0 if not role.tail or not held.tail or role.country or role.organization else 1.5
    if role.office.key in held.office.broader:
        if not role.tail or role.country:
            return 1.0
        return 0.0 if role.office.unnamed else 0.3
    return 0.0


def _only_state(held: RolePhrase, role: RolePhrase) -> bool:
    """Whether all that a title adds is the state of which the other is, too: «замглавы МИД [Грузии]»."""
    return role.country is not None and role.country == held.country and " " not in role.tail


def _told_apart(one: RolePhrase, other: RolePhrase) -> bool:
    """Whether two descriptions say of whom, and each of another: «источник в порту», «источник газеты»."""
    places = [_place(role) for role in (one, other)]
    return all(places) and places[0] != places[1]


def _place(role: RolePhrase) -> str:
    """Where someone is a source; a title that names whom he talks to tells nothing of it: «собеседник агентства»."""
    if role.office is not None and " " in role.title and role.title in role.office.titles:
        return ""
    return role.tail or (role.organization.label if role.organization else "")


def _abbreviates(short: str, long: str) -> bool:
    """Whether a word is made of those of a longer complement: «Минсвязи» of «связи и коммуникаций»."""
    return " " not in short and any(
        word != short and word[:_STEM] in short for word in long.split() if len(word) > _STEM
    )


def _same_organization(held: RolePhrase, role: RolePhrase) -> bool:
    return (
        held.organization is not None
        and role.organization is not None
        and held.organization.key == role.organization.key
    )


def _differ(held: RolePhrase, role: RolePhrase) -> bool:
    one, other = held.organization, role.organization
    if one is None or other is None or one.key == other.key or (held.office and held.office.of_state):
        return False
    return not any(isinstance(each.key, tuple) and len(each.key) == 1 for each in (one, other))
