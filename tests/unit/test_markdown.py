"""Marks of Markdown are no part of the lines that they surround."""

from __future__ import annotations

import pytest

import arnews
from tests.unit.small_pages import BODY, TITLE, iso, names

TEXT = "\n\n".join(BODY)


@pytest.mark.parametrize(
    "line", [f"# {TITLE}", f"## {TITLE} ##", f"**{TITLE}**", f"# **{TITLE}**", f"__{TITLE}__", f"{TITLE}\n======"]
)
def test_the_marks_of_a_heading_are_no_part_of_the_headline(line: str) -> None:
    article = arnews.parse_text(f"{line}\n\n{TEXT}")
    assert article.headline == TITLE
    assert article.paragraphs == BODY


def test_every_character_keeps_its_place() -> None:
    picture = "![القاعة الشرقية قبل الافتتاح](/hall.jpg)"
    text = f"# **{TITLE}**\n\n{picture}\n\n**{BODY[0]}**\n\n### برنامج المعرض\n\n{BODY[1]}\n"
    article = arnews.parse_text(text)
    kept = "".join(text[segment.start : segment.end] for segment in article.segments)
    assert kept.replace(" ", "") == "".join(text.split())
    assert article.paragraphs == (BODY[0], "برنامج المعرض", BODY[1])
    assert [image.caption for image in article.images] == ["القاعة الشرقية قبل الافتتاح"]


def test_front_matter_states_the_fields() -> None:
    values = f'title: "{TITLE}"\nauthor: سليم الحاوي\ndate: 2024-05-01\ntags: [كتب, معارض]'
    front = f"---\nlayout: post\n{values}\nslug: x\n---\n"
    article = arnews.parse_text(f"{front}\n{TEXT}")
    assert (article.headline, iso(article.date_published)) == (TITLE, "2024-05-01")
    assert (names(article), article.keywords) == (["سليم الحاوي"], ("كتب", "معارض"))
    assert article.paragraphs == BODY


@pytest.mark.parametrize(
    "paragraph", ["وسوم #كتب في كل مكان.", "* نجمة في أول السطر وفي آخره *", "#معرض_الكتاب يتصدر", "# كتب # معارض"]
)
def test_other_uses_of_the_marks_stay(paragraph: str) -> None:
    segments = arnews.parse_text(f"{TITLE}\n\n{BODY[0]}\n\n{paragraph}\n\n{BODY[1]}\n\n{BODY[2]}").segments
    assert paragraph in {segment.text for segment in segments}


def test_emphasis_inside_a_paragraph_stays() -> None:
    paragraph = BODY[1].replace("مئات", "**مئات**")
    assert paragraph in arnews.parse_text(f"# {TITLE}\n\n{BODY[0]}\n\n{paragraph}").body


@pytest.mark.parametrize("blank", ["\u00a0", "\u2009", "\u202f"])
def test_blanks_of_any_width_part_the_words_of_a_headline(blank: str) -> None:
    article = arnews.parse_text(f"{TITLE.replace(' ', blank)}\n{TEXT}")
    assert article.headline == TITLE
