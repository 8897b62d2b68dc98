"""One block against its model. What pydantic finds is said in the author's words, never in its own.

Every error is placed at the author's own key or value, a missing key is paired with an unknown one
that looks like it, and each fault is reported once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from tutor.content.diagnostics import Diagnostic, has_errors
from tutor.content.harmless import listed, quoted
from tutor.content.lift import inner_model, lift, plan_of
from tutor.content.origin import Origin, author_path, spelt
from tutor.content.positions import KeyPath
from tutor.content.sentences import sentence
from tutor.content.shape_rules import BAD_ID, MISSING, NO_WHY, UNKNOWN_KEY, UNKNOWN_KIND
from tutor.content.suggest import did_you_mean, nearest
from tutor.model.base import LETTERS
from tutor.model.items import KINDS, Item, Number

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Shaped(Generic[M]):
    """The value, or None with the errors that explain why."""

    value: M | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """One pydantic error. `location` leads into the lifted data and holds no union tags."""

    type: str
    location: KeyPath
    value: object
    context: dict[str, object]

    @property
    def path(self) -> KeyPath:
        """The place as the file spells it."""
        return author_path(self.location)


def shape(
    model: type[M], raw: dict[str, object], origin: Origin, *, block_id: str | None = None
) -> Shaped[M]:
    """Validate one block. `block_id`: the block's name, for a model whose id is not a key."""
    lifted = lift(model, raw, origin, block_id)
    value, faults = _validated(model, lifted.data)
    found = _once((*lifted.diagnostics, *_explained(model, faults, origin)))
    return Shaped(None if has_errors(found) else value, found)


def shape_question(
    raw: dict[str, object], defaults: dict[str, object], origin: Origin
) -> Shaped[Item]:
    """A question by its `kind`; `defaults` are the checked keys from the head of the file."""
    whole = {**defaults, **raw}
    kind = whole.get("kind")
    if kind is None:
        hint = f'Add a line such as kind = "single"; kinds are {listed(list(KINDS))}.'
        fault = origin.at_block(MISSING, "The question has no `kind`.", hint)
        return Shaped(None, (fault,))
    if not isinstance(kind, str) or kind not in KINDS:
        return Shaped(None, (unknown_kind(kind, origin),))
    return shape(KINDS[kind], whole, origin, block_id=origin.block)


def unknown_kind(kind: object, origin: Origin) -> Diagnostic:
    """`kind` names no kind of question that this version knows."""
    word = kind if isinstance(kind, str) else ""
    hint = did_you_mean(word, KINDS) or f"This version knows {listed(list(KINDS))}."
    message = f"{quoted(word)} is no kind of question." if word else "`kind` is a text."
    return origin.at_value(UNKNOWN_KIND, ("kind",), message, hint)


def _validated(model: type[M], data: dict[str, object]) -> tuple[M | None, list[Fault]]:
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, [_fault(details, data) for details in error.errors(include_url=False)]


def _fault(details: ErrorDetails, data: dict[str, object]) -> Fault:
    location = _real(details["loc"], data, missing=details["type"] == "missing")
    return Fault(details["type"], location, details["input"], dict(details.get("ctx", {})))


def _real(location: KeyPath, data: object, *, missing: bool) -> KeyPath:
    """The parts of pydantic's location that lead through the data; its tags lead nowhere."""
    way: list[str | int] = []
    for number, part in enumerate(location):
        inner = _inside(data, part)
        if inner is not _NOTHING:
            data = inner
        if inner is not _NOTHING or (missing and number == len(location) - 1):
            way.append(part)
    return tuple(way)


_NOTHING = object()


def _inside(data: object, part: str | int) -> object:
    if isinstance(data, dict):
        return data.get(part, _NOTHING)
    if isinstance(data, tuple) and isinstance(part, int) and 0 <= part < len(data):
        return data[part]
    return _NOTHING


def _explained(model: type[BaseModel], faults: list[Fault], origin: Origin) -> Iterator[Diagnostic]:
    missing = {fault.location: fault for fault in faults if fault.type == "missing"}
    for fault in faults:
        if fault.type == "extra_forbidden":
            yield _unknown_key(model, fault, missing, origin)
    for fault in missing.values():
        yield _missing_key(model, fault, origin)
    for fault in faults:
        if fault.type not in ("missing", "extra_forbidden") and not _hidden(fault, faults):
            yield _wrong_value(model, fault, origin)


def _hidden(fault: Fault, faults: Iterable[Fault]) -> bool:
    """True for the other branch of a union: a list is wrong as one text, but only a part is."""
    length = len(fault.location)
    return isinstance(fault.value, tuple) and any(
        len(other.location) > length and other.location[:length] == fault.location
        for other in faults
    )


def _wrong_value(model: type[BaseModel], fault: Fault, origin: Origin) -> Diagnostic:
    said = sentence(model, fault.type, fault.location, fault.value, fault.context)
    if fault.location == ("id",) and origin.block:
        return origin.at_block(said.rule, said.message, said.hint)
    if said.on_key:
        return origin.at_key(said.rule, fault.path, said.message, said.hint)
    return origin.at_value(said.rule, fault.path, said.message, said.hint)


