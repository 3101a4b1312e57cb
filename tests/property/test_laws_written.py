"""What the strategies of `arnews.testing` write is true: spans partition the text, fields are in it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import arnews
from arnews import Role, testing
from arnews.testing import DocumentStyle, Written
from arnews.text.fold import words

PARTS = {
    Role.HEADLINE: testing.headlines(),
    Role.DECK: testing.decks(),
    Role.BYLINE: testing.bylines(),
    Role.DATELINE: testing.datelines(),
    Role.TIMESTAMP: testing.timestamps() | testing.timestamps(modified=True),
    Role.CAPTION: testing.captions(),
    Role.MASTHEAD: testing.mastheads(),
    Role.NAVIGATION: testing.tickers(),
    Role.SECTION: testing.sections(),
    Role.SHARE: testing.share_bars(),
    Role.TAGS: testing.tag_lists(),
    Role.SOURCE: testing.source_lines(),
    Role.COMMENTS: testing.comment_forms(),
    Role.DISCLAIMER: testing.disclaimers(),
    Role.PROMO: testing.promos(),
    Role.COUNTER: testing.counters(),
    Role.AD: testing.ads(),
    Role.AUTHOR_BIO: testing.author_bios(),
    Role.CONTRIBUTORS: testing.contributors(),
}
LISTS = ("authors", "places", "agencies", "sections", "keywords", "captions", "related")
SINGLES = ("headline", "kicker", "description", "source_name")


def _check(written: Written) -> None:
    at = 0
    for span in written.spans:
        assert at <= span.start < span.end <= len(written.text)
        assert not written.text[at : span.start].strip()
        at = span.end
    assert not written.text[at:].strip()
    assert "{" not in written.text
    for name in SINGLES:
        assert (getattr(written, name) or "") in written.text
    for name in LISTS:
        assert all(value and value in written.text for value in getattr(written, name))


@given(testing.documents() | testing.one_line_pages())
def test_documents_are_partitioned(document: Written) -> None:
    _check(document)
    assert document[Role.BODY]


@pytest.mark.parametrize("role", PARTS, ids=str)
@given(data=st.data())
def test_a_part_of_a_page_has_one_role(role: Role, data: st.DataObject) -> None:
    written = data.draw(PARTS[role])
    _check(written)
    assert {span.role for span in written.spans} == {role}


@pytest.mark.parametrize("style", DocumentStyle, ids=str)
@given(data=st.data())
def test_a_style_writes_what_it_says(style: DocumentStyle, data: st.DataObject) -> None:
    document = data.draw(testing.documents(style))
    assert (document.headline is None) == (style is DocumentStyle.AGGREGATOR)
    assert bool(document.authors) or style not in (DocumentStyle.NEWSPAPER, DocumentStyle.BLOG, DocumentStyle.OPINION)
    assert (document.source_name is not None) or style is not DocumentStyle.AGGREGATOR


@given(testing.timestamps())
def test_the_written_day_is_the_printed_one(stamp: Written) -> None:
    """The date engine reads the day that the strategy wrote, where the engine reads the line at all."""
    found = [mention.date for mention in arnews.find_dates(stamp.text)]
    assume(found)
    assert found[0] is not None
    assert found[0].date == stamp.date_published
    assert found[0].time in (None, stamp.time)


@given(testing.documents(), st.data())
def test_variants_say_the_same(document: Written, data: st.DataObject) -> None:
    assert words(data.draw(testing.variants(document.text))) == words(document.text)


@given(testing.documents())
def test_shapes_say_the_same(document: Written) -> None:
    assert words(testing.as_shapes(document.text)) == words(document.text)


def test_join_keeps_the_first_of_what_is_one_and_all_of_what_is_many() -> None:
    first = Written(text="أ", headline="أ", keywords=("س", "ص"), date_published=dt.date(2024, 1, 1))
    second = Written(text="ب", headline="ب", keywords=("ص", "ع"), time=dt.time(1))
    both = testing.join([first, Written(), second])
    assert (both.text, both.headline, both.keywords) == ("أ\nب", "أ", ("س", "ص", "ع"))
    assert (both.date_published, both.time) == (dt.date(2024, 1, 1), dt.time(1))
