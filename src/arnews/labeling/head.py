"""What stands above the body: headline, kicker, deck, byline, caption, and the chrome of the page."""

from __future__ import annotations

import re
from collections import Counter

from arnews.credits import read_credit
from arnews.document import Role
from arnews.labeling.pieces import Piece, ends_flatly
from arnews.labeling.words import load_words
from arnews.text.fold import fold, squeeze

__all__ = ["find_body_start", "label_head"]

_MARKERS = frozenset({Role.TIMESTAMP, Role.BYLINE, Role.DATELINE})
_BULLETS = ("-", "•", "*", "–", "·", ">", "●", "▪", "■")
_TITLE_LONGEST = 200
_TITLE_WORDS = 4
"""Words from which a line can be a title; shorter ones are names of sections and menus first."""
_DECK_SHARE = 2.0
"""The text below a standfirst is at least so many times as long as the standfirst."""
_LOOK = 7
_GROUP_LONGEST = 4
_LEAD_WORDS = 12
_SIGNED_WITHIN = 4
_CLOSING_SHORTEST = 30
_CAPTION_WORDS = 8
_NAME_WORDS = 5
_CRUMBS = re.compile(r"\s*[/>»›«‹\\|]\s*")
_CRUMB_WORDS = 3
_NUMBERED = re.compile(r"\d\.\s")
_CLEAR_GAIN = 0.08
_CLEAR_LOSS = 0.2
_SHORT_TITLE = 6
_MENU_RUN = 3


def find_body_start(pieces: list[Piece], *, wrapped: bool = False) -> int:
    """Return the index of the first piece of the body; the number of pieces if there is none."""
    start = _first_paragraph(pieces, 0, wrapped=wrapped)
    below = _standfirst_end(pieces, start)
    return start if below is None else _first_paragraph(pieces, below, wrapped=wrapped)


def _first_paragraph(pieces: list[Piece], begin: int, *, wrapped: bool) -> int:
    """Return the index of the first piece from ``begin`` on that can only be body."""
    count = len(pieces)
    for index in range(begin, count):
        piece = pieces[index]
        if not piece.free:
            continue
        if piece.prose and not _is_title_though_long(pieces, index):
            if wrapped and index == _first_free(pieces, begin) and not _runs_on(pieces, index):
                continue
            return _back_over_list(pieces, begin, index)
        if _closes_like_body(piece) or _answers_byline(pieces, index):
            return _back_over_list(pieces, begin, index)
    return count


def _first_free(pieces: list[Piece], begin: int) -> int:
    return next((i for i in range(begin, len(pieces)) if pieces[i].free), len(pieces))


def _runs_on(pieces: list[Piece], index: int) -> bool:
    """Tell whether a line of hard-wrapped text goes on in the next one, as no title does."""
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    return after is not None and after.free and after.prose and not after.glued


def _is_title_though_long(pieces: list[Piece], index: int) -> bool:
    """Tell whether a first line is a title in spite of its length or its dots: a date or byline follows."""
    piece = pieces[index]
    if index > 1 or piece.size > _TITLE_LONGEST or ". " in piece.text:
        return False
    if index > 0 and (not piece.stop or ends_flatly(piece.text)):
        return False
    below = pieces[index + 1 : index + 3]
    return any(after.hard and after.role in _MARKERS and not after.glued for after in below)


def _closes_like_body(piece: Piece) -> bool:
    """Tell whether a short line ends as titles do not: with one full stop, a comma, a semicolon."""
    text = piece.text
    if piece.words < _TITLE_WORDS or piece.role is not None:
        return False
    if text[-1] in "،؛,;" or (text[-1] == ":" and piece.words > _LEAD_WORDS):
        return True
    return piece.stop and piece.size >= _CLOSING_SHORTEST and ends_flatly(text)


def _answers_byline(pieces: list[Piece], index: int) -> bool:
    """Tell whether a sentence follows the byline: what stands below it is no title if it closes."""
    piece, above = pieces[index], pieces[index - 1] if index else None
    signed = above is not None and above.hard and above.role in (Role.BYLINE, Role.DATELINE)
    return signed and piece.stop and piece.size >= _CLOSING_SHORTEST and piece.role is None


