"""Names that CLDR has in a language: states, currencies and months, under the lexicons that are made by hand.

They are written into `cldr.json` before the package is built, never by hand, and need Babel for that alone:

    python -m statedoc.languages

A lexicon's own file stands over them: a state or a month takes its name from CLDR where the file gives none, and a
currency goes by its full name there besides the words of the file.
"""

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Any, Final, final

import attrs

from statedoc.languages.fold import fold
from statedoc.schema import decode_json, encode_json

FILE: Final = "cldr.json"

Names = Mapping[str, str]


@final
@attrs.frozen(kw_only=True)
class CldrNames:
    """What CLDR calls things in one language."""

    states: Names = attrs.field(factory=dict)  #: by ISO 3166-1 code, as they are written
    currencies: Names = attrs.field(factory=dict)  #: by ISO 4217 code, folded; what is or was legal tender somewhere
    months: Names = attrs.field(factory=dict)  #: by number, folded


def read_names(folder: Traversable) -> CldrNames:
    """The names that were written for a pack; none where they have not been."""
    file = folder / FILE
    read = decode_json(file.read_bytes()) if file.is_file() else {}
    return CldrNames(**read) if isinstance(read, dict) else CldrNames()


def names_of(language: str) -> CldrNames:
    """What CLDR calls things in a language, by its BCP 47 code; nothing where it lacks the language. Needs Babel."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        locale = Locale.parse(language, sep="-")
    except UnknownLocaleError:
        return CldrNames()
    states = {code: name for code, name in locale.territories.items() if len(code) == 2 and _is_plain(name)}
    tender = {code for used in get_global("territory_currencies").values() for code, _, _, legal in used if legal}
    named = {code: name for code, name in locale.currencies.items() if code in tender and _is_plain(name)}
    currencies = {code: fold(name) for code, name in named.items()}
    months = {str(number): fold(name) for number, name in locale.months["stand-alone"]["wide"].items()}
    return CldrNames(states=_sorted(states), currencies=_sorted(currencies), months=months)


def write_names(names: CldrNames) -> bytes:
    """The content of `cldr.json`."""
    return encode_json(attrs.asdict(names), indent=True) + b"\n"


def _sorted(names: Names) -> Names:
    return dict(sorted(names.items()))


def _is_plain(name: str) -> bool:
    """Whether a name is one that texts use: no «рубль (1991–1998)», no abbreviation."""
    return all(letter.isalpha() or letter in " -’" for letter in name)


def underlay(raw: dict[str, Any], file: str, names: CldrNames) -> dict[str, Any]:
    """The tables of a lexicon's file, with CLDR's names where it leaves them out."""
    if file == "states.toml":
        _fill(raw.get("state", ()), "code", "names", names.states)
    elif file == "calendar.toml":
        _fill(raw.get("month", ()), "number", "words", names.months)
    elif file == "currencies.toml":
        listed = raw.get("currency", [])
        known = {word for each in listed for key in ("words", "fixed") for word in each.get(key, ())}
        own = [{"words": [name], "code": code} for code, name in names.currencies.items() if name not in known]
        raw["currency"] = [*listed, *own]
    return raw


def _fill(tables: Any, by: str, key: str, names: Names) -> None:
    """Give each table that lacks a key the name that its code has."""
    for table in tables:
        name = names.get(str(table.get(by)))
        if key not in table and name is not None:
            table[key] = [name]
