"""Pages to blocks: order, line breaks, tables, lists, figures, links, what is hidden, what says what it is."""

from __future__ import annotations

import pytest

import arnews
from arnews.document import Block, Document
from arnews.page import Element, Page


def _page(document: Document) -> Page:
    assert document.page is not None
    return document.page


def _texts(markup: str) -> list[str]:
    return [block.text for block in arnews.read_html(markup).blocks]


def _around(document: Document, block: Block) -> list[Element]:
    """Return the elements around a block, innermost first."""
    elements = _page(document).elements
    found = []
    at = block.element
    while at >= 0:
        found.append(elements[at])
        at = elements[at].parent
    return found


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<p>أول</p><p>ثان</p>", ["أول", "ثان"]),
        ("<p>أول<p>ثان", ["أول", "ثان"]),
        ("أول<p>ثان</p>ثالث", ["أول", "ثان", "ثالث"]),
        ("<div>أول<p>ثان</p>ثالث<ul><li>رابع</ul>خامس</div>سادس", ["أول", "ثان", "ثالث", "رابع", "خامس", "سادس"]),
        ("<div>أول<br>ثان<br/><br>ثالث<BR><br ><br>رابع</div>", ["أول", "ثان", "ثالث", "رابع"]),
        ("<p>أول <b>ثان</b><i>ثالث</i>، رابع</p>", ["أول ثانثالث، رابع"]),
        ("<p>سطر\n  مكسور&nbsp;\t هنا</p>", ["سطر مكسور هنا"]),
        ("<table><tr><td>أول<td>ثان<tr><th>ثالث</table>", ["أول", "ثان", "ثالث"]),
        ("<table><tr>ضائع<td>خلية</table>", ["ضائع", "خلية"]),
        ("<ul><li>أول<li>ثان<ol><li>ثالث</ol></ul>", ["أول", "ثان", "ثالث"]),
        ("<dl><dt>سؤال<dd>جواب</dl>", ["سؤال", "جواب"]),
        ("<blockquote>قال: <p>نعم</p></blockquote>", ["قال:", "نعم"]),
        ("<figure><img src=a.jpg><figcaption>تعليق</figcaption></figure>بعدها", ["تعليق", "بعدها"]),
        ("<amp-accordion><section><h4>رأس</h4><div>نص</div></section></amp-accordion>", ["رأس", "نص"]),
        ("<x-story>أول<x-line>ثان</x-line></x-story>", ["أول", "ثان"]),
        ("<font size=4>أول<p>ثان</font>ثالث", ["أول", "ثانثالث"]),
        ("<center>أول</center>ثان<hr>ثالث", ["أول", "ثان", "ثالث"]),
        ("<p>أ&amp;ب &lt;ج&gt; &#1583; &laquo;ه&raquo;</p>", ["أ&ب <ج> د «ه»"]),
        ("<div><span>14:20</span><a href=/1>قرعة الكأس</a></div>", ["14:20 قرعة الكأس"]),
        ("<div><b>منير</b><span>09-06-2021</span></div>", ["منير 09-06-2021"]),
        ("<p>في عام<b>2024</b>و<b>2025</b>، و100 م<sup>2</sup></p>", ["في عام 2024و2025، و100 م2"]),
        ("<p><span class=by>منير</span><span class=at>اليوم</span></p>", ["منير اليوم"]),
        ("<p><span>وكالات</span><span>الأحد</span><b>مهم</b></p>", ["وكالات الأحدمهم"]),
        ("<div><a href=/1><span>منير</span></a><time>أمس</time></div>", ["منير أمس"]),
        ("<figcaption>جسر المدينة<small>تصوير: منير</small></figcaption>", ["جسر المدينة تصوير: منير"]),
        ("<p><span style='color:red'>ال</span><span style='color:blue'>جسر</span></p>", ["الجسر"]),
        ("<p><span class=s1>ال</span><span class=s2>جسر</span></p>", ["الجسر"]),
        ("<p><span class=cap>ا</span><span>لجسر</span></p>", ["الجسر"]),
        ("<p>عن ال<a href=/1>جسر</a>ين</p>", ["عن الجسرين"]),
        ("<p><span class=q>«</span><span class=t>الجسر</span></p>", ["«الجسر"]),
        ("نص بلا وسم", ["نص بلا وسم"]),
        ("", []),
        ("<p> </p><div>&nbsp;</div>", []),
        ("<p>أول<!-- تعليق --> ثان</p>", ["أول ثان"]),
    ],
)
def test_blocks_in_reading_order(markup: str, texts: list[str]) -> None:
    assert _texts(markup) == texts


