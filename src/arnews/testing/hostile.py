"""Strategies for text as it should not be: broken, flattened, stretched, full of controls."""

from __future__ import annotations

import unicodedata
from functools import cache

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from arnews.testing.documents import documents
from arnews.testing.generated import Written, join
from arnews.testing.prose import pick

__all__ = ["as_shapes", "flatten", "hostile_texts", "one_line_pages"]

_CHARACTERS = (
    "\x00", "\x01", "\t", "\x0b", "\x0c", "\r", "\n", "\r\n", "\x1c", "\x1e", "\x7f", "\x85", "\u00a0", "\u00ad",
    "\u0130", "\u03a3", "\u061c", "\u0640", "\u064b", "\u0651", "\u0670", "\u06dd", "\u200b", "\u200d", "\u200e",
    "\u200f", "\u2003" * 9, "\u205f", "a-" * 9, "\u2028", "\u2029", "\u202a", "\u202b", "\u202c", "\u202e",
    "\u2060", "\u2066", "\u2069", "\u3000",
    "\ud800", "\udbff", "\udc00", "\udfff", "\ufb56", "\ufdfa", "\ufdfd", "\ufeee", "\ufeff", "\uffff", "\ufffd",
    "\U0001f1ea\U0001f1ec", "\U0010ffff", "    ", "((((", "....", "::", "-", "«", "»", "#", "@", "http://", "0", "٣",
)  # fmt: skip
"""Controls, odd blanks, marks without a letter, lone surrogates, letters as shapes, letters whose case or
compatibility form has another length, and runs of punctuation."""


def hostile_texts() -> SearchStrategy[str]:
    """Return a strategy for any text at all, and for news documents that something went wrong with.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate], database=None, max_examples=5_000)
    >>> "\\ud800" in find(hostile_texts(), lambda text: "\\ud800" in text, settings=quick)
    True
    """
    pieces = st.lists(st.one_of(st.sampled_from(_CHARACTERS), st.text(max_size=8)), max_size=40).map("".join)
    return st.one_of(st.text(), pieces, _broken(), one_line_pages().map(lambda page: page.text), _repeated())


@st.composite
def one_line_pages(draw: DrawFn) -> Written:
    """Return a strategy for documents whose lines runs of blanks set apart, with the truth about them."""
    return flatten(draw(documents()), pick(draw, ("    ", "      ", "\t", "\u00a0" * 4)))


def flatten(written: Written, gap: str = "    ") -> Written:
    """Return a document on one line: a run of blanks is where a line ended.

    >>> from arnews.roles import Role
    >>> from arnews.testing.generated import line
    >>> flatten(join([line(Role.AD, "إعلان"), line(Role.SHARE, "شارك المقال")])).text
    'إعلان    شارك المقال'
    """
    parts = [
        Written(text=written.text[span.start : span.end], spans=(evolve(span, start=0, end=span.end - span.start),))
        for span in written.spans
    ]
    flat = join(parts, gap)
    return evolve(written, text=flat.text, spans=flat.spans)


def as_shapes(text: str) -> str:
    """Print letters as the isolated shapes of old type-setting systems.

    >>> as_shapes("هـ") == "\\ufee9\\u0640"
    True
    """
    return text.translate(_shapes())


@cache
def _shapes() -> dict[int, str]:
    """Return the isolated shape of each letter that has one."""
    block = map(chr, range(0xFE80, 0xFEF5))
    return {ord(letter): char for char in reversed([*block]) if len(letter := unicodedata.normalize("NFKC", char)) == 1}


@st.composite
def _broken(draw: DrawFn) -> str:
    """Write a document and put hostile characters into it, cut it, or spell it in shapes."""
    text = draw(documents()).text
    for character in draw(st.lists(st.sampled_from(_CHARACTERS), max_size=6)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + character + text[at:]
    if draw(st.booleans()):
        text = as_shapes(text)
    return text[draw(st.integers(0, 20)) : len(text) - draw(st.integers(0, 20))]


@st.composite
def _repeated(draw: DrawFn) -> str:
    """Write one line many times: no line is news."""
    written = draw(documents())
    span = pick(draw, written.spans)
    end = pick(draw, ("\n", "\r\n", " ", "", "    "))
    return (written.text[span.start : span.end] + end) * draw(st.integers(2, 60))
