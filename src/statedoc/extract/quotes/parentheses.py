"""Parentheses: cue and source between commas or dashes, and the words around them: «..., считает X, ...»."""

from statedoc.extract.grammar import is_as, is_predicate, modifies_before
from statedoc.extract.quotes.attribution import Attribution
from statedoc.extract.quotes.cues import CueForm
from statedoc.extract.quotes.wording import LEAST_WORDS, Ranges, says, trimmed
from statedoc.languages.calendar import RelativeDay
from statedoc.languages.cues import CueNoun
from statedoc.languages.morphology import Case, Pos
from statedoc.text import ParsedText, Sentence, TokenKind

_NO_CLAUSE = 8  # words of what only opens a sentence, without a verb
_LONGEST_NAME = 8  # tokens of a name in marks
_ADVERBIAL = 12  # words behind a source that tell when or where it spoke
_LONGEST_PART = 80  # tokens of a sentence's parts around a colon
_DESCRIPTION = 20  # tokens of a clause about a source


def is_parenthesis(text: ParsedText, sentence: Sentence, cue: Attribution) -> bool:
    """Whether cue and source stand between commas or dashes, or close the sentence after one: «..., считает X»."""
    start = _start(text, sentence, cue)
    before = text.tokens[start - 1] if start > sentence.first else None
    if before is None or not (before.text == "," or before.kind is TokenKind.DASH):
        return False
    end = cue.end
    inverted = bool(cue.sources) and cue.sources[0].first > cue.first and text.tokens[cue.first - 1].text == ","
    if inverted:
        end = _past_adverbials(text, end, min(sentence.last, end + _ADVERBIAL))  # "objected X ten minutes later"
    return end >= sentence.last or text.tokens[end].text[0] in ",.!?…;:" or text.tokens[end].kind is TokenKind.DASH


def _is_adverbial(text: ParsedText, at: int) -> bool:
    """Whether a word can tell when or where something was said: no verb, and no quotation."""
    return text.tokens[at].is_word and not is_predicate(text.readings(at))


def _past_adverbials(text: ParsedText, first: int, last: int) -> int:
    """The token after words that can tell when or where something was said, with names in marks among them."""
    at = first
    while at < last:
        closing = _closing(text, at, last) if text.tokens[at].kind is TokenKind.MARK else None
        if _is_adverbial(text, at) or _is_inner_stop(text, at, last):
            at += 1
        elif closing is not None:
            at = closing + 1
        else:
            break
    return at


def _closing(text: ParsedText, opening: int, last: int) -> int | None:
    """The mark that closes a name of a few words; None where what it opens is none."""
    inside = range(opening + 1, min(last, opening + _LONGEST_NAME))
    closing = next((at for at in inside if text.tokens[at].kind is TokenKind.MARK), None)
    if closing is None or not all(_is_adverbial(text, at) for at in range(opening + 1, closing)):
        return None
    return closing if closing > opening + 1 and text.tokens[opening + 1].is_capital else None


def _is_inner_stop(text: ParsedText, at: int, last: int) -> bool:
    """Whether a full stop stands inside a name: «S.Paulo»."""
    touches = at + 1 < last and text.tokens[at].end == text.tokens[at + 1].start
    return touches and text.tokens[at].text == "." and text.tokens[at + 1].is_word


def around(
    text: ParsedText, sentence: Sentence, cue: Attribution, following: Attribution | None = None
) -> tuple[str, Ranges]:
    """All of a sentence but the words that attribute it, and those that close it: «по данным X, ..., сообщил Y»."""
    start = _start(text, sentence, cue)
    if start > sentence.first and is_as(text, start - 1):
        start -= 1
    end = _end(text, sentence, cue)
    before = trimmed(text, _after_clause(text, sentence.first, start), start)
    stop = next((at for at in range(end, sentence.last) if text.tokens[at].text == ";"), sentence.last)
    if following is not None and following.end >= sentence.last - 1 and following.cue.form is CueForm.VERB:
        closes = end < following.start == following.first and text.tokens[following.start - 1].text == ","
        stop = min(stop, following.start) if closes else stop
    after = trimmed(text, end, stop)
    if cue.last < sentence.last and text.tokens[cue.last].folded in text.pack.grammar.relatives:
        return "source-phrase", (trimmed(text, cue.last + 1, stop),)
    joins = before[1] - 1 if before[1] > before[0] else before[0]
    contrasted = is_as(text, start) and text.tokens[joins].folded in text.pack.grammar.coordinators  # "..., but, as X"
    if start == sentence.first or text.tokens[start - 1].text == ":" or contrasted or not _is_said(text, *before):
        return "source-phrase" if cue.cue.form is CueForm.PHRASE else "as-cue", (after,)
    if after[1] - after[0] < LEAST_WORDS and (not says(text, *after) or says(text, *before)):
        clause = _after_opening(text, *before)
        return "clause-cue", (clause if says(text, *clause) or clause[1] - clause[0] > _NO_CLAUSE else (start, start),)
    return "parenthesis", (before, after)


