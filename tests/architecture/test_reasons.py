"""Nobody asks for the name of a reason, and every step of the labeler is in the catalogue, with its sentences."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator

import pytest

from arnews.document import Origin
from arnews.labeling.steps import all_steps
from arnews.roles import Role
from arnews.rules import RuleBook
from tests.architecture.sources import PACKAGE, ROOT, modules, strings

# A reason that was read from a record has nothing but its name: its sentence is looked up there.
EXEMPT = {"export/reasons.py"}
# What is trained from the labeler asks it the same questions.
TRAINING = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"), str(path))
    for path in sorted((ROOT / "training").glob("*.py"))
}
_METHODS = {"startswith", "endswith", "partition", "split", "removeprefix", "removesuffix"}
_STEP = re.compile(
    r"(?:alone|body|cut|embeds|head|label|model|outlet|page|parser|split|structure)\.[a-z_]+(?:-[a-z]+)*"
)
_ARABIC = re.compile("[\u0621-\u064a]")


def _names_a_reason(node: ast.expr) -> bool:
    """Tell whether an expression is the name of a reason: ``x.reason.name``, or ``x.rule`` of a segment."""
    if not isinstance(node, ast.Attribute):
        return False
    of = node.value
    of_reason = (isinstance(of, ast.Attribute) and of.attr == "reason") or (
        isinstance(of, ast.Name) and of.id == "reason"
    )
    return (node.attr == "name" and of_reason) or (node.attr == "rule" and not of_reason)


def _is_id_of_rule(node: ast.expr) -> bool:
    if not (isinstance(node, ast.Attribute) and node.attr == "id"):
        return False
    of = node.value
    return (of.id if isinstance(of, ast.Name) else of.attr if isinstance(of, ast.Attribute) else "") == "rule"


def _is_text(node: ast.expr) -> bool:
    """Tell whether an expression can only be a text, or several: a literal, or a constant of a module."""
    if isinstance(node, ast.Tuple | ast.Set | ast.List):
        return any(map(_is_text, node.elts))
    constant = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return constant or (isinstance(node, ast.Name) and node.id.isupper())


def comparisons(tree: ast.Module) -> Iterator[int]:
    """Yield the lines that compare the name of a reason, or the id of a rule with a literal."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and not all(isinstance(op, ast.Is | ast.IsNot) for op in node.ops):
            sides = [node.left, *node.comparators]
            by_id = any(map(_is_id_of_rule, sides))
            if any(map(_names_a_reason, sides)) or (by_id and any(map(_is_text, sides))):
                yield node.lineno
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            method = node.func.attr in _METHODS and _names_a_reason(node.func.value)
            looked_up = node.func.attr == "get" and any(map(_names_a_reason, node.args))
            if method or looked_up:
                yield node.lineno
        elif isinstance(node, ast.Subscript) and _names_a_reason(node.slice):
            yield node.lineno


@pytest.mark.parametrize("path", [path for path in (*modules(), *TRAINING) if path not in EXEMPT])
def test_nobody_compares_names_of_reasons(path: str) -> None:
    assert list(comparisons(modules().get(path) or TRAINING[path])) == []


@pytest.mark.parametrize(
    "line",
    [
        'segment.rule == "page.title"',
        "segment.rule in TRAILS",
        '"translat" in segment.rule',
        'segment.rule.endswith("breadcrumb")',
        'segment.reason.name == "page.title"',
        "rules.get(segment.rule)",
        "rules[reason.name]",
        'rule.id == "navigation/home"',
        "rule.id == HOME",
        'segment.reason.rule.id == "navigation/home"',
    ],
)
def test_a_comparison_is_noticed(line: str) -> None:
    assert list(comparisons(ast.parse(line))) == [1]


@pytest.mark.parametrize(
    "line",
    ["reason.rule in rules", "reason.means is Means.HOME", "segment.reason.rule is None", "print(segment.rule)"],
)
def test_other_questions_are_allowed(line: str) -> None:
    assert list(comparisons(ast.parse(line))) == []


_TAKERS = ("parser.py", "fields/absent.py", "fields/article.py", "fields/stated.py")
"""Modules beside the labeler that give roles."""


def _used() -> set[str]:
    """Return the names of steps that the labeler writes down, the computed ones too."""
    found = {
        text
        for path, tree in modules().items()
        if path.startswith("labeling/") or path in _TAKERS
        for _, text in strings(tree)
        if _STEP.fullmatch(text) and not text.endswith(".json")
    }
    hints = tomllib.loads((PACKAGE / "labeling" / "data" / "hints.toml").read_text(encoding="utf-8"))
    # What an element is called where others have their own steps, or say nothing of what is in it.
    told = set(hints) - {"byline", "caption", "timestamp", "deck"}
    found |= {f"page.{role}" for role in told}
    found |= {f"model.{role}" for role in Role}
    return found | {f"{step}.{role}" for step in ("alone", "split") for role in (Role.BYLINE, Role.DATELINE)}


def test_the_catalogue_has_every_step_and_no_other() -> None:
    assert _used() == set(all_steps())


def test_every_step_says_why_in_both_languages() -> None:
    for name, reason in all_steps().items():
        assert reason.name == name
        assert reason.rule is None
        for why in (reason.why, reason.why_ar):
            assert why.endswith("."), name
        assert _ARABIC.search(reason.why_ar), name
        assert not _ARABIC.search(reason.why), name


def test_every_shipped_rule_says_why_in_both_languages() -> None:
    for rule in RuleBook.shipped():
        assert rule.why.endswith("."), rule.id
        assert rule.why_ar.endswith("."), rule.id
        assert _ARABIC.search(rule.why_ar), rule.id


def test_steps_rest_on_every_kind_of_evidence() -> None:
    assert {reason.origin for reason in all_steps().values()} == set(Origin)
