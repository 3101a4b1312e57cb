"""Law 3 on short lines that bodies use too: every order of them below and above a paragraph gives an Article."""

from __future__ import annotations

from random import Random

import pytest

import arnews
from arnews.rules import RuleBook, Strength
from arnews.testing import laws

PARAGRAPH = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء في العاصمة."
SHORT = 40
"""Characters of the longest line that is placed."""
# Soft roles that no rule gives: places, names, dates, a notice.
OTHERS = ("مصر", "السعودية", "لبنان", "ليلى حسن", "12 شباط 2024", "10:30", "© 2024", "1", "•", "عنوان قصير")
TEXTS = 2000
CHUNKS = 4


def _lines() -> list[list[str]]:
    """Return short lines, those of one soft role in one list."""
    roles: dict[str, list[str]] = {"": list(OTHERS)}
    for rule in RuleBook.shipped():
        if rule.strength is Strength.SOFT:
            roles.setdefault(rule.role.value, []).extend(line for line in rule.yes if len(line) <= SHORT)
    return [lines for lines in roles.values() if lines]


def _text(random: Random, lines: list[list[str]]) -> str:
    """Place two to eight lines around a paragraph: of one role as often as of several."""
    choice = [random.choice(lines)] if random.random() < 0.5 else lines
    placed = [random.choice(random.choice(choice)) for _ in range(random.randint(2, 8))]
    above = random.choice((0, 0, len(placed), random.randint(0, len(placed))))
    return "\n".join([*placed[:above], PARAGRAPH, *placed[above:], *random.choice(((), (), ("© 2024",)))])


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_two_thousand_texts(chunk: int) -> None:
    random = Random(chunk)
    lines = _lines()
    assert len(lines) > 10
    for _ in range(TEXTS // CHUNKS):
        text = _text(random, lines)
        laws.check_partition(laws.check_total(text), text)


def test_a_column_of_places_below_the_last_paragraph() -> None:
    text = f"{PARAGRAPH}\nمصر\nالسعودية\nالأردن\nلبنان\n© 2024"
    assert laws.check_total(text).paragraphs[0] == PARAGRAPH
    lines = "".join(f"<li>{line}</li>" for line in ("مصر", "السعودية", "الأردن", "لبنان"))
    page = f"<h1>عنوان</h1><p>{PARAGRAPH}</p>{lines}<footer>© 2024</footer>"
    assert PARAGRAPH in arnews.parse_html(page).paragraphs
