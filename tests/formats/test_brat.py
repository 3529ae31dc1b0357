"""brat: everything is kept, corrections by hand are read, and brat's own parser takes what is written."""

import doctest
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.samples import DOCUMENT, EMPTY, TEXT

from statedoc import (
    ActorKind,
    Document,
    Failure,
    InvalidDocumentError,
    Span,
    StatedocError,
    UnreadableInputError,
    documents,
    dump,
    dumps,
    load,
    loads,
    parse,
)
from statedoc.testing import documents as any_documents

GOLDEN = sorted((Path(__file__).parent.parent / "golden" / "documents").glob("*.json"))
FEW = settings(max_examples=25)
WITHOUT_BRAT = "brat's own parser is not installed: pip install bratiaa"


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as opened:
        for name, data in files.items():
            opened.writestr(name, data)
    return stream.getvalue()


def annotations(document: Document) -> list[str]:
    files = unpacked(dumps(document, "brat"))
    (name,) = [name for name in files if name.endswith(".ann")]
    return files[name].decode().split("\n")[:-1]


def corrected(*changes: tuple[str, str], more: str = "", document: Document = DOCUMENT) -> Document | Failure:
    """The document read back after pieces of its annotations were replaced, each found once, and lines added."""
    files = unpacked(dumps(document, "brat"))
    (name,) = [name for name in files if name.endswith(".ann")]
    told = files[name].decode()
    for before, after in changes:
        assert told.count(before) == 1, before
        told = told.replace(before, after)
    (read,) = documents(packed(files | {name: (told + more).encode()}), "brat")
    return read


def fixed(*changes: tuple[str, str], more: str = "") -> Document:
    read = corrected(*changes, more=more)
    assert isinstance(read, Document), read
    return read


def fault(*changes: tuple[str, str], more: str = "") -> str:
    read = corrected(*changes, more=more)
    assert isinstance(read, Failure)
    assert isinstance(read.error, InvalidDocumentError)
    return str(read.error.faults[0])


def without(key: str) -> Document | Failure:
    """The sample without a mark and all that hangs on it, as brat removes it."""
    lines = [line for line in annotations(DOCUMENT) if key not in line.replace(":", " ").replace("\t", " ").split()]
    files = unpacked(dumps(DOCUMENT, "brat"))
    (read,) = documents(packed(files | {"samarkand.ann": "\n".join(lines).encode()}), "brat")
    return read


def key_of(words: str, label: str) -> str:
    (line,) = [line for line in annotations(DOCUMENT) if line.startswith("T") and line.endswith(f"\t{words}")
               and f"\t{label} " in line]  # fmt: skip
    return line.partition("\t")[0]


# --- Laws -------------------------------------------------------------------------------------------------------------


@FEW
@given(st.lists(any_documents(), max_size=2))
def test_every_document_is_kept(several: list[Document]) -> None:
    data = dumps(several, "brat")
    assert list(documents(data, "brat")) == several
    assert dumps(several, "brat") == data


@FEW
@given(any_documents(), st.data())
def test_a_line_that_is_gone_leaves_a_document_or_a_fault_with_its_place(
    document: Document, data: st.DataObject
) -> None:
    files = unpacked(dumps(document, "brat"))
    (name,) = [name for name in files if name.endswith(".ann")]
    lines = files[name].decode().split("\n")
    gone = data.draw(st.sampled_from(range(len(lines))))
    (read,) = documents(packed(files | {name: "\n".join(lines[:gone] + lines[gone + 1 :]).encode()}), "brat")
    if isinstance(read, Failure):
        assert isinstance(read.error, InvalidDocumentError)
        assert all(f"{name} line " in each.path for each in read.error.faults)
    else:
        assert read.text == document.text


@FEW
@given(any_documents(), st.text(st.sampled_from("T1R2A#*E\t :;0123Person\nQuoteSpeaker"), max_size=80))
def test_any_lines_are_read_or_refused(document: Document, more: str) -> None:
    read = corrected(more=more, document=document)
    assert isinstance(read, Document) or isinstance(read.error, InvalidDocumentError)


# --- Other people's parsers -------------------------------------------------------------------------------------------


def unpack(several: list[Document], folder: Path) -> list[str]:
    """Write the files to a folder; the names of the documents."""
    files = unpacked(dumps(several, "brat"))
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [name.removesuffix(".ann") for name in files if name.endswith(".ann")]


