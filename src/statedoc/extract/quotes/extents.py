"""What a cue reports without marks: the clause, the sentence around a parenthesis, the topic, the sentence before."""

from statedoc.extract.grammar import has_case, is_as, is_finite, is_predicate, opens_subordinate
from statedoc.extract.quotes.attribution import Attribution
from statedoc.extract.quotes.credits import is_credit
from statedoc.extract.quotes.cues import CueForm
from statedoc.extract.quotes.parentheses import around, is_parenthesis
from statedoc.extract.quotes.wording import LEAST_WORDS, STOPS, Ranges, trimmed
from statedoc.languages.cues import CueNoun, Cues, Takes
from statedoc.languages.morphology import Case, Number, Pos, Tense
from statedoc.text import ParsedText, Sentence, TokenKind

_TO_TOPIC = 9  # words between a cue and its preposition: whom it was said to
_TO_CONJUNCTION = 14  # words between a cue and its conjunction
_ELLIPSIS = 6  # words between a coordinator and a cue whose source is only a place
_ADVERB = 2  # tokens from "as" to its verb, an adverb between them


def content(
    text: ParsedText, sentence: Sentence, cue: Attribution, following: Attribution | None
) -> tuple[str, Ranges] | None:
    """What a cue reports, as token ranges; None where it reports nothing."""
    if cue.cue.form is CueForm.PHRASE:
        return around(text, sentence, cue, following)
    conjunction = _conjunction(text, sentence, cue)
    if conjunction is not None and following is not None and cue.last < following.first < conjunction:
        conjunction = None  # it belongs to the nearer cue
    if conjunction is not None:
        last = _clause_end(text, sentence, conjunction, following)
        if conjunction < cue.end <= last and cue.sources:
            last = min(last, trimmed(text, conjunction + 1, cue.sources[0].first)[1])  # the subject follows
        return ("cue-that", ((conjunction + 1, last),)) if last > conjunction + 1 else None
    fronted = _fronted_topic(text, sentence, cue)
    if fronted is not None:
        return fronted
    if _is_as_clause(text, sentence, cue):
        return around(text, sentence, cue)
    acts = Takes.CALL in cue.cue.takes and any(r.pos is Pos.INFINITIVE for r in text.readings(cue.first - 1)[:1])
    if acts and cue.first > sentence.first:
        return None  # "such a treaty they refused to sign"
    if cue.cue.form in (CueForm.VERB, CueForm.IMPERSONAL) and is_parenthesis(text, sentence, cue):
        return around(text, sentence, cue)
    return _after_colon(text, sentence, cue, following) or _topic(text, sentence, cue) or _theme(text, sentence, cue)


def _after_colon(
    text: ParsedText, sentence: Sentence, cue: Attribution, following: Attribution | None
) -> tuple[str, Ranges] | None:
    """What follows a colon after a cue, without marks: «утверждает обратное: ...»."""
    if Takes.CLAUSE not in cue.cue.takes:
        return None
    end = max(cue.end, cue.last)
    for at in range(cue.last, min(end + 3, sentence.last - 1)):
        if text.tokens[at].text == ":":
            if following is not None and following.start <= at + 2:
                return None  # the words are that cue's
            first, last = trimmed(text, at + 1, sentence.last)
            said = any(is_predicate(text.readings(word)) for word in range(first, last))
            return ("cue-colon", ((first, last),)) if said else None
        if at >= end and not text.tokens[at].is_word:
            return None
    return None


def _conjunction(text: ParsedText, sentence: Sentence, cue: Attribution) -> int | None:
    """The conjunction that opens the words of a cue: «заявил [в интервью], что»."""
    if Takes.CLAUSE not in cue.cue.takes:
        return None
    for at in range(cue.last, min(max(cue.end, cue.last) + _TO_CONJUNCTION, sentence.last)):
        token = text.tokens[at]
        if token.folded in text.pack.grammar.complementizers and text.tokens[at - 1].text == ",":
            apart = at - 1 > max(cue.end, cue.last) and token.folded in text.pack.grammar.purposes
            return None if apart and Takes.CALL not in cue.cue.takes else at  # "listed the cargo, in order to ..."
        if at >= cue.end and (token.text in ";:" or (token.is_word and is_finite(text.readings(at)))):
            return None
    return None


