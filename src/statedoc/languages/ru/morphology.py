"""Russian grammar: pymorphy3 for dictionary words, own rules for names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

import pymorphy3
from pymorphy3.units import DictionaryAnalyzer

from statedoc.languages.fold import fold
from statedoc.languages.morphology import Case, Gender, NameKind, NameReading, Number, Pos, Reading, Tense
from statedoc.languages.ru.endings import adjective_forms, name_forms
from statedoc.languages.ru.names import surname_readings

_POS = {
    "NOUN": Pos.NOUN,
    "ADJF": Pos.ADJECTIVE,
    "ADJS": Pos.ADJECTIVE,
    "COMP": Pos.ADVERB,
    "VERB": Pos.VERB,
    "INFN": Pos.INFINITIVE,
    "PRTF": Pos.PARTICIPLE,
    "PRTS": Pos.PARTICIPLE,
    "GRND": Pos.GERUND,
    "NUMR": Pos.NUMERAL,
    "ADVB": Pos.ADVERB,
    "NPRO": Pos.PRONOUN,
    "PRED": Pos.ADVERB,
    "PREP": Pos.PREPOSITION,
    "CONJ": Pos.CONJUNCTION,
}
_CASE = {
    "nomn": Case.NOMINATIVE,
    "gent": Case.GENITIVE,
    "gen2": Case.GENITIVE,
    "datv": Case.DATIVE,
    "accs": Case.ACCUSATIVE,
    "ablt": Case.INSTRUMENTAL,
    "loct": Case.LOCATIVE,
    "loc2": Case.LOCATIVE,
}
_GENDER = {"masc": Gender.MASCULINE, "femn": Gender.FEMININE, "neut": Gender.NEUTER}
_NUMBER = {"sing": Number.SINGULAR, "plur": Number.PLURAL}
_TENSE = {"past": Tense.PAST, "pres": Tense.PRESENT, "futr": Tense.FUTURE}
_PERSON = {"1per": 1, "2per": 2, "3per": 3}
_NAME = {
    "Name": NameKind.FIRST,
    "Patr": NameKind.PATRONYMIC,
    "Surn": NameKind.SURNAME,
    "Geox": NameKind.PLACE,
    "Orgn": NameKind.ORGANIZATION,
}
_DEPUTY, _FUSED_LIKE = "зам", "замминистра"  # a first part, and a word of the dictionary that has it
_WORD = re.compile(r"[а-яё]+(?:[-‑'’][а-яё]+)*", re.IGNORECASE)
_LONGEST_WORD = 60  # longer runs of letters are no Russian words, and cost the analyser quadratic time


def _is_of_dictionary(parse: Any) -> bool:
    """Whether a parse is that of a listed word, and no guess by its prefix or ending."""
    return len(parse.methods_stack) == 1 and isinstance(parse.methods_stack[0][0], DictionaryAnalyzer)


_AND = "и"
_PAIR = 3  # words of two names and what joins them


class RussianMorphology:
    """Russian word grammar, with the dictionary loaded once."""

    def __init__(self) -> None:
        self._analyzer: Any = pymorphy3.MorphAnalyzer(lang="ru")

    @lru_cache(maxsize=2**16)  # noqa: B019 - one analyser lives as long as the process
    def readings(self, word: str) -> tuple[Reading, ...]:
        """Every reading of a word form, the likeliest first; none for what is no Russian word."""
        folded = fold(word)
        parses = self._parses(folded)
        known = any(_is_of_dictionary(parse) for parse in parses)
        if not known and self._is_fused(folded):
            parses = tuple(parse for parse in self._parses(_FUSED_LIKE) if parse.tag.number == "sing")
            return tuple(Reading(lemma=folded, known=True, **_features(parse.tag)) for parse in parses)
        return tuple(
            Reading(lemma=parse.normal_form.replace("ё", "е"), known=known, **_features(parse.tag)) for parse in parses
        )

    def _is_fused(self, folded: str) -> bool:
        """Whether a word is a deputy's, whose superior's genitive is part of it and never changes: «замакима»."""
        superior = folded.removeprefix(_DEPUTY)
        if superior == folded:
            return False
        tags = [parse.tag for parse in self._parses(superior) if _is_of_dictionary(parse)]
        return any({"anim", "gent", "sing", "NOUN"} <= tag.grammemes for tag in tags)

    @lru_cache(maxsize=2**16)  # noqa: B019 - one analyser lives as long as the process
    def _parses(self, folded: str) -> tuple[Any, ...]:
        """The analyser's parses of a folded word; none for what is no Russian word."""
        if len(folded) > _LONGEST_WORD or not _WORD.fullmatch(folded):
            return ()
        return tuple(self._analyzer.parse(folded))

    def forms(self, phrase: str) -> Iterator[tuple[str, ...]]:
        """Every inflected form of a dictionary phrase: adjectives and the first noun (or a verb) change."""
        words = phrase.split()
        if len(words) == 1:
            yield from ((form,) for form in self._word_forms(phrase))
            return
        if len(words) == _PAIR and words[1] == _AND and words[0][0].isupper():
            yield from self._paired(words[0], words[2])
            return
        changing = self._changing(words)
        rest = tuple(map(fold, words[changing:]))
        yield tuple(map(fold, words))
        for form in self._lexeme(words[changing - 1]):
            inflected = self._agreeing(words[: changing - 1], form)
            if inflected is not None:
                yield (*inflected, fold(form.word), *rest)

    def _paired(self, one: str, other: str) -> Iterator[tuple[str, ...]]:
        """A name of two that decline together: «Босния и Герцеговина», «Боснии и Герцеговины»."""
        yield fold(one), _AND, fold(other)
        for first in self._lexeme(one):
            for last in self._lexeme(other):
                if first.tag.case == last.tag.case:
                    yield fold(first.word), _AND, fold(last.word)

    def _word_forms(self, word: str) -> Iterable[str]:
        """Every form of one word: of names and regular adjectives by their endings, else from the dictionary."""
        folded = fold(word)
        if word[0].isupper() and not word.isupper():
            return name_forms(folded)
        forms = adjective_forms(folded)
        if forms:
            return forms
        first, hyphen, last = folded.rpartition("-")
        # a first part may change or not: «города-героя», «телеграм-канале»
        joined = [f"{first}-{form}" for form in self._word_forms(last)] if hyphen else []
        verbs = [parse for parse in self._analyzer.parse(word) if parse.tag.POS == "INFN"]
        lexemes = (parse.lexeme for parse in verbs or [self._dictionary_parse(word)])
        return {folded, *joined, *(fold(form.word) for lexeme in lexemes for form in lexeme)}

    def _changing(self, words: Sequence[str]) -> int:
        """How many first words of a phrase change with it."""
        for count, word in enumerate(words, 1):
            if self._dictionary_parse(word).tag.POS not in ("ADJF", "PRTF"):
                return count
        return len(words)

    @lru_cache(maxsize=2**8)  # noqa: B019 - one analyser lives as long as the process
    def _lexeme(self, word: str) -> tuple[Any, ...]:
        """Every form of a lexicon's word; of a capitalized one those of its own number, as a name has no other."""
        parse = self._dictionary_parse(word)
        return tuple(form for form in parse.lexeme if not word[0].isupper() or form.tag.number == parse.tag.number)

    def _agreeing(self, adjectives: Sequence[str], noun: Any) -> tuple[str, ...] | None:
        """Adjectives in the case, number and gender of a noun; None where one has no such form."""
        tag = noun.tag
        wanted = {tag.case, tag.number} - {None}
        if tag.number == "sing" and tag.gender:
            wanted.add(tag.gender)
        if tag.case == "accs" and (tag.number == "plur" or tag.gender == "masc"):
            wanted.add(tag.animacy or "inan")
        inflected = []
        for word in adjectives:
            form = self._inflected(word, frozenset(wanted))
            if form is None:
                return None
            inflected.append(form)
        return tuple(inflected)

    @lru_cache(maxsize=2**12)  # noqa: B019 - one analyser lives as long as the process
    def _inflected(self, word: str, features: frozenset[str]) -> str | None:
        """A lexicon's word in the form with these features, folded."""
        form = self._dictionary_parse(word).inflect(features)
        return fold(form.word) if form else None

    @lru_cache(maxsize=2**8)  # noqa: B019 - one analyser lives as long as the process
    def _dictionary_parse(self, word: str) -> Any:
        """The parse of a lexicon's word as a dictionary form: nominative or infinitive where it can be one."""
        parses = self._analyzer.parse(word)
        folded = fold(word)
        return next(
            (
                parse
                for parse in parses
                if parse.tag.POS == "INFN" or (parse.tag.case == "nomn" and parse.tag.POS not in ("VERB", "GRND"))
            ),
            next((parse for parse in parses if fold(parse.normal_form) == folded), parses[0]),
        )

    def nominative(self, words: Sequence[str], *, plural: bool = False) -> tuple[str, ...]:
        """The nominative of a noun phrase: its leading adjectives and its first noun; the rest stays."""
        return self._nominative(tuple(words), plural)

    @lru_cache(maxsize=2**13)  # noqa: B019 - one analyser lives as long as the process
    def _nominative(self, words: tuple[str, ...], plural: bool) -> tuple[str, ...]:
        head = next((i for i, word in enumerate(words) if self._is_head(word) and not self._modifies(words, i)), None)
        if head is None:
            return words
        for noun in self._parses(fold(words[head])):
            if noun.tag.POS != "NOUN":
                continue
            if plural and noun.tag.number == "sing" and "Fixd" not in noun.tag:
                continue
            form = noun.inflect({"nomn", noun.tag.number} - {None})
            if form is None:
                continue
            adjectives = self._adjectives(words[:head], noun.tag, form.tag)
            if adjectives is not None:
                same = noun.tag == form.tag  # keeps a spelling that the dictionary would mend
                return (*adjectives, words[head] if same else _cased(form.word, words[head]), *words[head + 1 :])
        return words

    def _modifies(self, words: Sequence[str], index: int) -> bool:
        """Whether a word can be an adjective of the noun behind it: no surname in «Астанинскую декларацию»."""
        adjectives = [tag for tag in self._tags(words[index]) if tag.POS in ("ADJF", "PRTF")]
        nouns = [tag for word in words[index + 1 : index + 2] for tag in self._tags(word) if tag.POS == "NOUN"]
        return any(
            tag.case == noun.case and tag.number == noun.number and tag.gender in (None, noun.gender)
            for tag in adjectives
            for noun in nouns
        )

    def _tags(self, word: str) -> list[Any]:
        return [parse.tag for parse in self._parses(fold(word))]

    def _is_head(self, word: str) -> bool:
        first = next(iter(self._parses(fold(word))), None)
        return first is not None and first.tag.POS not in ("ADJF", "PRTF", "NUMR", "ADVB", "PREP", "CONJ", "NPRO")

    def _adjectives(self, words: Sequence[str], was: Any, wanted: Any) -> list[str] | None:
        """Words before a noun in its new form, or None where one does not agree with the noun as it was."""
        out = []
        for word in words:
            for parse in self._parses(fold(word)):
                tag = parse.tag
                if tag.POS not in ("ADJF", "PRTF") or tag.case != was.case or tag.number != was.number:
                    continue
                if tag.number == "sing" and tag.gender and was.gender and tag.gender != was.gender:
                    continue
                features = {"nomn", wanted.number or "sing"}
                if wanted.number == "sing" and wanted.gender:
                    features.add(wanted.gender)
                form = parse.inflect(features)
                out.append(_cased(form.word, word) if form else word)
                break
            else:
                if any(p.tag.POS in ("ADJF", "PRTF") for p in self._parses(fold(word))):
                    return None
                out.append(word)
        return out

    @lru_cache(maxsize=2**14)  # noqa: B019 - one analyser lives as long as the process
    def name_readings(self, word: str, *, wide: bool = False) -> tuple[NameReading, ...]:
        """Every way to read one word of a person's name, the likeliest first."""
        if len(word) > _LONGEST_WORD:
            return (NameReading(word, None, None),)
        listed = tuple(self._listed_names(word))
        given = (NameKind.FIRST, NameKind.PATRONYMIC)
        if listed and not wide and any(reading.name in given and reading.known for reading in self.readings(word)):
            return listed
        adjectives = {each.lemma for each in self.readings(word) if each.pos is Pos.ADJECTIVE and each.known}
        surnames = surname_readings(word)
        if adjectives:  # «Полевого» is of «Полевой», not of «Полевый»
            surnames = tuple(sorted(surnames, key=lambda each: fold(each.base) not in adjectives))
            if word.endswith("ой"):
                surnames = (*surnames, NameReading(word, Gender.MASCULINE, Case.NOMINATIVE))
        return tuple(dict.fromkeys((*listed, *surnames)))

    def _listed_names(self, word: str) -> Iterator[NameReading]:
        folded = fold(word)
        if not self._analyzer.word_is_known(folded):
            return
        for parse in self._parses(folded):
            tag = parse.tag
            if {"Name", "Patr", "Surn"} & tag.grammemes and tag.number == "sing" and tag.case != "voct":
                base = next(
                    form
                    for form in parse.lexeme
                    if form.tag.case == "nomn" and form.tag.number == "sing" and form.tag.gender == tag.gender
                )
                case = None if "Fixd" in tag else _CASE.get(tag.case)
                yield NameReading(_dotted(_cased(base.word, word), word), _GENDER.get(tag.gender), case)


