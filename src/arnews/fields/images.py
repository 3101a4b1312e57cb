"""Images: in a text, what is left of them is the caption; a page has their addresses, too."""

from __future__ import annotations

from arnews.article import Image
from arnews.document import LabeledDocument, Origin
from arnews.fields.names import credit_in, is_caption_label
from arnews.fields.pages.captions import own_captions
from arnews.fields.pages.images import images_of_page
from arnews.roles import Role
from arnews.text.fold import squeeze

__all__ = ["read_images"]

_CALLED_SO = frozenset({Origin.MARKUP, Origin.SELECTOR})
"""Evidence that a line is a caption even where it repeats the title."""


def read_images(doc: LabeledDocument) -> tuple[Image, ...]:
    """Return the images that captions tell of, a caption printed twice once; of a page, all images of the article.

    >>> import arnews
    >>> read_images(arnews.label(arnews.read_text("")))
    ()
    """
    images: dict[str, Image] = {}
    titles = {squeeze(segment.text) for segment in doc[Role.HEADLINE]} if doc.document.page is not None else set()
    for segment in doc[Role.CAPTION] if doc.document.page is None else own_captions(doc):
        if is_caption_label(segment.text):
            continue
        if segment.reason.origin not in _CALLED_SO and squeeze(segment.text) in titles:
            continue
        image = Image(caption=segment.text, credit=credit_in(segment.text))
        images.setdefault(squeeze(segment.text), image)
    return images_of_page(doc, tuple(images.values()))
