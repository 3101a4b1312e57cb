"""What would notice if a number of the labeler moved: `python -m training.constants`.

Each named number is made a quarter smaller and a quarter larger (a whole number by one at least), the labeled documents
of development are labeled again, and those whose roles change are counted. Numbers inside expressions that are computed
when a module is loaded are not reached.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import arnews.labeling
from arnews.document import Document
from arnews.labeling import label
from arnews.reading import read_text
from arnews.reading.html import read_html
from arnews.text.memory import Kept
from training.corpus import SHARED, rows, texts

__all__ = ["Constant", "changed", "constants"]

FOLDER = Path(arnews.labeling.__file__).parent
STEP = 0.25
"""Share by which a number is moved."""

Number = int | float
Value = Number | tuple[Number, ...]


class Constant(NamedTuple):
    """A named number, or several in a tuple, of a module of the labeler."""

    module: str
    """The module below `arnews.labeling`, with dots."""
    name: str
    value: Value
    reason: str
    """The text right below it, that says unit and reason; empty if there is none."""

    @property
    def is_of_pages(self) -> bool:
        """Whether only pages ask for it."""
        return self.module.startswith("pages.")


def constants() -> Iterator[Constant]:
    """Yield the named numbers of the labeler, in the order of the files."""
    for path in sorted(FOLDER.rglob("*.py")):
        module = path.relative_to(FOLDER).with_suffix("").as_posix().replace("/", ".").removesuffix("__init__")
        body = ast.parse(path.read_text(encoding="utf-8")).body
        for index, node in enumerate(body):
            for name, value in _numbers(node):
                yield Constant(module, name, value, _below(body, index))


def _numbers(node: ast.stmt) -> Iterator[tuple[str, Value]]:
    if not isinstance(node, ast.Assign) or len(node.targets) != 1:
        return
    try:
        value = ast.literal_eval(node.value)
    except ValueError:
        return
    target = node.targets[0]
    names = [
        each.id for each in (target.elts if isinstance(target, ast.Tuple) else [target]) if isinstance(each, ast.Name)
    ]
    values = value if isinstance(target, ast.Tuple) else (value,)
    for name, each in zip(names, values, strict=True):
        if _is_number(each) or (isinstance(each, tuple) and each and all(map(_is_number, each))):
            yield name, each


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _below(body: Sequence[ast.stmt], index: int) -> str:
    """Return the text below an assignment; several in a row may share one, and then say so by its plural."""
    for node in body[index + 1 :]:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            return " ".join(node.value.value.split())
        if not (isinstance(node, ast.Assign) and any(True for _ in _numbers(node))):
            return ""
    return ""


def moved(value: Value, share: float) -> Value:
    """Return a number moved by a share of it.

    >>> moved(40, -0.25), moved(2, 0.25), moved((4, 8), 0.25)
    (30, 3, (5, 10))
    """
    if isinstance(value, tuple):
        return tuple(_moved(each, share) for each in value)
    return _moved(value, share)


def _moved(value: Number, share: float) -> Number:
    if isinstance(value, float):
        return value * (1 + share)
    step = max(1, round(abs(value * share)))
    return value + (step if (share > 0) == (value >= 0) else -step)


def documents() -> tuple[list[Document], list[Document]]:
    """Return the texts and the pages of development."""
    plain = [read_text(text.text) for name in ("dev", "dev2") for text in texts(name)]
    pages = [
        read_html((SHARED / row["file"]).read_bytes(), url=row.get("url"))
        for name in ("html.dev.jsonl", "html.dev2.jsonl")
        if (SHARED / name).exists()
        for row in rows(SHARED / name)
    ]
    return plain, pages


Labels = list[tuple[tuple[int, int, str], ...]]


def labels(found: Sequence[Document]) -> Labels:
    """Return the spans of each document with their roles."""
    return [tuple((each.start, each.end, str(each.role)) for each in label(document).segments) for document in found]


def changed(constant: Constant, share: float, found: Sequence[Document], before: Labels) -> int:
    """Return how many documents are labeled otherwise if a number moves."""
    holders = _holders(constant)
    for module in holders:
        setattr(module, constant.name, moved(constant.value, share))
    _forget()
    try:
        return sum(one != other for one, other in zip(labels(found), before, strict=True))
    finally:
        for module in holders:
            setattr(module, constant.name, constant.value)
        _forget()


def _forget() -> None:
    """Drop all that the labeler remembers: it was made with the numbers as they were."""
    for name, module in list(sys.modules.items()):
        if name.startswith("arnews.labeling."):
            for value in vars(module).values():
                if isinstance(value, Kept):
                    value.clear()
                elif callable(getattr(value, "cache_clear", None)):
                    value.cache_clear()


def _holders(constant: Constant) -> list[ModuleType]:
    """Return the modules that know a number by its name: its own, and for a public name those that import it."""
    own = sys.modules[f"arnews.labeling.{constant.module}".rstrip(".")]
    found = [own]
    if not constant.name.startswith("_"):
        found += [
            module
            for name, module in sys.modules.items()
            if name.startswith("arnews.labeling.") and module is not own
            if getattr(module, constant.name, None) is getattr(own, constant.name)
        ]
    return found


def main() -> None:
    """Print a table of all named numbers, or of those of the modules whose names begin with one of the arguments."""
    plain, pages = documents()
    if not plain or not pages:
        sys.exit("the labeled documents are not there: set ARNEWS_SHARED to the folder that holds corpus/")
    before = labels(plain), labels(pages)
    print(f"| number | value | texts of {len(plain)}, smaller / larger | pages of {len(pages)}, smaller / larger |")
    print("| --- | ---: | ---: | ---: |")
    for constant in constants():
        if not constant.module.startswith(tuple(sys.argv[1:]) or ("",)):
            continue
        cells = []
        for found, known, asked in ((plain, before[0], not constant.is_of_pages), (pages, before[1], True)):
            counts = [str(changed(constant, share, found, known)) for share in (-STEP, STEP)] if asked else ["–"]
            cells.append(" / ".join(counts))
        value = constant.value if isinstance(constant.value, tuple) else f"{constant.value:,}"
        print(f"| `{constant.module}.{constant.name}` | {value} | {cells[0]} | {cells[1]} |", flush=True)


if __name__ == "__main__":
    main()
