"""Adversarial families: what makes an input of any size, for the law that twice the input takes twice the time."""

from __future__ import annotations

from collections.abc import Callable

import arnews
from arnews import Outlet, Position, Role, Rule
from benchmarks.hard_pages import ADVERSARIAL

Write = Callable[[int], str]

PARAGRAPH = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء في العاصمة."
NUMBERED = "وقال الوزير أمس في مؤتمر صحفي إن المشروع رقم {} يبدأ غدا، وإن الكلفة لم تحدد بعد."
QUOTE = '"'
TITLE = "وزير النقل يفتتح الجسر رقم {} في المدينة"

# What a text is made of, many times over.
PIECES = {
    "empty lines": "\n",
    "blank lines": " \n",
    "read also": "اقرأ أيضا\n",
    "read also, one line": "اقرأ أيضا ",
    "read also, inside": "وعاد الهدوء إلى المدينة. اقرأ أيضاً: افتتاح الجسر ",
    "read also, no sentence": "، اقرأ أيضاً: افتتاح الجسر",
    "read also and a title": "اقرأ أيضا\nافتتاح الجسر الجديد\n",
    "share": "شارك المقال\n",
    "networks": "فيسبوك تويتر ",
    "one word": "كتب",
    "one paragraph": "وقال الوزير إن المشروع يبدأ غدا. ",
    "paragraphs": "وقال الوزير أمس في مؤتمر صحفي إن المشروع يبدأ غدا، وإن الكلفة لم تحدد بعد.\n",
    "titles": "وزير النقل يفتتح الجسر الجديد\n",
    "titles and sites": "وزير النقل يفتتح الجسر الجديد - صحيفة المثال\nوزير النقل يفتتح الجسر الجديد\n",
    "titles in brackets": "وزير النقل (القاهرة) - ",
    "titles and places": "وزير النقل القاهرة: ",
    "glued titles": "افتتاح المدرسةافتتاح الجسر\u00a0",
    "names": "سامر حداد\n",
    "names, one line": "سامر حداد وليلى حسن، ",
    "bylines": "القاهرة - سامر حداد\n",
    "bylines after titles": "وزير النقل يفتتح الجسر / سامر حداد\n",
    "written by": "كتب سامر حداد: ",
    "agencies": "(رويترز) ",
    "dates": "12 شباط/فبراير 2024\n",
    "dates, one line": "12 شباط/فبراير 2024 ",
    "dates and words": "القاهرة 12 شباط/فبراير 2024\n",
    "distances": "منذ 3 ساعات ",
    "clocks": "10:45 م ",
    "numbers and slashes": "12/12/",
    "numbers and dots": "12.12.",
    "months": "يناير ",
    "numbers": "2024 ",
    "digits": "7",
    "gaps": "خبر     ",
    "tabs": "خبر\t",
    "no-break spaces": "\u00a0 ",
    "em spaces": "\u2003",
    "em spaces and letters": "ا\u2003\u2003\u2003",
    "tatweel": "\u0640",
    "marks": "\u064b",
    "controls": "\u200f",
    "shapes": "\ufdfa",
    "NUL": "\x00",
    "surrogates": "\ud800",
    "stops": ".",
    "colons": ": ",
    "dashes": " - ",
    "slashes": "/",
    "bars": "خبر | ",
    "brackets": "(",
    "closed brackets": "()",
    "quotes": "«",
    "hashes": "#خبر ",
    "hashes after sentences": "خبر. #خبر ",
    "handles": "@a",
    "posts": "— سامر (@samer) May 1, 2024\n",
    "pictures of posts": "خبر pic.twitter.com/aB1\n",
    "addresses": "http://a.b/",
    "addresses of pictures": "http://a.jpg?",
    "mail": "a.b@",
    "hosts": "www.a-",
    "shortcodes": "[a",
    "tags left": "<a href='",
    "attributes left": ' class="a" alt=',
    "comments left": "<!-- ",
    "tags": "الوسوم: قمح، ماء\n",
    "sources": "المصدر: وكالات\n",
    "numbered": "1. خبر\n",
    "bullets": "• خبر طويل بعض الشيء عن المدينة\n",
    "comments": "التعليقات\nسامر حداد\n12 شباط 2024\nخبر جميل\nرد\n",
    "telephones": "+20 2 1234567 ",
    "copyright": "© 2024 صحيفة المثال\n",
    "foreign dates": "January 1, 2024\n",
}
# Places where a field looks for something, with a run in them.
PLACES = {
    "keywords": f"{PARAGRAPH}\nكلمات مفتاحية: ا{{}}ب",
    "sections": f"الرئيسية / رياضة{{}}ا\nعنوان\n{PARAGRAPH}",
    "source": f"{PARAGRAPH}\nالمصدر: {{}}",
    "ending": f"{PARAGRAPH} ({{}}ا",
    "byline": f"عنوان المقال الجديد\nكتب: سامر{{}}ا\n{PARAGRAPH}",
    "date": f"عنوان المقال الجديد\n12 شباط{{}}2024\n{PARAGRAPH}",
    "dateline": f"القاهرة{{}}- {PARAGRAPH}",
    "read also": f"{PARAGRAPH} اقرأ أيضاً:{{}}ا",
}
RUNS = ("\u2003", "\u2009", "\u205f", "\x1f", "a-", "\u0640", "-")
BETWEEN = ("اقرأ أيضا\n", "كتب: سامر حداد\n", "الوسوم\n", "12 شباط 2024\n", "أضف تعليقك\n", "\n")
"""Lines between paragraphs."""


