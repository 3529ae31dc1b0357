"""Agreements: from nouns that may name one to what was agreed, by whom, and how far it has come.

The way through: `mentions` finds where an article speaks of an agreement, with its title (`titles`) or by a
word that refers back (`references`); `parties` says between whom, by whom actors stand for (`standing`) and of which
states the text speaks (`spoken`, `journeys`); `links` and `steps` say what happened to it;
`joining` makes one of several mentions; `records` makes the agreements.
"""

from statedoc.extract.agreements.records import agreements

__all__ = ["agreements"]
