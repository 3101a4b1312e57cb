"""The command ``arnews explain``: each line of documents, its role and the reason for it."""

from __future__ import annotations

import argparse
import html
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from arnews.article import Article
from arnews.console import STANDARD_INPUT, write
from arnews.errors import ConfigurationError
from arnews.inputs import Inputs, input_files
from arnews.printing import printable

if TYPE_CHECKING:
    from arnews.export.reasons import Language

__all__ = ["add_arguments", "run_explain"]

FILE_RULE = "─" * 40
"""The line between two files."""
_INDEX = "index.html"
_MOST_DIGITS = 9
"""Digits of the number of a line; Python refuses to read thousands."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command, without those that all inputs have.

    >>> parser = argparse.ArgumentParser()
    >>> add_arguments(parser)
    >>> parser.parse_args(["a.txt", "b.txt"]).files
    ['a.txt', 'b.txt']
    """
    parser.add_argument("files", nargs="*", metavar="FILE", help="web page, text file or folder, - for standard input")
    parser.add_argument("--plain", action="store_true", help="without colors")
    parser.add_argument("--brief", action="store_true", help="cut long segments and long lists to one line")
    parser.add_argument(
        "--language", choices=("ar", "en"), help="language of the explanation (default: en, of a page ar)"
    )
    parser.add_argument(
        "--why",
        metavar="LINE",
        help="explain one line in full: its number among those with + or -, or the words it begins with",
    )
    parser.add_argument(
        "--html",
        metavar="OUT",
        help="write one self-contained page instead, - for standard output; for several files, a folder",
    )
    parser.set_defaults(run=run_explain)


def run_explain(arguments: argparse.Namespace) -> int:
    """Explain the files and return the exit code.

    Raises ConfigurationError with one sentence if the arguments do not fit together.
    """
    from arnews.export.explain import explain_html, explain_line

    files = list(input_files(arguments.files, None))
    _check(arguments, files)
    # A brief view has no room for what was weighed.
    traced = arguments.why is not None or arguments.html is not None or not arguments.brief
    inputs = Inputs(arguments, trace=traced)
    several = len(files) > 1
    pages = _Pages(arguments.html) if several and arguments.html is not None else None
    for number, (name, article) in enumerate(inputs.articles(files)):
        head = f"{_rule(number)}file: {printable(name)}\n" if several else ""
        if pages is not None:
            inputs.write(pages.path_of(name, article), explain_html(article, language=arguments.language or "ar"))
        elif arguments.why is not None:
            write(head + explain_line(article, _line(arguments.why), language=arguments.language or "en"))
        elif arguments.html is None:
            write(head + _shown(article, arguments))
        elif arguments.html == STANDARD_INPUT:
            write(explain_html(article, language=arguments.language or "ar"))
        else:
            inputs.write(arguments.html, explain_html(article, language=arguments.language or "ar"))
    if pages is not None:
        inputs.write(str(pages.folder / _INDEX), pages.index())
    return inputs.code


def _check(arguments: argparse.Namespace, files: Sequence[str]) -> None:
    count = len(files)
    if not files:
        raise ConfigurationError("name a file, or - for standard input")
    if arguments.why is not None and arguments.html is not None:
        raise ConfigurationError("--why tells one line, --html all of them; give one of the two")
    if count > 1 and arguments.html == STANDARD_INPUT:
        raise ConfigurationError(f"--html - is one page, and {count} files are given: name a folder")
    if count > 1 and arguments.url is not None:
        raise ConfigurationError(f"--url is the address of one document, and {count} files are given")


def _shown(article: Article, arguments: argparse.Namespace) -> str:
    from arnews.export.explain import explain_text

    at_terminal = sys.stdout is not None and sys.stdout.isatty()
    color = at_terminal and not arguments.plain and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size().columns if at_terminal else None
    language: Language = arguments.language or "en"
    return explain_text(article, color=color, width=width, brief=arguments.brief, language=language)


def _rule(number: int) -> str:
    return f"\n{FILE_RULE}\n\n" if number else ""


class _Pages:
    """The folder of the pages of several files, and the list of them."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)
        self.written: dict[str, str] = {}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ConfigurationError(f"{folder}: cannot be made a folder ({error.strerror})") from None

    def path_of(self, name: str, article: Article) -> str:
        """Return the path of the page of a file: that of the file, with a number where two files have one name."""
        stem = Path(name).stem if name != STANDARD_INPUT else "input"
        page = next(page for page in self._names(stem) if page not in self.written and page != _INDEX)
        self.written[page] = f"{name}: {article.headline or article.kind}"
        return str(self.folder / page)

    @staticmethod
    def _names(stem: str) -> Iterator[str]:
        yield f"{stem}.html"
        number = 2
        while True:
            yield f"{stem}-{number}.html"
            number += 1

    def index(self) -> str:
        """Return the page that links the others."""
        items = "\n".join(
            f'<li><a href="{html.escape(page)}">{html.escape(printable(title))}</a></li>'
            for page, title in self.written.items()
        )
        return (
            '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>arnews explain</title></head>\n'
            f"<body><ul>\n{items}\n</ul></body></html>\n"
        )


def _line(text: str) -> int | str:
    """Return the number that an argument is, else its words: a number of more digits is that of no line."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else text
