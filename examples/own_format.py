"""A format of one's own: the folder it stands in is added to those where formats are looked for.

python examples/own_format.py examples/articles/one-speech/agency.txt
"""

import sys
from pathlib import Path

import statedoc
import statedoc.formats

statedoc.formats.__path__.append(str(Path(__file__).parent / "own_formats"))


def main(path: str) -> None:
    """Print the quotes of a file's articles in that format."""
    for document in statedoc.parse_many(statedoc.articles(path)):
        if isinstance(document, statedoc.Failure):
            print(document, file=sys.stderr)
            continue
        print(statedoc.dumps(document, "markdown", kinds="direct").decode(), end="")


if __name__ == "__main__":
    main(*sys.argv[1:] or ["examples/articles/one-speech/agency.txt"])