def _unknown_key(
    model: type[BaseModel], fault: Fault, missing: dict[KeyPath, Fault], origin: Origin
) -> Diagnostic:
    *parent, last = fault.location
    word = str(last)
    here = _model_at(model, tuple(parent))
    beside = {str(way[-1]): way for way in missing if way[:-1] == tuple(parent)}
    meant = nearest(word, beside)
    if meant:
        del missing[beside[meant]]
    if here is not None and (letter := _as_letter(word, fault.value, here)):
        return origin.at_key(BAD_ID, fault.path, *letter)
    known = _keys(here)
    hint = did_you_mean(word, [meant] if meant else known)
    hint = hint or (f"Possible keys: {listed(known, 'and')}." if known else "Take it out.")
    message = f"{quoted(word)} is not a key of {_noun(here)}."
    return origin.at_key(UNKNOWN_KEY, fault.path, message, hint)


def _as_letter(word: str, value: object, model: type[BaseModel]) -> tuple[str, str] | None:
    """The finding for `i.text` or `A.text`: meant as an answer, but no answer letter."""
    if len(word) != 1 or not word.isalpha() or not isinstance(value, (dict, str)):
        return None
    if not plan_of(model).answers:
        message = f"{quoted(word)} is an answer letter, and {_noun(model)} has no answers."
        return message, "Take the lines with this letter out."
    small = word.lower()
    in_small = small != word and small in LETTERS
    hint = f"Write {quoted(small)}." if in_small else "Eight answers are the most."
    return f"{quoted(word)} is no answer letter: answers are lettered a to h.", hint


def _missing_key(model: type[BaseModel], fault: Fault, origin: Origin) -> Diagnostic:
    *parent, last = fault.path
    path = spelt(fault.path)
    if fault.location[0] == "answers" and len(fault.path) == 2:
        rule = NO_WHY if last == "why" else MISSING
        message = f"`{last}` is missing in answer {parent[0]}."
        hint = f"Add {path} = {_sample(_model_at(model, fault.location[:-1]), str(last))}"
        return origin.at_key(rule, tuple(parent), message, hint)
    here = _model_at(model, fault.location[:-1])
    if fault.location == ("answers",):
        message = f"The answers are missing in {_noun(here)}."
        return origin.at_block(MISSING, message, "Add a.text = '''...''' and a.why = '''...'''.")
    if fault.location == ("gaps",):
        message = "The gaps are missing: nothing says what stands in them."
        hint = "For {{who}} in the prompt, add who.accept = ['''...''']"
        return origin.at_block(MISSING, message, hint)
    message = f"The key {quoted(path)} is missing in {_noun(here)}."
    hint = f"Add a line {_WITH_PARTS.get(path) or f'{path} = {_sample(here, str(last))}'}"
    if parent:
        return origin.at_key(MISSING, tuple(parent), message, hint)
    return origin.at_block(MISSING, message, hint)


_WITH_PARTS = {"bins": "bins.first = '''...'''", "rubric": "rubric.a = '''...'''"}
"""The line to add for a key that has parts."""


def _sample(model: type[BaseModel] | None, key: str) -> str:
    if model is not None and key in plan_of(model).lists:
        return '["..."]'
    if model is Number and key == "answer":
        return "12.5"
    samples = {"minutes": "30", "answer": "true", "format": "1", "correct": '"a"', "quality": "1"}
    plain = ("id", "start", "objective", "date", "authority", "bin", "to")
    return samples.get(key, '"..."' if key in plain else "'''...'''")


def _model_at(model: type[BaseModel], location: KeyPath) -> type[BaseModel] | None:
    """The model that describes a place; None where the place is below a text or a number."""
    here: type[BaseModel] | None = model
    for part in location:
        if here is None:
            return None
        fields = {field.alias or name: field for name, field in here.model_fields.items()}
        if part in fields:
            inner = inner_model(fields[str(part)].annotation)
            here = inner
    return here


def _keys(model: type[BaseModel] | None) -> list[str]:
    if model is None:
        return []
    names = [field.alias or name for name, field in model.model_fields.items()]
    hidden = {"answers", "gaps"}
    return [spelt(author_path((name,))) for name in names if name not in hidden]


_NOUNS = {
    "CourseHead": "course.toml",
    "ModuleHead": "module.toml",
    "LessonHead": "the head of a lesson",
    "Page": "a page",
    "Source": "a source",
    "Term": "a glossary term",
    "Avoided": "an avoided word",
    "ScenarioHead": "the head of a scenario",
    "Indicator": "an indicator",
    "Indicators": "an indicator",
    "Inject": "an inject",
    "Node": "a node",
    "ExerciseHead": "the head of an exercise",
    "ExerciseInject": "an inject of an exercise",
    "Expectation": "an expected action",
    "HotWashPlan": "the hot wash",
    "NodeChoice": "a choice",
    "Pair": "a pair",
    "SingleAnswer": "an answer",
    "MultipleAnswer": "an answer",
    "Statement": "a statement",
    "Sorted": "an answer",
    "DocumentLine": "a line of the document",
    "RankedAnswer": "an answer",
    "Gap": "a gap",
    "QuestionDefaults": "the head of a question file",
}


def _noun(model: type[BaseModel] | None) -> str:
    if model is None:
        return "this place"
    if issubclass(model, Item):
        return f"a question of kind {model.KIND}"
    return _NOUNS.get(model.__name__, "this block")


def _once(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """One finding per place and rule."""
    kept: dict[object, Diagnostic] = {}
    for one in found:
        kept.setdefault((one.code, one.span, one.message), one)
    return tuple(kept.values())
