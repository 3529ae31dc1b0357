"""The quality measure: each figure is best for a perfect parser, and falls for the mistake that it is about."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from benchmarks.judging import judge
from benchmarks.labels import LabelError, read_labels
from benchmarks.quality import MEASURES, Judged, Ratio, errors, judged_articles, main, measure

from statedoc import (
    Actor,
    ActorKind,
    Agreement,
    AgreementKind,
    AgreementStatus,
    Comparator,
    Cue,
    CueClass,
    DateMention,
    Document,
    Metric,
    MetricKind,
    Producer,
    Quantity,
    Quote,
    QuoteKind,
    Span,
    Speech,
    SpeechKind,
    parse_edtf,
)

TEXT = (
    "«Порт готов», — заявила Ли в интервью «Заре». Ким сообщил, что причал открыт, а кто-то, что закрыт. "
    "Договор о портах Япония подписала в 1992 году. Цена выше 5 млн евро, срок ещё лет шесть."
)
LABELS = """
doc ports
x indirect agreements metrics
q direct | Порт готов | готов | Ли | заявить
q indirect | причал открыт | открыт | Кима,Ким | заявить
n Заре
o что закрыт | закрыт
o ещё лет | шесть
a treaty | Договор о портах | JP | signed | 1992
m выше 5 млн евро | 5000000 | > | EUR
s interview | Ли | Зарё
"""
LESS_IS_BETTER = ("names taken for quotes", "indirect quotes: wrong", "agreements: wrong", "metrics: wrong")

Change = Callable[[Document], Document]


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def quote(id: str, words: str, speakers: tuple[str, ...], kind: QuoteKind = QuoteKind.DIRECT) -> Quote:
    cue = Cue(span=span("заявила"), lemma="заявить", class_=CueClass.NEUTRAL)
    return Quote(id=id, kind=kind, content=(span(words),), speakers=speakers, cue=cue, rule="r")


def agreement(id: str, words: str) -> Agreement:
    return Agreement(
        id=id,
        kind=AgreementKind.TREATY,
        title="Договор о портах",
        mentions=(span(words),),
        parties=("a3",),
        status=AgreementStatus.SIGNED,
        date=DateMention(edtf=parse_edtf("1992")),
        rule="r",
    )


def metric(id: str, words: str) -> Metric:
    quantity = Quantity(value=Decimal(5_000_000), comparator=Comparator.MORE, unit="EUR")
    return Metric(id=id, kind=MetricKind.MONEY, span=span(words), quantity=quantity, rule="r")


PERFECT = Document(
    id="ports",
    text=TEXT,
    actors=(
        Actor(id="a1", kind=ActorKind.PERSON, name="Анна Ли", aliases=("Ли",)),
        Actor(id="a2", kind=ActorKind.PERSON, name="Ким"),
        Actor(id="a3", kind=ActorKind.STATE, name="Япония", country="JP"),
        Actor(id="a4", kind=ActorKind.ORGANIZATION, name="Союз портов"),
    ),
    speeches=(Speech(id="s1", kind=SpeechKind.INTERVIEW, speakers=("a1",), medium="Заре", span=span("Ли"), rule="r"),),
    quotes=(quote("q1", "Порт готов", ("a1",)), quote("q2", "причал открыт", ("a2",), QuoteKind.INDIRECT)),
    agreements=(agreement("g1", "Договор о портах Япония"),),
    metrics=(metric("m1", "5 млн евро"),),
    producer=Producer(name="by hand", version="1"),
)


def figures(document: Document, labels: str = LABELS) -> dict[str, Ratio]:
    return measure([Judged(article="ports", judgements=judge(document, read_labels(labels, document.text)))])


def is_best(name: str, figure: Ratio) -> bool:
    assert figure.value is not None, f"{name}: nothing to count"
    return figure.value == (0 if name.startswith(LESS_IS_BETTER) else 1)


def fallen(document: Document, labels: str = LABELS) -> set[str]:
    """The measures that are not at their best, those with nothing to count left out."""
    return {name for name, each in figures(document, labels).items() if each.whole and not is_best(name, each)}


def test_a_perfect_parser_is_best_in_every_measure() -> None:
    assert all(is_best(name, each) for name, each in figures(PERFECT).items())
    assert set(figures(PERFECT)) == set(MEASURES)


def change(records: str, **changes: Any) -> Change:
    """Change the first record of a kind."""

    def changed(document: Document) -> Document:
        first, *others = getattr(document, records)
        return attrs.evolve(document, **{records: (attrs.evolve(first, **changes), *others)})

    return changed


def add(records: str, record: object) -> Change:
    return lambda document: attrs.evolve(document, **{records: (*getattr(document, records), record)})


def drop(records: str, id: str) -> Change:
    def changed(document: Document) -> Document:
        kept = tuple(each for each in getattr(document, records) if each.id != id)
        return attrs.evolve(document, **{records: kept})

    return changed


def quantity(**changes: Any) -> Change:
    return change("metrics", quantity=attrs.evolve(PERFECT.metrics[0].quantity, **changes))


INDIRECT = QuoteKind.INDIRECT
SPEAKERS = {"marked quotes: right speaker, of found", "marked quotes: right speaker, of gold"}
# name: what the parser does wrong, and the measures that fall
MISTAKES: dict[str, tuple[Change, set[str]]] = {
    "a quote missed": (
        drop("quotes", "q1"),
        {"marked quotes: recall", "marked quotes: F1", "marked quotes: right speaker, of gold"},
    ),
    "half a quote": (
        change("quotes", content=(span("готов"),)),
        {"marked quotes: both ends, of found"},
    ),
    "a quarter of a quote": (
        change("quotes", content=(span("По"),)),
        {
            "marked quotes: precision",
            "marked quotes: recall",
            "marked quotes: F1",
            "marked quotes: right speaker, of gold",
        },
    ),
    "another kind": (change("quotes", kind=QuoteKind.PARTIAL), {"marked quotes: kind, of found"}),
    "another cue": (
        change("quotes", cue=Cue(span=span("Ли"), lemma="лить", class_=CueClass.NEUTRAL)),
        {"marked quotes: cue, of found"},
    ),
    "no cue": (change("quotes", cue=None), {"marked quotes: cue, of found"}),
    "no speaker": (change("quotes", speakers=()), SPEAKERS),
    "another speaker": (change("quotes", speakers=("a2",)), SPEAKERS),
    "one speaker too many": (change("quotes", speakers=("a1", "a2")), SPEAKERS),
    "a name taken for a quote": (
        add("quotes", quote("q3", "Заре", ("a1",))),
        {"marked quotes: precision", "marked quotes: F1", "names taken for quotes"},
    ),
    "a quote found twice": (
        add("quotes", quote("q3", "Порт готов", ("a1",))),
        {"marked quotes: precision", "marked quotes: F1"},
    ),
    "an indirect quote missed": (
        drop("quotes", "q2"),
        {"indirect quotes: recall", "indirect quotes: right speaker, of gold"},
    ),
    "an indirect quote too many": (
        add("quotes", quote("q3", "срок", ("a1",), INDIRECT)),
        {"indirect quotes: wrong, of found"},
    ),
    "another speaker of an indirect quote": (
        lambda document: add("quotes", quote("q3", "причал открыт", ("a1",), INDIRECT))(drop("quotes", "q2")(document)),
        {"indirect quotes: right speaker, of found", "indirect quotes: right speaker, of gold"},
    ),
    "an agreement missed": (drop("agreements", "g1"), {"agreements: recall"}),
    "an agreement too many": (add("agreements", agreement("g2", "Цена")), {"agreements: wrong, of found"}),
    "another kind of agreement": (
        change("agreements", kind=AgreementKind.CHARTER),
        {"agreements: kind, of found"},
    ),
    "a party missed": (change("agreements", parties=()), {"agreements: parties, of found"}),
    "a party too many": (change("agreements", parties=("a3", "a4")), {"agreements: parties, of found"}),
    "another status": (
        change("agreements", status=AgreementStatus.RATIFIED),
        {"agreements: status, of found"},
    ),
    "no date": (change("agreements", date=None), {"agreements: date, of found"}),
    "a figure missed": (drop("metrics", "m1"), {"metrics: recall", "metrics: right, of gold"}),
    "a figure too many": (add("metrics", metric("m2", "1992")), {"metrics: wrong, of found"}),
    "another value": (quantity(value=Decimal(5)), {"metrics: value, of found", "metrics: right, of gold"}),
    "a range": (
        quantity(value=None, low=Decimal(5_000_000), high=Decimal(6_000_000)),
        {"metrics: value, of found", "metrics: right, of gold"},
    ),
    "another comparator": (
        quantity(comparator=Comparator.AT_LEAST),
        {"metrics: comparator, of found", "metrics: right, of gold"},
    ),
    "no unit": (quantity(unit=None), {"metrics: unit, of found", "metrics: right, of gold"}),
    "no speech": (drop("speeches", "s1"), {"speeches: recall"}),
    "another kind of speech": (change("speeches", kind=SpeechKind.POST), {"speeches: recall"}),
    "another speaker of a speech": (change("speeches", speakers=("a2",)), {"speeches: recall"}),
    "another medium": (change("speeches", medium="Утро"), {"speeches: recall"}),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_lowers_what_it_is_about(mistake: str) -> None:
    make, lowered = MISTAKES[mistake]
    assert fallen(make(PERFECT)) == lowered


def test_every_measure_can_be_low() -> None:
    assert set().union(*(lowered for _, lowered in MISTAKES.values())) == set(MEASURES)


@pytest.mark.parametrize(
    "extra",
    [
        add("quotes", quote("q3", "что закрыт", (), INDIRECT)),
        add("quotes", quote("q3", "закрыт", ())),
        add("metrics", metric("m2", "лет шесть")),
        add("agreements", agreement("g2", "ещё лет")),
        add("speeches", Speech(id="s2", kind=SpeechKind.POST, span=span("Цена"), rule="r")),
    ],
)
def test_what_is_open_counts_neither_way(extra: Change) -> None:
    assert figures(extra(PERFECT)) == figures(PERFECT)


def test_what_is_not_labelled_in_full_has_nothing_wrong() -> None:
    for extra in ("an indirect quote too many", "an agreement too many", "a figure too many"):
        make, lowered = MISTAKES[extra]
        assert fallen(make(PERFECT)) == lowered
        assert fallen(make(PERFECT), LABELS.replace("x indirect agreements metrics", "")) == set()


def test_what_a_label_leaves_out_is_not_checked() -> None:
    bare = "doc ports\nq direct | Порт готов | готов\na treaty | Договор о портах\nm 5 млн евро | 5000000"
    careless = change("quotes", speakers=(), cue=None)(PERFECT)
    careless = change("agreements", parties=(), status=None, date=None)(careless)
    careless = change("metrics", quantity=Quantity(value=Decimal(5_000_000)))(careless)
    assert fallen(careless, bare) == set()


def test_figures_of_articles_are_added_up() -> None:
    judgements = judge(PERFECT, read_labels(LABELS, TEXT))
    none = judge(drop("quotes", "q1")(PERFECT), read_labels(LABELS, TEXT))
    both = measure([Judged(article="one", judgements=judgements), Judged(article="two", judgements=none)])
    assert both["marked quotes: recall"] == Ratio(1, 2)
    assert both["metrics: recall"] == Ratio(2, 2)


def test_errors_are_told_in_the_words_of_the_article() -> None:
    document = change("quotes", speakers=("a2",))(PERFECT)
    document = add("metrics", metric("m2", "1992"))(drop("agreements", "g1")(document))
    assert list(errors([Judged(article="ports", judgements=judge(document, read_labels(LABELS, TEXT)))])) == [
        "ports: marked speaker: Порт готов; found: Ким",
        "ports: agreement missed: Договор о портах",
        "ports: metric wrong: 1992",
    ]
    assert not list(errors([Judged(article="ports", judgements=judge(PERFECT, read_labels(LABELS, TEXT)))]))


# --- The command ------------------------------------------------------------------------------------------------------

NEWS = "«Мы готовы», — заявила президент Анна Ким. Построено более 20 школ."
NEWS_LABELS = "doc news\nq direct | Мы готовы | готовы | Ким\nn школ\nm более 20 школ | 21 | > |\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "news.gold").write_text(NEWS_LABELS, encoding="utf-8")
    return tmp_path


def test_the_command_prints_the_figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--articles", str(folder), "--errors"]) == 0
    out = capsys.readouterr().out
    assert "news: metric value: более 20 школ; found: 20" in out
    assert "1 articles" in out
    rows = dict(line.rsplit(maxsplit=2)[::2] for line in out.splitlines() if line.startswith(tuple(MEASURES)))
    assert rows.keys() == MEASURES.keys()
    assert rows["marked quotes: right speaker, of gold"] == "1/1"
    assert rows["metrics: right, of gold"] == "0/1"


def test_the_command_prints_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder / "news.gold"), "--articles", str(folder), "--json"]) == 0
    read = json.loads(capsys.readouterr().out)
    assert read["metrics: recall"] == {"part": 1, "whole": 1, "value": 1.0}
    assert read["agreements: recall"] == {"part": 0, "whole": 0, "value": None}


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (["nowhere.gold"], "nowhere.gold"),
        (["empty"], "no labels (*.gold) in empty"),
        (["news.gold", "--articles", "empty"], "news.gold: no news.txt in empty; name its folder with --articles"),
    ],
)
def test_the_command_refuses_what_is_not_there(
    given: list[str], complaint: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    (folder / "empty").mkdir()
    with pytest.raises(SystemExit) as caught:
        main(given)
    assert caught.value.code == 2
    assert complaint in capsys.readouterr().err


def test_a_faulty_file_is_named(folder: Path) -> None:
    (folder / "news.gold").write_text("doc news\nn Корабль\n", encoding="utf-8")
    with pytest.raises(LabelError, match=r"news\.gold: line 2: the article does not hold 'Корабль'"):
        list(judged_articles([folder], [folder]))
