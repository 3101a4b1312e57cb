"""What the fields of the cases are is tested by arnews itself; this is the rest."""

from __future__ import annotations

from arnews import Parser
from arnews.testing import assert_lawful
from arnews_port import outlets

TEXT = "مرافئ ⚓ الصيد\nافتتاح الرصيف الجديد\nافتتحت هيئة الموانئ أمس الرصيف الجديد في ميناء الصيد."


def test_the_outlet_obeys_the_laws() -> None:
    (outlet,) = outlets()
    assert_lawful(outlet)


def test_arnews_finds_the_outlet() -> None:
    article = Parser.with_installed().parse_text(TEXT, url="https://www.port.example/news/17")
    assert article.outlet == "صوت الميناء"
    assert article.sections == ("مرافئ", "الصيد")
