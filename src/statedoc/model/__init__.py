"""The document schema: what a speech, a quote, an agreement and a metric are."""

from statedoc.model.actor import Actor, ActorKind, Mention, MentionForm, Role
from statedoc.model.agreement import Agreement, AgreementEvent, AgreementKind, AgreementStatus
from statedoc.model.article import Article, Metadata
from statedoc.model.date import CalendarDate, EdtfDate, Precision, parse_edtf
from statedoc.model.date_mention import DateMention
from statedoc.model.document import SCHEMA_VERSION, Document, Producer
from statedoc.model.metric import Change, Metric, MetricKind
from statedoc.model.quantity import Comparator, Quantity
from statedoc.model.quote import Cue, CueClass, Quote, QuoteKind
from statedoc.model.span import Span
from statedoc.model.speech import Speech, SpeechKind

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
    "Mention",
    "MentionForm",
    "Metadata",
    "Metric",
    "MetricKind",
    "Precision",
    "Producer",
    "Quantity",
    "Quote",
    "QuoteKind",
    "Role",
    "Span",
    "Speech",
    "SpeechKind",
    "parse_edtf",
]