@cache
def _features(tag: Any) -> dict[str, Any]:
    grammemes = tag.grammemes
    return {
        "pos": _POS.get(tag.POS, Pos.OTHER),
        "case": _CASE.get(tag.case),
        "gender": _GENDER.get(tag.gender),
        "number": _NUMBER.get(tag.number),
        "tense": _TENSE.get(tag.tense),
        "person": _PERSON.get(tag.person),
        "animate": "anim" in grammemes,
        "short": tag.POS in ("ADJS", "PRTS"),
        "passive": "pssv" in grammemes,
        "name": next((kind for grammeme, kind in _NAME.items() if grammeme in grammemes), None),
    }


def _dotted(name: str, model: str) -> str:
    """`name` with ё where `model` has it, and the dictionary has е: «Лунёва», «Лунёв»."""
    letters = ("ё" if like == "ё" and letter == "е" else letter for letter, like in zip(name, model, strict=False))
    return "".join(letters) + name[len(model) :]


def _cased(word: str, model: str) -> str:
    """`word` with the capitals of `model` (all, each part's, the first, or none), and ё only where that has one."""
    if "ё" not in model.lower():
        word = word.replace("ё", "е")
    if len(model) > 1 and model[:2].isupper():
        return word.upper()
    if "-" in model and "-" in word:
        return "-".join(_cased(part, like) for part, like in zip(word.split("-"), model.split("-"), strict=False))
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
