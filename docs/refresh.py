"""Keep the examples of README.md and docs/ true: run them and write down what they print.

    python docs/refresh.py            rewrite the pages whose output has changed
    python docs/refresh.py --check    only say which pages would change

What is run, page by page and in one folder a page, which holds the examples:

* a ``python`` block; what it prints is the ``text`` block behind it, if there is one,
* a block with ``>>>`` prompts, as a doctest,
* in a ``console`` block, the commands after ``$`` that begin with ``arnews``.

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
PAGES = [ROOT / "README.md", ROOT / "examples" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]

_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^`(?P<path>[\w./-]+)`:\n\n?\Z", re.MULTILINE)
_OPTIONS = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL


def refreshed(page: str) -> str:
    """Return the page with the output of its examples as it is today."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        return _refreshed(page, Path(folder))


def _refreshed(page: str, folder: Path) -> str:
    namespace: dict[str, Any] = {"__name__": "__page__"}
    parts, end, printed = [], 0, None
    for block in _BLOCK.finditer(page):
        between, content = page[end : block.start()], block["content"]
        if file := _FILE.search(between):
            path = folder / file["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
        elif block["kind"] == "text" and printed and not between.strip():
            content, printed = printed, None
        elif ">>> " in content:
            content = _doctest(content, namespace, folder)
        elif block["kind"] == "python":
            printed = _printed(content, namespace, folder)
        elif block["kind"] == "console":
            content = "".join(_commands(content, folder))
        parts += [between, f"```{block['kind']}\n{content}```"]
        end = block.end()
    return "".join([*parts, page[end:]])


def _printed(code: str, namespace: dict[str, Any], folder: Path) -> str:
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.chdir(folder):
        exec(compile(code, "<page>", "exec"), namespace)
    return output.getvalue()


def _doctest(content: str, namespace: dict[str, Any], folder: Path) -> str:
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
        got = _shown(part.source, namespace, folder)
        same = doctest.OutputChecker().check_output(part.want, got, _OPTIONS)
        parts.append(prompts + (part.want if same else got))
    return "".join(parts)


def _shown(source: str, namespace: dict[str, Any], folder: Path) -> str:
    """Return what an interpreter shows after one statement."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.chdir(folder):
        try:
            exec(compile(source, "<page>", "single"), namespace)
        except Exception as error:
            message = "".join(traceback.format_exception_only(error))
            return f"Traceback (most recent call last):\n    ...\n{message}"
    return output.getvalue()


def _commands(content: str, folder: Path) -> Iterator[str]:
    """Yield the lines of a console block; what stands below a command of ours is what it prints now."""
    skipping = False
    for line in content.splitlines(keepends=True):
        if line.startswith("$ "):
            skipping = line.startswith("$ arnews ")
            yield line
            if skipping:
                yield _run(line.removeprefix("$ "), folder)
        elif not skipping:
            yield line


def _run(command: str, folder: Path) -> str:
    """Return what a command prints when it is run in a folder."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    # Which plug-ins happen to be installed changes no page.
    environment = {**os.environ, "PATH": path, "NO_COLOR": "1", "COLUMNS": "100", "ARNEWS_NO_PLUGINS": "1"}
    result = subprocess.run(
        command, shell=True, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    return result.stdout + result.stderr


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
