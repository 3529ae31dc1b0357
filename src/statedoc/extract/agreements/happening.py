"""A step that the text tells of an agreement."""

from typing import NamedTuple, final

from statedoc.extract.agreements.mention import AgreementMention
from statedoc.extract.dates import DatedWords
from statedoc.languages.agreements import Step
from statedoc.model import AgreementStatus


@final
class Happening(NamedTuple):
    """A step that the text tells of one mention."""

    mention: AgreementMention
    first: int  #: the step's words
    last: int
    step: Step
    status: AgreementStatus | None  #: None where the words only show that there is an agreement
    passive: bool
    is_verb: bool
    date: DatedWords | None
    place: str | None
