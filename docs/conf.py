"""How the documentation is built: ``make docs``."""

from __future__ import annotations

import builtins
from typing import Any

from sphinx.application import Sphinx
from sphinx.ext.napoleon import Config
from sphinx.ext.napoleon.docstring import GoogleDocstring

import arnews

project = "arnews"
author = "The arnews developers"
copyright = "the arnews developers"
release = version = arnews.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
default_role = "py:obj"

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"

# Names of Python itself are not linked, because a build must not need the network. Ours must resolve.
nitpicky = True
nitpick_ignore_regex = [
    ("py:class", "Language|Selectors"),  # aliases, written out in the text
    (r"py:.*", "|".join(name for name in dir(builtins) if name.isalpha())),
    (r"py:.*", r"(collections\.abc|datetime|enum|os|pathlib|typing)\..*|Path|optional|StrEnum"),
    (r"py:class", r"pyarrow\..*|arnews\.arrow\._Rows|Row"),  # one of pyarrow's two, a text or a mapping
    (r"py:class", r"arnews\.rules\.phrase\.\w+"),  # compiled phrases are nobody's business
    (r"py:obj", r"NewsDate\..*"),  # written in the module where the class lives, documented one level above
]

suppress_warnings = ["misc.highlighting_failure"]  # what a command prints is no language

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["arnews.css"]
html_theme_options = {
    "source_repository": "https://github.com/arnews/arnews/",
    "source_branch": "main",
    "source_directory": "docs/",
}
html_title = f"arnews {release}"


_NAPOLEON: Any = Config()  # of napoleon alone; its annotation asks for the whole of Sphinx's


def write_arabic_from_right_to_left(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Give the pages below ``ar/`` their direction."""
    if pagename.startswith("ar/"):
        body = context["body"].replace("<pre>", '<pre dir="ltr">')
        context["body"] = f'<div dir="rtl" lang="ar">{body}</div>'


def read_sections(app: Sphinx, what: Any, name: str, obj: object, options: object, lines: list[str]) -> None:
    """Read ``Args:``, ``Raises:`` and the like.

    As an extension, napoleon would also take «Doubts, by name: …» of an attribute for a type and its description.
    """
    if what not in ("attribute", "property", "data"):
        lines[:] = GoogleDocstring(lines, _NAPOLEON, app, what, name, obj, options).lines()


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("autodoc-process-docstring", read_sections)
    app.connect("html-page-context", write_arabic_from_right_to_left)
