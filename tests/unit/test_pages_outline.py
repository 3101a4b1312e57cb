"""What lies in an element of a page is one row of elements after it: the quick ways say what climbing says."""

from __future__ import annotations

from pathlib import Path

import pytest

import arnews
from arnews.labeling.pages.class_names import hint_of
from arnews.labeling.pages.text_density import Outline, outline_of

PAGES = sorted((Path(__file__).parents[2] / "examples").rglob("*.html"))


def _climbed(outline: Outline, element: int) -> list[int]:
    found = [element]
    while found[-1] >= 0:
        found.append(outline.elements[found[-1]].parent)
    return found


@pytest.fixture(params=PAGES, ids=[path.name for path in PAGES])
def outline(request: pytest.FixtureRequest) -> Outline:
    return outline_of(arnews.read_html(request.param.read_bytes()))


def test_what_lies_in_an_element(outline: Outline) -> None:
    count = len(outline.elements)
    above = [_climbed(outline, element) for element in range(count)]
    for container in range(-1, count):
        inside = {element for element in range(count) if container in above[element]}
        assert inside == {element for element in range(count) if outline.inside(element, container)}
        if container >= 0:
            assert inside == outline.all_in({container})
    named = {element for element in range(count) if hint_of(outline.elements[element]) is not None}
    assert outline.all_in(named) == {element for element in range(count) if not named.isdisjoint(above[element])}
    assert outline.all_in(set()) == set()


def test_the_weight_of_an_element_is_that_of_the_blocks_in_it(outline: Outline) -> None:
    for element in range(len(outline.elements)):
        held = [
            own
            for block, own in zip(outline.blocks, outline.own, strict=True)
            if element in _climbed(outline, block.element)
        ]
        assert outline.weights[element] == sum(held)
    assert outline.running == [index for index, weight in enumerate(outline.weights) if weight]
