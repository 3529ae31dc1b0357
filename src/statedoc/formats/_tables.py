"""The tables that documents are laid out in: one of whole documents, and a flat one for each kind of record.

A row of a flat table tells of one record, so that it can be read by itself: names stand beside ids, and
words beside offsets. `document_id` and `id` together are its key.
"""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, Final

from statedoc.errors import UnknownNameError
from statedoc.formats._columns import (
    Column,
    Holds,
    Surroundings,
    actor_columns,
    date_columns,
    day_of,
    span_columns,
)
from statedoc.model import Document, MentionForm, Metric

DOCUMENTS: Final = "documents"  #: the table that holds everything; it is nested, all others are flat

_DOCUMENT: Final = (
    Column("document_id", Holds.TEXT, lambda around, _: around.document.id),
    Column("url", Holds.TEXT, lambda around, _: around.document.article.url),
    Column("article_title", Holds.TEXT, lambda around, _: around.document.article.title),
    Column("publisher", Holds.TEXT, lambda around, _: around.document.article.publisher),
    Column(
        "published",
        Holds.TEXT,
        lambda around, _: date.isoformat() if (date := around.document.article.published) else None,
        "ISO 8601: a date, or a date-time with its offset",
    ),
    Column(
        "published_day",
        Holds.DAY,
        lambda around, _: day_of(around.document.article.published),
        "the day of published, by the clock of its own offset",
    ),
    Column("language", Holds.TEXT, lambda around, _: around.document.article.language, "BCP 47"),
)


def _plain(name: str, holds: Holds, about: str | None = None, *, path: str | None = None) -> Column:
    value = attrgetter(path or name)
    return Column(name, holds, lambda _, record: value(record), about)


def _figures(name: str) -> tuple[Column, Column]:
    def figure(metric: Metric) -> Any:
        return getattr(metric.quantity, name)

    return (
        Column(
            name,
            Holds.FIGURE,
            lambda _, metric: None if (found := figure(metric)) is None else f"{found:f}",
            "a decimal number, exact",
        ),
        Column(
            f"{name}_float",
            Holds.FLOAT,
            lambda _, metric: None if (found := figure(metric)) is None else float(found),
            f"{name} as a float, for counting with; digits may be lost",
        ),
    )


def _mentions(form: MentionForm) -> Column:
    return Column(
        f"mentions_{form}",
        Holds.WHOLE,
        lambda _, actor: sum(each.form is form for each in actor.mentions),
        f"how often with the form {form}",
    )


_ID: Final = _plain("id", Holds.TEXT, "unique in its document")
_KIND: Final = _plain("kind", Holds.TERM)
_RULE: Final = _plain("rule", Holds.TEXT, "the rule that found it")

_ACTORS: Final = (
    _ID,
    _KIND,
    _plain("name", Holds.TEXT, "in the nominative; of an unnamed source, the article's words for it"),
    _plain("country", Holds.TEXT, "ISO 3166-1 alpha-2"),
    Column("aliases", Holds.TEXTS, lambda _, actor: list(actor.aliases)),
    Column("roles", Holds.TEXTS, lambda _, actor: [role.title for role in actor.roles], "titles, in the nominative"),
    Column(
        "role_organizations",
        Holds.TEXTS,
        lambda around, actor: [
            around.names((role.organization,))[0] if role.organization is not None else None for role in actor.roles
        ],
        "names, in the order of roles; null for a role in none",
    ),
    Column(
        "role_countries",
        Holds.TEXTS,
        lambda _, actor: [role.country for role in actor.roles],
        "ISO 3166-1 alpha-2, in the order of roles; null for a role in none",
    ),
    Column("mentions", Holds.WHOLE, lambda _, actor: len(actor.mentions), "how often the text mentions it"),
    *map(_mentions, MentionForm),
)


_SPEECHES: Final = (
    _ID,
    _KIND,
    *actor_columns("speaker", "speakers"),
    _plain("medium", Holds.TEXT),
    _plain("occasion", Holds.TEXT),
    _plain("place", Holds.TEXT),
    *actor_columns("audience", "audience"),
    *date_columns("date", "date"),
    Column("words", Holds.TEXT, lambda around, speech: around.words(speech.span)),
    *span_columns(attrgetter("span")),
    Column("quote_ids", Holds.TEXTS, lambda _, speech: list(speech.quotes), "ids in the table of quotes"),
    _RULE,
)


