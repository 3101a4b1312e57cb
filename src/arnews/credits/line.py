"""Read a whole line as a byline or dateline."""

from __future__ import annotations

import re
from functools import cache

from arnews.credits.classify import Part, is_prose, parts
from arnews.credits.first_words import hopeless, may_begin
from arnews.credits.lookup import (
    JOB,
    LABEL,
    OTHER,
    PERSON,
    is_called,
    quoted_at,
)
from arnews.credits.resolve import CreditParts, resolve
from arnews.credits.slots import DASH_AFTER_TATWEEL, CreditLine, Slot, bare_head, prepare, slots
from arnews.credits.tables import Tables, tables
from arnews.credits.values import Credit, CreditKind
from arnews.text.fold import exceeds, fold
from arnews.text.letters import ARABIC, BLANKS
from arnews.text.memory import Kept, remembered

__all__ = [
    "bare_outlet",
    "is_given_name",
    "is_outlet_word",
    "may_begin_credit",
    "read_agency",
    "read_credit",
    "without_contacts",
]

_SHORTEST = 3
_LONGEST = 140
_LONGEST_AGENCY = 60
_MOST_WORDS = 26
# Without one of these or a date, a credit is a few words: a name, an agency, «كتب» and a name.
_CUT = re.compile(
    r"[-\u2010-\u2015\u2212_/\\|:()\[\]\u00ab\u00bb\"\u201c\u201d\u060c,*.\d\u0640]"
    rf"(?:(?<!\u0640)|{DASH_AFTER_TATWEEL})"
)
_MOST_WORDS_UNCUT = 9
_HASHTAG = re.compile(r"#[^\W\d_]")
_CONTACT = re.compile(
    r"(?<![\s\-–—|،,(/:<])[\s\-–—|،,(/:<]*+"
    r"(?:(?:https?://|www\.)\S{1,200}|[A-Za-z0-9_.+-]{0,64}@[A-Za-z0-9_.-]{1,100})[)>]?[\s.]*+$",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"\s*@[A-Za-z0-9_]{2,30}[\s:|-]+(?=\S)")
_GLUED = re.compile(rf"(?<![A-Za-z])([Bb]y|[Aa]uthor)(?=[{ARABIC}])")
"""A label in Latin letters and a name with nothing between: two elements of a page."""
_LETTERS = re.compile(r"[^\W_]+")
_LONGEST_BUTTON = 5
"""Words of the longest button."""
_EDGES = BLANKS + "-–—|،,:(/•·"
_NUMBER = re.compile(r"\(?\d[\d.,\u066b\u066c\u060c]*+[KkMm]?")
"""A number in front of what is counted («18,440 views»)."""
_AFTER_NAME = 2
"""Words of a count: the number and what is counted."""
_MOST_BUTTONS = 4
"""Buttons after a name that are cut off."""
_COUNT = re.compile(r"(?<![\s|•·–—-])[\s|•·–—-]++\d{1,3}\s*+$")
"""A number in front of a button («2 min read»)."""


@remembered(most=512, longest=400)
def read_credit(line: str) -> Credit | None:
    """Read a line that is nothing but a byline or dateline, else return ``None``.

    Whole line only: place, agency, outlet, person, label, date in any order that newspapers print. Total and
    linear; a line of more than 140 characters, marks not counted, is no credit.

    >>> read_credit("الرياض - واس").places
    ('الرياض',)
    >>> read_credit("كتبت ـ ليلى حسن :").persons
    ('ليلى حسن',)
    >>> read_credit("صنعاء: تصعيد جديد بين الطرفين") is None
    True
    """
    if len(line) < _SHORTEST or exceeds(line, _LONGEST):
        return None
    raw, line = line, without_contacts(line)
    labeled = _GLUED.search(line) if "y" in line or "r" in line else None
    if labeled is not None and not any(map(str.isdigit, line)):  # offsets of a date would not hold
        line = _GLUED.sub(r"\1 ", line)
    if line is not raw and len(line) < _SHORTEST:
        return None
    # Marks change nothing, so lengths are those of the text without them.
    text = bare_head(line, _LONGEST)
    count = text.count(" ")
    if len(text) < _SHORTEST or count > _MOST_WORDS or (count > _MOST_WORDS_UNCUT and not _CUT.search(text)):
        return None
    words = tables()
    if hopeless(text, words) or (count == 0 and "@" in text) or ("#" in text and _HASHTAG.search(text) is not None):
        return None
    prepared = prepare(line)
    pieces = _pieces(prepared, words)
    if not pieces:
        return None
    found = resolve(pieces, prepared, words)
    if found is None:
        return None
    return _credit(found, pieces, prepared, raw)


