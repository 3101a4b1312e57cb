"""Strategies that write web pages around the documents of `arnews.testing.documents`, with the truth about them."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from arnews.roles import TEXT, Role
from arnews.testing.documents import DocumentStyle, documents
from arnews.testing.generated import Written, WrittenSpan
from arnews.testing.prose import pick, titles
from arnews.testing.templates import STYLES, Style, Template
from arnews.testing.words import names, page, prose

__all__ = ["Surroundings", "WrittenPage", "pages", "surround", "surroundings"]

_STYLES = tuple(style for style in DocumentStyle if style is not DocumentStyle.AGGREGATOR)
"""Those that print a title."""


@frozen
class WrittenPage:
    """A page and the document that it shows.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate], database=None, max_examples=5_000)
    >>> found = find(pages(Template.AMP), lambda page: True, settings=quick)
    >>> found.written.headline in html.unescape(found.html), "amp-sidebar" in found.html
    (True, True)
    """

    parts: Mapping[str, str]
    """The markup of each part of the template (``head``, ``above``, ``top``, ``body``, ``tail``, ``below``)."""
    written: Written
    """The article and what its newspaper prints with it, line by line; menus and lists around it are left out."""
    template: Template
    """How it is written."""
    has_metadata: bool
    """Whether title, author and date are in its metadata too."""

    @property
    def html(self) -> str:
        """The page."""
        markup = STYLES[self.template].page
        for name, part in self.parts.items():
            markup = markup.replace("{" + name + "}", part)
        return markup

    def with_tail(self, tail: Written) -> WrittenPage:
        """Return the page with some more lines after those of the article, written as the template does."""
        style = STYLES[self.template]
        lines = (
            _fill(style.lines.get(span.role, style.other), tail.text[span.start : span.end], number)
            for number, span in enumerate(tail.spans)
        )
        return evolve(self, parts={**self.parts, "tail": "\n".join([self.parts["tail"], *lines])})


@frozen
class Surroundings:
    """Markup of menus and lists of other articles, to be put above and below an article."""

    above: str
    """What is in front of everything else of the body element."""
    below: str
    """What is after everything else."""


def pages(*templates: Template) -> SearchStrategy[WrittenPage]:
    """Return a strategy for pages of the templates, of all of them if none is given."""
    return _pages(templates or tuple(Template))


@st.composite
def _pages(draw: DrawFn, templates: tuple[Template, ...]) -> WrittenPage:
    template = pick(draw, templates)
    style = STYLES[template]
    written = draw(documents(*_STYLES))
    if style.merged:
        written = _merged(written)
    has_metadata = style.has_metadata and draw(st.booleans())
    site = pick(draw, names()["outlets"])
    first, last = _reach(written)
    title = next(index for index, span in enumerate(written.spans) if span.role is Role.HEADLINE)
    lines = list(_lines(written, style, draw(st.integers(1, 9999))))
    parts = {
        "above": _menu(_sections(), style),
        "top": "\n".join(lines[:first]),
        "body": style.between.join(lines[first : last + 1]),
        "tail": "\n".join(lines[last + 1 :]),
        "below": _menu(draw(st.lists(titles(), min_size=2, max_size=6, unique=True)), style),
        "head": "".join(_head(written, site, written.text[slice(*_span(written, title))], has_metadata)),
    }
    return WrittenPage(parts=parts, written=written, template=template, has_metadata=has_metadata)


def surround(markup: str, around: Surroundings) -> str:
    """Return a page with something more above and below everything that its body element holds.

    >>> surround("<body><p>خبر</p></body>", Surroundings("<nav>رأي</nav>", "<div>رياضة</div>"))
    '<body><nav>رأي</nav><p>خبر</p><div>رياضة</div></body>'
    """
    start = markup.lower().find("<body")
    begin = markup.find(">", start) + 1 if start >= 0 else 0
    end = markup.lower().rfind("</body>")
    end = end if end >= begin else len(markup)
    return f"{markup[:begin]}{around.above}{markup[begin:end]}{around.below}{markup[end:]}"


@st.composite
def surroundings(draw: DrawFn) -> Surroundings:
    """Return a strategy for more navigation: landmarks with menus, and lists of links that no class tells.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate], database=None, max_examples=5_000)
    >>> "<aside>" in find(surroundings(), lambda around: "<aside>" in around.below, settings=quick).below
    True
    """
    above = [_links(draw, tag, _sections()) for tag in draw(st.lists(st.sampled_from(["nav", "header", "div"])))]
    below = [
        _links(draw, tag, draw(st.lists(titles(), min_size=2, max_size=12, unique=True)))
        for tag in draw(st.lists(st.sampled_from(["nav", "aside", "div", "footer"]), max_size=4))
    ]
    return Surroundings(above="".join(above), below="".join(below))


def _links(draw: DrawFn, tag: str, texts: Iterable[str]) -> str:
    item = pick(draw, ('<li><a href="/m/{n}">{}</a></li>', '<div><a href="/m/{n}">{}</a></div>'))
    inner = "".join(_fill(item, text, number) for number, text in enumerate(texts))
    return f"<{tag}><ul>{inner}</ul></{tag}>" if item.startswith("<li") else f"<{tag}>{inner}</{tag}>"


def _sections() -> list[str]:
    home = page()["head"]["home"][0]
    return [home, *dict.fromkeys(topic.sections[0] for topic in prose().topics)]


def _menu(texts: Sequence[str], style: Style) -> str:
    begin, item, end = style.menu
    return begin + "".join(_fill(item, text, number) for number, text in enumerate(texts)) + end


def _fill(markup: str, text: str, number: int) -> str:
    return markup.replace("{n}", str(number)).replace("{}", html.escape(text, quote=False))


def _lines(written: Written, style: Style, number: int) -> Iterator[str]:
    """Yield the markup of each span."""
    paragraphs = 0
    first, last = _reach(written)
    for index, span in enumerate(written.spans):
        text = written.text[span.start : span.end]
        markup = style.lines.get(span.role, style.other)
        if style.inside is not None and first < index < last:
            markup = style.inside.get(span.role, style.lines.get(span.role, "{}"))
        if span.role is Role.BODY:
            paragraphs += 1
            if style.bare_every and paragraphs % style.bare_every == 0:
                markup = "{}"
        yield _fill(markup, text, number + index)


def _reach(written: Written) -> tuple[int, int]:
    """Return the indexes of the first and the last span of the body."""
    found = [index for index, span in enumerate(written.spans) if span.role in TEXT]
    return found[0], found[-1]


def _span(written: Written, index: int) -> tuple[int, int]:
    return written.spans[index].start, written.spans[index].end


def _merged(written: Written) -> Written:
    """Return a document in which paragraphs that follow each other are one."""
    texts: list[tuple[Role, str]] = []
    for span in written.spans:
        text = written.text[span.start : span.end]
        if texts and span.role is Role.BODY and texts[-1][0] is Role.BODY:
            texts[-1] = Role.BODY, f"{texts[-1][1]} {text}"
        else:
            texts.append((span.role, text))
    spans: list[WrittenSpan] = []
    at = 0
    for role, text in texts:
        spans.append(WrittenSpan(at, at + len(text), role))
        at += len(text) + 1
    return evolve(written, text="\n".join(text for _, text in texts), spans=tuple(spans))


def _head(written: Written, site: str, title: str, has_metadata: bool) -> Iterator[str]:
    yield f"<title>{html.escape(title)} - {html.escape(site)}</title>\n"
    if not has_metadata:
        return
    yield f'<meta property="og:title" content="{html.escape(title)}">\n'
    yield f'<meta property="og:site_name" content="{html.escape(site)}">\n'
    record: dict[str, object] = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title}
    if written.date_published is not None:
        record["datePublished"] = written.date_published.isoformat()
    if written.authors:
        record["author"] = [{"@type": "Person", "name": name} for name in written.authors]
    text = json.dumps(record, ensure_ascii=False).replace("<", "\\u003c")
    yield f'<script type="application/ld+json">{text}</script>\n'
