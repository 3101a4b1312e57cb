"""What was weighed for each line, told after the decision: its facts, its neighbors, the best other role.

Nothing here decides. The figures are exact: the roles of all lines together are those with the highest sum of weights,
so the best sequence is compared with the best one in which a line has another role.
"""

from __future__ import annotations

from collections.abc import Sequence

from arnews.document import Beside, Decision, Weight
from arnews.labeling.facts import facts_of
from arnews.labeling.model import Model
from arnews.labeling.view import View
from arnews.roles import Role

__all__ = ["FAVOR", "NEVER", "decisions_of"]

NEVER = -1_000_000
"""The score of a role that the evidence rules out."""
FAVOR = "favor"
"""The name that a margin in favor of a role has among the facts."""
_FOLLOWED = 6
"""Roles of other lines that are followed, the best ones: those below never win in a text."""

_Ways = dict[int, int]
"""The best score of a part of the text that ends, or begins, with a line of each role."""


def decisions_of(
    view: View, model: Model, lines: Sequence[Sequence[int] | int], roles: Sequence[Role]
) -> list[Decision]:
    """Return what was weighed for each line.

    ``lines`` are the scores of each line, or the index of the role that was given; ``roles`` are what was decided.

    >>> from arnews.labeling.pieces import make
    >>> from arnews.labeling.view import view_of
    >>> model = Model(roles=(Role.BODY, Role.SHARE), weights={"w:شارك": (1, 300)}, steps=((0, 0), (0, 0)))
    >>> view = view_of([make(0, "شارك")])
    >>> (found,) = decisions_of(view, model, [[0, 300]], [Role.SHARE])
    >>> str(found.runner_up), found.margin, found.facts[0].fact
    ('body', 300, 'w:شارك')
    """
    states = [_states(line, model.roles.index(role)) for line, role in zip(lines, roles, strict=True)]
    above = _ways(lines, states, model.steps)
    below = _ways(lines[::-1], states[::-1], tuple(zip(*model.steps, strict=True)))[::-1]
    found: list[Decision] = []
    for index, (line, role) in enumerate(zip(lines, roles, strict=True)):
        piece = view.pieces[index]
        known = Decision(role, piece.reason, piece.role, piece.hard)
        if isinstance(line, int):
            found.append(known)
            continue
        beside = (above[index - 1] if index else None, below[index + 1] if index + 1 < len(lines) else None)
        found.append(_weighed(known, facts_of(view, index), model, line, beside))
    return found


def _weighed(
    known: Decision, facts: list[str], model: Model, line: Sequence[int], beside: tuple[_Ways | None, _Ways | None]
) -> Decision:
    decided = model.roles.index(known.role)
    others = [state for state in range(len(line)) if state != decided and line[state] > NEVER // 2]
    if not others:
        return known
    runner_up = max(others, key=lambda state: line[state] + sum(rest for _, _, rest in _best(state, beside, model)))
    weights = [Weight(fact, scores[decided], scores[runner_up]) for fact in facts for scores in [model.scores([fact])]]
    favor = Weight(
        FAVOR,
        line[decided] - sum(weight.decided for weight in weights),
        line[runner_up] - sum(weight.other for weight in weights),
    )
    neighbors: list[Beside | None] = []
    elsewhere = 0
    for here, there in zip(_best(decided, beside, model), _best(runner_up, beside, model), strict=True):
        (role, step, whole), (other_role, other, other_whole) = here, there
        elsewhere += (other_whole - other) - (whole - step)
        neighbors.append(None if role is None or other_role is None else Beside(role, step, other_role, other))
    return Decision(
        known.role,
        known.evidence,
        known.proposed,
        known.certain,
        facts=tuple(
            sorted(
                (each for each in (*weights, favor) if each.decided or each.other), key=lambda each: -each.difference
            )
        ),
        runner_up=model.roles[runner_up],
        above=neighbors[0],
        below=neighbors[1],
        elsewhere=elsewhere,
    )


def _best(state: int, beside: tuple[_Ways | None, _Ways | None], model: Model) -> list[tuple[Role | None, int, int]]:
    """Return for both neighbors the role that is best beside a role, the weight of the pair, and that of all beyond."""
    found: list[tuple[Role | None, int, int]] = []
    for ways, is_above in zip(beside, (True, False), strict=True):
        if ways is None:
            found.append((None, 0, 0))
            continue
        step = {near: model.steps[near][state] if is_above else model.steps[state][near] for near in ways}
        near = max(ways, key=lambda each: ways[each] + step[each])
        found.append((model.roles[near], step[near], ways[near] + step[near]))
    return found


def _states(line: Sequence[int] | int, decided: int) -> list[int]:
    """Return the roles of a line that are followed."""
    if isinstance(line, int):
        return [line]
    ranked = sorted(range(len(line)), key=lambda state: -line[state])[:_FOLLOWED]
    return sorted({*(state for state in ranked if line[state] > NEVER // 2), decided})


def _ways(
    lines: Sequence[Sequence[int] | int], states: Sequence[list[int]], steps: Sequence[Sequence[int]]
) -> list[_Ways]:
    """Return for each line and role the best score of all lines up to it that ends with that role."""
    found: list[_Ways] = []
    for line, here in zip(lines, states, strict=True):
        before = found[-1] if found else None
        found.append(
            {
                state: (0 if isinstance(line, int) else line[state])
                + (0 if before is None else max(score + steps[near][state] for near, score in before.items()))
                for state in here
            }
        )
    return found
