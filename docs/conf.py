"""How the documentation is built: ``make docs``."""

import builtins
from importlib.metadata import version as version_of

project = "arnews"
author = "The arnews developers"
copyright = "the arnews developers"
release = version = version_of("arnews")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
default_role = "py:obj"

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"

# Names of Python itself are not linked, because a build must not need the network. Ours must resolve.
nitpicky = True
nitpick_ignore_regex = [
    (r"py:.*", "|".join(name for name in dir(builtins) if name.isalpha())),
    (r"py:.*", r"(collections\.abc|datetime|enum|os|pathlib|typing)\..*|Path|optional|StrEnum"),
]

html_theme = "furo"
html_title = f"arnews {release}"


def write_arabic_from_right_to_left(app, pagename, templatename, context, doctree):
    """Give the pages below ``ar/`` their direction."""
    if pagename.startswith("ar/"):
        context["body"] = f'<div dir="rtl" lang="ar">{context["body"]}</div>'


def setup(app):
    """Connect to Sphinx."""
    app.connect("html-page-context", write_arabic_from_right_to_left)
