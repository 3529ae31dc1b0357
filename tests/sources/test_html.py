"""Web pages: the article, the whole article, and nothing but the article."""

import contextlib
import socket
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from statedoc import Article, MissingExtraError, StatedocError, UnreadableInputError, articles

BODY = """<body><nav><a href="/">Главная</a> <a href="/p">Политика</a></nav><article><h1>Переговоры в Тбилиси</h1>
<p>Министр иностранных дел Грузии Нино Беридзе сообщила, что стороны подписали <b>меморандум</b>.
<script>evil()</script></p>
<blockquote><p>«Мы довольны итогами переговоров», — заявила она.</p><p>„Вторая часть“ её слов.</p></blockquote>
<p>Президент прибудет в ноябре,<br>а премьер — <a href="file:///etc/passwd">позже</a>.</p><style>p{color:red}</style>
</article><footer>© Все права защищены.</footer></body>"""
HEAD = """<title>Переговоры — Вестник</title><meta property="og:site_name" content="Вестник Каспия">
<meta property="article:published_time" content="2025-03-04T10:20:00+04:00">
<meta name="author" content="Анна Ким, Олег Лир">
<link rel="canonical" href="https://example.org/1">"""
TEXT = """Переговоры в Тбилиси

Министр иностранных дел Грузии Нино Беридзе сообщила, что стороны подписали меморандум.

«Мы довольны итогами переговоров», — заявила она.

„Вторая часть“ её слов.

Президент прибудет в ноябре,
а премьер — позже."""


def page(head: str = HEAD, body: str = BODY, charset: str = "") -> str:
    meta = f'<meta charset="{charset}">' if charset else ""
    return f'<!DOCTYPE html>\n<html lang="ru"><head>{meta}{head}</head>{body}</html>'


