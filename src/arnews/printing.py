"""What a stranger named, made fit to be printed: documents, files, rules and plug-ins drive no terminal.

Whatever prints a text that arnews did not write itself (a segment, the name of a file, an error of a plug-in) takes it
from here.
"""

from __future__ import annotations

import re

from arnews.text.letters import BIDI

__all__ = ["escaped", "printable", "sentence", "shown"]

# What a terminal would obey instead of printing, and what cannot be encoded: a document must not be able
# to move the cursor. Direction controls could reorder the columns; they print nothing and are left out.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_DIRECTION = re.compile(f"[{BIDI}]")
_OBEYED = re.compile(f"[\x7f-\x9f{BIDI}]")

_LONGEST_NAME = 200
"""Code points of a name or value inside a message."""
_LONGEST_MESSAGE = 1_000
"""Code points of a message; of a longer one the middle is left out: its ends say where and why."""


def printable(text: str) -> str:
    """Return the text on one line, with a dot for each character that a terminal would obey or cannot show.

    >>> printable("a\\x1b[31m\\nb")
    'a·[31m b'
    """
    return _CONTROLS.sub("·", _DIRECTION.sub("", _one_line(text)))


def _one_line(text: str) -> str:
    """Return the text with one blank for each line end and the white space beside it."""
    lines = text.splitlines()
    if len(lines) < 2 and (not lines or lines[0] == text):
        return text
    stripped = [line.strip() for line in lines]
    stripped[0] = lines[0].rstrip()
    return " ".join(filter(None, stripped))


def shown(value: object) -> str:
    """Return a value as part of a message: a text as it is, another by its `repr`, printable and not too long.

    A value that cannot be written, because it raises or is a number of thousands of digits, is shown by its type.

    >>> shown("x" * 500) == "x" * 199 + "…", shown(10**5_000), shown(["a"])
    (True, 'int', "['a']")
    """
    try:
        text = value if isinstance(value, str) else str(value) if isinstance(value, BaseException) else repr(value)
    except Exception:  # whatever a value of a stranger does, the message about it is made
        text = type(value).__name__
    cut = text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1] + "…"
    return printable(cut)


def sentence(message: str) -> str:
    """Return a message as one printable line; of a long one the middle is left out.

    >>> sentence("rule 'a':\\n" + "x" * 5_000 + " is wrong")[-12:], len(sentence("x" * 5_000))
    ('xxx is wrong', 1000)
    """
    if len(message) > _LONGEST_MESSAGE:
        half = _LONGEST_MESSAGE // 2
        message = f"{message[:half]} … {message[len(message) + 3 - half :]}"
    return printable(message)


def escaped(json: str) -> str:
    """Return JSON in which what a terminal would obey is written as ``\\\\u…``: it means the same.

    JSON escapes C0 controls by itself, and leaves C1 controls and direction controls as they are.

    >>> escaped('"a\\x9b31m"')
    '"a\\\\u009b31m"'
    """
    return _OBEYED.sub(lambda char: f"\\u{ord(char.group()):04x}", json)
