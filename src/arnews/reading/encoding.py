"""Bytes to text: byte order mark, UTF-8, what is declared, and at last the letters themselves.

A declaration is believed only where the bytes do not contradict it: Arabic pages in windows-1256 declare UTF-8 or
ISO-8859-1 more often than not. A library for all the encodings of the world was no help here: see `docs/design.md`.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from functools import cache
from math import log

from attrs import frozen

from arnews.data_files import read_toml
from arnews.text.letters import BLANKS, LINE_ENDS

__all__ = ["Decoded", "decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 8192
_META = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE
)

_NAMES = {"cp1256": "windows-1256", "iso8859-6": "iso-8859-6", "cp1252": "windows-1252", "utf-16-le": "utf-16le",
          "utf-16-be": "utf-16be", "utf-32-le": "utf-32le", "utf-32-be": "utf-32be"}  # fmt: skip
_ARABIC = ("cp1256", "iso8859-6")
# ASCII and ISO-8859-1, the defaults of servers and templates, are read as it, and they say little.
_EMPTY = "cp1252"

_SAMPLE = 262_144
_RUN = re.compile(rb"[A-Za-z]?[\x80-\xff]+[A-Za-z]?")
_FEWEST = 12
"""Of fewer letters their frequencies say nothing."""
_WHOLE = 0.5
"""Damaged UTF-8 is UTF-8 if this share of its bytes outside ASCII is."""
_PER_MILLE = {
    "ا": 145, "ل": 114, "ي": 72, "م": 60, "ر": 52, "ت": 49, "ن": 50, "و": 50, "ع": 35, "ب": 35, "ة": 31, "ف": 29,
    "س": 28, "د": 29, "ق": 23, "أ": 23, "ح": 20, "ك": 18, "ه": 20, "ج": 13, "ش": 11, "ص": 10, "ط": 9, "ى": 9, "ث": 7,
    "خ": 8, "إ": 8, "ز": 7, "ض": 7, "ء": 5, "ذ": 5, "غ": 4, "ئ": 4, "ظ": 2, "آ": 1, "ؤ": 1, "،": 9, "؛": 0.3, "؟": 0.6,
    "ـ": 0.7, "\u064b": 0.5, "\u064e": 0.8, "\u064f": 0.8, "\u0650": 0.5, "\u0651": 0.6, "\u0652": 0.2, "\xa0": 3,
    "\xab": 0.5, "\xbb": 0.5, "“": 1, "”": 1, "‘": 0.2, "’": 0.2, "–": 0.5, "…": 0.3, "•": 0.2, "©": 0.2, "پ": 0.2,
    "چ": 0.2, "گ": 0.2, "ک": 0.2,
}  # fmt: skip
"""How often letters and marks occur in a thousand of Arabic news that are not ASCII."""
_RAREST = 0.01
_ARABIC_ENOUGH = -4.3
"""Mean logarithm of the frequency of the letters: Arabic has -3.1, Persian -3.7, what is neither -5 and less."""
_TRUST = 0.5
"""What a declaration of an Arabic encoding is worth against the letters, in the same unit."""
_UNDECLARED = ("cp1252", "cp1256")
"""What bytes without a declared encoding are read as: where most letters are Latin, and elsewhere."""


@frozen
class Decoded:
    """A text and how it was read.

    >>> decode("خبر".encode("utf-16")).text
    'خبر'
    """

    text: str
    """The text, without a byte order mark."""
    encoding: str
    """Name of the encoding, by the Encoding Standard where it has one (``windows-1256``)."""
    issue: str | None = None
    """What is doubtful about it, as a sentence."""
    utf8: bool = False
    """Whether the bytes are UTF-8 without a flaw, with or without a byte order mark."""


def decode(data: bytes, *, charset: str | None = None) -> Decoded:
    """Return the text of a page or file in any encoding. No bytes make it raise.

    In this order: a byte order mark; UTF-8, if the bytes are; what is declared, unless the letters contradict it;
    windows-1256 or ISO-8859-6 by the frequency of the letters. What cannot be decoded becomes U+FFFD, and an issue.

    Args:
        data: the bytes.
        charset: the label of the HTTP header, if there was one; one that is not known is ignored.

    >>> page = '<meta charset="utf-8"><p>افتتح الوزير أمس المعرض الدولي للكتاب في القاهرة'
    >>> decode(page.encode()).encoding, decode(page.encode("cp1256")).encoding
    ('utf-8', 'windows-1256')
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], name)
    wide = _find_utf16(data)
    if wide:
        return _read(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", utf8=True)
    except UnicodeDecodeError as error:
        first = error.start
    if _is_mostly_utf8(data):
        return _read(data, "utf-8")
    return _read_by_letters(data, data[max(first - 1, 0) : first + _SAMPLE], _declared(data, charset))


def _read(data: bytes, codec: str, issue: str | None = None) -> Decoded:
    name = _NAMES.get(codec, codec)
    try:
        return Decoded(data.decode(codec), name, issue, utf8=codec == "utf-8")
    except UnicodeDecodeError as error:
        damage = f"not valid {name} at byte {error.start}; what cannot be decoded was replaced"
    return Decoded(data.decode(codec, errors="replace"), name, f"{issue}; {damage}" if issue else damage)


def _find_utf16(data: bytes) -> str | None:
    """Return which UTF-16 a text without a mark is: one byte of each pair says that it is Latin or Arabic."""
    head = data[:_HEAD]
    if b"\0" not in head[:512] or len(head) < 4:
        return None
    size = len(head) // 2
    for codec, high, low in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        if high.count(0) + high.count(6) > 0.9 * size and low.count(0) < 0.1 * size:
            return codec
    return None


def _is_mostly_utf8(data: bytes) -> bool:
    ascii_only = len(data.translate(None, bytes(range(0x80, 0x100))))
    valid = len(data.decode("utf-8", errors="ignore").encode("utf-8")) - ascii_only
    return valid >= _WHOLE * (len(data) - ascii_only)


def _declared(data: bytes, charset: str | None) -> list[str]:
    """Return the codecs that the header and the page name, without those that the bytes have refuted."""
    labels = [charset] if charset else []
    labels += [label.decode("ascii", "replace") for label in _META.findall(data, 0, _HEAD)]
    codecs_of = (_codec(label) for label in labels)
    return [codec for codec in codecs_of if codec and not codec.startswith("utf-")]


def _codec(label: str) -> str | None:
    # Python's own look-up remembers for ever each label that it does not know.
    label = label.strip(BLANKS + LINE_ENDS + "\"';,").lower()
    return _labels().get(label) or _labels().get(label.replace("_", "-"))


@cache
def _labels() -> dict[str, str]:
    """Return the codec that each known label names."""
    tables = read_toml("reading/data/labels.toml").values()
    return {label: codec for table in tables for codec, labels in table.items() for label in labels}


def _read_by_letters(data: bytes, sample: bytes, declared: list[str]) -> Decoded:
    """Read bytes that are no UTF-8."""
    runs: list[bytes] = _RUN.findall(sample)
    latin = sum(len(run) - 1 for run in runs if run[:1].isalpha() or run[-1:].isalpha())
    letters = Counter(b"".join(runs))
    total = sum(count for byte, count in letters.items() if byte >= 0x80)
    stated = next((codec for codec in declared if codec != _EMPTY), declared[0] if declared else None)
    # In Arabic a letter of the upper half never touches a Latin one, in French nearly always.
    if total >= _FEWEST and 2 * latin < total:
        scores = {codec: _mean_frequency(letters, total, codec) + _TRUST * (codec == stated) for codec in _ARABIC}
        best = max(scores, key=scores.__getitem__)
        if scores[best] > _ARABIC_ENOUGH:
            return _read(data, best)
    if stated:
        return _read(data, stated)
    codec, other = _UNDECLARED if 2 * latin > total else _UNDECLARED[::-1]
    # Quotation marks and dashes are the same bytes in both: then it does not matter which one it is.
    if data.decode(codec, errors="replace") == data.decode(other, errors="replace"):
        return _read(data, codec)
    return _read(data, codec, f"the encoding is not declared; {_NAMES[codec]} is a guess")


def _mean_frequency(letters: Counter[int], total: int, codec: str) -> float:
    table = _logarithms(codec)
    return sum(count * table[byte] for byte, count in letters.items() if byte >= 0x80) / total


@cache
def _logarithms(codec: str) -> tuple[float, ...]:
    """Return the logarithm of the frequency of the letter that each byte encodes."""
    chars = bytes(range(256)).decode(codec, errors="replace")
    return tuple(log(_PER_MILLE.get(char, _RAREST) / 1000) for char in chars)
