"""The JSON Schema of the records, derived from the values as the records are."""

from __future__ import annotations

import ast
import inspect
import types
import typing
from collections.abc import Mapping
from datetime import date, time, timedelta
from enum import Enum
from functools import cache
from itertools import pairwise
from textwrap import dedent
from typing import Any

import attrs

from arnews.article import Article
from arnews.document import Segment
from arnews.export.records import SegmentRecord

__all__ = ["record_schema"]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN = {str: "string", bool: "boolean", int: "integer", float: "number"}
_OPTIONAL = frozenset(("file", "segments"))
"""Keys that a record of the command has or leaves out."""
_BLANK = " "


def record_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `arnews.to_dict` returns and ``arnews parse`` prints.

    Each value has a definition of its own under ``$defs``. The key ``file`` is that of the command.

    >>> schema = record_schema()
    >>> schema["properties"]["headline"]["type"], schema["$defs"]["Author"]["required"]
    (['string', 'null'], ['name', 'job_title', 'raw', 'url'])
    """
    definitions: dict[str, Any] = {}
    article = _object(Article, definitions)
    properties = {"file": {"type": "string", "description": "Name of the file that it was read from."}}
    return {
        "$schema": _DRAFT,
        "title": "Article of arnews",
        **article,
        "properties": properties | article["properties"],
        "required": [name for name in article["required"] if name not in _OPTIONAL],
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a value whose attributes are its keys."""
    hints, said = typing.get_type_hints(cls), _attribute_docs(cls)
    properties = {}
    for attribute in attrs.fields(cls):
        properties[attribute.name] = _of_type(hints[attribute.name], definitions)
        if attribute.name in said:
            properties[attribute.name] = {**properties[attribute.name], "description": said[attribute.name]}
    return {
        "type": "object",
        "description": _first_line(cls),
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _of_type(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a type; classes become definitions."""
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        (present,) = [part for part in typing.get_args(kind) if part is not types.NoneType]
        schema = _of_type(present, definitions)
        if isinstance(schema.get("type"), str):
            return {**schema, "type": [schema["type"], "null"]}
        return {"anyOf": [schema, {"type": "null"}]}
    if typing.get_origin(kind) is tuple:
        return {"type": "array", "items": _of_type(typing.get_args(kind)[0], definitions)}
    if typing.get_origin(kind) is Mapping:
        return {"type": "object", "additionalProperties": _of_type(typing.get_args(kind)[1], definitions)}
    if kind is Segment:
        kind = SegmentRecord
    if kind in (date, time):
        return {"type": "string", "description": f"ISO 8601 {kind.__name__}"}
    if kind is timedelta:
        return {"type": "integer", "description": "seconds"}
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}  # a value may hold one of its kind
        definitions[name] = _members(kind) if issubclass(kind, Enum) else _object(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _members(kind: type[Enum]) -> dict[str, Any]:
    return {"enum": [member.value for member in kind], "description": _first_line(kind)}


def _first_line(cls: type) -> str:
    return _BLANK.join((cls.__doc__ or "").strip().partition("\n\n")[0].split())


@cache
def _attribute_docs(cls: type) -> dict[str, str]:
    """Return the strings below the attributes of a class, which Python does not keep."""
    try:
        tree = ast.parse(dedent(inspect.getsource(cls)))
    except (OSError, TypeError):
        return {}  # a package without its sources has a schema without descriptions
    (body,) = [node.body for node in tree.body if isinstance(node, ast.ClassDef)]
    found: dict[str, str] = {}
    for before, node in pairwise(body):
        if (
            isinstance(before, ast.AnnAssign)
            and isinstance(before.target, ast.Name)
            and isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            found[before.target.id] = _BLANK.join(node.value.value.split()).replace("``", "`")
    return found
