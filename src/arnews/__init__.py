"""Arabic news as structured articles: every line labeled, every label explained."""

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
from arnews.document import Beside, Block, Decision, Document, Form, LabeledDocument, Origin, Reason, Segment, Weight
from arnews.errors import ArnewsError, ConfigurationError
from arnews.export import RecordError, explain_html, explain_line, explain_text, from_dict, to_dict, to_json, to_json_ld
from arnews.labeling import label
from arnews.outlets import Layout, MonthSystem, Outlet, OutletKind, Readers
from arnews.parser import Parser, parse, parse_html, parse_text
from arnews.reading import read_html, read_text
from arnews.roles import Role
from arnews.rules import Match, Means, Position, Rule, RuleBook, Span, Strength, load_rules
from arnews.version import VERSION

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
