"""Arabic news as structured articles: every line labeled, every label explained.

A name is imported from its module when it is first asked for, so that a program pays for what it uses.
"""

from typing import TYPE_CHECKING

from arnews.version import VERSION

if TYPE_CHECKING:
    from arnews.article import (
        Article,
        ArticleKind,
        Author,
        Dateline,
        Evidence,
        Image,
        ImageKind,
        Issue,
        IssueCode,
        Link,
        Organization,
        Source,
    )
    from arnews.dates import (
        Calendar,
        DateFlag,
        DateKind,
        DateMention,
        HijriDate,
        NewsDate,
        Precision,
        find_dates,
        parse_date,
    )
    from arnews.document import (
        Beside,
        Block,
        Decision,
        Document,
        Form,
        LabeledDocument,
        Origin,
        Reason,
        Segment,
        Weight,
    )
    from arnews.errors import ArnewsError, ConfigurationError
    from arnews.export.explain import explain_html, explain_line, explain_text
    from arnews.export.records import RecordError, from_dict, to_dict, to_json
    from arnews.export.schema_org import to_json_ld
    from arnews.labeling import label
    from arnews.outlets import Layout, MonthSystem, Outlet, OutletKind, Readers
    from arnews.parser import Parser, parse, parse_html, parse_text
    from arnews.reading.html import read_html
    from arnews.reading.text import read_text
    from arnews.roles import Role
    from arnews.rules import Match, Means, Position, Rule, RuleBook, Span, Strength, load_rules

__version__ = VERSION

__all__ = [
    "ArnewsError",
    "Article",
    "ArticleKind",
    "Author",
    "Beside",
    "Block",
    "Calendar",
    "ConfigurationError",
    "DateFlag",
    "DateKind",
    "DateMention",
    "Dateline",
    "Decision",
    "Document",
    "Evidence",
    "Form",
    "HijriDate",
    "Image",
    "ImageKind",
    "Issue",
    "IssueCode",
    "LabeledDocument",
    "Layout",
    "Link",
    "Match",
    "Means",
    "MonthSystem",
    "NewsDate",
    "Organization",
    "Origin",
    "Outlet",
    "OutletKind",
    "Parser",
    "Position",
    "Precision",
    "Readers",
    "Reason",
    "RecordError",
    "Role",
    "Rule",
    "RuleBook",
    "Segment",
    "Source",
    "Span",
    "Strength",
    "Weight",
    "explain_html",
    "explain_line",
    "explain_text",
    "find_dates",
    "from_dict",
    "label",
    "load_rules",
    "parse",
    "parse_date",
    "parse_html",
    "parse_text",
    "read_html",
    "read_text",
    "to_dict",
    "to_json",
    "to_json_ld",
]

_HOMES = {
    "arnews.article": "Article ArticleKind Author Dateline Evidence Image ImageKind Issue IssueCode Link Organization "
    "Source",
    "arnews.dates": "Calendar DateFlag DateKind DateMention HijriDate NewsDate Precision find_dates parse_date",
    "arnews.document": "Beside Block Decision Document Form LabeledDocument Origin Reason Segment Weight",
    "arnews.errors": "ArnewsError ConfigurationError",
    "arnews.export.explain": "explain_html explain_line explain_text",
    "arnews.export.records": "RecordError from_dict to_dict to_json",
    "arnews.export.schema_org": "to_json_ld",
    "arnews.labeling": "label",
    "arnews.outlets": "Layout MonthSystem Outlet OutletKind Readers",
    "arnews.parser": "Parser parse parse_html parse_text",
    "arnews.reading.html": "read_html",
    "arnews.reading.text": "read_text",
    "arnews.roles": "Role",
    "arnews.rules": "Match Means Position Rule RuleBook Span Strength load_rules",
}
"""The names of each module that are promised here; a test holds them to those above."""

if not TYPE_CHECKING:  # a checker that saw this would believe every name

    def __getattr__(name: str) -> object:
        from importlib import import_module

        home = next((module for module, names in _HOMES.items() if name in names.split()), None)
        if home is None:
            raise AttributeError(f"module 'arnews' has no attribute '{name}'")
        found = globals()[name] = getattr(import_module(home), name)
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
