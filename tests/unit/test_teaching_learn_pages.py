"""Drafts of an outlet from pages: selectors that the metadata of three pages confirm."""

from __future__ import annotations

from pathlib import Path

import pytest

from arnews import Outlet, Role
from arnews.cli import main
from arnews.cli.learn import add_learn, run_learn
from arnews.errors import ConfigurationError
from arnews.teaching.learn import Draft, Example, learn
from tests.unit.test_teaching_learn import LEADS, SECOND, SLOGAN, TITLES

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "outlet-pages").glob("*.html"))


def page_of(
    at: int, *, title: str = "h1.title", body: str = "story", extra: str = "", stated: str | None = None
) -> str:
    tag, _, name = title.partition(".")
    return (
        f'<html lang="ar"><head><title>{stated or TITLES[at]} - صوت الميناء</title>'
        f'<meta name="description" content="{LEADS[at]}"></head><body><div class="head">{extra}'
        f'<{tag} class="{name}">{TITLES[at]}</{tag}></div><div class="{body}"><p>{LEADS[at]}</p><p>{SECOND[at]}</p>'
        f"<p>{SLOGAN}</p></div></body></html>"
    )


def learned(pages: list[str]) -> Draft:
    return learn([Example(page, name=f"{at}.html") for at, page in enumerate(pages)], domain="port.example")


def selectors(draft: Draft) -> dict[Role, str]:
    return dict(draft.outlet.select)


def test_the_example_pages_give_four_selectors_and_a_rule() -> None:
    draft = learn([Example(path.read_bytes(), name=path.name) for path in EXAMPLES], domain="port.example")
    assert draft.outlet.name == "صوت الميناء"
    assert selectors(draft) == {
        Role.HEADLINE: "h1.story-title",
        Role.TIMESTAMP: "div.story-day",
        Role.BYLINE: "div.story-author",
        Role.BODY: "div.story-text",
    }
    assert "bottom of 3 of 4 documents" in [rule.seen for rule in draft.outlet.rules]


def test_two_pages_confirm_nothing() -> None:
    assert not selectors(learned([page_of(at) for at in range(2)]))


def test_a_selector_needs_three_pages() -> None:
    pages = [page_of(at) for at in range(2)] + [
        page_of(at, title=f"h2.name{at}x", body=f"part{at}") for at in (2, 3, 4)
    ]
    assert not {"h1.title", "div.story"} & set(selectors(learned(pages)).values())


def test_a_selector_never_holds_two_elements_of_a_page() -> None:
    pages = [page_of(at) for at in range(4)] + [page_of(4, extra='<h1 class="title">صوت الميناء</h1>')]
    assert selectors(learned(pages)).get(Role.HEADLINE) != "h1.title"


def test_a_selector_never_holds_something_else() -> None:
    other = page_of(4, title="h3.small").replace(
        '<div class="head">', '<div class="head"><h1 class="title">صوت البحر والناس</h1>'
    )
    assert "h1.title" not in selectors(learned([*(page_of(at) for at in range(4)), other])).values()


def test_names_with_the_number_of_an_article_are_not_used() -> None:
    pages = [page_of(at, title="h1.post-12345", body="css-1q2w3e") for at in range(4)]
    assert all("12345" not in css and "1q2w3e" not in css for css in selectors(learned(pages)).values())


def test_titles_that_metadata_do_not_state_confirm_nothing() -> None:
    draft = learned([page_of(at, stated="موقع إخباري يومي شامل") for at in range(4)])
    assert Role.HEADLINE not in selectors(draft)
    assert any(line.startswith("No selector for headline") for line in draft.report)


def test_pages_and_texts_may_be_mixed() -> None:
    texts = [f"{TITLES[at]}\n{LEADS[at]}\n{SECOND[at]}\n{SLOGAN}" for at in (4, 5)]
    draft = learned([*(page_of(at) for at in range(3)), *texts])
    assert "Saw 5 documents: 3 pages and 2 texts." in draft.report
    assert [rule.phrases for rule in draft.outlet.rules] == [(SLOGAN,)]


def test_bodies_lose_only_what_repeats() -> None:
    import arnews

    draft = learned([page_of(at) for at in range(5)])
    parser = arnews.Parser(outlets=[draft.outlet])
    for at in range(5):
        assert parser.parse_html(page_of(at), url="https://port.example/1").paragraphs == (LEADS[at], SECOND[at])


class TestCommand:
    def run(self, *arguments: str) -> int:
        import argparse

        parser = argparse.ArgumentParser()
        add_learn(parser)
        return run_learn(parser.parse_args([*map(str, arguments)]))

    def test_prints_the_draft_and_the_report(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert self.run(*map(str, EXAMPLES), "--domain", "port.example") == 0
        printed = capsys.readouterr()
        assert printed.out.startswith("# A draft")
        assert printed.err.startswith("Saw 4 documents.")

    def test_writes_a_folder_that_loads(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        folder = tmp_path / "new" / "port.example"
        assert self.run(*map(str, EXAMPLES), "--domain", "port.example", "--name", "الميناء", "-o", str(folder)) == 0
        assert Outlet.from_folder(folder).name == "الميناء"
        assert "Written: " in capsys.readouterr().out

    def test_never_writes_over_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "outlet.toml").write_text("mine", encoding="utf-8")
        with pytest.raises(ConfigurationError, match="is there already"):
            self.run(str(EXAMPLES[0]), "--domain", "port.example", "-o", str(tmp_path))
        assert (tmp_path / "outlet.toml").read_text(encoding="utf-8") == "mine"

    def test_a_missing_file_is_one_sentence(self) -> None:
        with pytest.raises(ConfigurationError, match=r"no-such\.html: cannot be read"):
            self.run("no-such.html", "--domain", "port.example")


def test_the_command_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlet", "learn", *map(str, EXAMPLES), "--domain", "port.example"]) == 0
    assert 'headline = "h1.story-title"' in capsys.readouterr().out
