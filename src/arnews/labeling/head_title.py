"""Which line above the body is the title."""

from __future__ import annotations

from collections import Counter

from arnews.credits import read_agency
from arnews.labeling.head_start import MARKERS
from arnews.labeling.pieces import Piece
from arnews.labeling.words import load_words
from arnews.roles import Role
from arnews.text.fold import squeeze

__all__ = ["continues", "ends_with_credit", "find_headline", "overlap", "title_lines"]

_BULLETS = ("-", "•", "*", "–", "·", "●", "▪", "■")
_TITLE_LONGEST = 200
_TITLE_WORDS = 4
"""Words from which a line can be a title; shorter ones are names of sections and menus first."""
_GROUP_LONGEST = 4
_CLEAR_GAIN = 0.08
_CLEAR_LOSS = 0.2
_SHORT_TITLE = 6
_PAGE = 15
"""Lines above the body of a whole page, menus and tickers included."""
_RIVAL = 0.4
"""Share of its longer words that a line has in common with the lead, to be the title against all other signs."""


def title_lines(head: list[Piece]) -> list[int]:
    """Return the indexes of the lines that can be the title; a long doubtful name is one if there is no other."""
    titles = [index for index, piece in enumerate(head) if _can_be_title(piece)]
    plain = [index for index in titles if not head[index].plain.startswith(_BULLETS)]
    if plain:
        titles = plain
    if not any(head[index].words >= 3 for index in titles):
        names = [piece for piece in head if piece.role is Role.BYLINE and not piece.hard]
        for piece in names:
            # A long doubtful name is a title; so is the first of two.
            if piece.words >= _TITLE_WORDS or (piece is names[0] and len(names) > 1):
                piece.role = None
        titles = [index for index, piece in enumerate(head) if _can_be_title(piece)]
    return titles


def _can_be_title(piece: Piece) -> bool:
    if not piece.free or not 3 <= piece.size <= _TITLE_LONGEST:
        return False
    return piece.role is None and not piece.plain.startswith(("#", "http", "www.", "@"))


def find_headline(head: list[Piece], titles: list[int], lead: str) -> int | None:
    """Return the index of the headline: a title printed twice, else the best of the last group of titles.

    On a whole page a line that has no word of the lead gives way to one that has several: menus are printed twice too.
    """
    if not titles:
        return None
    best = _find_by_place(head, titles, lead)
    if best is None or not lead or len(head) < _PAGE or overlap(head[best], lead):
        return best
    rivals = [
        (share, i) for i in titles if (share := overlap(head[i], lead)) >= _RIVAL and head[i].words >= _TITLE_WORDS
    ]
    return max(rivals)[1] if rivals else best


def _find_by_place(head: list[Piece], titles: list[int], lead: str) -> int | None:
    counts = Counter(head[index].key for index in titles if head[index].words >= 3)
    twice = [index for index in titles if head[index].words >= 3 and counts[head[index].key] > 1]
    if twice:
        return _best_repeat(head, twice)
    named = [index for index in titles if head[index].words >= 3] or [i for i in titles if head[i].words >= 2]
    if not named:
        return None
    group = _without_captions(head, _last_group(head, named))
    if len(group) == 1:
        return None if head[group[0]].plain.endswith(":") else group[0]
    return _choose(head, group, lead)


def _without_captions(head: list[Piece], group: list[int]) -> list[int]:
    """Return the lines of a group that do not call themselves a picture, if any is left."""
    starts = load_words().caption_starts
    titles = [
        index
        for index in group
        if head[index].key.partition(" ")[0] not in starts and not _names_photographer(head[index].plain)
    ]
    return titles if titles and not head[titles[-1]].plain.endswith(":") else group


def _best_repeat(head: list[Piece], twice: list[int]) -> int:
    """Return the first of the repeated titles that is the longest: menus repeat too, and captions."""
    seen: dict[str, list[int]] = {}
    for index in twice:
        seen.setdefault(head[index].key, []).append(index)
    # A caption printed twice stands below the title that is printed once or twice.
    apart = [where for where in seen.values() if where[-1] - where[0] > 1]
    if apart:
        return apart[0][0] if len(apart) == 1 else max(apart, key=lambda where: head[where[0]].size)[0]
    first = twice[0]
    above = [i for i in range(first) if head[i].free and head[i].role is None and head[i].words >= _TITLE_WORDS]
    if above and first - above[-1] == 1:
        return above[-1]
    return first


