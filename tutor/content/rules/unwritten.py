"""L806: texts that are still to be written; and what is not yet said about their blocks."""

import re
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.origin import Origin
from tutor.content.positions import KeyPath
from tutor.content.rules.texts import blocks, leaves
from tutor.content.view import CourseView
from tutor.model.course import ModuleHead

RULE = Rule(
    "L806",
    Severity.WARNING,
    "A text that is not written yet",
    "`TODO:` marks what is still to be written: `tutor new` puts it into every text of a new "
    "block. The course runs with it, and a learner would read it. As long as one text of a block "
    "is not written, only errors are told about the rest of the block.",
)
RULES = (RULE,)

_MARK = re.compile(r"\bTODO:|\A\s*TODO\b|\A[\s.\u2026]*(?:\.\.\.|\u2026)\s*\Z")
"""The mark, wherever it stands; and three dots as the whole text, as hints show them."""

_SIGNS = ("TODO", "...", "\u2026")


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every text of the course, labels, objectives and facts among them."""
    for origin, path, text in _texts(view):
        found = _MARK.search(text)
        if found is not None:
            message = f"This text is not written yet: {quoted(' '.join(text.split()))}."
            hint = "Write it, and take TODO out."
            yield origin.at_offset(RULE, path, text, found.span(), message, hint)


def finished(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Without warnings and notes about blocks that are not written yet, other than L806."""
    every = tuple(found)
    open_ones = {(one.file, one.block) for one in every if one.code == RULE.code}
    for one in every:
        whole_file = one.span is None
        told = one.severity is Severity.ERROR or one.code == RULE.code or whole_file
        if told or (one.file, one.block) not in open_ones:
            yield one


def _texts(view: CourseView) -> Iterator[tuple[Origin, KeyPath, str]]:
    for block in blocks(view):
        for path, text in leaves(block.value) if _may_have(block.origin) else ():
            if not (isinstance(block.value, ModuleHead) and path[0] == "objectives"):
                yield block.origin, path, text
    for origin, path, value in _parts(view):
        for inner, text in leaves(value) if _may_have(origin) else ():
            yield origin, (*path, *inner), text


def _may_have(origin: Origin) -> bool:
    """False for almost every block; looking into each text of it takes far longer."""
    return any(map(origin.positions.has, _SIGNS))


def _parts(view: CourseView) -> Iterator[tuple[Origin, KeyPath, BaseModel | str]]:
    """What stands beside other things in one block, by its name, and the word list."""
    for module in view.modules:
        for name, objective in module.objectives.entries.items():
            yield objective.origin, (name,), objective.value.text
    for _, scenario in view.scenarios():
        for name, indicator in scenario.indicators.entries.items():
            yield indicator.origin, (name,), indicator.value
        for name, fact in scenario.facts.entries.items():
            yield fact.origin, (name,), fact.value
    for _, exercise in view.exercises():
        for shelf in (exercise.objectives, exercise.roles, exercise.storylines):
            for name, line in shelf.entries.items():
                yield line.origin, (name,), line.value
    for word in view.words.entries.values():
        yield word.origin, (), word.value
