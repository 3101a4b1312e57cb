"""The command ``arnews``: a module for each of its larger parts, and ``command`` for the rest."""

from arnews.cli.command import main

__all__ = ["main"]
