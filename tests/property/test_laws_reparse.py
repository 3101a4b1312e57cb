"""Law 7. Parsing an article's own body again keeps all of it."""

from __future__ import annotations

from hypothesis import example, given

from arnews.testing import Written, documents, hostile_texts, laws, one_line_pages


@given(documents() | one_line_pages())
def test_news(document: Written) -> None:
    laws.check_reparse_keeps_body(document.text)


# One promotion glued in front of another and of open-ended text without sense.
NONSENSE = (
    "ا ا أ ا ا ا أ ا ا ا أ ا ا ابببببببتتتتجججججخخخرررععععععععلللللللننننووووو أابخىرووىىى ججلو ابت " + "ع أ ج ت " * 5
)


@example("تابعنا على أخبار جوجل تابعونا على أخبار جوجل " + NONSENSE)
@given(hostile_texts())
def test_anything(text: str) -> None:
    laws.check_reparse_keeps_body(text)
