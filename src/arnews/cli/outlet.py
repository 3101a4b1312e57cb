"""The commands ``arnews outlet …``: begin an outlet, draft it, check it, add a case to it, list what is known."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from arnews.cli.arguments import charset, moment
from arnews.cli.learn import add_learn
from arnews.console import complain, read_bytes, say, write_json
from arnews.errors import ConfigurationError
from arnews.outlets import Outlet
from arnews.outlets.folder import FILE
from arnews.printing import shown

__all__ = ["add_commands"]

_OK, _DIFFERS = 0, 1


def add_commands(parser: argparse.ArgumentParser) -> None:
    """Add the commands below ``arnews outlet``.

    >>> parser = argparse.ArgumentParser()
    >>> add_commands(parser)
    >>> parser.parse_args(["check", "port.example"]).folder
    'port.example'
    """
    commands = parser.add_subparsers(required=True, metavar="command")
    _add_new(commands.add_parser("new", help="write the folder of a new outlet, or a package with it"))
    _add_check(commands.add_parser("check", help="run the cases of an outlet and say what differs"))
    _add_case(commands.add_parser("add-case", help="write a document and what is read from it as a new case"))
    add_learn(commands.add_parser("learn", help="draft an outlet.toml from several documents of an outlet"))
    _add_list(commands.add_parser("list", help="list the outlets that come with arnews or are installed"))


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("domain", metavar="DOMAIN", help="domain of the outlet, such as example.com")
    parser.add_argument("--name", help="name of the outlet as it prints it (default: what arnews knows)")
    parser.add_argument("--country", metavar="CODE", help="its country, such as EG (default: what arnews knows)")
    parser.add_argument("--plugin", action="store_true", help="write a package that can be published as a plug-in")
    parser.add_argument("-o", "--output", metavar="DIR", help="folder to write (default: the domain, or arnews-NAME)")
    parser.set_defaults(run=_new)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="folder with an outlet.toml, and cases/ beside it")
    parser.add_argument("--strict", action="store_true", help="fail on notes too, that is, on rules that no case needs")
    parser.set_defaults(run=_check)


def _add_case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="folder with an outlet.toml")
    parser.add_argument("file", metavar="FILE", help="page or text, - for standard input")
    parser.add_argument("--url", help="address of the document (default: /article at the outlet)")
    parser.add_argument("--name", help="name of the case (default: that of the file)")
    parser.add_argument("--fetched-at", type=moment, metavar="ISO", help="moment that «two hours ago» is counted from")
    parser.add_argument("--encoding", type=charset, help="charset of the document (default: found out)")
    parser.set_defaults(run=_write_case)


def _add_list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("word", nargs="?", help="only those with this in their domain or name")
    parser.add_argument("--json", action="store_true", help="one JSON object per line")
    parser.set_defaults(run=_list)


def _new(arguments: argparse.Namespace) -> int:
    from arnews.teaching.new import default_folder, new_outlet, new_plugin

    folder = arguments.output or default_folder(arguments.domain, plugin=arguments.plugin)
    write = new_plugin if arguments.plugin else new_outlet
    written = write(folder, arguments.domain, name=arguments.name, country=arguments.country)
    outlet = next(file.parent for file in written if file.name == FILE)
    say(
        *(f"wrote {file}" for file in written),
        "Now add a page or text of the outlet as a case:",
        f"arnews outlet add-case {outlet} FILE --url URL",
    )
    return _OK


def _check(arguments: argparse.Namespace) -> int:
    from arnews.teaching.check import check_folder

    report = check_folder(arguments.folder)
    say(*str(report).split("\n"))
    return _OK if report.is_good and not (arguments.strict and report.notes) else _DIFFERS


def _write_case(arguments: argparse.Namespace) -> int:
    from arnews.teaching.add import add_case
    from arnews.teaching.cases import EXPECTED

    try:
        content = read_bytes(arguments.file)
    except OSError as error:
        raise ConfigurationError(f"{arguments.file}: {error.strerror}") from None
    name = arguments.name or (Path(arguments.file).stem if arguments.file != "-" else "case")
    case = add_case(
        arguments.folder,
        content,
        name=name,
        url=arguments.url,
        fetched_at=arguments.fetched_at,
        encoding=arguments.encoding,
    )
    say(
        *(f"wrote {file}" for file in sorted(case.folder.iterdir())),
        *(f"note: {issue.message}" for issue in case.article.issues),
        f"Read {EXPECTED}: it says what is read today. Correct what is wrong; then run",
        f"arnews outlet check {arguments.folder}",
    )
    return _OK


@frozen
class _Row:
    """An outlet as the list shows it."""

    domains: tuple[str, ...]
    name: str
    country: str | None
    rules: int
    selectors: int
    cases: int
    origin: str


def _list(arguments: argparse.Namespace) -> int:
    from arnews.export.records import dump_json, to_record

    rows = [row for row in _rows() if _has(row, arguments.word)]
    if not rows:
        word = "" if arguments.word is None else f" has {shown(arguments.word)!r} in its name or domain"
        complain(f"no known outlet{word}")
        return _DIFFERS
    if arguments.json:
        for row in rows:
            write_json(dump_json(to_record(row)))
        return _OK
    # The name, which runs from right to left, is last: it cannot put the columns out of order there.
    width = max(len(", ".join(row.domains)) for row in rows)
    origin = max(len(row.origin) for row in rows)
    for row in rows:
        counted = ((row.rules, "rule"), (row.selectors, "selector"), (row.cases, "case"))
        counts = "  ".join(_count(number, what) for number, what in counted)
        say(f"{', '.join(row.domains):<{width}}  {row.country or '':2}  {counts}  {row.origin:<{origin}}  {row.name}")
    return _OK


def _rows() -> Iterator[_Row]:
    """Yield installed outlets, then those that come with arnews, by domain."""
    from arnews.outlets.facts import shipped_domains, shipped_outlet
    from arnews.outlets.installed import installed_outlets

    for each in sorted(installed_outlets(), key=lambda each: each.outlet.domains):
        yield _row(each.outlet, each.distribution)
    seen: set[str] = set()
    for domain in shipped_domains():
        outlet = shipped_outlet(domain)
        if outlet is not None and outlet.domains[0] not in seen:
            seen.update(outlet.domains)
            yield _row(outlet, "arnews")


def _row(outlet: Outlet, origin: str) -> _Row:
    from arnews.teaching.cases import case_folders

    cases = len(case_folders(outlet.folder)) if outlet.folder else 0
    selectors = len(outlet.select) + sum(len(layout.select) for layout in outlet.layouts)
    return _Row(outlet.domains, outlet.name, outlet.country, len(outlet.all_rules), selectors, cases, origin)


def _has(row: _Row, word: str | None) -> bool:
    return word is None or any(word in each for each in (*row.domains, row.name))


def _count(number: int, what: str) -> str:
    return f"{number:>3} {what}{'s' if number != 1 else ' '}"
