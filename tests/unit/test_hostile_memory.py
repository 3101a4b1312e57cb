"""Memory does not grow with what strangers send: caches hold short keys, labels are not kept, texts have a cap."""

from __future__ import annotations

import subprocess
import sys

import pytest

import arnews
from arnews.reading.text import MOST_LINES
from arnews.testing import laws

PARAGRAPH = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء في العاصمة."
MEGABYTES = 16
"""What 1,800 documents may add; what is kept of each of them would be 60 and more."""
# Each document has a long paragraph, names of classes, charset labels and words that no other has.
RUN = """
import arnews, gc, os
paragraph = PARAGRAPH

def resident():
    gc.collect()
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

def document(number):
    kind = number % 3
    if kind == 0:
        return f"{number} " + paragraph * 400 + " (رويترز)"
    if kind == 1:
        names = "".join(f"<div class='{'c' * 300}{number}-{at}'><p>{paragraph}</p></div>" for at in range(12))
        return f"<title>{paragraph}{number}</title>" + names
    labels = "".join(f"<meta charset=x{number}y{at}>" for at in range(100))
    return (labels + paragraph).encode() + bytes([255]) + b"caf" + bytes([233])

for number in range(MOST):
    if number == 200:
        before = resident()
    arnews.parse(document(number))
print((resident() - before) / 1e6)
"""


def _grown(documents: int) -> float:
    code = RUN.replace("PARAGRAPH", repr(PARAGRAPH)).replace("MOST", str(documents))
    return float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what is resident is told by /proc")
def test_two_thousand_documents_leave_nothing() -> None:
    assert _grown(2000) < MEGABYTES


def test_a_text_of_too_many_lines_is_cut_into_lines_only_so_far() -> None:
    text = "x\n" * (MOST_LINES + 500) + PARAGRAPH + "\n"
    article = laws.check_total(text)
    laws.check_partition(article, text)
    assert len(article.segments) <= MOST_LINES + 2
    assert article.issues[-1].code == "too-long"
    assert "too-long" not in [issue.code for issue in arnews.parse_text("x\n" * MOST_LINES).issues]
