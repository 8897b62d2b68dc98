"""Reads the files of a course folder into views: each block alone, every fault as a diagnostic."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field

from tutor.content import lock
from tutor.content.blocks import Block, parse_bytes
from tutor.content.diagnostics import Diagnostic, has_errors
from tutor.content.files import Folder
from tutor.content.harmless import harmless, quoted
from tutor.content.lock import Lock
from tutor.content.origin import Origin
from tutor.content.shape import Shaped, shape, shape_question, unknown_kind
from tutor.content.shape_rules import OUT_OF_RANGE, UNKNOWN_KEY
from tutor.content.view import (
    EXERCISE_BLOCKS,
    ExerciseView,
    LessonView,
    ModuleView,
    ScenarioView,
    Shelf,
    Sited,
)
from tutor.model.base import Frozen, Id, Line
from tutor.model.classroom.exercise import ExerciseHead, ExerciseInject, HotWashPlan
from tutor.model.course import CourseHead, LessonHead, ModuleHead, Objective, Page
from tutor.model.glossary import Term
from tutor.model.items import KINDS, Item, Use
from tutor.model.scenario import Indicator, Node, ScenarioHead
from tutor.model.source import Source
from tutor.model.wordlist import Avoided

M = TypeVar("M", bound=BaseModel)

COURSE, MODULE, SOURCES, GLOSSARY = "course.toml", "module.toml", "sources.toml", "glossary.toml"
QUESTIONS, WORDS = "questions.toml", "words.toml"

MAX_VALUES = 1_000
"""Keys and list entries of one block; a question with eight answers has about fifty."""

_CUT_SHORT = frozenset({"T021"})
"""Findings after which the file may hold ids that nobody saw."""


class QuestionDefaults(Frozen):
    """Keys that may stand before the first question; they hold for the whole file."""

    kind: str | None = None
    objective: Id | None = None
    source: tuple[Id, ...] = ()
    use: tuple[Annotated[Use, Field(strict=False)], ...] = ()
    difficulty: Annotated[int, Field(ge=1, le=5)] | None = None
    sensitivity: str | None = None


class Texts(Frozen):
    """`[objectives]`, `[facts]`, `[roles]`, `[storylines]`: a line by id."""

    parts: dict[Id, Line]


class Indicators(Frozen):
    """`[indicators]`."""

    parts: dict[Id, Indicator]


@dataclass(frozen=True, slots=True)
class File:
    """One file as parsed."""

    name: str
    blocks: tuple[Block, ...] = ()
    broken: frozenset[str] = frozenset()
    whole: bool = False
    """True when it is certain which ids the file holds."""

    @property
    def head(self) -> Block | None:
        """The keys before the first `[id]`."""
        return self.block("")

    def block(self, name: str) -> Block | None:
        """The usable block of that name, or None."""
        return next((block for block in self.blocks if block.name == name), None)

    def rest(self, *without: str) -> tuple[Block, ...]:
        """The blocks after the head."""
        return tuple(block for block in self.blocks if block.name and block.name not in without)


@dataclass(slots=True)
class Reader:
    """Reads one course folder; findings and files gather here while it does."""

    folder: Folder
    diagnostics: list[Diagnostic] = field(default_factory=list)
    files: dict[str, File] = field(default_factory=dict)

    def course_head(self) -> Sited[CourseHead] | None:
        """`course.toml`, or None when it cannot be used."""
        return self.course_head_of(self.open(COURSE))

    def course_head_of(self, file: File) -> Sited[CourseHead] | None:
        """The head of a course from an opened file."""
        self._refuse_blocks(file, file.rest(), "course.toml has none.")
        return self._head(CourseHead, file, {})

    def sources(self) -> Shelf[Source]:
        """`sources.toml`."""
        return self.sources_of(self.open(SOURCES))

    def sources_of(self, file: File) -> Shelf[Source]:
        """Sources from an opened file."""
        return self._shelf(Source, file, file.rest())

    def glossary(self) -> Shelf[Term]:
        """`glossary.toml`; without the file there are no terms."""
        if not self.folder.has(GLOSSARY):
            return Shelf()
        return self.glossary_of(self.open(GLOSSARY))

    def glossary_of(self, file: File) -> Shelf[Term]:
        """Terms from an opened file."""
        return self._shelf(Term, file, file.rest())

    def words(self) -> Shelf[Avoided]:
        """`words.toml`, the course's own word list; without the file no word is avoided."""
        return self.words_of(self.open(WORDS)) if self.folder.has(WORDS) else Shelf()

    def words_of(self, file: File) -> Shelf[Avoided]:
        """Avoided words from an opened file."""
        return self._shelf(Avoided, file, file.rest())

    def lock(self) -> Lock | None:
        """`ids.lock`, or None when there is none that can be used."""
        if not self.folder.has(lock.FILE):
            return None
        name, data = self.folder.name(lock.FILE), self.folder.read(lock.FILE)
        found = data if isinstance(data, Diagnostic) else lock.read(data, name)
        if isinstance(found, Diagnostic):
            self.diagnostics.append(found)
            return None
        return found

    def module_head(self, module_id: str) -> ModuleView:
        """`module.toml`: the head and the objectives of a module, nothing below them."""
        path = f"{module_id}/{MODULE}"
        if not self.folder.has(path):
            return ModuleView(module_id, self.folder.name(path), False, None, Shelf(known=False))
        return self.module_head_of(module_id, self.open(path))

    def module_head_of(self, module_id: str, file: File) -> ModuleView:
        """The head and the objectives of a module from an opened file."""
        texts = self._parts(file, "objectives", Texts)
        objectives = {
            name: Sited(Objective(id=name, text=sited.value), sited.origin)
            for name, sited in texts.entries.items()
        }
        listed = tuple(sited.value for sited in objectives.values())
        head = self._head(ModuleHead, file, {"objectives": listed})
        self._refuse_blocks(file, file.rest("objectives"), "module.toml has one: [objectives].")
        return ModuleView(
            module_id, file.name, True, head, Shelf(objectives, texts.names, texts.known)
        )

    def lesson(self, module_id: str, lesson_id: str) -> LessonView:
        """A lesson and its pages."""
        path = f"{module_id}/lessons/{lesson_id}.toml"
        name = self.folder.name(path)
        if not self.folder.has(path):
            return LessonView(lesson_id, name, False, None, Shelf(known=False))
        return self.lesson_of(lesson_id, self.open(path))

    def lesson_of(self, lesson_id: str, file: File) -> LessonView:
        """A lesson from an opened file."""
        head = self._head(LessonHead, file, {})
        return LessonView(lesson_id, file.name, True, head, self._shelf(Page, file, file.rest()))

    def questions(self, module_id: str) -> Shelf[Item]:
        """The questions of a module; without the file there are none."""
        path = f"{module_id}/{QUESTIONS}"
        return self.questions_of(self.open(path)) if self.folder.has(path) else Shelf()

    def questions_of(self, file: File) -> Shelf[Item]:
        """Questions from an opened file, with the defaults of its head."""
        defaults, origin, spoilt = self._defaults(file)
        entries: dict[str, Sited[Item]] = {}
        for block in file.rest():
            here = Origin.of(file.name, block, origin)
            if spoilt - block.data.keys() & {"kind", "objective"}:
                continue
            shaped = shape_question(block.data, defaults, here)
            self._keep(entries, block.name, shaped, here)
        return Shelf(entries, _names(file), file.whole)

    def scenario(self, module_id: str, scenario_id: str) -> ScenarioView:
        """A scenario with its indicators, facts and nodes."""
        path = f"{module_id}/scenarios/{scenario_id}.toml"
        if self.folder.has(path):
            return self.scenario_of(scenario_id, self.open(path))
        name = self.folder.name(path)
        nothing: Shelf[str] = Shelf(known=False)
        return ScenarioView(
            scenario_id, name, False, None, Shelf(known=False), nothing, Shelf(known=False)
        )

    def scenario_of(self, scenario_id: str, file: File) -> ScenarioView:
        """A scenario from an opened file."""
        head = self._head(ScenarioHead, file, {})
        indicators = self._parts(file, "indicators", Indicators)
        facts = self._parts(file, "facts", Texts)
        nodes = self._shelf(Node, file, file.rest("indicators", "facts"))
        return ScenarioView(scenario_id, file.name, True, head, indicators, facts, nodes)

    def exercise(self, module_id: str, exercise_id: str) -> ExerciseView:
        """An exercise with its objectives, roles, storylines, injects and hot wash."""
        path = f"{module_id}/exercises/{exercise_id}.toml"
        if not self.folder.has(path):
            nothing: Shelf[str] = Shelf(known=False)
            name = self.folder.name(path)
            return ExerciseView(
                exercise_id, name, False, None, nothing, nothing, nothing, Shelf(known=False)
            )
        return self.exercise_of(exercise_id, self.open(path))

    def exercise_of(self, exercise_id: str, file: File) -> ExerciseView:
        """An exercise from an opened file."""
        head = self._head(ExerciseHead, file, {})
        texts = {name: self._parts(file, name, Texts) for name in EXERCISE_BLOCKS[:3]}
        injects = self._shelf(ExerciseInject, file, file.rest(*EXERCISE_BLOCKS))
        injects = replace(injects, names=injects.names - {"", *EXERCISE_BLOCKS})
        return ExerciseView(
            exercise_id,
            file.name,
            True,
            head,
            texts["objectives"],
            texts["roles"],
            texts["storylines"],
            injects,
            self._block(HotWashPlan, file, "hot-wash"),
            "hot-wash" in _names(file) or not file.whole,
        )

    def open(self, path: str) -> File:
        """Parse a file of the folder once; `path` uses forward slashes."""
        name = self.folder.name(path)
        if name not in self.files:
            data = self.folder.read(path)
            self.files[name] = self._parsed(name, data)
        return self.files[name]

    def given(self, path: str, data: bytes) -> File:
        """Parse these bytes as the file that lies there, or could: what is about to be written."""
        name = self.folder.name(path)
        self.files[name] = self._parsed(name, data)
        return self.files[name]

    def _parsed(self, name: str, data: bytes | Diagnostic) -> File:
        if isinstance(data, Diagnostic):
            self.diagnostics.append(data)
            return File(name)
        parsed = parse_bytes(data, name)
        self.diagnostics.extend(parsed.diagnostics)
        blocks = tuple(block for block in parsed.blocks if self._small(name, block))
        broken = parsed.broken | ({block.name for block in parsed.blocks} - _names_of(blocks))
        cut_short = any(found.code in _CUT_SHORT for found in parsed.diagnostics)
        return File(name, blocks, broken, bool(blocks or broken) and not cut_short)

    def _small(self, name: str, block: Block) -> bool:
        """False, with a finding, for a block that no author wrote by hand."""
        if not _larger_than(block.data, MAX_VALUES):
            return True
        message = f"The block has more than {MAX_VALUES:,} values."
        origin = Origin.of(name, block)
        self.diagnostics.append(origin.at_block(OUT_OF_RANGE, message, "Split it, or shorten it."))
        return False

    def _head(self, model: type[M], file: File, more: dict[str, object]) -> Sited[M] | None:
        block = file.head
        if block is None:
            return None
        origin = Origin.of(file.name, block)
        for key in more.keys() & block.data.keys():
            message = f"{quoted(key)} is a block of its own, no key."
            self.diagnostics.append(origin.at_key(UNKNOWN_KEY, (key,), message, f"Write [{key}]."))
        shaped = shape(model, {**block.data, **more}, origin)
        self.diagnostics.extend(shaped.diagnostics)
        return Sited(shaped.value, origin) if shaped.value is not None else None

    def _block(self, model: type[M], file: File, name: str) -> Sited[M] | None:
        """One block as a value; None where it is not there or cannot be used."""
        block = file.block(name)
        if block is None:
            return None
        origin = Origin.of(file.name, block)
        shaped = shape(model, block.data, origin)
        self.diagnostics.extend(shaped.diagnostics)
        return Sited(shaped.value, origin) if shaped.value is not None else None

    def _shelf(self, model: type[M], file: File, blocks: Iterable[Block]) -> Shelf[M]:
        entries: dict[str, Sited[M]] = {}
        for block in blocks:
            origin = Origin.of(file.name, block)
            shaped = shape(model, block.data, origin, block_id=block.name)
            self._keep(entries, block.name, shaped, origin)
        return Shelf(entries, _names(file), file.whole)

    def _keep(
        self, entries: dict[str, Sited[M]], name: str, shaped: Shaped[M], origin: Origin
    ) -> None:
        self.diagnostics.extend(shaped.diagnostics)
        if shaped.value is not None:
            entries[name] = Sited(shaped.value, origin)

    def _parts(self, file: File, name: str, model: type[Texts | Indicators]) -> Shelf[Any]:
        """The keys of one block as things of their own; one broken key does not hide the others."""
        block = file.block(name)
        if block is None:
            return Shelf(known=file.whole and name not in file.broken)
        origin = Origin.of(file.name, block)
        entries: dict[str, Sited[Any]] = {}
        for key, value in block.data.items():
            shaped = shape(model, {"parts": {key: value}}, origin)
            self.diagnostics.extend(shaped.diagnostics)
            if shaped.value is not None:
                entries[key] = Sited(shaped.value.parts[key], origin)
        return Shelf(entries, frozenset(block.data), True)

    def _defaults(self, file: File) -> tuple[dict[str, object], Origin | None, frozenset[str]]:
        """Good keys of the head, where they stand, and the keys that are written and wrong."""
        block = file.head
        if block is None:
            return {}, None, frozenset()
        origin = Origin.of(file.name, block)
        good: dict[str, object] = {}
        for key, value in block.data.items():
            found = self._default_faults(key, value, origin)
            self.diagnostics.extend(found)
            if not has_errors(found):
                good[key] = value
        return good, origin, frozenset(block.data.keys() - good.keys())

    def _default_faults(self, key: str, value: object, origin: Origin) -> tuple[Diagnostic, ...]:
        if key == "kind" and value not in list(KINDS):
            return (unknown_kind(value, origin),)
        return shape(QuestionDefaults, {key: value}, origin).diagnostics

    def _refuse_blocks(self, file: File, blocks: Iterable[Block], instead: str) -> None:
        for block in blocks:
            message = f"The block [{harmless(block.name)[:60]}] does not belong here."
            origin = Origin.of(file.name, block)
            self.diagnostics.append(origin.at_block(UNKNOWN_KEY, message, f"Blocks: {instead}"))


def _names(file: File) -> frozenset[str]:
    return file.broken | _names_of(file.blocks)


def _names_of(blocks: Iterable[Block]) -> frozenset[str]:
    return frozenset(block.name for block in blocks)


def _larger_than(data: object, most: int) -> bool:
    """True when tables and lists hold more values than that, on all levels together."""
    waiting = [data]
    count = 0
    while waiting and count <= most:
        value = waiting.pop()
        if isinstance(value, dict):
            count += len(value)
            waiting.extend(islice(value.values(), most))
        elif isinstance(value, list):
            count += len(value)
            waiting.extend(islice(value, most))
    return count > most
