"""What holds for every text, as functions: each raises `AssertionError` with a sentence that says what is broken.

The laws of pages are in `arnews.testing.page_laws`. All take a `Parser`, so that a parser with rules of your own can
be held to the same laws:

>>> from arnews.testing import laws
>>> text = "افتتاح المعرض الدولي للكتاب\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.\\nشارك المقال"
>>> article = laws.check_total(text)
>>> laws.check_partition(article, text)
>>> laws.check_nothing_invented(article, text)
>>> laws.check_round_trip(article)
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import attrs

from arnews.article import Article, Source
from arnews.dates import NewsDate
from arnews.export.records import from_dict, to_dict, to_json
from arnews.fields.table import FIELDS
from arnews.guard import INTERNAL_ERROR
from arnews.parser import Parser
from arnews.roles import Role
from arnews.testing.parts import named_parts
from arnews.testing.timing import check_linear
from arnews.text.fold import drop_ignorable, fold_with_offsets, words

__all__ = [
    "TextParser",
    "check_deterministic",
    "check_evidence",
    "check_fields",
    "check_invariance",
    "check_linear",
    "check_locality",
    "check_no_failure",
    "check_nothing_invented",
    "check_partition",
    "check_reparse_keeps_body",
    "check_round_trip",
    "check_total",
]

_SHOWN = 60
_DEFAULT = Parser()


class TextParser(Protocol):
    """What a law is about: anything that gives an article for a text, such as a `Parser`."""

    def parse_text(self, text: str, /) -> Article:
        """Return the article of a text."""


def check_partition(article: Article, text: str) -> None:
    """Segments are in order, do not overlap, and cover every character that is not white space.

    >>> check_partition(Article(), "شارك")
    Traceback (most recent call last):
        ...
    AssertionError: no segment holds the characters 0:4, «شارك»
    """
    at = 0
    for segment in article.segments:
        start, end = segment.start, segment.end
        assert start >= at, f"the segment {start}:{end} begins before the one above it ends, at {at}"
        assert start < end <= len(text), f"the segment {start}:{end} is empty or ends outside the text of {len(text)}"
        assert segment.text == text[start:end], f"the text of the segment {start}:{end} is not the text at its place"
        _check_blank(text, at, start)
        at = end
    _check_blank(text, at, len(text))


def check_nothing_invented(article: Article, text: str, stated: Iterable[str] = ()) -> None:
    """The words of every text field are in the document, in that order.

    Names, tags, captions and links are there in one piece, paragraphs letter by letter and in order; a headline,
    kicker or deck of two lines may have something between them. A value need not begin or end where a word does: in
    «بصحيفة المثال» it follows a prefix, and links and times of pages are glued to what is beside them. What a page
    states of itself outside its text (``stated``) may be a field too, but no paragraph.

    >>> check_nothing_invented(Article(headline="لم يكتب"), "كتب")
    Traceback (most recent call last):
        ...
    AssertionError: headline: the words of «لم يكتب» are not in the document
    """
    printed = words(text)
    # A mark between the values keeps a field from being found across two of them.
    values = (text, *stated)
    whole = " | ".join(["", *(" ".join(words(value)) for value in values), ""])
    letters = "\n|\n".join(map(_letters, values))
    at = 0
    for paragraph in article.paragraphs:
        found = text.find(paragraph, at)
        assert found >= 0, f"paragraphs: «{_short(paragraph)}» is not in the document letter by letter"
        at = found + len(paragraph)
    for field in FIELDS:
        value = getattr(article, field.name)
        if not field.is_printed or value in ("\n\n".join(article.paragraphs), article.paragraphs):
            continue
        if isinstance(value, str):
            rest = iter(printed)
            named = all(word in rest for word in words(value)) or (not field.is_text and _holds(whole, letters, value))
            assert named, f"{field.name}: the words of «{_short(value)}» are not in the document"
            continue
        if field.name == "publisher" and article.outlet is not None:
            continue  # the name of a known outlet comes from what is known of the address
        for name, part in named_parts(field.name, value):
            assert _holds(whole, letters, part), f"{name}: «{_short(part)}» is not in the document in one piece"


def check_total(text: str, parser: TextParser | None = None) -> Article:
    """Any text gives an Article. Return it.

    >>> check_total("\\x00\\ud800").body
    ''
    """
    try:
        article = (parser or _DEFAULT).parse_text(text)
    except Exception as error:
        raise AssertionError(f"parsing raised {type(error).__name__}: {error}") from error
    assert isinstance(article, Article), f"parsing returned {type(article).__name__}, not an Article"
    check_no_failure(article)
    return article


def check_no_failure(article: Article) -> None:
    """No step that makes an article has failed.

    >>> from arnews import Issue
    >>> check_no_failure(Article(issues=(Issue("internal-error", "the step 'label' failed"),)))
    Traceback (most recent call last):
        ...
    AssertionError: the step 'label' failed
    """
    for issue in article.issues:
        assert issue.code != INTERNAL_ERROR, issue.message


def check_deterministic(
    texts: Sequence[str], parser: TextParser | None = None, *, seeds: Sequence[int] = (1, 2)
) -> None:
    """Another process with another hash seed gives equal results, and so does parsing in another order.

    Starts one process for each seed, so give it many texts at a time.
    """
    parser = parser or _DEFAULT
    here = [to_json(parser.parse_text(text)) for text in texts]
    back = [to_json(parser.parse_text(text)) for text in reversed(texts)]
    _check_equal(texts, here, back[::-1], "parsed again in another order")
    for seed in seeds:
        run = subprocess.run(
            [sys.executable, "-c", _PARSE_ALL],
            input=pickle.dumps((parser, list(texts))),
            # A parser may hold functions of a module that only this process knows where to find.
            env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            capture_output=True,
            check=False,
        )
        assert run.returncode == 0, f"the process with hash seed {seed} failed: {run.stderr.decode(errors='replace')}"
        _check_equal(texts, here, json.loads(run.stdout), f"parsed in a process with hash seed {seed}")


def check_evidence(article: Article) -> None:
    """What evidence names is there: a field that has a value, a segment of that place and role, a key.

    >>> from arnews import Evidence
    >>> check_evidence(Article(evidence={"kicker": Evidence(why="the line above the title")}))
    Traceback (most recent call last):
        ...
    AssertionError: there is evidence of kicker, which has no value
    """
    spans = {(segment.start, segment.end, segment.role) for segment in article.segments}
    for name, evidence in article.evidence.items():
        assert getattr(article, name) not in (None, (), ""), f"there is evidence of {name}, which has no value"
        assert evidence.why, f"the evidence of {name} does not say why"
        span = (evidence.start, evidence.end, evidence.role)
        assert evidence.role is None or span in spans, f"the evidence of {name} names a segment that is not there"


def check_invariance(text: str, variant: str, parser: TextParser | None = None) -> None:
    """Marks, hamza seats, digit systems, direction controls, tatweel and line ends change no role and no date.

    Args:
        text: the document.
        variant: the same document written otherwise, by `arnews.testing.variants` for example.
        parser: the parser that is held to the law.

    Raises:
        ValueError: the variant has other words, so that it is another document.

    >>> check_invariance("شارك المقال", "شَارِكِ المقـــال")
    """
    parser = parser or _DEFAULT
    if words(text) != words(variant):
        raise ValueError("the variant has other words than the text")
    first, second = parser.parse_text(text), parser.parse_text(variant)
    pairs = zip(_roles(first, text), _roles(second, variant), strict=True)
    for number, ((word, role), (other, changed)) in enumerate(pairs):
        assert role == changed, (
            f"the word «{word}» (number {number}) is {role}, but written as {other!a} it is {changed}"
        )
    for name in ("date_published", "date_modified"):
        before, after = _day(getattr(first, name)), _day(getattr(second, name))
        assert before == after, f"{name} is {before}, but {after} when the text is written otherwise"


def check_reparse_keeps_body(text: str, parser: TextParser | None = None) -> None:
    """Parsing an article's own body again keeps all of it: no part of it gets a role of the surroundings.

    >>> check_reparse_keeps_body("افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.\\nشارك المقال")
    """
    parser = parser or _DEFAULT
    for segment in parser.parse_text(parser.parse_text(text).body).segments:
        dropped = f"«{_short(segment.text)}» was body, but is {segment.role} by {segment.rule} when the body is alone"
        assert segment.role.kept, dropped


def check_round_trip(article: Article) -> None:
    """An article survives a dict, JSON, and pickle.

    >>> check_round_trip(Article(headline="عنوان", keywords=("كتب",)))
    """
    assert from_dict(to_dict(article)) == article, "from_dict(to_dict(article)) is another article"
    text = to_json(article)
    text.encode("utf-8")
    assert from_dict(json.loads(text)) == article, "the article that was read back from JSON is another one"
    assert pickle.loads(pickle.dumps(article)) == article, "the article that was unpickled is another one"


def check_locality(text: str, tail: str, parser: TextParser | None = None) -> None:
    """A share bar or a list of other articles below an article changes no field but ``related``.

    Of the segments of the article itself none leaves or enters the kept roles.

    >>> check_locality("افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.", "شارك المقال")
    """
    parser = parser or _DEFAULT
    longer = f"{text}\n\n{tail}"
    alone, followed = parser.parse_text(text), parser.parse_text(longer)
    check_fields(alone, followed, f"above «{_short(tail)}»")
    for (word, role), (_, changed) in zip(_roles(alone, text), _roles(followed, longer), strict=False):
        assert _is_kept(role) == _is_kept(changed), (
            f"the word «{word}» was {role}, and is {changed} above «{_short(tail)}»"
        )


def check_fields(before: Article, after: Article, how: str) -> None:
    """Two articles differ in nothing but in ``related``, in issues and in what is around them.

    >>> check_fields(Article(headline="عنوان"), Article(), "now")
    Traceback (most recent call last):
        ...
    AssertionError: headline was عنوان, and is None now
    """
    for name in ("kind", *(field.name for field in FIELDS if not field.of_surroundings), "outlet"):
        old, new = (_placeless(getattr(article, name)) for article in (before, after))
        assert old == new, f"{name} was {_short(old)}, and is {_short(new)} {how}"


def _placeless(value: object) -> object:
    """Return a field without the offsets of its dates: they move with what is above."""
    if isinstance(value, NewsDate):
        return attrs.evolve(value, start=0, end=0)
    if isinstance(value, Source) and value.date_published is not None:
        return attrs.evolve(value, date_published=attrs.evolve(value.date_published, start=0, end=0))
    return value


_PARSE_ALL = """
import json, pickle, sys
from arnews.export.records import to_json
parser, texts = pickle.load(sys.stdin.buffer)
print(json.dumps([to_json(parser.parse_text(text)) for text in texts]))
"""


def _check_blank(text: str, start: int, end: int) -> None:
    missed = text[start:end]
    assert not missed.strip(), f"no segment holds the characters {start}:{end}, «{_short(missed.strip())}»"


def _check_equal(texts: Sequence[str], here: list[str], there: list[str], how: str) -> None:
    for text, before, after in zip(texts, here, there, strict=True):
        assert before == after, f"«{_short(text)}» gives another article when {how}"


def _holds(whole: str, letters: str, value: str) -> bool:
    """Tell whether a value is in the words of the document, or letter by letter: a tag may cut a word."""
    return f" {' '.join(words(value))} " in whole or _letters(value) in letters


def _letters(value: str) -> str:
    """Return the letters of a value as they are printed, without controls and marks, which fields leave out."""
    return " ".join(drop_ignorable(value).split())


def _roles(article: Article, text: str) -> Iterator[tuple[str, Role | None]]:
    """Yield each word with the role of the segment that its first letter is in."""
    folded = fold_with_offsets(text)
    segments = iter(article.segments)
    segment = next(segments, None)
    at = 0
    for word in words(text):
        at = folded.text.index(word, at)
        offset = folded.offsets[at]
        while segment is not None and segment.end <= offset:
            segment = next(segments, None)
        yield word, segment.role if segment is not None and segment.start <= offset else None
        at += len(word)


def _is_kept(role: Role | None) -> bool:
    return role is not None and role.kept


def _day(date: NewsDate | None) -> tuple[object, ...] | None:
    """Return what a date says, as opposed to how it is printed."""
    return None if date is None else (date.date, date.time, date.utc_offset, date.hijri, date.precision)


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
