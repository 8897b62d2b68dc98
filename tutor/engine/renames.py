"""Ids that were renamed: what was done under a former id counts for the thing as it is called now.

`was` in a course says which ids a thing had before. The journal is never changed; where it is
folded, each event is read under the names of now, so records, memory and mastery simply go on.

An id that is in use again is nobody's former id: a record never goes to two places.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass, field
from hashlib import sha256
from typing import Any

from tutor.model.course import CourseHead, ModuleHead
from tutor.model.library import Module
from tutor.model.marks import About, Bookmarked, Noted, Reported, Subject
from tutor.model.record import (
    Answered,
    Decided,
    Event,
    PageRead,
    QuizAbandoned,
    QuizExtended,
    QuizFinished,
    QuizMoved,
    QuizStarted,
    RunAbandoned,
    RunFinished,
    RunStarted,
    ScenarioState,
)

Names = Mapping[str, str]
"""Former name -> name now."""


@dataclass(frozen=True, slots=True)
class Renames:
    """Former names -> names now, over all courses.

    Modules as `course/module`. All others begin with what the module is called now: questions
    `course/module/question`, pages `course/module/lesson/page`, scenarios `course/module/scenario`,
    and nodes follow what their scenario is called now.
    """

    modules: Names = field(default_factory=dict)
    items: Names = field(default_factory=dict)
    pages: Names = field(default_factory=dict)
    scenarios: Names = field(default_factory=dict)
    nodes: Names = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything was ever renamed."""
        return any(astuple(self))

    @property
    def key(self) -> str:
        """Equal for equal renames, "" for none: a summary holds for the names it was made with."""
        if not self:
            return ""
        text = json.dumps([sorted(names.items()) for names in astuple(self)])
        return sha256(text.encode()).hexdigest()[:16]

    def module(self, ref: str) -> str:
        """`course/module` as it is called now."""
        return self.modules.get(ref, ref)

    def item(self, ref: str) -> str:
        """`course/module/question` as it is called now."""
        module, _, name = ref.rpartition("/")
        now = f"{self.module(module)}/{name}" if module else ref
        return self.items.get(now, now)


NOTHING_RENAMED = Renames()


def former_modules(courses: Iterable[tuple[CourseHead, Mapping[str, ModuleHead]]]) -> Names:
    """Every `course/module` that a module may have had before -> what it is called now."""
    was = {
        f"{course.id}/{name}": tuple(
            f"{former}/{other}"
            for former in (course.id, *course.was)
            for other in (name, *(one for one in head.was if one not in modules))
        )
        for course, modules in courses
        for name, head in modules.items()
    }
    return _names(was)


def renames_of(modules: Names, read: Iterable[Module]) -> Renames:
    """With what was renamed inside these modules."""
    items: dict[str, str] = {}
    pages: dict[str, str] = {}
    scenarios: dict[str, str] = {}
    nodes: dict[str, str] = {}
    for module in read:
        items |= _inside(module.ref, {name: item.was for name, item in module.items.items()})
        pages |= _inside(module.ref, _pages(module))
        played = module.scenarios.items()
        scenarios |= _inside(module.ref, {name: one.head.was for name, one in played})
        for name, one in played:
            was = {node.id: node.was for node in one.nodes.values()}
            nodes |= _inside(f"{module.ref}/{name}", was)
    return Renames(modules, items, pages, scenarios, nodes)


def respelt(event: Event, renames: Renames) -> Event:
    """The event under the names of now."""
    change = _RULES[type(event.what)](event.what, renames)
    return event.model_copy(update={"what": event.what.model_copy(update=change)})


def _names(was: Mapping[str, Iterable[str]]) -> Names:
    """Names that are in use are nobody's former ones; of two claims the first holds."""
    found: dict[str, str] = {}
    for now, formers in was.items():
        for former in formers:
            if former not in was:
                found.setdefault(former, now)
    return found


def _inside(place: str, was: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {f"{place}/{former}": f"{place}/{now}" for former, now in _names(was).items()}


def _pages(module: Module) -> dict[str, tuple[str, ...]]:
    """`lesson/page` -> what it may have been called, the lesson's former names included."""
    return {
        f"{lesson.id}/{page.id}": tuple(
            f"{before}/{name}"
            for before in (lesson.id, *lesson.head.was)
            for name in (page.id, *page.was)
        )
        for lesson in module.lessons
        for page in lesson.pages
    }


# What changes in each kind of happening

Change = dict[str, object]


def _module(what: Any, names: Renames) -> Change:
    return {"module": names.module(what.module)}


def _page(what: PageRead, names: Renames) -> Change:
    module = names.module(what.module)
    return {"module": module, "page": _below(module, what.page, names.pages)}


def _answered(what: Answered, names: Renames) -> Change:
    return _module(what, names) | {"item": names.item(what.item)}


def _started(what: QuizStarted | QuizExtended, names: Renames) -> Change:
    return _module(what, names) | {"items": tuple(map(names.item, what.items))}


def _moved(what: QuizMoved, names: Renames) -> Change:
    return _module(what, names) | {"at_item": names.item(what.at_item)}


def _played(what: Any, names: Renames) -> Change:
    """Module, scenario, and what names a node."""
    module = names.module(what.module)
    scenario = _below(module, what.scenario, names.scenarios)
    place = f"{module}/{scenario}"
    change: Change = {"module": module, "scenario": scenario}
    if isinstance(what, Decided):
        change["node"] = _below(place, what.node, names.nodes)
    if isinstance(what, RunFinished):
        change["ending"] = _below(place, what.ending, names.nodes)
    if isinstance(what, RunStarted | Decided):
        state: ScenarioState = what.state
        node = _below(place, state.node, names.nodes)
        change["state"] = state.model_copy(update={"node": node})
    return change


def _marked(what: Subject, names: Renames) -> Change:
    """What a note, bookmark or report is about; runs and objectives keep their ids."""
    module = names.module(what.module)
    return {"module": module, "ref": _subject(what, module, names)}


def _subject(what: Subject, module: str, names: Renames) -> str:
    match what.about:
        case About.PAGE:
            return _below(module, what.ref, names.pages)
        case About.QUESTION:
            return names.item(what.ref)
        case About.SCENARIO | About.NODE:
            inner = what.ref[len(what.module) + 1 :]
            scenario, slash, node = inner.partition("/")
            place = f"{module}/{_below(module, scenario, names.scenarios)}"
            return f"{place}/{_below(place, node, names.nodes)}" if slash else place
        case _:
            return what.ref


def _below(place: str, name: str, names: Names) -> str:
    """A name inside a place as it is called now."""
    now = names.get(f"{place}/{name}")
    return name if now is None else now[len(place) + 1 :]


_RULES: dict[type, Callable[[Any, Renames], Change]] = {
    PageRead: _page,
    Answered: _answered,
    QuizStarted: _started,
    QuizExtended: _started,
    QuizMoved: _moved,
    QuizFinished: _module,
    QuizAbandoned: _module,
    RunStarted: _played,
    Decided: _played,
    RunFinished: _played,
    RunAbandoned: _played,
    Noted: _marked,
    Bookmarked: _marked,
    Reported: _marked,
}
"""One rule per kind; a test compares this table with `Happening`."""
