"""What arnews knows of outlets by itself: facts of a table, and folders that are checked like those of users."""

from __future__ import annotations

from pathlib import Path

import pytest

import arnews
from arnews.outlets import facts
from arnews.outlets.facts import country_of, shipped_domains, shipped_outlet, zone_of
from arnews.teaching.cases import load_cases
from arnews.teaching.check import check_folder, check_outlet
from arnews.testing import assert_lawful

SHIPPED = Path(facts.__file__).with_name("data") / "shipped"
FOLDERS = sorted(folder for folder in SHIPPED.iterdir() if folder.is_dir()) if SHIPPED.is_dir() else []
TEXT = "افتتح الوزير أمس المعرض، وحضره جمهور كبير."


@pytest.mark.parametrize("domain", shipped_domains())
def test_every_row_is_an_outlet(domain: str) -> None:
    outlet = shipped_outlet(domain)
    assert outlet is not None
    assert outlet.domains == arnews.Outlet(name=outlet.name, domains=(domain,)).domains
    assert outlet.kind is not None
    assert arnews.parse_text(TEXT, url=f"https://www.{domain}/1").outlet is not None


def test_how_many_there_are() -> None:
    """Of 230 sites that were looked at, seven have no domain or no name that is known for sure."""
    assert len(shipped_domains()) >= 223


def test_countries_have_zones() -> None:
    country = country_of("SA")
    assert country is not None
    outlet = shipped_outlet("okaz.com.sa")
    assert outlet is not None
    assert zone_of(outlet) == country.time_zone == "Asia/Riyadh"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_folder_is_in_order(folder: Path) -> None:
    report = check_folder(folder)
    assert report.cases
    assert report.is_good, str(report)
    assert report.notes == (), str(report)
    assert folder.name in report.outlet.domains


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_folder_obeys_the_laws(folder: Path) -> None:
    assert_lawful(arnews.Outlet.from_folder(folder))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_rule_of_a_folder_says_why_and_has_examples(folder: Path) -> None:
    for rule in arnews.Outlet.from_folder(folder).all_rules:
        assert all((rule.why, rule.yes, rule.no, rule.seen)), rule.id


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_case_of_a_folder_needs_its_outlet(folder: Path) -> None:
    """Without its rules and selectors a case differs: what the general road can do needs no folder."""
    outlet = arnews.Outlet.from_folder(folder)
    bare = arnews.Outlet(name=outlet.name, domains=outlet.domains, country=outlet.country)
    assert not check_outlet(bare, load_cases(folder, outlet)).is_good


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_folder_says_what_the_table_says(folder: Path) -> None:
    outlet = arnews.Outlet.from_folder(folder)
    row = facts._rows()[folder.name]
    assert row == (outlet.name, outlet.english_name, outlet.country, outlet.kind)
