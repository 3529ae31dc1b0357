"""Russian declension by endings alone, for words that no dictionary need be asked for.

Names of places and institutions («Кирибати», «Ломе», «Ярен») are read by a dictionary as forms of
other words; adjectives in -ский are so regular that asking it is only slow.
"""

import re

_ADJECTIVE = re.compile(r"(.+[сц]к)ий")
_ADJECTIVE_ENDINGS = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ою", "ое", "ие", "их", "ими")

# The last letters of a name's dictionary form, how many of them change, and the endings of its other forms.
_NAMES = (
    ("ия", 1, ("и", "ю", "ей")),  # Россия
    ("ная", 2, ("ой", "ую")),  # Поднебесная
    ("[аиоуыэюяё]а", 0, ()),  # Никарагуа, Апиа
    ("[гкхжшчщ]а", 1, ("и", "е", "у", "ой", "ей")),  # Рига, Абуджа
    ("ца", 1, ("ы", "е", "у", "ей")),  # Подгорица
    ("а", 1, ("ы", "е", "у", "ой")),  # Москва
    ("я", 1, ("и", "е", "ю", "ей")),  # Корея
    ("ий", 1, ("я", "ю", "ем", "и")),  # Маврикий
    ("й", 1, ("я", "ю", "ем", "е")),  # Китай
    ("ь", 1, ("я", "ю", "ем", "е", "и", "ью")),  # Израиль, Беларусь
    ("ты", 1, ("ов", "ам", "ами", "ах")),  # Эмираты
    ("ы", 1, ("", "ов", "ам", "ами", "ах")),  # Филиппины
    ("(?:[аео]в|ств)о", 1, ("а", "у", "ом", "е")),  # Косово, Росимущество
    ("[жшчщц]", 0, ("а", "у", "ем", "е")),  # Париж
    ("ипет", 2, ("та", "ту", "том", "те")),  # Египет
    ("[бвгдзклмнпрстфх]", 0, ("а", "у", "ом", "е")),  # Ирак
)
_NAME_PATTERNS = tuple((re.compile(f"(?:{ending})$"), cut, endings) for ending, cut, endings in _NAMES)


def adjective_forms(adjective: str) -> tuple[str, ...]:
    """Every long form of an adjective in -ский or -цкий, folded; none for other words.

    >>> adjective_forms("чешский")[:3]
    ('чешский', 'чешского', 'чешскому')
    """
    match = _ADJECTIVE.fullmatch(adjective)
    return tuple(match[1] + ending for ending in _ADJECTIVE_ENDINGS) if match else ()


def name_forms(name: str) -> tuple[str, ...]:
    """Every form of a one-word name of a place or an institution, folded, in its own number.

    >>> name_forms("чад"), name_forms("чили")
    (('чад', 'чада', 'чаду', 'чадом', 'чаде'), ('чили',))
    >>> name_forms("гвинея-бисау")[1]
    'гвинеи-бисау'
    """
    for pattern, cut, endings in _NAME_PATTERNS:
        if pattern.search(name):
            stem = name[: len(name) - cut]
            return (name, *(stem + ending for ending in endings))
    first, hyphen, rest = name.partition("-")
    if hyphen and first.endswith("ея"):
        return tuple(f"{form}-{rest}" for form in name_forms(first))
    return (name,)
