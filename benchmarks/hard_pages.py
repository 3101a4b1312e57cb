"""Pages that are hard on a parser: built to cost more than their size, cut and torn, or in old encodings."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from benchmarks.documents import article_of

ADVERSARIAL: dict[str, Callable[[int], str]] = {
    "nested `div`": lambda count: "<div>" * count,
    "nested `div`, closed": lambda count: "<div>" * count + "نص" + "</div>" * count,
    "unclosed `a` + `div`": lambda count: "<a href=/><div>" * count,
    "unclosed `b`, each in a `p`": lambda count: "<p><b>نص" * count,
    "attributes on one tag": lambda count: "<p " + " ".join(f"a{number}=1" for number in range(count)) + ">نص",
    "one attribute repeated": lambda count: "<p " + "a=1 " * count + ">نص",
    "nested `option`": lambda count: "<select>" + "<option><div>" * count,
    "`option` in one `select`": lambda count: "<select>" + "<option>نص" * count,
    "text in a table": lambda count: "<table>" + "<tr>نص" * count,
    "nested tables": lambda count: "<table><tr><td>" * count,
    "unclosed comments": lambda count: "<!-- " * count,
    "tags never closed by `>`": lambda count: "<a " * count,
    "`&` without an entity": lambda count: "&amp" * count + "&" * count,
    "nested JSON-LD": lambda count: f"<script type=application/ld+json>{'[' * count}{']' * count}</script><p>نص",
    "objects in JSON-LD": lambda count: f"<script type=application/ld+json>[{','.join(['{}'] * count)}]</script><p>نص",
    "`meta`": lambda count: "<meta property=article:tag content=نص>" * count,
    "class names": lambda count: f'<div class="{"related " * count}"><p>نص</p></div>',
    "texts between `br`": lambda count: "<div>" + "نص<br>" * count,
    "links in a paragraph": lambda count: "<p>" + "<a href=/1>نص</a> " * count,
    "list items": lambda count: "<ul>" + "<li><a href=/1>نص</a>" * count,
    "headings": lambda count: "<h2>نص</h2>" * count,
    "images with captions": lambda count: "<figure><img src=1.jpg><figcaption>نص</figcaption></figure>" * count,
    "plain paragraphs": lambda count: "<p>نص</p>" * count,
}
"""Pages by their name: a page with so many of its pieces."""


def mangled(pages: list[bytes], a_page: int, seed: int = 4) -> Iterator[bytes]:
    """Yield pages cut somewhere, with bytes dropped or changed, with tags dropped, doubled or left open."""
    chance = random.Random(seed)
    for page in pages:
        for _ in range(a_page):
            yield _TEARS[chance.randrange(len(_TEARS))](page, chance)


def _cut(page: bytes, chance: random.Random) -> bytes:
    return page[: chance.randrange(len(page) + 1)]


def _without_a_piece(page: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(page) + 1) for _ in range(2))
    return page[:start] + page[end:]


def _changed_bytes(page: bytes, chance: random.Random) -> bytes:
    torn = bytearray(page)
    for _ in range(1 + len(torn) // 1000):
        if torn:
            torn[chance.randrange(len(torn))] = chance.choice(b'<>"/&\x00\xff =!-')
    return bytes(torn)


def _without_tags(page: bytes, chance: random.Random) -> bytes:
    pieces = page.split(b"<")
    return b"<".join(piece for piece in pieces if chance.random() > 0.1)


def _open_tags(page: bytes, chance: random.Random) -> bytes:
    return b">".join(page.split(b">")[:: chance.choice((1, 2, 3))]).replace(b"</", b"<", chance.randrange(100))


def _shuffled_tags(page: bytes, chance: random.Random) -> bytes:
    pieces = page.split(b"<")
    chance.shuffle(pieces)
    return b"<".join(pieces)


_TEARS = (_cut, _without_a_piece, _changed_bytes, _without_tags, _open_tags, _shuffled_tags)


def page_of(length: int) -> str:
    """Return a page with an article of about that many characters, a menu above and a list below it."""
    lines = article_of(length).split("\n")
    menu = "".join(f'<li><a href="/section/{number}">قسم {number}</a></li>' for number in range(20))
    body = "".join(f"<p>{line}</p>\n" for line in lines[3:-1])
    return (
        '<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        f"<title>{lines[0]} - صحيفة الميناء</title></head><body><nav><ul>{menu}</ul></nav>"
        f'<article><h1>{lines[0]}</h1><div class="byline">{lines[1]}</div><time>{lines[2]}</time>'
        f'<div class="article-body">{body}</div></article><div class="share">{lines[-1]}</div></body></html>'
    )


def encoded_pages() -> dict[str, tuple[bytes, str]]:
    """Return bytes of one page in several encodings, some with a declaration, and the text that must come out."""
    article = "\n".join(article_of(1_500).split("\n"))
    plain = f"<html><head>{{}}<title>خبر</title></head><body><p>{article}</p></body></html>"
    far = "<!--" + " " * 3_000 + "-->"
    found = {}
    for codec, label in (("cp1256", "windows-1256"), ("iso8859-6", "ISO-8859-6"), ("utf-8", "utf-8")):
        text = article.replace("،", ",").replace("؟", "?") if codec == "iso8859-6" else article
        page = plain.replace(article, text)
        meta = f'<meta charset="{label}">'
        for how, head in (("declared", meta), ("declared after 3,000 bytes", far + meta), ("not declared", "")):
            found[f"{label}, {how}"] = (page.format(head).encode(codec), text)
    for codec, label in (("utf-8-sig", "UTF-8 with a mark"), ("utf-16", "UTF-16 with a mark")):
        found[label] = (plain.format("").encode(codec), article)
    wrong = plain.format('<meta charset="iso-8859-1">')
    found["utf-8, declared as iso-8859-1"] = (wrong.encode(), article)
    found["windows-1256, declared as utf-8"] = (plain.format('<meta charset="utf-8">').encode("cp1256"), article)
    return found
