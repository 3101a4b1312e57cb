"""Count the stems that so many articles have that they say nothing of a topic: `python -m training.common`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from arnews.labeling.topic import stems_in
from arnews.text.fold import drop_ignorable, unify
from training.corpus import SETS, texts

TARGET = Path(__file__).parents[1] / "src" / "arnews" / "labeling" / "data" / "common_stems.txt"
_SHARE = 0.06
"""Share of the bodies that have a stem, from which it is common. At .04 names of countries are, too."""


def main() -> None:
    """Write the file of the package, the most frequent stem first."""
    counts: Counter[str] = Counter()
    bodies = 0
    for document in (text for name in SETS for text in texts(name)):
        body = " ".join(document.text[start:end] for start, end, role in document.spans if role == "body")
        stems = stems_in(drop_ignorable(unify(body)))
        counts.update(stems)
        bodies += bool(stems)
    if not bodies:
        sys.exit("the labeled documents are not there: set ARNEWS_SHARED to the folder that holds corpus/")
    ranked = sorted(counts.items(), key=lambda row: (-row[1], row[0]))  # the same file wherever it is made
    common = [stem for stem, count in ranked if count >= _SHARE * bodies]
    TARGET.write_text("\n".join(common) + "\n", encoding="utf-8")
    print(f"{len(common)} of {len(counts)} stems in {bodies} bodies")


if __name__ == "__main__":
    main()
