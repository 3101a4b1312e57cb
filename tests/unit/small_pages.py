"""Small pages of our own for the tests of fields: a head, the lines around the title, a body of three paragraphs."""

from __future__ import annotations

import arnews

TITLE = "افتتاح معرض الكتاب الدولي في المدينة القديمة"
BODY = (
    "افتتح وزير الثقافة أمس معرض الكتاب الدولي في المدينة القديمة، وحضر الافتتاح جمهور كبير من القراء والناشرين.",
    "وقال الوزير إن المعرض يضم هذا العام مئات الأجنحة، وإن إدارته خصصت برنامجا واسعا للأطفال وللعائلات.",
    "وأضاف أن الندوات تستمر حتى نهاية الأسبوع، وأن الدخول متاح للجميع من الصباح حتى ساعة متأخرة من المساء.",
)
URL = "https://www.example.com/culture/123"


def html(*around: str, head: str = "", above: str = "", below: str = "", title: str = TITLE) -> str:
    """Return a page: ``above`` the title, ``around`` between title and body, ``below`` the body."""
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    menu = "".join(
        f'<li><a href="/s/{i}">{word}</a></li>' for i, word in enumerate(("سياسة", "اقتصاد", "رياضة", "فنون"))
    )
    return (
        f"<html lang='ar'><head><title>{title} - صحيفة المثال</title>{head}</head><body>"
        f"<div class='top'><ul class='menu'>{menu}</ul></div>"
        f"<div class='page'><div class='story'>{above}<h1>{title}</h1>{''.join(around)}"
        f"<div class='text'>{paragraphs}</div>{below}</div></div></body></html>"
    )


def parse(*around: str, head: str = "", above: str = "", below: str = "", url: str | None = URL) -> arnews.Article:
    """Parse the page that `html` makes."""
    return arnews.parse_html(html(*around, head=head, above=above, below=below), url=url)


def json_ld(text: str) -> str:
    """Return the script that holds structured data."""
    return f'<script type="application/ld+json">{text}</script>'


def names(article: arnews.Article) -> list[str]:
    """Return the names of the authors."""
    return [author.name for author in article.authors]


def iso(date: arnews.NewsDate | None) -> str | None:
    """Return a date as ISO 8601."""
    return None if date is None else date.isoformat()


def codes(article: arnews.Article) -> set[str]:
    """Return the codes of the issues."""
    return {issue.code for issue in article.issues}