def _clause_end(text: ParsedText, sentence: Sentence, first: int, following: Attribution | None) -> int:
    """The token after the last of a reported clause: the sentence's end, or what the reporter adds."""
    last = sentence.last
    while last > first and text.tokens[last - 1].text[0] in STOPS:
        last -= 1
    if following is not None and first < following.first < last:
        cut = _cut_before(text, sentence, first, following)
        if cut is not None:
            last = cut
    return _before_main(text, sentence, first, last)


def _before_main(text: ParsedText, sentence: Sentence, first: int, last: int) -> int:
    """Where a clause ends in a subordinate one that opens the sentence: «Поскольку X заявил, что ..., Y ушёл»."""
    if not opens_subordinate(text, sentence.first, sentence.last):
        return last
    main = next((at for at in range(last - 1, first, -1) if is_predicate(text.readings(at))), first)
    comma = next((at for at in range(main, first, -1) if text.tokens[at].text == ","), first)
    said = any(is_predicate(text.readings(at)) for at in range(first, comma))
    return comma if said else last


def _cut_before(text: ParsedText, sentence: Sentence, first: int, following: Attribution) -> int | None:
    """Where a clause ends because the reporter goes on with another cue; None where that cue is part of the words."""
    start = following.start if following.start > first else following.first
    part = next((at for at in range(start - 1, first, -1) if text.tokens[at].text == ";"), None)
    if part is not None:
        return part  # another clause, with another source
    before = start - 1
    while before > first and text.tokens[before].kind is TokenKind.DASH:
        before -= 1
    if before < start - 1 and text.tokens[before].text == ",":
        return before
    credited = following.cue.form is CueForm.VERB and following.first == start and text.tokens[start - 1].text == ","
    if credited and following.end >= sentence.last - 1 and is_credit(text, following):
        return start - 1
    if following.cue.form is CueForm.GERUND and text.tokens[following.first - 1].text == ",":
        return following.first - 1
    clause = text.tokens[start - 1].folded in text.pack.grammar.coordinators and text.tokens[start - 2].text in ",;"
    if clause and first < following.start < following.first:
        return start - 2
    placed = _place_before(text, first, following)
    if placed is not None:
        return placed
    joined = text.tokens[following.first - 1].folded in text.pack.grammar.coordinators
    if following.cue.reading is not None and following.cue.reading.tense is Tense.FUTURE:
        joined = False  # what will be said is part of the words: "that he will appeal and demand ..."
    if joined and following.cue.form is CueForm.VERB and not (first < following.start < following.first):
        at = following.first - 1
        return at - 1 if text.tokens[at - 1].text == "," else at
    return None


def _place_before(text: ParsedText, first: int, following: Attribution) -> int | None:
    """Where a clause ends before a cue of which only the place is told: «..., а в грузинском подтвердили»."""
    reading = following.cue.reading
    if reading is None or reading.number is not Number.PLURAL:
        return None
    for at in range(following.first - 1, max(first, following.first - _ELLIPSIS), -1):
        if not text.tokens[at].is_word or (at < following.first - 1 and is_finite(text.readings(at))):
            return None
        if text.tokens[at - 1].text == ",":
            opening = at + 1 if text.tokens[at].folded in text.pack.grammar.coordinators else at
            return at - 1 if text.tokens[opening].folded in text.pack.grammar.prepositions else None
    return None


def _is_as_clause(text: ParsedText, sentence: Sentence, cue: Attribution) -> bool:
    """Whether a cue stands in «как заявил X»."""
    for at in range(max(sentence.first, cue.start - 2), cue.first):
        if is_as(text, at):
            inverted = cue.first - at <= _ADVERB and bool(cue.sources) and cue.sources[0].first == cue.last
            if at >= 2 and text.term_at(at - 2, CueNoun) and not inverted:
                return False  # "asked how he sees it"
            closed = cue.end < sentence.last and text.tokens[cue.end].text == ","
            return closed or at < 2 or text.tokens[at - 2].folded not in text.pack.grammar.correlatives
    return False


