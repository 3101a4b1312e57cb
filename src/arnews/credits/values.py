"""What the readers of credits return."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

__all__ = ["Credit", "CreditKind", "Ending", "EndingKind", "Opening"]


class CreditKind(StrEnum):
    """Whether a line of credits names a person or desk.

    >>> str(CreditKind.BYLINE)
    'byline'
    """

    BYLINE = "byline"
    """A person, a desk, or the trade of a person."""
    DATELINE = "dateline"
    """Only a place, an agency or an outlet."""


@frozen
class Credit:
    """A whole line that is a byline or a dateline. All names are as printed.

    >>> Credit(kind=CreditKind.DATELINE, places=("الرياض",), agencies=("واس",), sure=True).persons
    ()
    """

    kind: CreditKind
    """Byline if it names a person, a desk or a trade."""
    persons: tuple[str, ...] = ()
    """Names of authors, without verbs, labels and titles; a desk counts as one. Photographers are left out."""
    places: tuple[str, ...] = ()
    """Names of places; a town with its country («دبي، الإمارات») is one."""
    agencies: tuple[str, ...] = ()
    """Names of agencies, and of outlets in their place."""
    job_title: str | None = None
    """What the line says the person is («كاتب سعودي»)."""
    date_span: tuple[int, int] | None = None
    """Offsets in the line of a date that is among the names."""
    sure: bool = False
    """Whether the line can hardly be anything else; otherwise its neighbours have to decide."""
    raw: str = ""
    """The line."""


@frozen
class Opening:
    """A dateline or byline at the head of a paragraph.

    >>> Opening(start=0, end=14, places=("الرياض",), agencies=("واس",), sure=True).split
    False
    """

    start: int
    """Offset in the paragraph of the first character of the opening."""
    end: int
    """Offset after it, its closing dash or colon included; white space not."""
    persons: tuple[str, ...] = ()
    """Names of authors, without verbs, labels and titles."""
    places: tuple[str, ...] = ()
    """Names of places, as printed; a town with its country is one."""
    agencies: tuple[str, ...] = ()
    """Names of agencies, and of outlets in their place."""
    date_span: tuple[int, int] | None = None
    """Offsets in the paragraph of a date inside the opening."""
    split: bool = False
    """Whether it is a line of its own that was glued to the paragraph: a label such as «كتبت ـ» is in it."""
    sure: bool = False
    """Whether it can hardly be anything else; otherwise believe it only in the first paragraph."""


class EndingKind(StrEnum):
    """What is after the last sentence.

    >>> str(EndingKind.MARK)
    'mark'
    """

    CREDITS = "credits"
    """Names of those who worked on the item."""
    AGENCY = "agency"
    """The agency or outlet of the item."""
    INITIALS = "initials"
    """Initials of the staff of an agency («م.ل/و.أ»)."""
    MARK = "mark"
    """A mark that the item ends or goes on («// انتهى //»)."""


@frozen
class Ending:
    """A closing credit after the last sentence of a paragraph, or as a line of its own.

    >>> Ending(start=40, end=48, kind=EndingKind.AGENCY, agencies=("رويترز",), sure=True).names
    ()
    """

    start: int
    """Offset in the paragraph; 0 if all of it is the closing."""
    end: int
    """End offset (exclusive), in code points."""
    kind: EndingKind
    """What it is."""
    names: tuple[str, ...] = ()
    """Persons that it names, as printed, without titles."""
    agencies: tuple[str, ...] = ()
    """Agencies that it names, as printed."""
    sure: bool = False
    """Whether it can hardly be anything else; otherwise its place at the end of the article decides."""
