"""Chronicles: paragraphs that dates head, in whose present tense a text tells what is long done."""

from collections.abc import Iterator, Mapping, Sequence

from statedoc.extract.dates import DatedWords
from statedoc.text import ParsedText, TokenKind

_FEWEST = 2  # headings of a chronicle


def headings(text: ParsedText, dates: Sequence[DatedWords]) -> Mapping[int, DatedWords]:
    """By sentence: the year that heads it, as «1946 год. Стороны заключают договор» and «1946 — ...» do.

    Only the sentence right behind a heading is told. None where a text has but one heading: no chronicle.
    """
    found = dict(_headed(text, dates))
    return found if len(found) >= _FEWEST else {}


def _headed(text: ParsedText, dates: Sequence[DatedWords]) -> Iterator[tuple[int, DatedWords]]:
    by_first = {each.first: each for each in dates}
    for index, sentence in enumerate(text.sentences):
        opens = index == 0 or text.sentences[index - 1].paragraph != sentence.paragraph
        dated = by_first.get(sentence.first) if opens else None
        start = dated.mention.edtf.start if dated is not None and dated.mention.edtf is not None else None
        if dated is None or start is None or start.year is None:
            continue
        alone = all(not text.tokens[at].is_word for at in range(dated.last, sentence.last))
        if alone and index + 1 < len(text.sentences):
            yield index + 1, dated
        elif dated.last < sentence.last and text.tokens[dated.last].kind is TokenKind.DASH:
            yield index, dated
