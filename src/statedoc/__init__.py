"""Typed, verifiable records from news about diplomacy: who spoke, what was agreed, which figures were claimed.

`parse` makes a `Document` of an article; `dumps` and `loads`, `dump` and `load` write documents and read them back;
`articles` and `documents` read many from a file, and `parse_many` parses many.

>>> document = parse("Президент прибыл в Астану.", language="ru")
>>> loads(dumps(document)) == document
True
"""

from typing import TYPE_CHECKING, Any

from statedoc.errors import (
    Failure,
    Fault,
    InvalidDocumentError,
    LexiconError,
    MissingExtraError,
    StatedocError,
    UnknownNameError,
    UnreadableInputError,
)
from statedoc.formats import documents, dump, dumps, load, loads
from statedoc.model import (
    SCHEMA_VERSION,
    Actor,
    ActorKind,
    Agreement,
    AgreementEvent,
    AgreementKind,
    AgreementStatus,
    Article,
    CalendarDate,
    Change,
    Comparator,
    Cue,
    CueClass,
    DateMention,
    Document,
    EdtfDate,
    Mention,
    MentionForm,
    Metadata,
    Metric,
    MetricKind,
    Precision,
    Producer,
    Quantity,
    Quote,
    QuoteKind,
    Role,
    Span,
    Speech,
    SpeechKind,
    parse_edtf,
)
from statedoc.sources import articles

if TYPE_CHECKING:
    from statedoc.batch import parse_many
    from statedoc.extract.pipeline import parse

    __version__: str

__all__ = [
    "SCHEMA_VERSION",
    "Actor",
    "ActorKind",
    "Agreement",
    "AgreementEvent",
    "AgreementKind",
    "AgreementStatus",
    "Article",
    "CalendarDate",
    "Change",
    "Comparator",
    "Cue",
    "CueClass",
    "DateMention",
    "Document",
    "EdtfDate",
    "Failure",
    "Fault",
    "InvalidDocumentError",
    "LexiconError",
    "Mention",
    "MentionForm",
    "Metadata",
    "Metric",
    "MetricKind",
    "MissingExtraError",
    "Precision",
    "Producer",
    "Quantity",
    "Quote",
    "QuoteKind",
    "Role",
    "Span",
    "Speech",
    "SpeechKind",
    "StatedocError",
    "UnknownNameError",
    "UnreadableInputError",
    "__version__",
    "articles",
    "documents",
    "dump",
    "dumps",
    "load",
    "loads",
    "parse",
    "parse_edtf",
    "parse_many",
]

# What would make `import statedoc` slow is imported when it is first asked for.
_LATER = {"parse": "statedoc.extract.pipeline", "parse_many": "statedoc.batch"}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        value: Any = version("statedoc")
    elif name in _LATER:
        from importlib import import_module

        value = getattr(import_module(_LATER[name]), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