_QUOTES: Final = (
    _ID,
    _KIND,
    Column(
        "text",
        Holds.TEXT,
        lambda around, quote: around.pieces(quote.content),
        "the words of the quote; an ellipsis between spaces stands for the reporter's words between two pieces",
    ),
    *span_columns(attrgetter("hull")),
    *actor_columns("speaker", "speakers"),
    Column("source", Holds.TEXT, lambda around, quote: around.words(quote.source), "the words that name the speaker"),
    Column("cue", Holds.TEXT, lambda around, quote: around.words(quote.cue and quote.cue.span)),
    Column("cue_lemma", Holds.TEXT, lambda _, quote: quote.cue and quote.cue.lemma),
    Column("cue_class", Holds.TERM, lambda _, quote: quote.cue and quote.cue.class_),
    *actor_columns("via", "via"),
    *actor_columns("addressee", "addressee"),
    _plain("speech_id", Holds.TEXT, "id in the table of speeches", path="speech"),
    Column(
        "speech_kind",
        Holds.TERM,
        lambda around, quote: speech.kind if (speech := around.speech(quote.speech)) else None,
    ),
    _plain("within", Holds.TEXT, "id of the quote that this one is quoted inside"),
    _RULE,
)


_AGREEMENTS: Final = (
    _ID,
    _KIND,
    _plain("title", Holds.TEXT, "in the nominative"),
    *actor_columns("party", "parties"),
    _plain("status", Holds.TERM, "the latest step that the article establishes"),
    *date_columns("date", "date"),
    _plain("place", Holds.TEXT),
    Column("events", Holds.TEXTS, lambda _, agreement: [event.status.value for event in agreement.events], "each step"),
    Column(
        "event_dates",
        Holds.TEXTS,
        lambda _, agreement: [
            str(event.date.edtf) if event.date and event.date.edtf else None for event in agreement.events
        ],
        "EDTF, in the order of events; null where not known",
    ),
    Column(
        "event_words",
        Holds.TEXTS,
        lambda around, agreement: [around.words(event.span) for event in agreement.events],
        "the words that tell of the step, in the order of events",
    ),
    Column("mentions", Holds.WHOLE, lambda _, agreement: len(agreement.mentions), "how often the text mentions it"),
    Column("words", Holds.TEXT, lambda around, agreement: around.words(agreement.mentions[0]), "the first mention"),
    *span_columns(lambda agreement: agreement.mentions[0]),
    _RULE,
)


_METRICS: Final = (
    _ID,
    _KIND,
    *_figures("value"),
    *_figures("low"),
    *_figures("high"),
    _plain("comparator", Holds.TERM, "how the true figure stands to the one given", path="quantity.comparator"),
    _plain("unit", Holds.TEXT, "ISO 4217, UCUM, %, rank, a time unit; null for a count", path="quantity.unit"),
    _plain("counted", Holds.TEXT, "what is counted, dictionary form"),
    _plain("measure", Holds.TEXT, "what is measured"),
    _plain("change", Holds.TERM),
    *date_columns("period", "period"),
    *actor_columns("actor", "actors"),
    *actor_columns("claimed_by", "claimed_by"),
    Column("words", Holds.TEXT, lambda around, metric: around.words(metric.span)),
    *span_columns(attrgetter("span")),
    Column("context", Holds.TEXT, lambda around, metric: around.context(metric.span), "the words and some around them"),
    _plain("quote_id", Holds.TEXT, "id in the table of quotes", path="quote"),
    Column("quote_text", Holds.TEXT, lambda around, metric: around.said(metric.quote), "the words of that quote"),
    _RULE,
)

#: The columns of each flat table; each is named as the records of a document are.
FLAT: Final[Mapping[str, tuple[Column, ...]]] = {
    "quotes": (*_DOCUMENT, *_QUOTES),
    "agreements": (*_DOCUMENT, *_AGREEMENTS),
    "metrics": (*_DOCUMENT, *_METRICS),
    "actors": (*_DOCUMENT, *_ACTORS),
    "speeches": (*_DOCUMENT, *_SPEECHES),
}


def check_table(table: object) -> None:
    """Refuse a name that no table has, telling those that there are."""
    if not isinstance(table, str) or (table != DOCUMENTS and table not in FLAT):
        raise UnknownNameError(f"no table is named {table!r}; there are: {', '.join((DOCUMENTS, *FLAT))}")


def rows(documents: Iterable[Document], table: str) -> Iterator[list[Any]]:
    """The rows of a flat table, each with a cell for each of its columns."""
    columns = FLAT[table]
    for document in documents:
        around = Surroundings(document)
        for record in getattr(document, table):
            yield [column.of(around, record) for column in columns]
