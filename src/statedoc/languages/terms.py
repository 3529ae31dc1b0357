"""The index that finds all phrases of a pack's lexicons in one pass over a text's words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, final

import attrs

from statedoc.languages.fold import fold
from statedoc.languages.lexicon import Casing, Term

_NOTHING = ""  # where no second word stands
_CAPITALS = {Casing.ANY: 0, Casing.CAPITAL: 1, Casing.CAPITALS: 2}


class TermMatch(NamedTuple):
    """Words of a text that are a phrase of a lexicon."""

    first: int  #: index of the first word
    last: int  #: index after the last word
    entry: Any  #: the lexicon's entry


class _Phrase(NamedTuple):
    rest: tuple[str, ...]  # folded words after the first
    entry: Any
    capitals: int  # how many first letters must be capitals


@final
@attrs.frozen
class TermIndex:
    """Phrases by their first word and their second, longest first."""

    _phrases: dict[str, dict[str, tuple[_Phrase, ...]]]

    def find(self, folded: Sequence[str], words: Sequence[str]) -> Iterator[TermMatch]:
        """Every longest match of each lexicon's phrases; phrases of two lexicons may overlap.

        `folded` are the words in the form of `fold`, `words` the same as they stand in the text.
        """
        phrases, folded = self._phrases, tuple(folded)
        for first, (word, second) in enumerate(pairwise((*folded, _NOTHING))):
            if word not in phrases:
                continue
            following = phrases[word]
            longest: dict[type, int] = {}
            for phrase in following[second] if second in following else following[_NOTHING]:
                last = first + 1 + len(phrase.rest)
                kind = type(phrase.entry)
                if longest.get(kind, last) != last or (phrase.rest and folded[first + 1 : last] != phrase.rest):
                    continue
                if phrase.capitals and not words[first][: phrase.capitals].isupper():
                    continue
                longest[kind] = last
                yield TermMatch(first, last, phrase.entry)


def index(terms: Iterable[tuple[Term, Iterable[tuple[str, ...]]]]) -> TermIndex:
    """File each term, given with its inflected forms, by the first words of each."""
    phrases: dict[str, dict[str, dict[_Phrase, None]]] = defaultdict(lambda: defaultdict(dict))
    for term, inflected in terms:
        capitals = _CAPITALS[term.casing]
        for first, *rest in inflected if term.inflected else (tuple(map(fold, term.phrase.split())),):
            phrases[first][rest[0] if rest else _NOTHING][_Phrase(tuple(rest), term.entry, capitals)] = None
    return TermIndex({first: _with_single(following) for first, following in phrases.items()})


def _with_single(following: Mapping[str, Mapping[_Phrase, None]]) -> dict[str, tuple[_Phrase, ...]]:
    """The phrases of one first word by their second, each with those of one word, longest first."""
    single = tuple(following.get(_NOTHING, ()))
    filed = {second: (*sorted(each, key=_longest), *single) for second, each in following.items() if second}
    return {**filed, _NOTHING: single}


def _longest(phrase: _Phrase) -> int:
    return -len(phrase.rest)
