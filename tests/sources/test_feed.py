"""Feeds: RSS, Atom and JSON Feed."""

import contextlib
import json
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from statedoc import Article, Failure, MissingExtraError, StatedocError, UnreadableInputError, articles

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Вестник</title><link>https://example.org/</link><language>ru</language>
<item><title>Визит в &amp;laquo;Баку&amp;raquo;</title><link>/news/1</link><guid isPermaLink="false">g1</guid>
<pubDate>Tue, 04 Mar 2025 10:20:00 +0300</pubDate><dc:creator>Анна Ким</dc:creator><description>Кратко</description>
<content:encoded><![CDATA[<p>Он сказал: &laquo;Да&raquo;.</p><script>x()</script><p>„Нет“.</p>]]></content:encoded>
</item>
<item><title>Пусто</title><link>https://example.org/news/2</link><guid>g2</guid></item>
<item><description>Только &lt;b&gt;кратко&lt;/b&gt;</description><pubDate>вчера</pubDate>
<link>file:///etc/passwd</link></item>
</channel></rss>"""

ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="kk"><title type="html">&lt;b&gt;Вестник&lt;/b&gt;</title>
<author><name>Редакция</name></author><id>f</id><updated>2025-03-05T00:00:00Z</updated><link href="https://example.org/"/>
<entry><id>urn:1</id><title>Визит</title><link href="https://example.org/1"/>
<updated>2025-03-05T00:00:00Z</updated><published>2025-03-04T10:20:00+05:00</published>
<author><name>Анна Ким</name></author><author><name>Олег Лир</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Раз</p><p>Два &amp; три</p></div></content></entry>
<entry><id>urn:2</id><title>Второй</title><updated>2025-03-05</updated>
<summary type="text">3 &lt; 5</summary><source><title>Курьер</title></source></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="c"><title>Вестник</title></channel>
<item rdf:about="1"><title>Визит</title><description>Да</description><dc:date>2025-03-04</dc:date></item></rdf:RDF>"""

JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Вестник",
    "home_page_url": "https://example.org/",
    "language": "ru",
    "authors": [{"name": "Редакция"}],
    "items": [
        {
            "id": 1,
            "url": "/1",
            "title": "Визит",
            "content_html": "<p>Раз</p><p>Два</p>",
            "date_published": "2025-03-04",
        },
        {"id": "2", "content_text": "Текст", "authors": [{"name": "Анна Ким"}], "language": "kk"},
        {"id": "3", "url": "https://example.org/3"},
        7,
    ],
}


