"""What is true of every text, however odd."""

from collections.abc import Iterable
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from statedoc.languages import pack
from statedoc.text import ParsedText, TokenKind, cut

RUSSIAN = pack("ru")
PIECES = [
    *'«»„“”"‹›—–-−.,:;!?…()[]5 \n\t\r\xa0\u2028',
    *("\n\n", "...", "?!", "1,5", "10-й", " млрд. ", " г. ", " т. д. ", "С. В. Лавров", "«А", "б»"),
    *("Президент", "заявил", "Казахстан", "казахстанско-российский", "по словам", "за\u0301мок", "Ещё", "😀", "\x00"),
]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def parsed(text: str) -> ParsedText:
    return cut(text, RUSSIAN)


def ordered(spans: Iterable[tuple[int, int]]) -> bool:
    """Whether stretches stand in order, none empty and none over another."""
    end = 0
    for start, stop in spans:
        if not end <= start < stop:
            return False
        end = stop
    return True


@given(TEXTS)
def test_tokens_are_the_text_without_white_space(text: str) -> None:
    found = parsed(text).tokens
    assert all(text[token.start : token.end] == token.text for token in found)
    assert ordered((token.start, token.end) for token in found)
    left_out = set(range(len(text))).difference(*(range(token.start, token.end) for token in found))
    assert all(not character.isalnum() for character in (text[at] for at in left_out))
    assert all(text[at].isspace() or not text[at].isprintable() for at in left_out)


@given(TEXTS)
def test_paragraphs_hold_every_token(text: str) -> None:
    found = parsed(text)
    assert ordered((span.start, span.end) for span in found.paragraphs)
    for span in found.paragraphs:
        assert span.of(text) == span.of(text).strip()
    for token in found.tokens:
        assert any(span.start <= token.start and token.end <= span.end for span in found.paragraphs)


@given(TEXTS)
def test_sentences_hold_every_token_once_and_in_order(text: str) -> None:
    found = parsed(text)
    at = 0
    for sentence in found.sentences:
        assert sentence.first == at < sentence.last
        at = sentence.last
        assert sentence.start == found.tokens[sentence.first].start
        assert sentence.end == found.tokens[sentence.last - 1].end
        paragraph = found.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start
        assert sentence.end <= paragraph.end
        assert found.sentence_of(sentence.first) is sentence
        assert found.sentence_of(sentence.last - 1) is sentence
    assert at == len(found.tokens)


@given(TEXTS)
@example("A«««»0")
def test_quotations_nest(text: str) -> None:
    found = parsed(text)
    starts = {token.start: token for token in found.tokens}
    ends = {token.end: token for token in found.tokens}
    for index, each in enumerate(found.quotations):
        assert each.start < each.content.start <= each.content.end <= each.end <= len(text)
        assert starts[each.start].kind is TokenKind.MARK
        assert not each.closed or ends[each.end].kind is TokenKind.MARK
        assert each.content.of(text) == each.content.of(text).strip()
        if each.parent is not None:
            parent = found.quotations[each.parent]
            assert each.parent < index
            assert parent.start <= each.start
            assert each.end <= parent.end
            assert (parent.start, parent.end) != (each.start, each.end)
    # two may share an opening mark («Читайте» и спорьте») or a closing one («Компания «Заря»)
    for one, other in pairwise(found.quotations):
        assert (one.start, -one.end) < (other.start, -other.end)


@given(TEXTS)
def test_quotations_without_a_parent_do_not_overlap(text: str) -> None:
    outermost = [each for each in parsed(text).quotations if each.parent is None]
    assert ordered((each.start, each.end) for each in outermost)


@given(TEXTS)
def test_terms_are_words_in_order(text: str) -> None:
    found = parsed(text)
    firsts = [match.first for match in found.terms]
    assert firsts == sorted(firsts)
    assert all(match.first < match.last <= len(found.tokens) for match in found.terms)


@given(TEXTS)
def test_a_text_is_cut_the_same_each_time(text: str) -> None:
    one, other = parsed(text), parsed(text)
    assert (one.tokens, one.paragraphs, one.quotations, one.sentences, one.terms) == (
        other.tokens,
        other.paragraphs,
        other.quotations,
        other.sentences,
        other.terms,
    )
