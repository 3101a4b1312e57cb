"""A wrong type is told in one sentence: by every public function, for every argument."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable
from typing import Any

import pytest

import arnews
from arnews import Article, Outlet, Parser, Role, Rule

TEXT = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء."
PAGE = f"<h1>افتتاح المعرض</h1><p>{TEXT}</p>"
# What each argument that must be given is given, so that only one of them is wrong at a time.
RIGHT: dict[str, Any] = {
    "text": TEXT,
    "page": PAGE,
    "document": TEXT,
    "article": Article(),
    "line": 1,
    "record": {},
    "path": "port.toml",
    "id": "port/share",
    "role": Role.SHARE,
    "phrases": ("شارك",),
    "name": "صوت الميناء",
    "domains": ("port.example",),
    "until": dt.date(2015, 6, 30),
}
DOCUMENT = arnews.read_text(TEXT)


class Wrong:
    """A value that is right for no argument."""


FUNCTIONS: dict[str, Callable[..., Any]] = {
    **{name: value for name in arnews.__all__ if inspect.isfunction(value := getattr(arnews, name))},
    **{f"Parser.{name}": getattr(Parser(), name) for name in ("parse", "parse_html", "parse_text", "with_installed")},
    "Parser": Parser,
}
CONFIGURED: dict[str, Callable[..., Any]] = {
    name: getattr(arnews, name) for name in ("Layout", "Outlet", "Rule", "Readers")
}
ARGUMENTS = [
    (name, argument)
    for name, call in FUNCTIONS.items()
    for argument in inspect.signature(call).parameters
    if argument != "record"  # data, not an argument: a wrong one is a RecordError
]
SETTINGS = [(name, argument) for name, call in CONFIGURED.items() for argument in inspect.signature(call).parameters]


def _call(call: Callable[..., Any], argument: str, value: object) -> Any:
    needed = {
        name: RIGHT[name]
        for name, each in inspect.signature(call).parameters.items()
        if each.default is inspect.Parameter.empty or (name == "until" and argument != "since")
    }
    if call is arnews.label:
        needed["document"] = DOCUMENT
    return call(**{**needed, argument: value})


def test_every_public_function_is_looked_at() -> None:
    assert len(FUNCTIONS) >= 18
    assert {"parse", "parse_date", "label", "to_json_ld"} <= set(FUNCTIONS)


@pytest.mark.parametrize(("name", "argument"), ARGUMENTS)
def test_an_argument_of_a_wrong_type(name: str, argument: str) -> None:
    with pytest.raises(TypeError) as error:
        _call(FUNCTIONS[name], argument, Wrong())
    assert str(error.value).startswith(f"{argument} must be ")
    assert str(error.value).endswith(", not Wrong")


@pytest.mark.parametrize(("name", "argument"), SETTINGS)
def test_a_setting_of_a_wrong_type(name: str, argument: str) -> None:
    if (name, argument) == ("Outlet", "folder"):
        return  # where it was read from, set by the one who read it
    with pytest.raises(arnews.ConfigurationError) as error:
        _call(CONFIGURED[name], argument, Wrong())
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 400


@pytest.mark.parametrize("value", [dt.date(2024, 3, 12), "2024-03-12", 5])
@pytest.mark.parametrize("call", [arnews.parse, arnews.parse_html, arnews.parse_text])
def test_a_moment_is_a_datetime(call: Callable[..., Any], value: object) -> None:
    with pytest.raises(TypeError, match=r"^fetched_at must be a datetime or None, not "):
        call(PAGE, fetched_at=value)


def test_the_reproducers() -> None:
    wrong: Any = 5
    for call in (
        lambda: arnews.parse("x", url=wrong),
        lambda: arnews.parse(b"\xe9", encoding=wrong),
        lambda: arnews.read_html(b"\xe9", encoding=wrong),
        lambda: arnews.read_text("x", url=wrong),
    ):
        with pytest.raises(TypeError, match=r"^(?:url|encoding) must be a str or None, not int$"):
            call()


@pytest.mark.parametrize(
    ("key", "value"), [("longest", -1), ("longest", True), ("longest", 10**30), ("position", "up")]
)
def test_a_rule_that_would_fail_later_fails_when_it_is_built(key: str, value: Any) -> None:
    with pytest.raises(arnews.ConfigurationError, match=f"'{key}' of a rule"):
        Rule(id="port/share", role=Role.SHARE, phrases=("شارك",), **{key: value})


def test_an_outlet_that_is_none() -> None:
    wrong: Any = ["port.example"]
    with pytest.raises(arnews.ConfigurationError, match="outlets must be Outlet values, not str"):
        Parser(outlets=wrong)
    assert Parser(outlets=[Outlet(name="صوت الميناء", domains=("port.example",))]).outlets
