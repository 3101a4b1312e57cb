"""The command ``arnews``: parse, convert, report, explain, rules, date, outlet, schema."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from arnews.article import Article
from arnews.cli.arguments import CommandParser, charset, moment
from arnews.console import (
    OutputError,
    Progress,
    TerminatedError,
    abandon,
    complain,
    prepare,
    say,
    terminable,
    write,
    write_json,
)
from arnews.errors import ArnewsError, ConfigurationError
from arnews.printing import printable
from arnews.version import VERSION

__all__ = ["main"]

_OK, _NOTHING_FOUND, _BAD_INPUT, _INTERRUPTED, _TERMINATED = 0, 1, 2, 130, 143
_SUMMARY_LENGTH = 200
_FORMATS = ("json", "jsonld", "markdown", "text", "summary")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    That is 0, 1 if nothing was found or is wrong, 2 for input that cannot be read or output that cannot be written,
    and 130 or 143 where SIGINT or SIGTERM has stopped it.

    ``argv`` are the arguments without the name of the program; those of the process if it is ``None``.

    >>> main(["date", "12 شباط/فبراير 2024"])
    2024-02-12
    0
    """
    prepare()
    progress = Progress()
    try:
        with terminable():
            arguments = _arguments().parse_args(argv, argparse.Namespace(progress=progress))
            code: int = arguments.run(arguments)
            return code
    except BrokenPipeError:
        # The reader (`head`, say) has seen enough.
        abandon()
        return _OK
    except KeyboardInterrupt:
        complain(f"interrupted{progress}")
        return _INTERRUPTED
    except TerminatedError:
        complain(f"terminated{progress}")
        return _TERMINATED
    except OutputError as error:
        abandon()
        complain(f"{error}{progress}")
        return _BAD_INPUT
    except ArnewsError as error:
        complain(str(error))
        return _BAD_INPUT
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        return _BAD_INPUT


def _arguments() -> argparse.ArgumentParser:
    parser = CommandParser(prog="arnews", description="Arabic news, pages or text, as structured articles.")
    parser.add_argument("-V", "--version", action=_Version, help="print the version and stop")
    commands = parser.add_subparsers(required=True, metavar="command")
    _add_parse(commands.add_parser("parse", help="print articles, one JSON object per line"))
    _add_corpus(commands)
    _add_explain(commands.add_parser("explain", help="show each line, its role and the reason for it"))
    _add_rules(commands.add_parser("rules", help="check rule files, or see which rules match a text"))
    _add_date(commands.add_parser("date", help="read a date as newspapers print it"))
    _add_outlet(
        commands.add_parser("outlet", help="teach an outlet: begin it, draft it, check it, add cases, list all")
    )
    schema = commands.add_parser("schema", help="print the JSON Schema of the articles that parse prints")
    schema.set_defaults(run=_schema)
    return parser


