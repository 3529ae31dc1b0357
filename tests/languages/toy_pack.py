"""A tiny pack of a language made for tests, Esperanto with thirty words: one folder, and nothing besides.

What the toy does not need is left blank: each lexicon class tells what its file must hold.
"""

import json
import typing
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from statedoc.languages.lexicons import LEXICONS

CODE = "eo"

MORPHOLOGY = '''
"""The toy language: regular endings, and a list of words."""

from statedoc.languages.fold import fold
from statedoc.languages.morphology import Case, NameReading, Number, Pos, Reading, Tense

_WORDS = {"de": Pos.PREPOSITION, "ke": Pos.CONJUNCTION, "kaj": Pos.CONJUNCTION, "la": Pos.OTHER, "li": Pos.PRONOUN}
_NOUNS = {"prezidento": True, "vojo": False, "traktato": False, "lando": False}
_ENDINGS = (("on", Case.ACCUSATIVE, Number.SINGULAR), ("oj", Case.NOMINATIVE, Number.PLURAL),
            ("o", Case.NOMINATIVE, Number.SINGULAR))


class Morphology:
    def readings(self, word):
        word = fold(word)
        if word in _WORDS:
            return (Reading(lemma=word, pos=_WORDS[word]),)
        for ending, case, number in _ENDINGS:
            if word.endswith(ending):
                lemma = word[: -len(ending)] + "o"
                known = lemma in _NOUNS
                animate = _NOUNS.get(lemma, False)
                return (Reading(lemma=lemma, pos=Pos.NOUN, case=case, number=number, animate=animate, known=known),)
        for ending, tense in (("is", Tense.PAST), ("as", Tense.PRESENT)):
            if word.endswith(ending):
                return (Reading(lemma=word[:-2] + "i", pos=Pos.VERB, tense=tense),)
        pos = Pos.ADJECTIVE if word.endswith("a") else Pos.OTHER
        return (Reading(lemma=word, pos=pos, case=Case.NOMINATIVE, number=Number.SINGULAR),)

    def forms(self, phrase):
        stem = fold(phrase)
        yield tuple(stem.split())
        if stem.endswith("o"):
            yield from ((stem + ending,) for ending in ("n", "j", "jn"))
        if stem.endswith("i"):
            yield from ((stem[:-1] + ending,) for ending in ("is", "as", "os"))

    def nominative(self, words, *, plural=False):
        return tuple(word.removesuffix("n") if word.endswith("on") else word for word in words)

    def name_readings(self, word, *, wide=False):
        if word.endswith("on"):
            return (NameReading(word[:-1], None, Case.ACCUSATIVE),)
        return (NameReading(word, None, Case.NOMINATIVE),)
'''

CONTENT: Mapping[str, Mapping[str, Any]] = {
    "grammar.toml": {
        "name": "Esperanto",
        "alphabet": "abcĉdefgĝhĥijĵklmnoprsŝtuŭvz",
        "frequent": ["la", "de", "kaj", "estas"],
        "complementizers": ["ke"],
        "prepositions": ["de", "en"],
        "coordinators": ["kaj"],
        "pronoun": [{"forms": ["li"], "case": "nominative"}],
    },
    "cues.toml": {"cue": [{"class": "neutral", "takes": ["quote", "clause"], "lemmas": ["diri"]}]},
    "roles.toml": {"office": [{"key": "president", "titles": ["prezidento"]}]},
    "states.toml": {"state": [{"code": "KZ", "names": ["Kazaĥio"], "adjectives": ["kazaĥa"]}]},
}


def write(folder: Path) -> Path:
    """Write the pack into a folder of language packs; its own folder."""
    made = folder / CODE
    made.mkdir()
    (made / "__init__.py").write_text(MORPHOLOGY, encoding="utf-8")
    write_lexicons(made, CONTENT)
    return made


def write_lexicons(folder: Path, given: Mapping[str, Mapping[str, Any]]) -> None:
    """Write all lexicons of a pack, blank but for what is given by file and key."""
    for kind in LEXICONS:
        content = {**blank(kind), **given.get(kind.FILE, {})}
        (folder / kind.FILE).write_text(toml(content), encoding="utf-8")


def blank(kind: type[Any]) -> dict[str, Any]:
    """The least that a lexicon class asks for."""
    types = typing.get_type_hints(kind)
    return {
        field.name.rstrip("_"): nothing(types[field.name])
        for field in attrs.fields(kind)
        if field.default is attrs.NOTHING
    }


def nothing(type_: Any) -> Any:
    """The least value of a type."""
    if attrs.has(type_):
        return blank(type_)
    return {str: "", int: 0}.get(type_, [])


def toml(content: Mapping[str, Any]) -> str:
    return "".join(f"{key} = {value(each)}\n" for key, each in content.items())


def value(each: Any) -> str:
    if isinstance(each, dict):
        return f"{{ {', '.join(f'{key} = {value(item)}' for key, item in each.items())} }}"
    if isinstance(each, list):
        return f"[{', '.join(map(value, each))}]"
    return json.dumps(each, ensure_ascii=False)