def _back_over_list(pieces: list[Piece], begin: int, index: int) -> int:
    """Return where the body begins if list items or an opening question lead to its first paragraph."""
    first = index
    while first > begin:
        before = pieces[first - 1]
        if not before.free or before.role is not None or before.words <= 3 or not before.text.startswith(_BULLETS):
            break
        first -= 1
    return first


def _standfirst_end(pieces: list[Piece], start: int) -> int | None:
    """Return the index behind the byline, dateline or date that sets a standfirst apart from the body."""
    count = len(pieces)
    if start >= count:
        return None
    above = pieces[start]
    marker = None
    index = start + 1
    while index < count and index <= start + _LOOK:
        piece = pieces[index]
        if piece.role in _MARKERS and piece.hard:
            marker = index
        elif piece.free and piece.role is None:
            break
        index += 1
    signed = any(p.role in (Role.BYLINE, Role.DATELINE) and p.hard for p in pieces[max(0, start - _SIGNED_WITHIN) : start])
    if marker is None or signed:
        return None
    rest = sum(piece.size for piece in pieces[marker + 1 :] if piece.free and piece.prose)
    if rest < _DECK_SHARE * above.size or not any(piece.prose and piece.free for piece in pieces[marker + 1 : marker + 4]):
        return None
    above.take(Role.DECK, "head.standfirst")
    return marker + 1


def label_head(pieces: list[Piece], start: int) -> None:
    """Give a role to every piece above the body."""
    head = pieces[:start]
    if not head:
        return
    _label_breadcrumb(head)
    _label_menus(head)
    _doubt_names(head)
    titles = _titles(head)
    lead = fold(pieces[start].text[:600]) if start < len(pieces) else ""
    headline = _find_headline(head, titles, lead)
    if headline is not None:
        _label_around(head, headline)
    _label_mastheads(head, headline)
    chrome = _has_chrome(head, headline)
    for index, piece in enumerate(head):
        if piece.free:
            _label_rest(head, index, headline, chrome=chrome)


def _label_mastheads(head: list[Piece], headline: int | None) -> None:
    """Turn the name of an outlet or agency above the title into a masthead; below the title it is a dateline."""
    if headline is None:
        named = [index for index, piece in enumerate(head) if piece.role is Role.DATELINE]
        headline = named[-1] if len(named) > 1 else 0
    for piece in head[:headline]:
        if piece.role is Role.DATELINE and piece.rule == "alone.dateline" and piece.words <= _TITLE_WORDS:
            credit = read_credit(piece.text)
            if credit is not None and credit.agencies and not credit.places and not credit.persons:
                piece.take(Role.MASTHEAD, "head.outlet-name")


def _has_chrome(head: list[Piece], headline: int | None) -> bool:
    """Tell whether the head holds more of the page than the article: a known label, a menu, a title printed twice.

    Without such a sign no line of the head is dropped.
    """
    if any(piece.role is not None and piece.hard and not piece.role.kept and piece.role is not Role.RESIDUE for piece in head):
        return True
    above = headline if headline is not None else len(head)
    short = sum(piece.free and piece.words <= _TITLE_WORDS for piece in head[:above])
    return short > _MENU_RUN or sum(piece.role is Role.HEADLINE for piece in head) > 1


def _label_breadcrumb(head: list[Piece]) -> None:
    """Label the way from the front page to the article, printed in one line or as a numbered list."""
    numbered = [piece for piece in head if piece.free and _NUMBERED.match(piece.text)]
    if len(numbered) >= 2 and numbered[0].text[0] == "1":
        for piece in numbered:
            piece.take(Role.SECTION, "head.breadcrumb")
    for piece in head:
        if piece.free and _is_breadcrumb(piece.text):
            piece.take(Role.SECTION, "head.breadcrumb")


def _label_menus(head: list[Piece]) -> None:
    """Label runs of short lines and names of sections: a menu; the article has one section, or a few in one line."""
    run: list[Piece] = []
    for piece in [*head, None]:
        if piece is not None and _in_menu(piece):
            run.append(piece)
            continue
        known = sum(member.role in (Role.SECTION, Role.NAVIGATION) for member in run)
        if len(run) > _MENU_RUN or (len(run) == _MENU_RUN and known > 1):
            for member in run:
                member.take(Role.NAVIGATION, "head.menu")
        run = []


def _in_menu(piece: Piece) -> bool:
    if piece.role in (Role.SECTION, Role.NAVIGATION):
        return piece.rule != "head.breadcrumb"
    return piece.free and piece.words < _TITLE_WORDS and not piece.stop


