"""An invented outlet in a folder, for the tests of outlets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

OUTLET = """\
name = "صوت الميناء"
domains = ["port.example"]
country = "EG"

[[rule]]
id = "port/byline"
role = "byline"
phrases = ["{person} - صوت الميناء - {place}"]
yes = ["ليلى حسن - صوت الميناء - الإسكندرية"]

[[rule]]
id = "port/follow"
role = "promo"
phrases = ["انضموا إلى سفينة صوت الميناء", "سفينتنا على {network}"]

[select]
share = ".toolbox"
"""

TEXT = """\
افتتاح الرصيف الجديد في ميناء الصيد
ليلى حسن - صوت الميناء - الإسكندرية
12 مارس 2024
افتتحت هيئة الموانئ أمس الرصيف الجديد في ميناء الصيد، بعد عامين من العمل فيه.
انضموا إلى سفينة صوت الميناء
وقال مدير الهيئة إن الرصيف يتسع لأربعين مركبا، وإن الصيادين يبدؤون استخدامه الأسبوع المقبل.
"""

PAGE = """\
<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>افتتاح الرصيف - صوت الميناء</title></head><body>
<article><h1>افتتاح الرصيف الجديد في ميناء الصيد</h1>
<p class="by">ليلى حسن - صوت الميناء - الإسكندرية</p><div class="toolbox">شارك المقال</div>
<p>افتتحت هيئة الموانئ أمس الرصيف الجديد في ميناء الصيد، بعد عامين من العمل فيه.</p>
<p>وقال مدير الهيئة إن الرصيف يتسع لأربعين مركبا، وإن الصيادين يبدؤون استخدامه الأسبوع المقبل.</p>
</article></body></html>
"""

URL = "https://www.port.example/news/1"

EXPECTED: dict[str, Any] = {
    "url": URL,
    "headline": "افتتاح الرصيف الجديد في ميناء الصيد",
    "authors": ["ليلى حسن"],
    "date_published": "2024-03-12",
    "body": [
        "افتتحت هيئة الموانئ أمس الرصيف الجديد في ميناء الصيد، بعد عامين من العمل فيه.",
        "وقال مدير الهيئة إن الرصيف يتسع لأربعين مركبا، وإن الصيادين يبدؤون استخدامه الأسبوع المقبل.",
    ],
}


def write_outlet(folder: Path, toml: str = OUTLET) -> Path:
    """Write the ``outlet.toml`` of a folder and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "outlet.toml").write_text(toml, encoding="utf-8")
    return folder


def write_case(folder: Path, name: str = "pier", document: str = TEXT, **expected: Any) -> Path:
    """Write a case into the folder of an outlet and return its folder; ``expected`` is changed as given."""
    case = folder / "cases" / name
    case.mkdir(parents=True)
    file = "page.html" if document.startswith("<") else "dump.txt"
    (case / file).write_text(document, encoding="utf-8")
    record = {**EXPECTED, **expected}
    (case / "expected.json").write_text(json.dumps(record, ensure_ascii=False, indent=2), encoding="utf-8")
    return case
