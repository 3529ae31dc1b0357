"""How a mention stands in its sentence: near a cue as its source may, beside a verb that tells its gender."""

from statedoc.extract.actors.candidates import Candidate
from statedoc.languages.cues import CueVerb, SourcePhrase, Takes
from statedoc.languages.morphology import Case, Gender, Number, Pos
from statedoc.languages.occasions import Occasion
from statedoc.model import ActorKind
from statedoc.text import ParsedText, TokenKind

_ASIDE = 5  # tokens
_CLAUSE = 15  # tokens of a clause about a subject
_OBJECT = 3  # tokens between a subject and its verb
_NEAR_CUE = 6


def is_source(text: ParsedText, candidate: Candidate, subject: bool) -> bool:
    """Whether a mention stands near a cue as its source may."""
    sentence = text.sentence_of(candidate.first)
    after = range(candidate.last, min(candidate.last + _NEAR_CUE, sentence.last))
    before = range(max(sentence.first, candidate.first - _NEAR_CUE), candidate.first)
    behind = _past_clause(text, candidate.last)
    beyond = range(behind, min(behind + _OBJECT, sentence.last))
    if subject and any(at in text.cue_verbs for at in (*after, *before, *beyond)):
        return True
    if any(each.case is Case.ACCUSATIVE for each in candidate.forms) and any(_cites(text, at) for at in before):
        return True
    if not subject and any(at in text.cue_verbs and _asks(text, at) for at in (*before, *after)):
        return True
    if _owns_words(text, candidate):
        return True
    if candidate.possessive and candidate.first > sentence.first and candidate.last < sentence.last:
        around = (text.tokens[candidate.first - 1].folded, text.tokens[candidate.last].folded)
        return text.pack.source_phrase(" ".join(around)) is not None  # "by her account"
    return any(
        text.term_at(at, SourcePhrase) for at in range(max(sentence.first, candidate.first - 2), candidate.first)
    )


def _owns_words(text: ParsedText, candidate: Candidate) -> bool:
    """Whether a person is whose utterance a noun before them is: «выступление [президента]»."""
    first = candidate.role.first if candidate.role is not None else candidate.first
    if candidate.kind is not ActorKind.PERSON or first == 0:
        return False
    genitive = any(each.case is Case.GENITIVE for each in candidate.forms)
    occasion = text.term_at(first - 1, Occasion)
    return genitive and (occasion is not None and not occasion[1].gathering)


def _past_clause(text: ParsedText, at: int) -> int:
    """The token after a clause between commas that parts a subject from its verb: «, знакомый с ходом дела,»."""
    if at >= len(text.tokens) or text.tokens[at].text != ",":
        return at
    inside = range(at + 2, min(at + _CLAUSE, text.sentence_of(at).last))
    return next((each + 1 for each in inside if text.tokens[each].text == ","), at)


def _cites(text: ParsedText, at: int) -> bool:
    """Whether a verb passes on the words of whom it takes for its object: «цитирует»."""
    found = text.term_at(at, CueVerb)
    return found is not None and Takes.WHOM in found[1].takes


def _asks(text: ParsedText, at: int) -> bool:
    """Whether several, or nobody named, ask something: «[его] спросили»."""
    found = text.term_at(at, CueVerb)
    if found is None or Takes.ASKED not in found[1].takes:
        return False
    return any(each.pos is Pos.VERB and each.number is Number.PLURAL for each in text.readings(at)[:1])


def verb_gender(text: ParsedText, candidate: Candidate) -> Gender | None:
    """The gender of a past-tense verb beside a mention that can be its subject, or of a participle behind a comma."""
    if not any(each.case in (Case.NOMINATIVE, None) for each in candidate.forms):
        return None
    end = text.sentence_of(candidate.first).last
    behind = (_past_aside(text, candidate.last), _past_clause(text, candidate.last), _past_phrases(text, candidate))
    for at in (*(_past_adverb(text, each) for each in behind), candidate.first - 1):
        if 0 <= at < end and text.tokens[at].is_word and not text.tokens[at].is_capital:
            verb = next(iter(text.readings(at)), None)
            if verb and verb.pos is Pos.VERB and verb.gender and verb.number is Number.SINGULAR:
                return verb.gender
    return _participle_gender(text, candidate.last)


def _past_aside(text: ParsedText, at: int) -> int:
    """The token after words between commas that part a subject from its verb: «, в свою очередь,»."""
    if at >= len(text.tokens) or text.tokens[at].text != ",":
        return at
    inside = range(at + 1, min(at + _ASIDE, text.sentence_of(at).last))
    return next((each + 1 for each in inside if text.tokens[each].text == "," and each > at + 1), at)


def _past_phrases(text: ParsedText, candidate: Candidate) -> int:
    """The token after phrases that part a sentence's first words from their verb: «Ким на встрече в порту [сказал]»."""
    sentence, prepositions = text.sentence_of(candidate.first), text.pack.grammar.prepositions
    first = candidate.role.first if candidate.role is not None else candidate.first
    opens = first == sentence.first or _opens_clause(text, first - 1)
    if not opens or candidate.last >= sentence.last or text.tokens[candidate.last].folded not in prepositions:
        return candidate.last
    for at in range(candidate.last, min(candidate.last + _CLAUSE, sentence.last)):
        likeliest = next(iter(text.readings(at)), None)
        if likeliest is not None and likeliest.pos is Pos.VERB:
            return at
        if not text.tokens[at].is_word and text.tokens[at].kind is not TokenKind.MARK:
            return candidate.last
    return candidate.last


def _opens_clause(text: ParsedText, at: int) -> bool:
    """Whether a clause can start behind a token: «..., но [инвестор] от проекта отказался»."""
    grammar = text.pack.grammar
    return text.tokens[at].folded in grammar.coordinators | grammar.complementizers


def _past_adverb(text: ParsedText, at: int) -> int:
    """The token of the verb that an adverb or an object stands before: «высоко [оценил]», «упрёки [отверг]»."""
    for verb in range(at, min(at + _OBJECT, len(text.tokens))):
        likeliest = next(iter(text.readings(verb)), None)
        if likeliest is None or likeliest.pos not in (Pos.ADVERB, Pos.NOUN, Pos.ADJECTIVE):
            return verb
    return at


def _participle_gender(text: ParsedText, at: int) -> Gender | None:
    """The gender of a participle that describes a subject: «Сигрид Лунд, приехавшая вчера, ...»."""
    if at + 1 >= len(text.tokens) or text.tokens[at].text != ",":
        return None
    likeliest = next(iter(text.readings(at + 1)), None)
    if likeliest is None or likeliest.pos is not Pos.PARTICIPLE or likeliest.case is not Case.NOMINATIVE:
        return None
    return likeliest.gender
