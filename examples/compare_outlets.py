"""The same speech in several papers: which words of it each paper quotes.

python examples/compare_outlets.py Дадешвили examples/articles/one-speech/*.txt
"""

import sys
from collections import defaultdict
from pathlib import Path

import statedoc


def said(path: str, speaker: str) -> dict[str, str]:
    """What a paper quotes of a speaker: each passage with the kind of quote that it is."""
    found = {}
    for document in statedoc.parse_many(statedoc.articles(path)):
        if isinstance(document, statedoc.Failure):
            continue
        for quote in document.quotes:
            if any(speaker in document.actor(id).name for id in quote.speakers):
                found[" … ".join(span.of(document.text) for span in quote.content)] = quote.kind.value
    return found


def main(speaker: str, paths: list[str]) -> None:
    """Print each passage with the papers that have it; those that more papers have come first."""
    papers: dict[str, dict[str, str]] = defaultdict(dict)
    for path in paths:
        for words, kind in said(path, speaker).items():
            whole = next((known for known in papers if words in known or known in words), words)
            papers[whole][Path(path).stem] = kind
    for words, kinds in sorted(papers.items(), key=lambda passage: -len(passage[1])):
        print(", ".join(f"{paper} ({kind})" for paper, kind in kinds.items()))
        print(f"    {words}")


if __name__ == "__main__":
    speaker, *paths = sys.argv[1:] or ["Дадешвили", *map(str, sorted(Path("examples/articles/one-speech").iterdir()))]
    main(speaker, paths)