def complaints(message: Any) -> list[Any]:
    """What brat would have shown to its user since it was last asked."""
    return list(message.Messager.output_json({})["messages"])


def brat_takes(several: list[Document], folder: Path) -> None:
    """brat's own parser, as bratiaa ships it, takes each line, and its words are those of the text."""
    annotation = pytest.importorskip("bratsubset.annotation", reason=WITHOUT_BRAT)
    message = pytest.importorskip("bratsubset.message")
    for name in unpack(several, folder):
        complaints(message)
        lines = (folder / f"{name}.ann").read_bytes().split(b"\n")[:-1]
        with annotation.TextAnnotations(str(folder / name), read_only=True) as read:
            assert read.failed_lines == []
            found = [
                *read.get_textbounds(),
                *read.get_relations(),
                *read.get_attributes(),
                *read.get_oneline_comments(),
            ]
            assert len(found) == len(lines)
            assert str(read).encode() == b"".join(line + b"\n" for line in lines)
        assert complaints(message) == []


def test_brat_takes_golden_documents(tmp_path: Path) -> None:
    assert GOLDEN
    brat_takes([DOCUMENT, EMPTY, *(loads(path.read_bytes()) for path in GOLDEN)], tmp_path)


@FEW
@given(any_documents())
def test_brat_takes_every_document(tmp_path_factory: pytest.TempPathFactory, document: Document) -> None:
    brat_takes([document], tmp_path_factory.mktemp("brat"))


def test_brat_takes_the_configuration(tmp_path: Path) -> None:
    config = pytest.importorskip("bratsubset.projectconfig", reason=WITHOUT_BRAT)
    message = pytest.importorskip("bratsubset.message")
    complaints(message)
    unpack([DOCUMENT], tmp_path)
    project = config.ProjectConfiguration(str(tmp_path))
    used = {line.split("\t")[1].split(" ")[0] for line in annotations(DOCUMENT) if line[0] in "TRA"}
    lists = (config.get_entity_type_list, config.get_relation_type_list, config.get_attribute_type_list)
    known = {node.storage_form() for each in lists for node in each(str(tmp_path))}
    assert used <= known
    assert "Speaker" in project.relation_types_from_to("Quote", "Person")
    assert "Speaker" not in project.relation_types_from_to("Metric", "Person")
    assert config.get_drawing_types(str(tmp_path))
    assert complaints(message) == []


def test_pybrat_takes_golden_documents(tmp_path: Path) -> None:
    parser = pytest.importorskip("pybrat.parser", reason="pybrat is not installed: pip install pybrat")
    several = [DOCUMENT, *(loads(path.read_bytes()) for path in GOLDEN)]
    names = unpack(several, tmp_path)
    # It refuses two marks of the same words, unless told to ignore errors; then it leaves out what it cannot read.
    examples = {example.id: example for example in parser.BratParser(error="ignore").parse(tmp_path)}
    assert examples.keys() == set(names)
    for name in names:
        lines = (tmp_path / f"{name}.ann").read_text(encoding="utf-8").splitlines()
        assert len(examples[name].entities) == sum(line.startswith("T") for line in lines) > 0
        assert len(examples[name].relations) == sum(line.startswith("R") for line in lines)


# --- What is written --------------------------------------------------------------------------------------------------


def test_words_are_never_marked_across_lines() -> None:
    document = parse("Анна Ким заявила: «Мост готов.\r\n\r\nМы едем 😀 завтра».", language="ru")
    quote = attrs.evolve(document.quotes[0], content=(Span(start=19, end=len(document.text) - 2),))
    document = attrs.evolve(document, quotes=(quote,))
    (line,) = [line for line in annotations(document) if "\tQuote " in line]
    assert line.endswith("\tQuote 19 30;34 50\tМост готов. Мы едем 😀 завтра")
    assert loads(dumps(document, "brat"), "brat") == document


def test_what_is_blank_has_no_mark() -> None:
    content = tuple(Span(start=start, end=end) for start, end in ((0, 0), (1, 3), (3, 4), (4, 6)))
    quotes = (attrs.evolve(DOCUMENT.quotes[0], content=content), DOCUMENT.quotes[1])
    document = attrs.evolve(DOCUMENT, text="a \t\n \n" + TEXT, quotes=quotes)
    assert len([line for line in annotations(document) if "\tQuote " in line]) == 1
    assert loads(dumps(document, "brat"), "brat") == document


