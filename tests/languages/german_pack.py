"""What the page on adding a language leaves out of its German pack: the least that its own words need beside them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.languages import toy_pack

MORPHOLOGY = '''
"""German, as far as two sentences go: a list of words."""

from statedoc.languages.fold import fold
from statedoc.languages.morphology import Case, Gender, NameReading, Number, Pos, Reading, Tense

_VERBS = {"sagte": ("sagen", Tense.PAST), "liegt": ("liegen", Tense.PRESENT), "ist": ("sein", Tense.PRESENT)}
_NOUNS = {"ministerin": Gender.FEMININE, "brücke": Gender.FEMININE, "blatt": Gender.NEUTER, "tisch": Gender.MASCULINE}
_WORDS = {"dass": Pos.CONJUNCTION, "auf": Pos.PREPOSITION, "von": Pos.PREPOSITION, "fertig": Pos.ADJECTIVE}


class GermanMorphology:
    def readings(self, word):
        word = fold(word)
        if word in _VERBS:
            lemma, tense = _VERBS[word]
            return (Reading(lemma=lemma, pos=Pos.VERB, tense=tense, number=Number.SINGULAR, person=3),)
        if word in _NOUNS:
            told = {"gender": _NOUNS[word], "animate": word == "ministerin"}
            return (Reading(lemma=word, pos=Pos.NOUN, case=Case.NOMINATIVE, number=Number.SINGULAR, **told),)
        return (Reading(lemma=word, pos=_WORDS.get(word, Pos.OTHER), known=word in _WORDS),)

    def forms(self, phrase):
        stem = fold(phrase)
        yield tuple(stem.split())
        yield from ((form,) for form, (lemma, _) in _VERBS.items() if lemma == stem)

    def nominative(self, words, *, plural=False):
        return tuple(words)

    def name_readings(self, word, *, wide=False):
        return (NameReading(word, None, None),)
'''

CONTENT: Mapping[str, Mapping[str, Any]] = {
    "grammar.toml": {
        "name": "German",
        "alphabet": "abcdefghijklmnopqrstuvwxyzäöüß",
        "frequent": ["der", "die", "und", "ist"],
        "complementizers": ["dass"],
        "prepositions": ["auf", "von"],
    },
    "roles.toml": {"office": [{"key": "minister", "titles": ["ministerin"]}]},
}


def write(folder: Path) -> None:
    """Write the pack into a folder of language packs, without what the page writes there."""
    made = folder / "de"
    made.mkdir()
    (made / "morphology.py").write_text(MORPHOLOGY, encoding="utf-8")
    toy_pack.write_lexicons(made, CONTENT)
    (made / "cues.toml").unlink()
