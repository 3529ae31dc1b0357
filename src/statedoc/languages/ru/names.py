"""Russian declension of surnames and foreign first names, by their endings.

A surname is never declined by a dictionary lemma («токай» for Токаев): its last letters tell the
declension. One form can be read in several ways («Токаева» is a woman, or a man in the genitive);
the other words of the name, its title and the rest of the article decide.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from statedoc.languages.morphology import Case, Gender, NameReading

_M, _F = Gender.MASCULINE, Gender.FEMININE
_NOM, _GEN, _DAT, _ACC, _INS, _LOC = Case

_CONSONANT = "[бвгджзклмнпрстфхцчшщ]"


class _Pattern(NamedTuple):
    stem: str  # what the base without its ending must end in, as a pattern
    base: str  # the ending of the base
    gender: Gender | None
    endings: Mapping[Case, tuple[str, ...]]


_OF_SKY = {
    _NOM: ("ий",),
    _GEN: ("ого", "его"),
    _DAT: ("ому", "ему"),
    _ACC: ("ого", "его"),
    _INS: ("им",),
    _LOC: ("ом", "ем"),
}
_OF_SKAYA = {_NOM: ("ая",), _GEN: ("ой",), _DAT: ("ой",), _ACC: ("ую",), _INS: ("ой",), _LOC: ("ой",)}
# The declensions of most Slavic and Turkic surnames, whose endings tell them from all others.
_TYPICAL_PATTERNS = (
    # Иванов, Путин, Токаев
    _Pattern(
        "(?:[её]в|ов|[иы]н)",
        "",
        _M,
        {_NOM: ("",), _GEN: ("а",), _DAT: ("у",), _ACC: ("а",), _INS: ("ым",), _LOC: ("е",)},
    ),
    # Иванова, Путина, Токаева
    _Pattern(
        "(?:[её]в|ов|[иы]н)",
        "а",
        _F,
        {_NOM: ("а",), _GEN: ("ой",), _DAT: ("ой",), _ACC: ("у",), _INS: ("ой",), _LOC: ("ой",)},
    ),
    # Чайковский, Троцкая
    _Pattern("[цс]к", "ий", _M, _OF_SKY),
    _Pattern("[цс]к", "ая", _F, _OF_SKAYA),
)
_PATTERNS = (
    *_TYPICAL_PATTERNS,
    # Дикий, Белый, Толстой
    _Pattern("(?:[бвдзлмнрстг]н?|ш)", "ий", _M, _OF_SKY),
    _Pattern(
        "[бвдзлмнрст]",
        "ый",
        _M,
        {_NOM: ("ый",), _GEN: ("ого",), _DAT: ("ому",), _ACC: ("ого",), _INS: ("ым",), _LOC: ("ом",)},
    ),
    _Pattern(
        "[бвгдзклмнрст]",
        "ой",
        _M,
        {_NOM: ("ой",), _GEN: ("ого",), _DAT: ("ому",), _ACC: ("ого",), _INS: ("ым", "им"), _LOC: ("ом",)},
    ),
    # Яровая, Залужная
    _Pattern("[вн]", "ая", _F, _OF_SKAYA),
    # Эрдоган, Янукович
    _Pattern(
        _CONSONANT, "", _M, {_NOM: ("",), _GEN: ("а",), _DAT: ("у",), _ACC: ("а",), _INS: ("ом", "ем"), _LOC: ("е",)}
    ),
    # Шмидт, Клинтон, Юн: women's names in consonants do not change
    _Pattern(f"(?:{_CONSONANT}|[йь])", "", _F, dict.fromkeys(Case, ("",))),
    # Гоголь, Цзиньпин is above
    _Pattern(
        _CONSONANT, "ь", _M, {_NOM: ("ь",), _GEN: ("я",), _DAT: ("ю",), _ACC: ("я",), _INS: ("ем",), _LOC: ("е",)}
    ),
    # Ежей, Шахрай
    _Pattern(
        "[аеиоуыэ]", "й", _M, {_NOM: ("й",), _GEN: ("я",), _DAT: ("ю",), _ACC: ("я",), _INS: ("ем",), _LOC: ("е", "и")}
    ),
    # Тэцуя, Майя
    _Pattern(
        "[аеиоуыэ]", "я", None, {_NOM: ("я",), _GEN: ("и",), _DAT: ("е",), _ACC: ("ю",), _INS: ("ей",), _LOC: ("е",)}
    ),
    # Нурлыева is above; Кафка, Окуджава
    _Pattern(
        _CONSONANT,
        "а",
        None,
        {_NOM: ("а",), _GEN: ("ы", "и"), _DAT: ("е",), _ACC: ("у",), _INS: ("ой", "ей"), _LOC: ("е",)},
    ),
    # Белая, rarer than Танака, whose instrumental is like its
    _Pattern("[бгдзклмрст]", "ая", _F, _OF_SKAYA),
    # Данелия, Берия
    _Pattern(
        "(?:[бвгджзклмнпрстфхцчшщь]|и)",
        "я",
        None,
        {_NOM: ("я",), _GEN: ("и",), _DAT: ("е", "и"), _ACC: ("ю",), _INS: ("ей",), _LOC: ("е", "и")},
    ),
)
# Шарифзода, Алекперзаде: Tajik and Azerbaijani surnames that most papers do not decline
# Беридзе, Саакашвили: Georgian surnames whose ending is no Russian one
_ALWAYS_FIXED = re.compile(r"\w(?:дзе|швили|енко)\Z", re.IGNORECASE)
# Лукашенко, Гутерриш is above; Абэ, Саркози, Черных, Саакадзе: one form for all cases
_FIXED = re.compile(r"(?:[оеэиуюыё]|[ыи]х|[аоуэ]а|зода)$", re.IGNORECASE)


def surname_readings(word: str) -> tuple[NameReading, ...]:
    """Every way to read a surname, or a first name that no dictionary lists, the likeliest first.

    >>> [(r.base, r.case.value) for r in surname_readings("Токаева") if r.case and r.gender]
    [('Токаева', 'nominative'), ('Токаев', 'genitive'), ('Токаев', 'accusative')]
    """
    if _ALWAYS_FIXED.search(word):
        return (NameReading(word, None, None),)
    typical = tuple(_declined(word, _TYPICAL)) if _TYPICAL_FORM.search(word) else ()
    if typical and _OF_TSKOY.search(word):
        typical = (*typical, NameReading(word, _M, Case.NOMINATIVE))
    if typical and _OF_SK.match(word):
        typical = (*typical, NameReading(word[:-2], _M, Case.INSTRUMENTAL))
    if typical:
        return _by_case(typical)
    fixed = (NameReading(word, None, None),) if _FIXED.search(word) else ()
    readings = _by_case(_declined(word, _STEMS))
    if _OF_OGO.search(word):
        return tuple(dict.fromkeys((*readings, *fixed)))
    if _INSTRUMENTAL.search(word):
        readings = tuple(sorted(readings, key=lambda reading: reading.case is not Case.INSTRUMENTAL))
    return tuple(dict.fromkeys((*fixed, *readings))) or (NameReading(word, None, None),)


def _by_case(readings: Iterable[NameReading]) -> tuple[NameReading, ...]:
    """The nominatives first."""
    return tuple(dict.fromkeys(sorted(readings, key=lambda reading: reading.case is not Case.NOMINATIVE)))


def _declined(word: str, patterns: Sequence[tuple[_Pattern, re.Pattern[str]]]) -> Iterator[NameReading]:
    lower = word.lower()
    for pattern, stem in patterns:
        if len(set(pattern.endings.values())) == 1:
            if stem.search(lower):
                yield NameReading(word, pattern.gender, None)
            continue
        for case, endings in pattern.endings.items():
            for ending in endings:
                cut = len(word) - len(ending)
                if cut >= 2 and lower.endswith(ending) and stem.search(lower, 0, cut) and lower[cut - 1] != "ь":
                    yield NameReading(word[:cut] + pattern.base, pattern.gender, case)


# -овым, -евой, -ину, -скому: endings that no other declension has
_TYPICAL_FORM = re.compile(r"(?:(?:[её]в|ов|[иы]н)(?:ым|ой|у|а|е)|[цс]к(?:ого|ому|им|ом|ой|ую|ая|ий))\Z", re.IGNORECASE)
# Трубецкой: also a woman's genitive
# Маском: of one syllable before its ending, so hardly an adjective's
_OF_SK = re.compile(r"[^аеёиоуыэюя]*[аеёиоуыэюя]ском\Z", re.IGNORECASE)
_OF_TSKOY = re.compile(r"цкой\Z", re.IGNORECASE)
_OF_OGO = re.compile(r"\w{3,}[ое]го\Z", re.IGNORECASE)  # of Полевой, and hardly Диего
_INSTRUMENTAL = re.compile(r"\w{3,}[ое]м\Z", re.IGNORECASE)

_STEMS = tuple((pattern, re.compile(pattern.stem + r"\Z")) for pattern in _PATTERNS)
_TYPICAL = _STEMS[: len(_TYPICAL_PATTERNS)]
