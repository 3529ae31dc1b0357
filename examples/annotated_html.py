"""Articles as pages: every record marked in its text, with an index that leads to each.

python examples/annotated_html.py examples/articles pages
"""

import html
import sys
from pathlib import Path

import statedoc

INDEX = """<!doctype html>
<html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Articles</title><h1>Articles</h1><ul>
{}
</ul></html>
"""


def main(source: Path, target: Path) -> None:
    """Write a page for each article of a folder, and an index of them."""
    target.mkdir(parents=True, exist_ok=True)
    lines = []
    for path in sorted(source.glob("*.txt")):
        [article] = statedoc.articles(path)
        if isinstance(article, statedoc.Failure):
            print(article, file=sys.stderr)
            continue
        document = statedoc.parse(article)
        page = target / f"{path.stem}.html"
        statedoc.dump(document, page)
        title = document.article.title or document.text.partition("\n")[0]
        records = {"quotes": document.quotes, "agreements": document.agreements, "figures": document.metrics}
        counts = ", ".join(f"{len(found)} {kind}" for kind, found in records.items())
        lines.append(f'<li><a href="{page.name}">{html.escape(title)}</a>: {counts}')
        print(f"{page}: {counts}")
    (target / "index.html").write_text(INDEX.format("\n".join(lines)), encoding="utf-8")


if __name__ == "__main__":
    source, target = sys.argv[1:] or ["examples/articles", "pages"]
    main(Path(source), Path(target))
