"""The contributors: those whom a closing credit names."""

from __future__ import annotations

from arnews.article import Author
from arnews.fields.context import NO_ITEMS, Context, FieldValue, printed
from arnews.fields.credits import collect_credits

__all__ = ["read_contributors"]


def read_contributors(ctx: Context) -> FieldValue[tuple[Author, ...]]:
    """Return those whom a closing credit names, and those whom lines below the text name besides the authors above it.

    >>> import arnews
    >>> text = "القاهرة - افتتح الوزير أمس المعرض، وحضره جمهور كبير.\\n(إعداد ليلى حسن للنشرة العربية - تحرير سمير علي)"
    >>> [author.name for author in read_contributors(Context(arnews.label(arnews.read_text(text)))).value]
    ['ليلى حسن', 'سمير علي']
    """
    found = ctx.once(collect_credits)
    if not found.contributors:
        return NO_ITEMS
    line = found.lines.get(next(iter(found.contributors)))
    evidence = printed(line, "a credit at the end of the text") if line is not None else None
    return FieldValue(tuple(found.contributors.values()), evidence)
