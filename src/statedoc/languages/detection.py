"""In which of the known languages a text is written."""

import re

from statedoc.languages import codes, pack

_SAMPLE = 20_000  # code points looked at
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_SHARE = 0.04  # of words that are among the language's most frequent
_LEAST_LETTERS = 0.9  # of letters that are in the language's alphabet


def detect(text: str) -> str | None:
    """The BCP 47 code of the text's language; None where no pack fits.

    >>> detect("Президент прибыл в Астану, и его встретил министр."), detect("El presidente llegó a la capital.")
    ('ru', None)
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    return max((code for code in codes() if _fits(words, code)), key=lambda code: _share(words, code), default=None)


def _fits(words: list[str], code: str) -> bool:
    alphabet = frozenset(pack(code).grammar.alphabet)
    native = [word for word in words if not alphabet.isdisjoint(word)]
    if 2 * len(native) < len(words) or not native:
        return False
    letters = "".join(native)
    strange = len(letters) - sum(map(letters.count, alphabet))
    return strange <= (1 - _LEAST_LETTERS) * len(letters) and (_share(words, code) >= _LEAST_SHARE or len(words) < 25)


def _share(words: list[str], code: str) -> float:
    frequent = pack(code).grammar.frequent
    return sum(map(frequent.__contains__, words)) / (len(words) or 1)
