"""Law 11. Appending a share bar or a related list after an article changes no other field."""

from __future__ import annotations

from hypothesis import example, given

from arnews.testing import Written, documents, laws, related_lists, share_bars

PARAGRAPH = "وقال الوزير أمس في مؤتمر صحفي إن المشروع يبدأ غدا، وإن الكلفة لم تحدد بعد."
WITH_BIO = f"{PARAGRAPH}\nويستمر المهرجان خمسة أيام ويختتم بحفل موسيقي مفتوح للجمهور.\nكاتب وصحفي من بيروت"


@example(Written(PARAGRAPH), Written("مشاركة"))
@example(Written(WITH_BIO), Written("شارك المقال\nفيسبوك\nتويتر"))
@given(documents(), share_bars())
def test_share_bar(document: Written, tail: Written) -> None:
    laws.check_locality(document.text, tail.text)


@given(documents(), related_lists())
def test_related_list(document: Written, tail: Written) -> None:
    laws.check_locality(document.text, tail.text)
