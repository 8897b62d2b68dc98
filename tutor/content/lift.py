"""From the keys of a block to the shape of its model, before pydantic looks at it.

Lettered keys become `answers`, keys of the author's own that have parts become `gaps`, `text-if`
becomes `text_if` (and `cue-if` likewise), lists become tuples, one text where a list may stand
becomes a list of one; conditions, effects and exercise times become values. What an author may not
write that way is a finding.
"""

import re
import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from tutor.content import conditions
from tutor.content.conditions import Slip
from tutor.content.diagnostics import Diagnostic
from tutor.content.harmless import CONTROLS, quoted
from tutor.content.origin import Origin
from tutor.content.positions import KeyPath
from tutor.content.shape_rules import CONTROL, GRAMMAR, UNKNOWN_KEY, WRONG_TYPE
from tutor.model.base import LETTERS
from tutor.model.classroom.exercise import ExerciseInject
from tutor.model.items.cloze import MARKER

_DEEPEST = 8
VARIANTS = {"text-if": "text_if", "cue-if": "cue_if"}
_HIDDEN = frozenset({"answers", "gaps", *VARIANTS.values()})


@dataclass(frozen=True, slots=True)
class Lifted:
    """What pydantic gets, and what was wrong before it looked."""

    data: dict[str, object]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What lifting needs to know of a model."""

    fields: frozenset[str]
    lists: frozenset[str]
    answers: bool
    answer: type[BaseModel] | None
    gap: type[BaseModel] | None


@cache
def plan_of(model: type[BaseModel]) -> Plan:
    """Read from the annotations of the model, once."""
    fields = model.model_fields
    answers = fields.get("answers")
    return Plan(
        frozenset(fields),
        frozenset(name for name, field in fields.items() if _is_list(field.annotation)),
        answers is not None,
        inner_model(answers.annotation) if answers else None,
        inner_model(fields["gaps"].annotation) if "gaps" in fields else None,
    )


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The model class inside an annotation such as `dict[Letter, Pair]`, or None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (inner_model(part) for part in get_args(annotation))
    return next((part for part in found if part is not None), None)


def lift(
    model: type[BaseModel], raw: dict[str, object], origin: Origin, block_id: str | None
) -> Lifted:
    """`block_id` is the name of the block where the model has an id that is not a key."""
    plan = plan_of(model)
    data: dict[str, object] = {}
    answers: dict[str, object] = {}
    gaps: dict[str, object] = {}
    faults = list(_controls(raw, origin))
    for key, value in raw.items():
        if key in _HIDDEN or (key == "id" and block_id is not None):
            message = f"{quoted(key)} cannot be used as a key here."
            hint = "The name in brackets is the id." if key == "id" else "Take it out."
            faults.append(origin.at_key(UNKNOWN_KEY, (key,), message, hint))
        elif plan.answers and key in LETTERS and len(key) == 1:
            answers[key] = _answer(plan, value, origin, key, faults)
        elif plan.gap is not None and key not in plan.fields and _is_gap(key, value, raw):
            gaps[key] = _parts_of(plan.gap, value)
        else:
            name = VARIANTS.get(key, key)
            name = name if name in plan.fields else key
            data[name] = _listed(plan, name, value)
    if model is ExerciseInject and "at" in data:
        _lift_time(data, origin, faults)
    if answers:
        data["answers"] = answers
    if gaps:
        data["gaps"] = gaps
    if block_id is not None:
        data["id"] = block_id
    return Lifted(data, tuple(faults))


def _answer(
    plan: Plan, value: object, origin: Origin, letter: str, faults: list[Diagnostic]
) -> object:
    data = _parts_of(plan.answer, value)
    if (
        plan.answer is not None
        and isinstance(data, dict)
        and "needs" in plan_of(plan.answer).fields
    ):
        _lift_needs(data, origin, letter, faults)
        _lift_effects(data, origin, letter, faults)
    return data


def _parts_of(inner: type[BaseModel] | None, value: object) -> object:
    """The value of a key with parts, each lifted as the model of the parts wants it."""
    if inner is None or not isinstance(value, dict):
        return _deep(value)
    plan = plan_of(inner)
    return {key: _listed(plan, key, part) for key, part in value.items()}


def _is_gap(key: str, value: object, raw: dict[str, object]) -> bool:
    """A key with parts that the format does not know, or one that the prompt names."""
    return isinstance(value, dict) or key in MARKER.findall(str(raw.get("prompt")))


def _lift_needs(
    data: dict[str, object], origin: Origin, letter: str, faults: list[Diagnostic]
) -> None:
    if "needs" not in data:
        return
    text = data.pop("needs")
    path = (letter, "needs")
    if not isinstance(text, str):
        hint = f'For example: {letter}.needs = "trust >= 3"'
        faults.append(origin.at_value(WRONG_TYPE, path, "A condition is one text.", hint))
        return
    found = conditions.condition(text)
    if isinstance(found, Slip):
        faults.append(_slip(found, text, origin, path))
    else:
        data["needs"] = found


def _lift_effects(
    data: dict[str, object], origin: Origin, letter: str, faults: list[Diagnostic]
) -> None:
    if "effects" not in data:
        return
    texts = data.pop("effects")
    path = (letter, "effects")
    if not isinstance(texts, tuple) or not all(isinstance(text, str) for text in texts):
        hint = f'For example: {letter}.effects = ["trust +2", "knows-hours"]'
        faults.append(origin.at_value(WRONG_TYPE, path, "Effects are a list of texts.", hint))
        return
    effects = []
    for number, text in enumerate(texts):
        found = conditions.effect(text)
        if isinstance(found, Slip):
            faults.append(_slip(found, text, origin, (*path, number)))
        else:
            effects.append(found)
    data["effects"] = tuple(effects)


TIME = re.compile(r"^T\+([0-9]{2}):([0-5][0-9])$")
"""Exercise time as an author writes it; in a form that JSON Schema knows too."""


def _lift_time(data: dict[str, object], origin: Origin, faults: list[Diagnostic]) -> None:
    """`at = "T+00:25"` as minutes from the start of the exercise."""
    written = data.pop("at")
    found = TIME.fullmatch(written) if isinstance(written, str) else None
    if found:
        data["at"] = 60 * int(found[1]) + int(found[2])
        return
    message = "Exercise time is written as hours and minutes from the start."
    hint = 'For example: at = "T+00:25"'
    faults.append(origin.at_value(WRONG_TYPE, ("at",), message, hint))


def _slip(slip: Slip, text: str, origin: Origin, path: KeyPath) -> Diagnostic:
    message = f"{quoted(text)} cannot be read. {slip.message}"
    return origin.at_offset(GRAMMAR, path, text, (slip.start, slip.end), message, slip.hint)


def _listed(plan: Plan, name: str, value: object) -> object:
    if name in plan.lists and isinstance(value, str):
        return (value,)
    return _deep(value)


def _deep(value: object, depth: int = 0) -> object:
    """Lists as tuples; what is nested deeper than any format stays as it is and is refused."""
    if depth >= _DEEPEST:
        return value
    if isinstance(value, list):
        return tuple(_deep(part, depth + 1) for part in value)
    if isinstance(value, dict):
        return {key: _deep(part, depth + 1) for key, part in value.items()}
    return value


def _is_list(annotation: Any) -> bool:
    kind = get_origin(annotation)
    if kind in (Union, types.UnionType):
        return any(_is_list(part) for part in get_args(annotation))
    if kind is Annotated:
        return _is_list(get_args(annotation)[0])
    return kind is tuple


def _controls(raw: dict[str, object], origin: Origin) -> Iterator[Diagnostic]:
    """Texts that would steer a terminal: `decode` lets none through, but escapes can spell them."""
    if not origin.positions.has("\\"):
        return
    waiting: list[tuple[KeyPath, object]] = [((key,), value) for key, value in raw.items()]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(((*path, key), part) for key, part in value.items())
        elif isinstance(value, list):
            waiting.extend(((*path, number), part) for number, part in enumerate(value))
        elif isinstance(value, str) and (match := CONTROLS.search(value)):
            yield _control(origin, path, match[0])


def _control(origin: Origin, path: KeyPath, character: str) -> Diagnostic:
    message = (
        f"The text holds the invisible character U+{ord(character):04X}, which steers a terminal "
        "or the direction of writing."
    )
    return origin.at_words(CONTROL, path, character, message, "Delete it and type the text again.")
