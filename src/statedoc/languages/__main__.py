"""Write the compiled forms of every pack: ``python -m statedoc.languages``."""

import sys
from importlib.resources import files
from pathlib import Path

from statedoc.languages import codes, pack
from statedoc.languages.compiled import FILE, compile_forms


def main() -> int:
    """Write the file of each pack into the package's own folder, and print its path."""
    for code in codes():
        path = Path(str(files("statedoc.languages"))) / code / FILE
        language = pack(code)
        path.write_bytes(compile_forms(language.all_terms(), language.morphology))
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