def _is_breadcrumb(text: str) -> bool:
    parts = [squeeze(part) for part in _CRUMBS.split(text)]
    if len(parts) < 2 or not all(parts):
        return False
    if parts[0] in load_words().home:
        return True
    return len(parts) > 2 and all(part.count(" ") < _CRUMB_WORDS for part in parts)


def _doubt_names(head: list[Piece]) -> None:
    """Forget that a line may be a lone name where a menu or a title is as likely."""
    signed = any(piece.role is Role.BYLINE and piece.hard for piece in head)
    for index, piece in enumerate(head):
        if piece.hard or piece.role not in _MARKERS:
            continue
        if piece.role is Role.DATELINE:
            doubtful = 0 < index < len(head) - 1 and not any(p.hard and p.role in _MARKERS for p in head[max(0, index - 1) : index + 2])
        else:
            doubtful = signed or not 2 <= piece.words <= _NAME_WORDS
        if doubtful:
            piece.role = None


def _titles(head: list[Piece]) -> list[int]:
    """Return the indexes of the lines that can be the title; a long doubtful name is one if there is no other."""
    titles = [index for index, piece in enumerate(head) if _can_be_title(piece)]
    if not any(head[index].words >= 3 for index in titles):
        for piece in head:
            if piece.role is Role.BYLINE and not piece.hard and piece.words >= _TITLE_WORDS:
                piece.role = None
        titles = [index for index, piece in enumerate(head) if _can_be_title(piece)]
    return titles


def _can_be_title(piece: Piece) -> bool:
    if not piece.free or not 3 <= piece.size <= _TITLE_LONGEST:
        return False
    return piece.role is None and not piece.text.startswith(("#", "http", "www.", "@"))


def _find_headline(head: list[Piece], titles: list[int], lead: str) -> int | None:
    """Return the index of the headline: a title printed twice, else the best of the last group of titles."""
    if not titles:
        return None
    counts = Counter(head[index].key for index in titles if head[index].words >= 3)
    twice = [index for index in titles if head[index].words >= 3 and counts[head[index].key] > 1]
    if twice:
        return _best_repeat(head, twice)
    named = [index for index in titles if head[index].words >= 3] or [i for i in titles if head[i].words >= 2]
    if not named:
        return None
    group = _last_group(head, named)
    if len(group) == 1:
        return None if head[group[0]].text.endswith(":") else group[0]
    return _choose(head, group, lead)


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
    if above and first - above[-1] == 1 and head[first].words <= head[above[-1]].words + 4 and len(above) == 1:
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
    for group in groups:
        after = head[group[-1] + 1 :]
        if len(group) <= _GROUP_LONGEST and after and after[0].hard and after[0].role in _MARKERS:
            return group
    first = groups[0]
    below = head[first[-1] + 1 :]
    if first[0] <= 1 and len(first) < _GROUP_LONGEST and below and below[0].role not in (Role.NAVIGATION, Role.SECTION):
        return first
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
    if _continues(first, second):
        return upper
    if first.text[-1] in ":،" or first_words <= 3 or leads_up:
        return lower
    if second.text[-1] in ":-" or second_words <= 3:
        return upper
    gain = _overlap(second, lead) - _overlap(first, lead)
    if gain >= _CLEAR_GAIN or gain <= -_CLEAR_LOSS:
        return lower if gain > 0 else upper
    if second_words > first_words and first_words <= _SHORT_TITLE + (2 if second_words >= first_words + 4 else 0):
        return lower
    return lower if first_words >= second_words + 3 else upper


def _overlap(piece: Piece, lead: str) -> float:
    """Return the share of a title's longer words that stand in the lead."""
    words = [word for word in piece.key.split() if len(word) > 3]
    return sum(word in lead for word in words) / len(words) if words else 0.0


def _label_around(head: list[Piece], headline: int) -> None:
    """Label the headline, its repeats and continuation, what is above it and what is below."""
    title = head[headline]
    title.take(Role.HEADLINE, "head.title")
    repeats = [i for i, piece in enumerate(head) if i != headline and piece.free and piece.key == title.key]
    for index in repeats:
        head[index].take(Role.HEADLINE, "head.title-again")
    if headline + 1 < len(head) and _continues(title, head[headline + 1]) and not repeats:
        head[headline + 1].take(Role.HEADLINE, "head.title-second-line")
    above = headline - 1
    if above >= 0 and head[above].free and head[above].words >= _TITLE_WORDS and head[above].role is None:
        neighbors = above == 0 or not head[above - 1].free
        if neighbors:
            head[above].take(Role.KICKER, "head.above-title")