def test_brat_sees_no_carriage_returns() -> None:
    document = attrs.evolve(EMPTY, text="a\r\nb\rc \r\r\n")
    assert unpacked(dumps(document, "brat"))["empty.txt"] == b"a \nb\nc \n \n"
    assert loads(dumps(document, "brat"), "brat") == document


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("https://example.org/1?a=b", "https-example-org-1-a-b"),
        ("C:\\Windows\\x", "C-Windows-x"),
        ("Ақорда", "document"),
        ("nul", "nul-file"),
        ("x" * 300, "x" * 80),
        ("\0", "document"),
    ],
)
def test_names_are_safe(id: str, name: str) -> None:
    assert f"{name}.ann" in unpacked(dumps(attrs.evolve(EMPTY, id=id), "brat"))


def test_names_are_unique_also_where_case_does_not_count() -> None:
    several = [attrs.evolve(EMPTY, id=each) for each in ("a", "A", "a-2", "a")]
    names = [name for name in unpacked(dumps(several, "brat")) if name.endswith(".txt")]
    assert names == ["a.txt", "A-2.txt", "a-2-2.txt", "a-3.txt"]
    assert list(documents(dumps(several, "brat"), "brat")) == several


def test_suffix_and_content_tell_the_format(tmp_path: Path) -> None:
    path = tmp_path / "talks.brat.zip"
    dump(DOCUMENT, path)
    assert load(path) == DOCUMENT
    assert list(documents(path.read_bytes())) == [DOCUMENT]


def test_what_is_no_character_cannot_be_written() -> None:
    with pytest.raises(StatedocError, match="lone surrogate"):
        dumps(attrs.evolve(EMPTY, text="\ud800"), "brat")


def test_hostile_text_stays_text() -> None:
    text = "T1\tPerson 0 4\n#1\tStatedoc T1\t{}\n\0\x1b[31m\u202e]]></script>=1+1\u2028Анна Ким сказала: «T9\tX».\n"
    document = parse(text, language="ru")
    document = attrs.evolve(
        document, actors=tuple(attrs.evolve(actor, name="x\nT99\tPerson 0 1\tx\x85#\t") for actor in document.actors)
    )
    assert document.actors
    assert loads(dumps(document, "brat"), "brat") == document


# --- Corrections ------------------------------------------------------------------------------------------------------


def test_a_moved_mark_is_moved() -> None:
    at = TEXT.index("Мы откроем")
    read = fixed(("Quote 25 49\tМы откроем более 30 школ", "Quote 25 35;42 49\tМы откроем 30 школ"))
    assert [span.of(TEXT) for span in read.quotes[0].content] == ["Мы откроем", "30 школ"]
    assert read == attrs.evolve(DOCUMENT, quotes=(read.quotes[0], DOCUMENT.quotes[1]))
    assert read.quotes[0].content[0].start == at


def test_an_attribute_is_changed_or_removed() -> None:
    assert fixed(("QuoteKind T11 indirect", "QuoteKind T11 partial")).quotes[1].kind == "partial"
    assert fixed(("Change T19 increase", "Change T19 decrease")).metrics[1].change == "decrease"
    assert fixed(("A15\tChange T19 increase\n", "")).metrics[1].change is None
    assert fixed(("A8\tQuoteKind T11 indirect\n", "")).quotes[1].kind == "indirect"


def test_words_of_a_note_are_corrected() -> None:
    assert fixed(("AnnotatorNotes T1\tАнна Ким", "AnnotatorNotes T1\tАнна Борисовна Ким")).actors[0].name == (
        "Анна Борисовна Ким"
    )
    assert str(fixed(("T18\t> 30", "T18\t~ 30..40 школа")).metrics[0].quantity.high) == "40"
    date = fixed(("T16\t2001", "T16\t2001-05")).agreements[0].events[1].date
    assert date
    assert str(date.edtf) == "2001-05"


def test_the_kind_of_an_actor_is_its_label() -> None:
    assert fixed(("T5\tState 147", "T5\tOrganization 147")).actors[2].kind is ActorKind.ORGANIZATION


