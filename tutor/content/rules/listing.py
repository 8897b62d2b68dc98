"""R205: what the manifests list against what lies in the folders."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.origin import Origin
from tutor.content.positions import KeyPath
from tutor.content.view import CourseView, ExerciseView, LessonView, ModuleView, ScenarioView

RULE = Rule(
    "R205",
    Severity.ERROR,
    "A file that is listed and not there, or there and not listed",
    "course.toml lists the modules, module.toml lists lessons, scenarios and exercises, and each "
    "name stands for a folder or a file. Either the name has a slip, or the file was not copied. A "
    "file that nothing lists is read by nobody (a warning): list it or move it away.",
)
RULES = (RULE,)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Missing files at the name in the list; stray ones at the file itself."""
    for module in view.modules:
        if not module.found and view.head is not None and module.id in view.head.value.modules:
            place = view.head.value.modules.index(module.id)
            yield _missing(view.head.origin, ("modules", place), module.file)
        yield from _parts(module)
    for file in (*view.stray, *(name for module in view.modules for name in module.stray)):
        message = "Nothing lists this file, so nobody will see what is in it."
        hint = "Add its name to a list of course.toml or module.toml, or move it out of the course."
        yield Diagnostic(RULE.code, Severity.WARNING, file, None, message, hint)


def _parts(module: ModuleView) -> Iterator[Diagnostic]:
    if module.head is None:
        return
    lists: dict[str, tuple[LessonView | ScenarioView | ExerciseView, ...]] = {
        "lessons": module.lessons,
        "scenarios": module.scenarios,
        "exercises": module.exercises,
    }
    for key, parts in lists.items():
        listed = getattr(module.head.value, key)
        for part in parts:
            if not part.found and part.id in listed:
                yield _missing(module.head.origin, (key, listed.index(part.id)), part.file)


def _missing(origin: Origin, path: KeyPath, file: str) -> Diagnostic:
    message = f"The file {quoted(file, 120)} is not there."
    return origin.at_value(RULE, path, message, "Correct the name, or add the file.")
