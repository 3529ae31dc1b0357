"""html: a page that any browser reads, whatever the article holds."""

import datetime as dt
import re
import sys
import time
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.formats.samples import DOCUMENT, EMPTY

from statedoc import (
    Agreement,
    AgreementKind,
    Document,
    Metadata,
    Producer,
    Quote,
    QuoteKind,
    Span,
    StatedocError,
    dump,
    dumps,
    load,
)
from statedoc.formats.html import load_ipython_extension, show_in_notebooks, unload_ipython_extension
from statedoc.testing import documents

html5lib = pytest.importorskip("html5lib", reason="html5lib, of the extra dev, is not installed")
html5lib_constants = pytest.importorskip("html5lib.constants")

GOLDEN = sorted((Path(__file__).parent.parent / "golden" / "documents").glob("*.json"))
MANUAL = Path(__file__).parents[2] / "docs" / "reference" / "formats" / "html.md"
PRODUCER = Producer(name="me", version="1")
BIDI = "\u202eслово\u2066 עברית"
HOSTILE = [
    "</p></main></style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'onmouseover='alert(1)",
    "<!-- ]]> --> <![CDATA[",
    "&amp;&lt;&#0;&notanentity",
    "a\0b\x01\x1b[2J\x7f\x85\x9f",
    "half \ud800 and \udfff",
    "\ufdd0\ufffe\U0010ffff",
    "\r\n\u2028\x0b\x0c",
    BIDI,
    "javascript:alert(1)",
]


def parsed(data: bytes) -> Any:
    """The page's tree; fails on the first error that the HTML standard tells of."""
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree = parser.parse(data, transport_encoding="utf-8")
    assert [(html5lib_constants.E[code] % values, place) for place, code, values in parser.errors] == []
    return tree


