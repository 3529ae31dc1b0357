"""Candidates: words that may refer to an actor, before it is known to which."""

from typing import Any, final

import attrs

from statedoc.extract.actors.readings import PersonName
from statedoc.extract.grammar import Form
from statedoc.languages.roles import Office
from statedoc.model import ActorKind, MentionForm


@final
@attrs.frozen(kw_only=True, eq=False)
class RolePhrase:
    """A title with what belongs to it: «министр иностранных дел Узбекистана»."""

    first: int
    last: int
    head: int  #: the noun
    title: str  #: nominative, without country and modifiers
    lemma: str  #: the head noun's dictionary form
    office: Office | None  #: None for a person's description that no lexicon lists
    country: str | None = None
    adjectival: bool = False  #: an adjective tells the country: «турецкий премьер», not «премьер Турции»
    organization: "Candidate | None" = None
    acting: int | None = None  #: the token that tells its case where it is held for a time: "acting (minister)"
    owned: bool = False  #: its complement is another person's name: «адвокат Крылова»
    tail: str = ""  #: the folded words of the complement, to tell «глава делегации» from «глава ведомства»


@final
@attrs.frozen(kw_only=True, eq=False)
class Candidate:
    """Words that may refer to an actor: ``tokens[first:last]``."""

    first: int
    last: int
    head: int  #: the word whose form tells the case
    form: MentionForm
    kind: ActorKind
    forms: frozenset[Form]  #: in which forms it can stand here
    name: PersonName | None = None
    role: RolePhrase | None = None
    label: str = ""  #: an organization's name in the nominative; another spelling of a person's
    alias: str = ""  #: the short name by which a known organization is called: «Еврокомиссия»
    respells: "Candidate | None" = None  #: the name that this spells in another alphabet
    key: Any = None  #: what identifies it: a state's code, an organization's known name
    country: str | None = None
    possessive: bool = False  #: a possessive pronoun
    latter: bool = False  #: a pronoun for whoever was named last
    chosen: bool = False  #: one of several, and nobody named before: "one of the diplomats"
    weak: bool = False  #: an actor only if a record needs it
