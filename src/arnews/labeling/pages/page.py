"""A page to labeled segments: find the article, label it as a text, and label what is around it by its place."""

from __future__ import annotations

from attrs import evolve

from arnews.document import Block, Document, LabeledDocument
from arnews.labeling.decide import decide
from arnews.labeling.embeds import label_embeds, split_embeds
from arnews.labeling.head_split import split_head
from arnews.labeling.line_evidence import label_alone
from arnews.labeling.pages.article_element import find_article_element
from arnews.labeling.pages.article_range import ArticleRange, find_article_range
from arnews.labeling.pages.boxes import boxes_apart
from arnews.labeling.pages.button_bars import mark_bars, mark_form_boxes
from arnews.labeling.pages.headline import find_heading, find_headline, names_of_site
from arnews.labeling.pages.link_lines import mark_links
from arnews.labeling.pages.list_page import is_list
from arnews.labeling.pages.live_blog import find_entries, mark_entries
from arnews.labeling.pages.markup_evidence import mark_after, mark_before
from arnews.labeling.pages.markup_facts import add_markup_facts, mark_outside
from arnews.labeling.pages.paragraphs import mark_paragraphs
from arnews.labeling.pages.pull_quotes import mark_pull_quotes
from arnews.labeling.pages.references import mark_references
from arnews.labeling.pages.selected import chosen_body, chosen_headline, chosen_roles, mark_selected_body
from arnews.labeling.pages.surroundings import label_around
from arnews.labeling.pages.text_density import Outline, outline_of
from arnews.labeling.pages.thread import find_replies
from arnews.labeling.pages.title_lines import cut_lines
from arnews.labeling.pages.title_place import find_only_heading, find_title_line
from arnews.labeling.pieces import SHORT, Piece, make
from arnews.labeling.segments import segments_of
from arnews.labeling.split import split_body_edges, split_glued
from arnews.labeling.structure import propose_by_structure
from arnews.roles import Role
from arnews.rules import RuleBook
from arnews.text.fold import has_presentation_forms, ignorable_in, squeeze, unify

__all__ = ["evidence_of_page", "label_page", "locate"]


_NAVIGATION = Role.NAVIGATION
_BARE = 12
"""Blocks of a page up to which one with hardly a link is no list: breaking news, and what a notebook tries."""
_MOST_LINKED = 2
"""Blocks with links of such a page, if it has a title: its section and its tags, say. The shortest lists name three
articles."""


def label_page(document: Document, book: RuleBook, *, trace: bool = False) -> LabeledDocument:
    """Give every block of a page its role. With ``trace`` the reasons say what was weighed.

    >>> import arnews
    >>> page = "<h1>افتتاح المعرض</h1><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p><nav>رياضة</nav>"
    >>> labeled = label_page(arnews.read_html(page), RuleBook.shipped())
    >>> [str(segment.role) for segment in labeled.segments]
    ['headline', 'body', 'navigation']
    """
    outline = outline_of(document)
    chosen = chosen_roles(document, outline)
    article, outline = find_article(document, outline, chosen)
    if article is None:
        return LabeledDocument(
            document=document, segments=tuple(label_around(document, outline, chosen=chosen, book=book))
        )
    pieces = evidence_of_page(document, outline, article, book)
    decide(pieces, trace=trace)
    return LabeledDocument(
        document=document,
        segments=(
            *label_around(document, outline, article, past=article.first, chosen=chosen, book=book),
            *segments_of(document.text, split_body_edges(pieces)),
            *label_around(document, outline, article, first=article.last, chosen=chosen, book=book),
        ),
    )


def find_article(
    document: Document, outline: Outline, chosen: list[Role | None]
) -> tuple[ArticleRange | None, Outline]:
    """Return the range of the article, ``None`` if the page is a list or has nothing to read, and what is left."""
    headline = chosen_headline(document, chosen)
    body = chosen_body(document, outline) if chosen else None
    article, outline = locate(document, outline, headline, body)
    if article is not None:
        article.chosen = chosen
        if headline is None and body is None:
            few = _has_few_lines(document, outline, article)
            if is_list(document, outline, article, few=few):
                return None, outline
        if body is None:
            article = _with_title_line(document, outline, article)
    return article, outline


def _has_few_lines(document: Document, outline: Outline, article: ArticleRange) -> bool:
    """Tell whether a page has a few lines with hardly a link, but for menus.

    They list nothing, however little of them reads like a story.
    """
    if len(document.blocks) > _BARE:
        return False
    linked = sum(block.linked > 0 and article.roles[block.element] is not _NAVIGATION for block in document.blocks)
    if not linked:
        return True
    titled = article.headline is not None or find_only_heading(document, outline, article) is not None
    return titled and linked <= _MOST_LINKED


def _with_title_line(
    document: Document, outline: Outline, article: ArticleRange, *, large: bool = False
) -> ArticleRange:
    """Return the range of the article with the title that only its looks and place tell; the same if there is none.

    With ``large`` only large letters count, which lists have no more than headings above their titles.
    """
    if article.headline is not None:
        return article
    headline = None if large else find_only_heading(document, outline, article)
    if headline is None:
        headline = find_title_line(document, outline, article, large=large)
    titled = None if headline is None else find_article_range(document, outline, article.region, headline)
    if titled is None:
        return article
    titled.stated = False
    titled.chosen = article.chosen
    return titled


