"""What a billion documents cost, from the yardsticks: the table of ``docs/cost.md``."""

from __future__ import annotations

from benchmarks.yardsticks import JSON, PAGE, RESILIPARSE, SLOW, TEXT, Measured

MANY = 1_000_000_000
HOUR = 3_600
CORES = 1_000
ROWS = (
    (TEXT, "texts", "`parse_text`"),
    (JSON, "texts", "reading their rows of JSON alone"),
    (PAGE, "pages", "`parse_html`"),
    (RESILIPARSE, "pages", "resiliparse, main content alone"),
    (SLOW, "pages", "trafilatura, body and metadata"),
)


def print_cost(found: Measured) -> None:
    """Print core hours of a billion documents, and hours on many cores."""
    print(
        f"Texts of {found.characters:,.0f} characters and pages of {found.kilobytes:,.0f} kB, as measured in "
        f"[](benchmarks.md) with CPython {found.python}:\n"
    )
    print(
        f"| a billion … | with | µs each | core hours | hours on {CORES:,} cores |\n| --- | --- | ---: | ---: | ---: |"
    )
    for step, what, name in ROWS:
        if step in found.seconds:
            hours = found.seconds[step] * MANY / HOUR
            micro = found.seconds[step] * 1e6
            print(f"| {what} | {name} | {micro:,.1f} | {hours:,.0f} | {hours / CORES:,.1f} |")
    print()
