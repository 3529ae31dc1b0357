"""Inflected forms of a pack's phrases, worked out before the package is built.

Inflecting three thousand phrases takes half a second, reading their forms from `forms.json` a few
milliseconds. The file is made from the lexicons and the morphology, never by hand; a phrase that it
does not hold is inflected when the pack is loaded. After a change to a lexicon, write it anew:

    python -m statedoc.languages
"""

from collections.abc import Iterable, Mapping
from importlib.resources.abc import Traversable
from typing import Final

from statedoc.languages.lexicon import Term
from statedoc.languages.morphology import Morphology
from statedoc.schema import decode_json, encode_json

FILE: Final = "forms.json"
_BETWEEN_FORMS = "|"

Forms = Mapping[str, str]  #: by phrase: its forms, joined by "|"


def read_forms(folder: Traversable) -> Forms:
    """The compiled forms of a pack; none where they have not been compiled."""
    file = folder / FILE
    forms = decode_json(file.read_bytes()) if file.is_file() else {}
    return forms if isinstance(forms, dict) else {}


def forms_of(term: Term, compiled: Forms, morphology: Morphology) -> Iterable[tuple[str, ...]]:
    """Every form of a term's phrase, as folded words."""
    if term.phrase in compiled:
        return [tuple(form.split()) for form in compiled[term.phrase].split(_BETWEEN_FORMS)]
    return morphology.forms(term.phrase)


def compile_forms(terms: Iterable[Term], morphology: Morphology) -> bytes:
    """The content of `forms.json` for these terms."""
    phrases = sorted({term.phrase for term in terms if term.inflected})
    forms = {
        phrase: _BETWEEN_FORMS.join(sorted({" ".join(form) for form in morphology.forms(phrase)})) for phrase in phrases
    }
    return encode_json(forms, indent=True) + b"\n"
