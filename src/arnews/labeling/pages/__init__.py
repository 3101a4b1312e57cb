"""Pages: the same labels as in a text, plus what the markup says."""

from arnews.labeling.pages.page import label_page

__all__ = ["label_page"]
