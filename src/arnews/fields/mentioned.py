"""Lines that look like bylines and name somebody else: who is quoted, and where the item is from."""

from __future__ import annotations

from arnews.credits import read_credit, read_signed
from arnews.credits.tables import tables
from arnews.document import Segment
from arnews.fields.context import Context
from arnews.roles import Role
from arnews.text.fold import squeeze

__all__ = ["heads_title", "is_speaker", "names_source"]

_TITLE_WORDS = 3
"""Words after a colon from which they are a title."""
_NAME_WORDS = 3
"""Words of a name in front of it."""
_LABEL_WORDS = 2
"""Words of the label of a source that has a line of its own."""


def is_speaker(segment: Segment, ctx: Context) -> bool:
    """Tell whether a line between paragraphs is a name and an office that no writer has: whose words are quoted.

    >>> import arnews
    >>> text = "افتتاح المعرض الدولي\\nافتتح الوزير أمس المعرض، وحضره كثيرون.\\nهاني الشريف، رئيس البلدية"
    >>> ctx = Context(arnews.label(arnews.read_text(text + "\\nوقال الرئيس إن المعرض يضم مئات الأجنحة هذا العام.")))
    >>> is_speaker(ctx.segments[2], ctx), is_speaker(ctx.segments[1], ctx)
    (True, False)
    """
    credit = read_credit(segment.text) if ctx[Role.BODY] and segment.start < ctx[Role.BODY][-1].start else None
    office = squeeze(credit.job_title or "").partition(" ")[0] if credit is not None else ""
    return office != "" and office not in tables().writers


def heads_title(segment: Segment) -> bool:
    """Tell whether a line is a name and the title of another article after it, as lists of comments and columns are.

    >>> import arnews
    >>> texts = "أبو كرم: خريطة الطرق المغلقة اليوم", "الرياض: ليلى حسن، سليم الحاوي"
    >>> [heads_title(arnews.Segment(0, len(text), "byline", text, arnews.Reason("", "words"))) for text in texts]
    [True, False]
    """
    name, _, title = segment.text.partition(":")
    if len(title.split()) < _TITLE_WORDS or len(name.split()) > _NAME_WORDS or squeeze(name) in tables().authors:
        return False
    return read_credit(segment.text) is None and read_signed(title.strip(), byline=True) is None


def names_source(at: int, ctx: Context) -> bool:
    """Tell whether the segment of an index is what the label of a source right above it, in a line of its own, names.

    >>> import arnews
    >>> names_source(0, Context(arnews.label(arnews.read_text("ليلى حسن"))))
    False
    """
    above = ctx.segments[at - 1] if at else None
    return above is not None and above.role is Role.SOURCE and not _says_more(above.text)


def _says_more(line: str) -> bool:
    """Tell whether a line of a source says more than its label."""
    return bool(squeeze(line.partition(":")[2])) or len(squeeze(line).split()) > _LABEL_WORDS
