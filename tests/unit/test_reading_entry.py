"""The front door: what is given is told once, and read as that, whoever asks and whatever outlet it is of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import arnews
from arnews import ConfigurationError, Outlet, Parser, Role
from arnews.cli import main
from arnews.document import Form
from arnews.reading import read
from arnews.reading.file_types import foreign_kind

TITLE = "افتتاح المعرض الدولي للكتاب"
BODY = "افتتحت الوزيرة أمس معرض الكتاب في المدينة القديمة بحضور جمهور كبير من القراء والقارئات من كل البلاد."
PAGE = f"<html><title>{TITLE}</title><h1>{TITLE}</h1><p>{BODY}</p><p>{BODY}</p></html>"
FEED = f"<rss><channel><item><title>{TITLE}</title><link>/1</link></item></channel></rss>"
GARBLED = PAGE.encode().decode("cp1252", errors="replace")
OWN = "https://port.example/news/1"
DAILY = Outlet(name="صوت الميناء", domains=("port.example",), select={Role.BODY: "p"})


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (PAGE, Form.PAGE),
        (f"{TITLE}\n\n{BODY}", Form.TEXT),
        (f"# {TITLE}\n\n{BODY}", Form.MARKDOWN),
        (f"---\ntitle: {TITLE}\n---\n{BODY}", Form.MARKDOWN),
        (f"{TITLE}\n\n![جانب من الحفل](1.jpg)\n\n{BODY}", Form.MARKDOWN),
        (f"{TITLE}\n#معرض_الكتاب\n{BODY}", Form.TEXT),
        (FEED, Form.FEED),
    ],
)
def test_the_form_is_told(content: str, form: Form) -> None:
    assert read(content).form is form
    assert read(content).encoding is None
    found = read(content.encode("cp1256"))
    assert (found.form, found.encoding, found.text) == (form, "windows-1256", read(content).text)


@pytest.mark.parametrize(
    "start", [b"%PDF-1.7\n", b"\x1f\x8b\x08", b"PK\x03\x04", b"\x89PNG\r\n", b"\0\0\0\x18ftypmp42"]
)
def test_what_is_no_document_says_so(start: bytes) -> None:
    content = start + BODY.encode()
    for article in (arnews.parse(content), arnews.parse_html(content)):
        assert (article.kind, article.body, article.segments, article.document_text) == ("other", "", (), "")
        assert [issue.code for issue in article.issues] == ["foreign"]
        assert str(foreign_kind(content)) in article.issues[0].message


@pytest.mark.parametrize("url", [None, OWN, "https://www.okaz.com.sa/news/1"], ids=["none", "given", "shipped"])
@pytest.mark.parametrize(
    "garbled", [GARBLED, GARBLED.encode(), GARBLED.replace("<", " ")], ids=["page", "bytes", "text"]
)
def test_what_is_garbled_is_garbled_with_any_address(garbled: str | bytes, url: str | None) -> None:
    article = Parser(outlets=[DAILY]).parse(garbled, url=url)
    assert (article.kind, article.body, article.headline) == ("other", "", None)
    assert [issue.code for issue in article.issues] == ["mojibake"]


@pytest.mark.parametrize("url", [None, OWN], ids=["none", "given"])
def test_so_is_a_page_in_visual_order(url: str | None) -> None:
    turned = f"<h1>{TITLE[::-1]}</h1><p>{BODY[::-1]}</p>"
    article = Parser(outlets=[DAILY]).parse_html(turned, url=url)
    assert (article.body, [issue.code for issue in article.issues]) == ("", ["visual-order"])


@pytest.mark.parametrize("named", ["utf-8", "windows-1256", "iso-8859-1", None])
@pytest.mark.parametrize("written", ["utf-8", "windows-1256"])
@pytest.mark.parametrize("content", [PAGE, f"{TITLE}\n\n{BODY}\n"], ids=["page", "text"])
def test_an_encoding_means_the_same_to_the_library_and_to_the_command(
    content: str, written: str, named: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = content.encode(written)
    path = tmp_path / "document"
    path.write_bytes(data)
    assert main(["parse", str(path), *(["--encoding", named] if named else [])]) == 0
    printed = arnews.from_dict(json.loads(capsys.readouterr().out))
    assert printed == arnews.parse(data, encoding=named)
    assert printed.headline == TITLE


def test_bytes_that_cannot_be_decoded_are_an_issue_in_any_form() -> None:
    assert [issue.code for issue in read(BODY.encode() + b"\xc7\xe1").issues] == ["undecodable"]
    assert [issue.code for issue in read(PAGE.encode() + b"\xc7\xe1").issues] == ["broken-page"]


def test_a_feed_can_be_labeled() -> None:
    assert [segment.text for segment in arnews.label(read(FEED), debug=True).segments] == [TITLE]


def test_what_is_wrong_is_raised() -> None:
    with pytest.raises(TypeError):
        read(None)  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError):
        read(PAGE, select=[("p[", "body")])
