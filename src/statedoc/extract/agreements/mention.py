"""What the extractors know of one mention of an agreement."""

from typing import final

import attrs

from statedoc.extract.dates import DatedWords
from statedoc.languages.agreements import AgreementNoun, Evidence
from statedoc.languages.morphology import Case, Gender, NameKind, Pos, Reading
from statedoc.model import AgreementKind
from statedoc.text import ParsedText


@final
@attrs.frozen(kw_only=True, eq=False)
class AgreementMention:
    """Words that can mean an agreement: a noun with its title, a name, or a word that refers to one."""

    first: int  #: the first word, with the adjectives before the noun
    titled: int  #: the first word that belongs to the title
    head: int  #: the noun
    noun_end: int  #: the token after the noun
    last: int  #: the token after the title
    sentence: int
    cases: frozenset[Case]
    genders: frozenset[Gender] = frozenset()
    kind: AgreementKind | None = None  #: None where the word says nothing of it: "the document"
    noun: AgreementNoun | None = None  #: None for names and for words that refer
    name: str | None = None  #: the name of a known agreement, or the one given in brackets
    topic: int | None = None  #: the first token of what it is about
    quoted: bool = False  #: the title stands in quotation marks
    plural: bool = False
    several: bool = False  #: it means no certain one: "documents", "three treaties"
    counted: bool = False  #: a number stands before it: "three treaties"
    pointing: bool = False  #: "this treaty"
    distinct: bool = False  #: "another treaty"
    pronoun: bool = False
    amends: bool = False  #: its title is of changes to another agreement, whose date stands behind it
    former: bool = False  #: said to be made before another: "the previous agreement"
    carried: bool = False  #: it hangs on a noun through which steps are told of it: «срок действия договора»
    evidence: frozenset[Evidence] = frozenset()
    dated: tuple[DatedWords, ...] = ()  #: dates that belong to the noun: «договор 1992 года»


def likely_readings(text: ParsedText, index: int) -> tuple[Reading, ...]:
    """The readings of a word; of one with a capital only those as a place, if there are any: «Индия» is no «индий»."""
    readings = text.readings(index)
    places = tuple(reading for reading in readings if reading.name is NameKind.PLACE)
    return places if places and text.tokens[index].is_capital else readings


def is_named_after(text: ParsedText, index: int) -> bool:
    """Whether a place's adjective has a capital within a sentence, so that it is a name: «Алжирское соглашение»."""
    word = text.tokens[index].text
    inside = index > text.sentence_of(index).first and text.tokens[index - 1].is_word
    return inside and word.istitle() and any(reading.pos is Pos.ADJECTIVE for reading in text.readings(index)[:1])
