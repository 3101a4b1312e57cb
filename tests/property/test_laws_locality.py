"""Law 11. Appending a share bar or a related list after an article changes no other field."""

from __future__ import annotations

from hypothesis import given

from arnews.testing import Written, documents, laws, related_lists, share_bars


@given(documents(), share_bars())
def test_share_bar(document: Written, tail: Written) -> None:
    laws.check_locality(document.text, tail.text)


@given(documents(), related_lists())
def test_related_list(document: Written, tail: Written) -> None:
    laws.check_locality(document.text, tail.text)
