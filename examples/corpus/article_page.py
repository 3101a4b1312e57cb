"""Scrapy with scrapy-poet: an ``ArticlePage`` that arnews fills. Ask for ``Article`` in a callback, and it is there."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

import attrs
from web_poet import HttpResponse, field, handle_urls
from zyte_common_items import ArticlePage, Author

import arnews


@handle_urls("")  # every site; a more special page object wins
@attrs.define(kw_only=True, slots=False)
class ArnewsArticlePage(ArticlePage):
    """The article of a response."""

    response: HttpResponse

    @cached_property
    def found(self) -> arnews.Article:
        """What arnews reads from the page."""
        return arnews.parse_html(
            bytes(self.response.body), url=str(self.response.url), fetched_at=dt.datetime.now(dt.UTC)
        )

    @field
    def headline(self) -> str | None:
        """The title."""
        return self.found.headline

    @field
    def articleBody(self) -> str | None:  # noqa: N802  (their name)
        """The body."""
        return self.found.body or None

    @field
    def description(self) -> str | None:
        """The deck."""
        return self.found.description

    @field
    def authors(self) -> list[Author] | None:
        """Those who sign it."""
        return [Author(name=each.name, nameRaw=each.raw) for each in self.found.authors] or None

    @field
    def datePublished(self) -> str | None:  # noqa: N802
        """The moment in UTC, if day, time and zone are known."""
        date = self.found.date_published
        moment = date.to_datetime() if date else None
        if moment is None or moment.tzinfo is None:
            return None
        return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @field
    def datePublishedRaw(self) -> str | None:  # noqa: N802
        """The date as printed."""
        return self.found.date_published.raw if self.found.date_published else None

    @field
    def inLanguage(self) -> str | None:  # noqa: N802
        """The language."""
        return self.found.language
