"""Strategies for pages as they should not be: cut, with tags dropped or left open, nested, in wrong bytes."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from arnews.testing.hostile import hostile_texts
from arnews.testing.pages import pages
from arnews.testing.prose import pick

__all__ = ["PIECES", "tear", "torn_pages"]

_TAG = re.compile(r"<[^<>]*>")
PIECES = (
    "<a ", "<a href='", "<!--", "<![CDATA[", "</", "<", ">", "&", "&#x0;", "&#xD800;", "&#1114112;", "\x00", "\ud800",
    "\ufeff", "\ufffe",
    "<script>", "<style>", "<title>", "<textarea>", "<template>", "<svg>", "<math><mi>", "<select><option>", "<table>",
    "<plaintext>", "<noscript>", "<p hidden>", "<base href='//['>", "<body class=x>", "<html lang=''>", "<frameset>",
    "<img src='http://[' srcset=', ,1x'>", "<a href='http://[::'>خبر</a>", "<time datetime='٩٩٩٩-٩٩-٩٩'>", "<br>" * 40,
    "<link rel=canonical href='http://['>", "<meta property='article:published_time' content='0000-13-45T99:99'>",
    "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":[[{}]],\"author\":{\"name\":[1]}}</script>",
    "<script type='application/ld+json'>{\"@graph\":[null,1,[{\"datePublished\":{}}]],</script>", "<div itemprop=''>",
    "<div itemscope itemtype='http://schema.org/Article'><meta itemprop='headline author' content=' '>", "<nav><p>",
)  # fmt: skip
"""Beginnings without an end, characters that no page may hold, metadata that cannot be read."""
_DEEPEST = 10_000
_ENCODINGS = ("utf-8", "utf-16", "windows-1256", "utf-16-le", "utf-8-sig", "iso8859-6")


@st.composite
def tear(draw: DrawFn, page: str) -> str:
    """Return a strategy for a page with one to four things broken.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate], database=None, max_examples=5_000)
    >>> len(find(tear("<p>خبر</p>"), lambda torn: len(torn) < 5, settings=quick)) < 5
    True
    """
    for _ in range(draw(st.integers(1, 4))):
        page = pick(draw, _TEARS)(draw, page)
    return page


@st.composite
def torn_pages(draw: DrawFn) -> str | bytes:
    """Return a strategy for broken pages, as text or as bytes of some encoding, and for what is no page at all.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate], database=None, max_examples=5_000)
    >>> type(find(torn_pages(), lambda page: isinstance(page, bytes), settings=quick))
    <class 'bytes'>
    """
    kind = draw(st.integers(0, 9))
    if kind == 9:
        return draw(st.binary(max_size=400))
    if kind == 8:
        return draw(_soup())
    page = draw(pages()).html
    if kind != 7:
        page = draw(tear(page))
    if draw(st.booleans()):
        return page
    return page.encode(pick(draw, _ENCODINGS), errors="replace")


def _soup() -> SearchStrategy[str]:
    """Return a strategy for pieces of markup and text in any order."""
    return st.lists(st.sampled_from(PIECES) | hostile_texts(), max_size=30).map("".join)


def _cut(draw: DrawFn, page: str) -> str:
    start, end = sorted((draw(st.integers(0, len(page))), draw(st.integers(0, len(page)))))
    return pick(draw, (page[:end], page[start:], page[:start] + page[end:], page[start:end]))


def _without_tags(draw: DrawFn, page: str) -> str:
    every = draw(st.integers(1, 5))
    count = iter(range(len(page)))
    return _TAG.sub(lambda tag: "" if next(count) % every == 0 else tag.group(), page)


def _with_open_tags(draw: DrawFn, page: str) -> str:
    return page.replace("</", pick(draw, ("<", "</x", "")), draw(st.integers(1, 60)))


def _with_repeated_attributes(draw: DrawFn, page: str) -> str:
    more = pick(draw, (' class="share"', ' id="comments"', " hidden", ' style="display:none"', " x=1" * 200, ' dir="'))
    at = draw(st.integers(0, len(page)))
    found = page.find(">", at)
    return page if found < 0 else page[:found] + more * draw(st.integers(1, 3)) + page[found:]


def _with_a_piece(draw: DrawFn, page: str) -> str:
    at = draw(st.integers(0, len(page)))
    return page[:at] + pick(draw, PIECES) * draw(st.integers(1, 4)) + page[at:]


def _nested(draw: DrawFn, page: str) -> str:
    tag = pick(draw, ("div", "b", "a", "p", "table", "li", "font", "span", "blockquote"))
    return f"<{tag}>" * pick(draw, (10, 300, _DEEPEST)) + page


def _repeated(draw: DrawFn, page: str) -> str:
    return page * draw(st.integers(2, 3))


_TEARS: tuple[Callable[[DrawFn, str], str], ...] = (
    _cut,
    _without_tags,
    _with_open_tags,
    _with_repeated_attributes,
    _with_a_piece,
    _nested,
    _repeated,
)
