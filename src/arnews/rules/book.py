"""All rules together, and the questions one can ask of them about a block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from arnews.rules.edges import REACH, first_word, last_word
from arnews.rules.index import Entry, RuleIndex
from arnews.rules.rule import Match, Means, Rule
from arnews.text.fold import Folded, fold, fold_with_offsets, head_end, tail_start

__all__ = ["RuleBook"]

_LETTER = re.compile(r"[^\W_]")
_TANWIN = "\u064b"

# Marks after which a sentence goes on.
_GOES_ON = "،,؛;-–—/"


class RuleBook:
    """An immutable collection of rules that answers in well under a microsecond or two.

    The first rule that holds answers. Books can be pickled, compared and shared between threads.

    >>> book = RuleBook.shipped()
    >>> book.whole("شارك المقال").role
    <Role.SHARE: 'share'>
    """

    __slots__ = ("_below", "_ids", "_index", "_meanings", "_rules")

    def __init__(self, rules: Iterable[Rule], below: RuleBook | None = None) -> None:
        """Build a book of the rules; those of ``below`` are tried after them."""
        own = tuple(rules)
        self._arrange(own, RuleIndex(own, below=below._index if below is not None else None), below)

    def _arrange(self, rules: tuple[Rule, ...], index: RuleIndex, below: RuleBook | None) -> None:
        self._rules = rules
        self._below = below
        self._ids = {rule.id: rule for rule in rules}
        self._meanings: dict[Means, RuleBook] = {}
        self._index = index

    @staticmethod
    @lru_cache(maxsize=1)
    def shipped() -> RuleBook:
        """Return the rules that come with arnews, read once a process."""
        from arnews.rules.shipped import read_index

        book = RuleBook.__new__(RuleBook)
        book._arrange(*read_index(), below=None)
        return book

    def with_rules(self, rules: Iterable[Rule]) -> RuleBook:
        """Return a book in which these rules are tried before those of this one.

        >>> from arnews.roles import Role
        >>> rule = Rule(id="daily/mast", role=Role.MASTHEAD, phrases=("صوت الميناء",))
        >>> RuleBook.shipped().with_rules([rule]).whole("صوت الميناء").id
        'daily/mast'
        """
        return RuleBook(rules, below=self)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, in the order in which they are tried."""
        return self._rules + (self._below.rules if self._below is not None else ())

    @property
    def networks(self) -> tuple[str, ...]:
        """The folded names of social networks that the gap ``{network}`` matches."""
        return self._index.networks

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __eq__(self, other: object) -> bool:
        return self.rules == other.rules if isinstance(other, RuleBook) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(rule.id for rule in self.rules))

    def __repr__(self) -> str:
        return f"<RuleBook of {len(self)} rules>"

    def __reduce__(self) -> tuple[Any, ...]:
        if self is RuleBook.shipped():
            return RuleBook.shipped, ()
        return RuleBook, (self._rules, self._below)

    def whole(self, key: str) -> Rule | None:
        """Return the rule for a block whose key (`arnews.text.fold.squeeze`) is given.

        >>> RuleBook.shipped().whole("تعليقات 12").id
        'comments/count'
        """
        rule = self._own(key)
        return rule if rule is not None or self._below is None else self._below.whole(key)

    def special(self, key: str) -> Rule | None:
        """Return the rule for a block that goes before the general ones: that of an outlet.

        >>> from arnews.roles import Role
        >>> book = RuleBook.shipped().with_rules([Rule(id="daily/mast", role=Role.MASTHEAD, phrases=("صوت الميناء",))])
        >>> book.special("صوت الميناء").id, book.special("تعليقات 12")
        ('daily/mast', None)
        """
        if self._below is None:
            return None
        rule = self._own(key)
        return rule if rule is not None else self._below.special(key)

    @property
    def has_special(self) -> bool:
        """Whether there are rules that go before the general ones.

        >>> RuleBook.shipped().has_special
        False
        """
        return self._below is not None

    def _own(self, key: str) -> Rule | None:
        """Return the rule for a block among those of this book alone."""
        index = self._index
        rule = index.literals.get(key)
        if rule is not None:
            return rule
        bucket = index.by_first.get(key.partition(" ")[0])
        if bucket is not None:
            for entry in bucket:
                if entry.pattern.fullmatch(key):
                    return entry.rule
        if index.by_last:
            bucket = index.by_last.get(key.rpartition(" ")[2])
            if bucket is not None:
                for entry in bucket:
                    if entry.pattern.fullmatch(key):
                        return entry.rule
        for letters, entry in index.unbound:
            if letters in key and entry.pattern.fullmatch(key):
                return entry.rule
        return None

    def start(self, text: str, *, folded: bool = False) -> Match | None:
        """Return the match of a rule at the head of a block.

        ``text`` is the block, as it is or after `arnews.text.fold.unify`; offsets count its code points.
        ``folded`` says that it is folded, so that this need not be asked.
        The match covers the phrase with bullets before it and separators after it;
        ``rule.span`` says whether the whole line or only the phrase has the role.

        >>> match = RuleBook.shipped().start("اقرأ أيضاً: افتتاح الجسر الجديد")
        >>> match.rule.role, match.end
        (<Role.RELATED_ITEM: 'related_item'>, 12)
        """
        word = first_word(text, folded=folded)
        book: RuleBook | None = self if word else None
        while book is not None:
            bucket = book._index.starts.get(word)
            found = _at_head(bucket, text, folded=folded) if bucket is not None else None
            if found is not None:
                return found
            book = book._below
        return None

    def end(self, text: str, *, folded: bool = False) -> Match | None:
        """Return the match of a rule at the tail of a block.

        ``text`` and ``folded`` are those of `start`. The match covers the phrase and everything after it.

        >>> text = "وصل الوفد إلى المطار مساء (صورة أرشيفية)"
        >>> match = RuleBook.shipped().end(text)
        >>> text[match.start : match.end]
        '(صورة أرشيفية)'
        """
        word = last_word(text, folded=folded)
        book: RuleBook | None = self if word else None
        while book is not None:
            bucket = book._index.ends.get(word)
            found = _at_tail(bucket, text, folded=folded) if bucket is not None else None
            if found is not None:
                return found
            book = book._below
        return None

    @property
    def glue_literals(self) -> tuple[str, ...]:
        """Folded words: `glued` can find something only in a text whose folded form contains one of them."""
        own = self._index.glue_literals
        return own if self._below is None else tuple(dict.fromkeys(own + self._below.glue_literals))

    def glued(self, text: str) -> list[Match]:
        """Return the matches of rules glued into a paragraph, in order and without overlap.

        A match covers the phrase and the separators after it; if ``rule.span`` is ``line``,
        the role reaches from the phrase to the end of the paragraph.

        >>> text = "وعاد الهدوء إلى المدينة. اقرأ أيضاً: افتتاح الجسر"
        >>> [text[m.start : m.end] for m in RuleBook.shipped().glued(text)]
        ['اقرأ أيضاً: ']
        """
        folded = fold(text)
        found: list[Match] = []
        book: RuleBook | None = self
        while book is not None:
            buckets = [bucket for gate, bucket in book._index.glued.items() if gate in folded]
            if buckets:
                way = fold_with_offsets(text)
                found += (match for bucket in buckets for match in _inside(bucket, text, way))
            book = book._below
        return _apart(found)

    def is_special(self, rule: Rule) -> bool:
        """Tell whether a rule goes before the general ones: whether it is an outlet's.

        >>> own = Rule(id="daily/mast", role="masthead", phrases=("صوت الميناء",))
        >>> RuleBook.shipped().with_rules([own]).is_special(own), RuleBook([own]).is_special(own)
        (True, False)
        """
        return self._below is not None and (self._ids.get(rule.id) == rule or self._below.is_special(rule))

    def that_mean(self, means: Means) -> RuleBook:
        """Return the book of the rules that mean something, made once.

        >>> book = RuleBook.shipped().that_mean(Means.KEYWORDS)
        >>> {rule.means for rule in book}
        {<Means.KEYWORDS: 'keywords'>}
        """
        book = self._meanings.get(means)
        if book is None:
            book = self._meanings[means] = RuleBook([rule for rule in self.rules if rule.means is means])
        return book


