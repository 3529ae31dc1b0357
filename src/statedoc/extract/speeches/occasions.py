"""Occasions in their sentences: where words were said («на [брифинге]»), or what somebody held («дал [интервью]»)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, final

from statedoc.extract.grammar import Form, agree, is_finite, modifiers_before, noun_forms
from statedoc.extract.layout import Layout
from statedoc.languages.fold import fold
from statedoc.languages.morphology import Case, Number, Pos
from statedoc.languages.occasions import HoldingVerb, Occasion, Occasions
from statedoc.model import Quote
from statedoc.text import ParsedText, Sentence

_BESIDE = 4  # tokens between a verb and the occasion that it has for its object, in what others tell
_NEAR = 12  # tokens between an occasion and the verb that has it for its object


@final
class Site(NamedTuple):
    """An occasion in its place."""

    first: int
    last: int
    occasion: Occasion
    verb: int | None  #: the token of the verb that has it for its object, "gave"; else words were said at it


def sites(text: ParsedText, shape: Layout, said: Sequence[Quote]) -> Iterator[Site]:
    """Yield the occasions on which the reporter says that something was said, and none that stand in those words."""
    contents = sorted((span.start, span.end) for quote in said if _is_beside(text, quote) for span in quote.content)
    for first, last, occasion in text.terms_of(Occasion):
        if not shape.own(first):
            continue
        sentence = text.sentence_of(first)
        start = modifiers_before(text, first, sentence.first)
        inside = _is_inside(contents, text.tokens[first].start)
        verb = _holding(text, start, first, last, occasion, sentence)
        if verb is not None:
            if not inside or start - _BESIDE <= verb < start:  # others can tell of it, too
                yield Site(start, last, occasion, verb)
        elif (
            not inside
            and not _is_several(text, first, last, occasion)
            and _is_placed(text, start, last, occasion, sentence)
        ):
            yield Site(start, last, occasion, None)


def _is_beside(text: ParsedText, quote: Quote) -> bool:
    """Whether a quote's cue stands in the sentence of its words: not so in «Об этом сказал X» behind them."""
    if quote.cue is None:
        return True
    here, there = text.token_at(quote.content[0].start), text.token_at(quote.cue.span.start)
    return text.sentence_index(here) == text.sentence_index(there)


def _is_inside(contents: Sequence[tuple[int, int]], start: int) -> bool:
    """Whether a code point stands in the words of a quote, which may lie in those of another."""
    before = bisect_right(contents, (start, start))
    return any(first <= start < end for first, end in contents[max(0, before - 2) : before + 1])


def _holding(text: ParsedText, start: int, first: int, last: int, occasion: Occasion, sentence: Sentence) -> int | None:
    """The verb that has an occasion for its object: «[опубликовал] статью», «[выступил] с речью»."""
    before = text.tokens[start - 1].folded if start > sentence.first else ""
    with_ = before in text.pack.grammar.comitatives
    if before in text.pack.grammar.prepositions and not with_:
        return None
    wanted = (Case.INSTRUMENTAL, None) if with_ else (Case.ACCUSATIVE, Case.NOMINATIVE, None)
    forms = _forms(text, first, last)
    if forms and not any(each.case in wanted for each in forms):
        return None
    owned = not forms or any(each.case is Case.GENITIVE for each in forms)
    if occasion.gathering and owned and any(r.pos is Pos.NOUN for r in text.readings(start - 1)[:1] if start):
        return None  # a name without cases that belongs to the noun before it
    for away in (
        range(start - 1, max(sentence.first, start - _NEAR) - 1, -1),
        range(last, min(sentence.last, last + _NEAR)),
    ):
        verb = next((at for at in away if text.term_at(at, HoldingVerb) or is_finite(text.readings(at))), None)
        if verb is not None and text.term_at(verb, HoldingVerb):
            return verb
    return None


def _forms(text: ParsedText, first: int, last: int) -> frozenset[Form]:
    """The forms in which the noun of an occasion can stand, with its adjective; none for what has no cases."""
    noun = next((at for at in range(first, last) if any(r.pos is Pos.NOUN for r in text.readings(at)[:1])), first)
    forms = noun_forms(text.readings(noun))
    if noun > 0 and (agreeing := frozenset(each for each in forms if agree(text.readings(noun - 1), (each,)))):
        return agreeing
    return forms


def _is_several(text: ParsedText, first: int, last: int, occasion: Occasion) -> bool:
    """Whether an occasion stands in the plural, as what happens again and again: «на митингах»."""
    forms = _forms(text, first, last)
    if not forms or any(each.number is not Number.PLURAL for each in forms):
        return False
    return fold(" ".join(text.pack.morphology.nominative(text.words(first, last), plural=True))) not in occasion.folded


def _is_placed(text: ParsedText, start: int, last: int, occasion: Occasion, sentence: Sentence) -> bool:
    """Whether words can be said at an occasion: «в статье», «в ходе встречи», «после заседания», not «на саммит»."""
    before = start - 1
    if before < sentence.first:
        return False
    word = text.tokens[before].folded
    lexicon, grammar = text.pack.lexicon(Occasions), text.pack.grammar
    if word in occasion.prepositions:
        forms = _forms(text, start, last)
        return not forms or any(each.case in (Case.LOCATIVE, Case.DATIVE, None) for each in forms)
    if word in grammar.prepositions:
        return occasion.gathering and word in lexicon.around
    inner = before > sentence.first and text.tokens[before - 1].folded in grammar.prepositions - grammar.comitatives
    return inner and any(reading.lemma in lexicon.courses for reading in text.readings(before))
