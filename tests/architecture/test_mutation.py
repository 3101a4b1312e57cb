"""A function of the labeler that returns something changes nothing that it was given.

What is looked at is the text of the functions: assignments to parts of parameters, calls of methods that change their
object, and calls of functions that do so with what they are given. A name that is bound anew counts as new.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from functools import cache

import pytest

from tests.architecture.sources import modules

# Methods that change their object, of the values of the labeler and of lists, sets and dicts.
_CHANGING = {
    "apply", "assign", "propose", "follow", "drop",
    "append", "extend", "insert", "pop", "remove", "reverse", "sort", "clear", "add", "discard", "update", "setdefault",
}  # fmt: skip

# What keeps an answer in its own object, so that it is found once: nobody sees a change.
KEEPS_ANSWERS = {
    ("labeling/model.py", "_learn_word"),
    ("labeling/pages/text_density.py", "running"),
    ("labeling/pages/text_density.py", "titles"),
}


def _root(node: ast.expr) -> str | None:
    """Return the name that an expression reaches into: `pieces` of ``pieces[0].text``."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Starred):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


def _names(node: ast.expr) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Name):
            yield each.id


def _reaches(node: ast.expr, given: set[str]) -> bool:
    """Tell whether a value is one of those given, or part of one, and no new one."""
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        through = name in ("zip", "enumerate", "reversed", "iter", "next", "max", "min")
        return through and any(_reaches(each, given) for each in node.args)
    if isinstance(node, ast.GeneratorExp | ast.ListComp):
        inner = given | {name for loop in node.generators if _reaches(loop.iter, given) for name in _names(loop.target)}
        return isinstance(node.elt, ast.Name | ast.Attribute) and _reaches(node.elt, inner)
    if isinstance(node, ast.IfExp):
        return _reaches(node.body, given) or _reaches(node.orelse, given)
    if isinstance(node, ast.BoolOp):
        return any(_reaches(each, given) for each in node.values)
    if isinstance(node, ast.List | ast.Tuple):
        return any(_reaches(each, given) for each in node.elts)
    return _root(node) in given


def _bound(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Yield what is bound to what: of ``for at, (a, b) in enumerate(zip(x, y))`` the pairs a, x and b, y."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        if value.func.id == "enumerate" and len(target.elts) == 2:
            yield from _bound(target.elts[1], value.args[0])
            return
        if value.func.id == "zip" and len(target.elts) == len(value.args):
            for part, of in zip(target.elts, value.args, strict=True):
                yield from _bound(part, of)
            return
    yield target, value


def _parameters(function: ast.FunctionDef) -> list[str]:
    arguments = function.args
    return [each.arg for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]


def changes(function: ast.FunctionDef, parameters: Collection[str], changing: Mapping[str, set[int]]) -> Iterator[int]:
    """Yield the lines in which a function changes the value of one of these parameters, or a part of it.

    ``changing`` has the functions that change what they are given, with the places of these arguments.
    """
    given = set(parameters)
    for _ in range(2):  # a name may be used above the line that binds it, in a loop
        for node in ast.walk(function):
            pairs: list[tuple[ast.expr, ast.expr]] = []
            if isinstance(node, ast.For | ast.comprehension):
                pairs = [(node.target, node.iter)]
            elif isinstance(node, ast.Assign):
                pairs = [(target, node.value) for target in node.targets]
            elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value is not None:
                pairs = [(node.target, node.value)]
            for target, value in (each for pair in pairs for each in _bound(*pair)):
                new = isinstance(value, ast.ListComp | ast.List)  # a new list; only its parts were given
                if _reaches(value, given) and not new:
                    given |= {name for name in _names(target) if isinstance(target, ast.Name | ast.Tuple)}
    rebound = {
        target.id
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and not _reaches(node.value, given)
    }
    given -= rebound
    for node in ast.walk(function):
        targets: list[ast.expr] = node.targets if isinstance(node, ast.Assign | ast.Delete) else []
        if isinstance(node, ast.AugAssign | ast.AnnAssign):
            targets = [node.target]
        for target in targets:
            for each in target.elts if isinstance(target, ast.Tuple) else [target]:
                if isinstance(each, ast.Attribute | ast.Subscript) and _root(each) in given:
                    yield each.lineno
        method = node.func if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
        if method is not None and method.attr in _CHANGING and _root(method.value) in given:
            yield method.lineno
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            places = changing.get(node.func.id, set())
            if any(place in places and _reaches(each, given) for place, each in enumerate(node.args)):
                yield node.lineno


@cache
def _changing() -> dict[str, set[int]]:
    """Return the functions of the labeler that change what they are given, with the places of these arguments."""
    functions = [
        node
        for path, tree in modules().items()
        if path.startswith("labeling/")
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    ]
    found: dict[str, set[int]] = {}
    while True:
        before = sum(map(len, found.values()))
        for function in functions:
            for place, name in enumerate(_parameters(function)):
                if any(True for _ in changes(function, {name}, found)):
                    found.setdefault(function.name, set()).add(place)
        if sum(map(len, found.values())) == before:
            return found


def _functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for path, tree in modules().items():
        if path.startswith("labeling/"):
            for node in ast.walk(tree):
                nothing = isinstance(node, ast.FunctionDef) and (
                    node.returns is None or (isinstance(node.returns, ast.Constant) and node.returns.value is None)
                )
                if isinstance(node, ast.FunctionDef) and not nothing:
                    yield path, node


@pytest.mark.parametrize(
    ("path", "function"), [pytest.param(path, node, id=f"{path}:{node.name}") for path, node in _functions()]
)
def test_what_returns_something_changes_nothing(path: str, function: ast.FunctionDef) -> None:
    if (path, function.name) not in KEEPS_ANSWERS:
        assert sorted(set(changes(function, _parameters(function), _changing()))) == []


def test_what_labels_pieces_in_place_is_seen_to_change_them() -> None:
    assert 0 in _changing()["label_alone"]
    assert 0 in _changing()["decide"]
    assert "split_glued" not in _changing()


@pytest.mark.parametrize(
    "body",
    [
        "piece.role = None; return piece",
        "piece.assign(1, 2); return piece",
        "pieces.append(1); return pieces",
        "for each in pieces:\n        each.hint = 1\n    return 2",
        "for at, each in enumerate(pieces):\n        each.assign(at)\n    return 2",
        "first = pieces[0]\n    first.ends = True\n    return 2",
        "del pieces[0]; return pieces",
        "pieces[1:] = []; return pieces",
        "label_alone(pieces); return pieces",
        "label_alone([piece]); return piece",
    ],
)
def test_a_change_is_noticed(body: str) -> None:
    (function,) = ast.parse(f"def label(piece, pieces):\n    {body}\n").body
    assert isinstance(function, ast.FunctionDef)
    assert list(changes(function, _parameters(function), _changing()))


@pytest.mark.parametrize(
    "body",
    [
        "found = [make(each) for each in pieces]\n    found[0].assign(1)\n    return found",
        "found = []\n    found.append(piece)\n    return found",
        "piece = copy(piece)\n    piece.assign(1)\n    return piece",
        "pieces = split_glued(pieces)\n    label_alone(pieces)\n    return pieces",
    ],
)
def test_new_values_may_be_changed(body: str) -> None:
    (function,) = ast.parse(f"def label(piece, pieces):\n    {body}\n").body
    assert isinstance(function, ast.FunctionDef)
    assert list(changes(function, _parameters(function), _changing())) == []