def may_begin_credit(text: str) -> bool:
    """Tell cheaply whether a text may begin with a byline or dateline, wherever that ends.

    >>> may_begin_credit("لندن - وكالات الثلاثاء 2/10/2018"), may_begin_credit("2/10/2018 لندن")
    (True, False)
    """
    return may_begin(text, tables())


def without_contacts(line: str) -> str:
    """Return a line without the handle, address, link, count or buttons after its names; "" if it is nothing else.

    >>> without_contacts("كتب: سليم الحاوي @salim"), without_contacts("راسل الكاتب")
    ('كتب: سليم الحاوي', '')
    """
    text = line
    if "@" in line or "://" in line or ("." in line and "www." in line.lower()):
        found = _CONTACT.search(line)
        text = line if found is None else line[: found.start()]
        handle = _HANDLE.match(text)
        if handle is not None:
            text = text[handle.end() :]
    for _ in range(_MOST_BUTTONS):
        shorter = _without_last(text)
        if shorter is None:
            break
        text = shorter
    return text


def _without_last(text: str) -> str | None:
    """Return a line without the button or count at its end, ``None`` if it ends with neither."""
    last = _PLAIN[text[text.rfind(" ") + 1 :]]
    if not last:  # marks and other blanks are after it
        tokens = text.rsplit(None, _LONGEST_BUTTON)[-_LONGEST_BUTTON:]
        last = next(filter(None, map(_PLAIN.__getitem__, reversed(tokens))), "")
    if last in tables().counts:
        tokens = text.rsplit(None, _AFTER_NAME)
        if len(tokens) > _AFTER_NAME and _NUMBER.fullmatch(tokens[-_AFTER_NAME]) is not None:
            return tokens[0].rstrip(_EDGES)
    if last.rpartition(" ")[2] not in _button_ends():
        return None
    words = text.split()
    folded = [_PLAIN[word] for word in words[-_LONGEST_BUTTON:]]
    for size in range(len(folded), 0, -1):
        if " ".join(filter(None, folded[-size:])) in tables().buttons:
            return _COUNT.sub("", " ".join(words[:-size])).rstrip(_EDGES)
    return None


def is_given_name(word: str) -> bool:
    """Return whether a word is a known given name.

    >>> is_given_name("ليلى"), is_given_name("المدينة")
    (True, False)
    """
    return fold(word) in tables().given


def bare_outlet(name: str) -> str:
    """Return the name of an outlet without the words in front that say that it is quoted, and without its issue.

    >>> bare_outlet("نقلا عن صحيفة المثال"), bare_outlet("صحيفة المثال العدد رقم 12")
    ('صحيفة المثال', 'صحيفة المثال')
    >>> bare_outlet("عن «المثال» اليمنية")
    '«المثال» اليمنية'
    """
    words = name.split()
    plain = [_PLAIN[word] for word in words]
    skip = quoted_at(" ".join(plain), tables())
    past = next((at for at in range(1, len(words)) if plain[at] in tables().issues and at + 1 < len(words)), len(words))
    if not skip and past == len(words):
        return name
    bare = " ".join(words[skip:past]).strip(_EDGES + '«"“')
    return f"«{bare}" if bare.count("»") > bare.count("«") else bare


