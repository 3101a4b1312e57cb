"""Whose an address is: by the URL standard, and the same for every module that asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arnews
from arnews.addresses import host_of, is_bare_ip, leads_to_front, resolve, same_site
from arnews.outlets.index import OutletIndex

TEXT = "افتتاح المعرض الدولي للكتاب\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء."

HOSTS = [
    ("https://okaz.com.sa/1", "okaz.com.sa"),
    ("HTTP://WWW.Okaz.COM.SA:8080/1", "okaz.com.sa"),
    ("https://okaz.com.sa", "okaz.com.sa"),
    ("https://okaz.com.sa?x=1", "okaz.com.sa"),
    ("https://okaz.com.sa#x", "okaz.com.sa"),
    ("//okaz.com.sa/1", "okaz.com.sa"),
    ("  https://okaz.com.sa/1\n", "okaz.com.sa"),
    ("https://okaz.com.sa./1", "okaz.com.sa"),
    ("https://user:word@okaz.com.sa:443/1", "okaz.com.sa"),
    ("https://%6fkaz.com.sa/", "okaz.com.sa"),
    ("ht\ntps://ok\taz.com.sa/", "okaz.com.sa"),
    ("https:///okaz.com.sa/1", "okaz.com.sa"),
    ("https:okaz.com.sa/1", "okaz.com.sa"),
    ("https://موقع.example/1", "xn--4gbrim.example"),
    ("https://my_blog.example/", "my_blog.example"),
    ("http://localhost:8000/1", "localhost"),
    ("https://192.0.2.7/1", "192.0.2.7"),
    ("https://0xC0.0.0x207/", "192.0.2.7"),
    ("https://3221225991/", "192.0.2.7"),
    ("https://[2001:DB8::1]:443/", "2001:db8::1"),
    # Those that look like somebody else's.
    ("evil.example/r?to=https://okaz.com.sa/1", ""),
    ("/r?u=https://www.okaz.com.sa/1", ""),
    ("r//okaz.com.sa/1", ""),
    ("https:/evil.example//okaz.com.sa/1", "evil.example"),
    ("https:\\\\evil.example//okaz.com.sa/", "evil.example"),
    ("https://evil.example\\@okaz.com.sa/", "evil.example"),
    ("https://okaz.com.sa@evil.example/", "evil.example"),
    ("https://evil.example;.okaz.com.sa/", ""),
    ("https://evil.example%2f.okaz.com.sa/", ""),
    ("https://evil.example／.okaz.com.sa/", ""),
    ("https://evil.example#@okaz.com.sa/", "evil.example"),
    ("https://evil.example?@okaz.com.sa/", "evil.example"),
    ("https://okaz.com.sa:x/", ""),
    ("https://okaz.com.sa:99999/", ""),
    ("https://okaz.com.sa../", ""),
    ("https://.okaz.com.sa/", ""),
    ("https://ok az.com.sa/", ""),
    ("https://192.0.2.256/", ""),
    ("https://[::1/", ""),
    ("https://[okaz.com.sa]/", ""),
    ("ftp://okaz.com.sa/1", ""),
    ("javascript://okaz.com.sa/%0aalert(1)", ""),
    ("data:text/html,//okaz.com.sa/", ""),
    ("okaz.com.sa/1", ""),
    ("https://", ""),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("url", "host"), HOSTS)
def test_the_host_of_an_address(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(("url", "host"), HOSTS)
def test_the_outlet_is_that_of_the_host(url: str, host: str) -> None:
    found = OutletIndex().find(url)
    assert (found is not None) == (host == "okaz.com.sa")
    assert (arnews.parse_text(TEXT, url=url).publisher is not None) == (host == "okaz.com.sa")


@pytest.mark.parametrize(
    ("href", "base", "full"),
    [
        ("/news/1", "https://example.com/a/b", "https://example.com/news/1"),
        ("2", "https://example.com/a/b", "https://example.com/a/2"),
        ("?p=2", "https://example.com/a/b", "https://example.com/a/b?p=2"),
        ("../2", "https://example.com/a/b/c", "https://example.com/a/2"),
        ("//cdn.example/1", "https://example.com/a", "https://cdn.example/1"),
        ("\\\\cdn.example\\1", "https://example.com/a", "https://cdn.example/1"),
        ("\\news\\1", "https://example.com/a", "https://example.com/news/1"),
        ("https:/news/1", "https://example.com/a", "https://example.com/news/1"),
        ("https:/news.example/1", "http://example.com/a", "https://news.example/1"),
        ("https:news.example", None, "https://news.example"),
        ("https://example.com/a b", None, "https://example.com/a b"),
        ("https://evil.example;.okaz.com.sa/", None, None),
        ("/news/1", "evil.example/r?to=https://okaz.com.sa/1", None),
        ("/news/1", "mailto:a@example.com", None),
        ("/news/1", None, None),
        ("#part", "https://example.com/a", None),
        ("mailto:a@example.com", "https://example.com/a", None),
        ("http://[", "https://example.com/a", None),
        ("http://[::", None, None),
    ],
)
def test_where_a_link_leads(href: str, base: str | None, full: str | None) -> None:
    assert resolve(href, base) == full


@pytest.mark.parametrize(
    ("href", "base", "front"),
    [
        ("/", None, True),
        ("./", None, True),
        ("/#", None, True),
        ("/ar/", None, True),
        ("/index.php", None, True),
        ("https://example.com", None, True),
        ("https://www.example.com/#top", "https://example.com/news/1", True),
        ("//example.com/", "https://example.com/news/1", True),
        ("https:\\\\example.com\\", None, True),
        ("https://example.org/", "https://example.com/news/1", False),
        ("/?p=12", None, False),
        ("/index.php?id=12", None, False),
        ("https://example.com/news", None, False),
        ("news.html", None, False),
        ("#", None, False),
        ("?p=12", None, False),
        ("", None, False),
        ("mailto:home", None, False),
    ],
)
def test_a_front_page(href: str, base: str | None, front: bool) -> None:
    assert leads_to_front(href, base) is front


@given(st.text(alphabet="htps:/\\.@?#[]%;0x1aعوw \t\u3002", max_size=40), st.none() | st.just("https://example.com/a"))
def test_no_address_raises_and_what_is_resolved_has_a_host(href: str, base: str | None) -> None:
    host = host_of(href)
    assert host.isascii()
    assert host == host.lower()
    leads_to_front(href, base)
    is_bare_ip(host)
    full = resolve(href, base)
    if full is not None:
        assert host_of(full)
        assert same_site(full, full)
