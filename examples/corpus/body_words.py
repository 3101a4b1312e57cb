"""What comes after: PyArabic and CAMeL Tools on the body, where no boilerplate is counted as language."""

from __future__ import annotations

import arnews


def words_pyarabic(text: str) -> list[str]:
    """Return the words of the body without vowel marks and tatweel."""
    from pyarabic.araby import strip_tashkeel, strip_tatweel, tokenize

    return list(tokenize(strip_tatweel(strip_tashkeel(arnews.parse_text(text).body))))


def words_camel(text: str) -> list[str]:
    """Return the words of the body, without vowel marks and with one form of alef."""
    from camel_tools.tokenizers.word import simple_word_tokenize
    from camel_tools.utils.dediac import dediac_ar
    from camel_tools.utils.normalize import normalize_alef_ar

    return list(simple_word_tokenize(normalize_alef_ar(dediac_ar(arnews.parse_text(text).body))))
