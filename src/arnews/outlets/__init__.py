"""Outlets: what newspapers and sites are called, and what to read their documents by."""

from __future__ import annotations

from arnews.outlets.outlet import Layout, MonthSystem, Outlet, OutletKind
from arnews.outlets.readers import Reader, Readers

__all__ = ["Layout", "MonthSystem", "Outlet", "OutletKind", "Reader", "Readers"]
