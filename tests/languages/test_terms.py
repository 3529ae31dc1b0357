"""The index of terms: every phrase of a pack's lexicons, found in one pass."""

from typing import Any, NamedTuple

import pytest

from statedoc.languages.fold import fold
from statedoc.languages.lexicon import Casing, Term
from statedoc.languages.terms import TermIndex, index


class Verb(NamedTuple):
    lemma: str


class Noun(NamedTuple):
    lemma: str


DELA = Noun("дело")
SKAZAT = Verb("сказать")


def indexed(*terms: tuple[Term, list[str]]) -> TermIndex:
    return index((term, [tuple(form.split()) for form in forms]) for term, forms in terms)


def found(terms: TermIndex, text: str) -> list[tuple[str, Any]]:
    words = text.split()
    return [(" ".join(words[m.first : m.last]), m.entry) for m in terms.find([fold(each) for each in words], words)]


def test_every_form_is_found() -> None:
    terms = indexed((Term("сказать", SKAZAT), ["сказать", "сказал", "сказала"]))
    assert found(terms, "Он Сказал и сказала но скажет") == [("Сказал", SKAZAT), ("сказала", SKAZAT)]


def test_a_phrase_that_is_not_inflected_is_found_as_it_stands() -> None:
    terms = indexed((Term("По Словам", SKAZAT, inflected=False), ["слова"]))
    assert found(terms, "по словам слова") == [("по словам", SKAZAT)]


def test_the_longest_phrase_of_a_lexicon_wins() -> None:
    short, long = Noun("министр"), Noun("министр дел")
    terms = indexed((Term("министр", short), ["министр"]), (Term("министр дел", long), ["министр дел"]))
    assert found(terms, "министр дел и министр") == [("министр дел", long), ("министр", short)]


def test_phrases_of_two_lexicons_may_overlap() -> None:
    terms = indexed((Term("дело", DELA), ["дело"]), (Term("дело говорить", SKAZAT), ["дело говорит"]))
    assert set(found(terms, "дело говорит")) == {("дело говорит", SKAZAT), ("дело", DELA)}


def test_two_entries_of_one_lexicon_under_one_phrase() -> None:
    one, other = Noun("мир"), Noun("Мир")
    terms = indexed((Term("мир", one), ["мир"]), (Term("мир", other), ["мир"]))
    assert found(terms, "мир") == [("мир", one), ("мир", other)]


def test_a_phrase_at_the_end_is_not_read_past_it() -> None:
    terms = indexed((Term("министр дел", DELA), ["министр дел"]))
    assert found(terms, "министр") == []


@pytest.mark.parametrize(
    ("casing", "expected"),
    [
        (Casing.ANY, ["мид", "Мид", "МИД"]),
        (Casing.CAPITAL, ["Мид", "МИД"]),
        (Casing.CAPITALS, ["МИД"]),
    ],
)
def test_casing(casing: Casing, expected: list[str]) -> None:
    terms = indexed((Term("МИД", DELA, casing=casing), ["мид"]))
    assert [words for words, _ in found(terms, "мид Мид МИД")] == expected


def test_nothing_to_find() -> None:
    assert found(indexed(), "мир") == []
    assert found(indexed((Term("мир", DELA), ["мир"])), "") == []
