"""Text and names."""

from statedoc.testing._hypothesis import SearchStrategy, st

_ALPHABET = "".join(
    [
        " .,:;!?-\n",
        *map(chr, range(0x410, 0x450)),  # Cyrillic
        *map(chr, range(0x41, 0x7B)),
        "\u00ab\u00bb\u201e\u201c\u201d\"'\u2013\u2014",  # quotation marks and dashes
        "\u00a0\u202f\u0301\u0306\u0308\u200d\ufe0f",  # no-break spaces, combining marks, joiners
        *map(chr, range(0x1F1E6, 0x1F200)),  # halves of flags
        *map(chr, range(0x1F600, 0x1F610)),  # faces
    ]
)
TEXTS = st.text(_ALPHABET, max_size=200) | st.text(max_size=50)
NAMES = (st.text(_ALPHABET, min_size=1, max_size=20) | st.text(min_size=1, max_size=5)).filter(str.strip)
NAMES_OR_NONE = st.none() | NAMES
NAME_TUPLES = st.lists(NAMES, max_size=2).map(tuple)


def texts() -> SearchStrategy[str]:
    """Text that is hard on offsets: two alphabets, emoji, combining marks, no-break spaces, all dashes.

    >>> from hypothesis import find
    >>> from statedoc.testing import texts
    >>> text = find(texts(), lambda text: len(text.encode("utf-16-le")) > 2 * len(text))
    >>> len(text), len(text.encode("utf-16-le"))  # one code point; in UTF-16 it takes two units of two bytes
    (1, 4)
    """
    return TEXTS


def names() -> SearchStrategy[str]:
    """Short text that is not blank, as of ids, names and titles.

    >>> from hypothesis import given
    >>> from statedoc.testing import names
    >>> @given(names())
    ... def test_a_name_can_be_shown(name):
    ...     assert name.strip() and len(name) <= 20
    >>> test_a_name_can_be_shown()
    """
    return NAMES
