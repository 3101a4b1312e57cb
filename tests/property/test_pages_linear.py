"""Law 12 on pages. Doubling a page at most multiplies the time by 2.3; a large one takes memory in proportion."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import process_time

import pytest

import arnews
from arnews.testing import page_laws
from benchmarks.hard_pages import ADVERSARIAL
from benchmarks.measure import run_alone

PARAGRAPH = "وقال الوزير أمس في مؤتمر صحفي إن المشروع رقم {} يبدأ غدا، وإن الكلفة لم تحدد بعد."
TITLE = "وزير النقل يفتتح الجسر رقم {} في المدينة"
PASSED_OVER = (
    "attributes on one tag",
    "one attribute repeated",
    "unclosed comments",
    "tags never closed by `>`",
    "nested JSON-LD",
)
SECONDS = 60
"""Far more than any of these takes; what grows with the square of its size takes hours."""


def _each(piece: str) -> Callable[[int], str]:
    """Return what writes a piece many times, each with its number."""
    return lambda count: "".join(piece.replace("{}", str(number)) for number in range(count))


def _article(*pieces: str) -> Callable[[int], str]:
    """Return what writes each of the pieces many times, and one paragraph."""
    return lambda count: "".join(_each(piece)(count) for piece in pieces) + f"<p>{PARAGRAPH}</p>"


def _json_ld(record: Callable[[str], str], item: str) -> Callable[[int], str]:
    def write(count: int) -> str:
        items = ",".join(item.replace("{}", str(number)) for number in range(count))
        return f"<script type=application/ld+json>{record(items)}</script><h1>{TITLE}</h1><p>{PARAGRAPH}</p>"

    return write


# Two things that are compared with each other, both many times; things in many elements.
CROSSED: dict[str, Callable[[int], str]] = {
    "titles and headings": _article(f"<meta property=og:title content='{TITLE}'>", f"<h2>{TITLE} الجديدة</h2>"),
    # The same heading each time: lines that have been read are remembered up to a number.
    "a long title and headings": lambda count: (
        f"<title>{TITLE * count}</title>{f'<h2>{TITLE}</h2>' * count}{PARAGRAPH}"
    ),
    "descriptions and paragraphs": _article(f"<meta name=description content='{PARAGRAPH}'>", f"<p>{PARAGRAPH}</p>"),
    "sites and sections": _article(
        "<meta property=og:site_name content='صحيفة المثال {}'><meta property=article:section content='قسم {}'>"
    ),
    "sites and authors": _article(
        "<meta property=og:site_name content='صحيفة {}'><meta name=author content='سامر {}'>"
    ),
    "dates": _article(
        "<meta property=article:published_time content='2024-01-02T10:00:0{}'>", "<div>{} يناير 2024</div>"
    ),
    "tags": _article("<meta property=article:tag content='وسم {}'>", "<a rel=tag href=/t/{}>وسم {}</a>"),
    "images": _article("<meta property=og:image content=/{}.jpg>", f"<p>{PARAGRAPH}<img src=/{{}}.jpg>"),
    "captions": _article(f"<p>{PARAGRAPH}</p><figure><img src=/1.jpg><figcaption>جانب {{}}</figcaption></figure>"),
    "teasers": _article(f"<div><h3><a href=/{{}}>{TITLE}</a></h3><p>{PARAGRAPH}</p></div>"),
    # Much deeper than the 512 elements that are nested: only what is below them is read as the article.
    "nested paragraphs": lambda count: _each(f"<div>{PARAGRAPH}")(40 * count),
    "nested related": _each(f"<div class=related><h4>{TITLE}</h4><p>{PARAGRAPH}</p>"),
    "deeper and back": lambda count: _each(f"<div><p>{PARAGRAPH}")(count) + _each(f"</div><p>{PARAGRAPH}")(count),
    "roots": _each("<html a{}=1>"),
    "bodies": _each("<body a{}=1>"),
    "quoted roots": _each("<html b='>' a{}=1>"),
    "two bodies": lambda count: f"<body {_each(' a{}')(count)}><body x='>' {_each(' b{}')(count)}><p>{PARAGRAPH}</p>",
    "candidates": lambda count: f"<h1>{TITLE}</h1><p>{PARAGRAPH}</p><img srcset='{'a' * count} b'>",
    "nested properties": _each("<div itemprop=author>{}"),
    "nested scopes": _each("<div itemscope itemprop=author itemtype=http://schema.org/Person>{}"),
    "templates": _each("<template><p>{}"),
    "comments of readers": lambda count: (
        f"<h1>{TITLE}</h1><p>{PARAGRAPH}</p><div class=comments>{_each(f'<p>{PARAGRAPH}</p>')(count)}</div>"
    ),
    "authors": _json_ld('{{"@type":"NewsArticle","author":[{}]}}'.format, '{"@type":"Person","name":"سامر {}"}'),
    "a broken list": _json_ld('{{"@type":"NewsArticle","keywords":[{}]}}'.format, '"وسم {}",'),
    "nested articles": _json_ld("{}".format, '{"@type":"NewsArticle","a":'),
    "pointers in a ring": _json_ld(
        '{{"@graph":[{}]}}'.format, '{"@type":"NewsArticle","@id":"#{}","author":{"@id":"#1{}"}}'
    ),
}


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_hard_pages(name: str) -> None:
    # Markup that the parser only passes over takes so little that a small page fits into the cache of the processor,
    # and so does a table of a few names.
    least, most = (0.1, 2.9) if name in PASSED_OVER else (0.02, 2.3)
    page_laws.check_linear(ADVERSARIAL[name], least=least, most=most)


@pytest.mark.parametrize("write", CROSSED.values(), ids=CROSSED)
def test_what_is_compared_with_each_other(write: Callable[[int], str]) -> None:
    page_laws.check_linear(write)


@pytest.mark.parametrize("write", ADVERSARIAL.values(), ids=ADVERSARIAL)
def test_a_hundred_thousand_times(write: Callable[[int], str]) -> None:
    page = write(100_000)
    start = process_time()
    page_laws.check_partition(page_laws.check_total(page))
    assert process_time() - start < SECONDS


@pytest.mark.skipif(sys.platform == "win32", reason="the peak of the memory is not told there")
def test_a_page_of_twenty_megabytes_takes_less_than_twenty_times_its_size() -> None:
    paragraphs = 20_000_000 // len(f"<p>{PARAGRAPH}</p>".encode())
    page = f"<h1>{TITLE}</h1>{_each(f'<p>{PARAGRAPH}</p>')(paragraphs)}".encode()
    taken = run_alone(page, "import arnews; article = arnews.parse_html(content)")
    assert taken.peak < 20 * len(page)
    assert taken.seconds < SECONDS


def test_the_law_notices() -> None:
    class Quadratic:
        def parse_html(self, page: str | bytes, /) -> arnews.Article:
            assert isinstance(page, str)
            return arnews.Article(language=str(sum(page.count("ا") for _ in page)))

    with pytest.raises(AssertionError, match="characters took"):
        page_laws.check_linear(lambda count: "ا" * count, Quadratic())
