"""A module while it is written: what is broken is shown as it was when it was last good.

`tutor preview` reads the module again after each save. A block with an error keeps its last good
version; a situation that never was good is shown as far as it can be read, since playing does not
stop at a choice that leads nowhere yet.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Generic, TypeVar

from tutor.content.blocks import cut
from tutor.content.decode import decode
from tutor.content.diagnostics import Diagnostic, Severity
from tutor.content.files import Folder
from tutor.content.gather import alone, manifests
from tutor.content.read import COURSE, GLOSSARY, QUESTIONS, SOURCES, Reader
from tutor.content.rules.table import findings
from tutor.content.stand_in import course_head, module_head
from tutor.content.usable import Withheld, asking, assembled, withheld
from tutor.content.view import NO_THINGS, CourseView, LessonView, ModuleView, ScenarioView, Shelf
from tutor.model.course import Lesson, LessonHead, ModuleHead, Page
from tutor.model.items import Item
from tutor.model.library import Course, Module
from tutor.model.scenario import Node, Scenario, ScenarioHead

SHARED = (COURSE, SOURCES, GLOSSARY)
"""Files of the course that a module leans on."""

T = TypeVar("T")


class Standing(StrEnum):
    """What is shown of a block: what is on the disk, the last good version, what can be read of
    it, or nothing."""

    GOOD = "good"
    KEPT = "kept"
    FAULTY = "faulty"
    LOST = "lost"


class Kind(StrEnum):
    """What a block of a module is."""

    MODULE = "module"
    LESSON = "lesson"
    PAGE = "page"
    QUESTION = "question"
    SCENARIO = "scenario"
    NODE = "situation"


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A block of a file; `block` is "" for the head, `owner` the id of the lesson or scenario.

    `value` is what is shown; two drafts of a block differ where it does.
    """

    file: str
    block: str
    kind: Kind
    owner: str
    standing: Standing
    value: object = field(repr=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """A module that can be played, and its blocks in the order of the module and its files."""

    course: Course
    module: Module
    blocks: tuple[DraftBlock, ...]

    def block(self, file: str, name: str) -> DraftBlock | None:
        """The block of that name in a file."""
        return next((b for b in self.blocks if (b.file, b.block) == (file, name)), None)


def changed(before: Draft, now: Draft) -> frozenset[tuple[str, str]]:
    """File and block of everything that came, went, or is shown differently."""
    old = {(one.file, one.block): one for one in before.blocks}
    new = {(one.file, one.block): one for one in now.blocks}
    return frozenset(place for place in old.keys() | new.keys() if old.get(place) != new.get(place))


def read_draft(folder: Folder, module_id: str, before: Draft | None = None) -> Draft:
    """Read a module of a course folder; what is broken comes from `before`. Never raises for
    what is in the files."""
    reader = Reader(folder)
    shared, own = manifests(reader), reader.module_head(module_id)
    old_head = before.module.head if before else module_head(folder, module_id)
    head = own.head.value if own.head is not None else old_head
    whole = replace(
        own,
        lessons=tuple(reader.lesson(module_id, name) for name in head.lessons),
        items=reader.questions(module_id),
        scenarios=tuple(reader.scenario(module_id, name) for name in head.scenarios),
    )
    found = (*reader.diagnostics, *findings(alone(shared, whole), blocking=True))
    return _Making(reader, withheld(found), _torn(found), before).draft(shared, whole, head)


def _torn(found: Iterable[Diagnostic]) -> frozenset[str]:
    """The files in which even the line of an `[id]` may be broken."""
    return frozenset(
        one.file
        for one in found
        if one.severity is Severity.ERROR and one.code.startswith(("T", "F"))
    )


@dataclass(frozen=True, slots=True)
class _Kept(Generic[T]):
    """Things of one file as they are shown, and how each stands."""

    values: dict[str, T]
    standing: dict[str, Standing]


@dataclass(slots=True)
class _Making:
    """One reading on its way to a draft."""

    reader: Reader
    without: Withheld
    torn: frozenset[str]
    before: Draft | None
    blocks: list[DraftBlock] = field(default_factory=list)

    def draft(self, shared: CourseView, view: ModuleView, head: ModuleHead) -> Draft:
        """The draft; blocks gather in the order in which a learner meets them."""
        course = self._course(shared)
        old = self.before.module if self.before else None
        good = view.head is not None
        seen = old is not None and self._stood(view.file, "") is not Standing.LOST
        self._add(view.file, "", Kind.MODULE, "", _standing(good, seen), head)
        file = self.reader.folder.name(f"{view.id}/{QUESTIONS}")
        items = self._blocks(file, view.items, old.items if old else {})
        lessons = [
            lesson
            for one in view.lessons
            if (lesson := self._lesson(one, items.values)) is not None
        ]
        self._list(file, Kind.QUESTION, "", items)
        scenarios = {
            one.id: scenario for one in view.scenarios if (scenario := self._scenario(one))
        }
        ref = f"{course.head.id}/{view.id}"
        read = tuple(lesson for lesson in lessons if lesson is not None)
        module = assembled(ref, head, read, items.values, scenarios)
        return Draft(course, module, tuple(self.blocks))

    def _course(self, view: CourseView) -> Course:
        old = self.before.course if self.before else None
        name = self.reader.folder.name
        sources = self._blocks(name(SOURCES), view.sources, old.sources if old else {})
        glossary = self._blocks(name(GLOSSARY), view.glossary, old.glossary if old else {})
        head = view.head.value if view.head is not None else old.head if old else None
        return Course(
            head=head or course_head(self.reader.folder),
            modules={one.id: one.head.value for one in view.modules if one.head is not None},
            sources=sources.values,
            glossary=glossary.values,
        )

    def _lesson(self, view: LessonView, items: dict[str, Item]) -> Lesson | None:
        old = next((o for o in self.before.module.lessons if o.id == view.id), None) \
            if self.before else None  # fmt: skip
        head: LessonHead | None = view.head.value if view.head else old.head if old else None
        if not view.found and old is None:
            return None
        standing = _standing(view.head is not None, old is not None)
        self._add(view.file, "", Kind.LESSON, view.id, standing, head)
        pages = self._blocks(view.file, view.pages, {p.id: p for p in old.pages} if old else {})
        self._list(view.file, Kind.PAGE, view.id, pages)
        if head is None:
            return None
        asked = tuple(asking(page, items) for page in pages.values.values())
        return Lesson(id=view.id, head=head, pages=asked)

    def _scenario(self, view: ScenarioView) -> Scenario | None:
        old = self.before.module.scenarios.get(view.id) if self.before else None
        head: ScenarioHead | None = view.head.value if view.head else old.head if old else None
        if not view.found and old is None:
            return None
        indicators = self._parts(view.file, view.indicators, old.indicators if old else {})
        facts = self._parts(view.file, view.facts, old.facts if old else {})
        good = view.head is not None and (view.file, "") not in self.without
        value = (head, indicators.values, facts.values)
        self._add(view.file, "", Kind.SCENARIO, view.id, _standing(good, old is not None), value)
        nodes = self._blocks(view.file, view.nodes, old.nodes if old else {}, as_read=True)
        self._list(view.file, Kind.NODE, view.id, nodes)
        if head is None:
            return None
        return Scenario(
            id=view.id,
            head=head,
            indicators=indicators.values,
            facts=facts.values,
            nodes=nodes.values,
        )

    # One file

    def _blocks(
        self, file: str, shelf: Shelf[T], old: Mapping[str, T], *, as_read: bool = False
    ) -> _Kept[T]:
        """What stands in blocks of its own; `as_read`: what never was good, as far as it goes."""
        kept: _Kept[T] = _Kept({}, {})
        for name in self._names(file, shelf, old, self._order(file)):
            faulty = self._stood(file, name) is Standing.FAULTY
            self._merge(kept, file, name, shelf, {} if faulty else old)
            read = shelf.entries.get(name)
            if as_read and read is not None and kept.standing[name] is Standing.LOST:
                kept.values[name], kept.standing[name] = read.value, Standing.FAULTY
        return kept

    def _parts(self, file: str, shelf: Shelf[T], old: Mapping[str, T]) -> _Kept[T]:
        """What stands together in one block, such as all facts."""
        kept: _Kept[T] = _Kept({}, {})
        for name in self._names(file, shelf, old, _places(shelf.entries)):
            self._merge(kept, file, name, shelf, old)
        return kept

    def _merge(
        self, kept: _Kept[T], file: str, name: str, shelf: Shelf[T], old: Mapping[str, T]
    ) -> None:
        """A good one as it is, another one as it was."""
        read = shelf.entries.get(name)
        if read is not None and (file, read.origin.block) not in self.without:
            kept.values[name], kept.standing[name] = read.value, Standing.GOOD
        elif name in old:
            kept.values[name], kept.standing[name] = old[name], Standing.KEPT
        else:
            kept.standing[name] = Standing.LOST

    def _names(
        self, file: str, shelf: Shelf[T], old: Mapping[str, T], order: Mapping[str, int]
    ) -> list[str]:
        """In the order of the file; where an `[id]` line may be broken, the old ones stay."""
        names = shelf.names - NO_THINGS
        found = sorted(names, key=lambda name: (order.get(name, len(order)), name))
        gone = [name for name in old if name not in names]
        return [*found, *gone] if file in self.torn or not shelf.known else found

    def _order(self, file: str) -> dict[str, int]:
        """The place of each block in its file."""
        read = self.reader.files.get(file)
        if read is None:
            return {}
        written = _written(self.reader.folder, file) if read.broken else []
        return _places(written or [block.name for block in read.blocks])

    def _stood(self, file: str, name: str) -> Standing | None:
        """How a block stood before."""
        block = self.before.block(file, name) if self.before else None
        return block.standing if block else None

    def _add(
        self, file: str, block: str, kind: Kind, owner: str, standing: Standing, value: object
    ) -> None:
        self.blocks.append(DraftBlock(file, block, kind, owner, standing, value))

    def _list(
        self, file: str, kind: Kind, owner: str, things: _Kept[Page] | _Kept[Item] | _Kept[Node]
    ) -> None:
        for name, standing in things.standing.items():
            self._add(file, name, kind, owner, standing, things.values.get(name))


def _standing(good: bool, seen: bool) -> Standing:
    return Standing.GOOD if good else Standing.KEPT if seen else Standing.LOST


def _places(names: Iterable[str]) -> dict[str, int]:
    """The first place of each name."""
    return {name: place for place, name in reversed(list(enumerate(names)))}


def _written(folder: Folder, file: str) -> list[str]:
    """The names of all blocks of a file, broken ones too."""
    data = folder.read(file.removeprefix(folder.name("x").removesuffix("x")))
    text = decode(data, file).text if isinstance(data, bytes) else None
    return [raw.name for raw in cut(text)] if text is not None else []
