"""The lexicons that every pack has, one class and one file each."""

from typing import Any

from statedoc.languages.agreements import Agreements
from statedoc.languages.calendar import Calendar
from statedoc.languages.cues import Cues
from statedoc.languages.currencies import Currencies
from statedoc.languages.figures import Figures
from statedoc.languages.grammar import Grammar
from statedoc.languages.numbers import Numbers
from statedoc.languages.occasions import Occasions
from statedoc.languages.organizations import Organizations
from statedoc.languages.roles import Roles
from statedoc.languages.states import States
from statedoc.languages.units import Units

LEXICONS: tuple[type[Any], ...] = (
    Grammar,
    Cues,
    Roles,
    Organizations,
    States,
    Occasions,
    Agreements,
    *(Numbers, Units, Currencies, Figures, Calendar),
)
