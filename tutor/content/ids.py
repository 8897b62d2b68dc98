"""Every id of a course that a learner's record hangs on, with its fingerprint and its place.

A key is `<module>/<what>`: a question by its id, `page:<lesson>/<page>`, `scenario:<id>` and
`node:<scenario>:<node>`, as in `Module.fingerprints`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial

from tutor.content import fingerprint
from tutor.content.origin import Origin
from tutor.content.view import CourseView, LessonView, ModuleView, ScenarioView
from tutor.model.course import Lesson, ModuleHead
from tutor.model.library import Fingerprint
from tutor.model.scenario import Scenario


@dataclass(frozen=True)
class Named:
    """One id. `was`: the keys that it may have had before; `own`: those of its own `was` only.

    `make`: its fingerprint, worked out only where a lock asks for it.
    """

    key: str
    make: Callable[[], Fingerprint]
    origin: Origin
    was: tuple[str, ...] = ()
    own: tuple[str, ...] = ()

    @cached_property
    def fingerprint(self) -> Fingerprint:
        """Of meaning and wording."""
        return self.make()

    @property
    def is_question(self) -> bool:
        """True for what is asked again when its meaning changes."""
        return ":" not in self.key

    @property
    def is_scenario(self) -> bool:
        """True for a scenario as a whole, not for its nodes."""
        return "/scenario:" in self.key


def whole(view: CourseView) -> bool:
    """False where something could not be read: what seems to be gone may only be broken."""
    return (
        view.head is not None
        and all(module.head is not None and module.items.whole for module in view.modules)
        and all(
            lesson.head is not None and lesson.pages.whole
            for module in view.modules
            for lesson in module.lessons
        )
        and all(one.head is not None and one.nodes.whole for _, one in view.scenarios())
    )


def named(view: CourseView) -> dict[str, Named]:
    """Everything with an id that the course lists, by its key, in the order of the course."""
    listed = view.head.value.modules if view.head else ()
    modules = (module for module in view.modules if module.id in listed)
    return {one.key: one for module in modules for one in _of_module(module)}


def _of_module(module: ModuleView) -> Iterator[Named]:
    if module.head is None:
        return
    for one in _inside(module, module.head.value):
        formers = (module.id, *module.head.value.was)
        key = f"{module.id}/{one.key}"
        was = [f"{former}/{name}" for former in formers for name in (one.key, *one.was)]
        own = tuple(f"{module.id}/{name}" for name in one.own)
        yield Named(key, one.make, one.origin, tuple(was[1:]), own)


def _inside(module: ModuleView, head: ModuleHead) -> Iterator[Named]:
    for name, item in module.items.entries.items():
        was = item.value.was
        yield Named(name, partial(fingerprint.of_item, item.value), item.origin, was, was)
    for lesson in module.lessons:
        if lesson.id in head.lessons:
            yield from _of_lesson(lesson)
    for scenario in module.scenarios:
        if scenario.id in head.scenarios:
            yield from _of_scenario(scenario)


def _of_lesson(lesson: LessonView) -> Iterator[Named]:
    if lesson.head is None:
        return
    pages = tuple(page.value for page in lesson.pages.entries.values())
    read = Lesson(id=lesson.id, head=lesson.head.value, pages=pages)
    prints = cache(partial(fingerprint.of_lessons, [read]))
    for name, page in lesson.pages.entries.items():
        own = tuple(f"page:{lesson.id}/{former}" for former in page.value.was)
        lessons = (lesson.id, *lesson.head.value.was)
        was = [f"page:{one}/{former}" for one in lessons for former in (name, *page.value.was)]
        key = f"page:{lesson.id}/{name}"
        yield Named(key, partial(_one, prints, key), page.origin, tuple(was[1:]), own)


def _of_scenario(view: ScenarioView) -> Iterator[Named]:
    if view.head is None:
        return
    nodes = {name: one.value for name, one in view.nodes.entries.items()}
    scenario = Scenario(
        id=view.id,
        head=view.head.value,
        indicators={name: one.value for name, one in view.indicators.entries.items()},
        facts={name: one.value for name, one in view.facts.entries.items()},
        nodes=nodes,
    )
    prints = cache(partial(fingerprint.of_scenario, scenario))
    formers = view.head.value.was
    own = tuple(f"scenario:{former}" for former in formers)
    key = f"scenario:{view.id}"
    yield Named(key, partial(_one, prints, key), view.head.origin, own, own)
    for name, node in view.nodes.entries.items():
        own = tuple(f"node:{view.id}:{former}" for former in node.value.was)
        was = [
            f"node:{one}:{old}" for one in (view.id, *formers) for old in (name, *node.value.was)
        ]
        key = f"node:{view.id}:{name}"
        yield Named(key, partial(_one, prints, key), node.origin, tuple(was[1:]), own)


def _one(prints: Callable[[], Mapping[str, Fingerprint]], key: str) -> Fingerprint:
    return prints()[key]
