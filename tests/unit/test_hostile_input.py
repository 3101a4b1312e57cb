"""Input that no newspaper prints: of the wrong type, of absurd size, of one line many times."""

from __future__ import annotations

from time import process_time

import pytest

import arnews
from arnews.testing import laws

SECONDS = 10
"""Far more than any of these takes; what grows with the square of its size takes hours."""


@pytest.mark.parametrize(
    "wrong", [None, b"bytes", bytearray(b"bytes"), 7, ["text"], object()], ids=lambda wrong: type(wrong).__name__
)
@pytest.mark.parametrize("function", [arnews.parse_text, arnews.read_text, arnews.Parser().parse_text])
def test_wrong_type_is_one_clear_sentence(function: object, wrong: object) -> None:
    with pytest.raises(TypeError) as caught:
        function(wrong)  # type: ignore[operator]
    message = str(caught.value)
    assert message.startswith(f"text must be a str, not {type(wrong).__name__}")
    assert "\n" not in message


@pytest.mark.parametrize("wrong", [b"bytes", bytearray(b"bytes")], ids=["bytes", "bytearray"])
def test_bytes_are_told_what_to_do(wrong: object) -> None:
    with pytest.raises(TypeError, match="decode"):
        arnews.parse_text(wrong)  # type: ignore[arg-type]


def _within_reason(text: str) -> arnews.Article:
    start = process_time()
    article = laws.check_total(text)
    assert process_time() - start < SECONDS
    laws.check_partition(article, text)
    return article


@pytest.mark.parametrize("piece", ["ا", "كلمة ", "قال الوزير إن العمل بدأ أمس. ", "7", "(", "\x00"], ids=ascii)
def test_a_line_of_ten_megabytes(piece: str) -> None:
    size = 10_000_000
    _within_reason(piece * (size // len(piece.encode())))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", " \n"], ids=ascii)
def test_a_hundred_thousand_empty_lines(end: str) -> None:
    article = _within_reason(end * 100_000)
    assert (article.kind, article.segments, article.body) == (arnews.ArticleKind.OTHER, (), "")
    assert [issue.code for issue in article.issues] == ["empty"]


@pytest.mark.parametrize("end", ["\n", " ", "", "    "], ids=ascii)
def test_ten_thousand_times_read_also(end: str) -> None:
    _within_reason(f"اقرأ أيضا{end}" * 10_000)


def test_an_article_between_empty_lines() -> None:
    paragraph = "افتتح الوزير أمس المعرض الدولي للكتاب في القاهرة، وحضره جمهور كبير من القراء والناشرين."
    gap = "\n" * 50_000
    assert _within_reason(f"{gap}{paragraph}{gap}{paragraph}{gap}").paragraphs == (paragraph, paragraph)


@pytest.mark.parametrize(
    "text",
    [
        # As long as it takes for seconds if a pattern tries every way to cut it.
        f"افتتاح المعرض الدولي للكتاب في العاصمة ({'،' * 60} قال وزير الثقافة أمس إن المعرض سيفتح أبوابه للجمهور غدا.",
        f"{' ' * 28}<p>افتتح الوزير أمس المعرض الدولي للكتاب في القاهرة.",
    ],
    ids=["commas in a long title", "blanks in front of a page"],
)
def test_marks_in_a_row_are_read_at_once(text: str) -> None:
    arnews.parse("افتتح الوزير أمس المعرض الدولي للكتاب في القاهرة.")  # the rules are read
    start = process_time()
    arnews.parse(text)
    arnews.parse_html(text)
    assert process_time() - start < 2