def test_an_arrow_is_added_and_removed() -> None:
    assert fixed(more="R90\tSpeaker Arg1:T11 Arg2:T5\n").quotes[1].speakers == ("a3",)
    assert fixed(("R9\tVia Arg1:T11 Arg2:T4\n", "")).quotes[1].via == ()
    assert fixed(("R20\tIn Arg1:T18 Arg2:T8", "R20\tIn Arg1:T18 Arg2:T11")).metrics[0].quote == "q2"
    assert fixed(("R5\tSpeaker Arg1:T8 Arg2:T1", "R5\tSpeaker Arg1:T8 Arg2:T2")) == DOCUMENT  # the same actor


def test_a_removed_mark_is_removed_with_what_refers_to_it() -> None:
    read = without(key_of("Мы откроем более 30 школ", "Quote"))  # its cue and its source go with it
    assert read == attrs.evolve(
        DOCUMENT,
        quotes=DOCUMENT.quotes[1:],
        speeches=(attrs.evolve(DOCUMENT.speeches[0], quotes=()),),
        metrics=(attrs.evolve(DOCUMENT.metrics[0], quote=None), *DOCUMENT.metrics[1:]),
    )
    read = without(key_of("экспорт вырос на 5–7 %", "Quote"))
    assert read == attrs.evolve(DOCUMENT, quotes=DOCUMENT.quotes[:1])
    read = without(key_of("заявила", "Cue"))
    assert read == attrs.evolve(DOCUMENT, quotes=(attrs.evolve(DOCUMENT.quotes[0], cue=None), DOCUMENT.quotes[1]))


def test_an_actor_lives_as_long_as_a_mention_of_it() -> None:
    read = without("T2")
    assert isinstance(read, Document)
    assert len(read.actors[0].mentions) == 1
    read = without("T1")
    assert isinstance(read, Document)
    assert read.actors[0] == attrs.evolve(DOCUMENT.actors[0], mentions=DOCUMENT.actors[0].mentions[1:])
    assert read.quotes[0].speakers == ("a1",)
    read = without("T5")
    assert isinstance(read, Document)
    assert [actor.id for actor in read.actors] == ["a1", "a2"]
    assert read.agreements[0].parties == ("a2",)
    assert read.metrics[1].actors == ()


NEW = "T90\tPerson 10 20\tСамарканде\nT91\tQuote 0 7\tВстреча\nT92\tCue 8 9\tв\n"
ARROWS = "R90\tSpeaker Arg1:T91 Arg2:T90\nR91\tHasCue Arg1:T91 Arg2:T92\n"


def test_new_marks_are_new_records() -> None:
    read = fixed(
        more=f"{NEW}A90\tQuoteKind T91 partial\nR90\tSpeaker Arg1:T91 Arg2:T90\nR91\tHasCue Arg1:T91 Arg2:T92\n"
    )
    actor, quote = read.actors[-1], read.quotes[-1]
    assert (actor.id, actor.name, actor.kind) == ("a4", "Самарканде", "person")
    assert (quote.id, quote.kind, quote.speakers, quote.rule) == ("q3", "partial", ("a4",), "by-hand")
    assert quote.cue is not None
    assert quote.cue.lemma == "в"
    assert read == attrs.evolve(DOCUMENT, actors=(*DOCUMENT.actors, actor), quotes=(*DOCUMENT.quotes, quote))


def test_an_event_is_as_good_as_arrows() -> None:
    read = fixed(more=f"{NEW}E1\tQuote:T91 Speaker:T90 Speaker2:T1 HasCue:T92\nA90\tQuoteKind E1 partial\n")
    assert read.quotes[-1].speakers == ("a4", "a1")
    assert read.quotes[-1].kind == "partial"


def test_a_new_mention_of_someone_known() -> None:
    read = fixed(more="T90\tPerson 10 20\tСамарканде\n*\tEquiv T90 T2\nA90\tForm T90 metonym\n")
    assert read.actors[0].mentions[2].form == "metonym"
    assert len(read.actors) == 3


def test_a_long_chain_of_the_same() -> None:
    """The time that it takes is linear: a chain of ten thousand would not end otherwise."""
    count = 10_000
    files = {
        "x.txt": b"a " * count,
        "x.ann": "".join(f"T{n}\tPerson {2 * n} {2 * n + 1}\ta\n" for n in range(count)).encode()
        + "".join(f"R{n}\tSame Arg1:T{n} Arg2:T{n + 1}\n" for n in range(count - 1)).encode(),
    }
    (read,) = documents(packed(files), "brat")
    assert isinstance(read, Document)
    assert [len(actor.mentions) for actor in read.actors] == [count]


