"""Who said what: the quotes of articles, speaker by speaker, each with where to find it.

python examples/quotes_by_speaker.py examples/articles/phone-call.txt
"""

import sys
from collections import defaultdict

import statedoc


def main(paths: list[str]) -> None:
    """Print the quotes of the articles in these files."""
    said = defaultdict(list)
    for document in (each for path in paths for each in statedoc.parse_many(statedoc.articles(path))):
        if isinstance(document, statedoc.Failure):
            print(document, file=sys.stderr)
            continue
        for quote in document.quotes:
            speakers = [document.actor(id).name for id in quote.speakers] or ["not told"]
            words = " … ".join(span.of(document.text) for span in quote.content)
            said[", ".join(speakers)].append(f"{quote.content[0].start:5}  {quote.kind.value:8}  {words}")
    for speaker, quotes in said.items():
        print(speaker, *quotes, sep="\n  ")


if __name__ == "__main__":
    main(sys.argv[1:] or ["examples/articles/state-visit.txt"])
