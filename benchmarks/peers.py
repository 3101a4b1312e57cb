"""The project beside its peers on the same pages: ``python -m benchmarks.peers [NAME …]``.

Each library runs in a process of its own in the environment that ``make bench`` sets up (``.venv-peers``), all
under the same interpreter. The pages go around: each page to every library before the next page, one at a time.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, NamedTuple

from attrs import define, field

from benchmarks.documents import SHARED, rows
from benchmarks.measure import ROOT
from benchmarks.peer_worker import PEERS
from benchmarks.score import Scores, gold_of, scores

ROUNDS = 2
FOLDER = ROOT / ".venv-peers"
PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
REAL = """\
Real pages. arnews learned from them, and its rules were written with them in view; the others were not made with
them. What arnews does on sites that it did not learn from is above."""
OWN = """\
Pages of imagined outlets in the manner of thirty systems (`tests/corpus/own`), written by somebody who did not know
the code. Nobody learned from them; arnews was mended with some of them in view, the others were not."""
ORDINARY = """\
Ordinary pages of imagined outlets, each in the manner of another system, written by somebody else who did not know the
code. Nobody learned from them. What labels pages was mended with two of them in view, what reads fields with all."""
ERAS = """\
Ordinary pages of imagined outlets of the years from 2003 on, written by three more writers who did not know the code.
Nobody learned from them. At the first look arnews had body F1 .997, .970 and .958, exact .90, .65 and .79 on the three
parts; what labels pages was mended with eight of them in view, what reads fields with all."""
TABLE_HEAD = """\
| | pages/s | ms a page, median | body F1 | exact | precision | recall | headline | date | authors | lists left empty |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""


class Page(NamedTuple):
    """A page, with what a reader marked on it or its writer says of it."""

    path: Path
    url: str | None
    is_article: bool
    gold: dict[str, Any]
    """Body, headline, date and authors."""


@define
class Runner:
    """A library in its own process."""

    name: str
    version: str = ""
    absent: str | None = None
    answers: dict[Path, dict[str, Any]] = field(factory=dict)
    seconds: dict[Path, list[float]] = field(factory=dict)
    process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Runner:
        command = [str(PYTHON), "-m", "benchmarks.peer_worker", self.name]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
        )
        hello = self._read()
        self.absent, self.version = hello.get("absent"), hello.get("version", "")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.process and self.process.stdin:
            self.process.stdin.close()
            self.process.wait(timeout=30)

    def ask(self, page: Page, *, timed: bool = True) -> None:
        """Give the library a page, unless it has ended."""
        if self.absent is not None or self.process is None or self.process.stdin is None:
            return
        try:
            self.process.stdin.write(json.dumps({"path": str(page.path), "url": page.url}) + "\n")
            self.process.stdin.flush()
        except OSError:
            self.absent = f"its process ended at {page.path.name}"
            return
        answer = self._read()
        self.absent = answer.get("absent")
        if timed and self.absent is None:
            self.answers[page.path] = answer
            self.seconds.setdefault(page.path, []).append(answer["seconds"])

    def _read(self) -> dict[str, Any]:
        line = self.process.stdout.readline() if self.process and self.process.stdout else ""
        read: dict[str, Any] = json.loads(line) if line else {"absent": "its process ended"}
        return read

    def milliseconds(self) -> list[float]:
        """Return the median of the rounds for each page."""
        return [statistics.median(each) * 1e3 for each in self.seconds.values()]


def main(names: list[str]) -> None:
    """Print the tables for these libraries, by default for all."""
    for line in peer_tables(names or list(PEERS)):
        print(line)


def peer_tables(names: list[str]) -> list[str]:
    """Return the lines of a table for each set of pages, or one sentence about what is missing."""
    if not PYTHON.exists():
        return ["The peers are not installed: `make bench` installs them."]
    pages = marked_pages()
    real = _table(names, pages, REAL) if pages else ["There are no marked pages: `ARNEWS_SHARED` names their folder."]
    with TemporaryDirectory() as folder:
        tables = [
            ["", *_table(names, own_pages(Path(folder), name), told)]
            for name, told in (("pages", OWN), ("ordinary_pages", ORDINARY), ("era_pages", ERAS))
        ]
    return [*real, *(line for table in tables for line in table)]


