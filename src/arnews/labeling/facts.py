"""Facts of lines that the model weighs: length, marks, words, place, neighbors.

A fact is a short string, «kind:value».
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection

from arnews.credits.tables import tables
from arnews.labeling.pieces import Piece
from arnews.labeling.title_cut import opener_class
from arnews.labeling.view import CLASS_OF, OPENING, Base, View, distance_class
from arnews.labeling.word_facts import ABOVE, BELOW, SHORT_LINE, Spoken, spoken_of, told
from arnews.labeling.words import load_words
from arnews.text.fold import squeeze

__all__ = ["Key", "facts_by_kind", "facts_of", "spelled"]

_SHARES = (0.0001, 0.15, 0.3, 0.5, 0.75, 0.999)
"""Upper ends of the classes into which shares are put: none, some, all, and four between."""
_NAMES = "0123456"
"""Names of the classes into which shares and counts are put."""
_NONE, _ALL = _NAMES[0], _NAMES[-1]
_HEAD = 100
"""Code points at the head of a line that are looked at for digits and Latin letters."""
_NAME_WORDS = 8
"""Words up to which a line may be a list of names."""
_NEIGHBOR_WORDS = 6
"""Words of a neighbor up to which they are facts of the line, too: it may be a heading."""
_FOLLOWING = 4
"""Lines whose words tell whether another article begins."""
_OWNED_LONGEST = 300
"""Code points of a caption."""
_OWNER_LONGEST = 40
"""Code points at the end of a line among which the owner of a photo is."""
_AFTER_DASH = re.compile(r"[-\u2013\u2014/|:]\s*([^-\u2013\u2014/|:()]{2,30})$")


def _share(words: list[str], known: Collection[str]) -> str:
    """Return the class of the share of words that are known."""
    return _NAMES[bisect_right(_SHARES, sum(map(known.__contains__, words)) / len(words))]


def _share_of(topic: frozenset[str], known: frozenset[str]) -> str:
    """Return the class of the share of stems that are known."""
    return _NAMES[bisect_right(_SHARES, len(topic & known) / len(topic))]


def facts_of(view: View, index: int) -> list[str]:
    """Return the facts of one line.

    >>> from arnews.labeling.pieces import make
    >>> from arnews.labeling.view import view_of
    >>> facts = facts_of(view_of([make(0, "شارك المقال")]), 0)
    >>> "w:شارك" in facts, "L:1" in facts
    (True, True)
    """
    keys, spoken = facts_by_kind(view, index)
    return [*(fact for key in keys for fact in spelled(key)), *told(spoken)]


def facts_by_kind(view: View, index: int) -> tuple[list[Key], Spoken]:
    """Return the facts of one line as keys, which few lines differ in, and the words that are facts.

    What a key says is the same for all lines that have it, so its weights are added up once (`spelled`).
    """
    piece, words, count, base = view.pieces[index], view.words[index], view.counts[index], view.base
    own, place, above, context = base[index], view.places[index], view.above[index], view.context[index]
    below = index + 1 if index + 1 < len(base) else None
    size = "s" if count <= SHORT_LINE else "l"
    keys: list[Key] = [
        ("own", own, place),
        ("form", place, view.distances[index], CLASS_OF[piece.plain[0]], view.shape, _NAMES[min(index, 4)]),
        (
            "around", place, above, view.below[index], view.runs[index], piece.gap, piece.glued,
            below is not None and view.pieces[below].glued, view.ended[index], piece.key in view.repeated,
        ),
        _letters(piece, words, count, place, size),
        ("beside", "-1", own.beside, base[index - 1] if index else None, place),
        ("beside", "+1", own.beside, base[below] if below is not None else None, place),
    ]  # fmt: skip
    owner = _owner(piece)
    if owner:
        keys.append(("owner", owner, place, own))
    if context != "-":
        keys.append(("context", context, place, above, own))
    if piece.reason is not None:
        keys.append(("rule", place, piece.reason.name))
    if piece.marks:
        keys.append(("page", *piece.marks))
    topic = view.topics[index]
    if topic:
        prose = _ALL if index in view.paragraphs else _share_of(topic, view.prose)
        # The lead is one of the paragraphs, so what shares no word with them shares none with it.
        lead = _ALL if index == view.first else _NONE if prose == _NONE else _share_of(topic, view.lead)
        opening, shift = (None, None) if size == "s" else _shared_with_opening(view, index, topic, prose)
        keys += (
            ("topic", place, size, lead, prose, opening, shift),
            (
                "neighbors", size, _share_of(topic, view.topics[index - 1]) if index else "-",
                _share_of(topic, view.topics[below]) if below is not None else "-",
            ),
        )  # fmt: skip
    if not words:
        keys.append(("wordless",))
    spoken = spoken_of(words, count, place) if words else Spoken([], ())
    if index and view.counts[index - 1] <= _NEIGHBOR_WORDS:  # it may be a heading
        spoken.words.append((ABOVE, view.words[index - 1]))
    if below is not None and view.counts[below] <= _NEIGHBOR_WORDS:
        spoken.words.append((BELOW, view.words[below]))
    return keys, spoken


Key = tuple[str | int | bool | Base | None, ...]
"""A kind of fact and its values."""


def spelled(key: Key) -> list[str]:
    """Return the facts that a key means: its values alone, and together where together they say more.

    >>> spelled(("rule", "a", "share/article"))
    ['r:share/article', 'rf:sharea']
    """
    kind, *values = key
    return _SPELLED[str(kind)](*values)


def _spell_own(base: Base, place: str) -> list[str]:
    evidence, length, last = base.evidence, base.length, base.last
    return [
        "bias", "e:" + evidence, "L:" + length, "z:" + place, "zL:" + place + length, "eL:" + evidence + length,
        "ez:" + evidence + place, "lc:" + last, "Lc:" + length + last, "zLc:" + place + length + last,
    ]  # fmt: skip


def _spell_form(place: str, distance: str, first: str, shape: str, index: str) -> list[str]:
    return ["zd:" + place + distance, "fc:" + first, "zf:" + place + first, "m:" + shape + place, "ix:" + index]


def _spell_around(
    place: str, above: str, below: str, run: str, gap: int, glued: bool, goes_on: bool, ended: bool, twice: bool
) -> list[str]:
    facts = ["hb:" + above + place, "ha:" + below + place]
    if run != "0":
        facts.append("run:" + run + place)
    flags = (("glued", glued), ("on", goes_on), ("ended", ended), ("twice", twice))
    return [*facts, f"gap:{gap}{place}", *[f"{name}:{place}" for name, flag in flags if flag]]


def _spell_owner(mark: str, place: str, base: Base) -> list[str]:
    return ["by:" + mark + place, "byL:" + mark + base.length]


def _spell_context(context: str, place: str, above: str, base: Base) -> list[str]:
    return ["cx:" + context + place, "cxL:" + context + base.length + base.last, "cxd:" + context + above + place]


def _spell_letters(place: str, size: str, digits: str, latin: str, opener: str, names: str) -> list[str]:
    return ["dg:" + digits, "la:" + latin, "op:" + opener + place, "op:" + opener + size, "nm:" + names + place]


def _spell_rule(place: str, name: str) -> list[str]:
    return ["r:" + name, "rf:" + name.partition("/")[0] + place]


def _spell_page(side: str, place: str, kin: str, kind: str, linked: str, called: str, pure: str) -> list[str]:
    return [
        "page", f"p:{side}:{place}", f"p:kin:{kin}:{place}", f"p:kind:{kind}:{kin}", f"p:kind:{kind}:{place}",
        f"p:linked:{linked}:{kin}:{place}", f"p:called:{called}:{place}", f"p:pure:{pure}:{place}",
    ]  # fmt: skip


def _spell_topic(place: str, size: str, lead: str, prose: str, opening: str | None, shift: str | None) -> list[str]:
    facts = ["ol:" + lead + place, "oa:" + prose + place + size]
    if opening is not None and shift is not None:
        facts += ["o3:" + opening + place, "shift:" + shift + place]
    return facts


def _spell_neighbors(size: str, above: str, below: str) -> list[str]:
    return ["op_:" + above + size, "on_:" + below + size]


def _spell_beside(step: str, own: Base, other: Base | None, place: str) -> list[str]:
    if other is None:
        return [step + "edge"]
    evidence, length = own.evidence, own.length
    return [
        step + "e" + other.evidence, step + "le" + length + other.evidence, step + "ee" + evidence + other.evidence,
        step + "L" + other.length + place, step + "c" + other.last + other.length,
        step + "LL" + length + other.length + place,
    ]  # fmt: skip


_SPELLED: dict[str, Callable[..., list[str]]] = {
    "own": _spell_own,
    "form": _spell_form,
    "around": _spell_around,
    "owner": _spell_owner,
    "context": _spell_context,
    "letters": _spell_letters,
    "rule": _spell_rule,
    "page": _spell_page,
    "topic": _spell_topic,
    "neighbors": _spell_neighbors,
    "beside": _spell_beside,
    "wordless": lambda: ["wordless"],
}


def _owner(piece: Piece) -> str:
    """Return where a line names the owner of a photo: in brackets or after a dash at its end, or at its head."""
    text = piece.plain
    if piece.size > _OWNED_LONGEST:
        return ""
    if text[0] == "\u00a9":
        return "c"
    if text[-1] == ")":
        name, mark = text[text.rfind("(") + 1 : -1], "b"
    elif piece.has_end_mark:
        return ""
    else:
        found = _AFTER_DASH.search(text[-_OWNER_LONGEST:])
        if found is None:
            return ""
        name, mark = found[1], "d"
    key = squeeze(name)
    return mark if key in tables().agencies or key in load_words().picture_agencies else ""


def _letters(piece: Piece, words: list[str], count: int, place: str, size: str) -> Key:
    head = piece.plain[:_HEAD]
    digits = latin = "0"
    if _DIGIT_OR_LATIN.search(head):
        numbers = sum(map(len, _DIGITS.findall(head)))
        digits = distance_class(numbers) + ("x" if 10 * numbers > 3 * len(head) else "")
        latin = _NAMES[bisect_right(_SHARES, sum(map(len, _LATIN.findall(head))) / len(head))]
    names = _share(words, tables().given) if count <= _NAME_WORDS and words else "-"
    return ("letters", place, size, digits, latin, opener_class(words[0]) if words else "-", names)


_DIGITS = re.compile(r"\d+")
_LATIN = re.compile(r"[A-Za-z]+")
_DIGIT_OR_LATIN = re.compile(r"[\dA-Za-z]")


def _shared_with_opening(view: View, index: int, topic: frozenset[str], prose: str) -> tuple[str, str]:
    """Return how much of what a long line speaks of, and those below it with it, is also in the first paragraphs."""
    opening, shift = _NONE, "-"
    if prose != _NONE:
        opening = _ALL if view.paragraphs.get(index, OPENING) < OPENING else _share_of(topic, view.opening)
    if index > view.first:
        lines = range(index + 1, min(index + _FOLLOWING, len(view.base)))
        shift = _share_of(topic.union(*[view.topics[line] for line in lines]), view.opening)
    return opening, shift
