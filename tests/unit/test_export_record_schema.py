"""The JSON Schema of the records: real records follow it, damaged ones do not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import arnews
from arnews.cli import main
from arnews.export.record_schema import record_schema
from arnews.fields.table import FIELDS

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted([*EXAMPLES.glob("*.txt"), *(EXAMPLES / "pages").glob("*.html")])
TYPES: dict[str, type] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": float,
    "null": type(None),
}


def _wrong(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "$") -> list[str]:
    """Return where a value does not follow a schema, by the few words of JSON Schema that the schema uses."""
    if "$ref" in schema:
        return _wrong(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, at)
    if "anyOf" in schema:
        return [] if any(not _wrong(value, part, root, at) for part in schema["anyOf"]) else [f"{at}: none of anyOf"]
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{at}: {value!r} is not one of the values"]
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(isinstance(value, TYPES[kind]) and not (kind == "integer" and value is True) for kind in kinds):
        return [f"{at}: {value!r} is no {kinds}"]
    if isinstance(value, list):
        return [each for i, item in enumerate(value) for each in _wrong(item, schema["items"], root, f"{at}[{i}]")]
    if not isinstance(value, dict):
        return []
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    found = [f"{at}: {name} is missing" for name in schema.get("required", ()) if name not in value]
    for name, item in value.items():
        if name in known:
            found += _wrong(item, known[name], root, f"{at}.{name}")
        elif isinstance(others, dict):
            found += _wrong(item, others, root, f"{at}.{name}")
        elif not others:
            found.append(f"{at}: {name} is unknown")
    return found


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_records_follow_the_schema(file: Path) -> None:
    article = arnews.parse(file.read_bytes())
    record = json.loads(arnews.to_json(article))
    schema = record_schema()
    assert _wrong(record, schema, schema) == []
    del record["segments"]
    assert _wrong({"file": file.name, **record}, schema, schema) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "story"),
        ("authors", ["ليلى حسن"]),
        ("date_published", "2024-02-12"),
        ("language", 7),
        ("evidence", {"headline": {}}),
        ("title", "افتتاح المعرض"),
    ],
)
def test_other_records_do_not(name: str, value: object) -> None:
    schema = record_schema()
    record = arnews.to_dict(arnews.parse_text("افتتاح المعرض الدولي\nافتتح الوزير أمس المعرض، وحضره جمهور كبير."))
    assert _wrong(record | {name: value}, schema, schema)
    del record["keywords"]
    assert _wrong(record, schema, schema) == ["$: keywords is missing"]


def test_every_field_is_in_the_schema_and_says_what_it_is() -> None:
    schema = record_schema()
    for field in FIELDS:
        assert schema["properties"][field.name]["description"], field.name


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == record_schema()
