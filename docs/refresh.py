"""Keep the examples of README.md and docs/ true: run them and write down what they print.

    python docs/refresh.py            rewrite the pages whose output has changed
    python docs/refresh.py --check    only say which pages would change

What is run, page by page, each page in a folder of its own that holds the examples:

* a ``python`` block; the ``text`` block that follows, if any, is what it prints,
* a block with ``>>>`` prompts, as a doctest,
* in a ``console`` block, the commands after ``$`` that begin with ``arnews``.

``make wheel-test`` also runs the other commands of ``console`` blocks (pip, pytest, cd), in an environment of its own:
each must succeed, and print at least the lines that are shown. Without them, a block is run up to the first one that is
not ``pip install arnews``. Nothing runs the commands in ``ELSEWHERE``, nor ``bash`` blocks, which hold no others.

A block right below a line that is only the name of a file, in backquotes and with a colon, is not run but written to
that file.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "examples/README.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]

BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^`(?P<path>[\w./-]+)`:\n\n?\Z", re.MULTILINE)
# They need the network, a password or a clone.
ELSEWHERE = ("curl ", "git clone ", "make ", "python -m twine upload ")
_OPTIONS = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL


def refreshed(page: str, *, everything: bool = False) -> str:
    """Return the page with the output of its examples as it is today.

    Args:
        page: the text of the page.
        everything: run all commands, also those that install something.
    """
    with tempfile.TemporaryDirectory() as folder:
        return refreshed_in(Path(folder), page, everything=everything)


def refreshed_in(folder: Path, page: str, *, everything: bool = False) -> str:
    """Do what `refreshed` does in a folder that stays: what the examples write is there afterwards."""
    shutil.copytree(ROOT / "examples", folder / "examples", dirs_exist_ok=True)
    return _Page(folder, everything).refreshed(page)


class _Page:
    """What the examples of one page share: a folder, Python names, and where `cd` led."""

    def __init__(self, folder: Path, everything: bool) -> None:
        self.folder = folder
        self.everything = everything
        self.namespace: dict[str, Any] = {"__name__": "__page__"}
        self.place = folder
        self.plugin: Path | None = None
        # Which plug-ins happen to be installed changes no page, until the page installs one.
        self.environment = {
            **os.environ,
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            "NO_COLOR": "1",
            "COLUMNS": "100",
            "ARNEWS_NO_PLUGINS": "1",
        }

    def refreshed(self, page: str) -> str:
        parts, end, printed = [], 0, None
        for block in BLOCK.finditer(page):
            between, content = page[end : block.start()], block["content"]
            if file := FILE.search(between):
                path = self.folder / file["path"]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8", newline="\n")
            elif block["kind"] == "text" and printed and not between.strip():
                content, printed = printed, None
            elif ">>> " in content:
                content = self._doctest(content)
            elif block["kind"] == "python":
                printed = self._printed(content)
            elif block["kind"] == "console":
                content = "".join(self._commands(content))
            parts += [between, f"```{block['kind']}\n{content}```"]
            end = block.end()
        if self.plugin is not None:
            self._run(f"pip uninstall --yes {self.plugin.name}")
        return "".join([*parts, page[end:]])

    def _printed(self, code: str) -> str:
        output = io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.chdir(self.folder):
            exec(compile(code, "<page>", "exec"), self.namespace)
        return output.getvalue()

    def _doctest(self, content: str) -> str:
        """Run the examples of a block and return it with every output that is no longer right replaced."""
        parts = []
        for part in doctest.DocTestParser().parse(content):
            if isinstance(part, str):
                parts.append(part)
                continue
            prompts = "".join(
                f"{'>>>' if number == 0 else '...'} {line}".rstrip() + "\n"
                for number, line in enumerate(part.source.splitlines())
            )
            got = self._shown(part.source)
            same = doctest.OutputChecker().check_output(part.want, got, _OPTIONS)
            parts.append(prompts + (part.want if same else got))
        return "".join(parts)

    def _shown(self, source: str) -> str:
        """Return what an interpreter shows after one statement."""
        output = io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.chdir(self.folder):
            try:
                exec(compile(source, "<page>", "single"), self.namespace)
            except Exception as error:
                message = "".join(traceback.format_exception_only(error))
                return f"Traceback (most recent call last):\n    ...\n{message}"
        return output.getvalue()

    def _commands(self, content: str) -> Iterator[str]:
        """Yield the lines of a console block; below a command of ours is what it prints now."""
        running = True
        for line, shown in _commands(content):
            command = line.removeprefix("$ ").rstrip("\n")
            yield line
            if command.startswith("arnews ") and running:
                yield self._run(command)[0]
                continue
            yield shown
            if not self.everything:
                running = running and command.startswith(("pip install arnews", 'pip install "arnews'))
            elif not command.startswith(ELSEWHERE):
                self._run_other(command, shown)

    def _run(self, command: str) -> tuple[str, int]:
        """Return what a command prints, and its exit code."""
        result = subprocess.run(
            command,
            shell=True,
            cwd=self.place,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return result.stdout + result.stderr, result.returncode

    def _run_other(self, command: str, shown: str) -> None:
        """Run a command that is not ours: it must succeed, and print the lines that are shown."""
        if command.startswith("cd "):
            self.place /= command.removeprefix("cd ")
            return
        if command.startswith("pip install --editable "):
            self.plugin = self.place
            del self.environment["ARNEWS_NO_PLUGINS"]
        printed, code = self._run(command)
        if code or any(line not in printed for line in shown.splitlines()):
            raise AssertionError(f"$ {command}\n{printed}\nexit code {code}; the page shows:\n{shown}")


def _commands(content: str) -> Iterator[tuple[str, str]]:
    """Yield the commands of a console block, each with what is shown below it."""
    for part in re.split(r"^(?=\$ )", content, flags=re.MULTILINE):
        line, _, shown = part.partition("\n")
        if part:
            yield f"{line}\n", shown


def main() -> int:
    """Rewrite the pages, or with ``--check`` name those that are out of date."""
    changed = 0
    for path in PAGES:
        page = path.read_text(encoding="utf-8")
        if (new := refreshed(page)) != page:
            changed += 1
            print(path.relative_to(ROOT))
            if "--check" not in sys.argv:
                path.write_text(new, encoding="utf-8", newline="\n")
    return changed if "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