def locate(
    document: Document, outline: Outline, headline: int | None = None, body: tuple[int, set[int]] | None = None
) -> tuple[ArticleRange | None, Outline]:
    """Return the range of the article, ``None`` if the page has nothing to read.

    Besides, return the outline without the running text of replies, teasers and what names itself something else.
    ``headline`` is the block of the title and ``body`` what `chosen_body` returns, if a selector chose them.

    >>> import arnews
    >>> page = arnews.read_html("<title>افتتاح المعرض</title><h1>افتتاح المعرض</h1><p>افتتح الوزير أمس المعرض الدولي.")
    >>> locate(page, outline_of(page))[0].headline
    0
    """
    if headline is None:
        headline = find_headline(document, outline)
    stated = headline is not None
    if headline is not None:
        outline = evolve(outline, title=document.blocks[headline].text)
    if body is not None:
        region = body[0]
    else:
        if headline is not None:
            posts = find_replies(outline, headline)
            if posts:
                outline = evolve(outline.without(posts), replies=outline.all_in(posts))
        region, outline = find_article_element(outline, None if headline is None else document.blocks[headline].element)
    if headline is None and region >= 0:
        headline = find_heading(document, outline, region)
    article = find_article_range(document, outline, region, headline, within=body[1] if body is not None else None)
    if article is not None:
        article.stated = stated
        if body is None and document.page is not None and document.page.emphasis:
            article = _with_title_line(document, outline, article, large=True)
        if article.headline is not None and document.page is not None:
            article.site = names_of_site(document.page.metadata, document.blocks[article.headline].text)
    return article, outline


def evidence_of_page(document: Document, outline: Outline, article: ArticleRange, book: RuleBook) -> list[Piece]:
    """Return the blocks of the article's range as the lines of a text, cut, with what words and markup say of them."""
    blocks = document.blocks[article.first : article.last]
    start, end = blocks[0].start, blocks[-1].end
    text = document.text[start:end]
    unified = unify(text)
    marks = ignorable_in(text)
    pieces = _pieces(blocks, unified, start, marks)
    block_at = {block.start: block for block in blocks}
    images = document.page.images if document.page else ()
    mark_before(pieces, blocks, article, outline.elements, images)
    if book.has_special:
        _mark_special(pieces, book)
    pieces = cut_lines(pieces, document, article)
    shapes = has_presentation_forms(text)
    pieces = split_glued(pieces, book, unified, marks=marks, shapes=shapes)
    label_alone(pieces, book, shapes=shapes)
    mark_after(pieces, document, article, block_at)
    entries = find_entries(document, outline, article)
    if entries:
        mark_entries(pieces, outline, block_at, entries)
    if document.page is not None:
        mark_bars(pieces, block_at, document.page, book)
    mark_references(pieces, outline.elements, block_at)
    running = [
        block for block, own in zip(document.blocks, outline.own, strict=True) if own and article.inside[block.element]
    ]
    mark_links(pieces, block_at, document.page, running)
    stated = document.page.metadata.body if document.page else None
    mark_paragraphs(pieces, article, outline.elements, block_at, running, images, stated)
    mark_form_boxes(pieces, block_at, article, outline.elements)
    mark_pull_quotes(pieces, article, outline.elements, block_at)
    if article.chosen:
        mark_selected_body(pieces, block_at, article.chosen)
    pieces = split_embeds(pieces)
    label_embeds(pieces)
    pieces = split_head(pieces, _lead_of(pieces), book)
    mark_outside(pieces, blocks, article)
    propose_by_structure(pieces, of_page=True, apart=boxes_apart(block_at, running, outline.elements))
    title = None if article.headline is None else document.blocks[article.headline]
    add_markup_facts(pieces, blocks, article, outline.elements, [block for block in running if block is not title])
    return pieces


def _lead_of(pieces: list[Piece]) -> int:
    """Return the index of the first paragraph below the title, of the first of all if there is no title."""
    title = next((index for index, piece in enumerate(pieces) if piece.role is Role.HEADLINE), -1)
    below = range(title + 1, len(pieces))
    return next((index for index in below if pieces[index].prose and pieces[index].is_undecided), len(pieces))


def _mark_special(pieces: list[Piece], book: RuleBook) -> None:
    """Give whole lines the role that a rule of the outlet gives them, whatever the markup says."""
    for piece in pieces:
        rule = book.special(squeeze(piece.text)) if piece.size <= SHORT else None
        if rule is not None:
            piece.apply(rule)
            piece.hard = piece.fixed = True


def _pieces(blocks: tuple[Block, ...], unified: str, offset: int, marks: str) -> list[Piece]:
    return [
        make(block.start, block.text, unified=unified[block.start - offset : block.end - offset], marks=marks)
        for block in blocks
    ]
