"""The laws held to an outlet: what its rules and readers do to its own cases and to documents of any kind."""

from __future__ import annotations

import pickle
from collections.abc import Callable

from attrs import evolve, frozen
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from arnews.article import Article
from arnews.outlets import Outlet
from arnews.parser import Parser
from arnews.roles import TEXT
from arnews.rules import Position, Rule, RuleBook
from arnews.rules.patterns import variants_of
from arnews.teaching.cases import Case, load_cases, parse_case
from arnews.testing import laws
from arnews.testing.documents import documents
from arnews.testing.generated import Written
from arnews.testing.prose import fill, pick, sentences, titles

__all__ = ["assert_lawful", "outlet_texts"]

_EXAMPLES = 30
_SAMPLES = 12
_MOST_VARIANTS = 3000
_MOST_LINES = 3
_GENERAL = Parser()


@frozen
class _AtOutlet:
    """A parser to which every text is one of the outlet's."""

    parser: Parser
    url: str

    def parse_text(self, text: str, /) -> Article:
        return self.parser.parse_text(text, url=self.url)


def assert_lawful(outlet: Outlet, *, examples: int = _EXAMPLES) -> None:
    """Hold an outlet to the laws: `AssertionError` with a sentence that says what is broken.

    Each of its cases, and documents that are made up, with lines by its rules and without, give an article whose
    segments are a partition and whose fields are in the document, the same in another process, which survives
    JSON and pickle, and whose body is kept when it is parsed again. And none of its rules takes a paragraph out of
    an article that knows nothing of it.

    Args:
        outlet: the outlet; its cases are those beside the folder that it was read from, if it was.
        examples: how many documents are made up for each law.

    >>> from arnews import Rule
    >>> from arnews.roles import Role
    >>> rule = Rule(id="port/all", role=Role.PROMO, phrases=("قال", "وقال"), position="start")
    >>> assert_lawful(Outlet(name="صوت الميناء", domains=("port.example",), rules=(rule,)))
    Traceback (most recent call last):
        ...
    AssertionError: rule 'port/all' of outlet «صوت الميناء» takes «...» out of an article as promo
    """
    parser = _AtOutlet(Parser(outlets=[outlet]), f"https://{outlet.domains[0]}/")
    cases = load_cases(outlet.folder, outlet) if outlet.folder else ()
    for case in cases:
        try:
            _check_case(case, outlet)
        except AssertionError as error:
            raise AssertionError(f"case {case.name}: {error}") from None
    samples: list[str] = []
    limits = settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        # What fails is told by a sentence; making it smaller would take longer than all else.
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    @limits
    @given(documents())
    def takes_no_body(written: Written) -> None:
        _check_takes_no_body(written, outlet, parser)

    @limits
    @given(outlet_texts(outlet))
    def obeys_the_laws(text: str) -> None:
        samples.append(text)
        _check_text(text, parser)

    takes_no_body()
    obeys_the_laws()
    _check_can_be_sent(outlet)
    texts = [case.document for case in cases if isinstance(case.document, str)]
    laws.check_deterministic([*texts, *samples[:_SAMPLES]], parser, seeds=(1,))


def outlet_texts(outlet: Outlet) -> SearchStrategy[str]:
    """Return a strategy for texts that hold lines by the rules of an outlet, in any place.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate], database=None, max_examples=5_000)
    >>> from arnews import Rule
    >>> from arnews.roles import Role
    >>> rule = Rule(id="port/mast", role=Role.MASTHEAD, phrases=("صوت الميناء",))
    >>> daily = Outlet(name="صوت الميناء", domains=("port.example",), rules=(rule,))
    >>> find(outlet_texts(daily), lambda text: "صوت الميناء" in text.splitlines(), settings=quick) != ""
    True
    """
    return _outlet_texts(outlet.all_rules)


