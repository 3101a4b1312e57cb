"""Arabic that was decoded with the wrong encoding, told by the letters that it is made of."""

from __future__ import annotations

__all__ = ["is_mojibake"]

_SAMPLE = 2000
_FEWEST = 40

# UTF-8 bytes of Arabic begin with D8 or D9. Read as windows-1256 these are «ط» and «ظ»,
# read as windows-1252 or Latin-1 «Ø» and «Ù»; either makes up about half of the text.
_PAIRS = (("\u0637", "\u0638"), ("\u00d8", "\u00d9"))
_SHARE = 0.3


def is_mojibake(text: str) -> bool:
    """Return whether a text is Arabic UTF-8 that was decoded as windows-1256, windows-1252 or Latin-1.

    >>> text = "افتتح الوزير أمس معرض الكتاب في القاهرة بحضور جمهور كبير من القراء"
    >>> is_mojibake(text), is_mojibake(text.encode().decode("cp1252", "ignore"))
    (False, True)
    """
    sample = text[:_SAMPLE]
    if len(sample) < _FEWEST:
        return False
    return any(sample.count(first) + sample.count(second) > _SHARE * len(sample) for first, second in _PAIRS)
