"""Names inside lines of several things that themes print beside an article: «Publié le … par N dans …», «N 14 مارس»."""

from __future__ import annotations

import re

from arnews.credits import is_given_name, read_credit
from arnews.dates import DateMention, find_dates, may_hold_date
from arnews.document import Segment
from arnews.fields.author_names import EDGES, believed
from arnews.fields.context import Context
from arnews.fields.names import ends_name, opens_name
from arnews.page import MetadataValue

__all__ = ["names_after_labels", "names_beside_day"]

_LONGEST = 240
"""Code points of a line of several things."""
_TOKEN = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[|\u2022\u00b7,;\u060c\u061b()\[\]«»\n]|\d|\s[-\u2013\u2014]\s")
"""What ends a name that is no link."""
_BETWEEN = re.compile(r"[\s:\uff1a\u00a0/]*")
"""What may be between a label and the name."""
_COMMA = re.compile(r"\s*+[,\u060c&]?\s*+(?:\u0648(?=\s))?\s*+")
"""What may be between two names."""
_LABEL_WORDS = 2
"""Words in front of a label from which a line is a sentence, if it has neither a day nor several links."""
_MOST_WORDS = 4
"""Words of a name that nothing but a day sets apart."""
_MOST_NAMES = 2
"""Such names in one line."""


def names_after_labels(segment: Segment, ctx: Context) -> list[str]:
    """Return the persons whom a line names after words for writing, as links or up to the next sign, day or word.

    >>> import arnews
    >>> ctx = Context(arnews.label(arnews.read_html("<p>Article le 14 mars 2024 par ليلى حسن dans <a href=/c>كتب</a>")))
    >>> names_after_labels(ctx.segments[0], ctx)
    ['ليلى حسن']
    """
    text = segment.text
    if len(text) > _LONGEST:
        return []
    links = ctx.links_in(segment)
    starts = {link.start - segment.start: ctx.link_text(link) for link in links}
    days = [mention.start for mention in _days(text)]
    found: dict[str, None] = {}
    for word in _TOKEN.finditer(text):
        if not opens_name(word[0]):
            continue
        if len(text[: word.start()].split()) >= _LABEL_WORDS and not days and len(links) <= 1:
            continue  # «المقال التالي بقلم …» speaks of somebody else
        at = _BETWEEN.match(text, word.end()).end()  # type: ignore[union-attr]
        if at == word.end() and at not in starts:
            continue
        while at < len(text):  # several names in a row, with nothing but a comma between them
            end = min([start for start in (*starts, *days) if start > at], default=len(text))
            sign = _END.search(text, at, end)
            name = starts.get(at) or _before_stop(text[at : sign.start() if sign is not None else end])
            some = believed(MetadataValue(name.strip(EDGES), "link"), ctx.site, arabic=True, text=ctx.text)
            found.update(dict.fromkeys(author.name for author in some))
            after = at + len(name)
            at = _COMMA.match(text, after).end()  # type: ignore[union-attr]
            if not some or at == after:
                break
    return list(found)


def names_beside_day(segment: Segment) -> tuple[str, ...]:
    """Return the persons whom a line names before or after its only day, which no sign sets apart.

    >>> import arnews
    >>> text = "ليلى حسن وسليم الحاوي الخميس 14 مارس 2024 10:20 ص"
    >>> names_beside_day(arnews.document.Segment(0, len(text), "byline", text, arnews.document.Reason("", "words")))
    ('ليلى حسن', 'سليم الحاوي')
    """
    text = segment.text
    days = _days(text) if len(text) <= _LONGEST else []
    if len(days) != 1:
        return ()
    for part in (text[: days[0].start], text[days[0].end :]):
        words = part.strip(EDGES).split()
        if not 1 < len(words) <= _MOST_NAMES * _MOST_WORDS or not is_given_name(words[0]):
            continue
        credit = read_credit(" ".join(words))
        persons = credit.persons if credit is not None else ()
        # Nothing but «و» is left between two names, written together with the second.
        if persons and len(" ".join(persons).split()) == len(words) and all(map(_is_full, persons)):
            return persons
    return ()


def _is_full(name: str) -> bool:
    return 1 < len(name.split()) <= _MOST_WORDS


def _days(text: str) -> list[DateMention]:
    if not may_hold_date(text):
        return []
    return [found for found in find_dates(text) if found.date is not None and found.date.date is not None]


def _before_stop(text: str) -> str:
    """Return the words in front of one that goes on to something else: «in», «dans», «بتاريخ»."""
    words = text.split()
    stop = next((at for at, word in enumerate(words) if ends_name(word)), len(words))
    return " ".join(words[:stop])
