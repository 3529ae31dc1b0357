"""The author of a text, whom its own "I" means: known from what came with the article, not from its words."""

from collections.abc import Iterator, Sequence

import attrs

from statedoc.extract.cast import Cast
from statedoc.extract.layout import Layout
from statedoc.languages.fold import fold
from statedoc.languages.morphology import Number, Pos
from statedoc.model import Actor, ActorKind, Mention, MentionForm
from statedoc.text import ParsedText


def with_author(text: ParsedText, shape: Layout, cast: Cast, authors: Sequence[str]) -> Cast:
    """A cast with the one author whom "I" means outside quotations; as it was where there is no "I", or no one author.

    The author is the person of the text who bears that name, else a new actor, whose mentions are the pronouns.
    """
    names = [each for each in authors if each.strip()]
    own = list(_own(text, shape)) if len(names) == 1 else []
    if not own:
        return cast
    name = names[0].strip()
    found = next((each for each in cast.actors if each.kind is ActorKind.PERSON and _is_called(each, name)), None)
    mentions = tuple(Mention(start=each.start, end=each.end, form=MentionForm.PRONOUN) for each in own)
    if found is not None:
        everywhere = tuple(sorted((*found.mentions, *mentions), key=_place))
        named = attrs.evolve(found, mentions=everywhere)
        return attrs.evolve(
            cast, actors=tuple(named if each is found else each for each in cast.actors), author=found.id
        )
    author = Actor(id=f"a{len(cast.actors) + 1}", kind=ActorKind.PERSON, name=name, mentions=mentions)
    return attrs.evolve(cast, actors=(*cast.actors, author), weak=cast.weak | {author.id}, author=author.id)


def is_first_person(text: ParsedText, at: int) -> bool:
    """Whether a word is likeliest "I", in any case."""
    likeliest = text.readings(at)[:1]
    return any(r.pos is Pos.PRONOUN and r.person == 1 and r.number is Number.SINGULAR for r in likeliest)


def _own(text: ParsedText, shape: Layout) -> Iterator[Mention]:
    for at in range(len(text.tokens)):
        if shape.own(at) and is_first_person(text, at):
            span = text.span(at, at + 1)
            yield Mention(start=span.start, end=span.end, form=MentionForm.PRONOUN)


def _is_called(actor: Actor, name: str) -> bool:
    return fold(name) in {fold(each) for each in (actor.name, *actor.aliases)}


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end
