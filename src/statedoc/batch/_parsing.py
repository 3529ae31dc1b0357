"""Many articles, one after the other."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

import attrs

from statedoc.errors import Failure, StatedocError
from statedoc.extract.pipeline import parse
from statedoc.model import Article, Document


def parse_many(
    articles: Iterable[Article | str | Failure],
    *,
    language: str | None = None,
    published: date | datetime | str | None = None,
) -> Iterator[Document | Failure]:
    """A document for each article, in their order, made as they are asked for.

    An article that cannot be parsed yields a `Failure`, and the rest goes on; failures among the articles,
    as `statedoc.articles` yields them, are passed on as they are. Wrong options raise `StatedocError`
    at once.

    >>> [len(document.quotes) for document in parse_many(["", " "])]
    [0, 0]
    """
    if isinstance(articles, str | bytes | Article) or not isinstance(articles, Iterable):
        raise StatedocError(f"expected several articles, not {type(articles).__name__}; for one there is parse")
    parse("", language=language, published=published)  # a wrong option is told now, not once for each article
    return _parsed(articles, language, published)


def _parsed(
    articles: Iterable[Article | str | Failure], language: str | None, published: date | datetime | str | None
) -> Iterator[Document | Failure]:
    for position, article in enumerate(articles):
        if isinstance(article, Failure):
            yield article
            continue
        result: Document | Failure
        try:
            result = parse(article, language=language, published=published)
        except Exception as error:
            # whatever it is, it is handed on, and costs one article, not the run
            result = Failure(position=position, error=error)
            if isinstance(article, Article):
                result = attrs.evolve(result, id=article.id, url=article.metadata.url)
        yield result
