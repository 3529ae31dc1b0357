"""Write what every pack has worked out beforehand: ``python -m statedoc.languages``."""

import sys
from importlib.resources import files
from pathlib import Path

from statedoc.languages import cldr, codes, compiled, pack


def main() -> int:
    """Write the files of each pack into the package's own folder, and print their paths."""
    for code in codes():
        folder = Path(str(files("statedoc.languages"))) / code
        try:
            names = cldr.names_of(code)
        except ImportError:
            print(f"{cldr.FILE} stays as it is: Babel is missing (pip install -e .[dev])", file=sys.stderr)
            names = cldr.read_names(folder)
        else:
            _write(folder / cldr.FILE, cldr.write_names(names))
        language = pack(code).over(names)
        _write(folder / compiled.FILE, compiled.compile_forms(language.all_terms(), language.morphology))
    return 0


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    print(path)


if __name__ == "__main__":
    sys.exit(main())
