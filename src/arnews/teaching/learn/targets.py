"""Where in a page are the title, day, author and text that its metadata state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from arnews.dates import parse_date
from arnews.document import Block, Origin, Segment
from arnews.page import MetadataValue, Page
from arnews.roles import TEXT, Role
from arnews.teaching.learn.examples import Reading
from arnews.text.fold import squeeze

__all__ = ["Target", "targets_of"]

_SHORTEST = 8
_OPENING = 40
"""Code points of a description that the text must repeat."""
_SHINGLE = 6
_MOST_OF = 0.5
_FOREIGN = frozenset({Role.RELATED_ITEM, Role.OTHER_ARTICLE, Role.COMMENTS})


@frozen
class Target:
    """The elements that hold one thing of the page, each inside the next, and nothing else."""

    elements: tuple[int, ...]
    """Indexes in the elements of the page, the innermost first."""


def targets_of(reading: Reading, role: Role) -> Target | None:
    """Return where a page holds what its metadata say of a role; ``None`` if the two do not agree."""
    page = reading.labeled.document.page
    if page is None:
        return None
    blocks = reading.labeled.document.blocks
    own = _segments(blocks, reading.labeled.segments)
    if role is Role.BODY:
        return _body(page, blocks, own)
    held = [at for at, segments in enumerate(own) if segments and all(each.role is role for each in segments)]
    confirmed = [at for at in held if _agrees(page, role, blocks[at].text)]
    if not confirmed or (role is not Role.HEADLINE and len(confirmed) > 1):
        return None
    first = next((at for at in confirmed if own[at][0].reason.origin is Origin.MARKUP), confirmed[0])
    return _alone(page, blocks, first)


def _segments(blocks: Sequence[Block], segments: Sequence[Segment]) -> list[list[Segment]]:
    """Return the segments of each block."""
    found: list[list[Segment]] = []
    at = 0
    for block in blocks:
        while at < len(segments) and segments[at].end <= block.start:
            at += 1
        end = at
        while end < len(segments) and segments[end].start < block.end:
            end += 1
        found.append(list(segments[at:end]))
    return found


def _agrees(page: Page, role: Role, text: str) -> bool:
    metadata = page.metadata
    if role is Role.TIMESTAMP:
        date = parse_date(text)
        stated = {parsed.date for each in _days(metadata.published) if (parsed := parse_date(each)) is not None}
        return date is not None and date.date is not None and date.date in stated
    key = squeeze(text)
    if role is Role.BYLINE:
        return any(len(name) >= _SHORTEST and name in key for name in _keys(metadata.authors))
    return len(key) >= _SHORTEST and any(key in title or title in key for title in _keys(metadata.titles))


def _days(values: Sequence[MetadataValue]) -> Iterator[str]:
    for each in values:
        yield each.value[:10] if each.value[:4].isdigit() else each.value


def _keys(values: Sequence[MetadataValue]) -> list[str]:
    return [key for each in values if len(key := squeeze(each.value)) >= _SHORTEST]


def _alone(page: Page, blocks: Sequence[Block], at: int) -> Target:
    """Return the elements around a block that hold no other block."""
    counts = [0] * len(page.elements)
    for block in blocks:
        counts[block.element] += 1
    for index in range(len(counts) - 1, 0, -1):
        if page.elements[index].parent >= 0:
            counts[page.elements[index].parent] += counts[index]
    chain = [blocks[at].element]
    while (above := page.elements[chain[-1]].parent) >= 0 and counts[above] == 1:
        chain.append(above)
    return Target(tuple(chain)) if counts[chain[0]] == 1 else Target(())


def _body(page: Page, blocks: Sequence[Block], own: Sequence[Sequence[Segment]]) -> Target | None:
    """Return the elements that hold all of the text, and text of others at most as a box in it."""
    held = [at for at, segments in enumerate(own) if any(each.role in TEXT for each in segments)]
    if not held or not _states_body(page, " ".join(blocks[at].text for at in held)):
        return None
    common = _around(page, blocks[held[0]].element)
    for at in held[1:]:
        others = set(_around(page, blocks[at].element))
        common = [index for index in common if index in others]
    return Target(tuple(_containers(page, common, blocks, own)))


def _containers(
    page: Page, common: Sequence[int], blocks: Sequence[Block], own: Sequence[Sequence[Segment]]
) -> Iterator[int]:
    """Yield the elements of a chain, from the innermost on, up to the one that holds too much besides the text."""
    sizes, kept, foreign = ([0] * len(page.elements) for _ in range(3))
    for block, segments in zip(blocks, own, strict=True):
        sizes[block.element] += len(block.text)
        kept[block.element] += sum(len(each.text) for each in segments if each.role in TEXT)
        foreign[block.element] += sum(len(each.text) for each in segments if each.role in _FOREIGN)
    for index in range(len(sizes) - 1, 0, -1):
        above = page.elements[index].parent
        if above >= 0:
            for sums in (sizes, kept, foreign):
                sums[above] += sums[index]
    for index in common:
        if kept[index] < _MOST_OF * sizes[index] or foreign[index] > kept[index]:
            return
        yield index


def _around(page: Page, index: int) -> list[int]:
    """Return an element and those around it, the innermost first."""
    chain = []
    while index >= 0:
        chain.append(index)
        index = page.elements[index].parent
    return chain


def _states_body(page: Page, body: str) -> bool:
    """Tell whether the metadata repeat the text, or begin their summary as it begins."""
    key = squeeze(body)
    stated = squeeze(page.metadata.body or "").split()
    if len(stated) >= _SHINGLE:
        runs = [" ".join(stated[at : at + _SHINGLE]) for at in range(len(stated) - _SHINGLE + 1)]
        return sum(run in key for run in runs) > _MOST_OF * len(runs)
    return any(description[:_OPENING] in key for description in _keys(page.metadata.descriptions))
