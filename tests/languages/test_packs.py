"""Packs: found by discovery, loaded once, their compiled forms true to their lexicons."""

from pathlib import Path

import pytest

from statedoc.errors import UnknownNameError
from statedoc.languages import __main__, cldr, codes, pack
from statedoc.languages.compiled import FILE, compile_forms, forms_of, read_forms
from statedoc.languages.cues import Cues
from statedoc.languages.grammar import Grammar
from statedoc.languages.lexicon import Term
from statedoc.languages.roles import Roles
from statedoc.languages.terms import index

PACKAGE = Path(__main__.__file__).parent


def test_a_folder_with_a_grammar_is_a_pack() -> None:
    assert codes() == tuple(sorted(path.parent.name for path in PACKAGE.glob("*/grammar.toml")))
    assert "ru" in codes()


def test_a_pack_is_loaded_once() -> None:
    assert pack("ru") is pack("ru")
    assert pack("ru").morphology is pack("ru").morphology
    assert pack("ru").terms is pack("ru").terms


def test_a_pack_says_what_it_is() -> None:
    assert (pack("ru").code, pack("ru").name) == ("ru", "Russian")
    assert repr(pack("ru")) == "<language pack 'ru'>"
    assert pack("ru").grammar is pack("ru").lexicon(Grammar)


@pytest.mark.parametrize("code", ["xx", "", "RU", "ru-RU", "examples", "..", "__pycache__"])
def test_an_unknown_language_lists_the_known_ones(code: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        pack(code)
    assert repr(code) in str(caught.value)
    assert all(known in str(caught.value) for known in codes())


def test_source_phrases_are_found_by_their_words() -> None:
    phrase = pack("ru").source_phrase("по словам")
    assert phrase is not None
    assert phrase in pack("ru").lexicon(Cues).source_phrase
    assert pack("ru").source_phrase("по улице") is None


# --- Compiled forms ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", codes())
def test_compiled_forms_have_not_drifted(code: str) -> None:
    language = pack(code)
    compiled = (PACKAGE / code / FILE).read_bytes()
    fresh = compile_forms(language.all_terms(), language.morphology)
    assert fresh == compiled, f"{code}/{FILE} is out of date; run: python -m statedoc.languages"


def test_the_command_writes_the_forms_of_every_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for code in codes():
        (tmp_path / code).mkdir()
    monkeypatch.setattr(__main__, "files", lambda package: tmp_path)
    assert __main__.main() == 0
    written = [tmp_path / code / file for code in codes() for file in (cldr.FILE, FILE)]
    assert capsys.readouterr().out.splitlines() == [str(path) for path in written]
    for code in codes():
        language = pack(code).over(cldr.names_of(code))
        assert (tmp_path / code / FILE).read_bytes() == compile_forms(language.all_terms(), language.morphology)
        assert cldr.read_names(tmp_path / code) == cldr.names_of(code)


def test_a_pack_without_compiled_forms_inflects(tmp_path: Path) -> None:
    assert read_forms(tmp_path) == {}
    term = Term("посол", None)
    expected = {("посол",), ("посла",), ("послам",)}
    assert expected <= set(forms_of(term, {}, pack("ru").morphology))
    assert set(forms_of(term, {"посол": "посол|посла"}, pack("ru").morphology)) == {("посол",), ("посла",)}


def test_compiled_forms_that_are_no_table_are_left_aside(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("[]", encoding="utf-8")
    assert read_forms(tmp_path) == {}


def test_compiled_forms_are_those_of_the_morphology() -> None:
    language = pack("ru")
    some = [term for term in language.lexicon(Cues).terms() if term.inflected][:20]
    compiled = read_forms(PACKAGE / "ru")
    for term in some:
        assert set(forms_of(term, compiled, language.morphology)) == set(language.morphology.forms(term.phrase))


def test_a_pack_finds_the_same_without_its_compiled_forms(tmp_path: Path) -> None:
    """The file saves time, and changes nothing."""
    words = ["посла", "министром", "иностранных", "дел", "заявили", "по", "словам"]
    language = pack("ru")
    inflected = index((term, forms_of(term, {}, language.morphology)) for term in language.lexicon(Roles).terms())
    compiled = read_forms(PACKAGE / "ru")
    stored = index((term, forms_of(term, compiled, language.morphology)) for term in language.lexicon(Roles).terms())
    assert list(inflected.find(words, words)) == list(stored.find(words, words)) != []
