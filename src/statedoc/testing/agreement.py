"""Agreements, with their steps."""

from statedoc import model
from statedoc.testing._drawing import MEMBERS, few, maybe, member, some
from statedoc.testing._hypothesis import st
from statedoc.testing.date import date_mentions
from statedoc.testing.span import spans
from statedoc.testing.surroundings import ANYWHERE, Surroundings
from statedoc.testing.text import NAMES, NAMES_OR_NONE


@st.composite
def agreement_events(draw: st.DrawFn, around: Surroundings = ANYWHERE) -> model.AgreementEvent:
    """Steps of agreements, of every status.

    >>> from hypothesis import find
    >>> from statedoc.testing import agreement_events
    >>> find(agreement_events(), lambda event: event.status == "ratified" and event.parties).parties
    ('a1',)
    """
    return model.AgreementEvent(
        status=member(draw, model.AgreementStatus),
        date=maybe(draw, date_mentions(around)),
        parties=some(draw, around.actors),
        span=draw(spans(around)),
    )


@st.composite
def agreements(draw: st.DrawFn, around: Surroundings = ANYWHERE, *, id: str | None = None) -> model.Agreement:
    """Agreements of every kind; all with the given id, or each with one of its own.

    >>> from hypothesis import find
    >>> from statedoc.testing import agreements
    >>> agreement = find(agreements(), lambda agreement: agreement.events and not agreement.status)
    >>> len(agreement.events), len(agreement.mentions)  # always one mention at least
    (1, 1)
    """
    return model.Agreement(
        id=id or draw(NAMES),
        kind=member(draw, model.AgreementKind),
        title=draw(NAMES),
        mentions=(draw(spans(around)), *few(draw, spans(around))),
        parties=some(draw, around.actors),
        status=maybe(draw, MEMBERS[model.AgreementStatus]),
        date=maybe(draw, date_mentions(around)),
        place=draw(NAMES_OR_NONE),
        events=few(draw, agreement_events(around)),
        rule=draw(NAMES),
    )
