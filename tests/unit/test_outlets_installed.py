"""Outlets that other distributions bring: found only when asked for, and named when they are broken."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from arnews import ConfigurationError, Outlet, Parser
from arnews.cli import main
from arnews.outlets.installed import installed_outlets

URL = "https://port.example/1"
TEXT = "افتتح الوزير أمس المعرض، وحضره جمهور كبير."
GOOD = 'from arnews import Outlet\noutlet = Outlet(name="صوت الميناء", domains=("port.example",))\n'


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packages that is searched before all others."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delenv("ARNEWS_NO_PLUGINS", raising=False)
    return tmp_path


def install(site: Path, name: str, code: str = GOOD, target: str = "outlet") -> None:
    """Put a distribution with one module into a folder of packages."""
    module = name.replace("-", "_")
    (site / f"{module}.py").write_text(code, encoding="utf-8")
    info = site / f"{module}-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[arnews.outlets]\n{name} = {module}:{target}\n", encoding="utf-8")
    sys.modules.pop(module, None)


def names() -> list[tuple[str, str]]:
    return [(each.outlet.name, each.distribution) for each in installed_outlets() if "arnews-t-" in each.distribution]


def test_an_installed_outlet_is_used_by_who_asks_for_it(site: Path) -> None:
    install(site, "arnews-t-port")
    assert names() == [("صوت الميناء", "arnews-t-port 1.2")]
    assert Parser.with_installed().parse_text(TEXT, url=URL).outlet == "صوت الميناء"
    assert Parser().parse_text(TEXT, url=URL).outlet is None


@pytest.mark.parametrize(
    ("code", "target"),
    [
        (GOOD + "outlets = [outlet]\n", "outlets"),
        (GOOD + "def outlets():\n    return outlet\n", "outlets"),
        (GOOD + "def outlets():\n    yield outlet\n", "outlets"),
    ],
)
def test_an_entry_point_is_one_outlet_several_or_a_function(site: Path, code: str, target: str) -> None:
    install(site, "arnews-t-port", code, target)
    assert names() == [("صوت الميناء", "arnews-t-port 1.2")]


def test_an_outlet_that_is_given_holds_above_an_installed_one(site: Path) -> None:
    install(site, "arnews-t-port")
    mine = Outlet(name="بريد الميناء", domains=("port.example",))
    assert Parser.with_installed([mine]).parse_text(TEXT, url=URL).outlet == "بريد الميناء"


@pytest.mark.parametrize(
    ("code", "target", "reason"),
    [
        ("import nonsense_module\n", "outlet", "ModuleNotFoundError: No module named 'nonsense_module'"),
        (GOOD, "outlets", "AttributeError: module 'arnews_t_port' has no attribute 'outlets'"),
        ("outlet = 7\n", "outlet", "it gives int, not outlets"),
        ("def outlets():\n    yield 1 / 0\n", "outlets", "ZeroDivisionError: division by zero"),
        (GOOD + "def outlets():\n    yield outlet\n    raise SystemExit(0)\n", "outlets", "SystemExit: 0"),
        ("raise SystemExit('no')\n", "outlet", "SystemExit: no"),
        (
            GOOD + "def outlets():\n    while True:\n        yield outlet\n",
            "outlets",
            "it gives more than 10,000 outlets",
        ),
        ("raise ValueError('a\\n\\x1b[31m')\n", "outlet", "ValueError: a ·[31m"),
        ("outlet = ['port.example']\n", "outlet", "it gives str, not outlets"),
        ("def outlet():\n    raise ValueError('first\\nsecond')\n", "outlet", "ValueError: first"),
        (GOOD.replace("port.example", "com.eg"), "outlet", "ConfigurationError: domain 'com.eg' belongs to many sites"),
    ],
)
def test_a_broken_plugin_is_one_sentence_that_names_its_distribution(
    site: Path, code: str, target: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    install(site, "arnews-t-port", code, target)
    with pytest.raises(ConfigurationError) as error:
        Parser.with_installed()
    assert str(error.value).startswith(f"plug-in 'arnews-t-port' of arnews-t-port 1.2 is broken ({reason}")
    assert str(error.value).endswith("uninstall it or set ARNEWS_NO_PLUGINS=1")
    assert "\n" not in str(error.value)
    assert main(["outlet", "list"]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"arnews: {error.value}\n")


def test_plugins_can_be_left_out(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(site, "arnews-t-port", "import nonsense_module\n")
    monkeypatch.setenv("ARNEWS_NO_PLUGINS", "1")
    assert installed_outlets() == ()
    assert Parser.with_installed().outlets == ()


def test_two_plugins_that_claim_a_domain_are_both_named(site: Path) -> None:
    install(site, "arnews-t-one")
    install(site, "arnews-t-two", GOOD.replace("صوت", "بريد"))
    with pytest.raises(ConfigurationError, match=r"two plug-ins, arnews-t-one 1\.2 and arnews-t-two 1\.2; uninstall"):
        Parser.with_installed()


def test_nothing_is_loaded_unless_it_is_asked_for(site: Path) -> None:
    install(site, "arnews-t-port", "raise SystemExit('loaded')\n")
    code = f"import arnews; arnews.parse({TEXT!r}, url={URL!r}); arnews.Parser()"
    environment = {**os.environ, "PYTHONPATH": str(site)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
