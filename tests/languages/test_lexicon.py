"""Lexicons: typed classes filled from a pack's TOML; every fault names the file and the key."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar, final

import attrs
import pytest

from statedoc.errors import LexiconError
from statedoc.languages import codes, pack
from statedoc.languages.lexicon import Casing, Term, load
from statedoc.languages.lexicons import LEXICONS


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


@final
@attrs.frozen(kw_only=True, eq=False)
class Thing:
    words: tuple[str, ...]
    class_: Size = Size.SMALL
    weight: int = 1
    living: bool = False


@final
@attrs.frozen(kw_only=True, eq=False)
class Things:
    FILE: ClassVar[str] = "things.toml"

    thing: tuple[Thing, ...]
    rare: frozenset[str] = frozenset()

    def terms(self) -> Iterator[Term]:
        for thing in self.thing:
            for word in thing.words:
                yield Term(word, thing)


def loaded(folder: Path, content: str) -> Things:
    (folder / Things.FILE).write_text(content, encoding="utf-8")
    return load(folder, Things, Things.FILE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "xx"
    made.mkdir()
    return made


def test_a_lexicon_is_read(folder: Path) -> None:
    things = loaded(
        folder, 'rare = ["слон"]\n[[thing]]\nwords = ["слон"]\nclass = "large"\nweight = 5\nliving = true\n'
    )
    (thing,) = things.thing
    assert (thing.words, thing.class_, thing.weight, thing.living) == (("слон",), Size.LARGE, 5, True)
    assert things.rare == {"слон"}
    (term,) = things.terms()
    assert (term.phrase, term.entry, term.inflected, term.casing) == ("слон", thing, True, Casing.ANY)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('[[thing]]\nwords = ["слон"]\nsise = "large"\n', ["xx/things.toml.thing[0]", "sise"]),
        ('things = []\n[[thing]]\nwords = ["слон"]\n', ["xx/things.toml", "things"]),
        ('[[thing]]\nclass_ = "large"\nwords = ["слон"]\n', ["xx/things.toml.thing[0]", "class_"]),
        ('[[thing]]\nwords = ["слон"]\n[[thing]]\nclass = "large"\n', ["xx/things.toml.thing[1]", "words"]),
        ("", ["xx/things.toml", "thing"]),
        ("[[thing]]\nwords = [1]\n", ["xx/things.toml.thing[0].words[0]", "str"]),
        ('[[thing]]\nwords = ["слон"]\nweight = "5"\n', ["xx/things.toml.thing[0].weight", "int"]),
        ('[[thing]]\nwords = ["слон"]\nweight = true\n', ["xx/things.toml.thing[0].weight", "int"]),
        ('[[thing]]\nwords = ["слон"]\nweight = 5.0\n', ["xx/things.toml.thing[0].weight", "int"]),
        ('[[thing]]\nwords = ["слон"]\nliving = 1\n', ["xx/things.toml.thing[0].living", "bool"]),
        ('[[thing]]\nwords = ["слон"]\nclass = "huge"\n', ["xx/things.toml.thing[0].class"]),
        ("[[thing]]\nwords = [\n", ["xx/things.toml"]),
    ],
    ids=lambda each: each if isinstance(each, str) else None,
)
def test_a_fault_names_the_file_and_the_key(folder: Path, content: str, words: list[str]) -> None:
    with pytest.raises(LexiconError) as caught:
        loaded(folder, content)
    for word in words:
        assert word in str(caught.value)


def test_a_missing_file_is_named(folder: Path) -> None:
    with pytest.raises(LexiconError, match=r"xx/things\.toml"):
        load(folder, Things, Things.FILE)


def test_a_file_that_is_no_text_is_named(folder: Path) -> None:
    (folder / Things.FILE).write_bytes(b"\xff")
    with pytest.raises(LexiconError, match=r"xx/things\.toml"):
        load(folder, Things, Things.FILE)


def test_every_fault_is_told_at_once(folder: Path) -> None:
    with pytest.raises(LexiconError) as caught:
        loaded(folder, '[[thing]]\nwords = ["слон"]\nweight = "5"\n[[thing]]\nwords = ["кит"]\nclass = "huge"\n')
    assert "thing[0].weight" in str(caught.value)
    assert "thing[1].class" in str(caught.value)


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("kind", LEXICONS, ids=lambda kind: kind.__name__)
def test_every_lexicon_of_every_pack_is_sound(code: str, kind: type) -> None:
    lexicon: Any = pack(code).lexicon(kind)
    terms = list(lexicon.terms())
    assert all(term.phrase.strip() == term.phrase != "" for term in terms)
    assert pack(code).lexicon(kind) is lexicon


def test_each_lexicon_has_a_file_of_its_own() -> None:
    files = [kind.FILE for kind in LEXICONS]
    assert len(set(files)) == len(files)
