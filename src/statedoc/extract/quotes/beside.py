"""Sources of marked quotes that no cue gives: before a colon, at an elided verb, in a signature."""

from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.cast import Cast
from statedoc.extract.grammar import is_finite, is_predicate
from statedoc.extract.layout import Layout
from statedoc.extract.quotes.attribution import Attribution
from statedoc.languages.cues import CueNoun
from statedoc.languages.morphology import Case
from statedoc.model import ActorKind, MentionForm
from statedoc.text import ParsedText, TokenKind

_BEFORE_COLON = 80  # tokens between a source and the colon before its words
_PERSONAL = (ActorKind.PERSON, ActorKind.OFFICE)
_HEADLINE = 30  # tokens of a headline after its quotation


def elided(text: ParsedText, cast: Cast, opener: int, cue: Attribution | None) -> tuple[Candidate, str] | None:
    """Whose words a quotation is where a dash stands for the verb of the cue before: «X назвал ..., Y — «...»»."""
    if cue is None or opener < 2 or text.tokens[opener - 1].kind is not TokenKind.DASH or cue.end >= opener - 1:
        return None
    for candidate, actor in cast.between(cue.end, opener - 1):
        nominative = any(each.case is Case.NOMINATIVE for each in candidate.forms)
        if candidate.last == opener - 1 and nominative and candidate.form is not MentionForm.ADJECTIVE:
            return candidate, actor
    return None


def before_colon(text: ParsedText, shape: Layout, cast: Cast, before: int) -> tuple[Candidate, str] | None:
    """Who is the subject of a sentence that ends in a colon before its quotation, or whose words it announces."""
    first = max(text.sentence_of(before).first, before - _BEFORE_COLON)
    for candidate, actor in cast.between(first, before):
        if candidate.kind is ActorKind.STATE or candidate.form is MentionForm.ADJECTIVE or candidate.possessive:
            continue
        if shape.own(candidate.first) and all(each.case in (Case.NOMINATIVE, None) for each in candidate.forms):
            return candidate, actor
    nouns = [at for at in range(first, before) if text.term_at(at, CueNoun)]
    announced = cast.between(nouns[0] + 1, before) if nouns else ()
    return next((pair for pair in announced if _owns(pair[0])), None)


def after_colon(text: ParsedText, shape: Layout, cast: Cast, colon: int) -> tuple[Candidate, str] | None:
    """Who is the first subject after a quotation and a colon, as in headlines: «...»: министр о переговорах."""
    last = min(text.sentence_of(colon).last, colon + _HEADLINE)
    for candidate, actor in cast.between(colon + 1, last):
        nominative = any(each.case in (Case.NOMINATIVE, None) for each in candidate.forms)
        if nominative and shape.own(candidate.first) and candidate.form is not MentionForm.ADJECTIVE:
            return candidate, actor
    return None


def headline(text: ParsedText, shape: Layout, cast: Cast) -> tuple[Candidate, str, range] | None:
    """The source that opens a headline before a colon, and the tokens of what it says: «МИД Грузии: мост открыт»."""
    alone = len(text.sentences) == 1
    if not text.sentences or (not alone and text.sentences[1].paragraph == text.sentences[0].paragraph):
        return None
    title = text.sentences[0]
    if text.tokens[title.last - 1].text[0] in ".!?…" and not alone:
        return None
    for candidate, actor in cast.between(title.first, title.first + 1):
        colon = candidate.last
        said = range(colon + 1, title.last)
        if colon >= title.last or text.tokens[colon].text != ":" or candidate.kind is ActorKind.STATE:
            continue
        nominative = any(each.case in (Case.NOMINATIVE, None) for each in candidate.forms)
        clause = any(is_predicate(text.readings(at)) for at in said) and all(shape.own(at) for at in said)
        asks = text.tokens[said.start].folded in text.pack.grammar.relatives | text.pack.grammar.as_words
        if clause and not asks and nominative and (candidate.kind in _PERSONAL or not alone):
            return candidate, actor, said
    return None


def _owns(candidate: Candidate) -> bool:
    """Whether a mention can tell whose demands, words or questions a noun means: a genitive, or who makes them."""
    personal = candidate.kind is not ActorKind.STATE and candidate.form is not MentionForm.ADJECTIVE
    return personal and any(each.case in (Case.GENITIVE, Case.INSTRUMENTAL) for each in candidate.forms)


def signature(text: ParsedText, cast: Cast, closer: int) -> tuple[Candidate, str] | None:
    """Who is named below a quotation, after a dash: «— Анна Ким, министр транспорта»."""
    dash = closer + 1
    while dash < len(text.tokens) and text.tokens[dash].text in ".,!?…":
        dash += 1
    if dash + 1 >= len(text.tokens) or text.tokens[dash].kind is not TokenKind.DASH:
        return None
    signed = text.sentence_of(dash)
    if text.sentence_of(closer).paragraph == signed.paragraph:
        return None
    if any(is_finite(text.readings(at)) for at in range(dash, signed.last)):
        return None
    for candidate, actor in cast.between(dash + 1, dash + 2):
        if candidate.name is not None:
            return candidate, actor
    return None
