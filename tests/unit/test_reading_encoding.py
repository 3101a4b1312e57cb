"""Bytes are read by what they are, whatever is declared."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from arnews.reading.encoding import Decoded, decode

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
SENTENCE = "افتتح الوزير أمس المعرض الدولي للكتاب في القاهرة، وحضره جمهور كبير من القراء."
ARABIC = ["windows-1256", "iso-8859-6"]
# No other language may be taken for Arabic when its encoding is declared.
OTHERS = {
    "windows-1251": "Президент подписал закон о бюджете на следующий год, сообщает пресс-служба.",
    "koi8-r": "Президент подписал закон о бюджете на следующий год, сообщает пресс-служба.",
    "windows-1253": "Ο πρωθυπουργός της χώρας ανακοίνωσε νέα μέτρα για την οικονομία.",
    "windows-1255": "ראש הממשלה הודיע היום על תוכנית חדשה לפיתוח הכלכלה.",
    "windows-1254": "Cumhurbaşkanı dün yaptığı açıklamada ekonomik önlemlerin süreceğini söyledi.",
    "gbk": "国家主席在北京会见外国领导人讨论经济合作与发展问题。",
    "euc-kr": "대통령은 오늘 서울에서 외국 지도자와 만나 경제 협력을 논의했다.",
}


def _page(meta: str = "", text: str = SENTENCE) -> str:
    return f"<!doctype html><html><head>{meta}<title>خبر</title></head><body><p>{text}</p></body></html>"


def _bytes(text: str, encoding: str) -> bytes:
    return text.encode(encoding, errors="ignore")


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16le"),
        ("utf-16-le", "utf-16le"),
        ("utf-16-be", "utf-16be"),
        ("utf-32", "utf-32le"),
    ],
)
@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "iso-8859-1"])
def test_unicode_is_read_whatever_is_declared(encoding: str, name: str, declared: str) -> None:
    page = _page(f'<meta charset="{declared}">')
    assert decode(page.encode(encoding), charset=declared) == Decoded(page, name, utf8=name == "utf-8")


@pytest.mark.parametrize("encoding", ARABIC)
@pytest.mark.parametrize(
    "declared",
    ["windows-1256", "cp1256", "x-cp1256", "iso-8859-6", "arabic", "ecma-114", "ASMO-708", "ISO_8859-6:1987", "utf-8",
     "utf-16", "iso-8859-1", "windows-1252", "us-ascii", "windows-1251", "nonsense", "", "hex", "\0"],
)  # fmt: skip
def test_the_letters_have_the_last_word(encoding: str, declared: str) -> None:
    data = _bytes(_page(f"<meta http-equiv='Content-Type' content='text/html; charset={declared}'>"), encoding)
    for decoded in (decode(data), decode(data, charset=declared), decode(_bytes(SENTENCE, encoding), charset=declared)):
        assert (decoded.encoding, decoded.issue, decoded.utf8) == (encoding, None, False)
    assert decode(data).text == data.decode(encoding)


@pytest.mark.parametrize("encoding", ARABIC)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_is_declared(path: Path, encoding: str) -> None:
    data = _bytes(path.read_text(encoding="utf-8"), encoding)
    assert decode(data) == Decoded(data.decode(encoding), encoding)


@pytest.mark.parametrize("encoding", ARABIC)
def test_a_declaration_helps_where_letters_are_few(encoding: str) -> None:
    decoded = decode(_bytes(_page(f"<meta charset={encoding}>", text=""), encoding))
    assert (decoded.encoding, "خبر" in decoded.text) == (encoding, True)


def test_a_late_declaration_counts() -> None:
    script = f"<script>{'x = 1;' * 1000}</script>"
    page = "<!doctype html>" + script + "<meta charset=iso-8859-6><p>مرحبا</p>"
    assert decode(_bytes(page, "iso-8859-6")).encoding == "iso-8859-6"


@pytest.mark.parametrize("encoding", OTHERS)
def test_other_languages_are_read_as_declared(encoding: str) -> None:
    page = _page(f'<meta charset="{encoding}">', OTHERS[encoding]).replace("خبر", "")
    for decoded in (decode(page.encode(encoding)), decode(OTHERS[encoding].encode(encoding), charset=encoding)):
        assert OTHERS[encoding] in decoded.text
        assert decoded.issue is None


def test_french_is_not_arabic() -> None:
    text = "Le comité a été créé à Genève, où la journée s'est achevée très tôt; déjà, l'été paraît frais."
    for decoded in (decode(text.encode("cp1252")), decode(text.encode("cp1252"), charset="iso-8859-1")):
        assert (decoded.text, decoded.encoding) == (text, "windows-1252")


def test_a_guess_says_so() -> None:
    decoded = decode(b"\xc7\xe1")
    assert (decoded.encoding, decoded.issue) == (
        "windows-1256",
        "the encoding is not declared; windows-1256 is a guess",
    )


@pytest.mark.parametrize("damage", [b"\xff", b"\xc7\xe1", b"\xed\xa0\x80", b"\xd8"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1256"])
def test_utf8_with_a_few_damaged_bytes_is_utf8(damage: bytes, declared: str) -> None:
    data = _page(f"<meta charset={declared}>", SENTENCE * 5).encode()
    at = data.index(SENTENCE.encode())
    decoded = decode(data[:at] + damage + b" " + data[at:])
    assert decoded.encoding == "utf-8"
    assert SENTENCE in decoded.text
    assert decoded.issue == f"not valid utf-8 at byte {at}; what cannot be decoded was replaced"
    assert not decoded.utf8


def test_utf8_may_be_cut_inside_a_letter() -> None:
    whole = SENTENCE[:-1]
    decoded = decode(whole.encode()[:-1])
    assert (decoded.encoding, decoded.text) == ("utf-8", whole[:-1] + "\ufffd")


def test_bytes_that_an_encoding_lacks_are_replaced_and_reported() -> None:
    decoded = decode(_bytes(SENTENCE, "iso-8859-6") + b"\xff")
    assert decoded.text == SENTENCE + "\ufffd"
    assert decoded.issue is not None
    assert decoded.issue.startswith("not valid iso-8859-6 at byte ")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_a_wide_encoding_may_end_in_the_middle(encoding: str) -> None:
    decoded = decode(_page().encode(encoding)[:-1])
    assert SENTENCE in decoded.text
    assert decoded.issue is not None


def test_no_bytes_make_it_raise() -> None:
    source = random.Random(5)
    for size in [*range(40), 1000, 20_000]:
        for _ in range(10):
            decoded = decode(source.randbytes(size), charset=source.choice([None, "gbk", "big5", "utf-16", "cp864"]))
            decoded.text.encode("utf-8")  # no lone surrogates either


@pytest.mark.parametrize("charset", ["unicode_escape", "idna", "punycode", "utf-7", "rot13", "undefined", "mbcs", "é"])
def test_only_charsets_of_pages_are_believed(charset: str) -> None:
    assert decode(_bytes(SENTENCE, "cp1256"), charset=charset).text == SENTENCE
    assert decode(b"caf\xe9", charset=charset).text == "café"


@pytest.mark.parametrize("piece", [b"\xff", b"\xc7 ", b"\xd8", b"\x00", b"<meta charset=", b"\xe2\x80", b"\xed\xa0"])
def test_twenty_megabytes_of_anything(piece: bytes) -> None:
    size = 20_000_000
    decoded = decode(piece * (size // len(piece)))
    assert 0 < len(decoded.text) <= size
