"""The way from an article to a document: text, then each extractor in turn, each given what came before."""

import datetime as dt
import hashlib
import importlib.metadata
from collections.abc import Iterable, Set
from functools import cache

import attrs
from dateutil.parser import isoparse

from statedoc.errors import StatedocError
from statedoc.extract.actors import actors, with_author
from statedoc.extract.agreements import agreements
from statedoc.extract.cast import Cast
from statedoc.extract.dates import dates
from statedoc.extract.layout import layout
from statedoc.extract.metrics import metrics
from statedoc.extract.quotes import attributions, quotes
from statedoc.extract.speeches import speeches
from statedoc.extract.turns import turns
from statedoc.languages import LanguagePack, codes, pack
from statedoc.languages.detection import detect
from statedoc.model import Actor, Agreement, Article, Document, Metric, Producer, Quote, Speech
from statedoc.text import cut


def parse(
    article: Article | str, *, language: str | None = None, published: dt.date | dt.datetime | str | None = None
) -> Document:
    """Find the actors, speeches, quotes, agreements and metrics of an article.

    `language` is a BCP 47 code with a language pack, and by default the article's own, or what its letters
    and words tell. `published` (a date, or its ISO 8601 form) is what relative dates are counted from. A text
    in a language without a pack gives a document without records. Every string can be parsed; a `language`
    without a pack raises `UnknownNameError`, any other wrong argument `StatedocError`.

    >>> document = parse("«Мы готовы», — заявил Токаев.")
    >>> [document.actor(id).name for id in document.quotes[0].speakers]
    ['Токаев']
    """
    article = _given(article, published)
    chosen = pack(language) if language is not None else _pack(article)
    metadata = article.metadata
    if metadata.language is None and chosen is not None:
        metadata = attrs.evolve(metadata, language=chosen.code)
    empty = Document(id=_id(article), article=metadata, text=article.text, producer=_producer())
    return _records(empty, chosen) if chosen is not None else empty


def _id(article: Article) -> str:
    """The caller's id, else the url, else one made of the text."""
    if article.id or article.metadata.url:
        return str(article.id or article.metadata.url)
    return f"sha256:{hashlib.sha256(article.text.encode('utf-8', 'surrogatepass')).hexdigest()}"


@cache
def _producer() -> Producer:
    return Producer(name="statedoc", version=importlib.metadata.version("statedoc"))


def _given(article: Article | str, published: dt.date | dt.datetime | str | None) -> Article:
    """The article that the arguments of `parse` mean."""
    if isinstance(article, str):
        article = Article(text=article)
    elif not isinstance(article, Article):
        raise StatedocError(f"parse takes a string or an Article, not {type(article).__name__}")
    if published is None:
        return article
    if isinstance(published, str):
        try:
            moment = isoparse(published)
        except ValueError as error:
            raise StatedocError(
                f"published: {published!r} is no ISO 8601 date ({error}); write it like 2025-11-11"
            ) from None
        published = moment if moment.tzinfo else moment.date()
    try:
        return attrs.evolve(article, metadata=attrs.evolve(article.metadata, published=published))
    except (TypeError, ValueError) as error:
        raise StatedocError(str(error)) from None


def _pack(article: Article) -> LanguagePack | None:
    """The pack for an article's own language: what its metadata say, or what its text looks like."""
    code = article.metadata.language or detect(article.text)
    if code is None:
        return None
    primary = code.split("-")[0].lower()
    return pack(primary) if primary in codes() else None


def _records(document: Document, language: LanguagePack) -> Document:
    """The document with every record that its text holds."""
    text = cut(document.text, language)
    shape = layout(text)
    cast = actors(text, shape)
    spoken = turns(text, shape, cast)
    cast = with_author(text, shape, cast, document.article.authors if not spoken else ())
    cues = attributions(text, shape, cast)
    said = quotes(text, shape, cast, cues, spoken)
    dated = dates(text, document.article.published)
    occasions = speeches(text, shape, cast, cues, dated, said, spoken)
    agreed = agreements(text, dated, cast)
    figures = metrics(text, dated, cast, said)
    return attrs.evolve(
        document,
        actors=_needed(cast, said, occasions, agreed, figures),
        speeches=occasions,
        quotes=_on_occasions(said, occasions),
        agreements=agreed,
        metrics=figures,
    )


def _on_occasions(said: Iterable[Quote], occasions: Iterable[Speech]) -> tuple[Quote, ...]:
    """The quotes, each with the speech that it belongs to."""
    speech_of = {quote: speech.id for speech in occasions for quote in speech.quotes}
    return tuple(attrs.evolve(each, speech=speech_of[each.id]) if each.id in speech_of else each for each in said)


def _needed(
    cast: Cast,
    said: Iterable[Quote],
    speeches: Iterable[Speech],
    agreed: Iterable[Agreement],
    figures: Iterable[Metric],
) -> tuple[Actor, ...]:
    """The actors of a cast, without those that are none unless a record refers to them."""
    used: set[str] = set()
    for quote in said:
        used.update(quote.speakers, quote.via, quote.addressee)
    for speech in speeches:
        used.update(speech.speakers, speech.audience)
    for agreement in agreed:
        used.update(agreement.parties)
        for event in agreement.events:
            used.update(event.parties)
    for figure in figures:
        used.update(figure.actors, figure.claimed_by)
    kept = [actor for actor in cast.actors if actor.id not in cast.weak or actor.id in used]
    ids = {actor.id for actor in kept}
    return tuple(_known(actor, ids) for actor in kept)


def _known(actor: Actor, ids: Set[str]) -> Actor:
    """An actor whose posts are in no organization but those that are kept."""
    if all(role.organization is None or role.organization in ids for role in actor.roles):
        return actor
    roles = (each if each.organization in ids else attrs.evolve(each, organization=None) for each in actor.roles)
    return attrs.evolve(actor, roles=tuple(roles))
