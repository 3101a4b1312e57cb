"""Documents that hang, loop, exit, crash and raise, for a conversion in processes of its own.

A folder with a ``sitecustomize`` module on the path of the interpreter changes the parser, so the package needs no door
for tests.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

__all__ = ["REASONS", "STOPPED_AT_FORKS", "start"]

_TRAPS = """
import arnews.parser, ctypes, os, time
_parse_text = arnews.parser.Parser.parse_text

def parse_text(self, text, **options):
    if text == "raise":
        raise RuntimeError("no way")
    while text == "loop":
        pass
    while text == "hang":
        sum(range(10**12))  # a loop in C that looks at no signal and lets no thread run
    if text == "exit":
        os._exit(3)
    if text == "quit":
        raise SystemExit(4)
    if text == "crash":
        ctypes.string_at(0)
    if text.startswith("slow"):
        time.sleep(0.01)
    return _parse_text(self, text, **options)

arnews.parser.Parser.parse_text = parse_text
"""

REASONS = {
    "raise": "RuntimeError: no way",
    "loop": "took longer than 0.5 s",
    "hang": "took longer than 0.5 s, and could not be stopped",
    "exit": "the process that parsed it died (exit status 3)",
    "quit": "the process that parsed it died (exit status 4)",
    "crash": "the process that parsed it died (signal 11)",
}
"""The error of each trap, with a time limit of half a second."""


STOPPED_AT_FORKS = """
import os, signal
os.register_at_fork(after_in_parent=lambda: os.killpg(0, signal.SIGINT))
"""
"""A trap more: Ctrl-C comes while the command starts a worker."""


def start(folder: Path, arguments: list[str], more: str = "") -> subprocess.Popen[bytes]:
    """Start the command with the traps, and more of them, in a process group of its own."""
    traps = folder / "traps"
    traps.mkdir(exist_ok=True)
    (traps / "sitecustomize.py").write_text(_TRAPS + more, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(traps), os.environ.get("PYTHONPATH", "")])}
    return subprocess.Popen(
        [sys.executable, "-m", "arnews", *arguments],
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
