"""The lexicons that every pack has, one class and one file each."""

from typing import Any

from statedoc.languages.cues import Cues
from statedoc.languages.grammar import Grammar
from statedoc.languages.organizations import Organizations
from statedoc.languages.roles import Roles
from statedoc.languages.states import States

LEXICONS: tuple[type[Any], ...] = (Grammar, Cues, Roles, Organizations, States)
