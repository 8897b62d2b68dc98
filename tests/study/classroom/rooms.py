"""A desk for classes over the bundled courses or a small one, and what a wall must not say."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from tests.worlds import BRIDGE, make_world
from tutor.content.library import Library
from tutor.model.items import Item
from tutor.model.library import Module
from tutor.model.scenario import Scenario
from tutor.study.classroom.desk import ClassDesk

SECRET = "what no participant may read"

NOTES = {"notes"}
"""Never on a wall."""

EXPLAINS = {"why", "right", "wrong", "hints", "model", "rubric"}
"""Texts that explain an answer. In a match, `right` is a partner and stands on the wall."""


def class_desk(home: Path, courses: Path = BRIDGE) -> ClassDesk:
    return ClassDesk(Library.open([courses]), home, make_world())


def texts(value: Any) -> Iterator[str]:
    """Every text in a frame."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in (*value.keys(), *value.values()):
            yield from texts(one)
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name))


def explanations(item: Item) -> set[str]:
    """The texts of a question that only a reveal may show."""
    return set(_named(item, EXPLAINS - ({"right"} if item.kind == "match" else set())))


def judgements(scenario: Scenario) -> set[str]:
    """The texts of a scenario that only its debrief may show."""
    return set(_named(list(scenario.nodes.values()), {"why", "debrief", "cue", "cue_if"}))


def notes(module: Module) -> set[str]:
    """The facilitator's texts of a module."""
    parts = [module.head, *module.lessons, *module.items.values(), *module.scenarios.values()]
    return set(_named(parts, NOTES))


def _named(value: Any, names: set[str]) -> Iterator[str]:
    """The texts in fields of these names, at any depth."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if name in names:
                yield from texts(list(inner.values()) if isinstance(inner, dict) else inner)
            else:
                yield from _named(inner, names)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _named(one, names)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _named(one, names)


def unkeyed(module: Module) -> Module:
    """The module with every key, explanation, note and judgement changed.

    Fingerprints stay, as a session that pinned them would not notice.
    """
    items = {name: _unkeyed(item) for name, item in module.items.items()}
    scenarios = {name: _unjudged(one) for name, one in module.scenarios.items()}
    lessons = tuple(
        lesson.model_copy(
            update={"pages": tuple(p.model_copy(update={"notes": SECRET}) for p in lesson.pages)}
        )
        for lesson in module.lessons
    )
    head = module.head.model_copy(update={"notes": SECRET})
    change = {"items": items, "scenarios": scenarios, "lessons": lessons, "head": head}
    return module.model_copy(update=change)


CHANGED: dict[str, Any] = {
    "why": SECRET,
    "notes": SECRET,
    "hints": (SECRET,),
    "harm": True,
    "flaw": True,
    "credit": 0.5,
    "quality": 1,
    "misconception": "changed",
    "accept": (SECRET,),
    "near": (SECRET,),
    "model": SECRET,
    "wrong": SECRET,
    "panel_best": 2,
    "panel": (9, 0, 0, 0, 0),
}
"""Field -> another value of its type; `correct`, `answer` and `right` depend on the kind."""


def _unkeyed(item: Item) -> Item:
    change = {name: value for name, value in CHANGED.items() if name in type(item).model_fields}
    answers = getattr(item, "answers", {})
    if item.kind in ("single", "multiple"):
        wrong = next(letter for letter in answers if letter not in getattr(item, "correct", ""))
        change["correct"] = wrong if item.kind == "single" else (wrong,)
    if item.kind == "true-false":
        change |= {"answer": not getattr(item, "answer", False), "right": SECRET}
    if item.kind == "number":
        change["answer"] = 123456.0
    change["answers"] = {letter: _other(one, item.kind) for letter, one in answers.items()}
    return item.model_copy(
        update=change if answers else {k: v for k, v in change.items() if k != "answers"}
    )


def _other(answer: Any, kind: str) -> Any:
    if not isinstance(answer, BaseModel):
        return answer
    change = {k: v for k, v in CHANGED.items() if k in type(answer).model_fields}
    if kind == "statements":
        change["answer"] = not getattr(answer, "answer", False)
    return answer.model_copy(update=change)


def _unjudged(scenario: Scenario) -> Scenario:
    nodes = {}
    for name, node in scenario.nodes.items():
        answers = {
            letter: one.model_copy(
                update={"why": SECRET, "quality": 3 - one.quality, "harm": not one.harm}
            )
            for letter, one in node.answers.items()
        }
        cues = {"cue": SECRET, "cue_if": dict.fromkeys(node.cue_if, SECRET)}
        debrief = SECRET if node.debrief else None
        change = {"answers": answers, "notes": SECRET, "debrief": debrief, **cues}
        nodes[name] = node.model_copy(update=change)
    return scenario.model_copy(update={"nodes": nodes})
