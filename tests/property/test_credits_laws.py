"""Laws of the readers of credits: total, linear, blind to marks; what is printed is read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arnews.credits import read_agency, read_credit, read_ending, read_opening
from arnews.testing.timing import check_growth

PLACES = ["الرياض", "القاهرة", "حفر الباطن", "رام الله", "أبوظبي", "نواكشوط", "بني ملال", "سان فرانسيسكو", "بورتسودان"]
AGENCIES = ["واس", "رويترز", "أ ف ب", "أ.ش.أ", "د. ب. أ", "كونا", "و.م.ع", "الأناضول", "شينخوا", "وكالات"]
GIVEN = ["محمد", "عبد الله", "عبدالرحمن", "ليلى", "فاطمة", "خالد", "أبو بكر", "سعيد", "مريم", "جورج", "إيلي"]
FAMILY = ["الغامدي", "بن ناصر الريامي", "ولد الراجل", "حداد", "آل الشيخ", "أبو العلا", "النجار", "بوفرتيح"]
LABELS = ["كتب", "كتبت", "بقلم", "إعداد", "ترجمة", "حوار", "تحقيق", "متابعة"]
DASHES = [" - ", "- ", " – ", " ـ ", "-", " ــ "]

names = st.builds("{} {}".format, st.sampled_from(GIVEN), st.sampled_from(FAMILY))
places = st.sampled_from(PLACES)
agencies = st.sampled_from(AGENCIES)
dashes = st.sampled_from(DASHES)
texts = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="اأبتدرسعفكلمنوهيىةـ -–:/()«»\"'،,.0123٠١\u200f\u064b\u0640", max_size=200),
)
REPORT = "أعلنت الوزارة انتهاء أعمال الصيانة في المحطة، وعودة التيار إلى جميع الأحياء مساء اليوم."


@given(texts)
def test_total(text: str) -> None:
    """Any text gives a value or None, and spans lie inside it."""
    read_agency(text)
    credit = read_credit(text)
    if credit is not None and credit.date_span is not None:
        assert 0 <= credit.date_span[0] < credit.date_span[1] <= len(text)
    for found in (read_opening(text), read_ending(text)):
        if found is not None:
            assert 0 <= found.start < found.end <= len(text)


@given(names, places, dashes)
def test_person_and_place(name: str, place: str, dash: str) -> None:
    """«city - name», «name - city», «city: name» and «name (city)» read alike."""
    for line in (
        place + dash + name,
        name + dash + place,
        f"{place}: {name}",
        f"{name} ({place})",
        f"{name} من {place}",
    ):
        credit = read_credit(line)
        assert credit is not None, line
        assert (credit.persons, credit.places, credit.agencies, credit.sure) == ((name,), (place,), (), True), line


@given(agencies, places, dashes)
def test_agency_and_place(agency: str, place: str, dash: str) -> None:
    """Every order and separator of agency and place gives the same dateline."""
    for line in (
        place + dash + agency,
        agency + dash + place,
        f"{agency} ({place})",
        f"{place}: ({agency})",
        f"{place}/ {agency}:",
    ):
        credit = read_credit(line)
        assert credit is not None, line
        assert (credit.persons, credit.places, credit.agencies, credit.sure) == ((), (place,), (agency,), True), line


@given(st.sampled_from(LABELS), names, st.sampled_from([": ", " : ", " - ", "/ ", " ـ "]))
def test_label(label: str, name: str, separator: str) -> None:
    """A label names the author, whatever is between."""
    credit = read_credit(label + separator + name)
    assert credit is not None
    assert (credit.persons, credit.sure) == ((name,), True)


@given(places, agencies, st.sampled_from([" ({}) - ", " ({}) -- ", " - {} - ", ": {}: ", "/ {} / "]))
def test_opening(place: str, agency: str, form: str) -> None:
    """An opening is found with its exact span, and the report is left."""
    head = place + form.format(agency)
    opening = read_opening(head + REPORT)
    assert opening is not None, head
    assert (opening.start, opening.end) == (0, len(head.rstrip()))
    assert (opening.places, opening.agencies, opening.sure) == ((place,), (agency,), True)


LINES = [
    "الرياض - واس",
    "كتبت: ليلى حسن",
    "سامر الخولي (جدة)",
    "لندن: «الشرق الأوسط»",
    "صنعاء: تصعيد جديد",
    "محمد أبو العلا",
]


@given(st.sampled_from(LINES), st.data())
def test_blind_to_marks(line: str, data: st.DataObject) -> None:
    """Marks, tatweel inside words and direction controls change neither kind nor certainty nor counts."""
    plain = read_credit(line)
    chars = list(line)
    for at in sorted(data.draw(st.sets(st.integers(0, len(line) - 2), max_size=4)), reverse=True):
        inside = chars[at].isalpha() and chars[at + 1].isalpha()
        marks = "\u064e\u0651\u200f\u0640" if inside else "\u200f\u200e\u202b"
        chars.insert(at + 1, data.draw(st.sampled_from(marks)))
    marked = read_credit("".join(chars))
    if plain is None:
        assert marked is None
        return
    assert marked is not None
    assert (marked.kind, marked.sure) == (plain.kind, plain.sure)
    assert [len(x) for x in (marked.persons, marked.places, marked.agencies)] == [
        len(x) for x in (plain.persons, plain.places, plain.agencies)
    ]


@pytest.mark.parametrize("piece", ["الرياض - ", "(", "عبد ", "ـ", "12-", "و", "، محمد علي", "/", "انتهى "])
def test_linear(piece: str) -> None:
    """A line of twice the size costs about twice as much."""

    def read(text: str) -> None:
        read_credit(text)
        read_opening(text)
        read_ending(text)
        read_agency(text)

    check_growth(lambda count: piece * count, read, first=1000, least=0.005, most=2.6)
