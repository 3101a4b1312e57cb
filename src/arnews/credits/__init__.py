"""Bylines and datelines: who wrote an item, where, and for which agency."""

from arnews.credits.closing_credit import read_ending
from arnews.credits.inline_dateline import read_opening
from arnews.credits.line import (
    bare_outlet,
    is_given_name,
    is_outlet_word,
    may_begin_credit,
    read_agency,
    read_credit,
    without_contacts,
)
from arnews.credits.signed import read_signed
from arnews.credits.values import Credit, CreditKind, Ending, EndingKind, Opening

__all__ = [
    "Credit",
    "CreditKind",
    "Ending",
    "EndingKind",
    "Opening",
    "bare_outlet",
    "is_given_name",
    "is_outlet_word",
    "may_begin_credit",
    "read_agency",
    "read_credit",
    "read_ending",
    "read_opening",
    "read_signed",
    "without_contacts",
]
