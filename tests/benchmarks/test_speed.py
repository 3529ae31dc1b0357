"""The speed benchmark measures every stage, and leaves the pipeline as it was."""

import inspect
from importlib import import_module
from pathlib import Path

import pytest
from benchmarks.speed import PIPELINE, STAGES, Clock, Pass, main, stages_timed

import statedoc


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text("«Мы готовы», — заявил президент Казахстана Ли.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Открыто более 20 школ.", encoding="utf-8")
    return tmp_path


def test_stages_are_all_that_the_pipeline_calls() -> None:
    """A stage that came later would hide in the rest."""
    room = import_module(PIPELINE)
    called = [
        name
        for name in room._records.__code__.co_names
        if inspect.isfunction(getattr(room, name, None)) and getattr(room, name).__module__ != PIPELINE
    ]
    assert [name for name in called if name != "evolve"] == list(STAGES)


def test_each_stage_is_timed_and_left_as_it_was() -> None:
    room = import_module(PIPELINE)
    before = dict(vars(room))
    clock = Clock()
    with stages_timed(clock):
        statedoc.parse("«Мы готовы», — заявил президент Казахстана Ли.")
    assert list(clock.seconds) == list(STAGES)
    assert all(seconds > 0 for seconds in clock.seconds.values())
    assert dict(vars(room)) == before


def test_a_pass_adds_up(folder: Path) -> None:
    one = Pass.over(sorted(folder.iterdir()))
    assert one.records >= 4
    assert all(seconds > 0 for seconds in one.rows.values())
    assert sum(one.rows.values()) <= one.seconds


def test_texts_in_no_known_language_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Le président est arrivé.", encoding="utf-8")
    assert Pass.over([tmp_path / "one.txt"]).rows["metrics"] == 0


def test_the_command_prints_each_figure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--passes", "1"]) == 0
    out = capsys.readouterr().out
    for row in ("2 articles", "import statedoc", "articles per second", "peak memory", *STAGES):
        assert row in out


@pytest.mark.parametrize("given", [[".", "--passes", "0"], ["nowhere"]])
def test_the_command_refuses(given: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(SystemExit) as caught:
        main(given)
    assert caught.value.code == 2
