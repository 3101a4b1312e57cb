"""From pages, texts and feeds to a Document: the first stage of the pipeline."""

from arnews.reading.entry import read
from arnews.reading.html import read_html
from arnews.reading.text import read_text

__all__ = ["read", "read_html", "read_text"]