@st.composite
def _outlet_texts(draw: DrawFn, rules: tuple[Rule, ...]) -> str:
    lines = draw(documents()).text.splitlines()
    for _ in range(draw(st.integers(1, _MOST_LINES)) if rules else 0):
        lines.insert(draw(st.integers(0, len(lines))), _line(draw, pick(draw, rules)))
    return "\n".join(lines)


def _line(draw: DrawFn, rule: Rule) -> str:
    """Return a line in which a phrase of a rule is where the rule looks for it."""
    phrase = pick(draw, rule.parsed)
    ways = variants_of(phrase) if phrase.size <= _MOST_VARIANTS else []
    printed = pick(draw, ways) if ways else pick(draw, rule.yes or ("",))
    for gap, words in (
        ("{number}", str(draw(st.integers(1, 99)))),
        ("{date}", "2024/3/12"),
        ("{network}", pick(draw, RuleBook.shipped().networks)),
        ("{any}", draw(titles())),
    ):
        printed = printed.replace(gap, words)
    printed = fill(draw, printed)
    if rule.position is Position.START:
        return f"{printed} {draw(titles())}"
    return printed if rule.position is Position.WHOLE else f"{draw(sentences())} {printed}"


def _check_can_be_sent(outlet: Outlet) -> None:
    try:
        pickle.dumps(outlet)
    except Exception as error:
        raise AssertionError(
            f"outlet «{outlet.name}» cannot be sent to another process ({error}): "
            "its readers must be functions of a module"
        ) from None


def _check_text(text: str, parser: _AtOutlet) -> None:
    for law in _LAWS:
        law(text, parser)


def _check_partition(text: str, parser: laws.TextParser) -> None:
    laws.check_partition(laws.check_total(text, parser), text)


def _check_nothing_invented(text: str, parser: laws.TextParser) -> None:
    laws.check_nothing_invented(parser.parse_text(text), text)


def _check_round_trip(text: str, parser: laws.TextParser) -> None:
    laws.check_round_trip(parser.parse_text(text))


_LAWS: tuple[Callable[[str, laws.TextParser], None], ...] = (
    _check_partition,
    _check_nothing_invented,
    _check_round_trip,
    laws.check_reparse_keeps_body,
)


def _is_lawful_without(law: Callable[[str, laws.TextParser], None], text: str) -> bool:
    try:
        law(text, _GENERAL)
    except AssertionError:
        return False
    return True


def _check_case(case: Case, outlet: Outlet) -> None:
    if isinstance(case.document, str):
        parser = _AtOutlet(Parser(outlets=[outlet]), case.url)
        for law in _LAWS:
            try:
                law(case.document, parser)
            except AssertionError:
                # What real texts make of the general rules is no fault of the outlet.
                if _is_lawful_without(law, case.document):
                    raise
        return
    article = parse_case(case, outlet)
    assert article.document_text is not None, "the article of a page has no text to count offsets in"
    laws.check_partition(article, article.document_text)
    # The other fields of a page may come from its metadata.
    laws.check_nothing_invented(Article(body=article.body, paragraphs=article.paragraphs), article.document_text)
    laws.check_round_trip(article)
    assert parse_case(case, outlet) == article, "the page gives another article when it is parsed again"
    for cut in range(1, 4):
        document = case.document[: len(case.document) * cut // 4]
        broken = parse_case(evolve(case, document=document), outlet)
        assert broken.document_text is not None
        laws.check_partition(broken, broken.document_text)


def _check_takes_no_body(written: Written, outlet: Outlet, parser: _AtOutlet) -> None:
    rules = {rule for rule in outlet.all_rules if not rule.role.kept}
    paragraphs = [span for span in written.spans if span.role in TEXT]
    for segment in parser.parse_text(written.text).segments:
        taken = segment.reason.rule in rules and any(
            span.start < segment.end and segment.start < span.end for span in paragraphs
        )
        if taken:
            # Raised by hand: pytest would add the condition to the message of an assert statement.
            raise AssertionError(
                f"rule '{segment.rule}' of outlet «{outlet.name}» takes «{segment.text[:60]}» out of an article "
                f"as {segment.role}"
            )
