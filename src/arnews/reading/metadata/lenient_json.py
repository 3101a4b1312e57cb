"""JSON as pages have it: line feeds in strings, trailing commas, bare quotes, comments around it, several values."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import Any

from arnews.text.references import unescape

__all__ = ["read_json"]

_DECODER = json.JSONDecoder(strict=False)
_BLANK = re.compile(r"[\s,;]*+")
_HEAD = re.compile(r"(?:<!\[CDATA\[|[^{\[])*+")
_PAIR = re.compile(
    r'"(@type|headline|datePublished|dateModified|articleSection)"\s*+:\s*+"((?:[^"\\]++|\\.)*+)"', re.DOTALL
)
_ESCAPED = re.compile(r"\s*[\[{]\s*&(?:quot|#0*34|#x0*22);", re.IGNORECASE)
# A quotation mark ends a string only where JSON goes on after it: titles have marks of their own («قال "نعم"»).
_ENDS = r'\s*+(?:[}\]]|[,:]\s*+["{}\[\]\-\dtfn]|,\s*+\Z|"[\w@]++"\s*+:|\Z)'
_STRING = re.compile(rf'"((?:[^"\\]++|\\.|"(?!{_ENDS}))*+)(?:"|\\?\Z)|,(?=\s*+[}}\]])', re.DOTALL)
_BARE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|(["\\])')


def read_json(text: str) -> tuple[list[Any], str | None]:
    """Return the JSON values in a script, and what could not be read, as one sentence, or ``None``.

    Total and linear. A sound value costs what `json.loads` costs; only a broken one is repaired.

    >>> read_json('{"headline": "قال "نعم" أمس",}')
    ([{'headline': 'قال "نعم" أمس'}], None)
    >>> read_json("{")
    ([], 'JSON-LD cannot be read: Expecting property name enclosed in double quotes')
    """
    try:
        return [_DECODER.decode(text)], None
    except json.JSONDecodeError as error:
        problem = error.msg
    except RecursionError:
        return [], "JSON-LD is nested too deep"
    except ValueError:
        return [], "JSON-LD holds a number that is too long"
    if not text.strip():
        return [], None
    # Most broken scripts are two sound values one after the other, so that the repair comes second.
    values, sound = _several(text)
    if not sound:
        bare = _unwrapped(text)
        if _ESCAPED.match(bare):
            bare = unescape(bare)
        bare = _STRING.sub(_mended, bare)
        repaired, sound = _several(bare)
        if len(repaired) > len(values) or (sound and repaired):
            values = repaired
        if not values and (pairs := _pairs(bare)):
            values = [pairs]
    return values, None if sound else f"JSON-LD cannot be read: {problem}"


def _several(text: str) -> tuple[list[Any], bool]:
    """Return the values that follow one another, and whether there is nothing else."""
    values: list[Any] = []
    at = 0
    while (at := _BLANK.match(text, at).end()) < len(text):  # type: ignore[union-attr]
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return values, False
        values.append(value)
    return values, True


def _unwrapped(text: str) -> str:
    """Return the script without the comment or CDATA marks around it."""
    start = _HEAD.match(text).end()  # type: ignore[union-attr]
    end = text.rfind("}") + 1
    if text.startswith("[", start):
        end = text.find("]", end) + 1
    return text[start:end] if start < end else text[start:]


def _pairs(text: str) -> dict[str, str]:
    """Return the few strings that need no structure around them, the first of each name."""
    found: dict[str, str] = {}
    for name, raw in _PAIR.findall(text):
        if name not in found:
            with suppress(ValueError):
                found[name] = json.loads(f'"{raw}"', strict=False)
    return found if "@type" in found else {}


def _mended(match: re.Match[str]) -> str:
    inside = match.group(1)
    if inside is None:
        # A comma in front of a closing bracket.
        return ""
    if '"' in inside or "\\" in inside:
        inside = _BARE.sub(_escaped, inside)
    return f'"{inside}"'


def _escaped(match: re.Match[str]) -> str:
    mark = match.group(1)
    return match.group() if mark is None else "\\" + mark