@pytest.mark.parametrize(
    "markup",
    [
        "<script>document.write('لا')</script>",
        "<style>p{content:'لا'}</style>",
        "<noscript>لا</noscript>",
        "<template><p>لا</p></template>",
        "<template>لا",
        "<svg><text>لا</text></svg>",
        "<math><mi>لا</mi></math>",
        "<select><option>لا<option>لا</select>",
        "<textarea>لا</textarea>",
        "<iframe>لا</iframe>",
        "<video><p>لا</p></video>",
        "<audio>لا</audio>",
        "<object>لا</object>",
        "<amp-ad>لا</amp-ad>",
        "<!-- لا -->",
        "<?xml لا ?>",
        "<title>لا</title>",
    ],
)
def test_what_is_no_text_of_the_page(markup: str) -> None:
    assert _texts(f"<p>قبل</p>{markup}<p>بعد</p>")[:1] == ["قبل"]
    assert "لا" not in "".join(_texts(f"<p>قبل</p>{markup}<p>بعد</p>"))
    assert _texts(f"<body>قبل{markup}</body>") == ["قبل"]


# fmt: off
TAGS = [
    "a", "abbr", "amp-ad", "amp-iframe", "amp-img", "amp-video", "article", "aside", "audio", "b", "base", "bdi",
    "blockquote", "body", "br", "button", "canvas", "caption", "center", "code", "col", "colgroup", "data",
    "datalist", "dd", "details", "dialog", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure",
    "font", "footer", "form", "frame", "frameset", "g", "h1", "h6", "head", "header", "hr", "html", "i", "iframe",
    "image", "img", "input", "isindex", "keygen", "label", "legend", "li", "link", "main", "map", "marquee", "math",
    "menu", "meta", "meter", "nav", "nobr", "noembed", "noframes", "noscript", "object", "ol", "optgroup", "option",
    "output", "p", "param", "path", "picture", "plaintext", "pre", "progress", "q", "rb", "rp", "rt", "rtc", "ruby",
    "s", "script", "section", "select", "slot", "small", "source", "span", "strong", "style", "sub", "summary",
    "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr",
    "track", "u", "ul", "var", "video", "wbr", "x-y", "xmp",
]
# fmt: on


@pytest.mark.parametrize("tag", TAGS)
def test_no_tag_stops_the_reader(tag: str) -> None:
    for markup in (
        f"<{tag}>نص</{tag}>بعد",
        f"<{tag}><p>نص",
        f"<p><{tag}><b>نص</{tag}>بعد",
        f"<svg><{tag}>نص",
        f"<table><{tag}>نص<td>خلية",
        f"<{tag}/>نص" * 3,
    ):
        document = arnews.read_html(markup)
        assert document.text == "\n".join(block.text for block in document.blocks)


def test_links_have_their_text_and_what_they_are() -> None:
    document = arnews.read_html(
        '<p>كتبت <a rel="author" href=" /w/7 ">ليلى <b>حسن</b></a> عن <a href="/t">القمح</a></p>'
        '<a href="#"><p>أول</p><p>ثان</p></a><a>بلا عنوان</a><a href="/x"></a>'
    )
    found = [(document.text[link.start : link.end], link.href, link.rel) for link in _page(document).links]
    assert found == [("ليلى حسن", "/w/7", "author"), ("القمح", "/t", ""), ("أول", "#", ""), ("ثان", "#", "")]
    assert [block.linked for block in document.blocks] == [13, 3, 3, 0]


def test_links_side_by_side_are_words_of_their_own() -> None:
    assert _texts("<div><a href=/1>محليات</a><a href=/2>اقتصاد</a></div>") == ["محليات اقتصاد"]


def test_a_link_that_is_repeated_is_found_where_it_stands() -> None:
    document = arnews.read_html("<p>القمح و<a href=/1>القمح</a> والقمح <a href=/2>القمح</a></p>")
    assert [(link.start, link.href) for link in _page(document).links] == [(7, "/1"), (20, "/2")]


@pytest.mark.parametrize(
    ("markup", "hidden"),
    [
        ("<p hidden>نص", True),
        ('<p hidden="">نص', True),
        ('<div aria-hidden="true"><p>نص', True),
        ('<div style="color:red; display : none"><p>نص', True),
        ('<div style="DISPLAY:NONE"><p>نص', True),
        ('<div aria-hidden="false"><p>نص', False),
        ('<div style="display:block"><p>نص', False),
        ('<div class="hidden-xs"><p>نص', False),
    ],
)
def test_hidden_text_is_read_and_known(markup: str, hidden: bool) -> None:
    document = arnews.read_html(markup)
    assert [block.text for block in document.blocks] == ["نص"]
    assert _around(document, document.blocks[0])[0].hidden is hidden


def test_elements_say_what_they_are() -> None:
    document = arnews.read_html(
        '<main><article class="story wide" id="n1"><header><h1>رأس</h1></header><p>نص</p></article></main>'
        '<aside>جانب</aside><nav>قائمة</nav><form>بحث</form><div role="contentinfo">ذيل</div><footer>حقوق</footer>'
    )
    kinds = [_around(document, block) for block in document.blocks]
    assert [each[0].tag for each in kinds] == ["h1", "p", "aside", "nav", "form", "div", "footer"]
    assert [element.tag for element in kinds[0]] == ["h1", "header", "article", "main", "body", "html"]
    assert kinds[1][1].names == "story wide n1"
    assert kinds[5][0].role == "contentinfo"


