"""JSON Lines: fields by their names, and every line for itself."""

import datetime as dt
import io
import json
import tracemalloc
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from tests.formats.samples import DOCUMENT

from statedoc import Article, Failure, Metadata, StatedocError, UnreadableInputError, articles, dumps
from statedoc import testing as strategies

RECORD = {
    "id": 7,
    "text": "Президент прибыл в Астану 😀.\n\nОн выступит.",
    "title": "Визит",
    "url": "https://example.org/7",
    "publisher": "Вестник",
    "authors": ["Анна Ким", "Олег Лир"],
    "published": "2025-03-04T10:20:00+05:00",
    "language": "ru",
}
ARTICLE = Article(
    id="7",
    text="Президент прибыл в Астану 😀.\n\nОн выступит.",
    metadata=Metadata(
        title="Визит",
        url="https://example.org/7",
        publisher="Вестник",
        authors=("Анна Ким", "Олег Лир"),
        published=dt.datetime(2025, 3, 4, 10, 20, tzinfo=dt.timezone(dt.timedelta(hours=5))),
        language="ru",
    ),
)


def lines(*records: object) -> bytes:
    return b"".join(
        record if isinstance(record, bytes) else json.dumps(record, ensure_ascii=False).encode() + b"\n"
        for record in records
    )


@pytest.mark.parametrize("name", ["a.jsonl", "A.NDJSON", "a", "a.json"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_line_is_an_article(name: str, mark: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(mark + lines(RECORD, b"\n", {"text": "Да"}))
    assert list(articles(path)) == [ARTICLE, Article(text="Да")]
    assert list(articles(path.read_bytes())) == [ARTICLE, Article(text="Да")]


@settings(max_examples=60)
@given(strategies.articles())
def test_whatever_an_article_holds_is_read(article: Article) -> None:
    about = article.metadata
    record = attrs.asdict(about) | {"text": article.text, "id": article.id}
    record["published"] = about.published and about.published.isoformat()
    (read,) = articles(lines(record), "jsonl")
    if not article.text.strip():
        assert isinstance(read, Failure)
        return
    assert isinstance(read, Article)
    if about.published not in (dt.date(1, 1, 1), dt.date(1970, 1, 1)):
        assert read.metadata.published == about.published or about.published is None
    assert read.text == article.text
    assert read.id == article.id


def test_fields_have_the_names_that_the_caller_gives() -> None:
    record = {
        "body": {"plain": "Да"},
        "a.b": "с точкой",
        "meta": {"head": {"line": "Заголовок"}, "when": "2025-03-04"},
        "by": "Анна Ким",
        "url": ["not", "read"],
    }
    (article,) = articles(
        lines(record),
        "jsonl",
        text="body.plain",
        title="meta.head.line",
        publisher="a.b",
        published="meta.when",
        authors="by",
        url=None,
        id="meta.id.none",
    )
    assert article == Article(
        text="Да",
        metadata=Metadata(
            title="Заголовок", publisher="с точкой", authors=("Анна Ким",), published=dt.date(2025, 3, 4)
        ),
    )


BROKEN = {
    "not JSON": (b"{no}\n", "the text is not JSON"),
    "not UTF-8": (b'{"text": "\xff"}\n', "not UTF-8"),
    "a list": ([RECORD], "expected an object, not a list"),
    "a string": ("text", "expected an object, not a string"),
    "a surrogate": (b'{"text": "\\ud800"}\n', "lone surrogate"),
    "no text": ({"title": "Визит"}, "no text in the field 'text'"),
    "blank text": ({"text": " \n"}, "no text in the field 'text'"),
    "text that is none": ({"text": ["a"]}, "text: expected a string, not a list"),
    "a title that is none": ({"text": "a", "title": 7}, "title: expected a string, not a number"),
    "authors that are none": ({"text": "a", "authors": [{"name": "b"}]}, "authors: expected a string or a list of"),
    "no date": ({"text": "a", "published": "вчера"}, "published: expected a date of ISO 8601"),
    "a moment as a number": ({"text": "a", "published": 1741069200}, "published: expected a string, not a number"),
    "no language": ({"text": "a", "language": "по-русски"}, "language: expected a BCP 47 tag"),
    "a boolean id": ({"text": "a", "id": True}, "id: expected a string, not a boolean"),
    "deep": (b'{"a":' * 100_000 + b"\n", "nested too deeply|not JSON"),
    "NaN": (b'{"text": NaN}\n', "NaN"),
    "a document": (dumps(DOCUMENT, "jsonl"), "it is a document, and no article: statedoc.documents reads it"),
}


@pytest.mark.parametrize(("record", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_line_costs_itself(record: object, message: str) -> None:
    first, failure, last = articles(lines(RECORD, b"\n", record, RECORD))
    assert first == last == ARTICLE
    assert isinstance(failure, Failure)
    assert failure.position == 1
    with pytest.raises(UnreadableInputError, match=f"^line 3: .*({message})"):
        raise failure.error


def test_what_is_not_known_may_be_null_or_empty() -> None:
    record: dict[str, Any] = dict.fromkeys(RECORD, None) | {"text": "Да", "authors": ["", "Ким"], "title": ""}
    assert list(articles(lines(record))) == [Article(text="Да", metadata=Metadata(authors=("Ким",)))]


@pytest.mark.parametrize("indented", [dumps(DOCUMENT, indent=True), b'{\n "text": "a"\n}', b'[\n{"text": "a"}\n]'])
def test_json_on_many_lines_is_no_text(indented: bytes) -> None:
    with pytest.raises(UnreadableInputError, match="line 1 is no whole JSON object; put each article on one line"):
        list(articles(indented))


@pytest.mark.parametrize("text", ["{скобка} — «слово»", "[1] «слово»", '{"а', "{", "[{", '{"слово" сказано}'])
def test_braces_alone_are_text(text: str) -> None:
    assert list(articles(text.encode())) == [Article(text=text)]


def test_a_long_line_is_passed_over_and_the_rest_goes_on() -> None:
    data = lines(RECORD, {"text": "а" * 5000}, {"text": "Да"}, {"text": "б" * 5000})[:-1]
    first, long, short, last = articles(data, "jsonl", limit=1000)
    assert first == ARTICLE
    assert short == Article(text="Да")
    for failure, number in ((long, 2), (last, 4)):
        assert isinstance(failure, Failure)
        assert str(failure.error) == f"line {number}: it has over 1,000 bytes; give a higher `limit` to read it"


@pytest.mark.no_cover
def test_memory_is_bounded_by_the_limit() -> None:
    class Endless(io.RawIOBase):
        left = 64 << 20

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any, /) -> int:
            size = min(len(buffer), self.left)
            buffer[:size] = b"a" * size
            self.left -= size
            return size

    tracemalloc.start()
    (failure,) = articles(io.BufferedReader(Endless()), "jsonl", limit=1 << 20)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(failure, Failure)
    assert peak < 8 << 20


@pytest.mark.parametrize(
    "options", [{"text": None}, {"title": 7}, {"limit": 0}, {"limit": True}, {"limit": "1"}], ids=str
)
def test_options_that_mean_nothing(options: dict[str, Any]) -> None:
    with pytest.raises(StatedocError, match="must be"):
        list(articles(lines(RECORD), "jsonl", **options))


def test_nothing_is_read_before_it_is_asked_for() -> None:
    stream = io.BytesIO(lines(RECORD, RECORD, RECORD))
    found = articles(stream, "jsonl")
    next(found)
    assert stream.tell() == len(lines(RECORD))
