"""`python -m statedoc` is the command line."""

import sys

from statedoc.cli import main

if __name__ == "__main__":
    sys.exit(main())
