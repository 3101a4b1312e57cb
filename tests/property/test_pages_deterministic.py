"""Law 4 on pages. Another process, another hash seed, another order: equal results."""

from __future__ import annotations

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from arnews.testing import page_laws, pages, torn_pages

markup = st.one_of(pages().map(lambda page: page.html), torn_pages().filter(lambda page: isinstance(page, str)))


# An example starts two processes, so it holds many pages, and there are few of them.
@settings(max_examples=max(2, settings().max_examples // 30), phases=[Phase.explicit, Phase.generate])
@given(st.lists(markup, min_size=8, max_size=12))
def test_processes(batch: list[str]) -> None:
    page_laws.check_deterministic(batch)