def _table(names: list[str], pages: list[Page], told: str) -> list[str]:
    runners = [Runner(name) for name in names]
    _run(runners, pages)
    articles = sum(page.is_article for page in pages)
    size = statistics.mean(page.path.stat().st_size for page in pages) / 1e3
    found = sorted(runners, key=lambda runner: -_scores_of(runner, pages).f1 if runner.absent is None else 1)
    return [
        f"{len(pages)} pages, {size:,.0f} kB each, {articles} of them articles; CPython {_python_version()}, a process",
        f"each, by turns; CPU time, the median of {ROUNDS} rounds of each page. Body, fields and lists as marked by a",
        "reader or told by the writer; date by day.",
        told,
        "",
        TABLE_HEAD,
        *(_row(runner, pages) for runner in found),
        "",
        *_comparison(runners),
    ]


def marked_pages() -> list[Page]:
    """Return the pages of the measuring data."""
    index, gold = SHARED / "corpus" / "html.dev.jsonl", SHARED / "corpus" / "html.gold.dev.jsonl"
    if not (index.is_file() and gold.is_file()):
        return []
    marked = {row["id"]: row for row in rows(gold)}
    return [
        Page(SHARED / "corpus" / row["file"], row.get("url"), row["page"] == "article", gold_of(marked[row["id"]]))
        for row in rows(index)
        if row["id"] in marked
    ]


def own_pages(folder: Path, name: str) -> list[Page]:
    """Return the pages of imagined outlets in a file that comes with the project, written into a folder."""
    found = []
    for row in rows(ROOT / "tests" / "corpus" / "own" / f"{name}.jsonl"):
        path = folder / f"{row['id']}.html"
        path.write_text(row["html"], encoding="utf-8")
        told = {**row, **row.get("fields", {})}
        gold = {"headline": row["headline"], "date": told.get("date_published"), "authors": told.get("authors")}
        found.append(Page(path, None, row["kind"] == "article", {**gold, "body": "\n".join(row["body"])}))
    return found


def _run(runners: list[Runner], pages: list[Page]) -> None:
    started = []
    try:
        for runner in runners:
            started.append(runner.__enter__())
            runner.ask(pages[0], timed=False)
        for number in range(ROUNDS):
            for page in pages:
                for runner in runners:
                    runner.ask(page)
            print(f"round {number + 1} of {ROUNDS}", file=sys.stderr)
    finally:
        for runner in started:
            runner.__exit__(None, None, None)


def _scores_of(runner: Runner, pages: list[Page]) -> Scores:
    return scores((page.gold, runner.answers[page.path]) for page in pages if page.is_article)


def _row(runner: Runner, pages: list[Page]) -> str:
    if runner.absent is not None:
        return f"| {runner.name} | could not be measured: {runner.absent} |" + " |" * 9
    times = runner.milliseconds()
    given = _scores_of(runner, pages)
    lists = [page for page in pages if not page.is_article]
    empty = sum(not (runner.answers[page.path].get("body") or "").strip() for page in lists)
    errors = sum("error" in answer for answer in runner.answers.values())
    cells = [
        f"{runner.name} ({runner.version})" + (f", {errors} pages raised" if errors else ""),
        f"{1e3 * len(times) / sum(times):,.1f}",
        f"{statistics.median(times):,.2f}",
        *("–" if value is None else f"{value:.3f}" for value in given),
        f"{empty} of {len(lists)}",
    ]
    return f"| {' | '.join(cells)} |"


def _comparison(runners: list[Runner]) -> list[str]:
    """Return how many times as fast the project is as each other library, over all pages of this run."""
    total = {runner.name: sum(runner.milliseconds()) for runner in runners if runner.absent is None}
    own = total.pop("arnews", None)
    if own is None or not total:
        return []
    parts = [f"{name} {spent / own:.2g}" for name, spent in sorted(total.items(), key=lambda item: -item[1])]
    return [f"Time of the others as a multiple of that of arnews: {', '.join(parts)}."]


def _python_version() -> str:
    code = "import platform; print(platform.python_version())"
    return subprocess.run([PYTHON, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    main(sys.argv[1:])
