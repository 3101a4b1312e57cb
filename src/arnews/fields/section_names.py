"""What is the name of a section, and what is that of the site, an index, the article or the way home."""

from __future__ import annotations

import re

from arnews.credits import is_outlet_word
from arnews.document import Segment
from arnews.fields.context import Context
from arnews.fields.names import ends_name, is_front, is_index, opens_name, without_prefix
from arnews.fields.site import is_address, is_site_name
from arnews.rules import Means
from arnews.text.fold import squeeze, strip_invisible
from arnews.text.letters import ARABIC, BLANKS

__all__ = ["EDGE", "SECTION_WORDS", "Named", "bare_section", "is_home", "is_section"]

_NAME = re.compile(rf"[A-Za-z\u00c0-\u024f{ARABIC}]")
"""A section of an Arabic page has a name in Arabic or Latin letters."""
_CUT = ("\u2026", "...", "..")
_REST_MARKS = ";:,.\u060c\u061b"
"""What the rest of a sentence begins with."""
Named = dict[str, tuple[str, Segment]]
"""Sections by their keys, each with its line."""
EDGE = BLANKS + "|-\u2013\u2014"
"""What is printed beside the name of a section in its line."""
_AROUND = BLANKS + "[]-\u2013\u2014"
"""What is printed around the name of a section."""
_CUT_MARKS = BLANKS + "\u2026."
SECTION_WORDS = 5
"""Words of the longest name of a section."""


def is_section(name: str, titles: frozenset[str], site: frozenset[str]) -> bool:
    """Tell whether a step of a breadcrumb is a section, not the article, the site or an address.

    Titles and names of the site are given by their keys.

    >>> is_section("ثقافة", frozenset(), frozenset()), is_section("Loaded: 0%", frozenset(), frozenset())
    (True, False)
    """
    key = squeeze(name)
    if not key or _NAME.search(name) is None or name.strip()[0] in _REST_MARKS or "%" in name or ": " in name:
        return False
    if key in titles or is_index(name) or is_address(name.strip()) or opens_name(key) or ends_name(key):
        return False
    if " " in key and any(title.startswith(f"{key} ") for title in titles):
        return False  # the last step is the title, cut off
    if name.rstrip().endswith(_CUT) and any(title.startswith(squeeze(name.rstrip(_CUT_MARKS))) for title in titles):
        return False  # the same, inside a word
    return key not in site and (all(is_outlet_word(word) for word in key.split()) or not is_site_name(name, site))


def is_home(name: str, ctx: Context) -> bool:
    """Tell whether a name is that of the front page.

    >>> import arnews
    >>> is_home("الرئيسية", Context(arnews.label(arnews.read_text("عاجل"))))
    True
    """
    rule = ctx.book.whole(squeeze(name))
    return is_front(name) or (rule is not None and rule.means is Means.HOME)


def bare_section(step: str) -> str:
    """Return the name of a section without the word of its list in front, and without brackets and dashes around it.

    >>> bare_section("تصنيف: [رياضة]")
    'رياضة'
    """
    name = without_prefix(strip_invisible(step)).strip(_AROUND)
    return name[1:-1].strip() if name.startswith("(") and name.endswith(")") else name
