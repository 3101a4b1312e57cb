"""The newspaper of the port for arnews: a folder of rules, and one field that needs Python."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from arnews import LabeledDocument, Outlet, Readers, Role

__all__ = ["outlets"]

_FOLDER = Path(__file__).parent / "port.example"


def outlets() -> tuple[Outlet, ...]:
    """Return the outlets of this package; the entry point in ``pyproject.toml`` names this function."""
    return (evolve(Outlet.from_folder(_FOLDER), readers=Readers(sections=read_sections)),)


def read_sections(doc: LabeledDocument) -> tuple[str, ...]:
    """Return the sections, which this paper prints with an anchor between them: «مرافئ ⚓ الصيد»."""
    return tuple(part.strip() for segment in doc[Role.SECTION] for part in segment.text.split("⚓"))
