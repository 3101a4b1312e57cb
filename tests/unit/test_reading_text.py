"""Reading: what ends a line, what offsets mean, what is a blank."""

from __future__ import annotations

import pytest

import arnews
from arnews.reading.mojibake import is_mojibake

PARAGRAPH = "افتتح الوزير أمس المعرض الدولي للكتاب في القاهرة، وحضره جمهور كبير من القراء والناشرين."


def _texts(text: str) -> list[str]:
    return [block.text for block in arnews.read_text(text).blocks]


@pytest.mark.parametrize(
    "end",
    [
        "\n",
        "\r\n",
        "\r",
        "\u2028",
        "\u2029",
        "\x85",
        "\x0b",
        "\x0c",
        "\x1c",
        "\x1d",
        "\x1e",
        "\n\n",
        "\n \t\n",
        "\r\n\r\n",
    ],
    ids=ascii,
)
def test_line_ends(end: str) -> None:
    assert _texts(f"عنوان الخبر{end}{PARAGRAPH}{end}") == ["عنوان الخبر", PARAGRAPH]


@pytest.mark.parametrize("gap", ["    ", " " * 9, "\t", " \t ", "\u00a0" * 4, "\u00a0 \u00a0 "], ids=ascii)
def test_wide_gaps_stand_for_line_ends(gap: str) -> None:
    assert _texts(f"أخبار محلية{gap}عنوان الخبر{gap}{PARAGRAPH}") == ["أخبار محلية", "عنوان الخبر", PARAGRAPH]


@pytest.mark.parametrize("gap", [" ", "  ", "   ", "\u00a0", " \u00a0"], ids=ascii)
def test_narrow_gaps_do_not(gap: str) -> None:
    assert _texts(f"عنوان{gap}الخبر اليوم") == [f"عنوان{gap}الخبر اليوم"]


@pytest.mark.parametrize("mark", ["1-", "•", "*", "أ)"])
def test_a_wide_gap_after_a_list_mark_does_not(mark: str) -> None:
    assert _texts(f"{mark}     افتتاح المعرض الدولي") == [f"{mark}     افتتاح المعرض الدولي"]


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u3000", "\t", "\u2003"], ids=ascii)
def test_blanks_at_the_ends_of_a_line_are_no_part_of_its_block(blank: str) -> None:
    (block,) = arnews.read_text(f"{blank}عنوان{blank}").blocks
    assert (block.start, block.end, block.text) == (1, 6, "عنوان")


@pytest.mark.parametrize("char", ["\x00", "\ufeff", "\u200f", "\ud800", "\u0640", "."], ids=ascii)
def test_what_is_not_blank_is_a_block(char: str) -> None:
    assert _texts(f"عنوان\n{char}\n") == ["عنوان", char]


def test_offsets_count_code_points_of_the_text_as_given() -> None:
    text = "\ufeff\U0001f600 عنوان\r\n  فقرة"
    first, second = arnews.read_text(text).blocks
    assert text[first.start : first.end] == first.text == "\ufeff\U0001f600 عنوان"
    assert text[second.start : second.end] == second.text == "فقرة"


def test_nothing_gives_no_blocks() -> None:
    assert arnews.read_text("") == arnews.Document(text="", blocks=())
    assert arnews.read_text(" \n\u2028 ").blocks == ()


def test_the_address_is_kept() -> None:
    assert arnews.read_text("عنوان", url="https://example.com/1").url == "https://example.com/1"


@pytest.mark.parametrize("encoding", ["cp1256", "cp1252", "latin-1"])
def test_mojibake_is_told(encoding: str) -> None:
    garbage = PARAGRAPH.encode().decode(encoding, errors="ignore")
    assert is_mojibake(garbage)
    article = arnews.parse_text(garbage)
    assert [issue.code for issue in article.issues] == ["mojibake"]
    assert (article.headline, article.body, article.authors, article.date_published) == (None, "", (), None)


def test_words_with_ta_and_za_are_no_mojibake() -> None:
    assert not is_mojibake("ظل طلاب الطب ينتظرون طويلا طائرة طرابلس، وطلب طاقمها نظاما للطعام والظل في محطة الطيران")


@pytest.mark.parametrize("text", ["", "ط", "Ø", "x" * 100, "طططططظظظظظ"])
def test_short_or_foreign_text_is_no_mojibake(text: str) -> None:
    assert not is_mojibake(text)