def _topic(text: ParsedText, sentence: Sentence, cue: Attribution) -> tuple[str, Ranges] | None:
    """What follows a preposition of topic: «сообщил о задымлении кабины», «высказал мнение о договоре»."""
    if cue.cue.form is CueForm.GERUND and cue.cue.reading is not None and cue.cue.reading.tense is Tense.PRESENT:
        return None  # it only leads to what is said: "speaking of the treaty, ..."
    may = Takes.TOPIC in cue.cue.takes
    for at in range(cue.last, min(max(cue.end, cue.last) + _TO_TOPIC, sentence.last - 1)):
        token = text.tokens[at]
        if token.folded in text.pack.lexicon(Cues).amounts:
            return None  # "spoke less of the bridge"
        if token.folded in text.pack.grammar.topic_prepositions and may:
            if text.tokens[at + 1].folded in text.pack.grammar.demonstratives:
                return None
            last = _phrase_end(text, sentence, at + 1)
            return ("cue-topic", ((at + 1, last),)) if last - at > LEAST_WORDS else None
        if token.kind is not TokenKind.MARK and (not token.is_word or is_finite(text.readings(at))):
            return None
        may = may or (at == cue.last and text.term_at(at, CueNoun) is not None and Takes.CLAUSE in cue.cue.takes)
    return None


def _fronted_topic(text: ParsedText, sentence: Sentence, cue: Attribution) -> tuple[str, Ranges] | None:
    """A topic that opens the sentence: «Об открытии моста сообщил X»."""
    grammar = text.pack.grammar
    opens = text.tokens[sentence.first].folded in grammar.topic_prepositions
    end = min(cue.start, cue.first)
    if not opens or Takes.TOPIC not in cue.cue.takes or end - sentence.first <= LEAST_WORDS:
        return None
    between = range(sentence.first + 1, end)
    if text.tokens[sentence.first + 1].folded in grammar.demonstratives:
        return None
    plain = all(text.tokens[at].is_word and not is_finite(text.readings(at)) for at in between)
    return ("cue-topic", ((sentence.first + 1, end),)) if plain else None


def _theme(text: ParsedText, sentence: Sentence, cue: Attribution) -> tuple[str, Ranges] | None:
    """A noun that a cue takes for a clause: «в докладе отмечается рост аварий», «не исключил продолжения спора»."""
    end = max(cue.end, cue.last)
    if end >= sentence.last:
        return None
    readings = text.readings(end)
    themed = cue.cue.form is CueForm.IMPERSONAL and has_case(readings, Case.NOMINATIVE)
    negated = text.tokens[cue.first - 1].folded in text.pack.grammar.negations if cue.first else False
    denied = negated and cue.cue.denies and (has_case(readings, Case.GENITIVE) or has_case(readings, Case.ACCUSATIVE))
    if not themed and not denied:
        return None
    last = _phrase_end(text, sentence, end)
    return ("cue-topic", ((end, last),)) if last - end >= LEAST_WORDS else None


def _phrase_end(text: ParsedText, sentence: Sentence, first: int) -> int:
    """The token after a noun phrase, with the relative clause that ends its sentence."""
    last = first
    while last < sentence.last and text.tokens[last].text not in ",;:.!?…()" and not is_finite(text.readings(last)):
        last += 1
    while last > first and text.tokens[last - 1].folded in text.pack.grammar.coordinators:
        last -= 1  # the reporter goes on
    if last < sentence.last and text.tokens[last].text == "," and _goes_on(text, last + 1, sentence.last):
        return trimmed(text, first, sentence.last)[1]
    return last


def _goes_on(text: ParsedText, first: int, end: int) -> bool:
    """Whether what follows a comma belongs to the noun before it: a relative or conditional clause, a participle."""
    if first >= end:
        return False
    grammar = text.pack.grammar
    opening = [text.tokens[at].folded for at in range(first, min(first + 2, end))]
    likeliest = next(iter(text.readings(first)), None)
    participle = likeliest is not None and likeliest.pos is Pos.PARTICIPLE and not likeliest.short
    return participle or opening[0] in grammar.subordinators or any(word in grammar.relatives for word in opening)
