"""What every bundled module has: the standard that a course author is held to."""

import re

import pytest

from tutor.content.library import Library, bundled_courses
from tutor.model.items import Use
from tutor.model.library import Module

LIBRARY = Library.open([bundled_courses()])
MODULES = [
    pytest.param(LIBRARY.module(f"{course.head.id}/{name}"), id=f"{course.head.id}/{name}")
    for course in LIBRARY.courses
    for name in course.modules
]
CITATION = re.compile(r"\[@[a-z0-9-]+\]")
APPLICATION = 3
"""The difficulty from which on a question asks for more than recall and understanding."""

pytestmark = pytest.mark.parametrize("module", MODULES)


def test_the_lessons_are_long_enough_and_each_page_can_be_taught(module: Module) -> None:
    pages = [page for lesson in module.lessons for page in lesson.pages]
    assert 5 <= len(pages) <= 9
    silent = [page.id for page in pages if not CITATION.search(page.text)]
    assert len(silent) <= 1, f"only a worked case may do without a source: {silent}"
    for page in pages:
        assert page.notes, f"{page.id} has no note for the instructor"
        assert page.discuss, f"{page.id} has nothing to discuss"
    assert sum(bool(page.ask) for page in pages) >= len(pages) / 2, "too few checkpoints"


def test_the_bank_is_large_varied_and_asks_for_decisions(module: Module) -> None:
    items = list(module.items.values())
    assert len(items) >= 20
    assert len({item.kind for item in items}) >= 6
    for objective in module.head.objectives:
        assert sum(item.objective == objective.id for item in items) >= 3, objective.id
    assert sum(item.difficulty >= APPLICATION for item in items) >= len(items) * 2 / 3
    assert sum(bool(item.vignette) for item in items) >= 5
    for use in Use:
        assert sum(use in item.use for item in items) >= 5, use


def test_a_scenario_has_what_makes_it_one(module: Module) -> None:
    assert module.scenarios
    for scenario in module.scenarios.values():
        nodes = scenario.nodes.values()
        choices = [choice for node in nodes for choice in node.answers.values()]
        assert len(nodes) >= 12
        assert len({node.end for node in nodes if node.end}) == 3
        assert len(scenario.indicators) >= 2
        assert scenario.facts
        assert any(node.inject for node in nodes)
        assert any(choice.quality == 2 for choice in choices), "nothing defensible that tempts"
        assert all(node.objective for node in nodes if node.answers)
        assert all(choice.quality == 0 for choice in choices if choice.harm)
        assert all(node.debrief for node in nodes if node.end)
