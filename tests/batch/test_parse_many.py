"""Many articles: one that fails costs one article."""

from collections.abc import Iterator

import pytest

import statedoc.batch._parsing
from statedoc import Article, Document, Failure, Metadata, StatedocError, UnreadableInputError, parse, parse_many

ARTICLES = [
    Article(text="Раз.", id="one"),
    Article(text="Два.", id="two", metadata=Metadata(url="https://example.org/2")),
    Article(text="Три."),
]


def test_a_document_for_each_article_in_order() -> None:
    assert list(parse_many(ARTICLES)) == [parse(article) for article in ARTICLES]
    assert list(parse_many(["Раз.", ARTICLES[1]])) == [parse("Раз."), parse(ARTICLES[1])]
    assert list(parse_many([])) == []


def test_options_reach_every_article() -> None:
    options = {"language": "ru", "published": "2025-11-11"}
    assert list(parse_many(ARTICLES, **options)) == [parse(article, **options) for article in ARTICLES]


def test_articles_are_taken_one_at_a_time() -> None:
    taken = []

    def stream() -> Iterator[Article]:
        for article in ARTICLES:
            taken.append(article)
            yield article

    documents = parse_many(stream())
    assert taken == []
    next(documents)
    assert taken == ARTICLES[:1]


def test_failures_are_passed_on() -> None:
    failure = Failure(position=7, error=UnreadableInputError("broken"))
    first, second, third = parse_many([ARTICLES[0], failure, ARTICLES[1]])
    assert second is failure
    assert isinstance(first, Document)
    assert isinstance(third, Document)


def test_what_is_no_article_fails_alone() -> None:
    first, second = parse_many([7, ARTICLES[0]])  # type: ignore[list-item]
    assert isinstance(first, Failure)
    assert isinstance(first.error, StatedocError)
    assert isinstance(second, Document)


def test_an_article_that_breaks_an_extractor_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def fragile(article: Article | str, **options: object) -> Document:
        if isinstance(article, Article) and article.id == "two":
            raise ZeroDivisionError("no rule foresaw this")
        document: Document = parse(article)
        return document

    monkeypatch.setattr(statedoc.batch._parsing, "parse", fragile)
    first, second, third = parse_many(ARTICLES)
    assert isinstance(first, Document)
    assert isinstance(third, Document)
    assert isinstance(second, Failure)
    assert (second.position, second.id, second.url) == (1, "two", "https://example.org/2")
    assert isinstance(second.error, ZeroDivisionError)
    assert second.error.__traceback__ is not None
    assert str(second) == "item 1 (two): ZeroDivisionError: no rule foresaw this"


@pytest.mark.parametrize("options", [{"language": "tlh"}, {"published": "yesterday"}, {"language": 7}], ids=str)
def test_wrong_options_are_told_before_anything_is_parsed(options: dict[str, str]) -> None:
    with pytest.raises(StatedocError):
        parse_many(ARTICLES, **options)


@pytest.mark.parametrize("given", ["a text", b"bytes", ARTICLES[0], 7, None], ids=repr)
def test_one_article_is_not_many(given: object) -> None:
    with pytest.raises(StatedocError, match="expected several articles"):
        parse_many(given)  # type: ignore[arg-type]
