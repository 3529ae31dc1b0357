"""Actors, with their roles and mentions."""

from statedoc import model
from statedoc.testing._drawing import ends, few, member, one
from statedoc.testing._hypothesis import st
from statedoc.testing.span import spans
from statedoc.testing.surroundings import ANYWHERE, Surroundings
from statedoc.testing.text import NAME_TUPLES, NAMES

_COUNTRIES = st.none() | st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)


@st.composite
def mentions(draw: st.DrawFn, around: Surroundings = ANYWHERE) -> model.Mention:
    """Mentions of every form.

    >>> from hypothesis import find
    >>> from statedoc.testing import mentions
    >>> find(mentions(), lambda mention: mention.form == "pronoun")
    Mention(start=0, end=0, form=<MentionForm.PRONOUN: 'pronoun'>)
    """
    start, end = ends(draw, around)
    return model.Mention(start=start, end=end, form=member(draw, model.MentionForm))


@st.composite
def roles(draw: st.DrawFn, around: Surroundings = ANYWHERE) -> model.Role:
    """Roles, in an organization that the surroundings know or in none.

    >>> from hypothesis import find
    >>> from statedoc.testing import Surroundings, roles
    >>> find(roles(Surroundings(actors=("ministry",))), lambda role: role.organization).organization
    'ministry'
    """
    return model.Role(
        title=draw(NAMES), organization=one(draw, around.actors), country=draw(_COUNTRIES), span=draw(spans(around))
    )


@st.composite
def actors(draw: st.DrawFn, around: Surroundings = ANYWHERE, *, id: str | None = None) -> model.Actor:
    """Actors of every kind; all with the given id, or each with one of its own.

    >>> from hypothesis import find
    >>> from statedoc.testing import actors
    >>> find(actors(id="a7"), lambda actor: len(actor.aliases) == 2).id
    'a7'
    """
    return model.Actor(
        id=id or draw(NAMES),
        kind=member(draw, model.ActorKind),
        name=draw(NAMES),
        aliases=draw(NAME_TUPLES),
        country=draw(_COUNTRIES),
        roles=few(draw, roles(around)),
        mentions=few(draw, mentions(around)),
    )
