"""Records: plain types, the same keys for every article, an exact way back."""

from __future__ import annotations

import datetime
import json
import pickle
import timeit
from itertools import cycle
from time import process_time
from typing import Any

import attrs
import pytest

from arnews.article import (
    Article,
    ArticleKind,
    Author,
    Dateline,
    Image,
    ImageKind,
    Issue,
    Link,
    Organization,
    Source,
)
from arnews.dates.values import Calendar, DateKind, HijriDate, NewsDate, Precision
from arnews.document import Origin, Reason, Segment
from arnews.export import RecordError, from_dict, to_dict, to_json
from arnews.roles import Role

DATE = NewsDate(
    date=datetime.date(2025, 2, 28),
    time=datetime.time(22, 45),
    utc_offset=datetime.timedelta(hours=-3, minutes=-30),
    zone="Africa/Cairo",
    calendar=Calendar.DUAL,
    hijri=HijriDate(1446, 8, 29),
    precision=Precision.MINUTE,
    kind=DateKind.RANGE,
    raw="28 فبراير",
    start=3,
    end=12,
    end_date=datetime.date(2025, 3, 1),
    weekday=4,
    hijri_delta=0,
    uncertainty_days=1,
    flags=("weekday_mismatch",),
)

FULL = Article(
    kind=ArticleKind.ARTICLE,
    url="https://example.com/1",
    canonical_url="https://example.com/one",
    headline="افتتاح المعرض",
    kicker="في دورته العاشرة",
    description="مشاركة واسعة",
    body="فقرة أولى\n\nفقرة ثانية",
    paragraphs=("فقرة أولى", "فقرة ثانية"),
    authors=(Author(name="ليلى حسن", job_title="مراسلة", raw="كتبت: ليلى حسن", url="https://example.com/l"),),
    contributors=(Author(name="كريم حجار"),),
    dateline=Dateline(places=("القاهرة",), agencies=("رويترز",), raw="القاهرة (رويترز)"),
    date_published=DATE,
    date_modified=NewsDate(date=datetime.date(2025, 3, 2)),
    publisher=Organization(name="أطلس اليوم", url="https://example.com"),
    source=Source(name="مرصد الساحل", url="https://example.org/2", date_published=DATE),
    sections=("ثقافة", "كتب"),
    keywords=("معرض", "كتاب"),
    images=(
        Image(url="a.jpg", caption="المعرض", credit="أرشيف"),
        Image(url="a.mp4", caption="جولة", kind=ImageKind.VIDEO),
    ),
    related=(Link(text="خبر آخر", url="/3"), Link(text="خبر ثالث")),
    language="ar",
    is_translated=True,
    is_accessible_for_free=False,
    issues=(Issue(code="mojibake", message="y", start=1, end=2),),
    segments=tuple(
        Segment(start=4 * n, end=4 * n + 3, role=role, text="نصا", reason=Reason(f"{role}/a", origin))
        for n, (role, origin) in enumerate(zip(Role, cycle(Origin), strict=False))
    ),
    document_text="نصا " * len(Role),
    outlet="atlas",
)


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for key, item in value.items() for leaf in [key, *_leaves(item)]]
    if isinstance(value, list):
        return [leaf for item in value for leaf in _leaves(item)]
    return [value]


@pytest.mark.parametrize("article", [Article(), FULL], ids=["empty", "full"])
def test_the_way_back_is_exact(article: Article) -> None:
    assert from_dict(to_dict(article)) == article
    assert from_dict(json.loads(to_json(article))) == article
    assert pickle.loads(pickle.dumps(article)) == article


@pytest.mark.parametrize("article", [Article(), FULL], ids=["empty", "full"])
def test_a_record_holds_only_plain_json_types(article: Article) -> None:
    # Exactly these types: an enumeration is a str for isinstance, but not for every serializer.
    assert {type(leaf) for leaf in _leaves(to_dict(article))} <= {str, int, bool, type(None)}


def test_the_full_article_of_these_tests_leaves_no_field_empty() -> None:
    for value in (FULL, DATE):
        assert [name for name, item in attrs.asdict(value, recurse=False).items() if item in (None, (), "")] == []


def test_every_record_has_the_same_keys_in_the_order_of_the_class() -> None:
    names = [field.name for field in attrs.fields(Article)]
    assert list(to_dict(Article())) == list(to_dict(FULL)) == names


def test_dates_are_iso_and_durations_seconds() -> None:
    record = to_dict(FULL)["date_published"]
    assert (record["date"], record["time"], record["utc_offset"]) == ("2025-02-28", "22:45:00", -12600)
    assert record["hijri"] == {"year": 1446, "month": 8, "day": 29}


def test_what_a_record_leaves_out_gets_its_default() -> None:
    record = to_dict(FULL)
    del record["segments"]
    assert from_dict(record) == attrs.evolve(FULL, segments=())


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"title": "x"}, "article: unknown key 'title'"),
        ({"authors": [{"name": "x", "age": 3}]}, "article.authors[0]: unknown key 'age'"),
        ({"authors": [{"job_title": "x"}]}, "article.authors[0]: the key 'name' is missing"),
        ({"authors": "ليلى"}, "article.authors: expected a list, got str"),
        ({"headline": 7}, "article.headline: expected str, got int"),
        ({"kind": "poem"}, "article.kind: 'poem' is not a known ArticleKind"),
        ({"dateline": ["x"]}, "article.dateline: expected an object, got list"),
        ({"date_published": {"date": "yesterday"}}, "article.date_published.date: 'yesterday' is not an ISO 8601 date"),
        ({"date_published": {"date": None, "start": True}}, "article.date_published.start: expected int, got bool"),
        (
            {"date_published": {"date": None, "hijri": {"year": 9000, "month": 1, "day": 1}}},
            "article.date_published.hijri: Hijri year must be in 1343..1500, the Umm al-Qura table; got 9000",
        ),
        (
            {"segments": [{"start": 0, "end": 1, "role": "x", "text": "", "rule": "", "origin": "words"}]},
            "article.segments[0].role: 'x' is",
        ),
        ([], "article: expected an object, got list"),
        ({"date_published": {"date": None, "utc_offset": 10**30}}, "article.date_published.utc_offset: 1000"),
        ({"kind": "x" * 5_000}, "article.kind: 'xxx"),
        ({"is_translated": "yes"}, "article.is_translated: expected bool, got str"),
    ],
)
def test_a_wrong_record_is_one_sentence_with_its_place(record: Any, message: str) -> None:
    with pytest.raises(RecordError) as caught:
        from_dict(record)
    assert str(caught.value).startswith(message)
    assert len(str(caught.value)) < 1_000


def test_json_keeps_arabic_readable_and_can_always_be_encoded() -> None:
    text = to_json(Article(headline="عنوان \ud800 مكسور"))
    assert "عنوان \\ud800 مكسور" in text
    text.encode("utf-8")
    assert from_dict(json.loads(text)).headline == "عنوان \ud800 مكسور"


def test_writing_is_much_cheaper_than_parsing() -> None:
    article = attrs.evolve(FULL, segments=FULL.segments[:20])
    runs = 200
    # About 20 microseconds on a laptop; the bound leaves room for a slow and busy machine.
    taken = timeit.repeat(lambda: to_dict(article), timer=process_time, number=runs, repeat=5)
    assert min(taken) / runs < 200e-6
