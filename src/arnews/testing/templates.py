"""How publishing systems write an article: the markup of each line and of what is around them, a template a kind."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from arnews.roles import Role

__all__ = ["STYLES", "Style", "Template"]


class Template(StrEnum):
    """What a page is made of.

    >>> [str(template) for template in Template][:3]
    ['article', 'divs', 'breaks']
    """

    ARTICLE = "article"
    """Elements that say what they are: ``main``, ``article``, ``h1``, ``figure``, ``nav``, ``aside``."""
    DIVS = "divs"
    """Elements of one tag, whose classes say what they are."""
    BREAKS = "breaks"
    """One ``div`` holds the body, its paragraphs set apart by line breaks."""
    TABLES = "tables"
    """A layout of 2013: tables in tables, fonts, no class."""
    ONE_PARAGRAPH = "one paragraph"
    """The whole body in one ``p``, as far as nothing interrupts it."""
    AMP = "amp"
    """A page for telephones: elements of its own, whose names begin with ``amp``."""
    TEXT_NODES = "text nodes"
    """Some paragraphs have an element, others are in the container beside them."""
    BARE = "bare"
    """Nothing but ``div``: no heading, no class, no metadata."""


@frozen
class Style:
    """The markup of a template; in each piece ``{}`` is the place of what is inside."""

    page: str
    """The page: ``{head}``, ``{above}``, ``{top}``, ``{body}``, ``{tail}``, ``{below}``."""
    lines: Mapping[Role, str]
    """A line of each role; ``{n}`` is a number of its own."""
    other: str
    """A line of any other role."""
    menu: tuple[str, str, str] = ("<ul>", '<li><a href="/s/{n}">{}</a></li>', "</ul>")
    """A list of links: how it begins, an item, how it ends."""
    inside: Mapping[Role, str] | None = None
    """What interrupts the body, if it is not written like what is around."""
    between: str = "\n"
    """What is between two lines of the body."""
    bare_every: int = 0
    """After how many paragraphs one is without an element."""
    merged: bool = False
    """Whether paragraphs that follow each other are one."""
    has_metadata: bool = True
    """Whether such pages have any."""


_HTML = '<!DOCTYPE html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">\n{head}</head>\n'
_LINK = '<a href="/n/{n}">{}</a>'

_ARTICLE = Style(
    page=_HTML + "<body>\n<header>{above}</header>\n<main><article>\n<header>\n{top}\n</header>\n{body}\n</article>\n"
    "<section>\n{tail}\n</section></main>\n{below}</body>\n</html>",
    lines={
        Role.HEADLINE: "<h1>{}</h1>",
        Role.DECK: '<p class="standfirst">{}</p>',
        Role.BYLINE: '<address class="byline">{}</address>',
        Role.TIMESTAMP: "<time>{}</time><br>",
        Role.SECTION: '<nav class="breadcrumb">{}</nav>',
        Role.NAVIGATION: '<nav class="ticker">{}</nav>',
        Role.BODY: "<p>{}</p>",
        Role.SUBHEADING: "<h2>{}</h2>",
        Role.CAPTION: '<figure><img src="/i/{n}.jpg" alt=""><figcaption>{}</figcaption></figure>',
        Role.RELATED_HEADING: "<h3>{}</h3>",
        Role.RELATED_ITEM: f"<p>{_LINK}</p>",
        Role.SHARE: '<div class="share">{}</div>',
        Role.TAGS: '<div class="tags">{}</div>',
        Role.COMMENTS: '<div class="comments">{}</div>',
        Role.AD: '<div class="ad">{}</div>',
        Role.DISCLAIMER: "<footer>{}</footer>",
    },
    other="<p>{}</p>",
    menu=("<nav><ul>", '<li><a href="/s/{n}">{}</a></li>', "</ul></nav>"),
)

_DIVS = Style(
    page=_HTML + '<body class="rtl single">\n<div id="header">{above}</div>\n<div id="wrapper"><div class="col-md-8">\n'
    '{top}\n<div class="post-content">\n{body}\n</div>\n{tail}\n</div>\n<div class="col-md-4">{below}</div></div>\n'
    "</body>\n</html>",
    lines={
        Role.HEADLINE: '<div class="post-title">{}</div>',
        Role.DECK: '<div class="sub-title">{}</div>',
        Role.BYLINE: '<div class="author">{}</div>',
        Role.TIMESTAMP: '<div class="post-date"><i class="fa fa-clock"></i> {}</div>',
        Role.SECTION: '<div class="breadcrumb">{}</div>',
        Role.BODY: "<div>{}</div>",
        Role.SUBHEADING: "<div><strong>{}</strong></div>",
        Role.CAPTION: '<div class="img"><img data-src="/i/{n}.jpg"><div class="caption">{}</div></div>',
        Role.RELATED_HEADING: '<div class="related-head">{}</div>',
        Role.RELATED_ITEM: f'<div class="related-item">{_LINK}</div>',
        Role.SHARE: '<div class="social-share"><span>{}</span></div>',
        Role.TAGS: '<div class="post-tags">{}</div>',
        Role.COMMENTS: '<div class="comment-form">{}</div>',
        Role.AD: '<div class="adsense">{}</div>',
    },
    other="<div>{}</div>",
    menu=('<div class="menu">', '<div class="menu-item"><a href="/s/{n}">{}</a></div>', "</div>"),
)

_BREAKS = Style(
    page=_HTML + '<body>\n<div class="top">{above}</div>\n<div class="main">\n{top}\n<div class="details">'
    "{body}</div>\n{tail}\n</div>\n{below}</body>\n</html>",
    lines={
        Role.HEADLINE: "<h1>{}</h1>",
        Role.SUBHEADING: "<strong>{}</strong>",
        Role.BODY: "{}",
        Role.RELATED_HEADING: "<b>{}</b>",
        Role.RELATED_ITEM: _LINK,
        Role.CAPTION: '<div><img src="/i/{n}.jpg"><br>{}</div>',
    },
    other="<div>{}</div>",
    between="<br>\n<br>\n",
)

_TABLES = Style(
    page="<HTML dir=rtl><HEAD>{head}</HEAD>\n<BODY><TABLE width=980><TR><TD colspan=3>{above}</TD></TR>\n"
    "<TR><TD width=180>{below}</TD><TD width=620><TABLE width=100%>\n{top}\n<TR><TD><FONT size=4>{body}</FONT></TD>"
    "</TR>\n{tail}\n</TABLE></TD></TR></TABLE></BODY></HTML>",
    lines={
        Role.HEADLINE: "<TR><TD><FONT size=5><B>{}</B></FONT></TD></TR>",
        Role.BODY: "{}",
        Role.SUBHEADING: "<B>{}</B>",
        Role.CAPTION: "<TR><TD align=center><IMG src=upload/{n}.jpg><BR><FONT size=2>{}</FONT></TD></TR>",
        Role.RELATED_ITEM: "<TR><TD><LI><A href=news.php?id={n}>{}</A></TD></TR>",
    },
    other="<TR><TD>{}</TD></TR>",
    inside={Role.RELATED_ITEM: "<A href=news.php?id={n}>{}</A>", Role.AD: "<FONT size=1>{}</FONT>"},
    menu=("<TABLE>", "<TR><TD><A href=cat.php?id={n}>{}</A></TD></TR>", "</TABLE>"),
    between="<BR><BR>\n",
)

_ONE_PARAGRAPH = Style(
    page=_HTML + '<body>\n<div class="nav">{above}</div>\n<div class="content">\n{top}\n<div class="text">\n{body}\n'
    "</div>\n{tail}\n</div>\n{below}</body>\n</html>",
    lines={
        Role.HEADLINE: "<h1>{}</h1>",
        Role.BODY: "<p>{}</p>",
        Role.SUBHEADING: "<h3>{}</h3>",
        Role.RELATED_ITEM: f"<p>{_LINK}</p>",
        Role.CAPTION: '<p class="caption">{}</p>',
    },
    other="<p>{}</p>",
    merged=True,
)

_AMP = Style(
    page='<!doctype html>\n<html amp lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">\n{head}</head>\n<body>\n'
    '<amp-sidebar id="menu" layout="nodisplay">{above}</amp-sidebar>\n<article>\n{top}\n{body}\n{tail}\n</article>\n'
    "{below}</body>\n</html>",
    lines={
        Role.HEADLINE: "<h1>{}</h1>",
        Role.BODY: "<p>{}</p>",
        Role.SUBHEADING: "<h2>{}</h2>",
        Role.CAPTION: '<figure><amp-img src="/i/{n}.jpg"></amp-img><figcaption>{}</figcaption></figure>',
        Role.RELATED_HEADING: "<h4>{}</h4>",
        Role.RELATED_ITEM: f"<div>{_LINK}</div>",
        Role.AD: '<amp-ad data-slot="/{n}"></amp-ad>\n<div class="ad">{}</div>',
    },
    other="<div>{}</div>",
)

_TEXT_NODES = Style(
    page=_HTML + '<body>\n<div class="head">{above}</div>\n<div class="page">\n{top}\n<div class="story">\n{body}\n'
    "{tail}\n</div></div>\n{below}</body>\n</html>",
    lines={
        Role.HEADLINE: "<h1>{}</h1>",
        Role.BODY: "<p>{}</p>",
        Role.SUBHEADING: "<h3>{}</h3>",
        Role.RELATED_ITEM: f"<div>{_LINK}</div>",
        Role.CAPTION: '<div class="image"><img src="/i/{n}.jpg"><span>{}</span></div>',
    },
    other="<div>{}</div>",
    bare_every=2,
)

_BARE = Style(
    page="<html><head>{head}</head><body>\n<div>{above}</div>\n<div>\n{top}\n<div>\n{body}\n</div>\n{tail}\n</div>\n"
    "{below}</body></html>",
    lines={Role.RELATED_ITEM: f"<div>{_LINK}</div>"},
    other="<div>{}</div>",
    menu=("<div>", '<a href="/s/{n}">{}</a> ', "</div>"),
    has_metadata=False,
)

STYLES: Mapping[Template, Style] = {
    Template.ARTICLE: _ARTICLE,
    Template.DIVS: _DIVS,
    Template.BREAKS: _BREAKS,
    Template.TABLES: _TABLES,
    Template.ONE_PARAGRAPH: _ONE_PARAGRAPH,
    Template.AMP: _AMP,
    Template.TEXT_NODES: _TEXT_NODES,
    Template.BARE: _BARE,
}
"""The markup of each template."""