def test_a_part_is_given_to_another() -> None:
    read = fixed(("R8\tHasCue Arg1:T8 Arg2:T10", "R8\tHasCue Arg1:T11 Arg2:T10"))
    assert read.quotes[0].cue is None
    assert read.quotes[1].cue == DOCUMENT.quotes[0].cue


def test_more_new_records() -> None:
    read = fixed(
        more="T90\tMetric 0 7\tВстреча\n#90\tAnnotatorNotes T90\t<= 12 km\nT91\tSpeech 0 7\tВстреча\n"
        "T92\tAgreement 0 7\tВстреча\nT93\tStep 8 9\tв\nT94\tDate 8 9\tв\n#91\tAnnotatorNotes T94\t1999-05\n"
        "T95\tAgreement 10 20\tСамарканде\nR90\tHasStep Arg1:T92 Arg2:T93\nR91\tWhen Arg1:T93 Arg2:T94\n"
        "R92\tSame Arg1:T95 Arg2:T92\nR93\tIncludes Arg1:T91 Arg2:T8\nT96\tRole 0 7\tВстреча\n"
        "R94\tHasRole Arg1:T4 Arg2:T96\nR95\tAt Arg1:T96 Arg2:T5\nT97\tSource 0 7\tВстреча\n"
        "R96\tHasSource Arg1:T11 Arg2:T97\n"
    )
    assert str(read.metrics[-1].quantity.value) == "12"
    assert read.speeches[-1].quotes == ("q1",)
    assert len(read.agreements[-1].mentions) == 2
    (event,) = read.agreements[-1].events
    assert str(event.date and event.date.edtf) == "1999-05"
    assert read.actors[1].roles[0].organization == "a3"
    assert read.quotes[1].source == Span(start=0, end=7)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("T90\tMetric 0 7\tВстреча\n", 'a Metric needs its quantity in words like "> 30 USD"'),
        ("T90\tCue 0 7\tВстреча\n", "no record has this Cue; draw an arrow to it, or remove it"),
        ("T90\tPlace 0 7\tВстреча\n", "there is no label Place; there are: Person, State"),
        ("T90\tPerson 0 999\tВстреча\n", "0 to 999 is no stretch of the text, which has"),
        ("T90\tPerson 7 7\t\n", "7 to 7 is no stretch of the text"),
        ("T90\tPerson 0 7\tВстречи\n", 'the words at 0 7 are "Встреча", not "Встречи"'),
        ("T90\tPerson 0-7\tВстреча\n", "expected an id, a tab, a label with offsets"),
        ("T90\tPerson 0 7;\tВстреча\n", "offsets are pairs of numbers"),
        ("T1\tPerson 0 7\tВстреча\n", "the id T1 is already that of another mark"),
        ("T90\tCue 0 7;8 9\tВстреча в\nR90\tHasCue Arg1:T11 Arg2:T90\n", "a Cue is one stretch of text, not 2"),
        ("T90\tCue 0 7\tВстреча\nR90\tHasCue Arg1:T8 Arg2:T90\n", "a Quote has one Cue only, and this is another"),
        ("R90\tHasCue Arg1:T11 Arg2:T10\n", "HasCue leads to what is another's already"),
        ("R90\tSpeaker Arg1:T8 Arg2:T77\n", "Speaker leads to T77, which is not there; remove it, too"),
        ("R90\tSpeaker Arg1:T8 Arg2:T11\n", "Speaker cannot lead from a Quote to a Quote"),
        ("R90\tSame Arg1:T1 Arg2:T4\n", "Same would make one of a1 and a2; remove the marks of one of them"),
        ("R90\tSame Arg1:T1 Arg2:T12\n", "Same cannot lead from a Person to a Agreement"),
        ("R90\tSpeaker T8 T11\n", "expected an id, a tab and a relation of two marks"),
        ("A90\tQuoteKind T8 loud\n", 'QuoteKind must be one of direct, partial, indirect; not "loud"'),
        ("A90\n", "expected an id, a tab, and an attribute of a mark"),
        ("#90 T8\n", "expected an id, a tab, a note of a mark"),
        ("E90\tQuote\n", "expected an id, a tab, a label with its mark, and roles"),
        ("*\tEquiv\n", "expected a star, a tab and marks"),
        ("Dear reader\n", "a line begins with T, R, E, A, M, N, * or #"),
    ],
)
def test_what_means_nothing_is_told_with_its_line(more: str, message: str) -> None:
    count = len(annotations(DOCUMENT))
    told = fault(more=more)
    assert message in told
    lines = [count + 1, count + 2] if "\nR90" in more else [count + 1]
    at = "T8" if "QuoteKind" in message else None
    if at is None:
        assert told.split(": ")[0] in [f"samarkand.ann line {line}" for line in lines]
    else:
        assert told.startswith("samarkand.ann line ")


