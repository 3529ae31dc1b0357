"""A parsed text: what it answers about its tokens, terms and sentences."""

from statedoc.languages import pack
from statedoc.languages.cues import CueVerb
from statedoc.languages.morphology import Pos
from statedoc.languages.roles import Office
from statedoc.languages.states import StateTerm
from statedoc.model import Span
from statedoc.text import ParsedText, cut

TEXT = "Министр иностранных дел Грузии заявил о визите. Он прибыл в Астану."


def parsed(text: str = TEXT) -> ParsedText:
    return cut(text, pack("ru"))


def test_terms() -> None:
    text = parsed()
    last, office = text.term_at(0, Office) or (0, None)
    assert (last, office and office.key) == (3, "foreign_minister")
    assert text.term_at(1, Office) is None
    assert text.terms_at(2) == []
    assert [text.span(first, last).of(TEXT) for first, last, _ in text.terms_of(StateTerm)] == ["Грузии", "Астану"]
    assert [entry.lemma for _, _, entry in text.terms_of(CueVerb)] == ["заявить"]


def test_the_longest_term_of_each_lexicon() -> None:
    offices = list(parsed().terms_of(Office))
    assert [(first, last) for first, last, _ in offices] == [(0, 3)]


def test_places() -> None:
    text = parsed()
    assert text.words(0, 2) == ("Министр", "иностранных")
    assert text.span(0, 2) == Span(start=0, end=19)
    assert text.token_at(0) == 0
    assert text.token_at(1) == 1
    assert text.token_at(len(TEXT)) == len(text.tokens)
    assert text.token_range(Span(start=8, end=23)) == (1, 3)


def test_sentences() -> None:
    text = parsed()
    assert [text.sentence_index(at) for at in (0, 7, 8, 12)] == [0, 0, 1, 1]
    sentence = text.sentence_of(9)
    assert text.words(sentence.first, sentence.first + 1) == ("Он",)
    assert TEXT[sentence.start : sentence.end] == "Он прибыл в Астану."


def test_only_words_have_readings() -> None:
    text = parsed()
    assert text.readings(4)[0].pos is Pos.VERB
    assert text.readings(7) == ()


def test_a_text_is_itself() -> None:
    """Two texts are told apart by what they are, not by what they hold: they are the key of no table."""
    one, other = parsed("Мир."), parsed("Мир.")
    assert one != other
    assert one == one
