"""Imports go downward only, and each foreign library has one door."""

from __future__ import annotations

import sys

import pytest

from tests.architecture.sources import imported, modules

# A module may import from the layers above its own line, and from its own package.
LAYERS = (
    ("text", "version"),
    ("page", "addresses", "roles", "issues"),
    ("printing",),
    ("errors",),
    ("limits",),
    ("dates",),
    ("rules", "credits"),
    ("document",),
    ("article",),
    ("guard",),
    ("reading", "labeling"),
    ("fields",),
    ("outlets",),
    ("many",),
    ("parser",),
    ("export", "console"),
    ("arrow", "inputs"),
    ("corpus",),
    ("teaching", "arguments"),
    ("explain_command", "outlet_commands"),
    ("cli", "testing"),
    ("__main__",),
)

# A value asks for its view only when a notebook shows it.
UPWARD = {"article.py": {"arnews.export.notebook"}}

# The only modules that may import a library; `attrs` is part of the language here.
DOORS = {
    "hijridate": {"dates/values.py"},
    "dateparser": {"dates/foreign.py"},
    "selectolax": {"reading/html.py"},
    "turbohtml": {"reading/html.py", "reading/stated.py", "reading/walk.py"},  # the last two know its types only
    "pyarrow": {"arrow.py", "corpus/convert.py", "corpus/parts.py", "corpus/sources.py", "corpus/worker.py"},
    "fastwarc": {"corpus/warc.py"},
    "tqdm": {"corpus/progress.py"},
    "publicsuffixlist": {"outlets/domains.py"},
}
EVERYWHERE = {"attr", "attrs"}
FOR_TESTS = {"hypothesis", "pytest"}


def _layer(name: str) -> int:
    for depth, parts in enumerate(LAYERS):
        if name in parts:
            return depth
    raise AssertionError(f"{name} has no place in the layers")


@pytest.mark.parametrize("path", modules())
def test_imports_go_downward(path: str) -> None:
    here = path.removesuffix(".py").split("/")[0]
    if here == "__init__":
        return
    for name in imported(modules()[path]):
        root, _, below = name.partition(".")
        if root == "arnews":
            part = below.split(".")[0]
            if name in UPWARD.get(path, set()):
                continue
            assert part, f"{path} imports the package itself: import the module that has the name"
            assert part == here or _layer(part) < _layer(here), f"{path} imports {name}, which is not below it"


@pytest.mark.parametrize("path", modules())
def test_each_library_has_one_door(path: str) -> None:
    for name in imported(modules()[path]):
        root = name.split(".")[0]
        if root == "arnews" or root in sys.stdlib_module_names or root in EVERYWHERE:
            continue
        allowed = path.startswith("testing/") if root in FOR_TESTS else path in DOORS.get(root, set())
        assert allowed, f"{path} imports {root}"
