"""Elements of an HTML page, out of which no text can break.

A string becomes text or the value of an attribute and never markup: the standard library's writer escapes it, and
`shown` has taken from it what no page may hold.
"""

import re
from typing import TypeAlias
from xml.etree.ElementTree import Element, tostring

Content: TypeAlias = Element | str | None

_NO_CHARACTER = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)  # controls, halves of surrogate pairs and noncharacters: errors in any HTML, and some are not even UTF-8


def shown(words: str) -> str:
    r"""The words as a page can hold them; each code point that it cannot becomes U+FFFD.

    >>> shown("a\x00b\ud800c")
    'a�b�c'
    """
    return _NO_CHARACTER.sub("\ufffd", words)


def element(tag: str, *content: Content, **attributes: str | None) -> Element:
    r"""An element with its content in order; what is None is left out.

    An attribute that is a keyword of Python has an underscore behind it, and one with a hyphen has an underscore in
    its place: `class_`, `aria_label`.

    >>> page_of(element("p", "1 < 2, ", element("b", "</p>"), class_='"')).decode()
    '<!DOCTYPE html>\n<p class="&quot;">1 &lt; 2, <b>&lt;/p&gt;</b></p>'
    """
    made = Element(
        tag,
        {name.rstrip("_").replace("_", "-"): shown(value) for name, value in attributes.items() if value is not None},
    )
    last: Element | None = None
    for each in content:
        if isinstance(each, str):
            if last is None:
                made.text = (made.text or "") + shown(each)
            else:
                last.tail = (last.tail or "") + shown(each)
        elif each is not None:
            made.append(each)
            last = each
    return made


def page_of(root: Element) -> bytes:
    """The page in UTF-8."""
    return b"<!DOCTYPE html>\n" + tostring(root, encoding="unicode", method="html").encode()
