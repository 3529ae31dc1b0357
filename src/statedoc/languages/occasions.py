"""Occasions of speech: interviews, press conferences, articles in papers."""

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, final

import attrs

from statedoc.languages.fold import fold
from statedoc.languages.lexicon import Term
from statedoc.model import SpeechKind


@final
@attrs.frozen(kw_only=True, eq=False, slots=False)
class Occasion:
    """Nouns for one kind of occasion."""

    kind: SpeechKind
    nouns: tuple[str, ...]
    lasting: bool = False  #: the whole article may be about it, so that later words of its speaker belong to it
    gathering: bool = False  #: people meet for it; else somebody utters it
    prepositions: frozenset[str] = frozenset()  #: that place words in it, before a locative: "in (an article)"

    @cached_property
    def folded(self) -> frozenset[str]:
        """The nouns as they are compared."""
        return frozenset(map(fold, self.nouns))


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
    around: frozenset[str]  #: prepositions that place words before or after a gathering
    courses: frozenset[str]  #: nouns for what takes place of an occasion, before it: "in the course of (the talks)"
    facing: frozenset[str]  #: prepositions of those to whom words were said: "before"

    def terms(self) -> Iterator[Term]:
        """The nouns and the verbs."""
        for occasion in self.occasion:
            for noun in occasion.nouns:
                yield Term(noun, occasion)
        for lemma in self.holding:
            yield Term(lemma, HoldingVerb(lemma))
