"""What passes between the stages: blocks, segments with their reasons, and the labeled document."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from attrs import field, frozen

from arnews.issues import Issue
from arnews.page import Page
from arnews.roles import Role
from arnews.rules.rule import Means, Rule

# A document may have a million blocks and segments, so these two take little time and memory.
__all__ = [
    "Beside",
    "Block",
    "Decision",
    "Document",
    "Form",
    "Issue",
    "LabeledDocument",
    "Origin",
    "Reason",
    "Segment",
    "Weight",
    "reason_of",
]


_GARBLED = frozenset({"mojibake", "visual-order"})
"""Codes of the issues of a document of which nothing can be believed."""


class Block(NamedTuple):
    """A run of text on its own: a line of a dump, a block-level run of text in a page. A plain tuple.

    >>> Block(start=0, end=5, text="أخبار").text
    'أخبار'
    """

    start: int
    """Offset of the first code point in the document's text."""
    end: int
    """End offset (exclusive), in code points."""
    text: str
    """The characters ``document.text[start:end]``, white space at the ends not included."""
    element: int = -1
    """Index of the innermost block-level element around it in ``document.page.elements``; -1 in a text."""
    linked: int = 0
    """How many of its code points are in links."""


class Form(StrEnum):
    """What a document was read as.

    >>> import arnews
    >>> arnews.read_text("عاجل").form, arnews.read_html("<p>عاجل").form
    (<Form.TEXT: 'text'>, <Form.PAGE: 'page'>)
    """

    TEXT = "text"
    """Plain text."""
    MARKDOWN = "markdown"
    """Plain text with marks of Markdown."""
    PAGE = "page"
    """A web page."""
    FEED = "feed"
    """A feed (RSS, Atom): its blocks are the titles of its items."""
    FOREIGN = "foreign"
    """No document at all (a PDF, an archive, an image): it has no text."""


@frozen(repr=False)
class Document:
    """A text and its blocks, in reading order. Between two blocks there is only white space.

    >>> import arnews
    >>> arnews.read_text("عنوان\\n\\nفقرة")
    <Document form='text' characters=11 blocks=2>
    >>> [block.text for block in arnews.read_text("عنوان\\n\\nفقرة").blocks]
    ['عنوان', 'فقرة']
    """

    text: str
    """The text as given."""
    blocks: tuple[Block, ...]
    """The blocks, in order and without overlap; they cover every character that is not white space."""
    url: str | None = None
    """Address of the document, if the caller knows it."""
    page: Page | None = None
    """What the page says besides its text; ``None`` for plain text."""
    form: Form = Form.TEXT
    """What it was read as."""
    encoding: str | None = None
    """Encoding that the bytes were decoded by; ``None`` of a document that was given as text."""
    issues: tuple[Issue, ...] = ()
    """What is wrong with it as a whole."""

    @property
    def is_garbled(self) -> bool:
        """Whether nothing in it can be believed: its letters were lost, or are in the wrong order."""
        return any(issue.code in _GARBLED for issue in self.issues)

    def __repr__(self) -> str:
        return f"<Document form={self.form.value!r} characters={len(self.text)} blocks={len(self.blocks)}>"


class Origin(StrEnum):
    """What kind of evidence a role rests on.

    >>> import arnews
    >>> arnews.parse_text("شارك المقال").segments[0].reason.origin
    <Origin.WORDS: 'words'>
    """

    WORDS = "words"
    """The words of the span: a phrase that a rule knows, a date, a name, an agency."""
    SHAPE = "shape"
    """How the span is printed: its length, its marks, whether it ends a sentence, a repeat of another line."""
    MARKUP = "markup"
    """The element or link around it in the page: its tag and the names of its classes."""
    METADATA = "metadata"
    """What the page states of itself (JSON-LD, microdata, OpenGraph)."""
    SELECTOR = "selector"
    """A selector of the outlet."""
    PLACE = "place"
    """Where it is: above the title, below a heading, outside the article."""
    MODEL = "model"
    """A trained model that weighs all of these."""


class Weight(NamedTuple):
    """What a fact of a line says for two roles, in hundredths.

    >>> Weight("w:شارك", decided=300, other=-20).difference
    320
    """

    fact: str
    """The fact as the model knows it, «kind:value»; `arnews.explain_line` says it in words."""
    decided: int
    """Its weight for the role that the line has."""
    other: int
    """Its weight for the best other role."""

    @property
    def difference(self) -> int:
        """How much more it speaks for the role that the line has."""
        return self.decided - self.other


class Beside(NamedTuple):
    """What the roles of two neighboring lines say for each other, in hundredths; a plain tuple.

    >>> Beside(role=Role.PROMO, decided=52, other_role=Role.PROMO, other=-180).decided
    52
    """

    role: Role
    """The role of the neighbor."""
    decided: int
    """The weight of the pair of roles."""
    other_role: Role
    """The role that the neighbor would have if the line had the best other role."""
    other: int
    """The weight of that pair."""


