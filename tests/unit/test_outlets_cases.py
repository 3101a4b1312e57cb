"""Cases of an outlet: read, run, compared in words, and what of the outlet no case needs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from arnews import (
    Article,
    Author,
    ConfigurationError,
    Dateline,
    Image,
    ImageKind,
    NewsDate,
    Outlet,
    Parser,
    Source,
)
from arnews.article import Issue, Link
from arnews.teaching.cases import load_cases
from arnews.teaching.check import check_folder
from arnews.teaching.differences import differences
from arnews.teaching.readable import FIELDS, readable_field
from tests.unit.outlet_folders import EXPECTED, OUTLET, PAGE, TEXT, URL, write_case, write_outlet

TOOLBOX = '<div class="toolbox">شارك المقال</div>'
TOOL = "يجد القارئ هنا كل صباح أداة يقرأ بها صحيفته على مهل قبل العمل."
# A sentence, so that nothing but the selector says that it is no text of the article.


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_outlet(tmp_path / "port.example")


def lines(folder: Path) -> list[str]:
    return str(check_folder(folder)).splitlines()


def test_a_case_that_is_as_expected(folder: Path) -> None:
    write_case(folder)
    report = check_folder(folder)
    assert report.is_good
    assert [(result.case, result.field) for result in report.results] == [
        ("pier", name) for name in EXPECTED if name != "url"
    ]
    assert str(report).splitlines() == [
        "port.example: 2 rules, 1 selector, 1 case",
        "",
        "pier (text)",
        "  ✓ headline: as expected",
        "  ✓ authors: as expected",
        "  ✓ date_published: as expected",
        "  ✓ body: as expected",
        "",
        "note: rule 'port/follow': the phrase «سفينتنا على {network}» occurs in no case",
        "note: the selector «.toolbox» of 'share' is tried by no case: none has a page.html",
        "",
        "All 4 fields are as expected.",
    ]


def test_what_differs_is_told_in_words(folder: Path) -> None:
    write_case(
        folder,
        headline="افتتاح الرصيف القديم",
        authors=["ليلى حسن", "سامر حداد"],
        date_modified="2024-03-13",
        body=[EXPECTED["body"][0].replace("أمس", "اليوم"), "فقرة لا يطبعها أحد.", EXPECTED["body"][1]],
        keywords=None,
    )
    report = check_folder(folder)
    assert not report.is_good
    assert {result.field: result.changes for result in report.results if not result.is_as_expected} == {
        "headline": ("expected «افتتاح الرصيف القديم», found «افتتاح الرصيف الجديد في ميناء الصيد»",),
        "authors": ("author 2 is missing: «سامر حداد»",),
        "date_modified": ("expected «2024-03-13», found nothing",),
        "body": (
            "paragraph 1: expected «افتتحت هيئة الموانئ اليوم الرصيف الجديد في ميناء الصيد، بعد عامين من العمل فيه.», "
            "found «افتتحت هيئة الموانئ أمس الرصيف الجديد في ميناء الصيد، بعد عامين من العمل فيه.»",
            "paragraph 2 is missing: «فقرة لا يطبعها أحد.»",
        ),
    }
    assert str(report).splitlines()[-1] == "4 of 6 fields differ."


def test_the_rules_of_the_outlet_are_used_and_nobody_else_s(folder: Path) -> None:
    write_case(folder)
    write_outlet(folder, OUTLET.partition("[[rule]]")[0])
    changed = {result.field for result in check_folder(folder).results if not result.is_as_expected}
    assert "body" in changed


def test_a_selector_rules_its_element(folder: Path) -> None:
    page = PAGE.replace(TOOLBOX, f'<p class="toolbox">{TOOL}</p>')
    write_case(folder, "page", page, date_published=None)
    assert check_folder(folder).is_good
    write_outlet(folder, OUTLET.partition("[select]")[0])
    assert not check_folder(folder).is_good


def test_a_selector_of_a_layout_rules_only_its_time(folder: Path) -> None:
    page = PAGE.replace(TOOLBOX, f'<p class="old">{TOOL}</p>')
    page = page.replace("</h1>", "</h1><p>12 مارس 2014</p>")
    write_outlet(folder, OUTLET + '[[layout]]\nuntil = 2015-12-31\n[layout.select]\nshare = "p.old"\n')
    write_case(folder, "then", page, date_published="2014-03-12")
    assert check_folder(folder).is_good
    later = page.replace("2014", "2024")
    write_case(folder, "now", later)
    (result,) = (each for each in check_folder(folder).results if not each.is_as_expected)
    assert (result.case, result.field) == ("now", "body")


def test_a_page_is_a_case_too(folder: Path) -> None:
    write_case(folder, "page", PAGE, date_published=None)
    assert check_folder(folder).is_good
    assert "note: the selector «.toolbox» of 'share' matches nothing in any case" not in lines(folder)


def test_a_selector_that_matches_nothing_is_told(folder: Path) -> None:
    write_outlet(folder, OUTLET.replace(".toolbox", "div.tool-box"))
    write_case(folder, "page", PAGE, date_published=None)
    assert "note: the selector «div.tool-box» of 'share' matches nothing in any case" in lines(folder)


def test_a_selector_of_a_layout_is_tried_too(folder: Path) -> None:
    write_outlet(folder, OUTLET + '[[layout]]\nuntil = 2019-12-31\n[layout.select]\ntags = "p.by"\nad = ".none"\n')
    write_case(folder, "page", PAGE, date_published=None)
    assert [line for line in lines(folder) if "selector «" in line] == [
        "note: the selector «.none» of 'ad' matches nothing in any case"
    ]


def test_a_rule_that_no_case_uses_is_told(folder: Path) -> None:
    write_case(folder, document=TEXT.replace("انضموا إلى سفينة صوت الميناء\n", ""))
    assert "note: rule 'port/follow' is used by no case: none of its phrases occurs in one" in lines(folder)


def test_an_example_of_a_rule_that_fails_is_a_problem(folder: Path) -> None:
    write_outlet(folder, OUTLET.replace('yes = ["ليلى حسن - ', 'yes = ["'))
    write_case(folder)
    report = check_folder(folder)
    assert not report.is_good
    assert report.problems == ("rule 'port/byline': its yes example «صوت الميناء - الإسكندرية» does not match",)
    assert str(report).splitlines()[-1] == "1 problem."


def test_an_outlet_without_cases_is_told(folder: Path) -> None:
    report = check_folder(folder)
    assert report.is_good
    assert report.notes == ("no case in cases/: arnews outlet add-case writes one",)
    assert str(report).splitlines()[-1] == "There is no case: nothing was tried."


def test_cases_know_address_moment_and_charset(folder: Path) -> None:
    case = write_case(folder, "page", PAGE, fetched_at="2024-03-12T10:00:00+02:00", encoding="windows-1256")
    (case / "page.html").write_bytes(PAGE.replace("utf-8", "windows-1256").encode("windows-1256"))
    (loaded,) = load_cases(folder, Outlet.from_folder(folder))
    assert (loaded.name, loaded.url, loaded.encoding, loaded.is_page) == ("page", URL, "windows-1256", True)
    assert loaded.fetched_at == dt.datetime(2024, 3, 12, 10, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert set(loaded.expected) == set(EXPECTED) - {"url"}
    (result,) = (each for each in check_folder(folder).results if each.field == "headline")
    assert result.is_as_expected


def test_a_relative_date_counts_from_the_moment(folder: Path) -> None:
    text = TEXT.replace("12 مارس 2024", "منذ ساعتين")
    write_case(folder, document=text, fetched_at="2024-03-12T10:00:00+02:00", date_published={"date": "2024-03-12"})
    assert check_folder(folder).is_good


def test_line_ends_and_a_mark_do_no_harm(folder: Path) -> None:
    case = write_case(folder)
    (case / "dump.txt").write_bytes(("\ufeff" + TEXT.replace("\n", "\r\n")).encode())
    assert check_folder(folder).is_good


def broken(case: Path, content: str) -> None:
    (case / "expected.json").write_text(content, encoding="utf-8")


WRONG = [
    ('{\n"headline": "x",\n"title": "x"}', "expected.json, line 3: does not know 'title'; known are url, fetched_at"),
    ('{"headline":\n}', "expected.json, line 2: is not JSON: "),
    ('["x"]', "expected.json: must be one object in braces"),
    ('{\n"fetched_at": "soon"}', "expected.json, line 2: 'fetched_at' is not an ISO 8601 time: 'soon'"),
    ('{\n"url": 3}', "expected.json, line 2: 'url' must be a text in quotation marks"),
    (
        '{\n"url": "https://other.example/1"}',
        "expected.json, line 2: 'https://other.example/1' is no address of port.example, so the outlet would not be",
    ),
]


@pytest.mark.parametrize(("content", "sentence"), WRONG)
def test_a_case_that_cannot_be_read_is_told_with_its_place(folder: Path, content: str, sentence: str) -> None:
    broken(write_case(folder), content)
    with pytest.raises(ConfigurationError) as error:
        check_folder(folder)
    assert f"pier/{sentence}" in str(error.value).replace("\\", "/")
    assert "\n" not in str(error.value)


def test_a_case_in_another_encoding_is_told_with_its_line(folder: Path) -> None:
    case = write_case(folder)
    (case / "expected.json").write_bytes('{\n"headline": "شارك"}'.encode("cp1256"))
    with pytest.raises(ConfigurationError, match=r"expected\.json, line 2: is not UTF-8 text$"):
        check_folder(folder)


@pytest.mark.parametrize(("files", "found"), [((), "neither"), (("page.html", "dump.txt"), "both")])
def test_a_case_holds_one_document(folder: Path, files: tuple[str, ...], found: str) -> None:
    case = write_case(folder)
    (case / "dump.txt").unlink()
    for name in files:
        (case / name).write_text(TEXT, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=rf"a case holds either page\.html or dump\.txt, .* has {found}$"):
        check_folder(folder)


def test_a_case_without_expectations_is_told(folder: Path) -> None:
    (write_case(folder) / "expected.json").unlink()
    with pytest.raises(ConfigurationError, match=r"expected\.json: cannot be read \(No such file or directory\)$"):
        check_folder(folder)


DATE = NewsDate(date=dt.date(2024, 3, 12), raw="12 مارس 2024")
ARTICLE = Article(
    body="فقرة.\n\nأخرى.",
    paragraphs=("فقرة.", "أخرى."),
    authors=(Author(name="ليلى حسن", job_title="مراسلة"),),
    dateline=Dateline(places=("الرياض",), raw="الرياض"),
    date_published=DATE,
    source=Source(name="رويترز", date_published=DATE),
    images=(Image(caption="الرصيف", kind=ImageKind.VIDEO),),
    related=(Link(text="خبر آخر"),),
    issues=(Issue(code="empty", message="x"),),
)


@pytest.mark.parametrize(
    ("name", "like", "value"),
    [
        ("body", None, ["فقرة.", "أخرى."]),
        ("body", "", "فقرة.\n\nأخرى."),
        ("authors", None, ["ليلى حسن"]),
        ("authors", [{"job_title": ""}], [{"job_title": "مراسلة"}]),
        ("dateline", None, {"places": ["الرياض"], "agencies": []}),
        ("dateline", {"places": []}, {"places": ["الرياض"]}),
        ("date_published", None, "2024-03-12"),
        ("date_published", {"date": "", "raw": ""}, {"date": "2024-03-12", "raw": "12 مارس 2024"}),
        ("source", None, {"name": "رويترز", "date_published": "2024-03-12"}),
        ("images", None, [{"kind": "video", "caption": "الرصيف"}]),
        ("related", None, ["خبر آخر"]),
        ("issues", None, ["empty"]),
        ("kind", None, "other"),
        ("headline", None, None),
    ],
)
def test_fields_are_written_as_a_person_does(name: str, like: object, value: object) -> None:
    found = readable_field(ARTICLE, name, like)
    assert found == value or {key: each for key, each in value.items() if each} == found  # type: ignore[attr-defined]


def test_every_field_of_an_article_can_be_expected() -> None:
    for name in FIELDS:
        readable_field(ARTICLE, name)


@pytest.mark.parametrize(
    ("expected", "found", "sentences"),
    [
        (None, [], []),
        ("", None, []),
        (None, ["كتب"], ['expected nothing, found «["كتب"]»']),
        (["كتب"], ["نفط", "كتب"], ["item 1 was not expected: «نفط»"]),
        (["كتب"], ["كتاب"], ["item 1: expected «كتب», found «كتاب»"]),
        ({"name": "رويترز"}, {"name": "واس"}, ['expected «{"name": "رويترز"}», found «{"name": "واس"}»']),
        (True, None, ["expected «true», found nothing"]),
    ],
)
def test_differences(expected: Any, found: Any, sentences: list[str]) -> None:
    assert list(differences(expected, found)) == sentences


def test_of_long_texts_the_place_is_shown_where_they_part() -> None:
    one = "كلمة " * 60
    (sentence,) = differences([one], [one[:150] + "غيرها" + one[150:]], "paragraph")
    assert sentence.endswith("(from character 151 on)")
    assert len(sentence) < 300


def test_a_document_cannot_move_the_cursor() -> None:
    (sentence,) = differences("a", "\x1b[31mb")
    assert "\x1b" not in sentence


def test_the_name_of_the_outlet_above_the_title_is_no_headline() -> None:
    name, title = "صوت الميناء", "افتتاح الرصيف الجديد في ميناء الصيد"
    lead = "افتتحت هيئة الموانئ أمس الرصيف الجديد في ميناء الصيد، بعد عامين من العمل فيه."
    daily = Outlet(name=name, domains=("port.example",))
    article = Parser(outlets=[daily]).parse_text("\n".join((name, title, lead)), url="https://port.example/1")
    assert article.headline == title
