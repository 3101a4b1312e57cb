"""What a piece says by itself: no word, a known phrase, a date, a byline."""

from __future__ import annotations

import re
from functools import lru_cache

from arnews.credits import bare_outlet, is_outlet_word, read_credit, read_signed
from arnews.credits.tables import tables
from arnews.dates import may_hold_date, read_date_line
from arnews.labeling.pieces import SHORT, Piece
from arnews.labeling.words import load_words
from arnews.roles import Role
from arnews.rules import RuleBook, Strength
from arnews.text.fold import squeeze
from arnews.text.letters import BLANKS

__all__ = ["label_alone"]

_CODE = re.compile(
    r"^[\s\[\]/*{}<>_|\\;=-]*$|^\[/?[a-z_-]{2,30}(?:[ =][^\]]*)?\]$|^\{/?[a-z_]{3,30}(?:[ =:][^{}]*)?\}$"
    r"|^<!--[^<>]*-->$"
)
_BEFORE_CODE = frozenset("[]/*{}<>_|\\;=-" + BLANKS)
"""Characters that code begins with."""
_FRAMED = re.compile(r"(?:[-\u2013\u2014]+|\*+|=+)\s.+\s(?:[-\u2013\u2014]+|\*+|=+)$")
"""A label with a mark before and after it: «- advertisement -». No sentence is printed so."""
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+$|@\w{3,30}$|\w{3,30} ?@$", re.ASCII)
_SENDER = re.compile(r"From: [^\n]{1,80}[<(][\w.+-]+@[\w-]+\.[\w.-]+[>)]$")
_URL = re.compile(r"https?://\S+\s*$")
_PHONE = re.compile(r"[+(]\d[\d\s()/.\u2013-]{6,}$")
_COPYRIGHT = "\u00a9"
_YEAR = re.compile(r"(?:19|20)\d\d")
_PHOTOGRAPHER = re.compile(r"\u00a9[^/.؟!،:]{2,40}/[^/.؟!،:]{2,40}$")
_COPYRIGHT_LONGEST = 60
"""Code points up to which a line with the sign, and without words of rights, is no sentence."""
_SHOWN_WORDS = 4
"""Words in front of the sign from which they say what a photo shows; the name of a site has fewer."""
_OWNER_WORDS = 6
"""Words of the owner of a photo."""
_NOTICE_LONGEST = 300
"""Code points of a notice of rights; a longer line is a paragraph that quotes the sign."""
_NOTICE_FIRST = 16
"""Words before those of rights, or the sign, from which a sentence is in front of the notice."""
_NETWORKS = 3
"""Names of networks from which a line is a share bar; a sentence may well name two."""
_NETWORKS_LINE = 14
"""Words of a share bar: the names that are printed there, twice at most."""
_TOP = 6
"""Lines at the top of a document that may be bylines wherever the paragraphs are."""
_ABOVE = 9
"""Lines above a paragraph in which a byline may be: heads have no more."""
_BELOW = 4
"""Lines below a paragraph, and at the end of a document, in which credits are."""
_CREDIT_LIMIT = 120
"""Code points up to which a line is read as a byline or dateline."""


def label_alone(pieces: list[Piece], book: RuleBook, *, shapes: bool = False) -> None:
    """Give each piece the role that it has by itself, if any; ``shapes`` says that presentation forms occur."""
    near = _near_prose(pieces)
    special = book.has_special
    networks = _network_words(book.networks)
    for piece in pieces[-_BELOW:]:
        if piece.role is None and piece.size <= _CREDIT_LIMIT:
            _label_closing_agency(piece)
    for index, piece in enumerate(pieces):
        if piece.role is None:
            _label(piece, book, networks, credits=near[index], shapes=shapes)
        if special and piece.reason is not None and piece.reason.rule is not None:
            # What an outlet says of its lines outranks everything.
            piece.fixed = piece.fixed or book.is_special(piece.reason.rule)


def _copyright_of(piece: Piece) -> tuple[Role, str, bool] | None:
    """Return role and step of a line with the sign, and whether it ends the article, ``None`` if it may be a sentence.

    The notice of a site closes a page; the owner of a photo may be named anywhere in it.
    """
    folded = piece.folded_words
    words = set(folded)
    first = next((index for index, word in enumerate(folded) if word in load_words().rights), None)
    rights = first is not None
    if not rights and ((piece.size <= _COPYRIGHT_LONGEST and _names_photo(piece, words)) or _describes_photo(piece)):
        return Role.CAPTION, "alone.photo-owner", False
    if (piece.text.partition(_COPYRIGHT)[0].count(" ") if first is None else first) > _NOTICE_FIRST:
        return None  # the last sentence of the text, with a notice glued to it
    ends = rights or _YEAR.search(piece.plain) is not None
    if ends or (piece.size <= _COPYRIGHT_LONGEST and not piece.has_end_mark):
        return Role.DISCLAIMER, "alone.copyright-sign", ends
    return None


