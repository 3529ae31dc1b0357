"""Text and attributes that XML 1.0 can hold."""

import re
from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree

_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(words: str) -> str:
    r"""The words, with U+FFFD in the place of each character that XML 1.0 forbids.

    These are most control characters, lone surrogates, U+FFFE and U+FFFF.

    >>> xml_text("a\0b\x1b")
    'a\ufffdb\ufffd'
    """
    return _FORBIDDEN.sub("\ufffd", words)


def SubElement(  # noqa: N802 - the name that it has in the standard library
    parent: ElementTree.Element, tag: str, attributes: Mapping[str, str] | None = None, *, text: str | None = None
) -> ElementTree.Element:
    """A new last child of `parent`, its text and attributes made such that XML can hold them."""
    made = ElementTree.SubElement(parent, tag, {key: xml_text(value) for key, value in (attributes or {}).items()})
    if text is not None:
        made.text = xml_text(text)
    return made
