"""For your own tests: strategies that write Arabic news texts and pages, and the laws that every parser obeys.

Needs hypothesis: ``pip install arnews[testing]``.

>>> from hypothesis import given, settings
>>> from arnews.testing import Written, documents, laws
>>> @settings(max_examples=3, database=None)
... @given(documents())
... def test_partition(document: Written) -> None:
...     laws.check_partition(laws.check_total(document.text), document.text)
>>> test_partition()
"""

from importlib.util import find_spec

if find_spec("hypothesis") is None:
    raise ModuleNotFoundError("arnews.testing needs hypothesis: pip install 'arnews[testing]'", name="hypothesis")

from arnews.testing import laws, page_laws
from arnews.testing.damaged_pages import tear, torn_pages
from arnews.testing.documents import DocumentStyle, bodies, documents
from arnews.testing.generated import Written, WrittenSpan, join, line
from arnews.testing.head import (
    bylines,
    captions,
    datelines,
    decks,
    headlines,
    mastheads,
    sections,
    tickers,
    timestamps,
)
from arnews.testing.hostile import as_shapes, flatten, hostile_texts, one_line_pages
from arnews.testing.outlets import assert_lawful, outlet_texts
from arnews.testing.pages import Surroundings, WrittenPage, pages, surround, surroundings
from arnews.testing.prose import leads, paragraphs, persons, sentences, titles
from arnews.testing.tail import (
    ads,
    author_bios,
    comment_forms,
    contributors,
    counters,
    disclaimers,
    other_articles,
    promos,
    read_also,
    related_lists,
    share_bars,
    source_lines,
    tag_lists,
)
from arnews.testing.templates import Template
from arnews.testing.variants import (
    add_controls,
    add_marks,
    add_tatweel,
    change_digits,
    end_lines,
    swap_hamza_seats,
    variants,
)

__all__ = [
    "DocumentStyle",
    "Surroundings",
    "Template",
    "Written",
    "WrittenPage",
    "WrittenSpan",
    "add_controls",
    "add_marks",
    "add_tatweel",
    "ads",
    "as_shapes",
    "assert_lawful",
    "author_bios",
    "bodies",
    "bylines",
    "captions",
    "change_digits",
    "comment_forms",
    "contributors",
    "counters",
    "datelines",
    "decks",
    "disclaimers",
    "documents",
    "end_lines",
    "flatten",
    "headlines",
    "hostile_texts",
    "join",
    "laws",
    "leads",
    "line",
    "mastheads",
    "one_line_pages",
    "other_articles",
    "outlet_texts",
    "page_laws",
    "pages",
    "paragraphs",
    "persons",
    "promos",
    "read_also",
    "related_lists",
    "sections",
    "sentences",
    "share_bars",
    "source_lines",
    "surround",
    "surroundings",
    "swap_hamza_seats",
    "tag_lists",
    "tear",
    "tickers",
    "timestamps",
    "titles",
    "torn_pages",
    "variants",
]