def _continues(title: Piece, after: Piece) -> bool:
    """Tell whether a second line goes on with the sentence of the title."""
    if not after.free or after.role is not None or after.size > 80 or title.size > 80:
        return False
    opened = title.text.count("«") > title.text.count("»")
    return opened or after.key.partition(" ")[0] in load_words().prepositions


def _label_rest(head: list[Piece], index: int, headline: int | None, *, chrome: bool) -> None:
    """Label a piece of the head that nothing else has claimed."""
    piece = head[index]
    if piece.role is Role.BYLINE:
        piece.take(*_lone_name(head, index, headline, chrome=chrome))
    elif piece.role is not None:
        piece.take(piece.role, piece.rule)
    elif headline is None and index == len(head) - 1 and piece.text.endswith(":"):
        piece.take(Role.SUBHEADING, "head.subheading")
    elif headline is None or index < headline:
        piece.take(*_above(head, index, headline, chrome=chrome))
    elif _is_caption(head, index):
        piece.take(Role.CAPTION, "head.caption")
    elif _heads_the_body(head, index):
        piece.take(Role.SUBHEADING, "head.subheading")
    elif piece.words <= 2:
        piece.take(*((Role.NAVIGATION, "head.chrome") if chrome else (Role.SUBHEADING, "head.subheading")))
    else:
        piece.take(Role.DECK, "head.below-title")


def _heads_the_body(head: list[Piece], index: int) -> bool:
    """Tell whether a short line between the byline and the body is the first subheading."""
    above = head[index - 1] if index else None
    signed = above is not None and above.role in (Role.BYLINE, Role.DATELINE) and above.hard
    return signed and index == len(head) - 1 and head[index].words <= _NAME_WORDS


def _lone_name(head: list[Piece], index: int, headline: int | None, *, chrome: bool) -> tuple[Role, str]:
    """Return what a line is that holds a name and nothing else: the author below the title, the editor in the masthead."""
    above = head[index - 1] if index else None
    if above is not None and above.role is Role.MASTHEAD and (headline is None or index < headline):
        return Role.MASTHEAD, "head.editor"
    if headline is not None and index == headline - 1 and chrome:
        return Role.SECTION, "head.section"
    return Role.BYLINE, "head.lone-name"


def _above(head: list[Piece], index: int, headline: int | None, *, chrome: bool) -> tuple[Role, str]:
    """Return what an unclaimed line above the title is: menu, name of the section or kicker."""
    piece = head[index]
    alone = (index == 0 or not _is_menu(head[index - 1])) and (index + 1 >= len(head) or not _is_menu(head[index + 1]))
    if headline is not None and index == headline - 1 and alone:
        if chrome and piece.words <= 3 and not piece.text.endswith(":"):
            return Role.SECTION, "head.section"
        return Role.KICKER, "head.above-title"
    if not chrome:
        return Role.KICKER, "head.above-title"
    if index == 0 and piece.words <= 3 and alone:
        return Role.MASTHEAD, "head.first-line"
    return Role.NAVIGATION, "head.chrome"


def _is_menu(piece: Piece) -> bool:
    """Tell whether a line looks like an entry of a menu or ticker."""
    return piece.role is Role.NAVIGATION or (piece.free and piece.role is None)


def _is_caption(head: list[Piece], index: int) -> bool:
    """Tell whether a line below the title belongs to a picture: printed twice, with a credit, or set off by blanks."""
    piece = head[index]
    twice = any(i != index and other.key == piece.key for i, other in enumerate(head) if piece.key)
    return twice or _has_credit(piece.text) or piece.glued


def _has_credit(text: str) -> bool:
    """Tell whether a line ends with a credit in brackets, as captions do."""
    if not text.endswith((")", "]")):
        return False
    opening = max(text.rfind("("), text.rfind("["))
    inside = text[opening + 1 : -1]
    return opening > 0 and 0 < len(squeeze(inside).split()) <= 4 and not any(char.isdigit() for char in inside)
