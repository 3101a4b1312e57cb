"""Articles as Arrow tables: the schema, rows and back, and batches that lose no row."""

from __future__ import annotations

import pickle
import threading
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings

import arnews
from arnews.arrow import SCHEMA, Batch, RowError, error_row, from_row, row, table_of
from arnews.article import Article
from arnews.errors import ConfigurationError
from arnews.export.quality import FAMILIES
from arnews.export.reprints import content_hash
from arnews.export.rows import COLUMNS
from arnews.parser import Parser
from arnews.testing import documents
from tests.unit.test_limits import _busy

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = "افتتاح المعرض الدولي للكتاب\n\nافتتح الوزير أمس المعرض في القاهرة، وحضره جمهور كبير.\n\nشارك المقال\n"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
PAGES = [path.read_bytes() for path in sorted((EXAMPLES / "pages").glob("*.html"))]
PORTABLE = {"string", "bool", "int32", "int64", "float", "date32[day]", "timestamp[us, tz=UTC]"}


class _Failing(Parser):
    """A parser that fails in the ways that documents make programs fail."""

    def parse_text(self, text: str, **options: Any) -> arnews.Article:
        if text == "raise":
            raise RuntimeError("no\nway")
        if text == "hang":
            _busy()
        return super().parse_text(text, **options)


def _plain(kind: pa.DataType) -> set[str]:
    if pa.types.is_struct(kind):
        return {name for field in kind for name in _plain(field.type)}
    return _plain(kind.value_type) if pa.types.is_list(kind) else {str(kind)}


def test_the_schema_has_only_types_that_every_engine_keeps() -> None:
    assert {name for field in SCHEMA for name in _plain(field.type)} <= PORTABLE
    assert tuple(SCHEMA.names) == COLUMNS
    assert SCHEMA.metadata[b"arnews.schema"] == b"1"


def test_each_role_belongs_to_one_family() -> None:
    assert sorted(role for roles in FAMILIES.values() for role in roles) == sorted(arnews.Role)


@pytest.mark.parametrize("text", TEXTS)
def test_a_row_goes_back_to_an_article_with_the_same_row(text: str) -> None:
    article = arnews.parse_text(text, url="https://www.example.com/1")
    (found,) = table_of([row(article, id="7", segments=True)]).to_pylist()
    back = from_row(found, text)
    assert back.segments == article.segments
    assert back.body == article.body
    assert table_of([row(back, id="7", segments=True)]).to_pylist() == [found]


@pytest.mark.parametrize("page", PAGES)
def test_a_row_of_a_page_goes_back(page: bytes) -> None:
    article = arnews.parse_html(page)
    (found,) = table_of([row(article, segments=True)]).to_pylist()
    back = from_row(found, article.document_text)
    assert back.segments == article.segments
    assert table_of([row(back, segments=True)]).to_pylist() == [found]


@given(documents())
@settings(max_examples=25)
def test_any_document_goes_back(document: Any) -> None:
    article = arnews.parse_text(document.text)
    (found,) = table_of([row(article, segments=True)]).to_pylist()
    assert table_of([row(from_row(found, document.text), segments=True)]).to_pylist() == [found]


def test_a_row_without_segments_or_with_an_error_does_not_go_back() -> None:
    with pytest.raises(RowError, match="no segments"):
        from_row(row(arnews.parse_text(TEXT)))
    with pytest.raises(RowError, match="the row has an error: broken"):
        from_row(error_row("broken"))


def test_dates_are_no_more_exact_than_what_is_printed() -> None:
    def dated(line: str) -> dict[str, Any]:
        text = f"افتتاح المعرض\n{line}\nافتتح الوزير أمس المعرض في القاهرة، وحضره جمهور كبير من القراء.\n"
        return row(arnews.parse_text(text))

    plain = dated("12 فبراير 2024 - 10:45 م")
    assert (plain["date"], plain["date_published"], plain["published_at"]) == (
        date(2024, 2, 12),
        "2024-02-12T22:45",
        None,
    )
    zoned = dated("12 فبراير 2024 - 10:45 م بتوقيت مكة المكرمة")
    assert zoned["published_at"] == datetime(2024, 2, 12, 19, 45, tzinfo=UTC)
    assert dated("29 شعبان 1446 هـ")["hijri"] == "1446-08-29"


def test_dropped_segments_are_counted_by_rule() -> None:
    article = arnews.parse_text(TEXT + 3 * TEXTS[1])
    found = row(article)
    dropped = [segment for segment in article.segments if not segment.role.kept]
    assert sum(each["segments"] for each in found["dropped"]) == len(dropped) > 0
    assert {(each["role"], each["rule"]) for each in found["dropped"]} == {(each.role, each.rule) for each in dropped}
    characters = found["quality"]["characters"]
    assert sum(characters.values()) == sum(len(segment.text) for segment in article.segments)


def test_the_end_of_a_body_is_told() -> None:
    def ends(body: str) -> tuple[bool | None, bool | None]:
        quality = row(Article(body=body))["quality"]
        return quality["ends_closed"], quality["ends_with_ellipsis"]

    assert ends("وحضره جمهور كبير.") == ends("وقال: «حضر جمهور كبير»") == (True, False)
    assert ends("وحضره جمهور كبير...") == ends("وحضره جمهور…") == (False, True)
    assert ends("وحضره جمهور") == (False, False)
    assert ends("") == (None, None)


