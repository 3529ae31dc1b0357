"""Occasions of speech: interviews, press conferences, articles in papers."""

from collections.abc import Iterator
from typing import ClassVar, final

import attrs

from statedoc.languages.lexicon import Term
from statedoc.model import SpeechKind


@final
@attrs.frozen(kw_only=True, eq=False)
class Occasion:
    """Nouns for one kind of occasion."""

    kind: SpeechKind
    nouns: tuple[str, ...]
    lasting: bool = False  #: the whole article may be about it, so that later words of its speaker belong to it


@final
@attrs.frozen(eq=False)
class HoldingVerb:
    """A verb whose object can be an occasion: "gave an interview"."""

    lemma: str


@final
@attrs.frozen(kw_only=True, eq=False)
class Occasions:
    """The occasions of a language."""

    FILE: ClassVar[str] = "occasions.toml"

    occasion: tuple[Occasion, ...]
    holding: tuple[str, ...]  #: verbs whose object can be an occasion
    about: frozenset[str]  #: prepositions that tell of an occasion without placing words in it: "ready for talks"
    about_course: frozenset[str]  #: more of them, before a noun with it: "familiar with the course of the talks"

    def terms(self) -> Iterator[Term]:
        """The nouns and the verbs."""
        for occasion in self.occasion:
            for noun in occasion.nouns:
                yield Term(noun, occasion)
        for lemma in self.holding:
            yield Term(lemma, HoldingVerb(lemma))
