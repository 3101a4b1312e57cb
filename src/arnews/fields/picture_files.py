"""What the file of an image is, by its address: a picture, a video, or an icon, a button, a counter of readers."""

from __future__ import annotations

import re

from arnews.page import PageImage

__all__ = ["file_name", "is_picture", "is_sign", "largest_file"]

# A pattern that begins with a character or a class is searched for in a third of the time, so addresses are searched
# with a slash in front.
_SMALL_FILES = re.compile(
    r"[/_.-](?:(?<=\.)(?:svg|ico)(?:$|\?)|(?:logo|logos|icon|icons|sprite|avatar|avatars|gravatar|pixel|spacer|blank|"
    r"loader|loading|default|placeholder|fallback\w*|no-?image|emoji|smilies|button|btn|1x1|banner|ads?)(?:[/_.\d-]|$))",
    re.IGNORECASE,
)
_NETWORKS = (
    r"(?:fb|facebook|twitter|tweet|whats-?app|telegram|instagram|insta|linkedin|pinterest|you-?tube|snapchat|tik-?tok|"
    r"google|google-?plus|g-?plus|viber|messenger|skype|rss|feed|e-?mail|mail|envelope|print|printer|pdf|clock|time|date|"
    r"calendar|user|author|search|menu|arrow|left|right|next|prev|close|share|comments?|like|star|flag|home|phone|link|"
    r"download|tags?|views?|eye|app-?store|google-?play|up|top|bullet|dot|line)"
)
_ICON_FILES = re.compile(
    rf"/(?:ic[_-]|i[_-]|social[_-])?{_NETWORKS}(?:[_-]?(?:icon|logo|white|black|gray|grey|color|circle|round|square|"
    r"share|btn|new|small|\d{1,3}+(?:px|x\d{1,3})?+)){0,6}+\.(?:png|gif|webp)(?:$|\?)",
    re.IGNORECASE,
)
"""Drawings that are called after a network or a sign, and nothing else; photos are no drawings."""
_TRACKER_HOSTS = re.compile(
    r"(?:https?:)?//(?:[\w-]+\.)*(?:facebook\.com/tr|scorecardresearch\.com|doubleclick\.net|google-analytics\.com|"
    r"mc\.yandex\.ru|counter\.yadro\.ru|alexa\.com|quantserve\.com|chartbeat\.net|histats\.com|whos\.amung\.us)\b",
    re.IGNORECASE,
)
_TRACKER_FILES = re.compile(
    r"/(?:pixel|beacon|track(?:er|ing)?|collect|counter|stats?|hit)(?:\.(?:gif|png|php|aspx?))?(?:\?|$)",
    re.IGNORECASE,
)
"""Addresses that count readers."""
_SMALL_NAMES = re.compile(
    r"(?:^|[\s_-])(?:logo|icon|avatar|gravatar|emoji|smiley|wp-smiley|share|social|ads?|banner|sponsor|author)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PLAYERS = re.compile(
    r"\.(?:mp4|m3u8|webm|mov|m4v|mpd)(?:$|\?)|youtu\.?be|vimeo|dailymotion|brightcove|jwplayer|jwplatform|kaltura|"
    r"/embed/|/player|video",
    re.IGNORECASE,
)
_NO_PLAYERS = re.compile(
    r"doubleclick|googletag|/ads?[/.]|adserver|like\.php|plugins/(?:like|page|follow)", re.IGNORECASE
)
_DESCRIPTOR = re.compile(r"(\d++(?:\.\d++)?)[wx](?=,|$)")
_SIZE = re.compile(r"[-_]?\d{2,4}x\d{2,4}|[-_](?:thumb|small|large|medium|original)", re.IGNORECASE)


def is_picture(image: PageImage) -> bool:
    """Tell whether an image of a page can be a picture or video of an article: no icon, button, logo or tracker.

    >>> is_picture(PageImage(at=0, element=0, url="/a.jpg")), is_picture(PageImage(at=0, element=0, url="/logo.png"))
    (True, False)
    """
    if image.video:
        return _PLAYERS.search(image.url) is not None and _NO_PLAYERS.search(image.url) is None
    if image.small or _SMALL_NAMES.search(image.names) is not None:
        return False
    if _TRACKER_HOSTS.match(image.url) is not None:
        return False
    url = f"/{image.url}"
    return not (_SMALL_FILES.search(url) or _ICON_FILES.search(url) or _TRACKER_FILES.search(url))


def is_sign(url: str) -> bool:
    """Tell whether the name of a file is that of a logo, an icon, a placeholder.

    >>> is_sign("/static/logo.svg"), is_sign("/2024/harbor.jpg")
    (True, False)
    """
    return _SMALL_FILES.search(f"/{url}") is not None


def largest_file(address: str) -> str:
    """Return the address of the largest file of a ``srcset``; what is not one stays as it is.

    >>> largest_file("/a-600.jpg 600w, /a-1200.jpg 1200w"), largest_file("/a.jpg")
    ('/a-1200.jpg', '/a.jpg')
    """
    if " " not in address.strip():
        return address
    sizes: list[tuple[float, str]] = []
    url = ""
    for token in address.split():
        size = _DESCRIPTOR.match(token) if url else None
        if size is not None:
            sizes.append((float(size[1]), url.lstrip(",")))
        url = token[size.end() :] if size is not None else token  # the next address may be glued to the comma
    return max(sizes, key=_size)[1] if sizes else address.split()[0].rstrip(",")


def _size(candidate: tuple[float, str]) -> float:
    return candidate[0]


def file_name(url: str) -> str:
    """Return the name of a file without what tells its sizes apart.

    >>> file_name("https://port.example/files/Harbor-600x400.jpg")
    'harbor'
    """
    return _SIZE.sub("", url.partition("?")[0].rstrip("/").rpartition("/")[2].rpartition(".")[0]).lower() or url
