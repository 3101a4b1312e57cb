"""Arabic decoded with the wrong encoding, recognized by its letters."""

from __future__ import annotations

import re

from arnews.text.letters import ARABIC

__all__ = ["is_in_visual_order", "is_mojibake"]

_SAMPLE = 2000
_FEWEST = 40

# UTF-8 bytes of Arabic begin with D8 or D9. Read as windows-1256 these are «ط» and «ظ»,
# read as windows-1252 or Latin-1 «Ø» and «Ù», as windows-1251 «Ш» and «Щ»; either makes up about half of the text.
_ARABIC_PAIR = ("\u0637", "\u0638")
_STRANGE_PAIRS = (("\u00d8", "\u00d9"), ("\u0428", "\u0429"))
_SHARE = 0.3

# One byte a letter: windows-1256 and ISO-8859-6 read as Latin-1 or windows-1252 are words of accented letters. French
# has one in twenty.
_ACCENTS = "\u00aa-\u00ff\u0152-\u0161\u0178-\u0192\u02c6\u02dc"
_ACCENTED = re.compile(f"[{_ACCENTS}]")
_LETTERS = re.compile(r"[^\W\d_]+")
_ACCENTED_SHARE = 0.6
# What cannot be written in an encoding is replaced: by question marks, or by U+FFFD.
_REPLACED = re.compile("[?\ufffd]{2,}|\ufffd")
_REPLACED_SHARE = 0.4
# Letters as programs escape them, and UTF-16 of which each byte was kept: the high one of Arabic is 06.
_ESCAPED = "\\u06"
_ESCAPED_LENGTH = 6
_ESCAPED_SHARE = 0.4
_HIGH = "\x06"
_HIGH_SHARE = 0.2

# A text without any of these is read as it was written, but for the two letters of Arabic above.
_STRANGE = re.compile(f"[{_ACCENTS}\u0428\u0429\ufffd{_HIGH}]")

# Letters that close a word and never open one, and the article, which opens words and closes few.
_WORD = re.compile(f"[{ARABIC}]{{3,}}")
_CLOSING = "\u0629\u0649"
_OPENED = re.compile(f"[{_CLOSING}][{ARABIC}][{ARABIC}]")
_FEWEST_WORDS = 12
_TURNED_SHARE = 0.05


def is_mojibake(text: str) -> bool:
    """Return whether a text is Arabic that was decoded or written with the wrong encoding.

    That is UTF-8 read as windows-1256, windows-1252 or Latin-1; windows-1256 or ISO-8859-6 read as one of the latter;
    letters replaced by question marks or U+FFFD, letters escaped as in programs, or UTF-16 read a byte at a time.

    >>> text = "افتتح الوزير أمس معرض الكتاب في القاهرة بحضور جمهور كبير من القراء"
    >>> is_mojibake(text), is_mojibake(text.encode().decode("cp1252", "ignore"))
    (False, True)
    """
    sample = text[:_SAMPLE]
    if len(sample) < _FEWEST:
        return False
    first, second = _ARABIC_PAIR
    if sample.count(first) + sample.count(second) > _SHARE * len(sample):
        return True
    if _STRANGE.search(sample) is None and "??" not in sample and _ESCAPED not in sample:
        return False  # so it is nearly always, and needs no counting
    if sample.count(_HIGH) > _HIGH_SHARE * len(sample):
        return True
    if sample.count(_ESCAPED) * _ESCAPED_LENGTH > _ESCAPED_SHARE * len(sample):
        return True
    if any(sample.count(first) + sample.count(second) > _SHARE * len(sample) for first, second in _STRANGE_PAIRS):
        return True
    if _ACCENTED.search(sample) is not None:
        accented = len(_ACCENTED.findall(sample))
        # Letters are many, so they are counted only where the accented ones are.
        if accented > _ACCENTED_SHARE * _FEWEST:
            letters = sum(map(len, _LETTERS.findall(sample)))
            if accented > _ACCENTED_SHARE * letters:
                return True
    if "??" not in sample and "\ufffd" not in sample:
        return False
    printed = len(sample) - sum(map(str.isspace, sample))
    return sum(map(len, _REPLACED.findall(sample))) > _REPLACED_SHARE * max(printed, _FEWEST)


def is_in_visual_order(text: str) -> bool:
    """Return whether the letters of an Arabic text run from left to right, as in some PDF files.

    Then words begin with letters that only close words, and end with the article.

    >>> text = "افتتحت الوزيرة أمس معرض الكتاب في المدينة القديمة بحضور جمهور كبير من القراء والقارئات"
    >>> is_in_visual_order(text), is_in_visual_order(text[::-1])
    (False, True)
    """
    sample = text[:_SAMPLE]
    if _OPENED.search(sample) is None:
        return False  # so it is nearly always, and needs no counting
    found = _WORD.findall(sample)
    if len(found) < _FEWEST_WORDS:
        return False
    opened = sum(word[0] in _CLOSING for word in found)
    closed = sum(word[-1] in _CLOSING for word in found)
    return opened > _TURNED_SHARE * len(found) and opened > 2 * closed
