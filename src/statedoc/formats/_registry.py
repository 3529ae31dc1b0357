"""The formats that there are."""

from statedoc.formats._format import Format
from statedoc.registry import Registry

REGISTRY = Registry(package="statedoc.formats", constant="FORMAT", type=Format)

DEFAULT = "json"  # of what is neither named nor has a suffix
