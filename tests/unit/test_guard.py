"""An error inside arnews becomes an issue: the text is all there, the command goes on. In tests it is raised."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import attrs
import pytest

import arnews
from arnews.cli import main
from arnews.corpus.counts import Counts
from arnews.corpus.samples import reasons_to_doubt
from arnews.export.row_back import from_row
from arnews.export.rows import row
from arnews.fields.table import FIELDS, Field
from arnews.roles import Role
from arnews.testing import laws, page_laws

PARAGRAPH = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء في العاصمة."
TEXT = f"افتتاح المعرض\n{PARAGRAPH}\nشارك المقال"
PAGE = f"<h1>افتتاح المعرض</h1><p>{PARAGRAPH}</p><p>شارك المقال</p>"
OWN = "https://port.example/1"
OUTLET = arnews.Outlet(name="صوت الميناء", domains=("port.example",))


def _fail(*_: object, **__: object) -> None:
    raise IndexError(f"list index out of range\n{TEXT}")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Break a function, by its name; without the setting of the tests."""
    monkeypatch.delenv("ARNEWS_DEBUG")
    return lambda name: monkeypatch.setattr(f"arnews.{name}", _fail)


@pytest.fixture
def broken_field(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Break the reader of a field, by the field's name; without the setting of the tests."""
    from arnews.fields import article

    monkeypatch.delenv("ARNEWS_DEBUG", raising=False)

    def broken(name: str) -> None:
        fields = vars(article)["FIELDS"]
        rows = [attrs.evolve(field, read=cast(Any, _fail)) if field.name == name else field for field in fields]
        monkeypatch.setattr(article, "FIELDS", rows)

    return broken


def _internal(article: arnews.Article) -> list[str]:
    messages = [issue.message for issue in article.issues if issue.code == "internal-error"]
    assert all("\n" not in message and PARAGRAPH not in message for message in messages)
    return messages


def test_a_labeler_that_fails_leaves_the_text_as_body(broken: Callable[[str], None]) -> None:
    broken("labeling._label")
    article = arnews.parse_text(TEXT)
    assert (article.body, {segment.role for segment in article.segments}) == (TEXT.replace("\n", "\n\n"), {Role.BODY})
    assert article.issues[0].code == "internal-error"
    assert article.issues[0].message.startswith("the step 'label' failed with IndexError in test_guard.py, line ")
    laws.check_partition(article, TEXT)
    page = arnews.parse_html(PAGE, url=OWN)
    page_laws.check_partition(page)
    assert len(_internal(page)) == 1
    assert PARAGRAPH in page.paragraphs


def test_the_labeler_by_itself(broken: Callable[[str], None]) -> None:
    assert arnews.label(arnews.read_text(TEXT)).failure is None
    broken("labeling._label")
    labeled = arnews.label(arnews.read_text(TEXT))
    assert labeled.failure is not None
    assert [segment.text for segment in labeled[Role.BODY]] == TEXT.split("\n")
    with pytest.raises(IndexError):
        arnews.label(arnews.read_text(TEXT), debug=True)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
@pytest.mark.parametrize("url", [None, OWN], ids=["no outlet", "an outlet"])
def test_a_field_that_fails_is_left_out_and_named(
    field: Field, url: str | None, broken_field: Callable[[str], None]
) -> None:
    parser = arnews.Parser(outlets=[OUTLET])
    whole = parser.parse_html(PAGE, url=url)
    broken_field(field.name)
    article = parser.parse_html(PAGE, url=url)
    assert [f"the step '{field.name}' failed" in message for message in _internal(article)] == [True]
    if field.name != "publisher" or url is None:
        assert getattr(article, field.name) == field.absent
        assert field.name not in article.evidence
    assert article.segments == whole.segments
    assert field.is_text or article.paragraphs == whole.paragraphs


def test_an_outlet_whose_rules_fail_leaves_the_article(broken: Callable[[str], None]) -> None:
    broken("parser.apply_outlet")
    article = arnews.Parser(outlets=[OUTLET]).parse_text(TEXT, url=OWN)
    assert (article.paragraphs, len(_internal(article))) == ((PARAGRAPH,), 1)


def test_a_page_that_cannot_be_read_keeps_its_source(broken: Callable[[str], None]) -> None:
    broken("parser.read")
    for article in (arnews.parse_html(PAGE), arnews.parse(PAGE.encode())):
        assert (article.document_text, article.body, len(_internal(article))) == (PAGE, "", 1)
        page_laws.check_partition(article)


@pytest.mark.parametrize("step", ["labeling._label", "parser.read"])
def test_an_error_is_raised_where_it_is_wanted(
    step: str, broken: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(step)
    for parser in (arnews.Parser(debug=True), arnews.Parser.with_installed(debug=True)):
        with pytest.raises(IndexError):
            parser.parse(TEXT)
    with pytest.raises(AssertionError, match="failed with IndexError"):
        laws.check_total(TEXT)
    monkeypatch.setenv("ARNEWS_DEBUG", "1")
    with pytest.raises(IndexError):
        arnews.parse(PAGE)


def test_what_is_raised_on_purpose_gets_through(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise arnews.ConfigurationError("share.toml: rule 'share/x' has no phrases")

    monkeypatch.delenv("ARNEWS_DEBUG")
    monkeypatch.setattr("arnews.labeling._label", refuse)
    with pytest.raises(arnews.ConfigurationError):
        arnews.parse_text(TEXT)


def test_the_command_goes_on_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from arnews.labeling import _label

    def sometimes(document: arnews.Document, *rest: object) -> object:
        if "سيئ" in document.text:
            raise IndexError
        return _label(document, *rest)  # type: ignore[arg-type]

    names = {name: tmp_path / name for name in ("a", "bad", "b")}
    for name, path in names.items():
        path.write_text(TEXT + ("\nسيئ" if name == "bad" else ""), encoding="utf-8")
    monkeypatch.delenv("ARNEWS_DEBUG")
    monkeypatch.setattr("arnews.labeling._label", sometimes)
    assert main(["parse", *map(str, names.values())]) == 1
    out, err = capsys.readouterr()
    assert [len(json.loads(line)["paragraphs"]) for line in out.splitlines()] == [1, 4, 1]
    assert err.startswith(f"arnews: {names['bad']}: the step 'label' failed with IndexError in test_guard.py, line ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("step", ["labeling._label", "headline"])
def test_a_row_of_a_table_keeps_what_could_be_read_and_says_what_failed(
    step: str, broken: Callable[[str], None], broken_field: Callable[[str], None]
) -> None:
    (broken if "." in step else broken_field)(step)
    article = arnews.parse_text(TEXT)
    (message,) = _internal(article)
    found = row(article, id="7", segments=True)
    assert (found["error"], found["issues"][0], PARAGRAPH in found["text"]) == (message, "internal-error", True)
    assert row(from_row(found, TEXT), id="7", segments=True) == found
    counts = Counts.of([found])
    assert (counts.rows, counts.errors, counts.tables["kinds"]["article"]) == (1, 1, 1)
    assert f"it was parsed in part: {message}" in list(reasons_to_doubt(found))


def test_of_two_steps_that_fail_a_row_names_both(broken_field: Callable[[str], None]) -> None:
    broken_field("headline")
    broken_field("source")
    found = row(arnews.parse_text(TEXT), segments=True)
    assert ("'headline'" in found["error"], "'source'" in found["error"]) == (True, True)
    assert row(from_row(found, TEXT), segments=True) == found


def test_many_documents_keep_the_article_of_which_a_step_failed(broken: Callable[[str], None]) -> None:
    broken("labeling._label")
    ((_, article, error),) = arnews.Parser().parse_many([{"text": TEXT}])
    assert article is not None
    assert (error, PARAGRAPH in article.body) == (_internal(article)[0], True)


def test_the_filter_prints_the_row_and_its_error(
    broken: Callable[[str], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken("labeling._label")
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps({"id": "7", "text": TEXT}) + "\n", encoding="utf-8")
    assert main(["parse", "--jsonl", str(file)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert ("the step 'label' failed" in found["error"], PARAGRAPH in found["text"]) == (True, True)
