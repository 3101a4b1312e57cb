"""What many outlets cost the documents of others: a parser that knows a thousand beside one that knows none."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable
from time import process_time

from arnews import Outlet, Parser, Role, Rule
from benchmarks.documents import pages, texts

MANY = 1_000
ROUNDS = 7


def print_outlets() -> None:
    """Print the cost of outlets to pages and texts that belong to none of them."""
    start = process_time()
    many = Parser(outlets=made_up(MANY))
    built = process_time() - start
    none = Parser()
    print(
        f"A parser with {MANY:,} outlets of two rules and a selector each takes {built * 1e3:,.0f} ms to build. ",
        end="",
    )
    print(f"Documents of other outlets, in turns, medians of {ROUNDS} rounds:\n")
    print("| documents | no outlet, ms each | a thousand, ms each | × |\n| --- | ---: | ---: | ---: |")
    where, contents = pages()
    for name, documents in ((f"pages of {where}", contents), (f"texts of {texts()[0]}", texts()[1])):
        if documents:
            bare, with_many, ratio = compare(none, many, documents)
            print(f"| {len(documents)} {name} | {bare * 1e3:.3f} | {with_many * 1e3:.3f} | {ratio:.3f} |")
    print()


def made_up(number: int) -> list[Outlet]:
    """Return outlets that are nobody's, each with rules and a selector of its own."""
    return [
        Outlet(
            name=f"صوت الميناء {at}",
            domains=(f"port-{at}.example",),
            time_zone="Africa/Cairo",
            rules=(
                Rule(id=f"port-{at}/byline", role=Role.BYLINE, phrases=(f"{{person}} - صوت الميناء {at} - {{place}}",)),
                Rule(
                    id=f"port-{at}/follow", role=Role.PROMO, phrases=(f"اركبوا سفينة الميناء {at} [على {{network}}]",)
                ),
            ),
            select={Role.SHARE: f"div.port-{at}"},
        )
        for at in range(number)
    ]


def compare(none: Parser, many: Parser, documents: list[bytes] | list[str]) -> tuple[float, float, float]:
    """Return seconds a document for either parser, and the median of what one takes of the other.

    Every document has an address, of a site that no outlet is known of: it is looked up, and nothing is found.
    """
    rounds = [_round(none, many, documents) for _ in range(ROUNDS)]
    each = [statistics.median(column) / len(documents) for column in zip(*rounds, strict=True)]
    return each[0], each[1], statistics.median(second / first for first, second in rounds)


def _round(none: Parser, many: Parser, documents: list[bytes] | list[str]) -> tuple[float, float]:
    spent = [0.0, 0.0]
    for number, document in enumerate(documents):
        url = f"https://www.somewhere-{number}.example/news/1"
        pair = ((0, none), (1, many))
        # Who comes second finds warm caches, so they take turns in that, too.
        for at, parser in pair if number % 2 else reversed(pair):
            gc.collect(0)
            gc.disable()
            parse: Callable[..., object] = parser.parse_text if isinstance(document, str) else parser.parse_html
            start = process_time()
            parse(document, url=url)
            spent[at] += process_time() - start
            gc.enable()
    return spent[0], spent[1]


if __name__ == "__main__":
    print_outlets()
