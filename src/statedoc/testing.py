"""Hypothesis strategies for every model, for the tests of programs that use statedoc.

Each strategy gives valid models only. `documents` gives whole ones, whose references lead to records
that are there and whose spans lie inside the text. A record drawn by itself refers to the ids of its
`Surroundings`.

>>> from hypothesis import given
>>> @given(documents())
... def test_actors_are_found(document):
...     for actor in document.actors:
...         assert document.actor(actor.id) is actor
>>> test_actors_are_found()

The module needs hypothesis: ``pip install "statedoc[testing]"``.
"""

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar, final

import attrs

from statedoc import model
from statedoc.errors import MissingExtraError

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import SearchStrategy
except ImportError as error:
    raise MissingExtraError(
        'statedoc.testing needs hypothesis, which is not installed; install it with: pip install "statedoc[testing]"'
    ) from error

__all__ = [
    "ANYWHERE",
    "Surroundings",
    "actors",
    "agreement_events",
    "agreements",
    "articles",
    "calendar_dates",
    "cues",
    "date_mentions",
    "documents",
    "edtf_dates",
    "mentions",
    "metadata",
    "metrics",
    "names",
    "producers",
    "quantities",
    "quotes",
    "roles",
    "spans",
    "speeches",
    "texts",
]


@final
@attrs.frozen(kw_only=True)
class Surroundings:
    """The document that a record stands in: how long its text is, and which ids can be referred to.

    >>> from hypothesis import find
    >>> find(spans(Surroundings(length=3)), lambda span: len(span) == 3)
    Span(start=0, end=3)
    """

    length: int = 100  #: code points of the text
    actors: tuple[str, ...] = ("a1", "a2")
    speeches: tuple[str, ...] = ("s1",)
    quotes: tuple[str, ...] = ("q1",)


_Item = TypeVar("_Item")
_Member = TypeVar("_Member", bound=StrEnum)

ANYWHERE = Surroundings()  #: the surroundings of a record that is drawn by itself

_ALPHABET = "".join(
    [
        " .,:;!?-\n",
        *map(chr, range(0x410, 0x450)),  # Cyrillic
        *map(chr, range(0x41, 0x7B)),
        "\u00ab\u00bb\u201e\u201c\u201d\"'\u2013\u2014",  # quotation marks and dashes
        "\u00a0\u202f\u0301\u0306\u0308\u200d\ufe0f",  # no-break spaces, combining marks, joiners
        *map(chr, range(0x1F1E6, 0x1F200)),  # halves of flags
        *map(chr, range(0x1F600, 0x1F610)),  # faces
    ]
)

# Strategies are built once, here: building them anew for each record takes longer than drawing from them.
_TEXTS = st.text(_ALPHABET, max_size=200) | st.text(max_size=50)
_NAMES = (st.text(_ALPHABET, min_size=1, max_size=20) | st.text(min_size=1, max_size=5)).filter(str.strip)
_NAMES_OR_NONE = st.none() | _NAMES
_NAME_TUPLES = st.lists(_NAMES, max_size=2).map(tuple)
_COUNTRIES = st.none() | st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)
_LANGUAGES = st.none() | st.sampled_from(["ru", "en", "kk", "uz-Cyrl", "zh-Hant-TW"])
_UNITS = st.none() | st.sampled_from(["USD", "KZT", "%", "rank", "year", "t", "kW.h", "[bbl_us]"])
_OFFSETS = st.integers(-23 * 60, 23 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
_PUBLISHED = st.none() | st.dates() | st.datetimes(timezones=_OFFSETS)
_NUMBERS = st.integers(0, 1_000_000)  # taken modulo the length of the text, or the count of ids
_NUMBER_PAIRS = st.tuples(_NUMBERS, _NUMBERS)
_NUMBER_LISTS = st.lists(_NUMBERS, max_size=3)
_COUNTS = st.integers(0, 2)
_BOOLEANS = st.booleans()
_MEMBERS: dict[type[StrEnum], SearchStrategy[Any]] = {
    enum: st.sampled_from(enum) for enum in vars(model).values() if isinstance(enum, type) and issubclass(enum, StrEnum)
}
_FIGURES = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent), st.integers(-(10**12), 10**12), st.integers(-20, 20)
)
_AMOUNTS = st.one_of(
    _FIGURES.map(lambda value: {"value": value}),
    st.tuples(_FIGURES, _FIGURES).map(lambda ends: {"low": min(ends), "high": max(ends)}),
)
_DATE_PARTS = st.sampled_from([("year",), ("year", "month"), ("year", "month", "day"), ("month",), ("month", "day")])
_CALENDAR_DATES = st.builds(
    lambda day, parts, approximate: model.CalendarDate(
        **{part: getattr(day, part) for part in parts}, approximate=approximate
    ),
    st.dates(),
    _DATE_PARTS,
    st.booleans(),
)


def _interval(one: model.CalendarDate, other: model.CalendarDate) -> model.EdtfDate:
    first, last = one.earliest, other.latest
    if first and last and last < first:
        one, other = other, one
    return model.EdtfDate(start=one, end=other)


