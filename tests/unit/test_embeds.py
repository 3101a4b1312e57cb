"""Embedded posts, and captions of other articles: told from what is around them."""

from __future__ import annotations

import pytest

import arnews

TITLE = "انطلاق مهرجان المدينة"
LEAD = "افتتح رئيس البلدية مساء أمس مهرجان المدينة بحضور كبير من العائلات والزوار."
SECOND = "وقال المنظمون إن المهرجان يستمر أسبوعا كاملا، وإن الدخول إليه مجاني للجميع."
POST = "سعدنا اليوم بافتتاح المهرجان مع أهل المدينة"
WHO = "— بلدية المدينة (@baladiya) May 12, 2024"
REST = "وتجول الزوار بين أجنحة المعرض حتى منتصف الليل."


@pytest.mark.parametrize(
    ("line", "posts"),
    [
        (
            f"وكتب رئيس البلدية على حسابه. {POST} pic.twitter.com/abc12 {WHO} {REST}",
            [f"{POST} pic.twitter.com/abc12 {WHO}"],
        ),
        (f"{POST} {WHO} {REST}", [f"{POST} {WHO}"]),
        (f"{WHO} {REST}", [WHO]),
        (f"{REST} #مهرجان_المدينة pic.twitter.com/abc12", ["#مهرجان_المدينة pic.twitter.com/abc12"]),
    ],
)
def test_a_post_inside_a_line_is_cut_out(line: str, posts: list[str]) -> None:
    article = arnews.parse_text("\n".join((TITLE, LEAD, line, SECOND)))
    assert [segment.text for segment in article.segments if segment.role is arnews.Role.EMBED] == posts
    assert REST in article.body or line.startswith(WHO)


def test_a_caption_in_the_box_of_another_article_is_none_of_this_one() -> None:
    def teaser(number: int, title: str, caption: str) -> str:
        picture = f"<figure><img src='/{number}.jpg'><figcaption>{caption}</figcaption></figure>"
        return f"<div class='item'>{picture}<a href='/n/{number}'>{title}</a></div>"

    own = "<figure><img src='/own.jpg'><figcaption>منصة المهرجان مساء أمس</figcaption></figure>"
    others = teaser(2, "مؤتمر المناخ يبدأ أعماله في العاصمة", "قاعة المؤتمرات في المدينة (رويترز)")
    others += teaser(3, "أول سفينة ترسو في الميناء الجديد", "سفينة في الميناء (رويترز)")
    article = arnews.parse_html(
        f"<article><h1>{TITLE}</h1>{own}<p>{LEAD}</p><p>{SECOND}</p></article><h3>اقرأ أيضا</h3>{others}",
        url="https://port.example/1",
    )
    assert [(image.url, image.caption) for image in article.images] == [
        ("https://port.example/own.jpg", "منصة المهرجان مساء أمس")
    ]