def _last_group(head: list[Piece], named: list[int]) -> list[int]:
    """Return the last run of neighboring titles that a page's chrome does not interrupt."""
    groups: list[list[int]] = [[named[0]]]
    for index in named[1:]:
        between = head[groups[-1][-1] + 1 : index]
        if between:
            groups.append([index])
        else:
            groups[-1].append(index)
    known = [group for group in groups if not _below_heading(head, group[0])]
    groups = known or groups
    first = groups[0]
    below = head[first[-1] + 1 :]
    on_top = first[0] <= 1 or not any(piece.free and piece.role is None for piece in head[: first[0]])
    if on_top and len(first) < _GROUP_LONGEST and below and below[0].role not in (Role.NAVIGATION, Role.SECTION):
        return first
    for group in groups:
        after = head[group[-1] + 1 :]
        if len(group) <= _GROUP_LONGEST and after and after[0].hard and after[0].role in MARKERS:
            return group
    return groups[-1]


def _below_heading(head: list[Piece], index: int) -> bool:
    """Tell whether the line above is the heading of other articles."""
    return index > 0 and head[index - 1].role is Role.RELATED_HEADING


def _choose(head: list[Piece], group: list[int], lead: str) -> int:
    """Return which of neighboring title lines is the title; the one above it is a kicker, those below a deck.

    The title shares more words with the lead than its kicker or deck does; where that does not
    decide, a short line or a much longer one on top is a kicker.
    """
    if len(group) > 3:
        return group[-1]
    upper, lower = group[0], group[1]
    first, second = head[upper], head[lower]
    first_words, second_words = len(first.key.split()), len(second.key.split())
    leads_up = first.key.partition(" ")[0] in load_words().prepositions
    if continues(first, second):
        return upper
    if first.plain[-1] in ":،" or first_words <= 3 or leads_up:
        return lower
    if second.plain[-1] in ":-" or second_words <= 3:
        return upper
    gain = overlap(second, lead) - overlap(first, lead)
    if gain >= _CLEAR_GAIN or gain <= -_CLEAR_LOSS:
        return lower if gain > 0 else upper
    if second_words > first_words and first_words <= _SHORT_TITLE + (2 if second_words >= first_words + 4 else 0):
        return lower
    return lower if first_words >= second_words + 3 else upper


def _names_photographer(text: str) -> bool:
    """Tell whether a line ends with a credit that no title has: an agency, «تصوير» and a name."""
    if not ends_with_credit(text):
        return False
    inside = text[max(text.rfind("("), text.rfind("[")) + 1 : -1]
    return read_agency(inside) is not None or squeeze(inside).partition(" ")[0] in load_words().caption_starts


def ends_with_credit(text: str) -> bool:
    """Return whether a line ends with a credit in brackets, as captions do.

    >>> ends_with_credit("زوار في جناح الأطفال (رويترز)"), ends_with_credit("ارتفاع الأسعار (تقرير) في المدن")
    (True, False)
    """
    if not text.endswith((")", "]")):
        return False
    opening = max(text.rfind("("), text.rfind("["))
    inside = text[opening + 1 : -1]
    return opening > 0 and 0 < len(squeeze(inside).split()) <= _TITLE_WORDS and not any(map(str.isdigit, inside))


def overlap(piece: Piece, lead: str) -> float:
    """Return the share of a title's longer words that stand in the lead."""
    words = [word for word in piece.key.split() if len(word) > 3]
    return sum(word in lead for word in words) / len(words) if words else 0.0


def continues(title: Piece, after: Piece) -> bool:
    """Tell whether a second line goes on with the sentence of the title."""
    if not after.free or after.role is not None or after.size > 80 or title.size > 80:
        return False
    opened = title.plain.count("«") > title.plain.count("»")
    return opened or after.key.partition(" ")[0] in load_words().prepositions
