"""The command ``arnews``: parse, explain, rules, date, outlet."""

from __future__ import annotations

import argparse
import codecs
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from arnews.arguments import moment
from arnews.article import Article, Issue
from arnews.errors import ArnewsError, ConfigurationError

if TYPE_CHECKING:
    from arnews.parser import Parser

__all__ = ["main"]

_OK, _NOTHING_FOUND, _BAD_INPUT, _INTERRUPTED = 0, 1, 2, 130
_SUMMARY_LENGTH = 200
_DAMAGES = frozenset(("undecodable", "broken-page"))


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0, 1 if nothing was found or is wrong, 2 for input that cannot be read.

    ``argv`` are the arguments without the name of the program; those of the process if it is ``None``.

    >>> main(["date", "12 شباط/فبراير 2024"])
    2024-02-12
    0
    """
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or a C locale would refuse Arabic letters.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = _arguments().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`head`, say) has seen enough. Without this, Python would complain again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _OK
    except KeyboardInterrupt:
        return _INTERRUPTED
    except ArnewsError as error:
        _complain(str(error))
        return _BAD_INPUT
    return code


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="arnews", description="Arabic news, pages or text, as structured articles.")
    parser.add_argument("--version", action=_Version, help="print the version and stop")
    commands = parser.add_subparsers(required=True, metavar="command")
    _add_parse(commands.add_parser("parse", help="print articles, one JSON object a line"))
    _add_corpus(commands)
    _add_explain(commands.add_parser("explain", help="show each line, its role and the rule that gave it"))
    _add_rules(commands.add_parser("rules", help="check rule files, try a text on the rules"))
    _add_date(commands.add_parser("date", help="read a date as newspapers print it"))
    _add_outlet(
        commands.add_parser("outlet", help="teach an outlet: draft it, check it, add cases, list what is known")
    )
    return parser


class _Version(argparse.Action):
    """Prints the version; looks it up only then, because that takes longer than the rest of the start."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:
        super().__init__(option_strings, dest=argparse.SUPPRESS, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"arnews {version('arnews')}")
        parser.exit()


def _add_input(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--url", help="address of the document")
    parser.add_argument(
        "--outlet",
        action="append",
        default=[],
        metavar="DIR",
        help="folder of an outlet to read it by; may be repeated",
    )
    parser.add_argument("--encoding", type=_encoding, help="encoding of the files (default: what each says or shows)")
    parser.add_argument("--fetched-at", type=moment, metavar="ISO", help="moment that «since two hours» counts from")


def _add_parse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help="web page, text file or folder, - for standard input")
    parser.add_argument("--files-from", metavar="LIST", help="file with the names of more files, a line each")
    parser.add_argument("--jsonl", action="store_true", help="the files are JSON lines: print a row for each row")
    parser.add_argument("--format", choices=("json", "jsonld", "markdown", "text", "summary"), default="json")
    parser.add_argument("--fields", metavar="NAMES", help="only these fields of the JSON, with commas between")
    parser.add_argument("--pretty", action="store_true", help="indent the JSON")
    parser.add_argument("--no-segments", action="store_true", help="leave the labeled segments out of the JSON")
    _add_input(parser)
    parser.set_defaults(run=_parse)


def _add_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="web page or text file, - for standard input")
    parser.add_argument("--plain", action="store_true", help="without colors")
    parser.add_argument("--brief", action="store_true", help="cut long segments to one line")
    parser.add_argument("--html", metavar="OUT", help="write one self-contained page instead, - for standard output")
    _add_input(parser)
    parser.set_defaults(run=_explain)


