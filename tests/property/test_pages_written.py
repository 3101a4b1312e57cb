"""What the strategies write about pages is true, and the parser finds most of it in every template."""

from __future__ import annotations

import html
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, settings

import arnews
from arnews import Role
from arnews.testing import Surroundings, Template, WrittenPage, page_laws, pages, surround, surroundings
from arnews.text.fold import words

PAGES = 60
# The least that is found in the pages of a template. One line that could be a standfirst or a paragraph costs a page
# a third of its body, so these are far below what is usual; they are here for templates that nobody reads.
BODY, HEADLINE, DATE, AUTHORS = 0.96, 0.97, 0.9, 0.85


@given(pages())
def test_every_line_of_the_document_is_in_the_page(page: WrittenPage) -> None:
    text = arnews.read_html(page.html).text
    at = 0
    for span in page.written.spans:
        line = " ".join(page.written.text[span.start : span.end].split())
        assert line in text[at:], f"«{line}» does not come after what is written above it"
        at = text.index(line, at) + len(line)


@given(pages(Template.ONE_PARAGRAPH))
def test_paragraphs_that_follow_each_other_are_one(page: WrittenPage) -> None:
    roles = [span.role for span in page.written.spans]
    assert (Role.BODY, Role.BODY) not in set(pairwise(roles))


@given(pages(), surroundings())
def test_what_is_around_is_in_the_body_element(page: WrittenPage, around: Surroundings) -> None:
    whole = surround(page.html, around)
    assert len(whole) == len(page.html) + len(around.above) + len(around.below)
    texts = [block.text for block in arnews.read_html(whole).blocks]
    own = [block.text for block in arnews.read_html(page.html).blocks]
    assert not Counter(own) - Counter(texts)


@given(pages())
def test_metadata_stand_only_where_they_are_said_to_stand(page: WrittenPage) -> None:
    document = arnews.read_html(page.html)
    assert document.page is not None
    assert bool(document.page.metadata.types) == page.has_metadata == ("og:title" in html.unescape(page.html))


@pytest.mark.parametrize("template", Template, ids=str)
def test_most_of_the_truth_is_found(template: Template) -> None:
    found: list[tuple[float, bool, bool, bool]] = []

    @settings(
        max_examples=PAGES,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(pages(template))
    def read(page: WrittenPage) -> None:
        article = page_laws.check_total(page.html)
        written, date = page.written, article.date_published
        found.append(
            (
                _agreement(written.body, article.body),
                article.headline == written.headline,
                (date.date if date else None) == written.date_published,
                {author.name for author in article.authors} == set(written.authors),
            )
        )

    read()
    body, headline, date, authors = (sum(column) / len(found) for column in zip(*found, strict=True))
    assert (body >= BODY, headline >= HEADLINE, date >= DATE, authors >= AUTHORS) == (True,) * 4, (
        f"body {body:.3f}, headline {headline:.3f}, date {date:.3f}, authors {authors:.3f}"
    )


def _agreement(written: str, found: str) -> float:
    """Return how many words two texts share, as F1."""
    wanted, got = Counter(words(written)), Counter(words(found))
    return 2 * sum((wanted & got).values()) / max(1, wanted.total() + got.total())
