"""Documents that share no word, name or address: what is remembered of one is of no use to the next.

``python -m tests.unit.hostile_documents MOST FIRST LARGEST`` parses so many of them, the largest of so many characters,
and prints the megabytes that those after the first ones have added to the process. Linux only.
"""

from __future__ import annotations

import datetime
import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path

import arnews

PARAGRAPH = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء في العاصمة."
SMALL = 3_000
"""Characters of most documents. One in four has `MIDDLE`, one in twenty is as large as it may be."""
MIDDLE = 20_000


def _word(number: int) -> str:
    """Return a word that no other number has, without a digit."""
    return "".join(chr(0x0628 + int(digit)) for digit in str(number))


def _repeated(piece: str, number: int, size: int) -> str:
    """Return a piece so often that it has a size, its names (``{0}``) and words (``{1}``) always others."""
    count = max(1, size // len(piece))
    return "".join(piece.format(f"{number}x{at}", _word(number * 7919 + at)) for at in range(count))


def _page(piece: str) -> Callable[[int, int], str]:
    """Return what writes a page with a title, an article, and a piece many times."""
    return lambda number, size: (
        f"<title>{PARAGRAPH} {number}</title><h1>{PARAGRAPH} {number}</h1><p>{PARAGRAPH}</p>"
        + _repeated(piece, number, size)
    )


def _text(piece: str, before: str = "", after: str = "") -> Callable[[int, int], str]:
    return lambda number, size: before + _repeated(piece, number, size) + after


KINDS: dict[str, Callable[[int, int], str | bytes]] = {
    "one paragraph": _text(f"{PARAGRAPH} {{1}} ", after="(رويترز)"),
    "class names": _page(f"<div class='{'c' * 300}{{0}}'><p>{{1}}</p></div>"),
    "short class names": _page("<div class='n{0}' id='{0}'><p>{1}</p></div>"),
    "charsets": lambda number, size: (
        (_repeated("<meta charset=x{0}>", number, size) + PARAGRAPH).encode() + b"\xff \xe9"
    ),
    "bylines": _text("كتب: {1} {1}\nالقاهرة - {1} {1}\n", after=PARAGRAPH),
    "tags and attributes": _page(f"<x-{{0}} y-{{0}}=1><p class='n{{0}}'>{{1}}. {PARAGRAPH}</p></x-{{0}}>"),
    "keywords and authors": _page(
        "<meta property=article:tag content='{1}'><meta name=author content='{1} {0}'>"
        "<meta property=article:section content='{1}'>"
    ),
    "dates of metadata": _page(
        "<meta property=article:published_time content='{0} {1}'><time datetime='{1}{0}'>2024-01-02 {0}</time>"
    ),
    "dates": _text("{1} {0} شباط {0} 20:{0}\n"),
    "links and images": _page("<a href='https://h{0}.example/{0}'>{1} {1} {1} {1}</a><img src='/{0}.jpg' alt='{1}'>"),
    "a long name of the site": lambda number, size: (
        f"<meta property=og:site_name content='{_repeated('{1}', number, size)}'>{_page('<p>{1}</p>')(number, SMALL)}"
    ),
    "a long date": lambda number, size: (
        f"<meta property=article:published_time content='{_repeated('{0} ', number, size)}'>"
        f"{_page('<p>{1}</p>')(number, SMALL)}"
    ),
    "JSON-LD": lambda number, size: (
        '<script type=application/ld+json>{"@type":"NewsArticle"'
        + _repeated(',"{0}":"{1}"', number, size)
        + f"}}</script>{_page('<p>{1}</p>')(number, SMALL)}"
    ),
    "a page that a script fills": lambda number, size: (
        '<script type=application/ld+json>{"@type":"NewsArticle","datePublished":"2024-01-02","headline":"'
        + f'{PARAGRAPH} {number}","articleBody":"'
        + _repeated(f"{{1}} {{1}} {PARAGRAPH} {{1}}.\\n", number, size)
        + '"}</script><div id=app></div>'
    ),
    "front matter and pictures": lambda number, size: (
        f"---\ntitle: {_word(number)}\nauthor: {_word(number)}\ntags: {_word(number)}\n---\n{PARAGRAPH}\n"
        + _repeated("![{1} {1} {1}](http://a.example/{0}.jpg)\n**{1}**\n", number, size)
    ),
    "topics": _text("{1} {1}ا {1}ب\n", after=PARAGRAPH),
    "authors apart": _page("<p class='author a{0}'><a rel=author href='/author/{0}'>{1} {1}</a></p>"),
    "long tags": lambda number, size: (
        f"<{'t' * (size // 4)}{number}>{PARAGRAPH}<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>" * 2
    ),
    "sources": _page(f"<p>{{1}} {PARAGRAPH}</p><p>المصدر: {{1}}</p>"),
    "foreign dates": _text("January {0}, 2024\n{1} ago {0}\n", before="3 hours ago\n"),
}


def _document(number: int, largest: int) -> str | bytes:
    size = largest if number % 20 == 0 else MIDDLE if number % 4 == 0 else SMALL
    kinds = [*KINDS.values()]
    # Kinds take turns at each size.
    return kinds[(number + number // 20) % len(kinds)](number, min(size, largest))


def _resident() -> int:
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main(most: int, first: int, largest: int) -> None:
    """Parse documents and print what those after the first ones have added."""
    before = 0
    for number in range(most):
        if number == first:
            before = _resident()
        moment = datetime.datetime(2024, 1, 1) + datetime.timedelta(seconds=number)
        url = f"https://u{number}.example/{'a' * 200}{number}"
        arnews.parse(_document(number, largest), url=url, fetched_at=moment)
    print((_resident() - before) / 1e6)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
