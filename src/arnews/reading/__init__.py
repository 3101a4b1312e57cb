"""From pages, texts and feeds to a Document: the first stage of the pipeline.

Who reads texts alone does not wait for what reads pages: `arnews.reading.html`.
"""

from arnews.reading.entry import read
from arnews.reading.text import read_text

__all__ = ["read", "read_text"]
