"""The cast: look-ups of actors, and of the places where they are mentioned."""

from statedoc.extract.actors import actors
from statedoc.extract.cast import Cast
from statedoc.extract.layout import layout
from statedoc.languages import pack
from statedoc.model import ActorKind, MentionForm
from statedoc.text import ParsedText, cut

TEXT = "Президент Армении Арам Ованнисян прибыл в Тбилиси. Ованнисяна встретил посол."


def read(text: str = TEXT) -> tuple[ParsedText, Cast]:
    parsed = cut(text, pack("ru"))
    return parsed, actors(parsed, layout(parsed))


def test_actors_by_id() -> None:
    _, cast = read()
    assert list(cast.by_id) == [actor.id for actor in cast.actors]
    assert {actor.id for actor in cast.actors} >= {reference.actor for reference in cast.references}


def test_references_stand_in_order_with_their_form() -> None:
    text, cast = read()
    names = {
        (text.span(each.first, each.last).of(TEXT), cast.by_id[each.actor].name, each.form) for each in cast.references
    }
    assert ("Арам Ованнисян", "Арам Ованнисян", MentionForm.NAME) in names
    assert ("Президент Армении", "Арам Ованнисян", MentionForm.ROLE) in names
    assert ("Тбилиси", "Грузия", MentionForm.METONYM) in names
    assert ("Ованнисяна", "Арам Ованнисян", MentionForm.NAME) in names
    firsts = [each.first for each in cast.references]
    assert firsts == sorted(firsts)


def test_references_within_a_stretch() -> None:
    text, cast = read()
    second = text.sentences[1]
    assert {cast.by_id[each.actor].name for each in cast.within(second.first, second.last)} >= {"Арам Ованнисян"}
    assert cast.within(0, 0) == ()
    assert len(cast.within(0, len(text.tokens))) == len(cast.references)


def test_mentions_between() -> None:
    text, cast = read()
    second = text.sentences[1]
    found = cast.between(second.first, second.last)
    assert all(second.first <= candidate.first < second.last for candidate, _ in found)
    assert [cast.by_id[actor].kind for _, actor in found] == [ActorKind.PERSON, ActorKind.OFFICE]
    assert len(cast.between(0, len(text.tokens))) == len(cast.candidates)


def test_states_by_code() -> None:
    _, cast = read()
    assert cast.by_id[cast.state("GE") or ""].name == "Грузия"
    assert cast.state("FR") is None


def test_a_title_alone_is_an_actor_only_if_a_record_needs_it() -> None:
    _, cast = read()
    assert {cast.by_id[actor_id].name for actor_id in cast.weak} == {"посол"}


def test_a_cast_of_nobody() -> None:
    _, cast = read("Идёт дождь.")
    assert (cast.actors, cast.references) == ((), ())
    assert cast.state("KZ") is None
