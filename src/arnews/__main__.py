"""``python -m arnews`` is the command ``arnews``."""

from __future__ import annotations

import sys

from arnews.cli import main

if __name__ == "__main__":
    sys.exit(main())
