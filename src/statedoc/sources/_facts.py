"""What inputs tell about articles, brought to the shapes that metadata has."""

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

from statedoc.model.checks import LANGUAGE

_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def line(value: object) -> str | None:
    r"""A string as one line without blank ends; None for what is no string or holds nothing.

    >>> line(" Переговоры\n в  Тбилиси "), line(" "), line(7)
    ('Переговоры в Тбилиси', None, None)
    """
    if not isinstance(value, str):
        return None
    return " ".join(_CONTROLS.sub(" ", value).split()) or None


def language_tag(value: object) -> str | None:
    """A BCP 47 tag from one, or from a locale's name; None for anything else.

    >>> language_tag("ru_RU.UTF-8"), language_tag("kk"), language_tag("русский")
    ('ru-RU', 'kk', None)
    """
    if not isinstance(value, str):
        return None
    tag = value.strip().partition(".")[0].partition("@")[0].replace("_", "-")
    return tag if LANGUAGE.fullmatch(tag) and len(tag) <= 35 else None


def web_address(value: object, base: str | None = None) -> str | None:
    """An absolute http or https address, a relative one made so by its base; None for anything else.

    >>> web_address("/news/1", "https://example.org/"), web_address("file:///etc/passwd"), web_address("/news/1")
    ('https://example.org/news/1', None, None)
    """
    found = line(value)
    if found is None:
        return None
    try:
        whole = urljoin(base, found) if base else found
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https") and parts.netloc else None
