"""Languages in Arabic letters are told apart, and Arabic is never lost."""

from __future__ import annotations

import pytest

import arnews
from arnews.fields.language import language_of
from tests.unit.small_pages import BODY, TITLE, codes

TEXTS = [
    ("fa", "شهردار گفت که این خیابان از هفته آینده برای عبور مردم باز می شود و کار ساخت پل نیز ادامه دارد."),
    ("ur", "میئر نے کہا ہے کہ یہ سڑک اگلے ہفتے سے عوام کے لیے کھول دی جائے گی اور پل کی تعمیر بھی جاری ہے۔"),
    ("ckb", "سەرۆکی شارەوانی وتی ئەم شەقامە لە هەفتەی داهاتوو بۆ هاوڵاتیان دەکرێتەوە و کارەکانی پردەکە بەردەوامن."),
    ("ps", "ښاروال وويل چې دا سړک به له راتلونکې اونۍ څخه د خلکو پر مخ پرانيستل شي او د پله کار هم روان دی."),
    (
        "ug",
        "شەھەر باشلىقى بۇ يولنىڭ كېلەر ھەپتىدىن باشلاپ ئېچىلىدىغانلىقىنى ۋە كۆۋرۈكنىڭ داۋاملىشىۋاتقانلىقىنى ئېيتتى.",
    ),
    ("sd", "ميئر چيو ته هي رستو ايندڙ هفتي کان عوام لاءِ کوليو ويندو ۽ پل جي تعمير جو ڪم به جاري آهي."),
    ("ar", "قال رئيس البلدية إن الشارع سيفتح أمام المارة ابتداء من الأسبوع المقبل وإن العمل في الجسر مستمر."),
    ("ar", "گال رئیس البلدیة إن الشارع سيفتح أمام المارة، والعمل في جسر أڭدال وپارك المدينة مستمر حتى الخريف."),
    ("ar", "افتتاح شارع جديد وسط مدينة طنجة"),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_a_language_is_told(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_what_a_page_states_does_not_beat_its_text(language: str, text: str) -> None:
    assert language_of(text, "ar-SA") == language


@pytest.mark.parametrize("foreign", [text for language, text in TEXTS if language != "ar"])
def test_a_foreign_paragraph_does_not_make_a_text_foreign(foreign: str) -> None:
    assert language_of("\n\n".join((*BODY, foreign, *BODY))) == "ar"


def test_a_text_that_is_not_arabic_says_so() -> None:
    foreign = arnews.parse_text("\n".join((TEXTS[1][1], *[TEXTS[1][1] * 2] * 3)))
    assert "not-arabic" in codes(foreign)
    assert "not-arabic" not in codes(arnews.parse_text(f"{TITLE}\n" + "\n".join(BODY)))


def test_a_language_near_to_one_that_is_told_is_not_that_one() -> None:
    kazakh = "قالا اكىمدىگى بالالار مەن جاستارعا ارنالعان جاڭا كىتاپحانانىڭ كەلەسى اپتادان باستاپ جۇمىس ىستەيتىنىن"
    assert language_of(kazakh, "kk") is None
    azeri = "شهر بلدیهسی بیلدیریب کی یئنی کیتابخانا گلن هفتهدن اوخوجولارین اوزونه آچیق اولاجاق و اوشاقلار اوچون آیری"
    assert language_of(azeri) is None
    assert language_of("شنو الأخبار ديال اليوم، غادي نمشيو ل گراج ديال پاپا ونشوفو السيارة الجديدة لي شرا") == "ar"