def times(piece: str) -> Write:
    """Return what writes a piece many times."""
    return lambda count: piece * count


def each(piece: str) -> Write:
    """Return what writes a piece many times, each with its number."""
    return lambda count: "".join(piece.replace("{}", str(number)) for number in range(count))


def _article(*pieces: str) -> Write:
    """Return what writes each of the pieces many times, and one paragraph."""
    return lambda count: "".join(each(piece)(count) for piece in pieces) + f"<p>{NUMBERED}</p>"


def _json_ld(record: Callable[[str], str], item: str) -> Write:
    def write(count: int) -> str:
        items = ",".join(item.replace("{}", str(number)) for number in range(count))
        return f"<script type=application/ld+json>{record(items)}</script><h1>{TITLE}</h1><p>{NUMBERED}</p>"

    return write


def _long(before: str, letter: str, after: str) -> Write:
    """Return what writes one long thing (``{}``), and many others that it is held against."""
    return lambda count: before.replace("{}", letter * (10 * count)) + each(after)(count) + f"<p>{PARAGRAPH}</p>"


TEXTS: dict[str, Write] = {
    **{name: times(piece) for name, piece in PIECES.items()},
    **{
        f"{name} between paragraphs": lambda count, piece=name: (  # type: ignore[misc]
            "".join(f"{piece}{NUMBERED.replace('{}', str(number))}\n" for number in range(count))
        )
        for name in BETWEEN
    },
    "front matter": lambda count: "---\n" + "title: x\n" * 30 + "---\n" + each(f"{NUMBERED}\n")(count),
    "fences": times("---\n"),
    "quotes of a front matter": lambda count: f"---\ntitle: {QUOTE * count}\n---\n{PARAGRAPH}",
    "marks of Markdown": lambda count: f"{'**ا ' * count}\n# {PARAGRAPH}{' ######' * count}ا",
    "a picture of Markdown left": lambda count: f"![{'ا ' * count}]({'ا' * count}\n{PARAGRAPH}",
    "words of no other line": each("وزير{} النقل{} يفتتح{} الجسر{}\n"),
    "a long word": lambda count: f"{'ا ' * 8}{'ا' * count}",
    "a long word after a title": lambda count: f"{TITLE} {'ا' * count} ({'ا' * count}",
    "long lines of names": lambda count: f"{'سامر حداد ' * 40}\n" * (1 + count // 40),
}
# Two things that are compared with each other, both many times; things in many elements.
CROSSED: dict[str, Write] = {
    "titles and headings": _article(f"<meta property=og:title content='{TITLE}'>", f"<h2>{TITLE} الجديدة</h2>"),
    # The same heading each time: lines that have been read are remembered up to a number.
    "a long title and headings": lambda count: f"<title>{TITLE * count}</title>{f'<h2>{TITLE}</h2>' * count}{NUMBERED}",
    "descriptions and paragraphs": _article(f"<meta name=description content='{NUMBERED}'>", f"<p>{NUMBERED}</p>"),
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
    "images": _article("<meta property=og:image content=/{}.jpg>", f"<p>{NUMBERED}<img src=/{{}}.jpg>"),
    "captions": _article(f"<p>{NUMBERED}</p><figure><img src=/1.jpg><figcaption>جانب {{}}</figcaption></figure>"),
    "teasers": _article(f"<div><h3><a href=/{{}}>{TITLE}</a></h3><p>{NUMBERED}</p></div>"),
    # Much deeper than the 512 elements that are nested: only what is below them is read as the article.
    "nested paragraphs": lambda count: each(f"<div>{NUMBERED}")(40 * count),
    "nested related": each(f"<div class=related><h4>{TITLE}</h4><p>{NUMBERED}</p>"),
    "deeper and back": lambda count: each(f"<div><p>{NUMBERED}")(count) + each(f"</div><p>{NUMBERED}")(count),
    "roots": each("<html a{}=1>"),
    "bodies": each("<body a{}=1>"),
    "quoted roots": each("<html b='>' a{}=1>"),
    "two bodies": lambda count: f"<body {each(' a{}')(count)}><body x='>' {each(' b{}')(count)}><p>{NUMBERED}</p>",
    "candidates": lambda count: f"<h1>{TITLE}</h1><p>{NUMBERED}</p><img srcset='{'a' * count} b'>",
    "nested properties": each("<div itemprop=author>{}"),
    "nested scopes": each("<div itemscope itemprop=author itemtype=http://schema.org/Person>{}"),
    "templates": each("<template><p>{}"),
    "comments of readers": lambda count: (
        f"<h1>{TITLE}</h1><p>{NUMBERED}</p><div class=comments>{each(f'<p>{NUMBERED}</p>')(count)}</div>"
    ),
    "authors": _json_ld('{{"@type":"NewsArticle","author":[{}]}}'.format, '{"@type":"Person","name":"سامر {}"}'),
    "a broken list": _json_ld('{{"@type":"NewsArticle","keywords":[{}]}}'.format, '"وسم {}",'),
    "nested articles": _json_ld("{}".format, '{"@type":"NewsArticle","a":'),
    "pointers in a ring": _json_ld(
        '{{"@graph":[{}]}}'.format, '{"@type":"NewsArticle","@id":"#{}","author":{"@id":"#1{}"}}'
    ),
}
# One thing of any length, and many that are held against it.
LONG: dict[str, Write] = {
    "a tag and paragraphs": _long(f"<{{}}x><h1>{TITLE}</h1>", "t", f"<p>{NUMBERED}</p>"),
    "a class and paragraphs": _long("<div class='{}'>", "c", f"<p>{NUMBERED}</p>"),
    "classes and paragraphs": _long("<div class='{}'>", "c ", f"<p>{NUMBERED}</p>"),
    "a base and links": _long("<base href='http://a.example/{}'>", "a", "<a href=/{}>خبر {}</a>"),
    "a deep base and links": _long("<base href='http://a.example/{}'>", "a/", "<a href=../{}>خبر {}</a>"),
    "a canonical and links": _long("<link rel=canonical href='http://a.example/{}'>", "a", "<a href=/{}>خبر {}</a>"),
    "a site and authors": _long("<meta property=og:site_name content='{}'>", "ص ", "<meta name=author content='س {}'>"),
    "a site and sections": _long(
        "<meta property=og:site_name content='{}'>", "ص ", "<meta property=article:section content='س {}'>"
    ),
    "a title and authors": _long("<title>{}</title>", "ص - ", "<meta name=author content='س {}'>"),
    "a description and paragraphs": _long("<meta name=description content='{}'>", "خبر ", f"<p>{NUMBERED}</p>"),
    "an alternative text and captions": _long(
        "<img src=/1.jpg alt='{}'>", "خبر ", "<figure><img src=/2.jpg><figcaption>خبر {}</figcaption></figure>"
    ),
    "an author and bylines": _long("<meta name=author content='{}'>", "سامر ", "<p class=author>سامر {}</p>"),
    "a keyword and links": _long("<meta name=keywords content='{}'>", "قمح, ", "<a rel=tag href=/t/{}>قمح {}</a>"),
    "a relation and links": _long("<a rel='{}' href=/>خبر</a>", "tag ", "<a rel=tag href=/t/{}>قمح {}</a>"),
    "a body of metadata": _long(
        '<script type=application/ld+json>{"@type":"NewsArticle","articleBody":"{}"}</script>'.replace("{}", "{}"),
        "خبر ", f"<p>{NUMBERED}</p>",
    ),
}  # fmt: skip
MORE_PAGES: dict[str, Write] = {
    "times": _article("<time datetime='2024-01-0{}'>2 يناير 2024</time>"),
    "threads": _article("<div class=c><b>سامر {}</b><i>12/1/2024 10:0{}</i><p>خبر جميل جدا</p></div>"),
    "entries": _article(f"<div class=entry><span>10:{{}}</span><h3>{TITLE}</h3><p>{NUMBERED}</p></div>"),
    "bars": _article("<p>طباعة | أرسل {} | حفظ</p>"),
    "breadcrumbs": _json_ld(
        '{{"@type":"BreadcrumbList","itemListElement":[{}]}}'.format,
        '{"@type":"ListItem","position":{},"name":"قسم {}"}',
    ),
    "images in a row": lambda count: f"<h1>{TITLE}</h1>{each('<img src=/{}.jpg alt=خبر>')(count)}<p>{NUMBERED}</p>",
    "images and lines": _article("<img src=/{}.jpg><p>جانب من اللقاء {}</p>"),
    "players": _article("<iframe src=https://v.example/{}></iframe><p>شاهد {}</p>"),
    "deep, then wide": lambda count: "<div>" * 500 + each(f"<p>{NUMBERED}</p>")(count),
    "deep, then wide links": lambda count: "<div>" * 500 + each(f"<a href=/{{}}>{TITLE}</a><br>")(count),
    "hidden": _article("<p hidden>خبر {}</p>"),
    "sources": _article("<p>المصدر: <a href=http://a.example/{}>وكالة {}</a></p>"),
    "feeds": lambda count: f"<rss><channel>{each('<item><title>خبر {}</title><link>/{}</link></item>')(count)}",
    "addresses": lambda count: each("<a href='http://a.example/{}/{}/{}'>خبر</a>")(count),
    "an attribute of its own on each tag": each("<p a{}=1>خبر"),
    "an attribute of its own on each line break": lambda count: f"<p>{NUMBERED}{each('<br a{}>')(count)}",
    "attributes on many tags": lambda count: "".join(
        f"<p {' '.join(f'a{number}x{at}=1' for at in range(100))}>نص" for number in range(count)
    ),
    "stated paragraphs": lambda count: (
        '<script type=application/ld+json>{"@type":"NewsArticle","datePublished":"2024-01-02","articleBody":"'
        + each(f"{NUMBERED}\\n")(count)
        + '"}</script><div id=app></div>'
    ),
    "stated tags": lambda count: (
        '<script type=application/ld+json>{"@type":"NewsArticle","datePublished":"2024-01-02","articleBody":"'
        + PARAGRAPH * 3
        + "<a &amp &#1;" * count
        + '"}</script><div id=app></div>'
    ),
    "authors apart": _article(f"<p>{NUMBERED}</p>", "<aside class=author-box><b>John Smith{}</b></aside>"),
    "many names": _article("<p class='a{} b{} c{} d{}' id=e{}>خبر {}</p>"),
    "lines of one paragraph": lambda count: f"<h1>{TITLE}</h1><p>{each(f'{NUMBERED}<br>')(count)}</p>",
}
PAGES: dict[str, Write] = {**ADVERSARIAL, **CROSSED, **LONG, **MORE_PAGES}

ADDRESSES: dict[str, Write] = {
    name: lambda count, before=before, piece=piece, after=after: before + piece * count + after  # type: ignore[misc]
    for name, (before, piece, after) in {
        "slashes": ("https://a.example", "/", ""),
        "backslashes": ("https:", "\\", "a.example"),
        "steps": ("https://a.example/", "a/", ""),
        "steps back": ("https://a.example/", "../", ""),
        "dots": ("https://", "a.", "example/1"),
        "stops": ("https://", ".", "example/1"),
        "hyphens": ("https://", "a-", ".example/1"),
        "percents": ("https://", "%41", ".example/1"),
        "broken percents": ("https://", "%", ".example/1"),
        "users": ("https://", "a@", "a.example/1"),
        "ports": ("https://a.example", ":1", "/1"),
        "labels": ("https://", "اب.", "example/1"),
        "one label": ("https://", "ا", ".example/1"),
        "numbers": ("https://", "1.", "1/1"),
        "colons": ("https://[", "1:", "]/1"),
        "queries": ("https://a.example/?", "a=1&", ""),
        "fragments": ("https://a.example/", "#a", ""),
        "schemes": ("", "https:", "//a.example/1"),
        "blanks": ("https://a.example/", " ", "1"),
        "line feeds": ("https://a.example/", "\n", "1"),
        "letters": ("", "a", "://a.example/1"),
    }.items()
}
URL = "https://port.example/1"


def _outlet(**given: object) -> Outlet:
    return Outlet(name="صوت الميناء", domains=("port.example",), **given)  # type: ignore[arg-type]


def _word(number: int) -> str:
    return "".join(chr(0x0628 + int(digit)) for digit in str(number))


def _rules(phrase: str, position: Position, count: int, *, one: bool) -> tuple[Rule, ...]:
    phrases = [phrase.replace("_", _word(number)) for number in range(count)]
    if one:
        return (Rule(id="port/all", role=Role.SHARE, phrases=tuple(phrases), position=position),)
    return tuple(
        Rule(id=f"port/{number}", role=Role.SHARE, phrases=(text,), position=position)
        for number, text in enumerate(phrases)
    )


OUTLETS: dict[str, Callable[[int], list[Outlet]]] = {
    "domains": lambda count: [
        Outlet(name="صوت الميناء", domains=tuple(f"a{number}.example" for number in range(at, min(at + 1000, count))))
        for at in range(0, count, 1000)
    ],
    **{
        f"{kind} of position {position.value}{' with gaps' if '{' in phrase else ''}": (
            lambda count, phrase=phrase, position=position, one=kind == "phrases": [  # type: ignore[misc]
                _outlet(rules=_rules(phrase, position, count, one=one))
            ]
        )
        for kind in ("phrases", "rules")
        for position in Position
        for phrase in (("صوت _ الميناء", "صوت _ {person}") if position is Position.WHOLE else ("صوت _ الميناء",))
    },
    "phrases of one first word": lambda count: [
        _outlet(rules=_rules("{person} - _ - {place}", Position.WHOLE, count, one=True))
    ],
    "selectors": lambda count: [_outlet(select=[("share", f"div.a{number}") for number in range(count)])],
}


def parse_with(outlets: list[Outlet]) -> None:
    """Build a parser and parse a text and a page of the outlets."""
    parser = arnews.Parser(outlets=outlets)
    parser.parse_text(f"عنوان المقال الجديد\nصوت الميناء\n{PARAGRAPH}\n{PARAGRAPH}\nصوت ب الميناء", url=URL)
    parser.parse_html(f"<h1>عنوان المقال الجديد</h1><p>{PARAGRAPH}</p><div class=a1>صوت الميناء</div>", url=URL)
