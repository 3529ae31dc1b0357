"""Watch a feed: what is new since the last time, in a line for each quote.

    python examples/feed_watch.py examples/feed.xml seen.txt

Run it again when the feed has changed: what it has shown once, it does not show again.
"""

import sys
from pathlib import Path

import statedoc


def main(feed: str, seen: Path) -> None:
    """Print the quotes of entries that are not in `seen`, and add these entries to it."""
    known = set(seen.read_text(encoding="utf-8").split()) if seen.exists() else set()
    for document in statedoc.parse_many(statedoc.articles(feed)):
        if isinstance(document, statedoc.Failure):
            print(document, file=sys.stderr)
            continue
        if document.id in known:
            continue
        known.add(document.id)
        print(f"{document.article.published:%Y-%m-%d} {document.article.title} <{document.article.url}>")
        for quote in document.quotes:
            speaker = ", ".join(document.actor(id).name for id in quote.speakers) or "not told"
            print(f"  {speaker}: {' … '.join(span.of(document.text) for span in quote.content)}")
    seen.write_text("\n".join(sorted(known)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    feed, seen = sys.argv[1:] or ["examples/feed.xml", "seen.txt"]
    main(feed, Path(seen))
