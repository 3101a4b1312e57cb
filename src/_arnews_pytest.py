"""The plug-in of pytest: one test for each field of each case of every collected outlet folder.

It is outside the package because pytest imports it at every start: importing arnews waits until there is
something to collect.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from arnews.article import Article
    from arnews.outlets import Outlet
    from arnews.teaching.cases import Case

__all__ = ["pytest_collect_file"]

_OUTLET = "outlet.toml"
_CASES = "cases"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect the ``outlet.toml`` of a folder that has cases."""
    if file_path.name == _OUTLET and (file_path.parent / _CASES).is_dir():
        return _OutletFile.from_parent(parent, path=file_path)
    return None


class _OutletFile(pytest.File):
    """The outlet of a folder: its cases, and a test of its rules."""

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        from arnews.errors import ConfigurationError
        from arnews.printing import printable
        from arnews.teaching.cases import load_cases, load_taught

        try:
            outlet = load_taught(self.path.parent)
            cases = load_cases(self.path.parent, outlet)
        except ConfigurationError as error:
            raise self.CollectError(str(error)) from None
        if outlet.all_rules:
            yield _Rules.from_parent(self, name="rules", outlet=outlet)
        for case in cases:
            # The name of a folder is a stranger's, and pytest prints it.
            yield _Case.from_parent(self, name=printable(case.name), outlet=outlet, case=case)


class _Case(pytest.Collector):
    """A case: a test for each field that it names."""

    def __init__(self, outlet: Outlet, case: Case, **options: Any) -> None:
        super().__init__(**options)
        self.outlet = outlet
        self.case = case

    @cached_property
    def article(self) -> Article:
        """The article of the case, read when its first field is tested."""
        from arnews.teaching.cases import parse_case

        return parse_case(self.case, self.outlet)

    def collect(self) -> Iterator[pytest.Item]:
        for name in self.case.expected:
            yield _Field.from_parent(self, name=name, case=self)


class _FailedError(Exception):
    """What a test found, in words."""


class _Test(pytest.Item):
    """A test that fails with a sentence, not with the code that found it."""

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *args: Any, **options: Any) -> Any:
        if isinstance(excinfo.value, _FailedError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, *args, **options)


class _Field(_Test):
    """A field of a case."""

    def __init__(self, case: _Case, **options: Any) -> None:
        super().__init__(**options)
        self.case = case

    def runtest(self) -> None:
        from arnews.teaching.check import check_field

        result = check_field(self.case.case, self.case.article, self.name)
        if not result.is_as_expected:
            raise _FailedError(str(result))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, f"{self.path.parent.name} {self.case.name}: {self.name}"


class _Rules(_Test):
    """The rules of an outlet by themselves: their letters and their own examples."""

    def __init__(self, outlet: Outlet, **options: Any) -> None:
        super().__init__(**options)
        self.outlet = outlet

    def runtest(self) -> None:
        from arnews.teaching.check import rule_problems

        problems = rule_problems(self.outlet)
        if problems:
            raise _FailedError("\n".join(problems))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, f"{self.path.parent.name}: rules"