def _after_clause(text: ParsedText, first: int, start: int) -> int:
    """Where the part of a sentence opens in which an attribution stands: behind a clause and its colon or semicolon."""
    begin = max(first, start - _LONGEST_PART)
    stop = next((at for at in range(start - 1, begin, -1) if text.tokens[at].text in (":", ";")), None)
    return stop + 1 if stop is not None and says(text, begin, stop) else first


def _start(text: ParsedText, sentence: Sentence, cue: Attribution) -> int:
    """Where the attribution starts, with a noun for what was said: «..., такие данные приводит X»."""
    noun = cue.first - 1
    if noun > sentence.first and cue.start == cue.first and text.term_at(noun, CueNoun):
        return noun - 1 if text.tokens[noun - 1].folded in text.pack.grammar.demonstratives else cue.start
    when = cue.start - 1
    inverted = cue.start == cue.first and bool(cue.sources) and cue.cue.form is CueForm.VERB
    if inverted and when > sentence.first and text.tokens[when - 1].text == "," and text.term_at(when, RelativeDay):
        return when
    return cue.start


def _end(text: ParsedText, sentence: Sentence, cue: Attribution) -> int:
    """The token after an attribution, with what tells where its source is: «..., говорит источник [в порту], ...»."""
    end = max(cue.end, cue.last)
    if cue.cue.form is CueForm.PHRASE:
        return _past_description(text, sentence, cue, end)
    if not cue.sources or cue.start == sentence.first:
        return end
    inverted = cue.sources[0].first > cue.first and text.tokens[cue.first - 1].text == ","
    at = _past_adverbials(text, end, min(sentence.last, end + _ADVERBIAL)) if inverted else end
    if inverted and end < at < sentence.last - 1 and _describes_source(text, at):
        return sentence.last
    if (
        inverted
        and at > end
        and (at >= sentence.last or (at == sentence.last - 1 and text.tokens[at].text[0] in ".!?…"))
    ):
        return at  # nothing but when and where the source spoke
    at = end
    if not _is_placed(text, at, sentence.last) or text.tokens[cue.start - 1].text != ",":
        return end
    at = _past_adverbials(text, at, min(sentence.last, end + _ADVERBIAL))
    return at if at < sentence.last and text.tokens[at].text == "," else end


def _past_description(text: ParsedText, sentence: Sentence, cue: Attribution, end: int) -> int:
    """The token after a clause that tells of a source: «по словам дипломата, [знакомого с делом], ...»."""
    if not cue.sources or end + 1 >= sentence.last or text.tokens[end].text != ",":
        return end
    forms = frozenset(each for each in cue.sources[-1].forms if each.case is not Case.NOMINATIVE)
    tells = text.tokens[end + 1].folded in text.pack.grammar.relatives or modifies_before(text, end + 1, forms)
    inside = range(end + 2, min(sentence.last - 1, end + _DESCRIPTION))
    return next((at for at in inside if text.tokens[at].text == ","), end) if tells else end


def _describes_source(text: ParsedText, at: int) -> bool:
    """Whether a relative clause goes on with the words beside a source: «сообщил X после встречи с Y, [где] ...»."""
    relatives = text.pack.grammar.relatives
    return text.tokens[at].text == "," and text.tokens[at + 1].folded in relatives


def _is_placed(text: ParsedText, at: int, last: int) -> bool:
    return at < last and text.tokens[at].folded in text.pack.grammar.prepositions


def _is_said(text: ParsedText, first: int, last: int) -> bool:
    """Whether what stands before a parenthesis is part of the words, and not only joins the sentence to the last."""
    if " ".join(text.tokens[at].folded for at in range(first, last)) in text.pack.grammar.openers:
        return False
    if last - first >= LEAST_WORDS:
        return True
    return any(reading.pos is Pos.NOUN for at in range(first, last) for reading in text.readings(at)[:1])


def _after_opening(text: ParsedText, first: int, last: int) -> tuple[int, int]:
    """A clause without the words that only open it: «О том, что ...»."""
    grammar = text.pack.grammar
    for at in range(first, min(first + 4, last)):
        if (
            text.tokens[at].folded in grammar.complementizers
            and text.tokens[first].folded in grammar.topic_prepositions
        ):
            return at + 1, last
    return first, last
