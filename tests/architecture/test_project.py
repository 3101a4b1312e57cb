"""What the project says of itself agrees with itself: version, addresses, links, workflows."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import arnews
from docs.refresh import PAGES

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SITE, SOURCE = PROJECT["urls"]["Documentation"], PROJECT["urls"]["Source"]
# What an index shows, and what is read on its own: relative links lead nowhere there.
ALONE = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "CITATION.cff")]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
RAW = "https://raw.githubusercontent.com/arnews/arnews/main/"
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_the_version_is_the_same_everywhere() -> None:
    assert f"\nversion: {arnews.__version__}\n" in _text(ROOT / "CITATION.cff")
    newest = re.search(r"^## \[(\d[^]]*)\] - (\d\S+)$", _text(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == arnews.__version__
    assert f'\ndate-released: "{newest[2]}"\n' in _text(ROOT / "CITATION.cff")


@pytest.mark.parametrize("path", ALONE, ids=lambda path: path.name)
def test_links_work_where_there_is_no_repository(path: Path) -> None:
    for link in LINK.findall(CODE.sub("", _text(path))):
        assert link.startswith("https://"), f"{link} leads nowhere on the page of an index"
    for address in re.findall(r"https://[^\s)>\"]*arnews[^\s)>\"]*", _text(path)):
        if address.startswith((f"{SOURCE}/blob/main/", RAW)):
            file = ROOT / address.removeprefix(f"{SOURCE}/blob/main/").removeprefix(RAW)
            assert file.exists(), f"{address}: there is no {file.name}"
        elif address.startswith(f"{SITE}en/latest/"):
            page = address.removeprefix(f"{SITE}en/latest/").partition("#")[0].removesuffix(".html")
            assert (ROOT / "docs" / f"{page}.md").exists(), f"{address}: there is no such page"
        else:
            assert address.startswith((SITE, SOURCE)), address


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_page_of_the_documentation_is_in_its_index(path: Path) -> None:
    if path.is_relative_to(ROOT / "docs") and path.name != "index.md":
        index = path.with_name("index.md")
        assert re.search(rf"^(?:.*<)?{path.stem}>?$", _text(index), re.MULTILINE), f"{path.name} is in no list"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned(path: Path) -> None:
    for action in re.findall(r"uses: (\S+.*)", _text(path)):
        assert re.fullmatch(r"\./\S+|[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action
    assert "\npermissions: {}\n" in _text(path)
