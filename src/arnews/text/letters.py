"""Named classes of characters, each with its reason. No other module writes ranges of Arabic letters.

Every constant is the inside of a character class, to be put between brackets in a pattern.
"""

from __future__ import annotations

__all__ = [
    "ARABIC",
    "BIDI",
    "BLANKS",
    "DASHES",
    "EMBEDDINGS",
    "EXTENDED",
    "FOLDED",
    "FOREIGN",
    "IGNORABLE",
    "INVISIBLE",
    "LINE_ENDS",
    "PRESENTATION",
    "QUOTES",
    "SENTENCE_END",
    "TASHKEEL",
    "TATWEEL",
]

TASHKEEL = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
"""Vowel marks, shadda, superscript alef and Quranic signs: they never change which word it is."""

TATWEEL = "\u0640"
"""Stretches a word for looks («مـــن»); alone between spaces it serves as a dash."""

EMBEDDINGS = "\u202a-\u202e\u2066-\u2069"
"""Controls that set or override the direction of all that follows, up to the one that ends them."""

BIDI = "\u061c\u200e\u200f" + EMBEDDINGS
"""Direction controls, which content systems put in front of Latin names and numbers."""

INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Soft hyphen, zero-width spaces and joiners, byte order mark."""

IGNORABLE = TASHKEEL + TATWEEL + BIDI + INVISIBLE
"""Characters that are deleted before two texts are compared."""

PRESENTATION = "\ufb50-\ufdff\ufe70-\ufefc"
"""Letters as shapes, of old type-setting systems («ﻫ» for «هـ»); NFKC gives the letters back."""

FOREIGN = "\u0671-\u0673\u06a9\u06aa\u06be\u06c0-\u06c3\u06c6\u06cc\u06cd\u06d0-\u06d3\u06d5"
"""Letters of Persian, Urdu, Kurdish and other keyboards that print like Arabic ones («ک» for «ك»)."""

EXTENDED = "\u0671-\u067d\u067f-\u0685\u0687-\u06a3\u06a5-\u06ac\u06ae\u06b0-\u06d3"
"""Letters of other languages, without those four that Arabic writes foreign sounds with."""

FOLDED = "\u0621-\u064a"
"""Letters that `arnews.text.fold.unify` leaves, the body of a character class: those of Arabic itself."""
ARABIC = "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9" + PRESENTATION
"""Letters of the Arabic script, tatweel included, marks and digits not."""

DASHES = "\\-\u2010-\u2015\u2212\u0640\ufe58\uff0d"
"""Hyphens and dashes; tatweel is one when it is between spaces."""

QUOTES = "\"'\u00ab\u00bb\u2018-\u201f\u2039\u203a"
"""Quotation marks of all styles that newspapers mix."""

SENTENCE_END = ".!?\u061f\u06d4\u2026"
"""Marks that end a sentence: full stop, exclamation and question marks, ellipsis."""

BLANKS = "\t \x1f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Every white space inside a line. Spelled out, so that `str.strip` takes it, too."""

LINE_ENDS = "\n\r\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e"
"""What ends a line in the wild: besides line feed and carriage return what word processors and dumps leave after."""