def read(given: Any, **options: Any) -> Article:
    (article,) = articles(given, **options)
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("name", ["a.html", "A.HTM", "a.xhtml", "a", "a.php"])
def test_a_page_is_one_article(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(page(), encoding="utf-8")
    article = read(path)
    assert article.text == TEXT
    about = article.metadata
    assert (about.title, about.url, about.publisher) == (
        "Переговоры в Тбилиси",
        "https://example.org/1",
        "Вестник Каспия",
    )
    assert (about.authors, about.language) == (("Анна Ким", "Олег Лир"), "ru")
    assert str(about.published) == "2025-03-04 10:20:00+04:00"


@pytest.mark.parametrize(
    "opening", ["<html>", "<HTML lang=ru>", "\ufeff\n <!doctype HTML>", "<?xml version='1.0'?><html>"]
)
def test_pages_are_recognised(opening: str) -> None:
    assert read(f"{opening}{BODY}".encode()).text == TEXT


@pytest.mark.parametrize("text", ["«html» — <это> не страница", "<b>Да</b>", "Сначала слово <html>", "<htmlx>"])
def test_other_texts_are_none(text: str) -> None:
    assert read(text.encode()).text == text


# --- Encodings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-8", "iso-8859-5"])
@pytest.mark.parametrize("how", ["declared", "undeclared", "named"])
def test_encodings(charset: str, how: str) -> None:
    without = str.maketrans("«»„“—©", "\"\"''-c") if charset in ("koi8-r", "iso-8859-5") else {}
    data = page(charset=charset if how == "declared" else "").translate(without).encode(charset)
    named = {"source": "html", "encoding": charset} if how == "named" else {}
    assert read(data, **named).text == TEXT.translate(without)


@pytest.mark.parametrize("charset", ["utf-16", "utf-8-sig"])
def test_marks(charset: str) -> None:
    assert read(page(charset="koi8-r").encode(charset)).text == TEXT


def test_a_page_that_is_not_what_it_says() -> None:
    data = page(charset="utf-8").encode("windows-1251")
    with pytest.raises(UnreadableInputError, match="not in utf-8, which it claims; name its encoding"):
        read(data)
    assert read(data, source="html", encoding="windows-1251").text == TEXT
    with pytest.raises(UnreadableInputError, match="not utf-16-le text"):
        read(b"a", source="html", encoding="utf-16-le")


# --- What a page declares ---------------------------------------------------------------------------------------------

LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"},
{"@type": ["NewsArticle"], "headline": "Итоги", "author": [{"@type": "Person", "name": "Анна Ким"}, "Олег Лир"],
"publisher": {"name": "Курьер"}, "datePublished": "2025-03-04T10:20:00Z", "dateModified": "2025-04-01"}]}</script>"""


def test_linked_data() -> None:
    about = read(page(head=LINKED).encode()).metadata
    assert (about.title, about.publisher, about.authors) == ("Итоги", "Курьер", ("Анна Ким", "Олег Лир"))
    assert str(about.published) == "2025-03-04 10:20:00+00:00"


@pytest.mark.parametrize(
    "declaration",
    [
        "{",
        "[" * 100_000,
        "7",
        "null",
        '{"@type": 7}',
        '{"@graph": {"@type": "Article"}}',
        '{"@type": "Article", "author": 7}',
    ],
)
def test_broken_linked_data_says_nothing(declaration: str) -> None:
    about = read(page(head=f'<script type="application/ld+json">{declaration}</script>').encode()).metadata
    assert (about.title, about.publisher, about.authors) == ("Переговоры в Тбилиси", None, ())


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:modified_time' content='2025-03-05T10:00:00Z'>",
        "<meta property='article:published_time' content='03/04/2025'>",
        "<meta property='article:published_time' content='2025'>",
        "<meta name='last-modified' content='2025-03-05'>",
        "",
    ],
)
def test_no_date_is_guessed(head: str) -> None:
    body = BODY.replace("©", "© 4 марта 2025, 2025-03-04")
    assert (
        read(page(head, body).encode(), source="html", url="https://example.org/2025/03/04/a").metadata.published
        is None
    )


@pytest.mark.parametrize(
    ("canonical", "url", "address"),
    [
        ("https://example.org/1", None, "https://example.org/1"),
        ("https://elsewhere.example/1", "https://example.org/2", "https://example.org/2"),
        ("/1", None, None),
        ("file:///etc/passwd", None, None),
        ("javascript:evil()", None, None),
    ],
)
def test_addresses(canonical: str, url: str | None, address: str | None) -> None:
    options = {"source": "html", "url": url} if url else {}
    head = f'<base href="file:///"><link rel="canonical" href="{canonical}">'
    assert read(page(head).encode(), **options).metadata.url == address


@pytest.mark.parametrize("url", ["/1", "file:///etc/passwd", 7, ""])
def test_addresses_that_are_none(url: object) -> None:
    with pytest.raises(StatedocError, match="url must be an address of http or https"):
        read(page().encode(), source="html", url=url)


# --- Hostile pages ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data", [b"", b"<html></html>", b"<!doctype html>", b"<html><script>evil()</script>", b"<html>\0"]
)
def test_pages_without_an_article(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_bytes(data)
    with pytest.raises(UnreadableInputError, match=r"empty\.html: the page has no"):
        list(articles(path))


def test_scripts_are_never_text() -> None:
    hidden = "<script>evil()</script><style>evil{}</style><noscript>evil</noscript><template>evil</template>"
    text = read(page(body=BODY.replace("<p>", f"<p>{hidden}").replace("</p>", f"{hidden}</p>")).encode()).text
    assert "evil" not in text
    assert "«Мы довольны итогами переговоров»" in text


def test_entities_and_addresses_are_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    secret = tmp_path / "secret"
    secret.write_text("hidden words")
    declared = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    body = BODY.replace("<p>", f'<p>&x; &b;<img src="http://127.0.0.1:9/a"><iframe src="{secret.as_uri()}"></iframe>')
    assert "hidden" not in read(f"{declared}<html>{body}</html>".encode(), source="html").text


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "pattern", ["<", "<div>", "<p>a ", "<b>", "<a href='x'>", "<a b='", "<!--", "&", "<div><p>a</p></div>", "<li>a"]
)
def test_hostile_pages_take_little_time(pattern: str) -> None:
    data = b"<html>" + pattern.encode() * (500_000 // len(pattern))
    start = time.process_time()
    with contextlib.suppress(UnreadableInputError):
        list(articles(data))
    assert time.process_time() - start < 15


def test_limits() -> None:
    with pytest.raises(UnreadableInputError, match="over 100 bytes; give a higher `limit`"):
        read(page().encode(), source="html", limit=100)
    with pytest.raises(UnreadableInputError, match="over 50,000 elements"):
        read(b"<html>" + b"<p>a" * 50_001)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r'need trafilatura.*pip install "statedoc\[html\]"'):
        read(page().encode())
