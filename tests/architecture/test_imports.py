"""Imports go downward only, none in a circle; private names stay at home; each foreign library has one door."""

from __future__ import annotations

import ast
import sys

import pytest

from tests.architecture.sources import imported, modules

# A module may import from the layers above its own line, and from its own package.
LAYERS = (
    ("text", "version", "data_files"),
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
    ("corpus", "compiling"),
    ("teaching",),
    ("cli", "testing"),
    ("__main__",),
)

# A value asks for its view only when a notebook shows it.
UPWARD = {"article.py": {"arnews.export.notebook"}}

# Inside the fields: what they are read from, then what several of them share, the fields, their table, the article.
FIELD_LAYERS = (
    ("site", "date_match", "picture_files", "names", "said"),
    ("context",),
    ("pictured",),
    ("called", "captions", "section_names", "linked", "filed", "credit_lines", "date_stamps", "menus", "unsigned"),
    ("author_names",),
    ("among",),
    ("unnamed", "section_bylines", "site_lines", "mentioned"),
    ("credits", "date_lines", "dates_apart"),
    (),  # the fields themselves: a new one is a file and a row, and has no place here
    ("table", "absent", "doubts", "error_page", "stated"),
    ("article",),
)  # fmt: skip

# The only modules that may import a library; `attrs` is part of the language here.
DOORS = {
    "hijridate": {"dates/values.py"},
    "dateparser": {"dates/foreign.py"},
    "selectolax": {"reading/html.py"},
    # the last three know its types only
    "turbohtml": {"reading/html.py", "reading/collect_metadata.py", "reading/emphasis.py", "reading/walk.py"},
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


def _field_layer(name: str) -> int:
    return next((depth for depth, parts in enumerate(FIELD_LAYERS) if name in parts), _FIELDS_THEMSELVES)


_FIELDS_THEMSELVES = FIELD_LAYERS.index(())


@pytest.mark.parametrize("path", [path for path in modules() if path.startswith("fields/")])
def test_imports_inside_the_fields_go_downward(path: str) -> None:
    here = _field_layer(path.removeprefix("fields/").removesuffix(".py"))
    for name in imported(modules()[path]):
        if name.startswith("arnews.fields."):
            there = _field_layer(name.removeprefix("arnews.fields."))
            assert there < here or there == here == _FIELDS_THEMSELVES, f"{path} imports {name}, which is not below it"


def _edges() -> dict[str, set[str]]:
    """Return for each module the modules of the package that it imports, inside functions too."""
    names = {path: path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in modules()}
    known = set(names.values())
    found: dict[str, set[str]] = {}
    for path, tree in modules().items():
        own = found.setdefault(names[path], set())
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("arnews."):
                module = (node.module or "").removeprefix("arnews.")
                if node.module in UPWARD.get(path, set()):
                    continue
                inner = {f"{module}.{alias.name}" for alias in node.names}
                own |= {name for name in inner if name in known} or {module}
    return found


def circles(edges: dict[str, set[str]]) -> set[frozenset[str]]:
    """Return the sets of modules that import each other, be it by way of others."""

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            for name in edges.get(waiting.pop(), ()):
                if name not in seen:
                    seen.add(name)
                    waiting.append(name)
        return seen

    below = {name: reached(name) for name in edges}
    return {
        frozenset(other for other in below[name] if name in below.get(other, ()))
        for name in edges
        if name in below[name]
    }


# A reader of archives and the sources that choose it.
KNOWN_CIRCLES = {frozenset({"corpus.sources", "corpus.warc"})}


def test_no_modules_import_each_other() -> None:
    assert circles(_edges()) <= KNOWN_CIRCLES


def test_a_circle_is_noticed() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}) == {frozenset({"b", "c"})}
    assert circles({"a": {"b"}, "b": {"c"}, "c": set()}) == set()


@pytest.mark.parametrize("path", modules())
def test_no_private_name_leaves_its_module(path: str) -> None:
    tree = modules()[path]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "arnews":
            private = [alias.name for alias in node.names if alias.name.startswith("_")]
            assert private == [], f"{path} imports {private} from {node.module}"


@pytest.mark.parametrize("path", modules())
def test_each_library_has_one_door(path: str) -> None:
    for name in imported(modules()[path]):
        root = name.split(".")[0]
        if root == "arnews" or root in sys.stdlib_module_names or root in EVERYWHERE:
            continue
        allowed = path.startswith("testing/") if root in FOR_TESTS else path in DOORS.get(root, set())
        assert allowed, f"{path} imports {root}"
