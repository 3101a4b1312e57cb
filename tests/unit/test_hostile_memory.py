"""Memory does not grow with what strangers send: caches hold short keys, labels are not kept, texts have a cap."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import arnews
from arnews.reading.text import MOST_LINES
from arnews.testing import laws

ROOT = Path(__file__).parents[2]
PARAGRAPH = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء في العاصمة."
MEGABYTES = 16
"""What 1,800 documents may add; what is kept of each of them would be 60 and more."""
DEEP_MEGABYTES = 40
"""The same for 4,500 documents of up to 1 MB, of which one in twenty is that large."""

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what is resident is told by /proc")


def _grown(documents: int, first: int, largest: int) -> float:
    """Return the megabytes that documents after the first ones add."""
    command = [sys.executable, "-m", "tests.unit.hostile_documents", *map(str, (documents, first, largest))]
    return float(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


@linux
def test_two_thousand_documents_leave_nothing() -> None:
    assert _grown(2000, 200, 3_000) < MEGABYTES


@linux
@pytest.mark.deep
def test_five_thousand_documents_of_up_to_a_megabyte_leave_nothing() -> None:
    assert _grown(5000, 500, 1_000_000) < DEEP_MEGABYTES


def test_a_text_of_too_many_lines_is_cut_into_lines_only_so_far() -> None:
    text = "x\n" * (MOST_LINES + 500) + PARAGRAPH + "\n"
    article = laws.check_total(text)
    laws.check_partition(article, text)
    assert len(article.segments) <= MOST_LINES + 2
    assert article.issues[-1].code == "too-long"
    assert "too-long" not in [issue.code for issue in arnews.parse_text("x\n" * MOST_LINES).issues]
