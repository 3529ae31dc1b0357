"""Whole documents."""

from statedoc import model
from statedoc.testing._drawing import ids
from statedoc.testing._hypothesis import st
from statedoc.testing.actor import actors
from statedoc.testing.agreement import agreements
from statedoc.testing.article import metadata
from statedoc.testing.metric import metrics
from statedoc.testing.quote import quotes
from statedoc.testing.speech import speeches
from statedoc.testing.surroundings import Surroundings
from statedoc.testing.text import NAMES, TEXTS


@st.composite
def producers(draw: st.DrawFn) -> model.Producer:
    """Programs that make documents.

    >>> from hypothesis import given
    >>> from statedoc.testing import producers
    >>> @given(producers())
    ... def test_a_producer_has_a_name_and_a_version(producer):
    ...     assert producer.name.strip() and producer.version.strip()
    >>> test_a_producer_has_a_name_and_a_version()
    """
    return model.Producer(name=draw(NAMES), version=draw(NAMES))


@st.composite
def documents(draw: st.DrawFn) -> model.Document:
    """Whole documents, with up to two records of each kind.

    >>> from hypothesis import find
    >>> from statedoc.testing import documents
    >>> document = find(documents(), lambda document: len(document.actors) == 2)
    >>> [actor.id for actor in document.actors]
    ['a1', 'a2']
    """
    text = draw(TEXTS)
    around = Surroundings(length=len(text), actors=ids(draw, "a"), speeches=ids(draw, "s"), quotes=ids(draw, "q"))
    return model.Document(
        id=draw(NAMES),
        article=draw(metadata()),
        text=text,
        actors=tuple(draw(actors(around, id=each)) for each in around.actors),
        speeches=tuple(draw(speeches(around, id=each)) for each in around.speeches),
        quotes=tuple(draw(quotes(around, id=each)) for each in around.quotes),
        agreements=tuple(draw(agreements(around, id=each)) for each in ids(draw, "g")),
        metrics=tuple(draw(metrics(around, id=each)) for each in ids(draw, "m")),
        producer=draw(producers()),
    )