def test_the_hash_tells_reprints_from_other_texts() -> None:
    body = "«أعلنت» الهيئة، أمس، أنّ المشروع سيُفتتح في ٢٠٢٤."
    assert content_hash(body) == content_hash("أعلنت الهيئة أمس إن المشروع\n\nسيفتتح في 2024")
    assert content_hash(body) != content_hash(body.replace("أمس", "اليوم"))
    assert content_hash("") is None
    assert content_hash("…!") is None


def test_a_batch_keeps_every_row_in_order() -> None:
    given = pa.table(
        {"id": range(600), "text": [TEXT if n % 3 else None for n in range(600)], "x": [n * 2 for n in range(600)]}
    )
    batch = Batch(keep=["x", "id", "absent"])
    found = batch(given)
    assert isinstance(found, pa.Table)
    assert found.schema.equals(batch.schema(given.schema), check_metadata=True)
    assert found["id"].to_pylist() == [str(n) for n in range(600)]
    assert found["x"].to_pylist() == given["x"].to_pylist()
    assert found["input_id"].to_pylist() == list(range(600))
    assert [n for n, error in enumerate(found["error"].to_pylist()) if error == "no document"] == list(range(0, 600, 3))
    expected = row(arnews.parse_text(TEXT), id="1")
    assert {**found.slice(1, 1).to_pylist()[0], "seconds": None, "x": None, "input_id": None} == {
        **table_of([expected]).to_pylist()[0], "x": None, "input_id": None
    }  # fmt: skip


def test_a_record_batch_gives_a_record_batch() -> None:
    given = pa.RecordBatch.from_pydict({"text": [TEXT]})
    found = Batch()(given)
    assert isinstance(found, pa.RecordBatch)
    assert found["headline"].to_pylist() == ["افتتاح المعرض الدولي للكتاب"]
    empty = Batch(keep=["text"])(given.slice(0, 0))
    assert isinstance(empty, pa.RecordBatch)
    assert (empty.num_rows, empty.schema.names[-1]) == (0, "input_text")


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view()])
def test_any_kind_of_text_column_is_read(kind: pa.DataType) -> None:
    given = pa.table({"text": pa.array([TEXT], kind)})
    assert Batch()(given)["headline"].to_pylist() == ["افتتاح المعرض الدولي للكتاب"]


def test_pages_are_read_with_their_charset_and_moment() -> None:
    page = "<h1>افتتاح المعرض</h1><time>منذ ساعتين</time><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p>"
    moment = datetime(2024, 3, 12, 10, 0)
    given = pa.table(
        {
            "page": [page.encode("cp1256"), page.encode()],
            "charset": ["windows-1256", None],
            "at": pa.array([moment, moment], pa.timestamp("us")),
            "since": [moment.isoformat()] * 2,
        }
    )
    expected = [
        row(arnews.parse_html(page.encode("cp1256"), encoding="windows-1256", fetched_at=moment)),
        row(arnews.parse_html(page.encode(), fetched_at=moment)),
    ]
    for column in ("at", "since"):
        found = Batch(text=None, html="page", encoding="charset", fetched_at=column)(given).to_pylist()
        assert [{**each, "seconds": None} for each in found] == table_of(expected).to_pylist()


@pytest.mark.parametrize("in_thread", [False, True])
def test_bad_rows_have_their_reason(in_thread: bool) -> None:
    batch = Batch(_Failing(), time_limit=0.3)
    given = pa.table({"id": ["a", "b", "c", "d"], "text": ["raise", TEXT, "hang", TEXT]})
    found: list[pa.Table] = []
    thread = threading.Thread(target=lambda: found.append(batch(given)))
    if in_thread:
        thread.start()
        thread.join()
    else:
        found.append(batch(given))
    rows = found[0].to_pylist()
    assert [each["error"] for each in rows] == ["RuntimeError: no way", None, "took longer than 0.3 s", None]
    assert [each["id"] for each in rows] == ["a", "b", "c", "d"]


def test_a_value_of_the_wrong_type_is_an_error_of_its_row() -> None:
    found = Batch()(pa.table({"text": [1, 2]}))
    assert all("TypeError" in (error or "") for error in found["error"].to_pylist())
    found = Batch()(pa.table({"body": [TEXT]}))
    assert found["error"].to_pylist() == ["no column 'text' in this batch"]


def test_lone_surrogates_become_replacement_characters() -> None:
    article = arnews.parse_text(
        "افتتاح \ud800 المعرض\n\nافتتح الوزير أمس المعرض في القاهرة، وحضره \udc00 جمهور كبير.\n"
    )
    (found,) = table_of([row(article)]).to_pylist()
    assert found["text"] == article.body.replace("\udc00", "\ufffd")
    assert table_of([error_row("", id="\U0001f600\ud83d")])["id"].to_pylist() == ["\U0001f600\ufffd"]


def test_a_batch_can_be_pickled() -> None:
    batch = Batch(keep=["id"], time_limit=5)
    batch(pa.table({"text": [TEXT]}))
    again = pickle.loads(pickle.dumps(batch))
    assert len(pickle.dumps(batch)) < 1000
    assert again(pa.table({"text": [TEXT]}))["headline"].to_pylist() == ["افتتاح المعرض الدولي للكتاب"]


def test_a_batch_that_cannot_work_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="name the column"):
        Batch(text=None)
    with pytest.raises(ConfigurationError, match="above 0 s"):
        Batch(time_limit=0)
