"""CLDR's names: what is written of them, and how a lexicon of one's own stands over them."""

import sys
from pathlib import Path

import pytest

from statedoc.languages import __main__, cldr, codes, pack
from statedoc.languages.calendar import Calendar
from statedoc.languages.cldr import CldrNames, names_of, read_names, underlay, write_names
from statedoc.languages.states import States

NAMES = CldrNames(
    states={"GE": "Грузия", "UZ": "Узбекистан"},
    currencies={"GEL": "грузинский лари", "EUR": "евро"},
    months={"1": "январь"},
)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    (tmp_path / cldr.FILE).write_bytes(write_names(NAMES))
    assert read_names(tmp_path) == NAMES


def test_a_pack_without_the_file_has_no_names(tmp_path: Path) -> None:
    assert read_names(tmp_path) == CldrNames()


def test_a_file_that_is_no_table_is_left_aside(tmp_path: Path) -> None:
    (tmp_path / cldr.FILE).write_text("[]", encoding="utf-8")
    assert read_names(tmp_path) == CldrNames()


def test_names_of_russian() -> None:
    names = names_of("ru")
    assert (names.states["KZ"], names.currencies["KZT"], names.months["5"]) == ("Казахстан", "казахский тенге", "май")
    assert not any("(" in name for name in names.currencies.values())


def test_a_language_that_cldr_lacks() -> None:
    assert names_of("qqq") == CldrNames()


def test_states_take_the_names_that_they_lack() -> None:
    raw = {"state": [{"code": "GE"}, {"code": "UZ", "names": ["Узбекия"]}, {"code": "XX"}]}
    assert underlay(raw, "states.toml", NAMES)["state"] == [
        {"code": "GE", "names": ["Грузия"]},
        {"code": "UZ", "names": ["Узбекия"]},
        {"code": "XX"},
    ]


def test_months_take_the_names_that_they_lack() -> None:
    raw = {"month": [{"number": 1}, {"number": 2, "words": ["февраль"]}]}
    assert underlay(raw, "calendar.toml", NAMES)["month"][0] == {"number": 1, "words": ["январь"]}


def test_currencies_are_added_whose_names_are_not_listed() -> None:
    raw = {"currency": [{"fixed": ["евро", "€"], "code": "EUR"}]}
    assert underlay(raw, "currencies.toml", NAMES)["currency"] == [
        {"fixed": ["евро", "€"], "code": "EUR"},
        {"words": ["грузинский лари"], "code": "GEL"},
    ]


def test_other_lexicons_stay_as_they_are() -> None:
    assert underlay({"state": [{"code": "GE"}]}, "roles.toml", NAMES) == {"state": [{"code": "GE"}]}


@pytest.mark.parametrize("code", codes())
def test_every_state_and_month_has_a_name(code: str) -> None:
    assert all(state.names for state in pack(code).lexicon(States).state)
    assert all(month.words for month in pack(code).lexicon(Calendar).month)


def test_without_babel_the_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for code in codes():
        (tmp_path / code).mkdir()
        (tmp_path / code / cldr.FILE).write_bytes(write_names(names_of(code)))
    monkeypatch.setattr(__main__, "files", lambda package: tmp_path)
    monkeypatch.setitem(sys.modules, "babel", None)
    before = {code: (tmp_path / code / cldr.FILE).read_bytes() for code in codes()}
    assert __main__.main() == 0
    assert "pip install" in capsys.readouterr().err
    assert {code: (tmp_path / code / cldr.FILE).read_bytes() for code in codes()} == before
