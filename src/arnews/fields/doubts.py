"""What contradicts in a page."""

from __future__ import annotations

from arnews.article import Issue
from arnews.fields.context import Context
from arnews.fields.headline import stated_titles
from arnews.roles import Role
from arnews.text.fold import words

__all__ = ["page_issues"]

_FEWEST_WORDS = 3


def page_issues(ctx: Context) -> tuple[Issue, ...]:
    """Return what is broken in a page or its metadata, and a title of the metadata that is not the printed one.

    What is wrong with dates and addresses is told by the functions that read them.

    >>> import arnews
    >>> page = "<title>أسعار النفط ترتفع</title><h1>افتتاح المعرض الدولي للكتاب</h1><p>افتتح الوزير أمس المعرض."
    >>> [issue.code for issue in page_issues(Context(arnews.label(arnews.read_html(page))))]
    ['title-conflict']
    """
    page = ctx.page
    if page is None:
        return ()
    issues = [Issue(code="broken-metadata", message=sentence) for sentence in page.metadata.broken]
    printed = ctx[Role.HEADLINE]
    stated = any(segment.text in value.value for value in page.metadata.titles for segment in printed)
    if printed and not stated and ctx[Role.BODY]:
        own = {word for segment in printed for word in words(segment.text)}
        titles = stated_titles(ctx)
        if len(own) >= _FEWEST_WORDS and titles and not any(own & set(words(title)) for title in titles):
            issues.append(
                Issue(
                    code="title-conflict",
                    message="no title of the metadata shares a word with the printed headline",
                    start=printed[0].start,
                    end=printed[0].end,
                )
            )
    return tuple(issues)
