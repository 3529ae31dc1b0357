"""Paragraphs: the stretches of a text between line breaks."""

import re

from statedoc.model import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_WRAPPED = re.compile(r"[^.!?…:;»”\"]\Z")


def paragraphs(text: str) -> tuple[Span, ...]:
    r"""The paragraphs of a text, without the white space around them.

    A line that goes on in lower case after one without a full stop was only wrapped.

    >>> text = "Первый абзац.\n\nВторой абзац,\nего конец."
    >>> [span.of(text) for span in paragraphs(text)]
    ['Первый абзац.', 'Второй абзац,\nего конец.']
    """
    found: list[Span] = []
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start >= end:
            continue
        last = found[-1] if found else None
        if last and text[start].islower() and _is_wrapped(text, last, start):
            found[-1] = Span(start=last.start, end=end)
        else:
            found.append(Span(start=start, end=end))
    return tuple(found)


def _is_wrapped(text: str, last: Span, start: int) -> bool:
    return text.count("\n", last.end, start) < 2 and bool(_WRAPPED.search(text, last.end - 1, last.end))
