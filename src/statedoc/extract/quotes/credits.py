"""Who carried the news, and who is only named as its source in the next sentence: «Об этом сообщил X»."""

from statedoc.extract.actors.kinds import kind_of
from statedoc.extract.grammar import is_finite
from statedoc.extract.quotes.attribution import Attribution
from statedoc.extract.quotes.cues import CueForm
from statedoc.languages.cues import CueNoun, Takes
from statedoc.languages.organizations import OrganizationKind
from statedoc.model import ActorKind
from statedoc.text import ParsedText, Token, TokenKind

_TO_CUE = 12  # words between "of this" and the cue after it


def is_medium(text: ParsedText, cue: Attribution) -> bool:
    """Whether a cue has a medium for its source: «сообщает газета "Новый регион"»."""
    return any(kind_of(text, each) is OrganizationKind.MEDIUM for each in cue.sources)


def is_credit(text: ParsedText, cue: Attribution) -> bool:
    """Whether a cue only credits who carried the news: a medium, or a name in marks that nothing explains."""
    unexplained = any(
        each.kind is ActorKind.ORGANIZATION and each.weak and isinstance(each.key, str) for each in cue.sources
    )
    if cue.cue.form is CueForm.PHRASE and all(each.label.isupper() for each in cue.sources):
        unexplained = False  # "by the data of SPARK"
    return unexplained or is_medium(text, cue)


def confirms(text: ParsedText, index: int, cue: Attribution) -> bool:
    """Whether a sentence tells whose the words of the one before are: «Об этом [на съезде] заявил X»."""
    sentence, grammar = text.sentences[index], text.pack.grammar
    if not cue.speakers or not cue.cue.takes & {Takes.TOPIC, Takes.CLAUSE} or cue.cue.form is CueForm.PHRASE:
        return False
    if not sentence.first + 1 < cue.first <= sentence.first + _TO_CUE:
        return False
    words = [text.tokens[at].folded for at in (sentence.first, sentence.first + 1)]
    about = words[0] in grammar.topic_prepositions and words[1] in grammar.demonstratives
    such = words[0] in grammar.demonstratives and text.term_at(sentence.first + 1, CueNoun) is not None
    if not about and not such:
        return False
    between = range(sentence.first + 2, cue.first)
    return all(_is_plain(text.tokens[at]) and not is_finite(text.readings(at)) for at in between)


def _is_plain(token: Token) -> bool:
    """Whether a token is a word, or a mark around a name: «Об этом [«Известиям»] рассказал X»."""
    return token.is_word or token.kind is TokenKind.MARK


def is_denied(text: ParsedText, cue: Attribution) -> bool:
    """Whether a source is only said not to have said it: «не сообщил, когда», but not «не исключил, что»."""
    denied = cue.first > 0 and text.tokens[cue.first - 1].folded in text.pack.grammar.negations
    return denied and not cue.cue.denies and cue.cue.form is not CueForm.PHRASE
