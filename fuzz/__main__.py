"""Fuzz every door, or one, for some minutes: ``python -m fuzz --minutes 60 [DOOR]``."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

FOUND = Path(".fuzz")
"""What was found: a corpus for each door, and the inputs that broke a law."""
LONGEST = 8192
"""Bytes of an input."""
SEEDS = Path("examples")
NAMES = ("text", "page", "raw", "date")  # arnews is imported after the fuzzer is set up


def _fuzz(door: str, minutes: float) -> None:
    """Fuzz one door in this process; the fuzzer ends it."""
    import atheris

    with atheris.instrument_imports(include=["arnews"]):
        from fuzz.doors import DOORS
    folder = FOUND / door
    folder.mkdir(parents=True, exist_ok=True)
    seeds = [str(SEEDS / "pages") if door in ("page", "raw") else str(SEEDS)]
    options = [f"-max_total_time={int(minutes * 60)}", f"-max_len={LONGEST}", f"-artifact_prefix={folder}/broken-"]
    atheris.Setup([sys.argv[0], str(folder), *seeds, *options], DOORS[door])
    atheris.Fuzz()


def main() -> int:
    """Run the doors one after the other, each in a process of its own."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description="Coverage-guided inputs for every door.")
    parser.add_argument("door", nargs="?", choices=NAMES, help="one door only")
    parser.add_argument("--minutes", type=float, default=60, help="for all doors together")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.here:
        _fuzz(arguments.door, arguments.minutes)
        return 0
    doors = [arguments.door] if arguments.door else NAMES
    failed = []
    for door in doors:
        command = [sys.executable, "-m", "fuzz", door, "--here", "--minutes", str(arguments.minutes / len(doors))]
        if subprocess.run(command, env={**os.environ, "ARNEWS_DEBUG": "1"}, check=False).returncode:
            failed.append(door)
    print(f"broken: {', '.join(failed)}; see {FOUND}" if failed else "nothing broken")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
