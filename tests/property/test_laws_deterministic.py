"""Law 4. Another process, another hash seed, another order: equal results."""

from __future__ import annotations

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from arnews.testing import documents, hostile_texts, laws, one_line_pages

texts = st.one_of(
    documents().map(lambda document: document.text), one_line_pages().map(lambda page: page.text), hostile_texts()
)


# An example starts two processes, so it holds many documents, and there are few of them.
@settings(max_examples=max(2, settings().max_examples // 30), phases=[Phase.explicit, Phase.generate])
@given(st.lists(texts, min_size=10, max_size=20))
def test_processes(batch: list[str]) -> None:
    laws.check_deterministic(batch)
