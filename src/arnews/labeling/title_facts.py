"""Facts of the words of a first line, by which title and lead are told apart.

What a word says is a few keys; the facts that a key means are spelled out only where nobody knows their weights yet.
"""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["NOTHING", "Key", "spelled"]

Key = tuple[str | int | bool, ...]
"""A kind of fact and its values."""


NOTHING: Key = ("nothing",)
"""What is said of the first word, which nothing is before."""


def spelled(key: Key) -> list[str]:
    """Return the facts that a key means: its values alone, and together where together they say more.

    >>> spelled(("bracketed", 3, True, "2", "1"))
    ['dateline(', 'dateline(3']
    """
    kind, *values = key
    return _SPELLED[str(kind)](*map(str, values))


def _spell_own(
    opener: str, verb: str, form: str, kind: str, after: str, second: str, word: str, dated: str, first: str
) -> list[str]:
    facts = [
        "word", "op:" + opener, "v:" + verb, "vo:" + verb + opener, "form:" + form, "kind:" + kind,
        "next:" + after + second + (verb if verb != "-" else opener), ("and" if form[0] == "و" else "own") + verb,
    ]  # fmt: skip
    if word:
        facts.append("w:" + word)
    if dated == "True":
        facts.append("dated:" + kind)
    return ["first", *["first:" + fact for fact in facts]] if first == "True" else facts


def _spell_above(end: str, opener: str, verb: str, form: str, length: str, before: str) -> list[str]:
    return [
        "end:" + end, "eo:" + end + opener, "ev:" + end + verb, "ef:" + end + form, "len:" + length, "after" + before
    ]  # fmt: skip


def _spell_again(share: str, near: str, opener: str, form: str, restart: str, *flags: str) -> list[str]:
    facts = [name for name, flag in zip(_FLAGS, flags, strict=True) if flag == "True"]
    if restart != "0":
        facts.append("restart" + restart)
    if share != "-":
        least = min(3, int(share))
        facts += ["again:" + share, f"ao:{least}{opener}", f"af:{min(2, least)}{form}", "near:" + near]
    return facts


def _spell_bracketed(words: str, dash: str, opener: str, verb: str) -> list[str]:
    if dash == "True":
        return ["dateline(", "dateline(" + words]
    # Most brackets are no datelines: what is after them tells.
    return ["bracket" + words + verb, "bracket" + opener]


def _spell_placed(words: str, opener: str, verb: str) -> list[str]:
    return ["dateline-" + words + opener, "dateline-v" + verb, "dateline-" + opener]


def _spell_endings(before: str, after: str) -> list[str]:
    return ["ends:" + before + after, "ends-:" + before[-1] + after[-1]]


_FLAGS = ("first-again", "in-title", "next-in-title", "second-in-title")
_SPELLED: dict[str, Callable[..., list[str]]] = {
    "nothing": lambda: [],
    "is": lambda word: ["is:" + word],
    "after": lambda word: ["after:" + word],
    "endings": _spell_endings,
    "own": _spell_own,
    "above": _spell_above,
    "again": _spell_again,
    "bracketed": _spell_bracketed,
    "placed": _spell_placed,
}
