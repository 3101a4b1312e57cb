"""The word lists of credits: folded, not contradicting each other."""

from __future__ import annotations

from arnews.credits.tables import tables
from arnews.text.fold import fold


def test_every_table_is_filled_and_folded() -> None:
    for name, value in tables()._asdict().items():
        assert value, name
        if isinstance(value, frozenset) and name != "never_first":
            assert {key for key in value if fold(key) != key} == set(), name


def test_no_given_name_is_a_common_word() -> None:
    assert tables().given & tables().common == frozenset()


def test_sure_and_doubtful_are_apart() -> None:
    words = tables()
    assert words.places & words.doubtful_places == frozenset()
    assert words.agencies & words.doubtful_agencies == frozenset()
    assert words.given & words.doubtful_names == frozenset()


def test_size() -> None:
    words = tables()
    assert len(words.places | words.doubtful_places) > 1000
    assert len(words.given) > 1000