def test_what_others_marked_is_let_be() -> None:
    assert (
        fixed(more="N1\tReference T1 Wikidata:Q1\tAnna\nM1\tNegation T8\n#90\tAnnotatorNotes T8\tsure?\n\r\n")
        == DOCUMENT
    )


# --- Other archives ---------------------------------------------------------------------------------------------------


def test_an_archive_of_texts_marked_by_hand() -> None:
    files = {
        "corpus/1.txt": "Анна Ким сказала: «Да».".encode(),
        "corpus/1.ann": "T1\tPerson 0 8\tАнна Ким\nT2\tQuote 19 21\tДа\nR1\tSpeaker Arg1:T2 Arg2:T1\n".encode(),
        "corpus/2.txt": b"nothing",
    }
    first, second = documents(packed(files), "brat")
    assert isinstance(first, Document)
    assert (first.id, first.quotes[0].speakers, first.producer.name) == ("corpus/1", ("a1",), "brat")
    assert isinstance(second, Document)
    assert second.text == "nothing"


def broken(change: Callable[[dict[str, bytes]], object]) -> list[Document | Failure]:
    files = unpacked(dumps([DOCUMENT, EMPTY], "brat"))
    change(files)
    return list(documents(packed(files), "brat"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda files: files.pop("samarkand.txt"), "samarkand.ann: there is no samarkand.txt beside it"),
        (lambda files: files.update({"samarkand.json": b"{}"}), "samarkand.json: holds no document"),
        (lambda files: files.update({"samarkand.json": b"{"}), "not JSON"),
        (lambda files: files.update({"samarkand.txt": b"\xff"}), "samarkand.txt: not UTF-8 text"),
        (lambda files: files.update({"samarkand.txt": b"short"}), "past the end of the text"),
        (lambda files: files.update({"samarkand.txt": bytes(3 << 20)}), None),
    ],
)
def test_a_broken_document_costs_itself_only(change: Callable[[dict[str, bytes]], object], message: str | None) -> None:
    found = broken(change)
    assert EMPTY in found
    (failure,) = [each for each in found if isinstance(each, Failure)]
    assert failure.id == "samarkand"
    assert message is None or message in str(failure.error)


def test_names_that_lead_elsewhere_lead_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = unpacked(dumps(DOCUMENT, "brat"))
    data = packed({f"../../{name}": data for name, data in files.items()} | {"/etc/x.txt": b"x"})
    first, second = documents(data, "brat")
    assert first == DOCUMENT
    assert isinstance(second, Document)
    assert list(tmp_path.iterdir()) == []


def test_a_bomb_is_one_failure() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("bomb.txt", bytes(40 << 20))
        opened.writestr("good.txt", b"good")
    bomb, good = documents(stream.getvalue(), "brat")
    assert isinstance(bomb, Failure)
    assert "bomb.txt: larger than" in str(bomb)
    assert isinstance(good, Document)


def test_what_is_no_archive() -> None:
    with pytest.raises(UnreadableInputError, match="not a zip archive"):
        loads(b"T1\tPerson 0 4\tAnna", "brat")
    with pytest.raises(StatedocError, match="no option 'colour'"):
        dumps(DOCUMENT, "brat", colour=True)


def test_the_rest_is_plain_json() -> None:
    rest = json.loads(unpacked(dumps(DOCUMENT, "brat"))["samarkand.json"])
    assert rest["document"]["id"] == "samarkand"
    assert "text" not in rest["document"]


def test_the_example_of_the_page_is_true() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "formats" / "brat.md"
    report = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert report.attempted > 3
    assert not report.failed
