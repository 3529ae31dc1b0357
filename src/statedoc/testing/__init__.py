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

from statedoc.testing.actor import actors, mentions, roles
from statedoc.testing.agreement import agreement_events, agreements
from statedoc.testing.article import articles, metadata
from statedoc.testing.date import calendar_dates, date_mentions, edtf_dates
from statedoc.testing.document import documents, producers
from statedoc.testing.metric import metrics
from statedoc.testing.quantity import quantities
from statedoc.testing.quote import cues, quotes
from statedoc.testing.span import spans
from statedoc.testing.speech import speeches
from statedoc.testing.surroundings import ANYWHERE, Surroundings
from statedoc.testing.text import names, texts

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
