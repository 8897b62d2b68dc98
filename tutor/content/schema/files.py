"""The schema of each file of a course, put together from its blocks.

Not everything that `tutor check` finds can be said here: references between files, how many
answers a question has, what a condition means. What is said is no stricter than the reader,
but that it counts the blanks around a text too.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from tutor.content.read import QuestionDefaults
from tutor.content.schema.blocks import Definitions, Schema
from tutor.content.schema.words import EXERCISE_PARTS, LABELS
from tutor.model.base import ID_PATTERN
from tutor.model.classroom.exercise import ExerciseHead, ExerciseInject, HotWashPlan
from tutor.model.course import CourseHead, LessonHead, ModuleHead, Page
from tutor.model.glossary import Term
from tutor.model.items import KINDS
from tutor.model.scenario import Indicator, Node, ScenarioHead
from tutor.model.source import Source
from tutor.model.wordlist import Avoided

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID: Schema = {"pattern": ID_PATTERN, "maxLength": 64}
_LINE: Schema = {"type": "string", "minLength": 1, "maxLength": 400}
_DEFAULTED = ("kind", "objective")
"""Keys that every question needs and that the head of the file may give."""


@dataclass(frozen=True, slots=True)
class CourseFile:
    """A sort of file: its name or the folder of such files, and how the schema is made.

    `depth`: how many folders below course.toml it lies.
    """

    pattern: str
    depth: int
    make: Callable[[Definitions], Schema]

    @property
    def schema(self) -> Schema:
        """The whole JSON Schema, the same for every course."""
        known = Definitions()
        body = self.make(known)
        head = {"$schema": DIALECT, "title": self.pattern, "x-tombi-toml-version": "v1.0.0"}
        return head | body | ({"$defs": known.schemas} if known.schemas else {})


def _course(known: Definitions) -> Schema:
    return known.block(CourseHead)


def _blocks(model: type[BaseModel]) -> Callable[[Definitions], Schema]:
    """A file that is all blocks of one sort."""

    def make(known: Definitions) -> Schema:
        return {"type": "object", **_named(known, model)}

    return make


def _named(known: Definitions, model: type[BaseModel]) -> Schema:
    return _names(known.refer(model), LABELS[model.__name__])


def _names(each: Schema, label: str) -> Schema:
    """Keys of the author's own: ids, each with a block or a value."""
    return {
        "propertyNames": _ID,
        "additionalProperties": each,
        "x-tombi-additional-key-label": label,
    }


def _headed(body: Schema, blocks: Schema) -> Schema:
    """A file with keys before its blocks. A block may have the name of a key that is left out."""
    each = blocks["additionalProperties"]
    for key, schema in body["properties"].items():
        if key not in body["required"] and "additionalProperties" not in schema:
            said = {"description": schema.pop("description")}
            body["properties"][key] = {"anyOf": [*schema.pop("anyOf", (schema,)), each], **said}
    return body | blocks


def _module(known: Definitions) -> Schema:
    """`[objectives]` is a block of lines; its name cannot be a key at the same time."""
    body = known.block(ModuleHead)
    body["properties"]["objectives"] = {
        "type": "object",
        "description": "What a learner can do afterwards, a verb first: o1 = '''Explain ...'''",
        **_names(_LINE, "objective-id"),
    }
    return body | {"required": [key for key in body["required"] if key != "objectives"]}


def _lesson(known: Definitions) -> Schema:
    return _headed(known.block(LessonHead), _named(known, Page))


def _scenario(known: Definitions) -> Schema:
    body = known.block(ScenarioHead)
    body["properties"]["indicators"] = {
        "type": "object",
        "description": "What the learner sees move: trust.label, trust.start.",
        **_named(known, Indicator),
    }
    body["properties"]["facts"] = {
        "type": "object",
        "description": "What may become known or true: knows-hours = '''...'''",
        **_names(_LINE, "fact-id"),
    }
    return _headed(body, _named(known, Node))


def _exercise(known: Definitions) -> Schema:
    body = known.block(ExerciseHead)
    for name, said in EXERCISE_PARTS.items():
        body["properties"][name] = {
            "type": "object",
            "description": said,
            **_names(_LINE, f"{name[:-1]}-id"),
        }
    body["properties"]["hot-wash"] = known.block(HotWashPlan) | {
        "description": "The talk right after: minutes, and what each round asks."
    }
    return _headed(body, _named(known, ExerciseInject))


def _questions(known: Definitions) -> Schema:
    """Each question by its `kind`, which may stand before the first of them for all."""
    body = known.block(QuestionDefaults)
    kinds = {"enum": list(KINDS)}
    body["properties"]["kind"] |= kinds
    of_kind = {name: known.refer(kind, _DEFAULTED) for name, kind in KINDS.items()}
    known.schemas["Question"] = {
        "type": "object",
        "additionalProperties": True,
        # What has to hold is said by `allOf`; editors look into `anyOf` for what could be typed.
        "anyOf": list(of_kind.values()),
        "allOf": [_if_kind(name, schema) for name, schema in of_kind.items()],
    }
    body = _headed(body, _names({"$ref": "#/$defs/Question"}, "question-id"))
    return body | {"allOf": list(_everywhere(kinds, of_kind))}


def _if_kind(name: str, then: Schema) -> Schema:
    return {"if": {"properties": {"kind": {"const": name}}, "required": ["kind"]}, "then": then}


def _everywhere(kinds: Schema, of_kind: dict[str, Schema]) -> Iterator[Schema]:
    """What holds for every question of a file, by what its head says.

    `additionalProperties` sees the keys of the head too, which are no tables.
    """
    table = {"type": "object"}
    yield _each(table, {"properties": {"kind": kinds}, "additionalProperties": True})
    for key in _DEFAULTED:
        needs = {"required": [key], "additionalProperties": True}
        yield {"if": {"not": {"required": [key]}}, "then": _each(table, needs)}
    without = table | {"not": {"required": ["kind"]}}
    for name, schema in of_kind.items():
        yield _if_kind(name, _each(without, schema))


def _each(which: Schema, then: Schema) -> Schema:
    return {"additionalProperties": {"if": which, "then": then}}


FILES: dict[str, CourseFile] = {
    "course": CourseFile("course.toml", 0, _course),
    "sources": CourseFile("sources.toml", 0, _blocks(Source)),
    "glossary": CourseFile("glossary.toml", 0, _blocks(Term)),
    "words": CourseFile("words.toml", 0, _blocks(Avoided)),
    "module": CourseFile("module.toml", 1, _module),
    "questions": CourseFile("questions.toml", 1, _questions),
    "lesson": CourseFile("lessons/*.toml", 2, _lesson),
    "scenario": CourseFile("scenarios/*.toml", 2, _scenario),
    "exercise": CourseFile("exercises/*.toml", 2, _exercise),
}
"""Every sort of file by its name."""
