"""Law 12. Linear: doubling an adversarial input at most 2.3× the time."""

from __future__ import annotations

import pytest

from arnews.testing import laws

# What a line is made of, many times over.
PIECES = {
    "empty lines": "\n",
    "blank lines": " \n",
    "read also": "اقرأ أيضا\n",
    "read also, one line": "اقرأ أيضا ",
    "share": "شارك المقال\n",
    "networks": "فيسبوك تويتر ",
    "one word": "كتب",
    "one paragraph": "وقال الوزير إن المشروع يبدأ غدا. ",
    "paragraphs": "وقال الوزير أمس في مؤتمر صحفي إن المشروع يبدأ غدا، وإن الكلفة لم تحدد بعد.\n",
    "titles": "وزير النقل يفتتح الجسر الجديد\n",
    "names": "سامر حداد\n",
    "bylines": "القاهرة - سامر حداد\n",
    "dates": "12 شباط/فبراير 2024\n",
    "dates, one line": "12 شباط/فبراير 2024 ",
    "numbers": "2024 ",
    "digits": "7",
    "gaps": "خبر     ",
    "tabs": "خبر\t",
    "no-break spaces": "\u00a0 ",
    "tatweel": "\u0640",
    "marks": "\u064b",
    "controls": "\u200f",
    "shapes": "\ufdfa",
    "NUL": "\x00",
    "surrogates": "\ud800",
    "stops": ".",
    "colons": ": ",
    "dashes": " - ",
    "slashes": "/",
    "brackets": "(",
    "closed brackets": "()",
    "quotes": "«",
    "hashes": "#خبر ",
    "handles": "@a",
    "posts": "— سامر (@samer) May 1, 2024\n",
    "addresses": "http://a.b/",
    "mail": "a.b@",
    "shortcodes": "[a",
    "tags": "الوسوم: قمح، ماء\n",
    "sources": "المصدر: وكالات\n",
    "numbered": "1. خبر\n",
    "bullets": "• خبر طويل بعض الشيء عن المدينة\n",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_repeated(piece: str) -> None:
    laws.check_linear(lambda count: piece * count)


PARAGRAPH = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء في العاصمة."


@pytest.mark.parametrize("blank", ["\u2003", "\u2009", "\u205f", "\x1f", "a-", "\u0640", "-"], ids=ascii)
@pytest.mark.parametrize(
    "place",
    [
        f"{PARAGRAPH}\nكلمات مفتاحية: ا{{}}ب",
        f"الرئيسية / رياضة{{}}ا\nعنوان\n{PARAGRAPH}",
        f"{PARAGRAPH}\nالمصدر: {{}}",
        f"{PARAGRAPH} ({{}}ا",
    ],
    ids=["keywords", "sections", "source", "ending"],
)
def test_runs_in_fields(place: str, blank: str) -> None:
    laws.check_linear(lambda count: place.format(blank * count))


@pytest.mark.parametrize(
    "piece", ["اقرأ أيضا\n", "كتب: سامر حداد\n", "الوسوم\n", "12 شباط 2024\n", "أضف تعليقك\n", "\n"], ids=str.strip
)
def test_between_paragraphs(piece: str) -> None:
    paragraph = "وقال الوزير أمس في مؤتمر صحفي إن المشروع رقم {} يبدأ غدا، وإن الكلفة لم تحدد بعد.\n"
    laws.check_linear(lambda count: "".join(piece + paragraph.format(number) for number in range(count)))


def test_the_law_notices() -> None:
    class Linear:
        def parse_text(self, text: str) -> int:
            return sum(text.count(char) for char in text[:: len(text) // 20])

    class Quadratic:
        def parse_text(self, text: str) -> int:
            return sum(text.count("ا") for _ in text)

    laws.check_linear(lambda count: "ا" * 1000 * count, Linear())  # type: ignore[arg-type]
    with pytest.raises(AssertionError, match="characters took"):
        laws.check_linear(lambda count: "ا" * count, Quadratic())  # type: ignore[arg-type]
