"""Whatever the documents are: a draft loads, its examples hold, and bodies lose nothing but lines that repeat."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from arnews import Parser, Role
from arnews.outlets import Outlet
from arnews.outlets.folder import read_outlet
from arnews.rules.check import holds
from arnews.teaching.learn import Example, learn
from arnews.testing import Written, documents, hostile_texts
from arnews.text.fold import squeeze

SLOW = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
OUTLET_LINES = st.sampled_from(
    (
        "حكاية البحر كما يرويها أهله كل صباح",
        "دفتر البحر",
        "رقم القيد {number}",
        "{number} | ليلى حسن",
        "والله من وراء القصد.",
    )
)
BODY = (Role.BODY, Role.SUBHEADING)


def check(texts: list[str]) -> None:
    given_documents = [Example(text) for text in texts]
    draft = learn(given_documents, domain="port.example")
    assert read_outlet(Outlet, draft.toml) == draft.outlet
    assert learn(given_documents, domain="port.example").toml == draft.toml
    for rule in draft.outlet.rules:
        assert rule.why
        assert rule.seen
        assert rule.yes
        assert all(holds(rule, text) for text in rule.yes)
    own = {rule.id for rule in draft.outlet.rules}
    plain, taught = Parser(), Parser(outlets=[draft.outlet])
    for text in texts:
        before, after = plain.parse(text), taught.parse(text, url="https://port.example/1")
        old = [segment for segment in before.segments if segment.role in BODY]
        new = {(segment.start, segment.end): segment for segment in after.segments}
        for segment in old:
            now = new.get((segment.start, segment.end))
            # What is no body now is a line of the draft's, or the title in place of one that only seemed to be it.
            assert now is None or now.role in BODY or now.rule in own or now.role is Role.HEADLINE
        assert set(squeeze(after.body).split()) <= set(squeeze(before.body).split())


@SLOW
@given(
    st.lists(documents(), min_size=1, max_size=6),
    st.lists(OUTLET_LINES, max_size=3),
    st.lists(OUTLET_LINES, max_size=3),
)
def test_written_documents(written: list[Written], above: list[str], below: list[str]) -> None:
    check(["\n".join([*above, each.text, *below]).replace("{number}", str(7 * at)) for at, each in enumerate(written)])


@SLOW
@given(st.lists(hostile_texts(), max_size=5))
@example(["", " ", "\n"])
@example(["{person} [x] <y> \\ |"] * 3)
@example(["أ\nب\nج", "د\nب\nه", "و\nب\nز"])
def test_hostile_documents(texts: list[str]) -> None:
    check(texts)
