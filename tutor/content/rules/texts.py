"""Every text and every `source` of a course with its place; several rules look through them."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from tutor.content.origin import Origin
from tutor.content.positions import KeyPath
from tutor.content.view import CourseView, ModuleView, Sited

MOST_IN_A_TEXT = 20
"""Findings of one rule in one text; more of them tell the author nothing new."""

_FENCE = r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*$.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
_TICKS = r"(?<![\\`])(?P<tick>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=tick)(?!`)"
_CODE = re.compile(f"{_FENCE}|{_TICKS}", re.DOTALL | re.MULTILINE)


def blocks(view: CourseView) -> Iterator[Sited[BaseModel]]:
    """Every block with texts: heads, sources, terms, pages, questions, nodes, injects."""
    if view.head is not None:
        yield Sited(view.head.value, view.head.origin)
    for source in view.sources.entries.values():
        yield Sited(source.value, source.origin)
    for term in view.glossary.entries.values():
        yield Sited(term.value, term.origin)
    for module in view.modules:
        yield from _of_module(module)


def texts(view: CourseView) -> Iterator[tuple[Origin, KeyPath, str]]:
    """Every string of every block with its path in the file."""
    for block in blocks(view):
        for path, value in leaves(block.value):
            yield block.origin, path, value


def without_code(text: str) -> str:
    """The text with code blanked out, every other character in its place."""
    if "`" not in text and "~~~" not in text:
        return text
    return _CODE.sub(lambda match: " " * len(match[0]), text)


def _of_module(module: ModuleView) -> Iterator[Sited[BaseModel]]:
    if module.head is not None:
        yield Sited(module.head.value, module.head.origin)
    for lesson in module.lessons:
        if lesson.head is not None:
            yield Sited(lesson.head.value, lesson.head.origin)
        for page in lesson.pages.entries.values():
            yield Sited(page.value, page.origin)
    for item in module.items.entries.values():
        yield Sited(item.value, item.origin)
    for scenario in module.scenarios:
        if scenario.head is not None:
            yield Sited(scenario.head.value, scenario.head.origin)
        for node in scenario.nodes.entries.values():
            yield Sited(node.value, node.origin)
    for exercise in module.exercises:
        for one in (exercise.head, *exercise.injects.entries.values(), exercise.hot_wash):
            if one is not None:
                yield Sited(one.value, one.origin)


def leaves(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every string inside a model, with its path. Depth is that of the models, at most four."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, inner in value.__dict__.items():
            if inner is not None:
                yield from leaves(inner, (*path, name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from leaves(inner, (*path, number))
