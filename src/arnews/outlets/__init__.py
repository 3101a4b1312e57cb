"""Outlets: what newspapers and sites are called, and what to read their documents by."""

from __future__ import annotations

from arnews.outlets.layout import Layout
from arnews.outlets.outlet import MonthSystem, Outlet, OutletKind
from arnews.outlets.readers import Reader, Readers

__all__ = ["Layout", "MonthSystem", "Outlet", "OutletKind", "Reader", "Readers"]
