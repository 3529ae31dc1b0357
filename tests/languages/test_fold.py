"""Folding: the form in which lexicons hold words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedoc.languages.fold import fold


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Мир", "мир"),
        ("МИД", "мид"),
        ("NATO", "nato"),
        ("ещё", "еще"),
        ("ЁЛКА", "елка"),
        ("е\u0308лка", "елка"),  # a letter and its dots apart
        ("за\u0301мок", "замок"),
        ("за\u0300мок", "замок"),
        ("и\u0306од", "йод"),  # й is a letter of its own
        ("Йод", "йод"),
        ("café", "café"),
        ("", ""),
    ],
)
def test_fold(word: str, folded: str) -> None:
    assert fold(word) == folded


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=20))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(st.text(alphabet="абвгдеёжйАЁЙ\u0301\u0306\u0308", max_size=10))
def test_how_a_letter_is_encoded_makes_no_difference(word: str) -> None:
    assert fold(unicodedata.normalize("NFD", word)) == fold(unicodedata.normalize("NFC", word))
