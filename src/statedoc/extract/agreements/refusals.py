"""Offers of which the same sentence tells that nothing came: «... предложила пакт, однако Чили эту идею отвергла»."""

from collections.abc import Iterator, Sequence

from statedoc.extract.agreements.happening import Happening
from statedoc.extract.agreements.mention import AgreementMention
from statedoc.languages.agreements import Agreements, Step
from statedoc.languages.morphology import Pos
from statedoc.model import AgreementStatus
from statedoc.text import ParsedText, Sentence

_OBJECT = 4  # tokens around a verb among which stands what is refused
_PHRASE = 3  # words
_LONGEST = 40  # tokens from an agreement to the verb


def refused(
    text: ParsedText,
    words: Agreements,
    sentence: Sentence,
    mentions: Sequence[AgreementMention],
    told: Sequence[Happening],
) -> Iterator[Happening]:
    """Yield the refusals of what a sentence proposes, or of the agreement that it opens with: «от договора»."""
    step = next((each for each in words.step if each.status is AgreementStatus.REJECTED), None)
    offered = {each.mention.first for each in told if each.status is AgreementStatus.PROPOSED}
    for mention, following in zip(mentions, [*mentions[1:], None], strict=True):
        end = min(sentence.last, mention.last + _LONGEST, following.first if following else sentence.last)
        failure = _failure(text, words, mention.last, end) if mention.first in offered else None
        verb = next((at for at in range(mention.last, end) if _refuses(text, words, at)), None)
        if step is not None and failure is not None:
            yield _refusal(mention, failure, step)
        if step is None or verb is None:
            continue
        offers = mention.first in offered and _joins(text, mention.last, verb) and _takes_it_up(text, words, verb, end)
        if offers or _opens_with_it(text, words, sentence, mention, verb):
            yield _refusal(mention, verb, step)


def _refusal(mention: AgreementMention, verb: int, step: Step) -> Happening:
    return Happening(mention, verb, verb + 1, step, AgreementStatus.REJECTED, False, True, None, None)


def _failure(text: ParsedText, words: Agreements, first: int, end: int) -> int | None:
    """Where it is told that talks came to nothing: «переговоры о соглашении завершились ничем»."""
    for at in range(first, end):
        told = " ".join(token.folded for token in text.tokens[at : at + _PHRASE])
        if told.startswith(words.failing):
            return at
    return None


def _refuses(text: ParsedText, words: Agreements, at: int) -> bool:
    likeliest = next(iter(text.readings(at)), None)
    refusing = likeliest is not None and likeliest.pos is Pos.VERB and likeliest.lemma in words.refusing
    return refusing and not any(text.tokens[at - 1].folded == each for each in text.pack.grammar.negations)


def _joins(text: ParsedText, first: int, verb: int) -> bool:
    """Whether a coordinator behind a comma opens the clause of the refusal."""
    return any(
        text.tokens[at].text == "," and text.tokens[at + 1].folded in text.pack.grammar.coordinators
        for at in range(first, verb - 1)
    )


def _takes_it_up(text: ParsedText, words: Agreements, verb: int, end: int) -> bool:
    """Whether what is refused is the offer: a noun for it, or to talk of it."""
    near = [*range(verb - _OBJECT, verb), *range(verb + 1, min(verb + _OBJECT, end))]
    return any(reading.lemma in words.offers for at in near for reading in text.readings(at))


def _opens_with_it(
    text: ParsedText, words: Agreements, sentence: Sentence, mention: AgreementMention, verb: int
) -> bool:
    """Whether a sentence opens with what someone declines: «От конвенции ... делегация отказалась»."""
    opening = text.tokens[mention.first - 1].folded if mention.first > sentence.first else ""
    following = next(iter(text.readings(verb + 1)), None) if verb + 1 < sentence.last else None
    infinitive = following is not None and following.pos is Pos.INFINITIVE
    return mention.first == sentence.first + 1 and opening in words.refused_from and not infinitive
