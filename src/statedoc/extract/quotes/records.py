"""Quotes: who said what, in which words."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set

import attrs

from statedoc.extract.cast import Cast
from statedoc.extract.grammar import is_as
from statedoc.extract.layout import Layout, pieces
from statedoc.extract.quotes.attribution import Attribution
from statedoc.extract.quotes.beside import after_colon, before_colon, elided, headline, signature
from statedoc.extract.quotes.dropped import finite, left_out, subject_of
from statedoc.extract.quotes.frames import Frame
from statedoc.extract.quotes.indirect import Reported, indirect
from statedoc.extract.quotes.marked import Marked, marked
from statedoc.extract.quotes.repeated import with_speakers_below
from statedoc.extract.turns import Turn
from statedoc.languages.morphology import Number
from statedoc.model import Cue, Quote, QuoteKind, Span
from statedoc.text import ParsedText


def quotes(
    text: ParsedText, shape: Layout, cast: Cast, cues: Sequence[Attribution], spoken: Sequence[Turn] = ()
) -> tuple[Quote, ...]:
    """Find every quotation of a text, direct, partial or indirect, each with the actors who said it.

    `spoken` are the turns of the conversation as which the text is printed.
    """
    speech = list(marked(text, shape, cues))
    found = list(_marked_quotes(text, shape, cast, speech))
    outer = {each.quotation: _place(quote) for each, quote in zip(speech, found, strict=True)}
    whole = frozenset(each.attribution.first for each in speech if each.attribution and _consumes(text, each))
    inner = [span for quote in found for span in quote.content]
    partly = frozenset(each.attribution.first for each in speech if each.attribution) - whole
    found += [_indirect_quote(text, each) for each in indirect(text, shape, cues, inner, whole, partly)]
    found += _headline_quotes(text, shape, cast)
    found += _nested_quotes(text, outer)
    if spoken:
        answers = list(_turn_quotes(text, spoken))
        own = {text.span(cue.first, cue.last).start for cue in cues if cue.own}
        found = [*answers, *(_in_turn(quote, answers, own) for quote in found)]
    found.sort(key=lambda quote: (quote.content[0].start, -quote.content[-1].end))
    return _numbered(with_speakers_below(text, found))


def _place(quote: Quote) -> str:
    """What tells a quote from all others until they have ids: where it starts and ends."""
    return f"{quote.content[0].start}-{quote.content[-1].end}"


def _numbered(found: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes with their ids, and a nested one with that of the quote that it stands inside."""
    ids = {_place(quote): f"q{number}" for number, quote in enumerate(found, 1)}
    return tuple(
        attrs.evolve(quote, id=f"q{number}", within=ids[quote.within] if quote.within else None)
        for number, quote in enumerate(found, 1)
    )


def _turn_quotes(text: ParsedText, spoken: Sequence[Turn]) -> Iterator[Quote]:
    """Yield what each side but the asker says in a conversation that layout tells: the turn, without its label."""
    for turn in spoken:
        if turn.asks:
            continue
        yield Quote(
            id="q",
            kind=QuoteKind.INDIRECT,
            content=(text.span(turn.first, turn.last),),
            speakers=(turn.speaker,) if turn.speaker is not None else (),
            source=text.span(*turn.label) if turn.label is not None and turn.speaker is not None else None,
            rule=f"{text.pack.code}.quote.{'turn-dash' if turn.label is None else 'turn-label'}",
        )


def _in_turn(quote: Quote, answers: Sequence[Quote], own: Set[int]) -> Quote:
    """A quote with the turn that it stands in: whose "he" is another than who speaks, and whose "I" is the same.

    `own` tells where cues in the first person start.
    """
    if quote.within is not None:
        return quote
    at = bisect_right(answers, quote.content[0].start, key=_start) - 1
    holds = at >= 0 and quote.content[-1].end <= answers[at].content[-1].end and _place(quote) != _place(answers[at])
    if not holds:
        return quote
    speakers = quote.speakers
    if quote.cue is not None and quote.cue.span.start in own:
        speakers = answers[at].speakers
    elif quote.kind is QuoteKind.INDIRECT and quote.speakers == answers[at].speakers:
        speakers = ()
    return attrs.evolve(quote, within=_place(answers[at]), speakers=speakers)


def _start(quote: Quote) -> int:
    return quote.content[0].start


def _nested_quotes(text: ParsedText, outer: Mapping[int, str]) -> Iterator[Quote]:
    """Yield the sentences that someone quoted quotes: «Мне ответили: „Так не принято“»; whose they are is not told.

    `outer` are the marked quotes by quotation, each by where it starts: by that it is known until all have ids.
    """
    for quotation in text.quotations:
        if quotation.parent is None or quotation.parent not in outer:
            continue
        opener = text.token_at(quotation.start)
        words = quotation.content.of(text.text).split()
        if opener and text.tokens[opener - 1].text == ":" and len(words) > 1 and words[0][0].isupper():
            yield Quote(
                id="q",
                kind=QuoteKind.DIRECT,
                content=(quotation.content,),
                within=outer[quotation.parent],
                rule=f"{text.pack.code}.quote.nested",
            )


def _consumes(text: ParsedText, each: Marked) -> bool:
    """Whether a marked quote is all that its cue reports: the sentence of "as X thinks" is reported, too."""
    if each.frame is Frame.COLON and each.attribution is not None and _is_as_clause(text, each.attribution):
        return False
    return each.frame in (Frame.INSERTED, Frame.AFTER, Frame.COLON)


def _is_as_clause(text: ParsedText, cue: Attribution) -> bool:
    """Whether cue and source stand between commas behind "as"."""
    at = cue.start - 1
    if at < 1 or not is_as(text, at):
        return False
    return text.tokens[at - 1].text == "," == text.tokens[max(cue.end, cue.last)].text


def _marked_quotes(text: ParsedText, shape: Layout, cast: Cast, speech: Sequence[Marked]) -> Iterator[Quote]:
    """Yield the record of each marked quote; one without a cue is said by who spoke before it."""
    speakers: tuple[str, ...] = ()
    everyone: set[tuple[str, ...]] = set()
    paragraph = -1
    for each in speech:
        cue = each.attribution
        said_by = cue.speakers if cue else ()
        source = _source(text, cue) if cue else None
        here = text.sentence_of(shape.ranges[each.quotation][0] - 1).paragraph
        opener, closer = shape.ranges[each.quotation][0] - 1, shape.ranges[each.quotation][1]
        frame = each.frame
        beside = elided(text, cast, opener, cue)
        if beside is None and frame in (Frame.VERBLESS, Frame.CONTINUED):
            beside = signature(text, cast, closer)
            frame = Frame.SIGNED if beside is not None else frame
        if frame is Frame.HEADLINE:
            beside = after_colon(text, shape, cast, closer + 1)
        if beside is None and not said_by and frame is Frame.VERBLESS and text.tokens[opener - 1].text == ":":
            beside = before_colon(text, shape, cast, opener)
        if beside is not None:
            said_by, source = (beside[1],), text.span(beside[0].first, beside[0].last)
        if not said_by and (here - paragraph <= 1 or len(everyone) == 1) and _can_go_on(cue, speakers):
            said_by = speakers
        if not said_by and frame in (Frame.VERBLESS, Frame.CONTINUED):
            said_by = _unsaid(text, shape, cast, opener, frame)
        if said_by:
            speakers, paragraph = said_by, here
            everyone.add(said_by)
        yield Quote(
            id="q",
            kind=QuoteKind.DIRECT if each.whole else QuoteKind.PARTIAL,
            content=pieces(text, shape, each.quotation),
            speakers=said_by,
            source=source,
            cue=_cue(text, cue) if cue and each.frame not in (Frame.CONTINUED, Frame.NEXT) else None,
            via=cue.via if cue else (),
            addressee=cue.addressees if cue and each.frame not in (Frame.CONTINUED, Frame.NEXT) else (),
            rule=f"{text.pack.code}.quote.{frame.value}",
        )


def _can_go_on(cue: Attribution | None, speakers: tuple[str, ...]) -> bool:
    """Whether words whose source is not told can be those of who spoke before: not of "I said", of one "they call"."""
    if cue is None or cue.cue.reading is None:
        return True
    return not cue.own and (len(speakers) > 1 or cue.cue.reading.number is not Number.PLURAL)


def _headline_quotes(text: ParsedText, shape: Layout, cast: Cast) -> Iterator[Quote]:
    """Yield what the source says that opens the headline, if one does."""
    found = headline(text, shape, cast)
    if found is None:
        return
    candidate, actor, said = found
    yield Quote(
        id="q",
        kind=QuoteKind.INDIRECT,
        content=(text.span(said.start, said.stop),),
        speakers=(actor,),
        source=text.span(candidate.first, candidate.last),
        rule=f"{text.pack.code}.quote.headline-source",
    )


def _unsaid(text: ParsedText, shape: Layout, cast: Cast, opener: int, frame: Frame) -> tuple[str, ...]:
    """Who acted right before words that no one is said to speak: «Потом остановилась: «...»»."""
    sentence = text.sentence_of(opener)
    if frame is Frame.VERBLESS:
        verb = finite(text, sentence.first, opener)
        found = left_out(text, shape, cast, verb) if verb is not None else None
    else:
        index = text.sentence_index(opener)
        found = subject_of(text, shape, cast, index - 1) if index else None
    return (found,) if found is not None else ()


def _indirect_quote(text: ParsedText, each: Reported) -> Quote:
    return Quote(
        id="q",
        kind=QuoteKind.INDIRECT,
        content=each.spans,
        speakers=each.attribution.speakers,
        source=_source(text, each.attribution),
        cue=_cue(text, each.attribution),
        via=each.attribution.via,
        addressee=each.attribution.addressees,
        rule=f"{text.pack.code}.quote.{each.rule}",
    )


def _cue(text: ParsedText, cue: Attribution) -> Cue:
    return Cue(span=text.span(cue.first, cue.last), lemma=cue.cue.lemma, class_=cue.cue.class_)


def _source(text: ParsedText, cue: Attribution) -> Span | None:
    """The words that name the source."""
    if not cue.sources:
        return None
    return text.span(min(each.first for each in cue.sources), max(each.last for each in cue.sources))
