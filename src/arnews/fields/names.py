"""What pages call their own parts: not values, whatever element holds them."""

from __future__ import annotations

import re
from functools import cache

from arnews.credits import read_credit
from arnews.credits.tables import tables
from arnews.data_files import read_toml
from arnews.text.fold import squeeze
from arnews.text.letters import BLANKS

__all__ = [
    "credit_in",
    "ends_name",
    "is_caption_label",
    "is_cloud",
    "is_filing_label",
    "is_flag",
    "is_front",
    "is_index",
    "names_owner",
    "names_reporter",
    "names_trade",
    "opens_name",
    "photographer_in",
    "presented_in",
    "without_prefix",
]

_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]\s*$")
_LABEL = re.compile(r"(?<![^:\uff1a/\u060c.])([^:\uff1a/\u060c.]++)[:\uff1a/\u060c]\s*+")
_NAME_WORDS = 5
_MARKS = ":\uff1a"


def is_index(name: str) -> bool:
    """Tell whether a step of a breadcrumb is a list of all that the site has, a year or an issue rather than a section.

    >>> is_index("الأرشيف"), is_index("2024"), is_index("العدد 97"), is_index("رياضة")
    (True, True, True, False)
    """
    words = squeeze("".join(" " if char.isdigit() else char for char in name))
    return (
        not words or squeeze(name) in _names("indexes") or (any(map(str.isdigit, name)) and words in _names("issues"))
    )


def is_front(name: str) -> bool:
    """Tell whether a step of a way is the front page under a name that sections may have, too.

    >>> is_front("الاستقبال"), is_front("رياضة")
    (True, False)
    """
    return squeeze(name) in _names("fronts")


def is_flag(name: str) -> bool:
    """Tell whether a word above a title says that it is news of the hour.

    >>> is_flag("عاجل"), is_flag("رياضة")
    (True, False)
    """
    return squeeze(name) in _names("flags")


def is_cloud(text: str) -> bool:
    """Tell whether a text is the heading of the tags of a whole site.

    >>> is_cloud("سحابة الوسوم"), is_cloud("الوسوم")
    (True, False)
    """
    return squeeze(text) in _names("clouds")


def is_filing_label(text: str) -> bool:
    """Tell whether a text only says that the name of a section follows.

    >>> is_filing_label("التصنيف:"), is_filing_label("2024")
    (True, False)
    """
    return squeeze(text) in _names("prefixes")


def without_prefix(name: str) -> str:
    """Return the name of a section without the word that a list of it has in front.

    >>> without_prefix("تصنيف:رياضة"), without_prefix("رياضة: كرة")
    ('رياضة', 'رياضة: كرة')
    """
    for mark in _MARKS:
        label, found, rest = name.partition(mark)
        if found and squeeze(label) in _names("prefixes") and rest.strip():
            return rest.strip()
    return name


def opens_name(word: str) -> bool:
    """Tell whether the name of the author follows a word inside a line of several things: «… بقلم ليلى حسن».

    >>> opens_name("par"), opens_name("dans")
    (True, False)
    """
    return squeeze(word) in _names("labels")


def ends_name(word: str) -> bool:
    """Tell whether a line of several things goes on to something else at a word after a name: «N dans …».

    >>> ends_name("dans"), ends_name("par")
    (True, False)
    """
    return squeeze(word) in _names("stops")


def is_caption_label(text: str) -> bool:
    """Tell whether a text only says that a caption follows, or counts the pictures.

    >>> is_caption_label("التعليق على الصورة،"), is_caption_label("صورة 1 من 4"), is_caption_label("جانب من الحفل")
    (True, True, False)
    """
    key = squeeze(text)
    if any(map(str.isdigit, key)):
        key = " ".join(word for word in key.split() if not word.isdigit() and word not in _names("counts"))
    return key in _names("caption_labels")


def credit_in(caption: str) -> str | None:
    """Return who took or owns a picture, by the label before the name or the brackets around it at the end.

    >>> credit_in("جانب من الحفل. تصوير: سليم الحاوي"), credit_in("جانب من الحفل (رويترز)"), credit_in("جانب من الحفل")
    ('سليم الحاوي', 'رويترز', None)
    """
    bracketed = _IN_BRACKETS.search(caption)
    text = bracketed[1].strip() if bracketed is not None else caption
    for found in _LABEL.finditer(text):
        label, name = found[1], text[found.end() :].strip(BLANKS + ".")
        if 0 < len(name.split()) <= _NAME_WORDS and _ends_with_label(squeeze(label)):
            return name
    return text if bracketed is not None else None


def photographer_in(line: str) -> str | None:
    """Return who took the pictures, if a line says nothing else.

    >>> photographer_in("عدسة: سليم الحاوي"), photographer_in("جانب من الحفل. تصوير: سليم الحاوي")
    ('سليم الحاوي', None)
    """
    found = _LABEL.match(line)
    name = line[found.end() :].strip(BLANKS + ".") if found is not None else ""
    if found is None or squeeze(found[1]) not in _names("photographers") or not 0 < len(name.split()) <= _NAME_WORDS:
        return None
    return name


def names_owner(line: str) -> bool:
    """Tell whether a line says who took or owns a picture, after a label, and nothing else.

    >>> names_owner("صدر الصورة، Getty Images"), names_owner("جانب من الحفل. تصوير: سليم الحاوي")
    (True, False)
    """
    found = _LABEL.match(line)
    name = line[found.end() :].strip(BLANKS + ".") if found is not None else ""
    return found is not None and squeeze(found[1]) in _names("credit_labels") and 0 < len(name.split()) <= _NAME_WORDS


def names_reporter(line: str) -> bool:
    """Tell whether a line is the credit of a reporter and nothing else.

    >>> names_reporter("دير الزور - من مراسلنا سليم الحاوي"), names_reporter("مراسلنا سليم الحاوي في الميناء أمس")
    (True, False)
    """
    credit = read_credit(line)
    return credit is not None and credit.sure and not tables().reporters.isdisjoint(squeeze(line).split())


def names_trade(persons: tuple[str, ...]) -> bool:
    """Tell whether what was read as a desk is the trade of a person: «محررة الشؤون الثقافية», below the name.

    >>> names_trade(("محررة الشؤون الثقافية",)), names_trade(("قسم الثقافة",))
    (True, False)
    """
    words = squeeze(persons[0]).split() if len(persons) == 1 else []
    return len(words) > 1 and words[0] in tables().jobs and words[0] not in tables().given


def presented_in(note: str) -> str | None:
    """Return the person whom an editor's note presents by name and trade, as the writer of an opinion.

    >>> presented_in("ملاحظة المحرر: ليلى حسن هي كاتبة من بيروت"), presented_in("ملاحظة: حذف المحرر جملة")
    ('ليلى حسن', None)
    """
    words = note.partition(":")[2].split()[: _NAME_WORDS + 2]
    at = next((at for at, word in enumerate(words) if squeeze(word) in _names("copulas")), 0)
    if at == 0 or at + 1 >= len(words) or squeeze(words[at + 1]) not in tables().jobs:
        return None
    credit = read_credit(" ".join(words[:at]))
    return credit.persons[0] if credit is not None and len(credit.persons) == 1 and " " in credit.persons[0] else None


def _ends_with_label(words: str) -> bool:
    labels = _names("credit_labels")
    return any(words == label or words.endswith(f" {label}") for label in labels)


@cache
def _names(key: str) -> frozenset[str]:
    data = read_toml("fields/data/names.toml")
    return frozenset(map(squeeze, data[key]))
