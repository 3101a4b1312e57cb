"""Totality: a step that fails leaves its fallback and an issue, never an exception."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from arnews.article import Article, Issue
from arnews.errors import ArnewsError

__all__ = ["INTERNAL_ERROR", "Guard", "failure_of", "is_debugging"]

INTERNAL_ERROR = "internal-error"
"""Code of the issue of a step that failed."""
_VARIABLE = "ARNEWS_DEBUG"

Arguments = ParamSpec("Arguments")
Value = TypeVar("Value")


def is_debugging() -> bool:
    """Tell whether the environment wants errors raised: the variable ``ARNEWS_DEBUG`` is set and not empty.

    >>> isinstance(is_debugging(), bool)
    True
    """
    return bool(os.environ.get(_VARIABLE))


def failure_of(article: Article) -> str | None:
    """Return what failed inside arnews while the article was made, ``None`` if nothing did.

    >>> failure_of(Article(issues=(Issue(INTERNAL_ERROR, "the step 'label' failed"),)))
    "the step 'label' failed"
    """
    failed = [issue.message for issue in article.issues if issue.code == INTERNAL_ERROR]
    return "; ".join(filter(None, failed)) or INTERNAL_ERROR if failed else None


class Guard:
    """Runs the steps that make an article; those that fail are in ``issues``.

    Errors that arnews raises on purpose get through, and so does a machine that has no memory left. With ``debug``
    every error does.

    >>> guard = Guard(debug=False)
    >>> guard.run("label", 0, len, "خبر")
    3
    """

    def __init__(self, *, debug: bool) -> None:
        self.debug = debug
        self.issues: list[Issue] = []

    def run(
        self,
        step: str,
        instead: Value,
        function: Callable[Arguments, Value],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Value:
        """Return what the function returns, ``instead`` if it raises; ``step`` is the name that the issue gives it."""
        try:
            return function(*args, **kwargs)
        except (ArnewsError, MemoryError):
            raise
        except Exception as error:
            if self.debug or is_debugging():
                raise
            self.issues.append(_issue(step, error))
            return instead


def _issue(step: str, error: Exception) -> Issue:
    """Return the issue of a step; the text of the error may hold the document, so it is left out."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = ""
    if trace is not None:
        place = f" in {os.path.basename(trace.tb_frame.f_code.co_filename)}, line {trace.tb_lineno}"
    return Issue(
        code=INTERNAL_ERROR,
        message=f"the step {step!r} failed with {type(error).__name__}{place}; this is a fault of arnews",
    )
