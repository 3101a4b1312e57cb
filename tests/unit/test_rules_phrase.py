"""The language of phrases."""

from __future__ import annotations

import re

import pytest

from arnews.errors import ConfigurationError
from arnews.rules.patterns import edge_words, keys_of, pattern_of, variants_of
from arnews.rules.phrase import parse_phrase
from arnews.text.fold import fold

NETWORKS = ("فيسبوك", "تيك توك", "x")


@pytest.mark.parametrize(
    ("phrase", "keys"),
    [
        ("شارك المقالة", ["شارك المقاله"]),
        ("تابع[وا]نا", ["تابعنا", "تابعوانا"]),
        ("شارك [هذا] الخبر", ["شارك الخبر", "شارك هذا الخبر"]),
        ("[ال]وسوم", ["وسوم", "الوسوم"]),
        ("فيس[ ]بوك", ["فيسبوك", "فيس بوك"]),
        ("<طباعة|حفظ> الصفحة", ["طباعه الصفحه", "حفظ الصفحه"]),
        ("a [b [c]] d", ["a d", "a b d", "a b c d"]),
        (r"\[ad_1\]", ["ad 1"]),
        ("أ.ف.ب", ["ا ف ب"]),
    ],
)
def test_keys_of_a_phrase(phrase: str, keys: list[str]) -> None:
    assert keys_of(parse_phrase(phrase)) == keys


@pytest.mark.parametrize(
    ("phrase", "key", "matches"),
    [
        ("تعليقات {number}", "تعليقات 12", True),
        ("تعليقات {number}", "تعليقات 1 204", True),
        ("تعليقات {number}", "تعليقات كثيرة", False),
        ("كتب {person}", "كتب محمد عبد الله", True),
        ("كتب {person}", "كتب 12 مقالا", False),
        ("{date} نشر", "الجمعة 3 مارس 2024 نشر", True),
        ("تابعنا على {network}", "تابعنا على فيسبوك تيك توك", True),
        ("تابعنا على {network}", "تابعنا على الفور", False),
        ("[إن] [جميع] الآراء [هنا] تعبر", "الاراء تعبر", True),
        ("[إن] [جميع] الآراء [هنا] تعبر", "ان الاراء هنا تعبر", True),
        ("[إن] [جميع] الآراء [هنا] تعبر", "انالاراء تعبر", False),
        ("الآراء [هنا] [أدناه]", "الاراء ادناه", True),
    ],
)
def test_pattern_of_a_key(phrase: str, key: str, matches: bool) -> None:
    pattern = pattern_of(parse_phrase(phrase), NETWORKS, whole=True)
    assert bool(re.fullmatch(pattern, fold(key))) is matches


@pytest.mark.parametrize(
    ("phrase", "text", "matches"),
    [
        ("المصدر:", "المصدر:", True),
        ("المصدر:", "المصدر :", True),
        ("المصدر:", "المصدر", False),
        ("(انتهى)", "( انتهى )", True),
        ("(انتهى)", "انتهي", False),
        ("اقرأ أيضا", "اقرا  ايضا", True),
        ("اقرأ أيضا", "اقراايضا", False),
        ("الرئيسية |", "الرييسيه ¦", True),
        ("المصدر - وكالات", "المصدر – وكالات", True),
        ("«الأفق»", '"الافق"', True),
    ],
)
def test_pattern_of_a_text_asks_for_the_marks(phrase: str, text: str, matches: bool) -> None:
    assert bool(re.fullmatch(pattern_of(parse_phrase(phrase), whole=False), fold(text))) is matches


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("شارك المقال", {"شارك"}, {"المقال"}),
        ("[إن] <جميع|كل> الآراء", {"ان", "جميع", "كل"}, {"الاراء"}),
        ("[ال]وسوم: [هنا]", {"وسوم", "الوسوم"}, {"وسوم", "الوسوم", "هنا"}),
        ("{outlet} تويتر", {""}, {"تويتر"}),
        ("{network}: تابعنا", {"فيسبوك", "تيك", "x"}, {"تابعنا"}),
        ("نسخة {number}ملم", {"نسخه"}, {""}),
        ("(انتهى)", {"انتهي"}, {"انتهي"}),
    ],
)
def test_words_at_the_edges(phrase: str, first: set[str], last: set[str]) -> None:
    read = parse_phrase(phrase)
    assert edge_words(read, NETWORKS) == first
    assert edge_words(read, NETWORKS, last=True) == last


def test_size_counts_the_variants() -> None:
    phrase = parse_phrase("[ال]<مقالات|أخبار> <ذات صلة|مشابهة> [أخرى]")
    assert phrase.size == len(variants_of(phrase)) == 16


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [
        ("شارك [المقال", "has a bracket without its partner"),
        ("شارك المقال]", "has a bracket without its partner"),
        ("<شارك|انشر", "has a bracket without its partner"),
        ("شارك [] المقال", "has brackets or a bar with nothing beside them"),
        ("<شارك|> المقال", "has brackets or a bar with nothing beside them"),
        ("{name} يكتب", "has the unknown gap {name}"),
        ("{any} {number}", "is only gaps"),
        ("***", "has no words"),
        ("", "has no words"),
        ("[" * 500, "has more than 400 brackets and bars"),
    ],
)
def test_a_wrong_phrase_is_told_in_one_sentence(phrase: str, problem: str) -> None:
    with pytest.raises(ConfigurationError, match=re.escape(problem)) as error:
        parse_phrase(phrase)
    assert "\n" not in str(error.value)
