"""Values of the command line that several commands take."""

from __future__ import annotations

import argparse
import codecs
from datetime import datetime
from typing import NoReturn

from arnews.console import write
from arnews.printing import sentence

__all__ = ["CommandParser", "charset", "moment"]

# Codecs of Python that no document has: they fail on ordinary texts, or are another notation.
_NO_CHARSETS = frozenset(("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"))


def moment(text: str) -> datetime:
    """Return the moment of an argument in ISO 8601. Raises `argparse.ArgumentTypeError` if it is not a moment.

    >>> moment("2024-03-12T10:00")
    datetime.datetime(2024, 3, 12, 10, 0)
    """
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"not an ISO 8601 date or time: {text!r}") from None


def charset(name: str) -> str:
    """Return the codec of an argument that names an encoding of texts, else raise `argparse.ArgumentTypeError`.

    >>> charset("windows-1256")
    'cp1256'
    """
    try:
        "a".encode(name)  # refuses codecs that are not of text (hex), too
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):  # ValueError: what the codec says of «a», or a name that cannot be one
        codec = ""
    if not codec or codec.replace("_", "-") in _NO_CHARSETS:
        raise argparse.ArgumentTypeError(f"unknown encoding {name!r}")
    return codec


class CommandParser(argparse.ArgumentParser):
    """A parser of arguments that repeats them in a form that is fit to be printed, and prints as the commands do.

    >>> CommandParser(prog="arnews").parse_args([])
    Namespace()
    """

    def error(self, message: str) -> NoReturn:
        """Print usage and message to standard error, and exit with code 2."""
        super().error(sentence(message))

    def print_help(self, file: object = None) -> None:
        """Print the help to standard output."""
        write(self.format_help().rstrip("\n"))
