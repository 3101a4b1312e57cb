"""What a newcomer meets first: how values print, what they are called, and that their names are complete."""

from __future__ import annotations

import importlib.metadata
import json
import re
import subprocess
import sys
from enum import StrEnum
from html import unescape
from pathlib import Path

import attrs
import pytest

import arnews
from arnews import Article, DateFlag, Issue, IssueCode, NewsDate, Role
from arnews.reading import read
from tests.architecture.sources import modules

EXAMPLES = Path(__file__).parents[2] / "examples"
API, REFERENCE = ((EXAMPLES.parent / "docs" / name).read_text(encoding="utf-8") for name in ("api.md", "fields.md"))
TEXT = "افتتاح المعرض\nافتتح الوزير أمس المعرض، وحضره جمهور كبير.\nشارك المقال"
INPUTS = [*sorted(EXAMPLES.glob("*.txt")), *sorted((EXAMPLES / "pages").glob("*.html"))]


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_the_repr_of_an_article_is_one_short_line(path: Path) -> None:
    article = arnews.parse(path.read_bytes())
    shown = repr(article)
    assert len(shown) < 300
    assert "\n" not in shown
    assert f"segments={len(article.segments)}" in shown


def test_the_repr_of_an_article_cuts_a_long_headline() -> None:
    assert len(repr(Article(headline="خبر " * 500))) < 300


def test_the_repr_of_an_article_names_its_issues() -> None:
    assert repr(arnews.parse_text("")) == "<Article kind='other' paragraphs=0 segments=0 issues=['empty']>"


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_the_repr_of_what_passes_between_stages_is_one_short_line(path: Path) -> None:
    document = read(path.read_bytes())
    labeled = arnews.label(document)
    for value in (document, labeled, document.page):
        assert len(repr(value)) < 200
        assert "\n" not in repr(value)
    assert f"blocks={len(document.blocks)}" in repr(document)
    assert repr(document) in repr(labeled)


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_a_notebook_shows_the_explanation_in_a_frame_of_its_own(path: Path) -> None:
    article = arnews.parse(path.read_bytes())
    shown = article._repr_html_()
    frame = re.fullmatch(r'<iframe sandbox srcdoc="([^"]*)" style="[^"]*" title="arnews"></iframe>', shown)
    assert frame is not None
    assert unescape(frame[1]) == arnews.explain_html(article)


def test_a_notebook_shows_an_article_without_its_text() -> None:
    record = arnews.to_dict(arnews.parse_text(TEXT))
    del record["document_text"]
    shown = unescape(arnews.from_dict(record)._repr_html_())
    assert all(line in shown for line in TEXT.split("\n"))


@pytest.mark.parametrize(
    "document",
    ["", "   ", TEXT, TEXT.encode(), TEXT.encode("cp1256"), "<p>عاجل", b"<p>\xff", "????? ??? ???? ?????? ????? ?"],
)
def test_the_text_that_offsets_count_in_is_always_there(document: str | bytes) -> None:
    article = arnews.parse(document)
    assert article.document_text is not None
    for segment in article.segments:
        assert article.document_text[segment.start : segment.end] == segment.text
    arnews.explain_html(article)


def test_the_text_costs_nothing_to_keep() -> None:
    assert arnews.parse_text(TEXT).document_text is TEXT


def test_the_version_is_told_once() -> None:
    assert arnews.__version__ == importlib.metadata.version("arnews")


@pytest.mark.parametrize("kind", [IssueCode, DateFlag])
def test_each_name_is_given_somewhere_and_documented(kind: type[StrEnum]) -> None:
    sources = [
        Path(arnews.__file__).parent.joinpath(path).read_text(encoding="utf-8")
        for path in modules()
        if path not in ("issues.py", "dates/flags.py")
    ]
    given = "\n".join(sources)
    for member in kind:
        assert f'"{member.value}"' in given, f"nothing gives {member.value}"
    assert f"{kind.__name__}\n   :members:" in API


def test_a_code_is_its_name() -> None:
    issue = Issue(code="empty", message="the text holds nothing but blanks")
    assert issue.code is IssueCode.EMPTY
    assert (issue.code, f"{issue.code}", json.dumps(issue.code), repr(issue.code)) == (
        "empty",
        "empty",
        '"empty"',
        "'empty'",
    )


@pytest.mark.parametrize("make", [lambda: Issue(code="emtpy", message=""), lambda: NewsDate(None, flags=("hijri",))])
def test_an_unknown_name_is_refused(make: object) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        make()  # type: ignore[operator]


def test_records_hold_plain_strings() -> None:
    date = NewsDate(None, flags=(DateFlag.HIJRI_SIGHTING,))
    record = arnews.to_dict(Article(date_published=date, issues=(Issue(code=IssueCode.EMPTY, message=""),)))
    found = (record["issues"][0]["code"], *record["date_published"]["flags"])
    assert (found, {type(each) for each in found}) == (("empty", "hijri_sighting"), {str})


def test_what_the_testing_tools_need_is_told() -> None:
    code = (
        "import importlib.util as util; find = util.find_spec; "
        "util.find_spec = lambda name: None if name == 'hypothesis' else find(name); import arnews.testing"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    last = result.stderr.strip().splitlines()[-1]
    assert last == "ModuleNotFoundError: arnews.testing needs hypothesis: pip install 'arnews[testing]'"


@pytest.mark.parametrize("name", [*(field.name for field in attrs.fields(Article)), *Role])
def test_every_field_and_role_is_in_the_reference(name: str) -> None:
    rows = [line for line in REFERENCE.splitlines() if line.startswith("| `")]
    assert any(f"`{name}`" in row.split("|")[1] for row in rows)


@pytest.mark.parametrize("name", arnews.__all__)
def test_every_public_name_is_in_the_reference(name: str) -> None:
    assert re.search(rf"^\.\. auto\w+:: (?:arnews\.(?:\w+\.)*)?{name}$", API, re.MULTILINE)
