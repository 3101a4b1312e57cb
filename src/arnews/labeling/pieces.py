"""The working list of the labeler: one piece per block (or part of one), with what it says by itself."""

from __future__ import annotations

from attrs import define

from arnews.document import Document, Origin, Reason, reason_of
from arnews.labeling.steps import step
from arnews.roles import Role
from arnews.rules import Means, Rule, Strength
from arnews.text.fold import drop_ignorable, ignorable_in, unify, words_of_unified
from arnews.text.letters import BLANKS, SENTENCE_END
from arnews.text.memory import Kept

__all__ = ["Piece", "ends_flatly", "ends_sentence", "make", "part_of", "pieces_of"]

SHORT = 140
"""Code points up to which a piece is looked at as a whole; labels and titles are hardly longer."""
PROSE = 60
"""Code points from which a piece that ends a sentence counts as a paragraph."""
OPEN_PROSE = 110
"""The same for a piece that ends with a question, an exclamation or dots, as titles also do."""
LONG_PROSE = 160
"""Code points from which a piece counts as a paragraph even without a full stop."""

_WIDEST_GAP = 3
"""Line feeds from which a gap is wide: two blank lines or more say the same."""
_STOPS = frozenset(SENTENCE_END)
_CLOSING = BLANKS + "\"'”“»«’)]}*|﴾﴿\u200f\u200e"
_CLOSERS = frozenset(_CLOSING)


@define(weakref_slot=False)
class Piece:
    """A span of the text on its way to a label. Mutable: it never leaves the labeler."""

    start: int
    """Offset in the document's text."""
    end: int
    """End offset (exclusive)."""
    text: str
    """The characters as given."""
    plain: str
    """The characters that print a shape of their own: ``text`` without vowel marks, tatweel and controls."""
    unified: str
    """``text`` with confusable letters unified (`arnews.text.fold.unify`), as long as ``text``."""
    size: int
    """Length of ``plain``."""
    has_end_mark: bool
    """Ends with the mark of a sentence."""
    prose: bool
    """Is as long as a paragraph."""
    glued: bool = False
    """Is on the same line as the piece before it."""
    cut: bool = False
    """Was cut off the piece before it."""
    role: Role | None = None
    reason: Reason | None = None
    """Why it has its role."""
    hard: bool = False
    """The label holds by itself; a soft one needs neighbors that agree."""
    ends: bool = False
    """Nothing after this piece is body."""
    certain_body: bool = False
    """Is a paragraph of the article by its place in a page."""
    opens: bool = False
    """Opens a list of other articles."""
    key: str = ""
    """Its folded words; empty for a long piece."""
    hint: Rule | None = None
    """The rule that its head or tail matches, if that rule speaks of the whole line."""
    gap: int = 0
    """Line feeds between it and the piece before it, `_WIDEST_GAP` at most."""
    fixed: bool = False
    """Its role is given: by a rule or selector of the outlet, by a title that the page states, by a date that was
    glued to a paragraph, by the sender of a mail."""
    outside: bool = False
    """Lies outside the element of a page that holds the article, so that it is no body."""
    marks: tuple[str | bool, ...] = ()
    """What the markup of a page says of it (`arnews.labeling.pages.markup_facts`), values of facts for the model."""
    ignorable: str = ""
    """The vowel marks, tatweels and controls that may be in it; empty if it holds none."""
    words: int = 1
    """About how many words it has."""

    def apply(self, rule: Rule) -> None:
        """Give the piece the role of a rule, as far as the rule can be trusted."""
        self.role = rule.role
        self.reason = reason_of(rule)
        self.hard = rule.strength is Strength.HARD
        self.ends = rule.ends_article
        self.opens = rule.opens_list

    def assign(self, role: Role, name: str) -> None:
        """Give the piece its role for good, by the step of a name."""
        self.role = role
        self.reason = step(name)
        self.hard = True

    def propose(self, role: Role, name: str, *, hard: bool = False) -> None:
        """Give the piece a role that its neighbors may take back, by the step of a name."""
        self.role = role
        self.reason = step(name)
        self.hard = hard

    def follow(self, other: Piece) -> None:
        """Give the piece the role of another one for good, by the same reason."""
        self.role = other.role
        self.reason = other.reason
        self.hard = True

    @property
    def origin(self) -> Origin | None:
        """What kind of evidence its role rests on, ``None`` as long as it has none."""
        return None if self.reason is None else self.reason.origin

    @property
    def means(self) -> Means | None:
        """What the rule says besides the role, if a rule gave it."""
        return None if self.reason is None else self.reason.means

    @property
    def folded(self) -> str:
        """Its text as it is compared, if it has no presentation form."""
        return drop_ignorable(self.unified, self.ignorable) if self.ignorable else self.unified

    @property
    def folded_words(self) -> list[str]:
        """Its words as they are compared, if it has no presentation form."""
        return words_of_unified(self.unified, self.ignorable)

    @property
    def is_undecided(self) -> bool:
        """Whether no hard label was given yet."""
        return self.role is None or not self.hard