def _names_photo(piece: Piece, words: set[str]) -> bool:
    """Tell whether a line with the sign says «agency / photographer» or calls itself a photo."""
    if _PHOTOGRAPHER.match(piece.plain):
        return True
    return piece.plain[0] == _COPYRIGHT and not words.isdisjoint(load_words().caption_starts)


def _describes_photo(piece: Piece) -> bool:
    """Tell whether a line says what a photo shows, and whose it is: «children fetch water © agency»."""
    shown, _, owner = piece.plain.partition(_COPYRIGHT)
    words = owner.split()
    return shown.count(" ") >= _SHOWN_WORDS and 0 < len(words) <= _OWNER_WORDS and _YEAR.search(owner) is None


def _label_closing_agency(piece: Piece) -> None:
    """Label the agencies that a paper names in the last line of an item; nothing else is a credit down there."""
    credit = read_credit(piece.text)
    if credit is not None and credit.sure and credit.agencies and not credit.persons and not credit.places:
        piece.key = squeeze(piece.text)
        piece.assign(Role.DATELINE, "alone.dateline")


def _near_prose(pieces: list[Piece]) -> list[bool]:
    """Tell for each piece whether a byline may be there: shortly above a paragraph, right below one, or on top."""
    near = [True] * min(_TOP, len(pieces)) + [False] * (len(pieces) - _TOP)
    for index in [index for index, piece in enumerate(pieces) if piece.prose]:
        first, past = max(0, index - _ABOVE), min(index + 1 + _BELOW, len(pieces))
        near[first:past] = [True] * (past - first)
    return near


def _label(piece: Piece, book: RuleBook, networks: frozenset[str], *, credits: bool, shapes: bool) -> None:
    text = piece.text
    hint = piece.hint
    if _COPYRIGHT in text and piece.size <= _NOTICE_LONGEST and (sign := _copyright_of(piece)) is not None:
        role, name, ends = sign
        piece.assign(role, name)
        piece.ends = piece.ends or ends
        return
    if text.startswith("http") and _URL.match(text):
        piece.propose(Role.RESIDUE, "alone.url", hard=piece.prose)  # as long as a paragraph, it is still not one
        return
    if piece.size > SHORT:
        # A disclaimer or source note may run over a whole paragraph, but only an unmistakable one.
        if hint is not None and hint.strength is Strength.HARD:
            piece.apply(hint)
        return
    piece.key = key = squeeze(text) if shapes else " ".join(piece.folded_words)
    if not key or (text[0] in _BEFORE_CODE and _CODE.match(text)):
        piece.key = ""
        piece.assign(Role.RESIDUE, "alone.no-word")
        return
    rule = book.whole(key)
    if rule is None and _lists_networks(key, networks):
        piece.assign(Role.SHARE, "alone.networks")
        return
    if rule is not None and ("»" not in text or "«" in text):
        # A closing quotation mark without its partner: the end of somebody's words.
        piece.apply(rule)
        piece.hard = piece.hard or _FRAMED.match(text) is not None
    if piece.hard:
        return
    if text[0] in "+(" and _PHONE.match(text):
        piece.propose(Role.MASTHEAD, "alone.phone")
        return
    if "@" in text and _SENDER.match(text):
        piece.assign(Role.BYLINE, "alone.byline")
        piece.fixed = True  # whose mail it is leaves nothing open
        return
    if "@" in text and _ADDRESS.match(text):
        piece.propose(Role.AUTHOR_BIO, "alone.address")
        return
    dated = may_hold_date(text)
    if dated and read_date_line(text) is not None:
        piece.assign(Role.TIMESTAMP, "alone.date")
    elif hint is not None:
        piece.apply(hint)
    elif credits and piece.role is None and piece.size <= _CREDIT_LIMIT:
        credit = read_credit(text)
        if credit is not None:
            role = Role.BYLINE if credit.kind == "byline" else Role.DATELINE
            piece.propose(role, f"alone.{role}", hard=credit.sure)
        elif is_outlet_word(key.partition(" ")[0]) and bare_outlet(text) != text:
            piece.propose(Role.SOURCE, "alone.issue")
        elif dated and _names_writer(text, key):
            piece.propose(Role.BYLINE, "alone.byline")


def _names_writer(text: str, key: str) -> bool:
    """Tell whether a line that holds a date has a label of authors and a name, too: «published on … by …»."""
    if tables().glued.isdisjoint(key.split()):
        return False
    credit = read_signed(text, byline=True)
    return credit is not None and bool(credit.persons)


def _lists_networks(key: str, networks: frozenset[str]) -> bool:
    """Tell whether half of the words of a line, and three at least, are words of names of networks."""
    if not _NETWORKS <= key.count(" ") + 1 <= _NETWORKS_LINE:
        return False
    words = key.split(" ")
    if networks.isdisjoint(words):
        return False
    return sum(word in networks for word in words) >= max(_NETWORKS, len(words) // 2)


@lru_cache(maxsize=8)
def _network_words(networks: tuple[str, ...]) -> frozenset[str]:
    """Return the words that names of networks are made of."""
    return frozenset(word for name in networks for word in name.split())
