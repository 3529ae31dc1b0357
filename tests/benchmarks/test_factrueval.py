"""Names and roles against a labelled folder: what is read, and what is counted."""

import json
from pathlib import Path

import pytest
from benchmarks.factrueval import Person, main, measure, read_folder
from benchmarks.quality import Ratio

TEXT = "Министр Анна Белова прибыла в Баку. Белову встретил посол Иван Громов.\n"


def words_of(*words: str) -> str:
    """The `.spans` file: an id, a kind, where it starts, its length, two numbers of tokens, the words."""
    return "".join(
        f"{number} kind {TEXT.index(word)} {len(word)} 0 1  # 0 1 {word}\n" for number, word in enumerate(words, 1)
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    article = tmp_path / "arrival"
    article.with_suffix(".txt").write_text(TEXT, encoding="utf-8")
    article.with_suffix(".spans").write_text(
        words_of("Министр", "Анна", "Белова", "Белову", "посол", "Иван", "Громов", "Баку"), encoding="utf-8"
    )
    article.with_suffix(".objects").write_text(
        "1 Person 2 3 # Анна Белова\n2 Person 4 # Белову\n3 Person 6 7 # Иван Громов\n4 LocOrg 8 # Баку\n",
        encoding="utf-8",
    )
    article.with_suffix(".coref").write_text(
        "1 1 2\nfirstname Анна\nlastname Белова\n\n2 3\nfirstname Иван\nlastname Громов\n\n3 4\nname Баку\n",
        encoding="utf-8",
    )
    article.with_suffix(".facts").write_text(
        "1-0 Occupation\nWho obj1 Анна Белова\nPosition span1 Министр\n\n"
        "1-1 Occupation\nWho obj2 Иван Громов\nPosition span5 посол\n",
        encoding="utf-8",
    )
    return tmp_path


def test_what_is_read(folder: Path) -> None:
    (article,) = read_folder(folder)
    assert (article.article, article.text) == ("arrival", TEXT)
    belova, gromov = article.persons
    assert belova == Person(mentions=((8, 19), (36, 42)), name=("Анна", "Белова"), roles=((0, 7),))
    assert [TEXT[slice(*at)] for at in (*gromov.mentions, *gromov.roles)] == ["Иван Громов", "посол"]


def test_what_is_counted(folder: Path) -> None:
    figures, errors = measure(read_folder(folder))
    assert figures == {
        "names of persons: recall": Ratio(3, 3),
        "names of persons: precision": Ratio(3, 3),
        "names of persons: F1": Ratio(6, 6),
        "names of persons: both ends, of found": Ratio(3, 3),
        "nominative of the full name": Ratio(2, 2),
        "pairs of one person's names: F1": Ratio(2, 2),
        "roles of persons: recall": Ratio(2, 2),
    }
    assert errors == []


def test_what_is_wrong_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Labels that nobody could find: one name that is none, one that is left out, a nominative that is another."""
    (folder / "arrival.objects").write_text("1 Person 2 3\n2 Person 8\n3 Person 6 7\n", encoding="utf-8")
    (folder / "arrival.coref").write_text(
        "1 1\nfirstname Анна\nlastname Беляева\n\n2 2\nlastname Баку\n\n3 3\nlastname Громов\n", encoding="utf-8"
    )
    assert main([str(folder), "--errors"]) == 0
    told = capsys.readouterr().out.split("\n\n")[0].splitlines()
    assert told == [
        "arrival: name missed: Баку",
        "arrival: no such name: Белову",
        "arrival: Анна Беляева is called Анна Белова",
    ]


def test_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["names of persons: recall"] == {"part": 3, "whole": 3, "value": 1.0}


def test_a_folder_without_labels(tmp_path: Path) -> None:
    (tmp_path / "alone.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(SystemExit, match=r"no article with labels"):
        main([str(tmp_path)])