def _add_rules(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(required=True, metavar="command")
    check = commands.add_parser("check", help="check a rule file, or the shipped ones")
    check.add_argument("file", nargs="?", metavar="FILE", help="a TOML file of rules")
    check.set_defaults(run=_check_rules)
    attempt = commands.add_parser("try", help="say which rules match a text")
    attempt.add_argument("text", metavar="TEXT")
    attempt.set_defaults(run=_try_rules)


def _add_date(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", help="one date slot, as printed")
    parser.add_argument("--relative-to", type=moment, metavar="ISO", help="moment that «since two hours» counts from")
    parser.add_argument("--json", action="store_true", help="print everything that the date says")
    parser.set_defaults(run=_date)


def _add_outlet(parser: argparse.ArgumentParser) -> None:
    from arnews.outlet_commands import add_commands

    add_commands(parser)


def _add_corpus(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from arnews.corpus.commands import add_convert, add_report

    add_convert(commands.add_parser("convert", help="make a table of articles from rows, WARC or a folder of files"))
    add_report(commands.add_parser("report", help="count and show what a table holds, on one page"))


def _encoding(name: str) -> str:
    try:
        "a".encode(name)  # refuses codecs that are not of text (hex), too
        return codecs.lookup(name).name
    except LookupError:
        raise argparse.ArgumentTypeError(f"unknown encoding {name!r}") from None


def _parse(arguments: argparse.Namespace) -> int:
    from arnews.inputs import input_files

    files = list(input_files(arguments.files, arguments.files_from))
    if not files:
        raise ConfigurationError("name a file, or - for standard input")
    if arguments.jsonl:
        from arnews.corpus.filter import print_rows

        return print_rows(files, arguments)
    if arguments.url is not None and len(files) > 1:
        raise ConfigurationError(f"--url is the address of one document, and {len(files)} files are given")
    inputs = _Inputs(arguments)
    for number, (name, _, article) in enumerate(inputs.articles(files, arguments.url)):
        if number and arguments.format in ("markdown", "text", "summary"):
            print("\n" + "─" * 40 + "\n")
        print(_formatted(article, name, arguments))
    return inputs.code


def _formatted(article: Article, name: str, arguments: argparse.Namespace) -> str:
    from arnews.export.markdown import to_markdown
    from arnews.export.records import dump_json, select_fields, to_dict
    from arnews.export.schema_org import to_json_ld

    indent = 2 if arguments.pretty else None
    if arguments.format == "jsonld":
        return to_json_ld(article, indent=indent, identifier=name)
    if arguments.format == "json":
        record = {"file": name, **to_dict(article)}
        if arguments.no_segments:
            del record["segments"]
        return dump_json(select_fields(record, arguments.fields), indent=indent)
    if arguments.format == "markdown":
        return to_markdown(article).rstrip("\n")
    return f"file: {name}\n{_readable(article, whole=arguments.format == 'text')}"


def _readable(article: Article, *, whole: bool) -> str:
    from arnews.export.summary import known_fields
    from arnews.export.terminal import printable

    fields = [f"{field.name}: {printable(' • '.join(field.values))}" for field in known_fields(article)]
    paragraphs = [printable(paragraph) for paragraph in article.paragraphs]
    if not whole:
        fields.append(f"body: {len(article.paragraphs)} paragraphs, {len(article.body):,} characters")
        paragraphs = [_shortened(paragraphs[0])] if paragraphs else []
    return "\n".join(fields) + "\n\n" + "\n\n".join(paragraphs)


def _shortened(text: str) -> str:
    return text if len(text) <= _SUMMARY_LENGTH else text[:_SUMMARY_LENGTH].rpartition(" ")[0] + " …"


def _explain(arguments: argparse.Namespace) -> int:
    from arnews.export.explain import explain_html, explain_text
    from arnews.inputs import input_files

    inputs = _Inputs(arguments)
    for _, text, article in inputs.articles(input_files([arguments.file], None), arguments.url):
        if arguments.html is None:
            color = not arguments.plain and not os.environ.get("NO_COLOR") and sys.stdout.isatty()
            width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
            print(explain_text(article, color=color, width=width, brief=arguments.brief))
        elif arguments.html == "-":
            print(explain_html(article, text))
        else:
            inputs.write(arguments.html, explain_html(article, text))
    return inputs.code


def _check_rules(arguments: argparse.Namespace) -> int:
    from arnews.rules.check import check_file, check_shipped

    problems = check_shipped() if arguments.file is None else check_file(arguments.file)
    for problem in problems:
        print(problem)
    if not problems:
        print("All rules are in order.")
    return _NOTHING_FOUND if problems else _OK


def _try_rules(arguments: argparse.Namespace) -> int:
    from arnews.rules.tryout import try_text

    print(try_text(arguments.text))
    return _OK


def _date(arguments: argparse.Namespace) -> int:
    from arnews.dates import parse_date
    from arnews.export.records import dump_json, to_record

    found = parse_date(arguments.text, relative_to=arguments.relative_to)
    if found is None:
        _complain("no date with a year in this text")
        return _NOTHING_FOUND
    print(dump_json(to_record(found)) if arguments.json else found.isoformat())
    return _OK


class _Inputs:
    """Files to read. One that cannot be read is reported and skipped; the exit code remembers it."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.encoding: str | None = arguments.encoding
        self.outlets: Sequence[str] = arguments.outlet
        self.fetched_at: datetime | None = arguments.fetched_at
        self.code = _OK

    def articles(self, names: Iterable[str], url: str | None) -> Iterator[tuple[str, str, Article]]:
        """Yield the name, the text that offsets count in, and the article, of each page or text that can be read."""
        from arnews.inputs import reason_not_to_read
        from arnews.outlets import Outlet
        from arnews.parser import Parser

        parser = Parser.with_installed(map(Outlet.from_folder, self.outlets))
        for name in names:
            try:
                content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
            except OSError as error:
                self._fail(name, error)
                continue
            reason = reason_not_to_read(content, name)
            if reason is not None:
                _complain(f"{name}: {reason}")
                self.code = _BAD_INPUT
                continue
            text, article = self._read(content, parser, url)
            for issue in article.issues:
                if issue.code in _DAMAGES:
                    _complain(f"{name}: {issue.message}")
            yield name, text, article

    def write(self, name: str, page: str) -> None:
        """Write a page as UTF-8."""
        try:
            Path(name).write_text(page, encoding="utf-8")
        except OSError as error:
            self._fail(name, error)

    def _read(self, content: bytes, parser: Parser, url: str | None) -> tuple[str, Article]:
        from arnews.reading.encoding import decode
        from arnews.reading.kind import is_page

        if self.encoding is None:
            if is_page(content):
                article = parser.parse_html(content, url=url, fetched_at=self.fetched_at)
                return article.document_text or "", article
            decoded = decode(content)
            text, damage = decoded.text, decoded.issue
        else:
            # Who names an encoding is believed, whatever the bytes look like.
            text, damage = _decoded(content, self.encoding)
        if is_page(text):
            article = parser.parse_html(text, url=url, fetched_at=self.fetched_at)
            text = article.document_text or ""
        else:
            article = parser.parse_text(text, url=url, fetched_at=self.fetched_at)
        if damage is not None:
            article = attrs.evolve(article, issues=(Issue(code="undecodable", message=damage), *article.issues))
        return text, article

    def _fail(self, name: str, error: OSError) -> None:
        _complain(f"{name}: {error.strerror}")
        self.code = _BAD_INPUT


def _decoded(content: bytes, encoding: str) -> tuple[str, str | None]:
    """Return the text of a file in an encoding, and what is wrong with it."""
    codec = "utf-8-sig" if encoding == "utf-8" else encoding
    try:
        return content.decode(codec), None
    except UnicodeDecodeError as error:
        message = f"not valid {encoding} at byte {error.start}; what cannot be decoded was replaced"
        return content.decode(codec, errors="replace"), message


def _complain(message: str) -> None:
    print(f"arnews: {message}", file=sys.stderr)
