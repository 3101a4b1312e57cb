"""One library, one process: reads the name of a page a line, writes what the library made of it and the seconds.

``python -m benchmarks.peer_worker NAME``, in the environment of the peers. There is no network inside: what asks for an
address gets an error.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
import warnings
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple, NoReturn

Found = dict[str, Any]
"""Body, headline, date and authors, as far as a library gives them."""


class Peer(NamedTuple):
    """A library: what it does with a page is timed, turning its answer into a `Found` is not."""

    package: str
    extract: Callable[[Any, str | None], Any]
    found: Callable[[Any], Found]
    takes_bytes: bool = False


def arnews() -> Peer:
    import arnews

    def found(article: Any) -> Found:
        date = article.date_published
        return {
            "body": article.body,
            "headline": article.headline,
            "date": date.isoformat() if date is not None else None,
            "authors": [author.name for author in article.authors],
        }

    return Peer("arnews", lambda page, url: arnews.parse_html(page, url=url), found, takes_bytes=True)


def trafilatura(**options: bool) -> Peer:
    from trafilatura import bare_extraction

    def found(document: Any) -> Found:
        if document is None:
            return {}
        authors = (document.author or "").split("; ") if document.author else []
        return {"body": document.text, "headline": document.title, "date": document.date, "authors": authors}

    return Peer("trafilatura", lambda page, url: bare_extraction(page, url=url, with_metadata=True, **options), found)


def newspaper4k() -> Peer:
    from newspaper import Article

    def extract(page: str, url: str | None) -> Any:
        article = Article(url or "https://example.com/", language="ar", fetch_images=False)
        article.download(input_html=page)
        article.parse()
        return article

    def found(article: Any) -> Found:
        date = article.publish_date
        return {
            "body": article.text,
            "headline": article.title,
            "date": date.isoformat() if hasattr(date, "isoformat") else date,
            "authors": article.authors,
        }

    return Peer("newspaper4k", extract, found)


def goose3() -> Peer:
    from goose3 import Goose
    from goose3.text import StopWordsArabic

    options = {"enable_image_fetching": False, "use_meta_language": False, "target_language": "ar"}
    goose = Goose({**options, "stopwords_class": StopWordsArabic})

    def found(article: Any) -> Found:
        # The moment it gives is in UTC, which may be another day than the page says.
        date, moment = article.publish_date or "", article.publish_datetime_utc
        return {
            "body": article.cleaned_text,
            "headline": article.title,
            "date": moment.isoformat() if moment is not None and not date[:4].isdigit() else date,
            "authors": article.authors,
        }

    return Peer("goose3", lambda page, url: goose.extract(raw_html=page), found)


def magic_html() -> Peer:
    from magic_html import GeneralExtractor

    extractor = GeneralExtractor()

    def found(answer: Any) -> Found:
        return {"body": _text(answer["html"]), "headline": answer.get("title")}

    return Peer("magic-html", lambda page, url: extractor.extract(page, base_url=url or "", html_type="article"), found)


def readability() -> Peer:
    from readability import Document

    def extract(page: str, url: str | None) -> tuple[str, str, str]:
        document = Document(page, url=url)
        return document.summary(html_partial=True), document.short_title(), document.author()

    def found(answer: Any) -> Found:
        body, title, author = answer
        authors = [] if author in (None, "[no-author]") else [author]
        return {"body": _text(body), "headline": title, "authors": authors}

    return Peer("readability-lxml", extract, found)


def resiliparse() -> Peer:
    from resiliparse.extract.html2text import extract_plain_text

    return Peer(
        "resiliparse", lambda page, url: extract_plain_text(page, main_content=True), lambda text: {"body": text}
    )


def justext() -> Peer:
    from justext import get_stoplist, justext

    stop_words = get_stoplist("Arabic")

    def found(paragraphs: Any) -> Found:
        return {"body": "\n".join(each.text for each in paragraphs if not each.is_boilerplate)}

    return Peer("justext", lambda page, url: justext(page.encode(), stop_words, encoding="utf-8"), found)


def turbohtml() -> Peer:
    from turbohtml import parse

    def found(article: Any) -> Found:
        authors = [article.byline] if article.byline else []
        return {"body": article.text, "headline": article.title, "date": article.date, "authors": authors}

    return Peer("turbohtml", lambda page, url: parse(page).article(), found)


PEERS: dict[str, Callable[[], Peer]] = {
    "arnews": arnews,
    "trafilatura": trafilatura,
    "trafilatura, favor_precision": lambda: trafilatura(favor_precision=True),
    "trafilatura, fast": lambda: trafilatura(fast=True),
    "magic-html": magic_html,
    "goose3, Arabic": goose3,
    "newspaper4k, Arabic": newspaper4k,
    "readability-lxml": readability,
    "turbohtml `article()`": turbohtml,
    "justext, Arabic": justext,
    "resiliparse, main content": resiliparse,
}


def main(name: str) -> None:
    """Answer lines of ``{"path": …, "url": …}`` with lines of JSON."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    # What a library prints must not get between the answers.
    os.dup2(2, 1)
    warnings.simplefilter("ignore")
    _cut_the_network()
    try:
        peer = PEERS[name]()
        hello = {"version": version(peer.package)}
    except (ImportError, LookupError) as error:
        print(json.dumps({"absent": f"{type(error).__name__}: {error}"}), file=answers, flush=True)
        return
    print(json.dumps(hello), file=answers, flush=True)
    for line in sys.stdin:
        question = json.loads(line)
        print(json.dumps(_answer(peer, **question)), file=answers, flush=True)


def _answer(peer: Peer, path: str, url: str | None) -> Found:
    content = Path(path).read_bytes()
    page = content if peer.takes_bytes else decoded(content)
    start = process_time()
    try:
        answer = peer.extract(page, url)
        seconds = process_time() - start
        return {**peer.found(answer), "seconds": seconds}
    except Exception as error:  # whatever a library raises is its answer to the page
        return {"error": f"{type(error).__name__}: {error}"[:200], "seconds": process_time() - start}


def decoded(content: bytes) -> str:
    """Return a page as text, so that no library loses by its guess of the encoding."""
    with contextlib.suppress(UnicodeDecodeError):
        return content.decode()
    declared_arabic = b"windows-1256" in content[:8_000].lower()
    return content.decode("cp1256" if declared_arabic else "utf-8", errors="replace")


def _text(fragment: str) -> str:
    """Return the text of a fragment of HTML, its blocks apart."""
    from lxml.html import fragment_fromstring

    if not fragment or not fragment.strip():
        return ""
    return "\n".join(fragment_fromstring(fragment, create_parent="div").itertext())


def _cut_the_network() -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError("there is no network in a benchmark")

    socket.getaddrinfo = refuse
    socket.socket.connect = refuse  # type: ignore[method-assign]


if __name__ == "__main__":
    main(sys.argv[1])