@frozen
class Decision:
    """How the role of one line was decided: the evidence, and what the model weighed. Weights are in hundredths.

    The best other role (`runner_up`) is that of the best sequence of roles in which this line, and perhaps some of its
    neighbors, have other roles. The two sequences are compared.

    >>> Decision(role=Role.BODY).is_weighed
    False
    """

    role: Role
    """The role that was decided."""
    evidence: Reason | None = None
    """The rule or step that spoke of the line before the decision, if one did."""
    proposed: Role | None = None
    """The role that the evidence spoke for."""
    certain: bool = False
    """The evidence is certain: it leaves open which boilerplate a line is, and not whether it is some."""
    facts: tuple[Weight, ...] = ()
    """The facts with a weight for one of the two roles; those that speak most for the decided one first."""
    runner_up: Role | None = None
    """The best other role; ``None`` if nothing was weighed, because the evidence or the place leave nothing open."""
    above: Beside | None = None
    """What the line above adds; ``None`` in the first line."""
    below: Beside | None = None
    """What the line below adds; ``None`` in the last line."""
    elsewhere: int = 0
    """What all other lines would gain if this one had the best other role."""

    @property
    def is_weighed(self) -> bool:
        """Whether facts were weighed."""
        return self.runner_up is not None

    @property
    def score(self) -> int:
        """The score of the decided role: its facts and its neighbors."""
        return sum(each.decided for each in (*self.facts, self.above, self.below) if each is not None)

    @property
    def runner_up_score(self) -> int:
        """The score of the best other role: its facts, its neighbors, and what changes elsewhere."""
        beside = sum(each.other for each in (*self.facts, self.above, self.below) if each is not None)
        return beside + self.elsewhere

    @property
    def margin(self) -> int:
        """How far the decided role is ahead."""
        return self.score - self.runner_up_score


@frozen
class Reason:
    """Why a segment has its role: the rule whose phrase holds, or the structural step that decided.

    One value is shared by all segments of a rule or step. Two reasons are equal if name and origin are.

    >>> Reason(name="body.paragraph", origin=Origin.SHAPE).means is None
    True
    """

    name: str
    """Id of the rule (``share/article``) or name of the step (``body.paragraph``), to be shown. Programs should
    use `origin`, `rule`, `means` and the role instead: names may change."""
    origin: Origin = field(converter=Origin)
    """What kind of evidence it is."""
    rule: Rule | None = field(default=None, eq=False, repr=False)
    """The rule, if a phrase decided; its role is that of the segment. ``None`` in a reason read from a record."""
    why: str = field(default="", eq=False, repr=False)
    """The reason in one sentence, in English; empty if there is none."""
    why_ar: str = field(default="", eq=False, repr=False)
    """The reason in one sentence, in Arabic; empty if there is none."""
    decision: Decision | None = field(default=None, eq=False, repr=False)
    """What was weighed for the line, whose own reason this is then; only a parser with ``trace=True`` keeps it."""

    @property
    def means(self) -> Means | None:
        """What the rule says of the article besides the role, if a rule decided and says something."""
        return None if self.rule is None else self.rule.means


@lru_cache(maxsize=4096)
def reason_of(rule: Rule) -> Reason:
    """Return the reason for a role that a rule gave, one value for all segments of the rule.

    >>> reason_of(Rule(id="port/mast", role=Role.MASTHEAD, phrases=("صوت الميناء",))).name
    'port/mast'
    """
    return Reason(rule.id, Origin.WORDS, rule, rule.why, rule.why_ar)


class Segment(NamedTuple):
    """A span of the text with its role and the reason for it. A plain tuple.

    >>> reason = Reason("share/article", Origin.WORDS)
    >>> Segment(start=0, end=11, role=Role.SHARE, text="شارك المقال", reason=reason).role.kept
    False
    """

    start: int
    """Offset of the first code point in the document's text."""
    end: int
    """End offset (exclusive), in code points."""
    role: Role
    """What the span is."""
    text: str
    """The characters of the span."""
    reason: Reason
    """Why it is that."""

    @property
    def rule(self) -> str:
        """Name of the reason: of the rule (``share/article``) or of the structural step (``body.paragraph``).

        It is there to be shown and recorded. To act on a reason, ask `reason` for its origin, rule and meaning.
        """
        return self.reason.name


@frozen(repr=False)
class LabeledDocument:
    """A document and its segments: every character that is not white space belongs to one.

    >>> import arnews
    >>> labeled = arnews.label(arnews.read_text("شارك المقال"))
    >>> [segment.text for segment in labeled[Role.SHARE]]
    ['شارك المقال']
    """

    document: Document
    """The document that was labeled."""
    segments: tuple[Segment, ...]
    """The segments, in order, without overlap."""
    failure: str | None = None
    """One sentence, if labeling failed, which is a fault of arnews; every block is then labeled as body."""
    _by_role: dict[Role, tuple[Segment, ...]] = field(init=False, factory=dict, eq=False, repr=False)
    """Segments by role, filled at the first access: the fields ask for some of them many times."""

    def __getitem__(self, role: Role) -> tuple[Segment, ...]:
        """Return the segments of one role, in order."""
        if not self._by_role and self.segments:
            found: dict[Role, list[Segment]] = {}
            for segment in self.segments:
                found.setdefault(segment.role, []).append(segment)
            self._by_role.update({role: tuple(segments) for role, segments in found.items()})
        return self._by_role.get(role, ())

    def __repr__(self) -> str:
        return f"<LabeledDocument document={self.document!r} segments={len(self.segments)}>"