class _Version(argparse.Action):
    """Prints the version as the commands print."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:
        super().__init__(option_strings, dest=argparse.SUPPRESS, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        write(f"arnews {VERSION}")
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
    parser.add_argument("--encoding", type=charset, help="encoding of the files (default: what each says or shows)")
    parser.add_argument("--fetched-at", type=moment, metavar="ISO", help="moment that «two hours ago» is counted from")


def _add_parse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help="web page, text file or folder, - for standard input")
    parser.add_argument("--files-from", metavar="LIST", help="file with names of more files, one per line")
    parser.add_argument("--jsonl", action="store_true", help="the files are JSON lines: print a row for each row")
    parser.add_argument("--format", choices=_FORMATS, default="json", help="what to print (default: json)")
    parser.add_argument("--fields", metavar="NAMES", help="only these fields of the JSON, separated by commas")
    parser.add_argument("--pretty", action="store_true", help="indent the JSON")
    parser.add_argument("--no-segments", action="store_true", help="leave the labeled segments out of the JSON")
    _add_input(parser)
    parser.set_defaults(run=_parse)


def _add_explain(parser: argparse.ArgumentParser) -> None:
    from arnews.cli.explain import add_arguments

    add_arguments(parser)
    _add_input(parser)


def _add_rules(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(required=True, metavar="command")
    check = commands.add_parser("check", help="check rule files, or the shipped ones")
    check.add_argument("files", nargs="*", metavar="FILE", help="a TOML file of rules")
    check.set_defaults(run=_check_rules)
    attempt = commands.add_parser("try", help="say which rules match a text")
    attempt.add_argument("text", metavar="TEXT")
    attempt.set_defaults(run=_try_rules)


def _add_date(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", help="the text of one date, as printed")
    parser.add_argument("--relative-to", type=moment, metavar="ISO", help="moment that «two hours ago» is counted from")
    parser.add_argument("--json", action="store_true", help="print everything that the date says")
    parser.set_defaults(run=_date)


def _add_outlet(parser: argparse.ArgumentParser) -> None:
    from arnews.cli.outlet import add_commands

    add_commands(parser)


def _add_corpus(commands: argparse._SubParsersAction[CommandParser]) -> None:
    from arnews.cli.corpus import add_convert, add_report

    add_convert(commands.add_parser("convert", help="make a table of articles from rows, WARC or a folder of files"))
    add_report(commands.add_parser("report", help="count and show what a table holds, on one page"))


def _parse(arguments: argparse.Namespace) -> int:
    from arnews.cli.explain import FILE_RULE
    from arnews.export.rows import fields_of
    from arnews.inputs import Inputs, input_files

    files = list(input_files(arguments.files, arguments.files_from))
    if not files:
        raise ConfigurationError("name a file, or - for standard input")
    if arguments.jsonl:
        from arnews.corpus.filter import print_rows

        return print_rows(files, arguments)
    if arguments.url is not None and len(files) > 1:
        raise ConfigurationError(f"--url is the address of one document, and {len(files)} files are given")
    inputs = Inputs(arguments, fields=fields_of(arguments.fields) if arguments.format == "json" else None)
    for number, (name, article) in enumerate(inputs.articles(files)):
        if arguments.format in ("json", "jsonld"):
            write_json(_formatted(article, name, arguments))
        else:
            rule = f"\n{FILE_RULE}\n\n" if number else ""
            write(rule + _formatted(article, name, arguments))
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
        return "\n".join(map(printable, to_markdown(article).rstrip("\n").split("\n")))
    return f"file: {printable(name)}\n{_readable(article, whole=arguments.format == 'text')}"


def _readable(article: Article, *, whole: bool) -> str:
    from arnews.export.summary import known_fields

    fields = [f"{field.name}: {printable(' • '.join(field.values))}" for field in known_fields(article)]
    paragraphs = [printable(paragraph) for paragraph in article.paragraphs]
    if not whole:
        fields.append(f"body: {len(article.paragraphs)} paragraphs, {len(article.body):,} characters")
        paragraphs = [_shortened(paragraphs[0])] if paragraphs else []
    return "\n".join(fields) + "\n\n" + "\n\n".join(paragraphs)


def _shortened(text: str) -> str:
    return text if len(text) <= _SUMMARY_LENGTH else text[:_SUMMARY_LENGTH].rpartition(" ")[0] + " …"


def _check_rules(arguments: argparse.Namespace) -> int:
    from arnews.rules.check import check_file, check_shipped

    problems = [each for file in arguments.files for each in check_file(file)] if arguments.files else check_shipped()
    say(*problems or ("All rules are in order.",))
    return _NOTHING_FOUND if problems else _OK


def _try_rules(arguments: argparse.Namespace) -> int:
    from arnews.rules.trace import trace_rules

    say(*str(trace_rules(arguments.text)).split("\n"))
    return _OK


def _schema(_: argparse.Namespace) -> int:
    from arnews.export.record_schema import record_schema
    from arnews.export.records import dump_json

    write_json(dump_json(record_schema(), indent=2))
    return _OK


def _date(arguments: argparse.Namespace) -> int:
    from arnews.dates import parse_date
    from arnews.export.records import dump_json, to_record

    found = parse_date(arguments.text, relative_to=arguments.relative_to)
    if found is None:
        complain("no date with a year in this text")
        return _NOTHING_FOUND
    if arguments.json:
        write_json(dump_json(to_record(found)))
    else:
        write(found.isoformat())
    return _OK
