"""A language pack: one folder of lexicons and a morphology, loaded when first asked for."""

from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, cast, final

from statedoc.languages.cldr import CldrNames, read_names
from statedoc.languages.compiled import forms_of, read_forms
from statedoc.languages.cues import Cues, SourcePhrase
from statedoc.languages.grammar import Grammar
from statedoc.languages.lexicon import Lexicon, Term, load
from statedoc.languages.lexicons import LEXICONS
from statedoc.languages.morphology import Morphology
from statedoc.languages.terms import TermIndex, index

L = TypeVar("L", bound=Lexicon)


@final
class LanguagePack:
    """Everything that the extractors know of one language."""

    def __init__(self, folder: Traversable, names: CldrNames | None = None) -> None:
        self.code: str = folder.name  #: BCP 47
        self._folder = folder
        self._names = names
        self._lexicons: dict[type[Any], Any] = {}

    def __repr__(self) -> str:
        return f"<language pack {self.code!r}>"

    def lexicon(self, kind: type[L]) -> L:
        """The pack's lexicon of this kind, read once; LexiconError if its file is faulty."""
        if kind not in self._lexicons:
            self._lexicons[kind] = load(self._folder, kind, kind.FILE, self._cldr)
        return cast("L", self._lexicons[kind])

    def over(self, names: CldrNames) -> "LanguagePack":
        """The same pack over other names of CLDR."""
        return LanguagePack(self._folder, names)

    @cached_property
    def _cldr(self) -> CldrNames:
        return read_names(self._folder) if self._names is None else self._names

    @property
    def name(self) -> str:
        """The language's English name."""
        return self.grammar.name

    @cached_property
    def grammar(self) -> Grammar:
        """Function words, abbreviations and the like."""
        return self.lexicon(Grammar)

    @cached_property
    def morphology(self) -> Morphology:
        """The grammar of single words."""
        return cast("Morphology", import_module(f"statedoc.languages.{self.code}").Morphology())

    @cached_property
    def _source_phrases(self) -> dict[str, SourcePhrase]:
        return {phrase: source for source in self.lexicon(Cues).source_phrase for phrase in source.phrases}

    @cached_property
    def _source_nouns(self) -> frozenset[str]:
        return frozenset(phrase.split()[1] for phrase in self._source_phrases if phrase.count(" ") == 1)

    def ends_source_phrase(self, word: str) -> bool:
        """Whether a folded word is the noun of a phrase for a source that has two words."""
        return word in self._source_nouns

    def source_phrase(self, words: str) -> SourcePhrase | None:
        """The source phrase that goes by these folded words, if it is one."""
        return self._source_phrases.get(words)

    @cached_property
    def terms(self) -> TermIndex:
        """The phrases of all lexicons, ready to be found in a text."""
        compiled = read_forms(self._folder)
        return index((term, forms_of(term, compiled, self.morphology)) for term in self.all_terms())

    def all_terms(self) -> Iterator[Term]:
        """The phrases of all lexicons, each with its entry."""
        for kind in LEXICONS:
            yield from self.lexicon(kind).terms()
