"""Words of a title that come again in the lead below it: leads take up what the title is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

__all__ = ["AHEAD", "PARTICLE", "repeats_of"]

AHEAD = 45
"""Words of the lead among which those of the title come again."""
_NEAR = 12
"""The first words of the lead, which take up what the title is about."""
PARTICLE = 3
"""Letters of words that all texts share."""
_ARTICLE = "ال"


def repeats_of(keys: Sequence[str], first: Mapping[str, int], count: int) -> tuple[list[int], list[int], list[int]]:
    """Return for each cut how many words of the title are longer than particles, come again, and come again nearby.

    ``keys`` are the words, ``first`` is the index of the first print of each, and there are ``count`` cuts. Words come
    again with or without their first two letters, an article or a conjunction. Of several prints the nearest one after
    the cut tells.

    >>> words = ["معرض", "الكتاب", "يفتح", "قال", "الوزير", "معرض"]
    >>> repeats_of(words, {word: index for index, word in reversed([*enumerate(words)])}, count=3)
    ([0, 1, 2], [0, 1, 1], [0, 1, 1])
    """
    later: dict[str, list[int]] = {}
    if len(first) < len(keys):
        for index, key in enumerate(keys):
            if first[key] < index:
                later.setdefault(key, []).append(index)
    longer = [0]
    again, near = [0] * (count + 1), [0] * (count + 1)
    # By how much the numbers change from one cut to the next.
    for index, key in enumerate(keys[: count - 1]):
        longer.append(longer[-1] + (len(key) > PARTICLE))
        if len(key) <= PARTICLE:
            continue
        places = later.get(key, [])
        for other in (key[2:], _ARTICLE + key):
            if other in first:
                places = [*places, first[other], *later.get(other, ())]
        before = index
        for place in sorted(places):
            if place > before:  # the nearest one for the cuts up to it
                for changes, reach in ((again, AHEAD), (near, _NEAR)):
                    since = max(before, place - reach) + 1
                    if since < count:
                        changes[since] += 1
                        changes[min(place + 1, count)] -= 1
                before = place
    return longer, [*accumulate(again[:count])], [*accumulate(near[:count])]
