"""Puts what is known of an outlet into the article of one of its documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

from attrs import evolve

from arnews.article import Article, Evidence, Issue, Organization
from arnews.dates import Calendar, DateKind, NewsDate
from arnews.dates.zones import in_zone, offset_in
from arnews.document import LabeledDocument
from arnews.outlets.facts import month_system_of, zone_of
from arnews.outlets.outlet import MonthSystem, Outlet
from arnews.outlets.placeholders import fill_credits
from arnews.outlets.readers import wrong_value
from arnews.printing import shown
from arnews.roles import Role
from arnews.text.fold import squeeze

__all__ = ["OUTLET_ZONE", "apply_outlet", "local_moment"]

OUTLET_ZONE = "outlet_zone"
"""Flag of a date whose offset is not printed: it is that of the outlet's zone."""

_HIJRI_DOUBTS = ("hijri_sighting", "hijri_overflow", "hijri_shifted")


def local_moment(moment: dt.datetime | None, outlet: Outlet) -> dt.datetime | None:
    """Return an aware moment by the clock of the outlet, so that «yesterday» is its yesterday.

    >>> daily = Outlet(name="صوت الميناء", domains=("port.example",), time_zone="Asia/Riyadh")
    >>> local_moment(dt.datetime(2025, 1, 1, 22, tzinfo=dt.timezone.utc), daily).day
    2
    """
    zone = zone_of(outlet)
    return moment if moment is None or moment.tzinfo is None or zone is None else in_zone(moment, zone)


def apply_outlet(
    article: Article, doc: LabeledDocument, outlet: Outlet, *, only: Collection[str] | None = None
) -> Article:
    """Return the article with publisher, zone of its times, gaps of the outlet's rules and values of its readers.

    A reader that raises or gives a value of the wrong type becomes an issue; its field stays as the general
    readers gave it. With ``only`` the readers of other fields than these are not asked.

    >>> daily = Outlet(name="صوت الميناء", domains=("port.example",))
    >>> import arnews
    >>> apply_outlet(Article(), arnews.label(arnews.read_text("")), daily).publisher.name
    'صوت الميناء'
    """
    article = fill_credits(article, doc, outlet)
    changed: dict[str, Any] = {
        "outlet": outlet.name,
        "publisher": Organization(name=outlet.name, url=f"https://{outlet.domains[0]}/"),
    }
    if article.headline is not None:
        changed["headline"] = _without_names(article.headline, doc, outlet)
    evidence = dict(article.evidence)
    evidence["publisher"] = Evidence(why="the outlet that the address belongs to")
    issues: list[Issue] = []
    for name in ("date_published", "date_modified"):
        changed[name] = _dated(getattr(article, name), outlet)
    for name, reader in outlet.readers:
        if only is not None and name not in only:
            continue
        try:
            value = reader(doc)
            problem = wrong_value(name, value)
        except (Exception, SystemExit) as error:
            # The parser is total: whatever a reader does, the document gives an article that says so.
            problem, value = f"raised {type(error).__name__}: {shown(error)}", None
        else:
            problem = f"its value {problem}" if problem else None
        if problem is None:
            changed[name] = value
            evidence.pop(name, None)
            if value not in (None, ()):
                evidence[name] = Evidence(why=f"the reader of outlet «{outlet.name}»")
        else:
            issues.append(Issue(code="reader", message=f"the reader of '{name}' of outlet «{outlet.name}» {problem}"))
    if issues:
        changed["issues"] = (*article.issues, *issues)
    return evolve(article, evidence=evidence, **changed)


def _without_names(headline: str, doc: LabeledDocument, outlet: Outlet) -> str | None:
    """Return the headline without the name of the outlet, where a line above the title is that name."""
    names = {squeeze(name) for name in (outlet.name, outlet.english_name) if name}
    lines = [" ".join(segment.text.split()) for segment in doc[Role.HEADLINE]]
    others = [line for line in lines if squeeze(line) not in names]
    if len(others) == len(lines):
        return headline
    return " ".join(line for line in others if line in headline) or next(iter(others), None)


def _dated(date: NewsDate | None, outlet: Outlet) -> NewsDate | None:
    """Return a date with the offset of the outlet's zone, and certain if its country keeps the table."""
    if date is None or date.date is None:
        return date
    certain = (
        date.calendar is Calendar.HIJRI
        and date.uncertainty_days
        and date.kind is DateKind.DATE
        and not any(flag in date.flags for flag in _HIJRI_DOUBTS)
        and month_system_of(outlet) is MonthSystem.UMM_AL_QURA
    )
    if certain:
        date = evolve(date, uncertainty_days=0)
    if date.date is None or date.time is None or date.utc_offset is not None or date.kind is DateKind.RELATIVE:
        return date
    zone = zone_of(outlet)
    offset = offset_in(zone, dt.datetime.combine(date.date, date.time)) if zone is not None else None
    if offset is None:
        return date
    return evolve(date, utc_offset=offset, zone=date.zone or zone, flags=(*date.flags, OUTLET_ZONE))