def read(given: object, **options: Any) -> list[Article | Failure]:
    return list(articles(given, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r", "utf-16"])
@pytest.mark.parametrize("name", ["a.rss", "a.xml", "a"])
def test_rss(encoding: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    text = RSS if encoding != "koi8-r" else RSS.replace("„Нет“", "Нет")
    path.write_bytes(text.format(encoding=encoding).encode(encoding))
    first, empty, short = read(path)
    assert isinstance(first, Article)
    assert first.text.startswith("Он сказал: «Да».\n\n")
    assert "x()" not in first.text
    about = first.metadata
    assert (first.id, about.title, about.url) == ("g1", "Визит в «Баку»", "https://example.org/news/1")
    assert (about.publisher, about.authors, about.language) == ("Вестник", ("Анна Ким",), "ru")
    assert about.published
    assert about.published.isoformat() == "2025-03-04T10:20:00+03:00"
    assert isinstance(empty, Failure)
    assert (empty.position, empty.id, empty.url) == (1, "g2", "https://example.org/news/2")
    assert str(empty.error) == "the entry has neither content nor a summary"
    assert isinstance(short, Article)
    assert short.text == "Только кратко"
    assert (short.metadata.url, short.metadata.published) == (None, None)


def test_atom() -> None:
    first, second = read(ATOM.encode())
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.text, second.text) == ("Раз\n\nДва & три", "3 < 5")
    assert (first.metadata.publisher, second.metadata.publisher) == ("Вестник", "Курьер")
    assert (first.metadata.authors, second.metadata.authors) == (("Анна Ким", "Олег Лир"), ("Редакция",))
    assert str(first.metadata.published) == "2025-03-04 10:20:00+05:00"
    assert str(second.metadata.published) == "2025-03-05"
    assert first.metadata.language == "kk"


def test_rss_1() -> None:
    (article,) = read(RDF.encode())
    assert isinstance(article, Article)
    assert (article.text, str(article.metadata.published)) == ("Да", "2025-03-04")


def test_json_feed() -> None:
    first, second, empty, odd = read(json.dumps(JSON).encode())
    assert isinstance(first, Article)
    assert (first.id, first.text, first.metadata.url) == ("1", "Раз\n\nДва", "https://example.org/1")
    assert (first.metadata.authors, first.metadata.language) == (("Редакция",), "ru")
    assert isinstance(second, Article)
    assert (second.text, second.metadata.authors, second.metadata.language) == ("Текст", ("Анна Ким",), "kk")
    assert isinstance(empty, Failure)
    assert (empty.position, empty.id, empty.url) == (2, "3", "https://example.org/3")
    assert isinstance(odd, Failure)
    with pytest.raises(UnreadableInputError, match="no list of items"):
        read(json.dumps(JSON | {"items": {}}).encode())


def test_a_feed_that_is_cut_off_loses_its_last_entry_openly() -> None:
    data = RSS.format(encoding="utf-8").encode()
    *_, last = read(data[: data.index("Только".encode()) + 8])
    assert isinstance(last, Failure)
    assert "in the middle of this entry" in str(last.error)


def test_small_faults_are_forgiven() -> None:
    data = RSS.format(encoding="utf-8").replace("<title>Вестник", "<title>Вестник&nbsp;1 & 2").encode()
    first, *_ = read(data)
    assert isinstance(first, Article)


def test_what_is_no_feed() -> None:
    for data in (b"", b"<rss", "Просто текст".encode(), b"<html><p>a</p></html>", b"\x00\xff"):
        with pytest.raises(UnreadableInputError, match="no feed that could be read"):
            read(data, source="feed")
    assert read(b'<rss version="2.0"><channel></channel></rss>') == []


# --- Hostile feeds ----------------------------------------------------------------------------------------------------

BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
BODY = '<rss version="2.0"><channel><item><title>t</title><description>a &{}; b</description></item></channel></rss>'


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        (BOMB, "e11"),
        ('<!ENTITY x SYSTEM "SECRET">', "x"),
        ('<!ENTITY % p SYSTEM "SECRET"> %p;', "x"),
        ('<!ENTITY x PUBLIC "-" "http://127.0.0.1:9/">', "x"),
    ],
    ids=["bomb", "file", "parameter", "address"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_entities_are_refused(declared: str, name: str, encoding: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    document = f"<!DOCTYPE rss [{declared}]>".replace("SECRET", secret.as_uri()) + BODY.format(name)
    start = time.process_time()
    with pytest.raises(UnreadableInputError, match="entities of its own"):
        read(document.encode(encoding), source="feed")
    assert time.process_time() - start < 2


def test_nothing_is_opened_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """feedparser takes bytes for a file's name, if there is such a file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "feed").write_bytes(RSS.format(encoding="utf-8").encode())
    for name in (b"feed", b"file:feed", (tmp_path / "feed").as_uri().encode()):
        with pytest.raises(UnreadableInputError, match="no feed"):
            read(name, source="feed")


def test_dtds_without_entities_are_nothing() -> None:
    dtd = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss-0.91.dtd">'
    (article,) = read((dtd + BODY.format("amp")).encode())
    assert isinstance(article, Article)
    assert article.text == "a & b"


@pytest.mark.no_cover
@pytest.mark.parametrize("pattern", ["<", "<item>", "<a ", "&", "<!--", "<![CDATA[", "<item><title>", "&amp;lt;"])
def test_hostile_feeds_take_little_time(pattern: str) -> None:
    data = b'<rss version="2.0"><channel><item><description>' + pattern.encode() * (200_000 // len(pattern))
    start = time.process_time()
    with contextlib.suppress(UnreadableInputError):
        read(data)
    assert time.process_time() - start < 8


def test_the_limit() -> None:
    with pytest.raises(UnreadableInputError, match="over 100 bytes; give a higher `limit`"):
        read(ATOM.encode(), source="feed", limit=100)
    with pytest.raises(StatedocError, match="limit must be"):
        read(ATOM.encode(), source="feed", limit=0)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(MissingExtraError, match=r'pip install "statedoc\[feeds\]"'):
        read(ATOM.encode())
    assert len(read(json.dumps(JSON).encode())) == 4