def holds_together(data: bytes) -> Any:
    """Parse the page, and follow its links: each name is given once, and each link leads to one."""
    tree = parsed(data)
    names = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(names) == len(set(names))
    links = [each.get("href") for each in tree.iter("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(names)
    assert not [each for each in tree.iter() if each.tag in ("script", "link", "img", "iframe", "object", "base")]
    assert not [name for each in tree.iter() for name in each.attrib if name.startswith("on") or name == "style"]
    levels = [int(each.tag[1]) for each in tree.iter() if re.fullmatch("h[1-6]", str(each.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    return tree


def words_of(tree: Any) -> str:
    """The text that a browser shows, with a headline taken from it, and without signs and white space."""
    headline = [each for each in tree.iter("h1") if each.get("class") != "untitled"]

    def told(each: Any) -> str:
        inside = "" if "ref" in each.get("class", "").split() else (each.text or "") + "".join(map(told, each))
        return inside + (each.tail or "")

    return "".join("".join(map(told, [*headline, by_id(tree, "text")])).split())


def by_class(tree: Any, name: str) -> list[Any]:
    return [each for each in tree.iter() if name in (each.get("class") or "").split()]


def by_id(tree: Any, id: str) -> Any:
    (found,) = (each for each in tree.iter() if each.get("id") == id)
    return found


def content(each: Any) -> str:
    return "".join(each.itertext())


def made_of(text: str, **records: Any) -> Document:
    return Document(id="d", text=text, producer=PRODUCER, **records)


def between(start: int, end: int) -> Span:
    return Span(start=start, end=end)


def agreement(id: str, *spans: Span) -> Agreement:
    return Agreement(id=id, kind=AgreementKind.TREATY, title="Договор", mentions=spans, rule="test")


def quote(id: str, *spans: Span) -> Quote:
    return Quote(id=id, kind=QuoteKind.DIRECT, content=spans, rule="test")


# --- Any document -----------------------------------------------------------------------------------------------------


@settings(max_examples=150)
@given(documents())
@example(DOCUMENT)
@example(EMPTY)
def test_every_page_is_without_error(document: Document) -> None:
    tree = holds_together(dumps(document, "html"))
    cards = by_class(tree, "card")
    records = (*document.quotes, *document.speeches, *document.agreements, *document.metrics, *document.actors)
    assert len(cards) == len(records)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_golden_pages_show_the_whole_text_and_every_record(path: Path) -> None:
    document = load(path)
    tree = holds_together(dumps(document, "html"))
    assert words_of(tree) == "".join(document.text.split())
    for kind in (document.quotes, document.speeches, document.agreements, document.metrics, document.actors):
        for record in kind:
            assert "card" in by_id(tree, record.id).get("class")
    for record in document.quotes:
        marked = "".join(content(each) for each in by_class(tree, f"r-{record.id}"))
        said = "".join(span.of(document.text) for span in record.content)
        assert "".join(marked.split()) == "".join(said.split())


@given(st.text(alphabet=st.characters() | st.sampled_from("<>&\"'\0\ud800"), max_size=60))
@settings(max_examples=150)
@example("".join(HOSTILE))
def test_no_text_breaks_out(text: str) -> None:
    document = attrs.evolve(
        made_of(text),
        id=text if text.strip() else "d",
        article=Metadata(title=text, url=text, publisher=text, authors=(text,)),
    )
    tree = holds_together(dumps(document, "html"))
    assert by_class(tree, "none")


# --- Hostile text -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_is_only_text(text: str) -> None:
    full = f"Начало {text} конец."
    document = attrs.evolve(
        made_of(full, quotes=(quote(f"{text}!", between(0, len(full))),), agreements=(agreement("g1", between(3, 9)),)),
        article=Metadata(url=text, publisher=text),
    )
    tree = holds_together(dumps(document, "html"))
    safe = re.sub("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0\ufffe\U0010ffff]", "\ufffd", full)
    assert words_of(tree) == "".join(safe.split())
    assert not [each for each in tree.iter("a") if not each.get("href").startswith("#")]


def test_paragraphs_keep_their_directions_to_themselves() -> None:
    tree = parsed(dumps(made_of(f"{BIDI}.\n\nДалее", quotes=(quote("q1", between(0, 5)),)), "html"))
    text = by_id(tree, "text")
    assert [each.get("dir") for each in text] == ["auto", "auto"]
    assert by_id(tree, "q1-1").get("dir") == "ltr"
    assert all(each.get("lang") for each in by_class(tree, "card")[0].iter("bdi"))


# --- Marks ------------------------------------------------------------------------------------------------------------


def test_overlapping_and_nested_marks_are_cut_at_every_border() -> None:
    document = made_of(
        "абвгдежз",
        quotes=(quote("q1", between(0, 4)), quote("q2", between(2, 6))),
        agreements=(agreement("g1", between(3, 4)),),
    )
    tree = holds_together(dumps(document, "html"))
    told = [(content(each), each.get("class")) for each in tree.iter("mark")]
    assert told == [
        ("аб", "quote direct r-q1"),
        ("в", "quote direct r-q1 r-q2"),
        ("г", "quote direct agreement r-q1 r-q2 r-g1"),
        ("де", "quote direct r-q2"),
    ]
    assert words_of(tree) == "абвгдежз"


def test_a_space_between_two_pieces_of_one_mark_is_marked() -> None:
    document = made_of(
        "аб вг",
        quotes=(quote("q1", between(0, 5)),),
        agreements=(agreement("g1", between(0, 2)), agreement("g2", between(3, 5))),
    )
    tree = holds_together(dumps(document, "html"))
    assert [content(each) for each in by_class(tree, "r-q1")] == ["аб", " ", "вг"]


def test_marks_go_over_paragraphs_and_emoji() -> None:
    text = "Да 😀е\u0301\n\n\n😀 нет"
    tree = holds_together(dumps(made_of(text, quotes=(quote("q1", between(3, 8), between(9, 10)),)), "html"))
    assert [content(each) for each in by_class(tree, "r-q1")] == [
        "😀е\u0301\n\n"[: len(content(by_class(tree, "r-q1")[0]))],
        "😀",
    ]
    assert by_id(tree, "q1").find(".//blockquote") is not None


def test_records_of_empty_spans_have_a_place() -> None:
    tree = holds_together(dumps(made_of("", quotes=(quote("q1", between(0, 0)),)), "html"))
    assert by_id(tree, "q1-1").get("href") == "#q1"
    tree = holds_together(dumps(made_of("а\n\n ", quotes=(quote("q1", between(3, 4)),)), "html"))
    assert by_id(tree, "q1-1").get("href") == "#q1"


def test_text_and_cards_lead_to_each_other() -> None:
    tree = holds_together(dumps(DOCUMENT, "html"))
    sign = by_id(tree, "q1-1")
    assert (content(sign), sign.get("href")) == ("q1", "#q1")
    assert sign.get("title") == "Quote, direct: Анна Ким"
    assert "#q1-1" in [each.get("href") for each in by_id(tree, "q1").iter("a")]
    assert {"#a1", "#s1"} <= {each.get("href") for each in by_id(tree, "q1").iter("a")}


def test_ids_that_no_link_can_hold_get_others() -> None:
    document = made_of("абв", quotes=(quote("main <b>", between(0, 1)), quote("Q 1", between(1, 2))))
    tree = holds_together(dumps(document, "html"))
    assert [each.get("id") for each in by_class(tree, "card")] == ["record-1", "record-2"]


def test_what_a_page_names_itself_is_no_record_id() -> None:
    names = ("text", "records", "quotes", "agreements", "record-2", "q1-1", "q1")
    holds_together(dumps(made_of("а", quotes=tuple(quote(name, between(0, 1)) for name in names)), "html"))


@pytest.mark.parametrize(("count", "lit"), [(0, False), (500, True), (501, False)])
def test_words_light_up_where_that_is_not_too_slow(count: int, lit: bool) -> None:
    found = tuple(agreement(f"g{number}", between(0, 1)) for number in range(count))
    assert (b":target) .r-" in dumps(made_of("а", agreements=found), "html")) == lit


# --- Cards ------------------------------------------------------------------------------------------------------------


def card(id: str) -> str:
    return " ".join(content(by_id(parsed(dumps(DOCUMENT, "html")), id)).replace("\xa0", " ").split())


def test_cards_tell_what_records_say() -> None:
    told = card("q1")
    for words in ("Анна Ким", "министр", "заявила", "заявить, neutral", "press conference", "test.quote"):
        assert words in told
    assert "Speaker not known" in card("q2")
    assert "ThroughЯпония" in card("q2")
    told = card("g1")
    assert "in force · treaty" in told
    assert "BetweenЯпония, Перу" in told
    assert "signed 1999 by Япония, Перу (подписали)in force 2001 (2001-м) (в силу он вступил)" in told
    assert "> 30 школа" in card("m1")
    assert "count, more than" in card("m1")
    assert "5–7%" in card("m2")
    assert "3 марта (not resolved)" in card("m2")
    assert "≤ 50,000,000,000 USD" in card("m3")
    assert "2 times: 1 by name, 1 by pronoun" in card("a1")


def test_legend_counts() -> None:
    (legend,) = parsed(dumps(DOCUMENT, "html")).iter("nav")
    told = [" ".join(content(each).split()) for each in legend.iter("li")]
    assert told == ["Quotes 2", "Occasions 1", "Agreements 1", "Figures 3", "People and states 3"]


# --- The page ---------------------------------------------------------------------------------------------------------


def test_article_is_introduced() -> None:
    tree = parsed(dumps(DOCUMENT, "html"))
    (about,) = by_class(tree, "about")
    assert [" ".join(content(each).split()) for each in about] == ["Вестник", "2025-03-04", "https://example.org/1"]
    assert [each.get("href") for each in about.iter("a")] == ["https://example.org/1"]
    assert tree.get("lang") == by_id(tree, "text").get("lang") == "ru"
    assert by_id(tree, "records").get("lang") == "en"
    assert [content(each) for each in tree.iter("title")] == ["Встреча в Самарканде"]


def test_an_hour_is_told_with_its_offset() -> None:
    when = dt.datetime(2025, 3, 4, 9, 5, tzinfo=dt.timezone(dt.timedelta(hours=5)))
    (time,) = parsed(dumps(attrs.evolve(EMPTY, article=Metadata(published=when)), "html")).iter("time")
    assert content(time) == "2025-03-04 09:05+05:00"


@pytest.mark.parametrize(
    ("title", "text", "shown"),
    [
        ("Заголовок", "Текст.", "Заголовок"),
        ("Заголовок", "Заголовок\n\nТекст.", "Заголовок"),
        (None, "Заголовок\n\nТекст.", "Заголовок"),
        (None, "Целое предложение.\n\nТекст.", "Article without a title"),
        (None, "Одна строка", "Article without a title"),
        (" ", "", "Article without a title"),
    ],
)
def test_headline(title: str | None, text: str, shown: str) -> None:
    tree = parsed(dumps(attrs.evolve(made_of(text), article=Metadata(title=title)), "html"))
    assert [content(each).strip() for each in tree.iter("h1")] == [shown]
    assert content(by_id(tree, "text")).strip() == text.removeprefix(shown).strip()


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org",
        "//example.org",
        "http://",
        "http://[",
        "x",
        "http://e x",
    ],
)
def test_only_the_web_is_linked_to(url: str) -> None:
    tree = parsed(dumps(attrs.evolve(EMPTY, article=Metadata(url=url)), "html"))
    (about,) = by_class(tree, "about")
    assert content(about) == url
    assert list(about.iter("a")) == []


def test_nothing_but_the_page_s_own_style_is_allowed() -> None:
    tree = parsed(dumps(DOCUMENT, "html"))
    (style,) = tree.iter("style")
    (policy,) = (each.get("content") for each in tree.iter("meta") if each.get("http-equiv"))
    hashed = b64encode(sha256(content(style).encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in content(style)
    assert "@import" not in content(style)


def test_suffix_tells_the_format(tmp_path: Path) -> None:
    dump(DOCUMENT, tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes() == dumps(DOCUMENT, "html")


def test_one_document_and_no_options() -> None:
    with pytest.raises(StatedocError, match="'html' holds one document"):
        dumps([DOCUMENT, DOCUMENT], "html")
    with pytest.raises(StatedocError, match="no option 'colour'"):
        dumps(DOCUMENT, "html", colour="red")
    with pytest.raises(StatedocError, match="cannot be read back"):
        load(GOLDEN[0], "html")


@pytest.mark.no_cover
@pytest.mark.alone
@pytest.mark.parametrize("of", ["nested", "apart"])
def test_time_and_size_are_linear(of: str) -> None:
    """Eight times the marks may take eight times as long, and three times that on a busy machine."""

    def cost(count: int) -> tuple[float, int]:
        spans = [
            between(each, 2 * count - each) if of == "nested" else between(each, each + 1) for each in range(count)
        ]
        document = made_of("а " * count, agreements=tuple(agreement(f"g{n}", span) for n, span in enumerate(spans)))
        start = time.process_time()
        size = len(dumps(document, "html"))
        return time.process_time() - start, size

    cost(10)
    seconds, size = cost(250)
    longer, larger = cost(2000)
    assert longer < 24 * seconds
    assert larger < 12 * size


# --- Notebooks --------------------------------------------------------------------------------------------------------


@pytest.fixture
def shell() -> Any:
    interactive = pytest.importorskip(
        "IPython.core.interactiveshell", reason="IPython, of the extra dev, is not installed"
    )
    yield interactive.InteractiveShell.instance()
    interactive.InteractiveShell.clear_instance()


def shown_by(shell: Any) -> str | None:
    shell.display_formatter.active_types = ["text/plain", "text/html"]
    data, _ = shell.display_formatter.format(DOCUMENT)
    found: str | None = data.get("text/html")
    return found


def test_notebooks_show_a_document_in_a_frame(shell: Any) -> None:
    assert shown_by(shell) is None
    load_ipython_extension(shell)
    (frame,) = html5lib.parseFragment(shown_by(shell), namespaceHTMLElements=False)
    assert frame.tag == "iframe"
    assert "allow-scripts" not in frame.get("sandbox")
    assert "allow-same-origin" not in frame.get("sandbox")
    parsed(frame.get("srcdoc").encode())
    assert 'target="_blank"' in frame.get("srcdoc")
    unload_ipython_extension(shell)
    assert shown_by(shell) is None


def test_notebooks_are_told_by_name_too(shell: Any) -> None:
    shell.run_line_magic("load_ext", "statedoc.formats.html")
    assert (shown_by(shell) or "").startswith("<iframe ")
    show_in_notebooks(height=300)
    assert 'height="300"' in (shown_by(shell) or "")
    for height in (0, -1, 10**6, "tall", True):
        with pytest.raises(StatedocError, match="height must be a whole number of pixels from 1 to 2000"):
            show_in_notebooks(height=height)  # type: ignore[arg-type]


def test_where_there_is_no_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StatedocError, match="no notebook"):
        show_in_notebooks()
    monkeypatch.delitem(sys.modules, "IPython", raising=False)
    with pytest.raises(StatedocError, match="no notebook"):
        show_in_notebooks()
