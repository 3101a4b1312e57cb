"""Data files of the package, as they are written and as they were compiled ahead.

Tables are written in TOML for people, and reading those takes longer than a hundred documents. So the build of the
package puts what comes of them into one file, a line each (`arnews.compiling` writes it). A line has the checksum of
the files that it was made from: where one of them has changed since, or the file is not there, as in a fresh checkout,
the tables are read from the TOML. So the file never changes what is read, only how long it takes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from importlib.abc import ResourceLoader

__all__ = ["COMPILED", "compiled", "data_names", "file_checksum", "parse_toml", "read_bytes", "read_text", "read_toml"]

COMPILED = "compiled.txt"
"""The file of compiled tables, beside the package's modules: on each line a name, a checksum and JSON, between tabs."""
_FOLDER = os.path.dirname(os.path.abspath(__file__))


def read_bytes(path: str) -> bytes:
    """Return the content of a file of the package. Raises OSError if there is none.

    By the loader of the package and not by `importlib.resources`, whose import takes 8 ms.

    >>> read_bytes("dates/data/solar.toml")[:1]
    b'#'
    """
    assert __spec__ is not None
    return cast("ResourceLoader", __spec__.loader).get_data(os.path.join(_FOLDER, *path.split("/")))


def read_text(path: str) -> str:
    """Return the text of a file of the package, which is UTF-8, with line ends as on Unix.

    >>> read_text("labeling/data/words.toml").count("\\r")
    0
    """
    return read_bytes(path).decode().replace("\r\n", "\n")


def read_toml(path: str) -> dict[str, Any]:
    """Return the data of a TOML file of the package, a new value at each call.

    >>> sorted(read_toml("labeling/data/page_kinds.toml"))[0]
    'article_names'
    """
    found: dict[str, Any] | None = compiled(path, [path])
    return parse_toml(path) if found is None else found


def parse_toml(path: str) -> dict[str, Any]:
    """Return the data of a TOML file of the package, from the file itself.

    >>> sorted(parse_toml("labeling/data/page_kinds.toml"))[0]
    'article_names'
    """
    import tomllib

    return tomllib.loads(read_text(path))


def data_names(folder: str, ending: str | tuple[str, ...]) -> list[str]:
    """Return the paths of the files of a folder of the package whose names have one of the endings, in order.

    >>> "rules/data/share.toml" in data_names("rules/data", ".toml")
    True
    """
    try:
        names = os.listdir(os.path.join(_FOLDER, *folder.split("/")))
    except OSError:  # the package is in an archive
        from importlib.resources import files

        names = [each.name for each in files("arnews").joinpath(folder).iterdir()]
    return sorted(f"{folder}/{name}" for name in names if name.endswith(ending))


def compiled(name: str, sources: Iterable[str]) -> Any:
    """Return what was compiled under a name from files of the package, ``None`` if nothing was or they have changed.

    >>> compiled("no such table", [])
    """
    line = _lines().get(name)
    if line is None:
        return None
    checksum, _, content = line.partition(b"\t")
    try:
        if int(checksum) != file_checksum(sources):
            return None
    except OSError:  # a package of bytecode alone has no sources to compare
        return None
    import json

    return json.loads(content)


def file_checksum(paths: Iterable[str]) -> int:
    """Return a number that tells whether the names or the contents of files of the package have changed.

    >>> file_checksum(["labeling/data/words.toml"]) == file_checksum(["labeling/data/steps.toml"])
    False
    """
    from zlib import crc32

    checksum = 0
    for path in paths:
        checksum = crc32(read_bytes(path), crc32(path.encode(), checksum))
    return checksum


@cache
def _lines() -> dict[str, bytes]:
    """Return the lines of the file of compiled tables by the name at their head; none if there is no file."""
    try:
        content = read_bytes(COMPILED)
    except OSError:
        return {}
    heads = (line.partition(b"\t") for line in content.split(b"\n"))
    return {name.decode(): rest for name, tab, rest in heads if tab}