def test_a_run_belongs_to_the_innermost_element_around_all_of_it() -> None:
    document = arnews.read_html("<div class=outer><span class=a>أول</span> <span class=b>ثان</span></div>")
    assert _around(document, document.blocks[0])[0].names == "outer"


@pytest.mark.parametrize(
    ("markup", "url", "video"),
    [
        ("<img src=a.jpg>", "a.jpg", False),
        ('<img src="data:image/gif;base64,R0" data-src=a.jpg>', "a.jpg", False),
        ("<img src=p.gif data-original=a.jpg>", "a.jpg", False),
        ("<amp-img src=a.jpg></amp-img>", "a.jpg", False),
        ("<video src=a.mp4></video>", "a.mp4", True),
        ("<video><source src=a.mp4></video>", "a.mp4", True),
        ('<iframe src="https://video.example/1"></iframe>', "https://video.example/1", True),
        ("<amp-youtube data-videoid=x1></amp-youtube>", "x1", True),
    ],
)
def test_images_and_videos(markup: str, url: str, video: bool) -> None:
    document = arnews.read_html(f"<p>قبل</p><figure>{markup}<figcaption>تعليق</figcaption></figure>")
    (image,) = _page(document).images
    assert (image.url, image.video, document.text[image.at :]) == (url, video, "تعليق")
    assert _page(document).elements[image.element].tag in ("figure", "img", "amp-img", "video", "iframe", "amp-youtube")


def test_an_image_without_an_address_is_none() -> None:
    assert _page(arnews.read_html('<img><img src=""><img src="data:image/gif;base64,R0"><video></video>')).images == ()


def test_the_address_that_others_are_relative_to() -> None:
    assert _page(arnews.read_html('<base href="/a/"><base href="/b/"><p>نص')).base_url == "/a/"
    assert _page(arnews.read_html("<base target=_blank><p>نص")).base_url is None


def test_the_root_says_the_language_and_the_head_the_title() -> None:
    metadata = _page(arnews.read_html("<html lang=ar-EG><title> افتتاح\n المعرض </title><title>آخر</title>نص")).metadata
    assert metadata.language == "ar-EG"
    assert [value.value for value in metadata.titles] == ["افتتاح المعرض"]


def test_selectors_give_roles_to_what_they_match() -> None:
    document = arnews.read_html(
        "<div class=x><p>أول</p></div><p class=y>ثان</p>", select=[("div.x", "body"), (".y", "share"), (".z", "ad")]
    )
    page = _page(document)
    assert [(page.elements[index].names, role) for index, role in page.roles] == [("x", "body"), ("y", "share")]
    with pytest.raises(arnews.ConfigurationError, match="is not a CSS selector"):
        arnews.read_html("<p>نص", select=[("div[", "body")])


@pytest.mark.parametrize("wrong", [None, 7, ["<p>"], object()], ids=lambda wrong: type(wrong).__name__)
@pytest.mark.parametrize("function", [arnews.read_html, arnews.parse_html, arnews.parse, arnews.Parser().parse_html])
def test_a_wrong_type_is_one_clear_sentence(function: object, wrong: object) -> None:
    with pytest.raises(TypeError, match=f"must be a str or bytes, not {type(wrong).__name__}"):
        function(wrong)  # type: ignore[operator]


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_of_any_kind(kind: type) -> None:
    page = "<h1>افتتاح المعرض</h1>".encode()
    assert arnews.read_html(kind(page)).text == "افتتاح المعرض"
    assert arnews.parse(kind(page)).document_text == "افتتاح المعرض"


def test_a_page_of_too_many_elements_is_cut_and_says_so() -> None:
    article = arnews.parse_html("<ul>" + "<li><a href=/1>نص</a>" * 60_000)
    assert [issue.message for issue in article.issues if issue.code == "broken-page"] == [
        "the page has more than 42,000 elements and texts; the rest was not read"
    ]
    assert 13_000 < len(article.segments) < 20_000


@pytest.mark.parametrize("written", ["&quot;نعم&quot;", "&amp;quot;نعم&amp;quot;", "&amp;amp;#34;نعم&amp;amp;#x22;"])
def test_character_references_escaped_twice(written: str) -> None:
    page = f"<title>{written}</title><p>قال {written}&amp;nbsp;للجميع &amp;lt;b&amp;gt;</p>"
    document = arnews.read_html(page)
    assert document.text == 'قال "نعم" للجميع &lt;b&gt;'
    assert document.page is not None
    assert document.page.metadata.titles[0].value == '"نعم"'
