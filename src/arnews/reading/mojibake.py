"""Arabic that was decoded with the wrong encoding, told by the letters that it is made of."""

from __future__ import annotations

import re

__all__ = ["is_mojibake"]

_SAMPLE = 2000
_FEWEST = 40

# UTF-8 bytes of Arabic begin with D8 or D9. Read as windows-1256 these are «ط» and «ظ»,
# read as windows-1252 or Latin-1 «Ø» and «Ù»; either makes up about half of the text.
_PAIRS = (("\u0637", "\u0638"), ("\u00d8", "\u00d9"))
_SHARE = 0.3

# One byte a letter: windows-1256 and ISO-8859-6 read as Latin-1 or windows-1252 are words of accented letters. French
# has one in twenty.
_ACCENTED = re.compile("[\u00aa-\u00ff\u0152-\u0161\u0178-\u0192\u02c6\u02dc]")
_LETTER = re.compile(r"[^\W\d_]")
_ACCENTED_SHARE = 0.6
# What cannot be written in an encoding is replaced: by question marks, or by U+FFFD.
_REPLACED = re.compile("[?\ufffd]{2,}|\ufffd")
_REPLACED_SHARE = 0.4


def is_mojibake(text: str) -> bool:
    """Return whether a text is Arabic that was decoded or written with the wrong encoding.

    That is UTF-8 read as windows-1256, windows-1252 or Latin-1; windows-1256 or ISO-8859-6 read as one of the latter;
    or letters replaced by question marks or U+FFFD.

    >>> text = "افتتح الوزير أمس معرض الكتاب في القاهرة بحضور جمهور كبير من القراء"
    >>> is_mojibake(text), is_mojibake(text.encode().decode("cp1252", "ignore"))
    (False, True)
    """
    sample = text[:_SAMPLE]
    if len(sample) < _FEWEST:
        return False
    if any(sample.count(first) + sample.count(second) > _SHARE * len(sample) for first, second in _PAIRS):
        return True
    accented = len(_ACCENTED.findall(sample))
    # Letters are many, so they are counted only where the accented ones are.
    if accented > _ACCENTED_SHARE * _FEWEST and accented > _ACCENTED_SHARE * len(_LETTER.findall(sample)):
        return True
    if "??" not in sample and "\ufffd" not in sample:
        return False
    printed = len(sample) - sum(map(str.isspace, sample))
    return sum(map(len, _REPLACED.findall(sample))) > _REPLACED_SHARE * max(printed, _FEWEST)
