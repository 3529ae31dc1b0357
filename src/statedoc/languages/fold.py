"""How words are compared: lower case, without stress marks, and with a pack's letters made one."""

import unicodedata
from functools import lru_cache

_STRESS = {0x0301: None, 0x0300: None}


@lru_cache(maxsize=1 << 14)  # the words of a text are few, and come again
def fold(word: str) -> str:
    r"""The form of a word under which lexicons hold it.

    >>> fold("Ещё"), fold("за\u0301мок")
    ('еще', 'замок')
    """
    folded = word.lower()
    if folded.isascii():
        return folded
    if not unicodedata.is_normalized("NFC", folded):
        folded = unicodedata.normalize("NFC", folded)
    if "\u0301" in folded or "\u0300" in folded:
        folded = folded.translate(_STRESS)
    return folded.replace("ё", "е")
