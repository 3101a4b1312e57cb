"""The command ``arnews outlet learn``: drafts the folder of an outlet from several of its documents."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from arnews.console import report, say, write
from arnews.errors import ConfigurationError

if TYPE_CHECKING:
    from arnews.teaching.learn import Draft, Example

__all__ = ["add_learn", "run_learn"]

_OK = 0


def add_learn(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.description = (
        "Draft outlet.toml from pages or texts of one outlet, without labels. Only what three different articles "
        "show is written, and nothing that takes text of the article from any of them."
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="pages or text dumps of one outlet, one article in each"
    )
    parser.add_argument("--domain", required=True, help="domain of the outlet, such as example.com")
    parser.add_argument("-o", "--output", metavar="DIR", help="folder to write outlet.toml to (default: print it)")
    parser.add_argument("--name", help="name of the outlet (default: what arnews knows or the pages state)")
    parser.set_defaults(run=run_learn)


def run_learn(arguments: argparse.Namespace) -> int:
    """Learn from the files, write or print the draft, and print the report; return the exit code.

    Raises ConfigurationError with one sentence if a file cannot be read or written, or the domain is not one.
    """
    # Imported here: other commands do not need it.
    from arnews.teaching.learn import learn

    target = _target(arguments.output)
    draft = learn(map(_example, arguments.files), domain=arguments.domain, name=arguments.name)
    if target is None:
        write(draft.toml)
        report(*draft.report)
    else:
        _write(target, draft)
        say(*draft.report, f"Written: {target}. Read it, correct it, and add cases.")
    return _OK


def _target(folder: str | None) -> Path | None:
    """Return the file to write; a draft never takes the place of what somebody has written."""
    if folder is None:
        return None
    from arnews.outlets.folder import FILE

    target = Path(folder) / FILE
    if os.path.lexists(target):
        raise ConfigurationError(f"{target}: is there already; learn into another folder and compare")
    return target


def _example(name: str) -> Example:
    from arnews.teaching.learn import Example

    try:
        return Example(Path(name).read_bytes(), name=name)
    except OSError as error:
        raise ConfigurationError(f"{name}: cannot be read ({error.strerror})") from None


def _write(target: Path, draft: Draft) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # A link that leads nowhere is not written through either, whoever puts it there meanwhile.
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(draft.toml)
    except OSError as error:
        raise ConfigurationError(f"{target}: cannot be written ({error.strerror})") from None
