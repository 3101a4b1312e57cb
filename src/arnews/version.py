"""The version of arnews, in one place: the build, ``arnews.__version__`` and ``arnews --version`` take it from here."""

from __future__ import annotations

__all__ = ["VERSION"]

VERSION = "0.2.0"
"""The version, by semantic versioning."""
