"""An Article as something else: plain records, JSON, schema.org, and a view that explains it."""

from __future__ import annotations

from arnews.export.explain import explain_html, explain_line, explain_text
from arnews.export.records import RecordError, from_dict, to_dict, to_json
from arnews.export.schema_org import to_json_ld

__all__ = [
    "RecordError",
    "explain_html",
    "explain_line",
    "explain_text",
    "from_dict",
    "to_dict",
    "to_json",
    "to_json_ld",
]