_EDTF_DATES = st.one_of(
    _CALENDAR_DATES.map(lambda point: model.EdtfDate(start=point, end=point)),
    _CALENDAR_DATES.map(lambda point: model.EdtfDate(start=None, end=point)),
    _CALENDAR_DATES.map(lambda point: model.EdtfDate(start=point, end=None)),
    st.builds(_interval, _CALENDAR_DATES, _CALENDAR_DATES),
)
_EDTF_DATES_OR_NONE = st.none() | _EDTF_DATES


def texts() -> SearchStrategy[str]:
    """Text that is hard on offsets: two alphabets, emoji, combining marks, no-break spaces, all dashes."""
    return _TEXTS


def names() -> SearchStrategy[str]:
    """Short text that is not blank, as of ids, names and titles."""
    return _NAMES


def calendar_dates() -> SearchStrategy[model.CalendarDate]:
    """Years, months and days, with and without a year, approximate or not."""
    return _CALENDAR_DATES


def edtf_dates() -> SearchStrategy[model.EdtfDate]:
    """Dates and intervals, open ones too."""
    return _EDTF_DATES


@st.composite
def spans(draw: st.DrawFn, around: Surroundings = ANYWHERE) -> model.Span:
    """Spans inside the text, empty ones too."""
    start, end = _ends(draw, around)
    return model.Span(start=start, end=end)


@st.composite
def date_mentions(draw: st.DrawFn, around: Surroundings = ANYWHERE) -> model.DateMention:
    """Dates with the words that give them; either may be unknown."""
    return model.DateMention(edtf=draw(_EDTF_DATES_OR_NONE), span=_maybe(draw, spans(around)))


@st.composite
def mentions(draw: st.DrawFn, around: Surroundings = ANYWHERE) -> model.Mention:
    """Mentions of every form."""
    start, end = _ends(draw, around)
    return model.Mention(start=start, end=end, form=_of(draw, model.MentionForm))


@st.composite
def roles(draw: st.DrawFn, around: Surroundings = ANYWHERE) -> model.Role:
    """Roles, in an organization that the surroundings know or in none."""
    return model.Role(
        title=draw(_NAMES), organization=_one(draw, around.actors), country=draw(_COUNTRIES), span=draw(spans(around))
    )


@st.composite
def actors(draw: st.DrawFn, around: Surroundings = ANYWHERE, *, id: str | None = None) -> model.Actor:
    """Actors of every kind; all with the given id, or each with one of its own."""
    return model.Actor(
        id=id or draw(_NAMES),
        kind=_of(draw, model.ActorKind),
        name=draw(_NAMES),
        aliases=draw(_NAME_TUPLES),
        country=draw(_COUNTRIES),
        roles=_few(draw, roles(around)),
        mentions=_few(draw, mentions(around)),
    )


@st.composite
def speeches(draw: st.DrawFn, around: Surroundings = ANYWHERE, *, id: str | None = None) -> model.Speech:
    """Speeches of every kind; all with the given id, or each with one of its own."""
    return model.Speech(
        id=id or draw(_NAMES),
        kind=_of(draw, model.SpeechKind),
        speakers=_some(draw, around.actors),
        medium=draw(_NAMES_OR_NONE),
        occasion=draw(_NAMES_OR_NONE),
        place=draw(_NAMES_OR_NONE),
        audience=_some(draw, around.actors),
        date=_maybe(draw, date_mentions(around)),
        span=draw(spans(around)),
        quotes=_some(draw, around.quotes),
        rule=draw(_NAMES),
    )


@st.composite
def cues(draw: st.DrawFn, around: Surroundings = ANYWHERE) -> model.Cue:
    """Cues of every class."""
    return model.Cue(span=draw(spans(around)), lemma=draw(_NAMES), class_=_of(draw, model.CueClass))


@st.composite
def quotes(draw: st.DrawFn, around: Surroundings = ANYWHERE, *, id: str | None = None) -> model.Quote:
    """Quotes of every kind, of one to three spans; all with the given id, or each with one of its own.

    A quote whose id is among those of the surroundings stands inside none but those before it, so that
    the quotes of a document never stand inside themselves.
    """
    outer = around.quotes[: around.quotes.index(id)] if id in around.quotes else around.quotes
    borders = sorted(number for _ in range(1 + draw(_COUNTS)) for number in _ends(draw, around))
    return model.Quote(
        id=id or draw(_NAMES),
        kind=_of(draw, model.QuoteKind),
        content=tuple(model.Span(start=start, end=end) for start, end in zip(borders[::2], borders[1::2], strict=True)),
        speakers=_some(draw, around.actors),
        source=_maybe(draw, spans(around)),
        cue=_maybe(draw, cues(around)),
        via=_some(draw, around.actors),
        addressee=_some(draw, around.actors),
        speech=_one(draw, around.speeches),
        within=_one(draw, outer),
        rule=draw(_NAMES),
    )