def ends_sentence(text: str) -> bool:
    """Return whether the text ends with the mark of a sentence, closing quotes and brackets aside.

    >>> ends_sentence("وقال: «سنعود غداً».»"), ends_sentence("ختام المعرض")
    (True, False)
    """
    if text[-1] in _STOPS:
        return True
    if text[-1] not in _CLOSERS:
        return False
    for char in reversed(text[-6:-1]):
        if char in _STOPS:
            return True
        if char not in _CLOSERS:
            return False
    return False


def ends_flatly(text: str) -> bool:
    """Return whether the text ends with one full stop, closing quotes and brackets aside.

    >>> ends_flatly("وعاد الهدوء.»"), ends_flatly("تفاصيل مثيرة...")
    (True, False)
    """
    bare = text.rstrip(_CLOSING)
    return bare.endswith(".") and not bare.endswith("..")


def make(
    start: int,
    text: str,
    *,
    unified: str | None = None,
    glued: bool = False,
    cut: bool = False,
    marks: str | None = None,
) -> Piece:
    """Return the piece of a span, its facts computed.

    ``unified`` is the text unified, and ``marks`` are the vowel marks, tatweels and controls that may be in it
    (`arnews.text.fold.ignorable_in`), if the caller knows.
    """
    if marks is None:
        marks = ignorable_in(text)
    plain = drop_ignorable(text, marks) if marks else text
    size = len(plain)
    ignorable = "" if size == len(text) else marks
    if not size:
        plain, size = text, len(text)
    stop = ends_sentence(plain)
    prose = size >= (OPEN_PROSE if stop else LONG_PROSE) or (stop and size >= PROSE and ends_flatly(plain))
    if unified is None:
        unified = unify(text)
    if unified == text:  # one string instead of two, for documents of a million lines
        unified = text
    return Piece(
        start, start + len(text), text, plain, unified, size, stop, prose, glued, cut,
        ignorable=ignorable, words=unified.count(" ") + 1,  # blanks of any width are spaces there
    )  # fmt: skip


def part_of(piece: Piece, start: int, end: int, *, cut: bool = True) -> Piece | None:
    """Return the trimmed part of a piece between two offsets in its text, ``None`` if it is blank."""
    text = piece.text[start:end]
    stripped = text.strip()
    if not stripped:
        return None
    begin = start + text.index(stripped[0])
    unified, marks = piece.unified[begin : begin + len(stripped)], piece.ignorable
    return make(piece.start + begin, stripped, unified=unified, glued=piece.glued or cut, cut=cut, marks=marks)


def pieces_of(document: Document, unified: str, marks: str) -> list[Piece]:
    """Return one piece for each block; ``unified`` is the document's text unified, ``marks`` are those in it."""
    pieces: list[Piece] = []
    line_end = -1
    text = document.text
    for block in document.blocks:
        piece = make(block.start, block.text, unified=unified[block.start : block.end], marks=marks)
        if line_end >= 0:
            piece.gap = _GAPS[text[line_end : block.start]]
            piece.glued = not piece.gap  # blocks of one line are a few blanks apart
        pieces.append(piece)
        line_end = block.end
    return pieces


def _gap_of(blanks: str) -> int:
    return min(len(f"{blanks}.".splitlines()) - 1, _WIDEST_GAP)


_GAPS = Kept(_gap_of, most=512, longest=16)
"""Line feeds in the blanks between two pieces, `_WIDEST_GAP` at most."""
