"""Texts that are themselves an occasion: a printed conversation, the author's own column."""

from collections.abc import Sequence

from statedoc.extract.cast import Cast
from statedoc.extract.quotes.attribution import Attribution
from statedoc.extract.turns import Turn
from statedoc.model import ActorKind, Speech, SpeechKind
from statedoc.text import ParsedText

_ANSWERED = (SpeechKind.INTERVIEW, SpeechKind.PRESS_CONFERENCE, SpeechKind.BRIEFING)
_OWN = 2  # verbs of speech in the first person that make a text its author's column


def interview(text: ParsedText, cast: Cast, conversation: Sequence[Turn], told: Sequence[Speech]) -> Speech | None:
    """The interview that a conversation is, unless the text tells of an occasion on which who answers spoke."""
    answering = tuple(dict.fromkeys(turn.speaker for turn in conversation if turn.speaker is not None))
    asked = any(turn.asks for turn in conversation)
    if (
        not asked
        or not answering
        or any(speech.kind in _ANSWERED and set(answering) & set(speech.speakers) for speech in told)
    ):
        return None
    labels = [turn.label for turn in conversation if turn.asks and turn.label is not None]
    asking = cast.between(labels[0][0], labels[0][1]) if labels else ()
    media = [cast.by_id[actor].name for each, actor in asking if each.kind is ActorKind.ORGANIZATION]
    return Speech(
        id=f"s{len(told) + 1}",
        kind=SpeechKind.INTERVIEW,
        speakers=answering,
        medium=next(iter(media), None),
        span=text.span(conversation[0].first, conversation[0].last),
        rule=f"{text.pack.code}.speech.turns",
    )


def column(text: ParsedText, cast: Cast, cues: Sequence[Attribution], told: Sequence[Speech]) -> Speech | None:
    """The article that a text is itself, where its author says "I" of what they say, again and again."""
    own = [cue for cue in cues if cue.own]
    if cast.author is None or len(own) < _OWN:
        return None
    if any(speech.kind is SpeechKind.ARTICLE and cast.author in speech.speakers for speech in told):
        return None
    return Speech(
        id=f"s{len(told) + 1}",
        kind=SpeechKind.ARTICLE,
        speakers=(cast.author,),
        span=text.span(own[0].first, own[0].last),
        rule=f"{text.pack.code}.speech.column",
    )