@st.composite
def agreement_events(draw: st.DrawFn, around: Surroundings = ANYWHERE) -> model.AgreementEvent:
    """Steps of agreements, of every status."""
    return model.AgreementEvent(
        status=_of(draw, model.AgreementStatus),
        date=_maybe(draw, date_mentions(around)),
        parties=_some(draw, around.actors),
        span=draw(spans(around)),
    )


@st.composite
def agreements(draw: st.DrawFn, around: Surroundings = ANYWHERE, *, id: str | None = None) -> model.Agreement:
    """Agreements of every kind; all with the given id, or each with one of its own."""
    return model.Agreement(
        id=id or draw(_NAMES),
        kind=_of(draw, model.AgreementKind),
        title=draw(_NAMES),
        mentions=(draw(spans(around)), *_few(draw, spans(around))),
        parties=_some(draw, around.actors),
        status=_maybe(draw, _MEMBERS[model.AgreementStatus]),
        date=_maybe(draw, date_mentions(around)),
        place=draw(_NAMES_OR_NONE),
        events=_few(draw, agreement_events(around)),
        rule=draw(_NAMES),
    )


@st.composite
def quantities(draw: st.DrawFn) -> model.Quantity:
    """Single figures and ranges, with every comparator."""
    return model.Quantity(**draw(_AMOUNTS), comparator=_of(draw, model.Comparator), unit=draw(_UNITS))


@st.composite
def metrics(draw: st.DrawFn, around: Surroundings = ANYWHERE, *, id: str | None = None) -> model.Metric:
    """Metrics of every kind; all with the given id, or each with one of its own."""
    return model.Metric(
        id=id or draw(_NAMES),
        kind=_of(draw, model.MetricKind),
        span=draw(spans(around)),
        quantity=draw(quantities()),
        counted=draw(_NAMES_OR_NONE),
        measure=draw(_NAMES_OR_NONE),
        change=_maybe(draw, _MEMBERS[model.Change]),
        period=_maybe(draw, date_mentions(around)),
        actors=_some(draw, around.actors),
        claimed_by=_some(draw, around.actors),
        quote=_one(draw, around.quotes),
        rule=draw(_NAMES),
    )


@st.composite
def metadata(draw: st.DrawFn) -> model.Metadata:
    """What may be known about an article: dates, and date-times with any offset of whole minutes, too."""
    return model.Metadata(
        title=draw(_NAMES_OR_NONE),
        url=draw(_NAMES_OR_NONE),
        publisher=draw(_NAMES_OR_NONE),
        authors=draw(_NAME_TUPLES),
        published=draw(_PUBLISHED),
        language=draw(_LANGUAGES),
    )


@st.composite
def articles(draw: st.DrawFn) -> model.Article:
    """Articles, with and without metadata and an id."""
    return model.Article(text=draw(_TEXTS), metadata=draw(metadata()), id=draw(_NAMES_OR_NONE))


@st.composite
def producers(draw: st.DrawFn) -> model.Producer:
    """Programs that make documents."""
    return model.Producer(name=draw(_NAMES), version=draw(_NAMES))


@st.composite
def documents(draw: st.DrawFn) -> model.Document:
    """Whole documents, with up to two records of each kind."""
    text = draw(_TEXTS)
    around = Surroundings(length=len(text), actors=_ids(draw, "a"), speeches=_ids(draw, "s"), quotes=_ids(draw, "q"))
    return model.Document(
        id=draw(_NAMES),
        article=draw(metadata()),
        text=text,
        actors=tuple(draw(actors(around, id=each)) for each in around.actors),
        speeches=tuple(draw(speeches(around, id=each)) for each in around.speeches),
        quotes=tuple(draw(quotes(around, id=each)) for each in around.quotes),
        agreements=tuple(draw(agreements(around, id=each)) for each in _ids(draw, "g")),
        metrics=tuple(draw(metrics(around, id=each)) for each in _ids(draw, "m")),
        producer=draw(producers()),
    )


def _ids(draw: st.DrawFn, letter: str) -> tuple[str, ...]:
    return tuple(f"{letter}{number + 1}" for number in range(draw(_COUNTS)))


def _ends(draw: st.DrawFn, around: Surroundings) -> list[int]:
    return sorted(number % (around.length + 1) for number in draw(_NUMBER_PAIRS))


def _one(draw: st.DrawFn, ids: tuple[str, ...]) -> str | None:
    return (None, *ids)[draw(_NUMBERS) % (len(ids) + 1)]


def _some(draw: st.DrawFn, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids[number % len(ids)] for number in draw(_NUMBER_LISTS))) if ids else ()


def _of(draw: st.DrawFn, enum: type[_Member]) -> _Member:
    member: _Member = draw(_MEMBERS[enum])
    return member


def _maybe(draw: st.DrawFn, items: SearchStrategy[_Item]) -> _Item | None:
    return draw(items) if draw(_BOOLEANS) else None


def _few(draw: st.DrawFn, items: SearchStrategy[_Item]) -> tuple[_Item, ...]:
    return tuple(draw(items) for _ in range(draw(_COUNTS)))
