"""Articles, with what is known about them."""

import datetime as dt

from statedoc import model
from statedoc.testing._hypothesis import st
from statedoc.testing.text import NAME_TUPLES, NAMES_OR_NONE, TEXTS

_LANGUAGES = st.none() | st.sampled_from(["ru", "en", "kk", "uz-Cyrl", "zh-Hant-TW"])
_OFFSETS = st.integers(-23 * 60, 23 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
_PUBLISHED = st.none() | st.dates() | st.datetimes(timezones=_OFFSETS)


@st.composite
def metadata(draw: st.DrawFn) -> model.Metadata:
    """What may be known about an article: dates, and date-times with any offset of whole minutes, too.

    >>> from hypothesis import find
    >>> from statedoc.testing import metadata
    >>> find(metadata(), lambda known: known.published and not known.title).published
    datetime.date(2000, 1, 1)
    """
    return model.Metadata(
        title=draw(NAMES_OR_NONE),
        url=draw(NAMES_OR_NONE),
        publisher=draw(NAMES_OR_NONE),
        authors=draw(NAME_TUPLES),
        published=draw(_PUBLISHED),
        language=draw(_LANGUAGES),
    )


@st.composite
def articles(draw: st.DrawFn) -> model.Article:
    """Articles, with and without metadata and an id.

    >>> from hypothesis import find
    >>> from statedoc.testing import articles
    >>> article = find(articles(), lambda article: article.metadata.language == "ru")
    >>> article.text, article.id
    ('', None)
    """
    return model.Article(text=draw(TEXTS), metadata=draw(metadata()), id=draw(NAMES_OR_NONE))
