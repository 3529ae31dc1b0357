"""Words in their place: what agrees with what."""

from statedoc.extract.grammar import (
    Form,
    agree,
    has_case,
    is_finite,
    modifiers_before,
    noun_forms,
    nouns,
    verb_allows,
)
from statedoc.languages import pack
from statedoc.languages.morphology import Case, Gender, Number, Pos, Reading
from statedoc.text import cut

readings = pack("ru").morphology.readings


def form(case: Case | None, number: Number | None = None, gender: Gender | None = None) -> Form:
    return Form(case, number, gender)


def test_nouns_and_their_forms() -> None:
    assert {each.lemma for each in nouns(readings("стали"))} == {"сталь"}
    assert noun_forms(readings("столом")) == {form(Case.INSTRUMENTAL, Number.SINGULAR, Gender.MASCULINE)}
    assert noun_forms(readings("бежит")) == frozenset()
    assert noun_forms(()) == frozenset()


def test_finite_verbs() -> None:
    assert is_finite(readings("заявил"))
    assert not is_finite(readings("заявить"))
    assert not is_finite(readings("заявив"))
    assert not is_finite(())


def test_cases() -> None:
    assert has_case(readings("стола"), Case.GENITIVE)
    assert has_case(readings("новому"), Case.DATIVE)
    assert not has_case(readings("стола"), Case.DATIVE)


def test_agreement() -> None:
    stola = noun_forms(readings("стола"))
    assert agree(readings("нового"), stola)
    assert not agree(readings("новая"), stola)
    assert not agree(readings("новыми"), stola)
    assert agree(readings("новых"), noun_forms(readings("столов")))
    assert not agree(readings("готов"), noun_forms(readings("стол")))  # a short adjective modifies nothing


def test_modifiers_before_a_noun() -> None:
    text = cut("Он видел новый большой дом.", pack("ru"))
    assert modifiers_before(text, 4, 0) == 2
    assert modifiers_before(text, 4, 3) == 3
    assert modifiers_before(text, 1, 0) == 1


def test_subjects() -> None:
    verb = Reading(lemma="заявить", pos=Pos.VERB, number=Number.SINGULAR, gender=Gender.FEMININE)
    assert verb_allows(verb, form(Case.NOMINATIVE, Number.SINGULAR, Gender.FEMININE))
    assert verb_allows(verb, form(None))
    assert verb_allows(verb, form(Case.NOMINATIVE))
    assert not verb_allows(verb, form(Case.GENITIVE, Number.SINGULAR, Gender.FEMININE))
    assert not verb_allows(verb, form(Case.NOMINATIVE, Number.SINGULAR, Gender.MASCULINE))
    assert not verb_allows(verb, form(Case.NOMINATIVE, Number.PLURAL))
    assert verb_allows(Reading(lemma="заявить", pos=Pos.VERB), form(Case.NOMINATIVE, Number.PLURAL))
