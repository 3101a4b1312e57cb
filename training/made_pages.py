"""Pages made for training: articles and lists in many shapes, from our own words, so that the truth is known.

The words carry no sense, since the decision reads none of them; what varies is how pages are built. Every page
follows from the seed alone.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

__all__ = ["MadePage", "made_pages"]

_TEXT = """
الوزير المدينة المعرض الكتاب الجسر النهر البلدية الطريق الميناء المدرسة الفريق الملعب السوق
الأسعار المطر الشركة المشروع الطاقة المسرح الشاعر الندوة اللجنة المجلس الحكومة القرية الطلاب
المستشفى المحطة الرحلة الحفل المتحف الأرض افتتح أعلن أكد وقع ناقش زار قرر بحث شارك بدأ أنهى نظم
أمس اليوم غدا صباحا مساء جديد كبير قديم واسع محلي دولي خلال بعد قبل بين على من إلى في مع حول عن
أمام ضمن
"""
_WORDS = _TEXT.split()
_MORE = ("اقرأ المزيد", "المزيد", "التفاصيل", "تابع القراءة", "Read more")
_SECTIONS = ("محليات", "اقتصاد", "رياضة", "ثقافة", "آراء وتحليلات", "أخبار العالم", "منوعات", "علوم وتقنية")
_BOXES = ("div", "div", "div", "section", "article", "li", "td")


class MadePage(NamedTuple):
    """A page, its address, whether it is a list, and the kind that it was made after."""

    html: str
    url: str | None
    is_list: bool
    kind: str


def made_pages(seed: int = 1, of_each: int = 12) -> Iterator[MadePage]:
    """Yield so many pages of each kind.

    >>> len({page.kind for page in made_pages(of_each=1)})
    17
    """
    for kind, (is_list, make) in _KINDS.items():
        for number in range(of_each):
            draw = random.Random(f"{seed}-{kind}-{number}")
            title = _title(draw) if not is_list else draw.choice(_SECTIONS)
            yield MadePage(_page(draw, title, make(draw, title), is_list), _url(draw, is_list), is_list, kind)


def _line(draw: random.Random, fewest: int, most: int) -> str:
    return " ".join(draw.choice(_WORDS) for _ in range(draw.randint(fewest, most)))


def _title(draw: random.Random) -> str:
    return _line(draw, 2, 4) if draw.random() < 0.15 else _line(draw, 5, 11)


def _text(draw: random.Random, about: str, stop: str = ".") -> str:
    """Return a paragraph that repeats some words of its title."""
    words = about.split()
    lines = []
    for _ in range(draw.randint(1, 3)):
        line = _line(draw, 8, 18).split()
        line.insert(len(line) // 2, draw.choice(words))
        lines.append(" ".join(line))
    return f"{'. '.join(lines)}{stop}"


def _texts(draw: random.Random, about: str, fewest: int, most: int) -> list[str]:
    stop = "" if draw.random() < 0.15 else "."
    return [_text(draw, about, stop) for _ in range(draw.randint(fewest, most))]


def _paragraphs(texts: list[str], tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


def _date(draw: random.Random) -> str:
    return f"{draw.randint(1, 28)}/{draw.randint(1, 12)}/{draw.randint(2005, 2026)}"


def _link(draw: random.Random, text: str) -> str:
    return f'<a href="/{draw.choice("anw")}/{draw.randint(100, 99999)}">{text}</a>'


def _box(draw: random.Random, tag: str, inner: str, name: str = "") -> str:
    names = f' class="{name}"' if name else ""
    for _ in range(draw.randint(0, 2)):
        inner = f"<div>{inner}</div>"
    return f"<{tag}{names}>{inner}</{tag}>"


def _rows(draw: random.Random, rows: list[str]) -> str:
    """Return rows side by side, each in an element of one kind and name."""
    tag = draw.choice(_BOXES)
    name = draw.choice(("", "row", "item", "post", "entry", "card", f"b{draw.randint(10, 99)}"))
    inner = "".join(f'<{tag} class="{name}">{row}</{tag}>' for row in rows)
    if tag == "li":
        return f"<ul>{inner}</ul>"
    if tag == "td":
        return "<table>" + "".join(f'<tr><td class="{name}">{row}</td></tr>' for row in rows) + "</table>"
    return f"<div>{inner}</div>"


def _heading(draw: random.Random, text: str, fewest: int = 1) -> str:
    tag = draw.choice(("h1", "h2", "h2", "h3", "h3", "h4", "div", "strong")[fewest - 1 :])
    return f"<{tag}>{text}</{tag}>"


def _menu(draw: random.Random) -> str:
    links = [_link(draw, draw.choice(_SECTIONS)) for _ in range(draw.randint(3, 12))]
    tag = draw.choice(("nav", "div", "ul"))
    return f"<{tag}>" + "".join(f"<li>{link}</li>" for link in links) + f"</{tag}>"


def _sidebar(draw: random.Random) -> str:
    titles = [_link(draw, _title(draw)) for _ in range(draw.randint(0, 14))]
    rows = [title + (f"<p>{_text(draw, 'خبر آخر')}</p>" if draw.random() < 0.1 else "") for title in titles]
    return f"<h3>الأكثر قراءة</h3><ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>" if rows else ""


def _page(draw: random.Random, title: str, main: str, is_list: bool) -> str:
    site = "صحيفة المثال"
    head = "" if draw.random() < 0.15 else f"<title>{title} - {site}</title>"
    if draw.random() < 0.4:
        head += f'<meta property="og:title" content="{title}">'
        kind = "website" if is_list or draw.random() < 0.3 else "article"
        head += f'<meta property="og:type" content="{kind}">'
    if not is_list and draw.random() < 0.3:
        head += '<meta property="article:published_time" content="2024-03-16T10:00:00Z">'
    main = _box(draw, draw.choice(("div", "main", "td")), main, draw.choice(("", "content", "main")))
    parts = [f"<div>{_link(draw, site)}</div>", _menu(draw), main, _sidebar(draw)]
    if draw.random() < 0.3:
        parts[2], parts[3] = parts[3], parts[2]
    foot = f"<footer>{_menu(draw)}<p>© {site} جميع الحقوق محفوظة</p></footer>"
    return f"<html><head>{head}</head><body>{''.join(parts)}{foot}</body></html>"


def _url(draw: random.Random, is_list: bool) -> str | None:
    if draw.random() < 0.4:
        return None
    if is_list:
        return "https://example.com/" + draw.choice(("", "news", "category/local", "tag/port", "archive/2024", "ar/7"))
    return "https://example.com/" + draw.choice(("a/20341", "news/local/some-new-bridge-open", "p", "?p=77", "n/x"))


def _maybe(draw: random.Random, text: str, chance: float = 0.5) -> str:
    return text if draw.random() < chance else ""


def _post(draw: random.Random, texts: int, *, linked: bool = True) -> str:
    title = _title(draw)
    body = _paragraphs(_texts(draw, title, 1, texts))
    heading = _heading(draw, _link(draw, title) if linked else title)
    more = _maybe(draw, f"<p>{_link(draw, draw.choice(_MORE))}</p>")
    return heading + _maybe(draw, f"<span>{_date(draw)}</span>") + body + more


def _full_posts(draw: random.Random, title: str) -> str:
    return _maybe(draw, f"<h1>{title}</h1>") + _rows(draw, [_post(draw, 8) for _ in range(draw.randint(3, 10))])


def _cards(draw: random.Random, title: str) -> str:
    return _maybe(draw, f"<h1>{title}</h1>") + _rows(draw, [_post(draw, 1) for _ in range(draw.randint(2, 16))])


def _untitled_posts(draw: random.Random, title: str) -> str:
    rows = [_post(draw, 3, linked=False) for _ in range(draw.randint(4, 12))]
    return _maybe(draw, f"<h1>{title}</h1>", 0.3) + _rows(draw, rows)


def _plain_items(draw: random.Random, title: str) -> str:
    """Titles and texts, an item each, and nothing that tells them apart."""
    items: list[str] = []
    for _ in range(draw.randint(6, 25)):
        about = _title(draw)
        items += [about, _text(draw, about)]
    return _maybe(draw, f"<p>{title}</p>") + "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _directory(draw: random.Random, title: str) -> str:
    """Names of sites with a line about each."""
    joined = draw.random() < 0.5
    items = []
    for _ in range(draw.randint(8, 40)):
        name, about = _link(draw, _line(draw, 1, 3)), _line(draw, 5, 22) + draw.choice(("", "."))
        items += [f"{name} - {about}"] if joined else [name, about]
    tag = draw.choice(("li", "p", "div", "dd"))
    return _maybe(draw, f"<h5>{title}</h5>") + "<div>" + _paragraphs(items, tag) + "</div>"


def _titles_only(draw: random.Random, title: str) -> str:
    note = f"<p>{_line(draw, 10, 30)}.</p>"
    rows = [_link(draw, _title(draw)) + _maybe(draw, f" {_date(draw)}", 0.3) for _ in range(draw.randint(6, 40))]
    return _maybe(draw, f"<h1>{title}</h1>") + _maybe(draw, note, 0.7) + _rows(draw, rows)


def _one_item(draw: random.Random, title: str) -> str:
    tag = _link(draw, draw.choice(_SECTIONS))
    return f"<h1>{title}</h1>" + _rows(draw, [_post(draw, 1) + tag])


def _links_and_columns(draw: random.Random, title: str) -> str:
    """A front page: sections with a large item and titles below."""
    parts = []
    for _ in range(draw.randint(2, 6)):
        titles = "".join(f"<li>{_link(draw, _title(draw))}</li>" for _ in range(draw.randint(2, 6)))
        parts.append(f"<h2>{draw.choice(_SECTIONS)}</h2>{_post(draw, 1)}<ul>{titles}</ul>")
    return _rows(draw, parts)


def _head(draw: random.Random, title: str) -> str:
    heading = f"<h1>{title}</h1>" if draw.random() < 0.7 else _heading(draw, title, 2)
    return (
        heading + _maybe(draw, f"<div>{_date(draw)}</div>") + _maybe(draw, f"<div>كتب: {_line(draw, 2, 2)}</div>", 0.3)
    )


def _related(draw: random.Random) -> str:
    rows = "".join(f"<li>{_link(draw, _title(draw))}</li>" for _ in range(draw.randint(2, 8)))
    return f"<h3>اقرأ أيضا</h3><ul>{rows}</ul>"


def _plain(draw: random.Random, title: str) -> str:
    return _head(draw, title) + f"<div>{_paragraphs(_texts(draw, title, 2, 14))}</div>" + _maybe(draw, _related(draw))


def _short(draw: random.Random, title: str) -> str:
    return _head(draw, title) + f"<div>{_paragraphs(_texts(draw, title, 1, 2))}</div>" + _maybe(draw, _related(draw))


def _with_items(draw: random.Random, title: str) -> str:
    """A recipe, a decree, advice: most of the text is in items."""
    items = _paragraphs([_text(draw, title, "") for _ in range(draw.randint(4, 12))], "li")
    return _head(draw, title) + f"<div>{_paragraphs(_texts(draw, title, 1, 2))}<ol>{items}</ol></div>"


def _with_links(draw: random.Random, title: str) -> str:
    parts = []
    for text in _texts(draw, title, 4, 12):
        parts.append(f"<p>{text}</p>" + _maybe(draw, f"<p>{_link(draw, _title(draw))}</p>", 0.3))
    return _head(draw, title) + f"<div>{''.join(parts)}</div>"


def _with_headings(draw: random.Random, title: str) -> str:
    """A wiki page or a report in chapters, often without ``h1``."""
    head = _head(draw, title) if draw.random() < 0.5 else f"<div>{title}</div>"
    parts = [f"<h2>{_line(draw, 1, 5)}</h2>{_paragraphs(_texts(draw, title, 1, 4))}" for _ in range(draw.randint(2, 6))]
    return head + f"<div>{_paragraphs(_texts(draw, title, 0, 2))}{''.join(parts)}</div>"


def _thread(draw: random.Random, title: str) -> str:
    """A forum: the first post is the article."""
    posts = [_paragraphs(_texts(draw, title, 3, 9), draw.choice(("p", "div")))]
    posts += [f"<p>{_text(draw, title)}</p>" for _ in range(draw.randint(1, 6))]
    rows = [
        f"<div>{_link(draw, _line(draw, 1, 2))} {_date(draw)}</div>"
        + f"<h3>{_link(draw, title if index == 0 else f'رد: {title}')}</h3><div>{post}</div>"
        for index, post in enumerate(posts)
    ]
    return f"<h2>{_link(draw, title) if draw.random() < 0.5 else title}</h2>" + _rows(draw, rows)


def _live(draw: random.Random, title: str) -> str:
    rows = [
        f"<span>{draw.randint(1, 12)}:{draw.randint(10, 59)}</span>"
        + _maybe(draw, f"<h3>{_title(draw)}</h3>", 0.4)
        + _paragraphs(_texts(draw, title, 1, 2))
        for _ in range(draw.randint(4, 14))
    ]
    return _head(draw, title) + _rows(draw, rows)


def _commented(draw: random.Random, title: str) -> str:
    rows = [f"<b>{_line(draw, 1, 2)}</b> {_date(draw)}<p>{_text(draw, title)}</p>" for _ in range(draw.randint(2, 15))]
    return _plain(draw, title) + f'<div class="comments">{_rows(draw, rows)}</div>'


def _bare(draw: random.Random, title: str) -> str:
    """A page whose title no heading prints."""
    return f"<div>{title}</div><div>{_date(draw)}</div><div>{_paragraphs(_texts(draw, title, 2, 8), 'div')}</div>"


_KINDS: dict[str, tuple[bool, Callable[[random.Random, str], str]]] = {
    "full posts": (True, _full_posts),
    "cards": (True, _cards),
    "posts without links": (True, _untitled_posts),
    "items": (True, _plain_items),
    "directory": (True, _directory),
    "titles": (True, _titles_only),
    "one item": (True, _one_item),
    "front page": (True, _links_and_columns),
    "article": (False, _plain),
    "short article": (False, _short),
    "article of items": (False, _with_items),
    "article with links": (False, _with_links),
    "article with headings": (False, _with_headings),
    "thread": (False, _thread),
    "live report": (False, _live),
    "article with comments": (False, _commented),
    "article without heading": (False, _bare),
}