@cache
def _button_ends() -> frozenset[str]:
    """Return the last words of buttons."""
    return frozenset(button.rpartition(" ")[2] for button in tables().buttons)


def _plain_word(word: str) -> str:
    return " ".join(_LETTERS.findall(fold(word)))


_PLAIN = Kept(_plain_word, most=2048, longest=40)
"""The words that a token is, folded."""


def read_agency(text: str, *, outlets: bool = True) -> str | None:
    """Return the name of the agency or known outlet that the text is, as printed, else ``None``.

    With ``outlets=False`` only the name of a news agency counts.

    >>> read_agency("(رويترز)"), read_agency("«الشرق الأوسط»"), read_agency("الوزير")
    ('رويترز', 'الشرق الأوسط', None)
    """
    if len(text) < 2 or exceeds(text, _LONGEST_AGENCY):
        return None
    words = tables()
    prepared = prepare(text)
    found = list(slots(prepared, words, limit=2))
    if len(found) != 1 or found[0].date:
        return None
    key = found[0].key
    if key in words.agencies or key in words.doubtful_agencies or (outlets and key in words.outlets):
        return prepared.raw(found[0].start, found[0].end)
    return None


@remembered(most=2048, longest=40)
def is_outlet_word(word: str) -> bool:
    """Return whether a word says that what follows is the name of an outlet («صحيفة», «موقع»).

    >>> is_outlet_word("صحيفة"), is_outlet_word("واسطة")
    (True, False)
    """
    return fold(word) in tables().outlet_marks


def _pieces(line: CreditLine, words: Tables) -> list[Part]:
    """Return the parts of all slots; empty as soon as one is no part of a credit."""
    found: list[Slot] = []
    for slot in slots(line, words):
        if is_prose(slot, line, words):
            return []
        found.append(slot)
    out: list[Part] = []
    for slot in found:
        cut = parts(slot, line, words)
        after_label = out and out[-1].kinds & LABEL and len(cut) == 1 and cut[0].kinds & OTHER
        if after_label and is_called(cut[0].key.split(), words):
            cut[0].kinds = PERSON
        if any(part.kinds & OTHER for part in cut):
            return []
        out += cut
    return out


def _credit(found: CreditParts, pieces: list[Part], line: CreditLine, raw: str) -> Credit | None:
    if not (found.persons or found.places or found.agencies or found.jobs or found.label or found.filler):
        return None
    byline = bool(found.persons or found.jobs or found.label)
    return Credit(
        kind=CreditKind.BYLINE if byline else CreditKind.DATELINE,
        persons=tuple(found.persons),
        places=tuple(found.places),
        agencies=tuple(found.agencies),
        job_title=found.jobs[0] if found.jobs else None,
        date_span=found.date,
        sure=_byline_sure(found, pieces, line) if byline else _dateline_sure(found, pieces, line),
        raw=raw,
    )


def _byline_sure(found: CreditParts, pieces: list[Part], line: CreditLine) -> bool:
    if found.jobs and not found.persons:
        return line.text.lstrip()[:1] in "*." and len(pieces) == 1
    if not found.persons or found.guessed:
        return False
    if found.jobs and not (found.label or found.places or found.agencies):
        apart = not any(part.kinds & JOB and part.before == " " for part in pieces)
        return found.believed and apart and not line.text.rstrip().endswith(":")
    if found.label:
        return found.believed or (pieces[0].kinds & LABEL != 0 and len(found.persons[0].split()) > 1)
    if found.desk:
        words = tables()
        return len(pieces) > 1 or pieces[0].key in words.desks - words.doubtful_desks
    return found.believed and bool(found.places or found.agency or found.outlet or found.jobs)


def _dateline_sure(found: CreditParts, pieces: list[Part], line: CreditLine) -> bool:
    if found.guessed:
        return False
    if found.agency:
        return len(pieces) > 1 or "(" in line.text
    return found.outlet and (found.town or found.filler)
