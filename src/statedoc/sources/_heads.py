"""Telling inputs in JSON from each other by their first bytes.

No two sources recognise the same bytes: an object or a list of objects is a feed or a ninjs item where
it has the keys of one, and JSON Lines otherwise.
"""

import codecs
import re
from typing import Final

_OPENING: Final = re.compile(rb"\[?\s*\{\s*(?:\"(?:[^\"\\\x00-\x1f]|\\.)*+\"\s*:|\})")
_NINJS: Final = re.compile(
    rb'"(?:headlines?|bod(?:ies|y_\w+)|byline|infosources|contentcreated|firstcreated|versioncreated|ednote|pubstatus'
    rb'|usageterms|copyrightholder|representationtype|renditions|associations)"\s*:|ninjs-schema',
    re.IGNORECASE,
)
_URI: Final = re.compile(rb'"uri"\s*:')
_JSON_FEED: Final = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version\\?/')


def is_ninjs(head: bytes) -> bool:
    """Whether an object opens that has a uri and another key of ninjs."""
    return _is_json(head) and bool(_URI.search(head) and _NINJS.search(head))


def is_json_feed(head: bytes) -> bool:
    """Whether an object opens that says which version of JSON Feed it is."""
    return _is_json(head) and bool(_JSON_FEED.search(head)) and not is_ninjs(head)


def is_json_lines(head: bytes) -> bool:
    """Whether an object opens that is neither of the others."""
    return _is_json(head) and not is_ninjs(head) and not is_json_feed(head)


def _is_json(head: bytes) -> bool:
    return bool(_OPENING.match(head.removeprefix(codecs.BOM_UTF8).lstrip()))