def _at_head(bucket: list[Entry], text: str, *, folded: bool) -> Match | None:
    raw = text[: REACH if folded else head_end(text, REACH)]
    head = raw if folded else fold(raw)
    glued = _TANWIN in raw
    best: tuple[int, Entry] | None = None
    for entry in bucket:
        found = entry.pattern.match(head)
        if found is None and glued:
            found = entry.loose.match(head)
            if found is not None and not _word_ends(fold_with_offsets(raw), text, found.end(1)):
                found = None
        if found is not None and not _too_long(entry.rule, text) and (best is None or found.end() > best[0]):
            best = found.end(), entry
    if best is None:
        return None
    return Match(best[1].rule, 0, fold_with_offsets(raw).span(0, best[0])[1])


def _at_tail(bucket: list[Entry], text: str, *, folded: bool) -> Match | None:
    offset = max(0, len(text) - REACH) if folded else tail_start(text, REACH)
    tail = text[offset:] if folded else fold(text[offset:])
    for entry in bucket:
        for found in entry.pattern.finditer(tail):
            start = _begin(found)
            if _too_long(entry.rule, text) or not (entry.opened or _apart_before(tail, start, whole=offset == 0)):
                continue
            return Match(entry.rule, offset + fold_with_offsets(text[offset:]).offsets[start], len(text))
    return None


def _begin(found: re.Match[str]) -> int:
    """Return where the phrase begins, spaces before its first mark not included."""
    phrase = found.group(1)
    return found.end(1) - len(phrase.lstrip())


def _too_long(rule: Rule, text: str) -> bool:
    return rule.longest > 0 and len(text.split(None, rule.longest)) > rule.longest


def _inside(bucket: list[Entry], text: str, way: Folded) -> Iterator[Match]:
    glued = _TANWIN in text
    for entry in bucket:
        for found in (entry.loose if glued else entry.pattern).finditer(way.text):
            start, end = _begin(found), found.end(1)
            if entry.closed and not entry.after_sentence:
                before = not start or not _LETTER.match(way.text, start - 1)
            else:
                before = entry.opened or _apart_before(way.text, start, whole=True)
            if before and (entry.closed or _word_ends(way, text, end)):
                yield Match(entry.rule, *way.span(start, found.end()))


def _word_ends(folded: Folded, text: str, end: int) -> bool:
    """Tell whether a word ends here; tanwin ends one even when the next is printed without a space."""
    if end >= len(folded.text) or not _LETTER.match(folded.text, end):
        return True
    return _TANWIN in text[folded.offsets[end - 1] - 1 : folded.offsets[end]]


def _apart_before(text: str, start: int, whole: bool) -> bool:
    """Tell whether what precedes is the end of a sentence, a bracket, a wide gap or nothing."""
    before = text[max(0, start - 3) : start]
    bare = before.rstrip()
    if len(before) - len(bare) > 1:
        return True
    if not bare:
        return whole
    return bare[-1] not in _GOES_ON and not _LETTER.match(bare[-1])


def _apart(found: list[Match]) -> list[Match]:
    """Return the matches in order; of two that overlap the first and longer one stays."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda match: (match.start, -match.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept
